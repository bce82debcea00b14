import { Plural, Trans } from '@lingui/react/macro';
import { Ban, CircleAlert } from 'lucide-react';
import { useFormats } from '../../../../web/lib/format.ts';
import { writtenLanguage } from '../../../../web/lib/written-language.ts';
import { Pill } from '../../../../web/ui/Pill.tsx';
import { deedOf } from '../../deeds.ts';
import type { ReviewEntry } from '../../review/contract.ts';
import { DeedWords } from './deed-words.tsx';
import { EntryFacts, Records, saysWhat } from './EntryFacts.tsx';
import type { Visit } from './visits.ts';
import { useActorName } from './words.tsx';

const Outcome = ({ entry }: { entry: ReviewEntry }) => {
  if (entry.outcome === 'ok') return null;
  return entry.outcome === 'denied' ? (
    <Pill tone="warn" icon={Ban}>
      <Trans>Refused</Trans>
    </Pill>
  ) : (
    <Pill tone="warn" icon={CircleAlert}>
      {entry.unreadable ? <Trans>Cannot be read</Trans> : <Trans>Failed</Trans>}
    </Pill>
  );
};

const About = ({ patient, own }: Pick<ReviewEntry, 'patient' | 'own'>) => {
  if (!patient) return null;
  return (
    <p className="min-w-0">
      <span className="font-semibold">{patient.name ?? <Trans>A patient whose name is not on file</Trans>}</span>
      {patient.mrn ? <span className="code-figures text-sm text-ink-2"> {patient.mrn}</span> : null}
      {own ? (
        <span className="text-sm text-ink-2">
          {' · '}
          <Trans>own record</Trans>
        </span>
      ) : null}
    </p>
  );
};

/** What an investigation asks for: behind a press, so that the row stays one thought. */
const Details = ({ entries }: { entries: Visit['entries'] }) => {
  const formats = useFormats();
  return (
    <details className="text-sm">
      <summary className="w-fit text-ink-2">
        <Plural value={entries.length} one="Details" other="Details: # entries" />
      </summary>
      {entries.length === 1 ? (
        <EntryFacts entry={entries[0]} />
      ) : (
        <ul className="mt-1 space-y-1">
          {entries.map((entry) => (
            <li key={entry.id}>
              <details>
                <summary>
                  <span className="text-ink-2 tabular-nums">{formats.time(entry.at)}</span> <DeedWords entry={entry} />
                  <Records entry={entry} />
                </summary>
                <EntryFacts entry={entry} />
              </details>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
};

/** One of each deed, in the order in which they were done. */
const deedsOf = (entries: readonly ReviewEntry[]): ReviewEntry[] => [
  ...new Map(entries.toReversed().map((entry) => [deedOf(entry), entry])).values(),
];

/** Who did what about whom in one go, and the reasons given. */
export const VisitRow = ({ visit: { entries } }: { visit: Visit }) => {
  const formats = useFormats();
  const [newest] = entries;
  const oldest = entries.at(-1) ?? newest;
  const actor = useActorName()(newest);
  const [begin, end] = [formats.time(oldest.at), formats.time(newest.at)];
  const reasons = [...new Set(entries.flatMap(({ purpose }) => purpose ?? []))];
  const changes = entries.filter(saysWhat);
  return (
    <li
      data-row
      tabIndex={-1}
      className="grid gap-x-4 gap-y-0.5 border-t border-line px-3 py-2 first:border-t-0 md:grid-cols-[7.5rem_minmax(0,1fr)_minmax(0,1fr)]"
    >
      <p className="text-sm text-ink-2 tabular-nums">{begin === end ? end : `${begin} – ${end}`}</p>
      <div className="min-w-0">
        {newest.unreadable ? null : (
          <p>
            <span className="font-semibold">{actor.name}</span>
            {actor.role ? <span className="text-sm text-ink-2"> · {actor.role}</span> : null}
          </p>
        )}
        {deedsOf(entries).map((entry) => (
          <p key={entry.id}>
            <DeedWords entry={entry} />
            {entries.length === 1 ? <Records entry={entry} /> : null}
          </p>
        ))}
        <Details entries={entries} />
      </div>
      <div className="min-w-0">
        <About patient={newest.patient} own={newest.own} />
        {changes.map((entry) => (
          <p key={entry.id} lang="en" className="text-ink-2">
            {entry.detail}
          </p>
        ))}
        {reasons.map((reason) => (
          <p key={reason}>
            “<bdi lang={writtenLanguage(reason)}>{reason}</bdi>”
          </p>
        ))}
        <Outcome entry={newest} />
      </div>
    </li>
  );
};
