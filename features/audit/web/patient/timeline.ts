import { dayOf } from '../../../../web/lib/format.ts';
import { deedOf, type Deed } from '../../deeds.ts';
import type { LogLine } from '../../disclosed.ts';

/** A line with the proof to take away, once it is proven (a C2SP `.tlog-proof`). */
export type PageLine = LogLine & { proof?: () => string };

/** One row of the timeline: one visit of somebody else to the record, or what the person did herself on one day. Newest first. */
export type Row = { key: string; kind: 'other' | 'own'; lines: [PageLine, ...PageLine[]] };
export type Day = { key: string; at: Date; rows: Row[] };

/** Looks of one person that lie no further apart than this are one visit. */
const visitGapMs = 30 * 60_000;

/** One line that stands for itself: what cannot be read belongs to no visit. */
const isSameVisit = (row: Row | undefined, line: PageLine): row is Row => {
  const last = row?.lines.at(-1);
  if (row?.kind !== 'other' || !last || last.unreadable || line.unreadable) return false;
  const isSamePerson = last.actor.name === line.actor.name && last.actor.role === line.actor.role;
  return isSamePerson && last.outcome === line.outcome && Date.parse(last.at) - Date.parse(line.at) <= visitGapMs;
};

/**
 * What the patient did herself. The entry must say that the account was her own: another patient's role is
 * `patient` too. Whatever was refused or failed is shown as somebody else's, so that no try is folded away.
 */
export const isOwn = (line: LogLine): boolean =>
  line.own === true && line.outcome === 'ok' && line.actor.role === 'patient';

/** Reports and single records belong to results that a list shows: counted too, one result would be two. */
const countsRecords = ({ category, operation }: LogLine): boolean =>
  category !== 'results' || operation === 'records.listResults';

/** One deed of a visit, and how many different records it was shown. */
export type SummedDeed = { key: string; line: LogLine; recordCount: number };

/** Records on one page of a list. */
export const fullPage = 200;
/** A count that pages made, not the person: it says how much was fetched at once. */
export const isFullPage = (count: number): boolean => count > 0 && count % fullPage === 0;

/** What a visit did, each deed once, oldest first. What pages of one list showed is counted together. */
export const deedsOf = (lines: readonly LogLine[]): SummedDeed[] => {
  const byDeed = new Map<Deed, { line: LogLine; ids: Set<string> }>();
  for (const line of lines.toReversed()) {
    const key = deedOf(line);
    const deed = byDeed.get(key) ?? { line, ids: new Set<string>() };
    byDeed.set(key, deed);
    if (countsRecords(line)) for (const id of line.recordIds) deed.ids.add(id);
  }
  return [...byDeed].map(([key, { line, ids }]) => ({ key, line, recordCount: ids.size }));
};

/** Newest day first. A person's own looks of one day share a row: they would bury the others. */
export const daysOf = (lines: readonly PageLine[], showsOwn: boolean): Day[] => {
  const days = new Map<string, Day>();
  for (const line of lines) {
    const own = isOwn(line);
    if (own && !showsOwn) continue;
    const at = new Date(line.at);
    const day = days.get(dayOf(at)) ?? { key: dayOf(at), at, rows: [] };
    days.set(day.key, day);
    const newest = day.rows.at(-1);
    const row = own ? day.rows.find(({ kind }) => kind === 'own') : isSameVisit(newest, line) ? newest : undefined;
    if (row) row.lines.push(line);
    else day.rows.push({ key: line.id, kind: own ? 'own' : 'other', lines: [line] });
  }
  return [...days.values()];
};
