import { dateOf } from '../../../../web/lib/format.ts';
import type { LogLine } from '../../disclosed.ts';

/** One row of the timeline: one look, or what the person did herself on one day. */
export type Row = { key: string; kind: 'other'; line: LogLine } | { key: string; kind: 'own'; lines: LogLine[] };
export type Day = { key: string; at: Date; rows: Row[] };

const dayKey = (at: Date): string => `${at.getFullYear()}-${at.getMonth()}-${at.getDate()}`;

export const isOwn = (line: LogLine): boolean => line.actor.role === 'patient';

/** Newest day first. A person's own looks of one day share a row: they would bury the others. */
export const daysOf = (lines: readonly LogLine[], showsOwn: boolean): Day[] => {
  const days = new Map<string, Day>();
  for (const line of lines) {
    const own = isOwn(line);
    if (own && !showsOwn) continue;
    const at = dateOf(line.at);
    const day = days.get(dayKey(at)) ?? { key: dayKey(at), at, rows: [] };
    days.set(day.key, day);
    const last = day.rows.find((row) => row.kind === 'own');
    if (!own) day.rows.push({ key: line.id, kind: 'other', line });
    else if (last?.kind === 'own') last.lines.push(line);
    else day.rows.push({ key: line.id, kind: 'own', lines: [line] });
  }
  return [...days.values()];
};
