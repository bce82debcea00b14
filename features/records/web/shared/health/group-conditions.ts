import { time } from '../../../panel.ts';
import type { Condition } from '../../../read/condition.ts';

export type ConditionPart = 'now' | 'past' | 'concerns' | 'not-so';

/** Where a condition is listed. What has no status counts as current: nothing is called past without proof. */
export const partOfCondition = ({ state, kind }: Pick<Condition, 'state' | 'kind'>): ConditionPart => {
  if (state === 'refuted' || state === 'withdrawn') return 'not-so';
  if (state === 'resolved') return 'past';
  return kind === 'concern' ? 'concerns' : 'now';
};

/** The same condition noted several times, the newest note first. */
export type ConditionGroup = { key: string; lead: Condition; others: Condition[] };

const when = ({ recordedAt, since }: Condition): number => time(recordedAt ?? since);

/** Notes of one condition in one part of the list together; the order is that of the newest note. */
export const groupConditions = (conditions: readonly Condition[]): ConditionGroup[] => {
  const groups = new Map<string, Condition[]>();
  for (const condition of conditions) {
    const name = condition.snomed ?? condition.icd10 ?? (condition.name.toLowerCase() || (condition.id ?? ''));
    const key = `${partOfCondition(condition)} ${name}`;
    groups.set(key, [...(groups.get(key) ?? []), condition]);
  }
  return [...groups]
    .map(([key, members]) => {
      const [lead, ...others] = members.toSorted((a, b) => when(b) - when(a));
      return { key, lead: lead!, others };
    })
    .toSorted((a, b) => when(b.lead) - when(a.lead));
};
