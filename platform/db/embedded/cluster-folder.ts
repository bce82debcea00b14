import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { asUser, canReach, type SystemUser } from './system-user.ts';

const rootStateFolder = '/var/lib/portico';
const initTimeoutMs = 60_000;

/**
 * The folder that holds the cluster's files for a data folder: `postgres` inside
 * it, or, when the database account cannot reach that place, a folder of its own
 * whose path is kept in `postgres.path`. It need not exist yet.
 */
export function getClusterFolder(dataFolder: string, user: SystemUser | undefined): string {
  const note = join(dataFolder, 'postgres.path');
  if (existsSync(note)) return readFileSync(note, 'utf8').trim();
  const inside = join(dataFolder, 'postgres');
  if (isInitialised(inside) || canHold(inside, user)) return inside;
  const outside = join(rootStateFolder, `postgres-${randomBytes(8).toString('hex')}`);
  mkdirSync(rootStateFolder, { recursive: true, mode: 0o755 });
  if (!canHold(outside, user)) {
    throw new Error(`The database account ${user?.name} can reach neither ${inside} nor ${outside}`);
  }
  writeFileSync(note, `${outside}\n`, { mode: 0o600 });
  return outside;
}

/** Whether the cluster has been created: it appears under its name only when initdb was through. */
export function isInitialised(clusterFolder: string): boolean {
  return existsSync(join(clusterFolder, 'PG_VERSION'));
}

function partialName(clusterFolder: string): string {
  return `${clusterFolder}.new`;
}

function canHold(clusterFolder: string, user: SystemUser | undefined): boolean {
  const probe = partialName(clusterFolder);
  makeOwned(probe, user);
  const reachable = canReach(user, '-w', probe);
  rmSync(probe, { recursive: true, force: true });
  return reachable;
}

function makeOwned(folder: string, user: SystemUser | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (user) chownSync(folder, user.uid, user.gid);
}

/** A new short 0700 folder that the account can use: a socket's path must stay under 108 bytes, wherever the data lies. */
export function makeShortFolder(user: SystemUser | undefined): string {
  const base = tmpdir().length <= 60 && canReach(user, '-x', tmpdir()) ? tmpdir() : '/tmp';
  const folder = mkdtempSync(join(base, 'portico-'));
  makeOwned(folder, user);
  return folder;
}

/**
 * Creates the cluster: data checksums, the built-in C.UTF-8 locale (sorts the
 * same on every machine), passwords by SCRAM even over the socket. It is made
 * beside its place and renamed, so an interrupted one is simply made again.
 */
export function initialise(
  binaries: Binaries,
  clusterFolder: string,
  user: SystemUser | undefined,
  superuserPassword: string,
): void {
  const partial = partialName(clusterFolder);
  rmSync(partial, { recursive: true, force: true });
  makeOwned(partial, user);
  const passwordFolder = makeShortFolder(user);
  const passwordFile = join(passwordFolder, 'password');
  try {
    writeFileSync(passwordFile, `${superuserPassword}\n`, { mode: 0o600 });
    if (user) chownSync(passwordFile, user.uid, user.gid);
    runInitdb(binaries, partial, user, passwordFile);
  } finally {
    rmSync(passwordFolder, { recursive: true, force: true });
  }
  renameSync(partial, clusterFolder);
}

function runInitdb(binaries: Binaries, folder: string, user: SystemUser | undefined, passwordFile: string): void {
  const run = spawnSync(
    binaries.initdb,
    [
      `--pgdata=${folder}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      '--no-instructions',
    ],
    {
      ...asUser(user),
      cwd: '/',
      encoding: 'utf8',
      timeout: initTimeoutMs,
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
    },
  );
  if (run.status !== 0) {
    const reason = run.error?.message ?? run.stderr.trim().slice(-2_000);
    throw new Error(`The database could not be created: ${reason}`);
  }
}
