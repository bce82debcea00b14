import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A held lock on a data folder. Released by `release` or by the process's end, however it ends. */
export type FolderLock = { release(): void };

/**
 * Takes the data folder for this process, or returns undefined when another
 * process holds it. Node offers no file locks of its own; SQLite's exclusive
 * transaction takes the operating system's, which also a kill -9 releases, so
 * there is no stale lock to judge.
 */
export function findFolderLock(folder: string): FolderLock | undefined {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
  try {
    database.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  writeFileSync(join(folder, 'lock.pid'), `${process.pid}\n`, { mode: 0o600 });
  return { release: () => database.close() };
}

/** The process that holds (or last held) the folder's lock, for messages. */
export function findLockHolder(folder: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(folder, 'lock.pid'), 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

const sqliteBusy = 5;
const sqliteLocked = 6;

function isBusy(error: unknown): boolean {
  const code = (error as { errcode?: unknown }).errcode;
  return code === sqliteBusy || code === sqliteLocked;
}
