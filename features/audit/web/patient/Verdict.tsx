import { Plural, Trans } from '@lingui/react/macro';
import { ShieldCheck, ShieldX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormats } from '../../../../web/lib/format.ts';
import type { Checked } from './check-log.ts';
import { isOwn } from './timeline.ts';

const isPhone = (): boolean => matchMedia('(pointer: coarse), (max-width: 40rem)').matches;

const Problem = ({ checked }: { checked: Exclude<Checked, { ok: true }> }): ReactNode => {
  const { n } = checked;
  switch (checked.problem) {
    case 'hidden':
      return <Trans>The log holds an entry about you that this server did not show: number {n}.</Trans>;
    case 'missing':
    case 'gap':
      return n === undefined ? (
        <Trans>An entry about you is missing.</Trans>
      ) : (
        <Trans>An entry about you is missing: number {n}.</Trans>
      );
    case 'duplicate':
      return <Trans>Two entries claim the same number: {n}.</Trans>;
    case 'altered':
      return <Trans>Entry number {n} was changed after it was written.</Trans>;
    case 'rolled-back':
      return <Trans>The log is shorter than at your last visit. Something was taken out.</Trans>;
    case 'inconsistent':
      return <Trans>The log does not continue the one you saw at your last visit.</Trans>;
    case 'key-changed':
    case 'log-key-changed':
      return <Trans>The log is signed with another key than at your last visit.</Trans>;
    case 'bad-checkpoint':
      return <Trans>The log's signature is not right.</Trans>;
    case 'not-fresh':
      return <Trans>Your own look of just now is not in the log. The server may be showing an old copy.</Trans>;
    case 'nothing':
      return <Trans>The log holds nothing about you yet, although you have just looked.</Trans>;
    default:
      return <Trans>The proof that the server sent does not fit.</Trans>;
  }
};

const Box = ({
  tone,
  icon,
  title,
  children,
}: {
  tone: 'ok' | 'bad';
  icon: ReactNode;
  title: ReactNode;
  children: ReactNode;
}) => (
  <div
    role={tone === 'bad' ? 'alert' : 'status'}
    data-verdict={tone}
    className={`flex gap-4 rounded-card border p-5 ${tone === 'ok' ? 'border-ok bg-ok-soft' : 'border-2 border-bad bg-bad-soft'}`}
  >
    <span aria-hidden className={`mt-0.5 shrink-0 ${tone === 'ok' ? 'text-ok' : 'text-bad'}`}>
      {icon}
    </span>
    <div className="max-w-prose min-w-0 space-y-1">
      <p className={`text-lg font-semibold ${tone === 'ok' ? 'text-ok' : 'text-bad'}`}>{title}</p>
      {children}
    </div>
  </div>
);

/** The proof fits, and yet something is not as it should be. */
const Doubts = ({
  checked,
  unreadable,
  phone,
}: {
  checked: Extract<Checked, { ok: true }>;
  unreadable: number;
  phone: string;
}) => (
  <Box tone="bad" icon={<ShieldX size={30} />} title={<Trans>The check found something to ask about</Trans>}>
    {unreadable > 0 ? (
      <p className="font-semibold">
        <Plural
          value={unreadable}
          one="One entry about you stands in the log, but its words cannot be read."
          other="# entries about you stand in the log, but their words cannot be read."
        />
      </p>
    ) : null}
    {checked.lostWitnesses.length > 0 ? (
      <p className="font-semibold">
        <Trans>
          Signed the log at an earlier visit, but not today: {checked.lostWitnesses.join(', ')}. You could be shown
          another log than other people.
        </Trans>
      </p>
    ) : null}
    <p>
      <Trans>
        Everything else fits. Please save the proof below and call us: <a href={`tel:${phone}`}>{phone}</a>.
      </Trans>
    </p>
  </Box>
);

/** What this device found out by itself. */
export const Verdict = ({ checked, phone }: { checked: Checked; phone: string }) => {
  const formats = useFormats();
  if (!checked.ok) {
    return (
      <Box tone="bad" icon={<ShieldX size={30} />} title={<Trans>The check failed</Trans>}>
        <p className="font-semibold">
          <Problem checked={checked} />
        </p>
        <p>
          <Trans>
            Please save the proof below and call us: <a href={`tel:${phone}`}>{phone}</a>. What is listed below may be
            incomplete.
          </Trans>
        </p>
      </Box>
    );
  }
  const unreadable = checked.lines.filter((line) => line.unreadable).length;
  if (unreadable > 0 || checked.lostWitnesses.length > 0) return <Doubts {...{ checked, unreadable, phone }} />;
  const isMostlyOwn = checked.lines.filter(isOwn).length > checked.lines.length / 2;
  const last = checked.lastCheckedAt ? formats.dateTime(checked.lastCheckedAt) : '';
  return (
    <Box
      tone="ok"
      icon={<ShieldCheck size={30} />}
      title={isPhone() ? <Trans>Checked on this phone ✓</Trans> : <Trans>Checked on this computer ✓</Trans>}
    >
      <p>
        <Plural
          value={checked.count}
          one="The one entry about you is in the clinic's log, unchanged. None is missing."
          other="All # entries about you are in the clinic's log, unchanged. None is missing."
        />{' '}
        {isMostlyOwn ? <Trans>Most of the newest ones are your own: each page you open is an entry.</Trans> : null}{' '}
        {last ? (
          <Trans>The log continues the one seen here on {last}.</Trans>
        ) : (
          <Trans>From now on this browser remembers the log and will notice if it is rewritten.</Trans>
        )}
      </p>
      {checked.witnesses.length === 0 ? (
        <p className="text-sm text-ink-2">
          <Trans>
            Nobody outside this clinic has signed the log yet. Such a signature would also show that everybody is shown
            the same log; your own check above works without it.
          </Trans>
        </p>
      ) : (
        <p className="text-sm text-ink-2">
          <Trans>Also signed by: {checked.witnesses.join(', ')}</Trans>
        </p>
      )}
    </Box>
  );
};
