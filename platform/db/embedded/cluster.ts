import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { getBinaries, type Binaries } from './binaries.ts';
import { getClusterFolder, initialise, isInitialised, makeShortFolder } from './cluster-folder.ts';
import { findSocketFolder, forgetSocketFolder, noteSocketFolder } from './socket-note.ts';
import { findFolderLock, findLockHolder, type FolderLock } from './folder-lock.ts';
import { findPostmasterFile, findRunningPostmaster, stopPostmaster } from './postmaster.ts';
import { settingArguments, type Durability } from './settings.ts';
import { asUser, findDatabaseUser, type SystemUser } from './system-user.ts';

export type ClusterOptions = {
  /** Portico's data folder; the cluster lies in it or is noted there. */
  readonly dataFolder: string;
  /** The superuser's password, given to initdb when the cluster is created. */
  readonly superuserPassword: string;
  readonly durability?: Durability;
  /** Further server settings, such as max_connections. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told when the server ended by itself and was started again, or could not be. */
  readonly onUnexpectedEnd?: (event: { restarted: boolean; error?: Error }) => void;
};

/** A running cluster that this process owns. */
export type Cluster = {
  /** The folder of the Unix socket: the `host` of a connection. */
  readonly socketFolder: string;
  /** The postmaster's process id; another one after a restart. */
  readonly pid: () => number;
  /** Fast shutdown; resolves when the server has ended. */
  stop(): Promise<void>;
};

/** The data folder belongs to another process. */
export class FolderInUseError extends Error {
  readonly holder: number | undefined;
  constructor(folder: string, holder: number | undefined) {
    super(`The data folder ${folder} is in use by ${holder ? `process ${holder}` : 'another process'}`);
    this.name = 'FolderInUseError';
    this.holder = holder;
  }
}

const startTimeoutMs = 60_000;
const logLimitBytes = 10 * 1024 * 1024;
// Our own connections are closing at that moment; they should not see a shutdown.
const clientsLeaveMs = 500;
const manyRestarts = 20;
const restartWindowMs = 60_000;

/**
 * Starts PostgreSQL on the data folder, creating the cluster the first time.
 * Takes the folder's lock first, then stops a server left over from a killed
 * process. A server that ends by itself (kill -9, out of memory) is started
 * again, however often. Throws FolderInUseError.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o711 });
  const lock = findFolderLock(options.dataFolder);
  if (!lock) throw new FolderInUseError(options.dataFolder, findLockHolder(options.dataFolder));
  let socketFolder: string | undefined;
  try {
    const user = findDatabaseUser();
    const binaries = getBinaries(user);
    const folder = getClusterFolder(options.dataFolder, user);
    if (!isInitialised(folder)) initialise(binaries, folder, user, options.superuserPassword);
    const orphan = findRunningPostmaster(folder);
    if (orphan) await stopPostmaster(orphan);
    const left = findSocketFolder(options.dataFolder);
    if (left) rmSync(left, { recursive: true, force: true });
    socketFolder = makeShortFolder(user);
    noteSocketFolder(options.dataFolder, socketFolder);
    return await runCluster({ options, lock, user, binaries, folder, socketFolder });
  } catch (error) {
    if (socketFolder) rmSync(socketFolder, { recursive: true, force: true });
    lock.release();
    throw error;
  }
}

/**
 * Removes the data folder's cluster with everything in it. Throws
 * FolderInUseError while another process has it.
 */
export async function removeCluster(dataFolder: string): Promise<void> {
  const lock = findFolderLock(dataFolder);
  if (!lock) throw new FolderInUseError(dataFolder, findLockHolder(dataFolder));
  try {
    const folder = getClusterFolder(dataFolder, findDatabaseUser());
    const orphan = findRunningPostmaster(folder);
    if (orphan) await stopPostmaster(orphan);
    rmSync(folder, { recursive: true, force: true });
  } finally {
    lock.release();
  }
}

type Setting = {
  readonly options: ClusterOptions;
  readonly lock: FolderLock;
  readonly user: SystemUser | undefined;
  readonly binaries: Binaries;
  readonly folder: string;
  readonly socketFolder: string;
};

async function runCluster(setting: Setting): Promise<Cluster> {
  const { options, lock, socketFolder } = setting;
  let server = await startServer(setting);
  const state = { isStopping: false };
  let restarting: Promise<void> | undefined;
  const restarts: number[] = [];

  const watch = (): void => {
    server.once('exit', () => {
      if (!state.isStopping) restarting = restart();
    });
  };
  // Never gives up: a portal without its database is of no use, and the next try may find what was missing.
  const restart = async (): Promise<void> => {
    for (let failures = 0; !state.isStopping; failures += 1) {
      await pause(restartPauseMs(restarts, failures));
      if (state.isStopping) return;
      restarts.push(Date.now());
      try {
        server = await startServer(setting);
        watch();
        options.onUnexpectedEnd?.({ restarted: true });
        return;
      } catch (error) {
        options.onUnexpectedEnd?.({ restarted: false, error: error as Error });
      }
    }
  };
  watch();
  return {
    socketFolder,
    pid: () => server.pid!,
    async stop() {
      if (state.isStopping) return;
      state.isStopping = true;
      await restarting;
      if (server.exitCode === null && server.signalCode === null) await stopPostmaster(server.pid!, clientsLeaveMs);
      forgetSocketFolder(options.dataFolder);
      rmSync(socketFolder, { recursive: true, force: true });
      lock.release();
    },
  };
}

/** At once after a first end; slower when starting fails, or when the server keeps ending. */
function restartPauseMs(restarts: number[], failures: number): number {
  const now = Date.now();
  while (restarts[0] !== undefined && now - restarts[0] > restartWindowMs) restarts.shift();
  const isEndingOften = restarts.length > manyRestarts;
  return Math.min(failures * 200 + (isEndingOften ? 1_000 : 0), 5_000);
}

async function startServer(setting: Setting): Promise<ChildProcess> {
  const giveUpAt = Date.now() + startTimeoutMs;
  for (;;) {
    const server = spawnServer(setting);
    const failure = await waitUntilReady(server, setting.folder, giveUpAt);
    if (failure === undefined) return server;
    // After a kill -9 of the postmaster its children hold the shared memory
    // for a moment; the next try finds it free. One that was killed while starting says nothing at all.
    const isHeld = /shared memory block .* still in use|lock file .* already exists|without a word/.test(failure);
    if (!isHeld || Date.now() > giveUpAt) throw new Error(`The database did not start: ${failure}`);
    await pause(100);
  }
}

function spawnServer({ binaries, folder, user, socketFolder, options }: Setting): ChildProcess {
  const log = openLog(folder);
  try {
    const server = spawn(
      '/bin/sh',
      [
        '-c',
        // No core dumps: they would hold what the server's memory held.
        'ulimit -c 0; umask 077; exec "$@"',
        'sh',
        binaries.postgres,
        '-D',
        folder,
        ...settingArguments({
          socketFolder,
          durability: options.durability ?? 'durable',
          ...(options.settings ? { settings: options.settings } : {}),
        }),
      ],
      {
        ...asUser(user),
        cwd: folder,
        // A process group of its own: Ctrl-C in the terminal reaches Portico,
        // which ends its work before it stops the database.
        detached: true,
        stdio: ['ignore', log, log],
        env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      },
    );
    server.on('error', () => {});
    server.unref();
    return server;
  } finally {
    closeSync(log);
  }
}

function logPath(folder: string): string {
  return join(folder, 'server.log');
}

function openLog(folder: string): number {
  const path = logPath(folder);
  if (existsSync(path) && statSync(path).size > logLimitBytes) truncateSync(path);
  return openSync(path, 'a', 0o600);
}

/** Undefined when the server accepts connections, else the end of what it logged. */
async function waitUntilReady(server: ChildProcess, folder: string, giveUpAt: number): Promise<string | undefined> {
  const logStart = statSync(logPath(folder)).size;
  for (;;) {
    if (server.pid === undefined) return 'the program could not be run';
    if (server.exitCode !== null || server.signalCode !== null) return logSince(folder, logStart);
    const file = findPostmasterFile(folder);
    if (file?.pid === server.pid && file.isReady) return undefined;
    if (Date.now() > giveUpAt) {
      await stopPostmaster(server.pid);
      return 'it was not ready in time';
    }
    await pause(10);
  }
}

function logSince(folder: string, start: number): string {
  const said = readFileSync(logPath(folder)).subarray(start).toString('utf8').trim();
  return said === '' ? 'it ended without a word' : said.slice(-2_000);
}
