import { useQuery } from '@tanstack/react-query';
import { Trans, useLingui } from '@lingui/react/macro';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useCurrentPatient } from '../../../../web/lib/current-patient.ts';
import { downloadText } from '../../../../web/lib/download.ts';
import { useSession } from '../../../../web/lib/session.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { Card } from '../../../../web/ui/Card.tsx';
import { Notice } from '../../../../web/ui/Notice.tsx';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';
import { Problem } from '../../../../web/ui/Problem.tsx';
import { Segments } from '../../../../web/ui/Segments.tsx';
import { checkMyLog, checkOlder, type Checked } from './check-log.ts';
import { Timeline } from './Timeline.tsx';
import type { PageLine } from './timeline.ts';
import { Verdict } from './Verdict.tsx';

type View = 'all' | 'others';

const WhatItProves = () => (
  <details className="mt-8 max-w-prose">
    <summary className="w-fit font-semibold text-brand underline underline-offset-4">
      <Trans>What this check proves, and what it does not</Trans>
    </summary>
    <div className="mt-3 space-y-3">
      <p>
        <Trans>
          Every look at your record in this portal is written into a log before anything is shown. Your browser has
          checked, by itself, that each entry above is in that log as it was written, that no entry about you was left
          out, and that the log is the same one as at your last visit. From your first check on, not even the people who
          run the server can rewrite it without this browser noticing.
        </Trans>
      </p>
      <p>
        <Trans>
          It does not prove that nobody looked in another way: in the clinic's own system, on paper, with the database
          and its keys in hand, or through a server program that was altered to skip the log. The program that checks
          comes from the same server. You can save the proof and have somebody else check it on any computer with{' '}
          <a href="/log/portico-verify.mjs">this small program</a>.
        </Trans>
      </p>
    </div>
  </details>
);

const useOlder = (patientId: string, checked: Checked) => {
  const [pages, setPages] = useState<{ lines: PageLine[]; older: number | undefined }[]>([]);
  const [state, setState] = useState<'idle' | 'pending' | 'failed'>('idle');
  const first = checked.ok ? checked.older : undefined;
  const older = pages.length > 0 ? pages.at(-1)?.older : first;
  const load = () => {
    if (older === undefined) return;
    setState('pending');
    checkOlder(patientId, older)
      .then((page) => {
        setPages((known) => [...known, page]);
        return setState(page.ok ? 'idle' : 'failed');
      })
      .catch(() => setState('failed'));
  };
  return { lines: pages.flatMap((page) => page.lines), older, state, load };
};

/** Whom to call about a look that should not have been: the log tells, people answer. */
const NotRight = ({ clinic: { name, phone } }: { clinic: { name: string; phone: string } }) => (
  <p className="max-w-prose">
    <strong className="font-semibold">
      <Trans>Was one of these not right?</Trans>
    </strong>{' '}
    <Trans>
      Call <bdi>{name}</bdi>: <a href={`tel:${phone}`}>{phone}</a>. Ask for the privacy officer, who looks into it.
    </Trans>
  </p>
);

/** The verdict, the timeline it is about, and the proof to take away. */
const CheckedLog = ({ checked, patientId }: { checked: Checked; patientId: string }) => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const [view, setView] = useState<View>('others');
  const older = useOlder(patientId, checked);
  return (
    <>
      <Verdict checked={checked} phone={clinic.phone} />
      <NotRight clinic={clinic} />
      <Card as="div" className="p-5 md:p-7">
        <div className="mb-6 max-w-sm">
          <Segments<View>
            label={t`Whose looks to show`}
            value={view}
            onChange={setView}
            options={[
              { value: 'others', label: <Trans>Other people</Trans> },
              { value: 'all', label: <Trans>Everybody</Trans> },
            ]}
          />
        </div>
        <Timeline
          lines={[...checked.lines, ...older.lines]}
          showsOwn={view === 'all'}
          isAll={older.older === undefined && checked.ok}
          vkey={checked.file?.log.vkey}
        />
        {older.state === 'failed' ? (
          <Notice tone="bad" live className="mt-6" title={<Trans>The check failed</Trans>}>
            <p>
              <Trans>Earlier entries could not be proven. Call us: {clinic.phone}</Trans>
            </p>
          </Notice>
        ) : null}
        {older.older !== undefined && older.state !== 'failed' ? (
          <Button look="secondary" className="mt-6" pending={older.state === 'pending'} onClick={older.load}>
            <Trans>Show earlier entries</Trans>
          </Button>
        ) : null}
      </Card>
      {checked.file ? (
        <Button
          look="secondary"
          onClick={() => downloadText('portico-access-log-proof.json', JSON.stringify(checked.file, null, 2))}
        >
          <Download aria-hidden size={18} /> <Trans>Save the proof</Trans>
        </Button>
      ) : null}
    </>
  );
};

/** A trusted person sees the record, not who else did. */
const NotYours = ({ name }: { name: string }) => {
  const { t } = useLingui();
  const { clinic } = useSession();
  return (
    <>
      <PageHeading title={t`Who saw my record`} clinic={clinic.name}>
        <Trans>
          Only <bdi>{name}</bdi> can see who looked at this record
        </Trans>
      </PageHeading>
      <p className="max-w-prose">
        <Trans>
          The list of looks belongs to the person whose record it is. Ask her or him, or sign in for your own.
        </Trans>
      </p>
    </>
  );
};

/** The access log as a human timeline, with a check that this device does itself. */
export const WhoSawPage = () => {
  const patient = useCurrentPatient();
  return patient.relationship === 'self' ? <OwnLog /> : <NotYours name={patient.name} />;
};

const OwnLog = () => {
  const { t } = useLingui();
  const patient = useCurrentPatient();
  const { clinic } = useSession();
  const query = useQuery({
    queryKey: ['audit.check', patient.id],
    queryFn: () => checkMyLog(patient.id),
    gcTime: 0,
    staleTime: 0,
    refetchOnMount: 'always',
    retry: false,
  });
  const checked = query.isFetching ? undefined : query.data;
  return (
    <>
      <PageHeading
        title={t`Who saw my record`}
        clinic={clinic.name}
        lead={
          <>
            <span>
              <Trans>
                Looks made in this portal. Looks in the clinic's own system are not listed; ask us for those.
              </Trans>
            </span>{' '}
            <a href={`tel:${clinic.phone}`} className="whitespace-nowrap">
              {clinic.phone}
            </a>
          </>
        }
      >
        <Trans>Who saw my record</Trans>
      </PageHeading>
      <div className="max-w-3xl space-y-6">
        {query.isFetching ? (
          <p role="status" className="rounded-card border border-line bg-surface p-5 text-ink-2">
            <Trans>Checking the log on this device. This takes a few seconds…</Trans>
          </p>
        ) : null}
        {query.error && !query.isFetching ? (
          <Problem error={query.error} retry={query.refetch} phone={clinic.phone} />
        ) : null}
        {checked ? <CheckedLog checked={checked} patientId={patient.id} /> : null}
        <WhatItProves />
      </div>
    </>
  );
};
