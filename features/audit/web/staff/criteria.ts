import type { CallOf } from '#platform/contract.ts';
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
const dayText = (date: Date): string => {
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
};

/** The last seven days, until the end of today. */
export const lastWeek = (now = new Date()): Typed => ({
  fromDay: dayText(new Date(now.getTime() - 6 * dayMs)),
  toDay: dayText(now),
  accountId: '',
  kind: '',
  outcome: '',
  reason: '',
  patient: undefined,
});

/** The criteria of a form that was checked. Days are whole ones on the reviewer's own clock. */
export const criteriaOf = (typed: Typed): Criteria => {
  const end = new Date(`${typed.toDay}T00:00:00`);
  end.setDate(end.getDate() + 1);
  return {
    from: new Date(`${typed.fromDay}T00:00:00`).toISOString(),
    to: end.toISOString(),
    reason: typed.reason.trim(),
    ...(typed.patient ? { patientId: typed.patient.id } : {}),
    ...(typed.accountId ? { accountId: typed.accountId } : {}),
    ...(typed.kind ? { kind: typed.kind as NonNullable<Criteria['kind']> } : {}),
    ...(typed.outcome ? { outcome: typed.outcome as NonNullable<Criteria['outcome']> } : {}),
  };
};

/** What is wrong with the days, as a word for the page. */
export const dayProblem = ({ fromDay, toDay, patient }: Typed): 'missing' | 'order' | 'long' | undefined => {
  const [from, to] = [Date.parse(`${fromDay}T00:00:00`), Date.parse(`${toDay}T00:00:00`)];
  if (Number.isNaN(from) || Number.isNaN(to)) return 'missing';
  if (from > to) return 'order';
  return !patient && to - from > 364 * dayMs ? 'long' : undefined;
};
