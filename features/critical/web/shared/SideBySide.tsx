import { Trans } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';
import { useFormats } from '../../../../web/lib/format.ts';
import { useIsPatientSide } from '../../../../web/lib/session.ts';
import { Flag } from '../../../../web/ui/Flag.tsx';
import type { ChangeKind, Reading } from '../../contract.ts';
import { standingOf } from './standing.ts';

/** A unit that only annotates the number ({INR}, {ratio}) is no word to show. */
const shownUnit = (unit: string | null): string => (unit ?? '').replaceAll(/\{[^}]*\}/g, '').trim();

/** The value with its unit; a report's conclusion in the sender's words. */
export const ReadingText = ({ reading }: { reading: Reading }) => {
  if (reading.withdrawn) {
    return (
      <span className="font-semibold">
        <Trans>Withdrawn by the lab</Trans>
      </span>
    );
  }
  if (reading.text !== null) {
    return (
      <span>
        <strong className="tabular-nums">
          <bdi>{reading.text}</bdi>
        </strong>{' '}
        {shownUnit(reading.unit)}
      </span>
    );
  }
  if (reading.parts.length === 0) {
    return (
      <span className="text-ink-2">
        <Trans>Nothing was sent</Trans>
      </span>
    );
  }
  return (
    <ul>
      {reading.parts.map((part) => (
        <li key={part.title}>
          {part.title}: <strong className="tabular-nums">{part.text || '–'}</strong>
        </li>
      ))}
    </ul>
  );
};

const Side = ({ label, reading, isOld }: { label: ReactNode; reading: Reading; isOld: boolean }) => {
  const id = useId();
  const isPatient = useIsPatientSide();
  return (
    <div
      role="group"
      aria-labelledby={id}
      className={`min-w-0 rounded-control p-3 ${isOld ? 'bg-sunken' : 'border border-line bg-surface'}`}
    >
      <p id={id} className="text-sm text-ink-2">
        {label}
      </p>
      <div className={`text-lg ${isOld ? 'text-ink-2' : ''}`}>
        <ReadingText reading={reading} />
      </div>
      {reading.withdrawn || reading.state === 'unknown' ? null : (
        <p className="mt-1">
          <Flag standing={standingOf(reading.state)} forStaff={!isPatient} past={isOld} />
        </p>
      )}
    </div>
  );
};

/** Values of a few figures stand beside each other on a phone too. */
const shortText = 12;

type Props = { before: Reading; now: Reading; kind: ChangeKind; changedAt: string };

/** What it said before, and what it says now, beside each other (below each other on a phone). */
export const SideBySide = ({ before, now, kind, changedAt }: Props) => {
  const formats = useFormats();
  const isShort = [before, now].every(
    (reading) => (reading.text ?? '').length <= shortText && reading.parts.length === 0,
  );
  return (
    <div className={`grid gap-2 ${isShort ? 'grid-cols-2' : 'sm:grid-cols-2'}`}>
      <Side isOld label={<Trans>Before</Trans>} reading={before} />
      <Side
        isOld={false}
        label={
          kind === 'changed' ? (
            <Trans>Now, since {formats.shortDate(changedAt)}</Trans>
          ) : kind === 'withdrawn' ? (
            <Trans>Taken back on {formats.shortDate(changedAt)}</Trans>
          ) : (
            <Trans>Corrected on {formats.shortDate(changedAt)}</Trans>
          )
        }
        reading={now}
      />
    </div>
  );
};
