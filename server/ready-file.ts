import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '#platform/db/embedded/postmaster.ts';

/** A demo account, with what signs it in. */
export type DemoAccount = {
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly totpSecret: string;
};

/** What scripts read while the portal runs; `accounts` is empty but in demo mode. */
export type Ready = {
  readonly url: string;
  readonly pid: number;
  readonly metricsUrl: string;
  readonly accounts: readonly DemoAccount[];
};

function pathIn(dataFolder: string): string {
  return join(dataFolder, 'ready.json');
}

/** Appears whole, 0600, when the portal serves. */
export function writeReadyFile(dataFolder: string, ready: Ready): void {
  const partial = `${pathIn(dataFolder)}.new`;
  writeFileSync(partial, `${JSON.stringify(ready, null, 2)}\n`, { mode: 0o600 });
  renameSync(partial, pathIn(dataFolder));
}

/** Gone at stop; a start removes what a killed process left. */
export function removeReadyFile(dataFolder: string): void {
  rmSync(pathIn(dataFolder), { force: true });
}

/** Before anything else at a start: scripts that wait for the file must not read a killed process's. */
export function removeStaleReadyFile(dataFolder: string): void {
  const file = findReadyFile(dataFolder);
  if (file && !isAlive(file.pid)) removeReadyFile(dataFolder);
}

/** The running portal's file, if it is there. */
export function findReadyFile(dataFolder: string): Ready | undefined {
  try {
    return JSON.parse(readFileSync(pathIn(dataFolder), 'utf8')) as Ready;
  } catch {
    return undefined;
  }
}
