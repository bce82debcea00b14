import { Plural, Trans } from '@lingui/react/macro';
import { Ban, CircleAlert } from 'lucide-react';
import { useFormats } from '../../../../web/lib/format.ts';
import { writtenLanguage } from '../../../../web/lib/written-language.ts';
import { Pill } from '../../../../web/ui/Pill.tsx';
import type { ReviewEntry } from '../../review/contract.ts';
import { DeedWords, useActorName } from './words.tsx';

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
          <Trans>herself or himself</Trans>
        </span>
      ) : null}
    </p>
  );
};

/** What an investigation asks for: behind a press, so that the row stays one thought. */
const Details = ({ entry }: { entry: ReviewEntry }) => {
  const formats = useFormats();
  const facts = [
    { key: 'time', name: <Trans>Time</Trans>, value: formats.dateTime(entry.at) },
    { key: 'detail', name: <Trans>Detail</Trans>, value: saysWhat(entry) ? null : entry.detail },
    { key: 'address', name: <Trans>Internet address</Trans>, value: entry.ip?.replace(/^::ffff:/, '') },
    { key: 'device', name: <Trans>Browser</Trans>, value: entry.device },
    { key: 'operation', name: <Trans>Operation</Trans>, value: entry.operation },
    { key: 'request', name: <Trans>Request</Trans>, value: entry.request },
  ];
  return (
    <details className="text-sm">
      <summary className="w-fit text-ink-2">
        <Trans>Details</Trans>
      </summary>
      <dl className="mt-1 grid gap-x-4 sm:grid-cols-[9rem_1fr]">
        {facts.map(({ key, name, value }) =>
          value ? (
            <div key={key} className="contents">
              <dt className="text-ink-2">{name}</dt>
              <dd className="break-words [overflow-wrap:anywhere]">{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </details>
  );
};

/** Changes of rights name in their detail who got or lost what; of other entries it only repeats the deed. */
const saysWhat = ({ category, action }: ReviewEntry): boolean => category === 'privilege' && action !== 'read';

/** When, who, what, about whom, and the reason given. */
export const EntryRow = ({ entry }: { entry: ReviewEntry }) => {
  const formats = useFormats();
  const actor = useActorName()(entry);
  return (
    <li
      data-row
      tabIndex={-1}
      className="grid gap-x-4 gap-y-0.5 border-t border-line px-3 py-2 first:border-t-0 md:grid-cols-[7.5rem_minmax(0,1fr)_minmax(0,1fr)]"
    >
      <p className="text-sm text-ink-2 tabular-nums">
        {formats.shortDate(entry.at)} <span className="md:block">{formats.time(entry.at)}</span>
      </p>
      <div className="min-w-0">
        {entry.unreadable ? null : (
          <p>
            <span className="font-semibold">{actor.name}</span>
            {actor.role ? <span className="text-sm text-ink-2"> · {actor.role}</span> : null}
          </p>
        )}
        <p>
          <DeedWords entry={entry} />
          {entry.records > 0 && entry.patient !== null && entry.category !== 'log-review' ? (
            <span className="text-sm text-ink-2">
              {' · '}
              <Plural value={entry.records} one="# record" other="# records" />
            </span>
          ) : null}
        </p>
        <Details entry={entry} />
      </div>
      <div className="min-w-0">
        <About patient={entry.patient} own={entry.own} />
        {saysWhat(entry) ? (
          <p lang="en" className="text-ink-2">
            {entry.detail}
          </p>
        ) : null}
        {entry.purpose ? (
          <p className="text-ink-2">
            “<bdi lang={writtenLanguage(entry.purpose)}>{entry.purpose}</bdi>”
          </p>
        ) : null}
        <Outcome entry={entry} />
      </div>
    </li>
  );
};
