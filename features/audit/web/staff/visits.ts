import { dayOf } from '../../../../web/lib/format.ts';
import type { ReviewEntry } from '../../review/contract.ts';

/** What one person did with one patient's record in one go, newest entry first. */
export type Visit = { key: string; entries: [ReviewEntry, ...ReviewEntry[]] };
/** A day at the clinic. */
export type ReviewDay = { key: string; at: string; visits: Visit[] };

/** Entries of one person and patient no further apart than this are one visit, as patients read it. */
const gapMs = 30 * 60_000;

/** Who, with whose record, and how it ended: what was refused is never folded into what was done. */
const groupOf = ({ actor, patient, outcome, ip }: ReviewEntry): string =>
  JSON.stringify([actor.accountId, actor.name, actor.role, patient?.id, outcome, actor.accountId ? null : ip]);

/** Entries, newest first, as days of visits. What cannot be read stands by itself. */
export const reviewDays = (entries: readonly ReviewEntry[]): ReviewDay[] => {
  const days = new Map<string, ReviewDay & { open: Map<string, Visit> }>();
  for (const entry of entries) {
    const key = dayOf(entry.at);
    const day = days.get(key) ?? { key, at: entry.at, visits: [], open: new Map<string, Visit>() };
    days.set(key, day);
    const group = groupOf(entry);
    const visit = entry.unreadable ? undefined : day.open.get(group);
    if (visit && Date.parse(visit.entries.at(-1)!.at) - Date.parse(entry.at) <= gapMs) {
      visit.entries.push(entry);
      continue;
    }
    const begun: Visit = { key: entry.id, entries: [entry] };
    day.visits.push(begun);
    if (!entry.unreadable) day.open.set(group, begun);
  }
  return [...days.values()].map(({ key, at, visits }) => ({ key, at, visits }));
};
