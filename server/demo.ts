import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDemo, demoAccounts, type DemoAccount } from '#features/admin/index.ts';
import type { Config } from '#platform/config.ts';
import { removeCluster } from '#platform/db/embedded/cluster.ts';
import type { Log } from '#platform/log.ts';
import type { Portico } from './app.ts';
import { openDatabase, requireInstallation } from './database.ts';
import { findInstallation, timeZoneOf, type Installation } from './installation.ts';

const seedBytes = 32;

/**
 * The seed that the demo accounts' passwords and authenticator keys derive from:
 * random per installation, 0600, and apart from the database.
 */
export function loadDemoSeed(config: Config): Buffer {
  const file = join(config.secretsFolder, 'demo-seed');
  mkdirSync(config.secretsFolder, { recursive: true, mode: 0o700 });
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, randomBytes(seedBytes), { mode: 0o600 });
  try {
    linkSync(partial, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(partial, { force: true });
  }
  const seed = readFileSync(file);
  if (seed.length !== seedBytes) throw new Error(`${file} does not hold a seed of ${seedBytes} bytes`);
  return seed;
}

/** Lies in a folder that was empty when `npm start` came to it, until the demo clinic stands. */
function begunPath(config: Config): string {
  return join(config.dataFolder, 'demo-begun');
}

/** True while a demo clinic is being made, and after that was interrupted. */
export function isDemoBegun(config: Config): boolean {
  return existsSync(begunPath(config));
}

/**
 * Makes an empty folder the place of a demo clinic. Where an earlier first start
 * was interrupted, its unfinished database is removed: nothing but made-up people
 * can be in it. Does nothing for any other folder.
 */
export async function beginDemo(config: Config): Promise<void> {
  if (isDemoBegun(config)) {
    await removeCluster(config.dataFolder);
    rmSync(join(config.dataFolder, 'log'), { recursive: true, force: true });
  } else if (readdirSync(config.dataFolder).length === 0) {
    writeFileSync(begunPath(config), '', { mode: 0o600 });
  }
}

/** From here on the folder's database is kept, whatever it is. */
export function endDemo(config: Config): void {
  rmSync(begunPath(config), { force: true });
}

/** Why a demo clinic was not reset; the message says what to do. */
export class ResetRefused extends Error {
  override name = 'ResetRefused';
}

/**
 * Empties a demo clinic, so that the next `npm start` makes it anew. Passwords and authenticator keys stay:
 * they come from the seed. The portal must be stopped: it has the folder's lock.
 * @throws ResetRefused where anything but a demo clinic is; FolderInUseError while a portal runs
 */
export async function resetDemo(config: Config, log: Log): Promise<void> {
  if (config.databaseUrl) throw new ResetRefused('DATABASE_URL is set: no demo clinic lives in such a database.');
  requireInstallation(config);
  const database = await openDatabase(config, log, { purpose: 'portal', mayCreate: false });
  let found: Installation | undefined;
  try {
    found = await findInstallation(database.connections.owner);
  } finally {
    await database.stop();
  }
  // A first start that was interrupted may have got no further than its empty database.
  if (found ? !found.demo : !isDemoBegun(config)) {
    throw new ResetRefused(`What is in ${config.dataFolder} is no demo clinic. Nothing was changed.`);
  }
  // From here on the next start knows that what it finds is an unfinished demo.
  writeFileSync(begunPath(config), '', { mode: 0o600 });
  await beginDemo(config);
}

/** The demo clinic's accounts; the first time, all of its people and records are made. */
export async function prepareDemo(config: Config, portico: Portico, onMake: () => void): Promise<DemoAccount[]> {
  const seed = loadDemoSeed(config);
  if (!isDemoBegun(config)) return demoAccounts(seed);
  onMake();
  const accounts = await createDemo({
    importer: portico.importer,
    intake: portico.records.intake,
    recordIds: portico.records.recordIds,
    pool: portico.pools.app_importer,
    sealer: portico.sealers.app_importer,
    identity: portico.identity,
    seed,
    now: new Date(),
    timeZone: timeZoneOf(config, { demo: true }),
    fetch: (request, bindings) => portico.fetch(request, bindings),
  });
  endDemo(config);
  return accounts;
}
