import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '#platform/config.ts';
import { isLoopback } from '#platform/config.ts';
import { FolderInUseError, startCluster } from '#platform/db/embedded/cluster.ts';
import {
  embeddedConnections,
  provision,
  setRolePasswords,
  superuserConnection,
  urlConnections,
  withClient,
  type Connections,
} from '#platform/db/embedded/connections.ts';
import { loadDatabaseSecrets, type DatabaseSecrets } from '#platform/db/embedded/secrets.ts';
import { findSocketFolder } from '#platform/db/embedded/socket-note.ts';
import { applyPolicies, migrate } from '#platform/db/migrate.ts';
import type { Log } from '#platform/log.ts';
import { makeDataFolder } from './data-folder.ts';

const root = join(import.meta.dirname, '..');
const databaseName = 'portico';

/** An open database; `stop` ends the embedded server when this process started it. */
export type OpenDatabase = {
  readonly connections: Connections;
  /** False when another process (the portal) runs it: this one is a guest. */
  readonly isOwned: boolean;
  stop(): Promise<void>;
};

/** Nothing is here to open; the message says what to do. */
export class NoInstallation extends Error {
  override name = 'NoInstallation';
}

/** `portal`: must own the embedded database. `command`: may be a guest of a running portal. */
export type Purpose = 'portal' | 'command';

const secretsFileOf = (config: Config): string => join(config.secretsFolder, 'database.json');

/** Throws NoInstallation where nothing was ever made: a mistyped PORTICO_DATA must not leave a new database behind. */
export function requireInstallation(config: Config): void {
  if (existsSync(secretsFileOf(config))) return;
  throw new NoInstallation(
    `There is no installation in ${config.dataFolder}. Run \`npx portico serve --init\` to make one, or \`npm start\` in an empty folder for a demo clinic.`,
  );
}

/**
 * Opens the configured database and brings it up to date: the embedded one is
 * started (created the first time), migrations and policies are applied, the
 * process roles get their passwords. A guest changes none of that.
 */
export async function openDatabase(
  config: Config,
  log: Log,
  { purpose, mayCreate }: { purpose: Purpose; mayCreate: boolean },
): Promise<OpenDatabase> {
  if (!mayCreate) requireInstallation(config);
  makeDataFolder(config.dataFolder);
  const secrets = loadDatabaseSecrets(secretsFileOf(config));
  if (config.databaseUrl) {
    const connections = urlConnections(config.databaseUrl, secrets, tlsTo(config, config.databaseUrl));
    await bringUpToDate(connections, secrets, log);
    return { connections, isOwned: true, stop: async () => {} };
  }
  try {
    return await startEmbedded(config, secrets, log);
  } catch (error) {
    if (!(error instanceof FolderInUseError) || purpose === 'portal') throw error;
    return joinRunning(config, secrets, error);
  }
}

async function startEmbedded(config: Config, secrets: DatabaseSecrets, log: Log): Promise<OpenDatabase> {
  const cluster = await startCluster({
    dataFolder: config.dataFolder,
    superuserPassword: secrets.superuser,
    onUnexpectedEnd: ({ restarted, error }) => {
      if (restarted) log.warn('the database ended by itself and was started again');
      else log.error('the database ended by itself and could not be started again', { error });
    },
  });
  try {
    const connections = embeddedConnections(cluster.socketFolder, secrets, databaseName);
    await provision(superuserConnection(cluster.socketFolder, secrets, databaseName), connections.owner);
    await bringUpToDate(connections, secrets, log);
    return { connections, isOwned: true, stop: () => cluster.stop() };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

const joinTimeoutMs = 30_000;

/** The portal may be starting at this moment: its socket appears within seconds. */
async function joinRunning(config: Config, secrets: DatabaseSecrets, inUse: FolderInUseError): Promise<OpenDatabase> {
  const giveUpAt = Date.now() + joinTimeoutMs;
  for (;;) {
    const socketFolder = findSocketFolder(config.dataFolder);
    if (socketFolder) {
      const connections = embeddedConnections(socketFolder, secrets, databaseName);
      const isUp = await withClient(connections.owner, async () => true).catch(() => false);
      if (isUp) return { connections, isOwned: false, stop: async () => {} };
    }
    if (Date.now() > giveUpAt) throw inUse;
    await pause(100);
  }
}

async function bringUpToDate(connections: Connections, secrets: DatabaseSecrets, log: Log): Promise<void> {
  const ran = await migrate(connections.owner, join(root, 'db/migrations'));
  if (ran.length > 0) log.info('database migrated', { migrations: ran.length });
  const applied = await applyPolicies(connections.owner, readFileSync(join(root, 'db/policies.sql'), 'utf8'));
  if (applied) log.info('access policies applied');
  await setRolePasswords(connections.owner, secrets);
}

/** Anything but a socket or loopback is reached with a checked certificate only. */
function tlsTo(config: Config, url: URL): { minVersion: 'TLSv1.2'; rejectUnauthorized: true; ca?: string } | undefined {
  const host = url.searchParams.get('host') ?? url.hostname;
  const isLocal = host.startsWith('/') || isLoopback(host);
  if (isLocal && !config.databaseCaFile && url.searchParams.get('sslmode') !== 'verify-full') return undefined;
  return {
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
    ...(config.databaseCaFile ? { ca: readFileSync(config.databaseCaFile, 'utf8') } : {}),
  };
}
