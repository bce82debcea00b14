import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { Check, CircleDot, Circle, Printer } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { ResultOf } from '#platform/contract.ts';
import type { getPatient } from '#features/records/contract.ts';
import { call } from '../../../../../web/lib/client.ts';
import { useFormats } from '../../../../../web/lib/format.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { Button } from '../../../../../web/ui/Button.tsx';
import { Notice } from '../../../../../web/ui/Notice.tsx';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import { Problem } from '../../../../../web/ui/Problem.tsx';
import { deskAddress, openDeskPaper, type DeskPaper } from '../../../client/desk-paper.ts';
import {
  cancelDeskSetUp,
  deskStages,
  watchDeskSetUp,
  type DeskStage,
  type startDeskSetUp,
} from '../../../desk/contract.ts';
import { QrCode } from '../../shared/QrCode.tsx';
import { RecoveryPaper } from '../../shared/RecoveryPaper.tsx';

type Begun = ResultOf<typeof startDeskSetUp> & { deskKey: string; language: 'en' | 'es' };
type Props = { begun: Begun; patient: ResultOf<typeof getPatient>; onAgain: () => void };

const everyMs = 2_000;
const isOver = (stage: DeskStage): boolean => stage === 'done' || stage === 'ended';

/** How far the patient is, every two seconds until the end; and the last sheet that came to be printed. */
const useWatch = ({ setUpId, deskKey }: Begun) => {
  const [paper, setPaper] = useState<DeskPaper>();
  const watch = useQuery({
    queryKey: [watchDeskSetUp.id, setUpId],
    queryFn: async () => {
      const found = await call(watchDeskSetUp, { params: { setUpId }, body: {} });
      if (found.paper) setPaper(await openDeskPaper(deskKey, found.paper));
      return found.stage;
    },
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : everyMs),
    refetchIntervalInBackground: true,
    gcTime: 0,
  });
  // A stage that was reached stays reached, whatever a lost answer says.
  return { stage: watch.data ?? 'waiting', error: watch.error, refetch: watch.refetch, paper };
};

const Steps = ({ stage }: { stage: DeskStage }) => {
  const { t } = useLingui();
  const words: Partial<Record<DeskStage, ReactNode>> = {
    waiting: <Trans>Opens the page and enters the birth date</Trans>,
    password: <Trans>Chooses a password</Trans>,
    authenticator: <Trans>Sets up the code app</Trans>,
    recovery: <Trans>Gets the recovery code on paper</Trans>,
    done: <Trans>Is signed in</Trans>,
  };
  const at = deskStages.indexOf(stage);
  return (
    <ol aria-label={t`What the patient does`} className="space-y-2">
      {deskStages
        .filter((one) => one !== 'ended')
        .map((one, index) => {
          const isDone = index < at || stage === 'done';
          const isNow = index === at && stage !== 'done';
          const Icon = isDone ? Check : isNow ? CircleDot : Circle;
          return (
            <li key={one} aria-current={isNow ? 'step' : undefined} className="flex items-center gap-2.5">
              <Icon aria-hidden size={18} className={isDone ? 'text-ok' : isNow ? 'text-brand' : 'text-ink-2'} />
              <span className={isNow ? 'font-semibold' : isDone ? '' : 'text-ink-2'}>{words[one]}</span>
              {isDone ? (
                <span className="sr-only">
                  <Trans>done</Trans>
                </span>
              ) : null}
            </li>
          );
        })}
    </ol>
  );
};

/** The way onto the patient's phone, or onto a device of the desk. */
const WayIn = ({ begun }: { begun: Begun }) => {
  const { t } = useLingui();
  const formats = useFormats();
  const address = `${location.origin}/enrol`;
  const until = formats.time(begun.startBy);
  return (
    <section className="space-y-3">
      <p>
        <Trans>The patient points the phone’s camera here:</Trans>
      </p>
      <QrCode
        text={deskAddress(location.origin, begun.invitation, begun.deskKey, begun.language)}
        label={t`Picture for the patient’s phone. The address and the code stand below as text.`}
      />
      <p>
        <Trans>
          No phone camera? On a device of the desk go to <strong className="[overflow-wrap:anywhere]">{address}</strong>{' '}
          and enter:
        </Trans>
      </p>
      <p className="code-figures text-xl font-semibold tracking-widest break-words">{begun.invitation}</p>
      <p className="text-ink-2">
        <Trans>The code works once, until {until}</Trans>
      </p>
    </section>
  );
};

/** The sheet is for paper only: the code is not on the clerk's screen. */
const PaperCame = ({ paper }: { paper: DeskPaper }) => {
  useEffect(() => print(), [paper]);
  return (
    <>
      <Notice tone="ok" live className="screen-only" title={<Trans>The recovery code came to be printed</Trans>}>
        <p>
          <Trans>Hand the paper over. It is not shown here, and is gone when you leave this page.</Trans>
        </p>
        <Button look="secondary" className="mt-2" onClick={() => print()}>
          <Printer aria-hidden size={17} /> <Trans>Print the recovery code</Trans>
        </Button>
      </Notice>
      <div className="print-only">
        <h2 className="mb-3 text-2xl">
          <Trans>Your recovery code</Trans>
        </h2>
        <p className="mb-3">
          <Trans>If you lose your phone or forget your password, this code brings you back in.</Trans>
        </p>
        <RecoveryPaper
          name={paper.signInName}
          groups={paper.recoveryCode.split('-')}
          address={`${location.origin}/recover`}
        />
      </div>
    </>
  );
};

const Ending = ({ stage, patient, onAgain }: { stage: DeskStage } & Pick<Props, 'patient' | 'onAgain'>) => {
  const { clinic } = useSession();
  if (stage === 'done')
    return (
      <Notice
        tone="ok"
        live
        title={
          <Trans>
            <bdi>{patient.name}</bdi> is in
          </Trans>
        }
      >
        <p>
          <Trans>The account is ready. Next time: the password and a code from the app.</Trans>
        </p>
        <p>
          <Link to="/find">
            <Trans>Next patient</Trans>
          </Link>
        </p>
      </Notice>
    );
  return (
    <Notice tone="warn" live title={<Trans>This set-up has ended</Trans>}>
      <p>
        <Trans>
          Its time ran out, it was stopped, or the birth date was wrong five times. Begin again, or have the patient
          call {clinic.phone}.
        </Trans>
      </p>
      <Button className="mt-2" onClick={onAgain}>
        <Trans>Begin again</Trans>
      </Button>
    </Notice>
  );
};

/** The patient is at work; the clerk sees how far, prints the paper, and may stop it. */
export const WatchStep = ({ begun, patient, onAgain }: Props) => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const { stage, error, refetch, paper } = useWatch(begun);
  const stop = () => {
    // Stopped or not (it may just have been finished): the next look says how it is.
    void call(cancelDeskSetUp, { params: { setUpId: begun.setUpId }, body: {} })
      .catch(() => undefined)
      .then(() => refetch());
  };
  return (
    <>
      <div className="screen-only">
        <PageHeading
          title={t`Set up at the desk`}
          clinic={clinic.name}
          lead={
            <>
              <Trans>
                Sign-in name: <strong className="[overflow-wrap:anywhere]">{begun.suggestedName}</strong>
              </Trans>{' '}
              {begun.renewal ? <Trans>It stays as it was.</Trans> : <Trans>The patient may choose another.</Trans>}
            </>
          }
        >
          <Trans>{patient.name} sets up the account</Trans>
        </PageHeading>
        <div className="grid max-w-4xl gap-8 lg:grid-cols-2">
          {stage === 'waiting' ? <WayIn begun={begun} /> : null}
          <div className="space-y-5">
            <Steps stage={stage} />
            {error ? <Problem error={error} retry={refetch} phone={clinic.phone} /> : null}
            {isOver(stage) ? <Ending stage={stage} patient={patient} onAgain={onAgain} /> : null}
            {isOver(stage) ? null : (
              <Button look="secondary" onClick={stop}>
                <Trans>Stop this set-up</Trans>
              </Button>
            )}
          </div>
        </div>
      </div>
      {paper ? <PaperCame paper={paper} /> : null}
    </>
  );
};
