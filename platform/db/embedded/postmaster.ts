import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What postmaster.pid says about the server that runs (or ran) on a data folder. */
export type PostmasterFile = { readonly pid: number; readonly isReady: boolean };

/** Reads postmaster.pid; undefined when there is none. Line 1 is the pid, line 8 the state. */
export function findPostmasterFile(dataFolder: string): PostmasterFile | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  return { pid, isReady: lines[7]?.trim() === 'ready' };
}

/** Whether a process of that id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The id of the PostgreSQL server that really runs on this folder: a pid file alone may name a stranger. */
export function findRunningPostmaster(dataFolder: string): number | undefined {
  const file = findPostmasterFile(dataFolder);
  if (!file || !isAlive(file.pid)) return undefined;
  return isPostgresIn(file.pid, dataFolder) ? file.pid : undefined;
}

function isPostgresIn(pid: number, dataFolder: string): boolean {
  if (process.platform === 'linux') {
    try {
      const program = readlinkSync(`/proc/${pid}/exe`);
      return (
        /\/postgres( \(deleted\))?$/.test(program) && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataFolder)
      );
    } catch {
      return false;
    }
  }
  const run = spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8', timeout: 5_000 });
  return run.status === 0 && run.stdout.includes('postgres') && run.stdout.includes(dataFolder);
}

/** Waits until the process has ended; false when it still runs after the time given. */
export async function waitForEnd(pid: number, timeoutMs: number): Promise<boolean> {
  const giveUpAt = Date.now() + timeoutMs;
  while (isAlive(pid)) {
    if (Date.now() > giveUpAt) return false;
    await pause(20);
  }
  return true;
}

/**
 * Stops a server: first the smart shutdown (SIGTERM: ends when its clients have
 * left by themselves, which is given `leaveMs`), then the fast one (SIGINT:
 * transactions are rolled back, a checkpoint is written), then the immediate one
 * (SIGQUIT: the next start recovers from the write-ahead log). Throws when it
 * survives all.
 */
export async function stopPostmaster(pid: number, leaveMs = 0): Promise<void> {
  const polite = leaveMs > 0 ? ([['SIGTERM', leaveMs]] as const) : [];
  for (const [signal, timeoutMs] of [...polite, ['SIGINT', 30_000], ['SIGQUIT', 10_000]] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
      throw error;
    }
    if (await waitForEnd(pid, timeoutMs)) return;
  }
  throw new Error(`The database process ${pid} does not stop`);
}
