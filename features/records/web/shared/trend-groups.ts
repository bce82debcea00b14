import type { Trend } from '../../trend.ts';
import { isUrgent } from './standing.ts';

export type GroupKey = 'urgent' | 'out' | 'in' | 'rest';

const isOut = ({ latest }: Trend): boolean =>
  !latest.withdrawn && ['above', 'below', 'abnormal', 'critical'].includes(latest.state);

const groupOf = (trend: Trend): GroupKey => {
  if (isUrgent(trend.latest)) return 'urgent';
  if (isOut(trend)) return 'out';
  return trend.latest.state === 'in' && !trend.latest.withdrawn ? 'in' : 'rest';
};

const order: readonly GroupKey[] = ['urgent', 'out', 'in', 'rest'];

/** Tests by where their latest value stands, worst group first; empty groups are left out. */
export const groupByStanding = (trends: readonly Trend[]): { key: GroupKey; trends: Trend[] }[] =>
  order
    .map((key) => ({ key, trends: trends.filter((trend) => groupOf(trend) === key) }))
    .filter((group) => group.trends.length > 0);

/** The test at the top of the list. */
export const firstShown = (trends: readonly Trend[]): Trend | undefined => groupByStanding(trends)[0]?.trends[0];
