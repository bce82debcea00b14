import { Plural, Trans } from '@lingui/react/macro';
import { useFormats } from '../../../../web/lib/format.ts';
import type { ReviewEntry } from '../../review/contract.ts';

/** Changes of rights name in their detail who got or lost what; of other entries it only repeats the deed. */
export const saysWhat = ({ category, action }: ReviewEntry): boolean => category === 'privilege' && action !== 'read';

/** How many records an entry showed or changed. */
export const Records = ({ entry }: { entry: ReviewEntry }) =>
  entry.records > 0 && entry.patient !== null && entry.category !== 'log-review' ? (
    <span className="text-sm text-ink-2">
      {' · '}
      <Plural value={entry.records} one="# record" other="# records" />
    </span>
  ) : null;

/** One entry as an investigation reads it. */
export const EntryFacts = ({ entry }: { entry: ReviewEntry }) => {
  const formats = useFormats();
  const facts = [
    { key: 'time', name: <Trans>Time</Trans>, value: formats.dateTime(entry.at) },
    { key: 'reason', name: <Trans>Reason</Trans>, value: entry.purpose },
    { key: 'detail', name: <Trans>Detail</Trans>, value: saysWhat(entry) ? null : entry.detail },
    { key: 'address', name: <Trans>Internet address</Trans>, value: entry.ip?.replace(/^::ffff:/, '') },
    { key: 'device', name: <Trans>Browser</Trans>, value: entry.device },
    { key: 'operation', name: <Trans>Operation</Trans>, value: entry.operation },
    { key: 'request', name: <Trans>Request</Trans>, value: entry.request },
  ];
  return (
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
  );
};
