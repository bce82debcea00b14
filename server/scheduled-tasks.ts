import type { Task } from '#platform/jobs/jobs.ts';
import type { Log } from '#platform/log.ts';
import type { Portico } from './app.ts';

/** What runs by the clock (UTC), collected from the features. */
export function scheduledTasks(_portico: Portico, _log: Log): readonly Task[] {
  return [];
}
