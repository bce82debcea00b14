import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

// The socket lies in a short temporary folder; its path is noted in the data
// folder so that the command line finds a running database, and so that the
// next start removes what a killed process left.

function notePath(dataFolder: string): string {
  return join(dataFolder, 'postgres.socket');
}

/** The socket folder of the database that runs (or was killed) on this data folder. */
export function findSocketFolder(dataFolder: string): string | undefined {
  try {
    const folder = readFileSync(notePath(dataFolder), 'utf8').trim();
    return basename(folder).startsWith('portico-') ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the socket folder's path. */
export function noteSocketFolder(dataFolder: string, socketFolder: string): void {
  writeFileSync(notePath(dataFolder), `${socketFolder}\n`, { mode: 0o600 });
}

/** Removes the note at an orderly stop. */
export function forgetSocketFolder(dataFolder: string): void {
  rmSync(notePath(dataFolder), { force: true });
}
