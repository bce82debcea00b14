import { Plural, Trans } from '@lingui/react/macro';
import { Bot, ShieldAlert, User, UserRound } from 'lucide-react';
import { useFormats } from '../../../../web/lib/format.ts';
import type { LogLine } from '../../disclosed.ts';
import { DeedWords } from './DeedWords.tsx';
import { Proofs } from './Proofs.tsx';
import { OtherSentence } from './Sentence.tsx';
import { daysOf, type PageLine, type Row } from './timeline.ts';

const programs: readonly string[] = ['importer', 'worker', 'sequencer'];

const iconOf = (line: LogLine) => {
  if (line.unreadable || line.outcome === 'denied' || line.category === 'integrity') return ShieldAlert;
  return programs.includes(line.actor.role) ? Bot : UserRound;
};

const OwnRow = ({ lines }: { lines: readonly LogLine[] }) => {
  const formats = useFormats();
  return (
    <div className="min-w-0">
      <p className="font-semibold">
        <Trans>You</Trans>
      </p>
      <details>
        <summary className="w-fit text-ink-2">
          <Plural value={lines.length} one="You used your record once" other="You used your record # times" />
        </summary>
        <ul className="mt-2 space-y-1 text-sm">
          {lines.map((line) => (
            <li key={line.id} className="flex gap-3">
              <span className="min-w-20 shrink-0 tabular-nums text-ink-2">{formats.time(line.at)}</span>
              <span className="first-letter:uppercase">
                <DeedWords deed={{ key: line.id, line, recordCount: 0 }} />
              </span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
};

const RowView = ({ row, vkey }: { row: Row; vkey: string | undefined }) => {
  const formats = useFormats();
  const Icon = row.kind === 'own' ? User : iconOf(row.lines[0]);
  const isRefused = row.kind === 'other' && (row.lines[0].outcome === 'denied' || row.lines[0].unreadable === true);
  return (
    <li className="relative flex gap-4 pb-6 last:pb-0">
      <span
        aria-hidden
        className={`z-[1] grid size-10 shrink-0 place-items-center rounded-full border ${
          row.kind === 'own'
            ? 'border-line bg-sunken text-ink-2'
            : isRefused
              ? 'border-bad bg-bad-soft text-bad'
              : 'border-brand bg-brand-soft text-brand'
        }`}
      >
        <Icon size={19} strokeWidth={1.75} />
      </span>
      <div className="flex min-w-0 flex-1 flex-wrap-reverse justify-between gap-x-4">
        <div className="min-w-0 flex-1 basis-56">
          {row.kind === 'own' ? <OwnRow lines={row.lines} /> : <OtherSentence lines={row.lines} />}
          {row.kind === 'other' ? <Proofs lines={row.lines} vkey={vkey} /> : null}
        </div>
        {row.kind === 'other' && !row.lines[0].unreadable ? (
          <p className="shrink-0 text-sm tabular-nums text-ink-2">{formats.time(row.lines[0].at)}</p>
        ) : null}
      </div>
    </li>
  );
};

type Props = {
  lines: readonly PageLine[];
  showsOwn: boolean;
  isAll: boolean;
  /** The key that signed the log: it goes with the proofs that are saved. */
  vkey: string | undefined;
};

/** Who did what, day by day. */
export const Timeline = ({ lines, showsOwn, isAll, vkey }: Props) => {
  const formats = useFormats();
  const days = daysOf(lines, showsOwn);
  if (days.length === 0) {
    return (
      <p className="py-4">
        {isAll ? (
          <Trans>Nobody but you has looked at your record in this portal.</Trans>
        ) : (
          <Trans>Nobody but you in the entries shown so far.</Trans>
        )}
      </p>
    );
  }
  return days.map((day) => (
    <section key={day.key} className="mb-8 last:mb-0">
      <h2 className="mb-4 text-xl first-letter:uppercase">
        {formats.weekday(day.at)}
        {formats.year(day.at) === formats.year(new Date()) ? '' : `, ${formats.year(day.at)}`}
      </h2>
      <ol className="relative before:absolute before:top-2 before:bottom-6 before:left-5 before:w-px before:bg-line">
        {day.rows.map((row) => (
          <RowView key={row.key} row={row} vkey={vkey} />
        ))}
      </ol>
    </section>
  ));
};
