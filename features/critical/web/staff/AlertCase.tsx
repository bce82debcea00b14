import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { claimTask } from '#features/tasks/contract.ts';
import { withoutAnnotations } from '../../../../web/lib/annotations.ts';
import { call } from '../../../../web/lib/client.ts';
import { useFormats } from '../../../../web/lib/format.ts';
import { useParts } from '../../../../web/lib/parts.ts';
import { useSession } from '../../../../web/lib/session.ts';
import { usePageKeys } from '../../../../web/staff/shortcuts.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { Flag } from '../../../../web/ui/Flag.tsx';
import { Age, type Identity } from '../../../../web/ui/IdentityHeader.tsx';
import { Notice } from '../../../../web/ui/Notice.tsx';
import { Problem } from '../../../../web/ui/Problem.tsx';
import type { AlertItem } from '../../contract.ts';
import { ReadingText } from '../shared/SideBySide.tsx';
import { standingOf } from '../shared/standing.ts';
import type { Answered } from './AcknowledgeDialog.tsx';
import { AlertHistory } from './AlertHistory.tsx';
import { WaitsForWords } from './AlertRow.tsx';
import { Countdown } from './Countdown.tsx';

const AcknowledgeDialog = lazy(() =>
  import('./AcknowledgeDialog.tsx').then((module) => ({ default: module.AcknowledgeDialog })),
);

const Header = ({ patient }: { patient: Identity }) => {
  const formats = useFormats();
  return (
    <header className="sticky top-0 flex flex-wrap items-baseline gap-x-4 rounded-t-card border-b border-line bg-surface px-4 py-2.5">
      <h2 className="text-xl">{patient.name}</h2>
      <p>
        {patient.birthDate ? formats.date(patient.birthDate) : '–'}{' '}
        <span className="text-ink-2">
          <Age birthDate={patient.birthDate} />
        </span>
      </p>
      <p className="code-figures">{patient.mrn ?? '–'}</p>
    </header>
  );
};

const Value = ({ alert }: { alert: AlertItem }) => {
  const formats = useFormats();
  const { result, changedTo } = alert;
  return (
    <div className="space-y-2 px-4 py-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-2xl">
        <span>
          {result.title} <ReadingText reading={result} />
        </span>
        <Flag standing={standingOf(result.state)} forStaff />
      </p>
      <p className="text-sm text-ink-2">
        {result.takenAt ? <Trans>taken {formats.dateTime(result.takenAt)}</Trans> : null}
        {result.takenAt ? ' · ' : null}
        <Trans>alert raised {formats.dateTime(alert.raisedAt)}</Trans>
        {result.range ? (
          <>
            {' · '}
            <Trans>range of the lab {withoutAnnotations(result.range)}</Trans>
          </>
        ) : null}
      </p>
      {changedTo ? (
        <Notice tone="warn" title={<Trans>The laboratory has changed this result since</Trans>}>
          <p>
            <Trans>Now:</Trans> <ReadingText reading={changedTo} />
          </p>
        </Notice>
      ) : null}
    </div>
  );
};

/** What became of an answer: one's own, or that of somebody who was faster. */
const Outcome = ({ answered }: { answered: Answered }) => {
  const formats = useFormats();
  const { acknowledged } = answered.alert;
  if (!answered.won) {
    return (
      <Notice tone="info" live title={<Trans>Somebody was faster</Trans>}>
        <p>
          {acknowledged ? (
            <Trans>
              <bdi>{acknowledged.name || '–'}</bdi> answered at {formats.time(acknowledged.at)}. Your answer was not
              saved; nothing is lost.
            </Trans>
          ) : (
            <Trans>A newer version of this result took its place. Look again.</Trans>
          )}
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="ok" live title={<Trans>Answered in your name</Trans>}>
      <p>
        {answered.callTaskId ? (
          <Trans>A call now waits on the task list.</Trans>
        ) : (
          <Trans>The call is recorded. Nothing more waits.</Trans>
        )}
      </p>
    </Notice>
  );
};

/** The number to call and the medicines: at once where the chart is open, else by taking the work. */
const Reach = ({ alert }: { alert: AlertItem }) => {
  const { ReachPatient } = useParts();
  const { clinic } = useSession();
  const take = useMutation({ mutationFn: () => call(claimTask, claimOf(alert)) });
  if (!ReachPatient) return null;
  return (
    <div className="border-t border-line">
      {alert.mayOpenChart || take.isSuccess ? (
        <Suspense>
          <ReachPatient patientId={alert.patientId} />
        </Suspense>
      ) : (
        <p className="px-4 py-3">
          <Button look="secondary" pending={take.isPending} onClick={() => take.mutate()}>
            <Trans>Take the call: show phone and medicines</Trans>
          </Button>
        </p>
      )}
      {take.error ? <Problem error={take.error} phone={clinic.phone} /> : null}
    </div>
  );
};

const claimOf = (alert: AlertItem) => ({
  params: { patientId: alert.patientId, taskId: alert.taskId },
  body: { takeOver: true },
});

/** A nurse cannot answer: whom to call, and where. */
const AskClinician = ({ alert }: { alert: AlertItem }) => {
  const { clinic } = useSession();
  const name = alert.waitsFor?.name;
  return (
    <p className="w-full">
      {name ? (
        <Trans>
          Only a clinician may answer this. Tell <bdi>{name}</bdi>; through the clinic: {clinic.phone}
        </Trans>
      ) : (
        <Trans>Only a clinician may answer this. Tell any clinician; through the clinic: {clinic.phone}</Trans>
      )}
    </p>
  );
};

/** Opens the chart by taking the work: the chart is open to whoever took it, until the answer. */
const OpenChart = ({ alert }: { alert: AlertItem }) => {
  const navigate = useNavigate();
  const { clinic } = useSession();
  const open = useMutation({
    mutationFn: () => call(claimTask, claimOf(alert)),
    onSuccess: () => navigate({ to: `/patients/${alert.patientId}/results/${alert.recordId}` }),
  });
  return (
    <>
      <Button look="secondary" pending={open.isPending} onClick={() => open.mutate()}>
        <Trans>Open the chart</Trans>
      </Button>
      {open.error ? <Problem error={open.error} phone={clinic.phone} /> : null}
    </>
  );
};

type Props = {
  alert: AlertItem;
  cameAt: number;
  answered: Answered | undefined;
  onAnswered: (answer: Answered) => void;
};

/** One alert: whose it is, the value, how long is left, and the answer. Key: a opens the answer. */
export const AlertCase = ({ alert, cameAt, answered, onAnswered }: Props) => {
  const { t } = useLingui();
  const { role } = useSession();
  const formats = useFormats();
  const [isAnswering, setAnswering] = useState(false);
  const patient: Identity = alert.patient ?? { name: t`Name not on file`, birthDate: null, mrn: null };
  const mayAnswer = role === 'clinician' && !alert.acknowledged;
  usePageKeys((key) => {
    if (key !== 'a' || !mayAnswer) return false;
    setAnswering(true);
    return true;
  });
  return (
    <article className="rounded-card border border-line bg-surface lg:sticky lg:top-4">
      <Header patient={patient} />
      <Value alert={alert} />
      {answered ? (
        <div className="px-4 pb-3">
          <Outcome answered={answered} />
        </div>
      ) : null}
      {alert.acknowledged ? (
        <p className="px-4 pb-3">
          <Trans>
            Answered by <bdi>{alert.acknowledged.name || '–'}</bdi> on {formats.dateTime(alert.acknowledged.at)}
          </Trans>
        </p>
      ) : (
        <>
          <p className={`px-4 pb-3 ${alert.isOverdue ? 'font-semibold text-bad' : ''}`}>
            <WaitsForWords alert={alert} />
            {' · '}
            <Countdown dueAt={alert.dueAt} askedAt={alert.askedAt} cameAt={cameAt} />
          </p>
          <Reach alert={alert} />
          <div className="flex flex-wrap gap-2 border-t border-line px-4 py-3">
            {mayAnswer ? (
              <Button aria-keyshortcuts="a" onClick={() => setAnswering(true)}>
                <Trans>Answer for {patient.name}</Trans>
              </Button>
            ) : (
              <AskClinician alert={alert} />
            )}
            <OpenChart alert={alert} />
          </div>
        </>
      )}
      <AlertHistory key={`${alert.id} ${alert.acknowledged?.at} ${alert.escalatedAt}`} alert={alert} />
      {isAnswering ? (
        <Suspense>
          <AcknowledgeDialog
            alert={alert}
            patient={patient}
            reach={<Reach alert={alert} />}
            onClose={() => setAnswering(false)}
            onAnswered={(answer) => {
              setAnswering(false);
              onAnswered(answer);
            }}
          />
        </Suspense>
      ) : null}
    </article>
  );
};
