import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findPostmasterFile, stopPostmaster } from '#platform/db/embedded/postmaster.ts';
import { asUser, findDatabaseUser } from '#platform/db/embedded/system-user.ts';

const debianFolder = '/usr/lib/postgresql';
const superuserPassword = 'only-for-this-test';

/** A PostgreSQL that a hospital runs itself: the distribution's, with stock settings. */
export type SystemPostgres = {
  readonly version: number;
  readonly socketFolder: string;
  readonly superuser: { user: string; password: string };
  stop(): Promise<void>;
};

/** The newest of the distribution's PostgreSQL versions from 15 on; undefined where there is none. */
export function findSystemVersion(): number | undefined {
  if (!existsSync(debianFolder)) return undefined;
  const versions = readdirSync(debianFolder).map(Number);
  return versions.filter((version) => version >= 15).toSorted((a, b) => b - a)[0];
}

/** Starts a throw-away cluster of it, on a Unix socket only. */
export async function startSystemPostgres(version: number): Promise<SystemPostgres> {
  const programs = join(debianFolder, String(version), 'bin');
  const user = findDatabaseUser();
  const folder = mkdtempSync(join(tmpdir(), 'portico-system-'));
  const data = join(folder, 'data');
  const password = join(folder, 'password');
  mkdirSync(data);
  writeFileSync(password, superuserPassword);
  chmodSync(folder, 0o711);
  for (const path of user ? [folder, data, password] : []) chownSync(path, user!.uid, user!.gid);
  const options = { ...asUser(user), cwd: data, env: { PATH: process.env.PATH, LC_ALL: 'C' } };
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', `--pwfile=${password}`, '--auth=scram-sha-256', '-E', 'UTF8', '--locale=C.UTF-8'],
    { ...options, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(made.stderr);
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'fsync=off'];
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
    ...options,
    stdio: 'ignore',
  });
  const giveUpAt = Date.now() + 30_000;
  while (findPostmasterFile(data)?.isReady !== true) {
    if (server.exitCode !== null || Date.now() > giveUpAt) throw new Error('The system PostgreSQL did not start');
    await pause(20);
  }
  return {
    version,
    socketFolder: folder,
    superuser: { user: 'postgres', password: superuserPassword },
    async stop() {
      await stopPostmaster(server.pid!);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
