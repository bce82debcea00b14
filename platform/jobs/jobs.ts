import { Logger, parseCronItems, run, type Runner, type TaskList } from 'graphile-worker';
import pg from 'pg';
import type { Connection } from '../db/embedded/connections.ts';
import type { Log } from '../log.ts';

/** Work that runs by the clock, as the service actor `worker` (database role app_worker). */
export type Task = {
  /** feature.task, the same in logs and metrics. */
  readonly name: `${string}.${string}`;
  /** Cron pattern in UTC, such as `15 3 * * *`. */
  readonly schedule: string;
  /** Does the work. It must stop soon after `signal` aborts, and be safe to run again after a crash. */
  readonly run: (signal: AbortSignal) => Promise<void>;
};

export type Jobs = {
  /** Queues a scheduled task for now, once: for `portico` commands and tests. */
  runSoon(name: Task['name']): Promise<void>;
  /** Lets running jobs end (5 s), then aborts them; their work is tried again at the next start. */
  stop(): Promise<void>;
};

const maxAttempts = 5;
const backfillPeriodMs = 24 * 3_600_000;
const poolSize = 4;

/**
 * Starts the job worker. Jobs carry no payload beyond their schedule's time
 * stamp. A failed job is tried again with growing pauses; a job missed while the
 * portal was down runs at the next start, up to a day late.
 */
export async function startJobs(options: {
  connection: Connection;
  tasks: readonly Task[];
  log: Log;
  onFinished?: (task: string, outcome: 'ok' | 'failed') => void;
}): Promise<Jobs> {
  const { log, onFinished } = options;
  const pool = new pg.Pool({ ...options.connection, max: poolSize });
  // A lost idle connection is replaced; graphile-worker listens and polls again.
  const onLost = (error: Error): void => log.warn('job queue connection lost', { error });
  pool.on('error', onLost).on('connect', (client) => void client.on('error', onLost));
  const taskList: TaskList = Object.fromEntries(
    options.tasks.map((task) => [
      task.name,
      async (_payload: unknown, { job, abortSignal }) => {
        try {
          await task.run(abortSignal ?? new AbortController().signal);
          onFinished?.(task.name, 'ok');
        } catch (error) {
          log.error('job failed', { task: task.name, attempt: job.attempts, error });
          onFinished?.(task.name, 'failed');
          // graphile-worker stores the message with the job: it must quote nothing.
          // oxlint-disable-next-line preserve-caught-error -- for that reason
          throw new Error('failed');
        }
      },
    ]),
  );
  let runner: Runner;
  try {
    runner = await run({
      pgPool: pool,
      taskList,
      parsedCronItems: parseCronItems(
        options.tasks.map((task) => ({
          task: task.name,
          match: task.schedule,
          identifier: task.name,
          options: { maxAttempts, backfillPeriod: backfillPeriodMs, jobKey: task.name },
        })),
      ),
      concurrency: 1,
      pollInterval: 5_000,
      noHandleSignals: true,
      logger: quietLogger(log),
    });
  } catch (error) {
    await pool.end();
    throw error;
  }
  // Resolves at stop; a worker that dies otherwise is a defect to see.
  runner.promise.catch((error: unknown) => log.error('job worker ended', { error }));
  return {
    async runSoon(name) {
      await runner.addJob(name, {}, { jobKey: name, maxAttempts });
    },
    async stop() {
      await runner.stop().catch(() => {});
      await pool.end();
    },
  };
}

/** graphile-worker's own messages quote payloads and errors: only that there was one is logged. */
function quietLogger(log: Log): Logger {
  return new Logger(() => (level) => {
    if (level === 'error') log.warn('the job worker reported a problem');
  });
}
