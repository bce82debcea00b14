import { dayOf } from '../../../../web/lib/format.ts';
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

/** Deeds that are told apart: what was done with an account, or said of a result, differs by operation. */
const deedKey = ({ category, operation }: LogLine): string =>
  category === 'account' || category === 'comments' ? `${category} ${operation}` : category;

/** What a visit did, one entry a kind, oldest first, with how many different records it was shown. */
export const deedsOf = (lines: readonly LogLine[]): { key: string; line: LogLine; recordCount: number }[] => {
  const byKind = new Map<string, { line: LogLine; ids: Set<string> }>();
  for (const line of lines.toReversed()) {
    const key = deedKey(line);
    const deed = byKind.get(key) ?? { line, ids: new Set<string>() };
    byKind.set(key, deed);
    if (countsRecords(line)) for (const id of line.recordIds) deed.ids.add(id);
  }
  return [...byKind].map(([key, { line, ids }]) => ({ key, line, recordCount: ids.size }));
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
