import type { Config } from '#platform/config.ts';
import type { Connections } from '#platform/db/embedded/connections.ts';
import type { Task } from '#platform/jobs/jobs.ts';
import type { Log } from '#platform/log.ts';
import type { Metrics } from '#platform/metrics.ts';
import type { Portico } from './app.ts';
import { verifyInstallation } from './verification.ts';

/** What runs by the clock (UTC). */
export function scheduledTasks(deps: {
  config: Config;
  connections: Connections;
  portico: Portico;
  log: Log;
  metrics: Metrics;
}): readonly Task[] {
  // 1 until a night finds otherwise; an alarm belongs on 0.
  let isWhole = 1;
  deps.metrics.gauge('portico_log_whole', 'Whether the last nightly check found log and records whole', () => isWhole);
  return [
    {
      name: 'audit.verifyRecords',
      schedule: '15 3 * * *',
      run: async () => {
        const report = await verifyInstallation(deps, { records: true });
        isWhole = report.ok ? 1 : 0;
        if (report.ok) deps.log.info('log and records are whole', { size: report.size });
        else deps.log.error('the log or a record was tampered with', { reason: report.kind });
      },
    },
  ];
}
