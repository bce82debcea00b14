import { bind } from '#platform/db/statement.ts';
import type { Pool } from '#platform/db/pool.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import type { Log } from '#platform/log.ts';
import type { Metrics } from '#platform/metrics.ts';
import type { Handler } from '#platform/operation.ts';
import type { ServiceRunner } from '#platform/service-runner.ts';
import type { Directory } from '#features/tasks/index.ts';
import { alertsHandlers } from './alerts.ts';
import { correctionsHandlers } from './corrections.ts';
import { earlierHandlers, type FindPerson } from './earlier.ts';
import { escalate } from './escalate.ts';
import { lookAtResults } from './look-at-results.ts';
import { settingsHandlers } from './settings.ts';
import { tellOfChanges } from './tell-of-changes.ts';
import { createWatch, type Watch } from './watch.ts';
import * as sql from './watch-store.ts';

export type CriticalDeps = {
  /** Of the process role `app`. */
  sealer: Sealer;
  directory: Directory;
  findPerson: FindPerson;
  worker: {
    /** Role `app_worker`. */
    pool: Pool;
    sealer: Sealer;
    runner: ServiceRunner;
  };
  log: Log;
  metrics: Metrics;
};

export type Critical = { handlers: Handler[]; watch: Watch };

/** Figures to alarm on: numbers, nobody's name. They are asked for when the metrics are fetched. */
const measure = ({ worker, metrics }: CriticalDeps, watch: Watch): void => {
  const count = async () => (await worker.pool.run([bind(sql.countForMetrics)]))[0][0]!;
  metrics.gauge(
    'portico_critical_alerts_open',
    'Critical results that wait for an answer',
    async () => (await count()).open,
  );
  metrics.gauge(
    'portico_critical_alerts_overdue',
    'Critical results past their time; alarm above 0',
    async () => (await count()).overdue,
  );
  metrics.gauge(
    'portico_critical_waiting_seconds',
    'Age of the oldest stored result that is due to be looked at; alarm above 120',
    async () => (await count()).waiting_seconds,
  );
  metrics.gauge(
    'portico_critical_deputy_missing',
    '1 while nobody answers for critical results that the responsible clinician leaves; alarm on 1',
    async () => ((await count()).no_deputy ? 1 : 0),
  );
  metrics.gauge('portico_critical_watch_silent_seconds', 'Seconds since the watch last did all that was due', () =>
    Math.min(watch.sinceSuccessMs() / 1000, 1e9),
  );
};

export const createCritical = (deps: CriticalDeps): Critical => {
  const { sealer, directory, findPerson, worker, log, metrics } = deps;
  const failures = metrics.counter('portico_critical_watch_failures_total', 'Looks at results that failed');
  const watch = createWatch({
    pool: worker.pool,
    worker: worker.runner,
    look: lookAtResults({ sealer: worker.sealer }),
    tell: tellOfChanges({ sealer: worker.sealer }),
    escalate: escalate({ sealer: worker.sealer }),
    log,
    onFailure: () => failures.add(),
  });
  measure(deps, watch);
  return {
    handlers: [
      ...alertsHandlers({ sealer, directory }),
      ...settingsHandlers({ sealer }),
      ...correctionsHandlers({ sealer, directory }),
      ...earlierHandlers({ sealer, findPerson }),
    ],
    watch,
  };
};
