import type { CallOf } from '#platform/contract.ts';
import { dayOf } from '../../../../web/lib/format.ts';
import type { searchLog } from '../../review/contract.ts';

export type Criteria = Omit<CallOf<typeof searchLog>['body'], 'cursor'>;

/** What the form holds: days as typed, and who was chosen. */
export type Typed = {
  fromDay: string;
  toDay: string;
  accountId: string;
  kind: string;
  outcome: string;
  reason: string;
  patient: { id: string; name: string } | undefined;
};

const dayMs = 86_400_000;

/** A calendar day, some days on. */
const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/**
 * When a day begins at the clinic, whatever the clock of this computer: the first moment that the clinic's
 * calendar counts to it. No zone is further than 14 hours from UTC.
 */
export const startOfDay = (day: string): Date => {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  let [before, at] = [midnight - dayMs, midnight + dayMs];
  while (at - before > 1) {
    const middle = Math.floor((before + at) / 2);
    if (dayOf(new Date(middle)) < day) before = middle;
    else at = middle;
  }
  return new Date(at);
};

/** The last seven days, until the end of today. */
export const lastWeek = (now = new Date()): Typed => ({
  fromDay: addDays(dayOf(now), -6),
  toDay: dayOf(now),
  accountId: '',
  kind: '',
  outcome: '',
  reason: '',
  patient: undefined,
});

/** The criteria of a form that was checked. Days are whole ones of the clinic's calendar. */
export const criteriaOf = (typed: Typed): Criteria => ({
  from: startOfDay(typed.fromDay).toISOString(),
  to: startOfDay(addDays(typed.toDay, 1)).toISOString(),
  reason: typed.reason.trim(),
  ...(typed.patient ? { patientId: typed.patient.id } : {}),
  ...(typed.accountId ? { accountId: typed.accountId } : {}),
  ...(typed.kind ? { kind: typed.kind as NonNullable<Criteria['kind']> } : {}),
  ...(typed.outcome ? { outcome: typed.outcome as NonNullable<Criteria['outcome']> } : {}),
});

/** What is wrong with the days, as a word for the page. */
export const dayProblem = ({ fromDay, toDay, patient }: Typed): 'missing' | 'order' | 'long' | undefined => {
  const [from, to] = [Date.parse(`${fromDay}T00:00:00Z`), Date.parse(`${toDay}T00:00:00Z`)];
  if (Number.isNaN(from) || Number.isNaN(to)) return 'missing';
  if (from > to) return 'order';
  return !patient && to - from > 364 * dayMs ? 'long' : undefined;
};
