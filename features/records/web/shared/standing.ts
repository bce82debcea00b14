import type { Standing } from '../../../../web/ui/Flag.tsx';
import { daysAgo } from '../../../../web/lib/format.ts';
import type { Result, ResultState } from '../../observation.ts';

const standings: Record<ResultState, Standing> = {
  in: 'in',
  above: 'above',
  below: 'below',
  abnormal: 'outside',
  critical: 'critical',
  unknown: 'unknown',
};

/** How a result's state is shown. */
export const standingOf = (state: ResultState): Standing => standings[state];

/** After this many days "call us now" about a critical value would be wrong: the moment has passed. */
const urgentDays = 30;

export const isUrgent = (result: Pick<Result, 'state' | 'takenAt' | 'withdrawn'>, now: Date = new Date()): boolean =>
  result.state === 'critical' &&
  !result.withdrawn &&
  (result.takenAt === null || daysAgo(result.takenAt, now) <= urgentDays);
