import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The account PostgreSQL runs as when Portico itself was started as root. */
export type SystemUser = { readonly uid: number; readonly gid: number; readonly name: string };

const preferredNames = ['postgres', 'nobody'];

/**
 * The unprivileged account for the database, or undefined when this process is
 * not root and the database simply runs as the same account. PostgreSQL refuses
 * to run as root, and initdb needs a uid that has a passwd entry.
 */
export function findDatabaseUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of preferredNames) {
    const entry = entries.find((fields) => fields[0] === name);
    if (entry) return { name, uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new Error(
    'Started as root, but there is neither a "postgres" nor a "nobody" account for the database to run as. Start Portico as an ordinary user.',
  );
}

/** The part of spawn's options that makes the child run as that account. */
export function asUser(user: SystemUser | undefined): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

/**
 * Whether the account can do to the path what `test` asks (`-x`, `-r`, `-w`).
 * Asked of the system as that account, so modes, owners and access lists of all
 * folders above count as they really do.
 */
export function canReach(user: SystemUser | undefined, flag: '-x' | '-r' | '-w', path: string): boolean {
  const run = spawnSync('/bin/sh', ['-c', `test ${flag} "$1"`, 'sh', path], {
    ...asUser(user),
    cwd: '/',
    stdio: 'ignore',
    timeout: 5_000,
  });
  return run.status === 0;
}
