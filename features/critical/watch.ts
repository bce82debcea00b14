import { setTimeout as pause } from 'node:timers/promises';
import { bind } from '#platform/db/statement.ts';
import type { Pool } from '#platform/db/pool.ts';
import { newId, type RequestId } from '#platform/ids.ts';
import type { Log } from '#platform/log.ts';
import type { WriteHandler } from '#platform/operation.ts';
import type { ServiceRunner } from '#platform/service-runner.ts';
import * as sql from './watch-store.ts';

const everyMs = 2_000;
/** Alerts escalated in one step; the next step goes on. */
const escalationsPerStep = 500;

export type Watch = {
  /** One round over everything that is due; safe at any moment, in any number of processes. */
  step(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
  /** Milliseconds since a round last ended well. */
  sinceSuccessMs(): number;
};

export type WatchDeps = {
  /** Role `app_worker`. */
  pool: Pool;
  worker: ServiceRunner;
  look: WriteHandler;
  tell: WriteHandler;
  escalate: WriteHandler;
  log: Log;
  onFailure: () => void;
};

/**
 * Works off what the importer noted, and escalates by the database's time. All it knows stands in rows: it can be
 * killed at any moment, and the next one begins where the last commit was.
 */
export const createWatch = (deps: WatchDeps): Watch => {
  let lastSuccess = performance.now();
  let running: Promise<void> | undefined;
  let stopping: AbortController | undefined;

  const run = async (handler: WriteHandler, body: Record<string, unknown>): Promise<number> =>
    ((await deps.worker.write(handler, { body }, newId<RequestId>())) as { done: number }).done;

  const failed = (what: string, error: unknown): void => {
    deps.onFailure();
    deps.log.error(what, { error });
  };

  /** What fails for one patient is put off, and everybody else's is done all the same. */
  const lookAtDue = async (): Promise<boolean> => {
    const [due] = await deps.pool.run([bind(sql.listDue)]);
    let isWhole = true;
    for (const { patient_id: patientId, work } of due) {
      try {
        await run(work === 'critical' ? deps.look : deps.tell, { patientId });
      } catch (error) {
        isWhole = false;
        failed('a new or changed result could not be looked at', error);
        await deps.pool.run([bind(sql.postpone, [patientId, work, null])]);
      }
    }
    return isWhole;
  };

  const escalateDue = async (): Promise<void> => {
    for (let n = 0; n < escalationsPerStep && (await run(deps.escalate, {})) > 0; n++);
  };

  const step = async (): Promise<void> => {
    // First what is overdue: nothing that arrives may keep it waiting. Then what came with nobody to name.
    await escalateDue();
    const isWhole = await lookAtDue();
    await escalateDue();
    const [late] = await deps.pool.run([bind(sql.remind)]);
    if (late.length > 0) deps.log.warn('critical alerts wait past their time', { count: late.length });
    if (isWhole) lastSuccess = performance.now();
  };

  const loop = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      await step().catch((error: unknown) => failed('the watch over critical results failed', error));
      await pause(everyMs, undefined, { signal }).catch(() => {});
    }
  };

  return {
    step,
    start: () => {
      if (running) return;
      stopping = new AbortController();
      running = loop(stopping.signal);
    },
    stop: async () => {
      stopping?.abort();
      await running;
      running = undefined;
    },
    sinceSuccessMs: () => performance.now() - lastSuccess,
  };
};
