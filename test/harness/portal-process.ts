import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findReadyFile, type Ready } from '../../server/ready-file.ts';

const root = join(import.meta.dirname, '../..');

/** The portal as people run it: a process of its own with an embedded database. */
export type PortalProcess = {
  readonly dataFolder: string;
  readonly ready: Ready;
  readonly pid: () => number;
  /** Resolves when what it printed so far matches. */
  outputMatches(pattern: RegExp): Promise<void>;
  /** SIGTERM, and waits for the end. Safe to call twice. */
  stop(): Promise<void>;
  /** SIGKILL: nothing is tidied up. */
  kill(): Promise<void>;
};

/** Starts the portal on a free port (a demo clinic when the folder is new) and waits for ready.json. */
export async function startPortalProcess(options: {
  dataFolder: string;
  command?: readonly string[];
  env?: Readonly<Record<string, string>>;
  timeoutMs?: number;
}): Promise<PortalProcess> {
  const { dataFolder } = options;
  const child = spawn(process.execPath, options.command ?? ['server/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORTICO_DATA: dataFolder, PORTICO_PORT: '0', NODE_ENV: 'production', ...options.env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-100_000);
    });
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const waitFor = async <T>(what: string, find: () => T | undefined): Promise<T> => {
    const giveUpAt = Date.now() + (options.timeoutMs ?? 120_000);
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The portal ended:\n${output}`);
      if (Date.now() > giveUpAt) {
        child.kill('SIGKILL');
        throw new Error(`No ${what} in time:\n${output}`);
      }
      await pause(20);
    }
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  // A file of an earlier, killed process may lie there still.
  const ready = await waitFor('ready.json', () => {
    const file = findReadyFile(dataFolder);
    return file?.pid === child.pid ? file : undefined;
  });
  return {
    dataFolder,
    ready,
    pid: () => child.pid!,
    outputMatches: async (pattern) => {
      await waitFor(`output like ${pattern}`, () => (pattern.test(output) ? true : undefined));
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
