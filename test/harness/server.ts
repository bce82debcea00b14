import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLocalKeyFile, localKeyFile } from '#platform/kms/local-key-file.ts';
import { createLog, type Log } from '#platform/log.ts';
import { createMetrics, type Metrics } from '#platform/metrics.ts';
import { listen } from '#platform/tls/listener.ts';
import { compose, type ComposeOptions, type Portico } from '../../server/app.ts';
import { testDatabase, type TestDatabase } from './database.ts';

export type TestServer = {
  readonly url: string;
  readonly portico: Portico;
  readonly database: TestDatabase;
  readonly dataFolder: string;
  readonly metrics: Metrics;
  /** A request with JSON in and JSON out; `cookie` as test/harness/people.ts gives it. */
  call(
    method: string,
    at: string,
    options?: { body?: unknown; cookie?: string; headers?: Record<string, string> },
  ): Promise<{
    status: number;
    // oxlint-disable-next-line no-explicit-any -- tests look into answers of every shape
    body: any;
    headers: Headers;
  }>;
  stop(): Promise<void>;
};

/** One key file for the tests' shared database: every server on it must open what another sealed. */
let sharedKeyFile: string | undefined;

const keyFileFor = (database: TestDatabase, folder: string): string => {
  if (database !== testDatabase()) {
    const file = path.join(folder, 'keys.json');
    createLocalKeyFile(file);
    return file;
  }
  if (!sharedKeyFile) {
    const shared = mkdtempSync(path.join(tmpdir(), 'portico-test-keys-'));
    sharedKeyFile = path.join(shared, 'keys.json');
    createLocalKeyFile(sharedKeyFile);
    process.once('exit', () => rmSync(shared, { recursive: true, force: true }));
  }
  return sharedKeyFile;
};

/** The whole portal on a free loopback port, over the shared test database or one of its own. */
export const startTestServer = async (
  options: {
    database?: TestDatabase;
    webRoot?: string;
    log?: Log;
    dataFolder?: string;
    keyFile?: string;
    sequencer?: boolean;
  } & Partial<Pick<ComposeOptions, 'clock' | 'codeClock' | 'logOrigin' | 'kms'>> = {},
): Promise<TestServer> => {
  const database = options.database ?? testDatabase();
  const dataFolder = options.dataFolder ?? mkdtempSync(path.join(tmpdir(), 'portico-test-'));
  const metrics = createMetrics();
  let portico: Portico | undefined;
  const listener = await listen({
    fetch: (request, bindings) => portico!.fetch(request, bindings),
    direct: (incoming, outgoing) => portico!.direct(incoming, outgoing),
    host: '127.0.0.1',
    port: 0,
    tls: undefined,
  });
  const url = `http://localhost:${listener.port}`;
  portico = await compose({
    connection: (role) => database.connection(role),
    kms: options.kms ?? localKeyFile(options.keyFile ?? keyFileFor(database, dataFolder)),
    dataFolder,
    origins: [url],
    logOrigin: options.logOrigin ?? 'portico.test/log',
    secure: false,
    webRoot: options.webRoot,
    log: options.log ?? createLog('error'),
    metrics,
    ...(options.clock ? { clock: options.clock } : {}),
    ...(options.codeClock ? { codeClock: options.codeClock } : {}),
  });
  if (options.sequencer) portico.sequencer.start();
  return {
    url,
    portico,
    database,
    dataFolder,
    metrics,
    call: async (method, at, { body, cookie, headers } = {}) => {
      const response = await fetch(`${url.replace('localhost', '127.0.0.1')}${at}`, {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(cookie ? { cookie } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const json = (response.headers.get('content-type') ?? '').includes('json');
      return {
        status: response.status,
        body: json && text !== '' ? JSON.parse(text) : text,
        headers: response.headers,
      };
    },
    stop: async () => {
      await listener.close(500);
      await portico!.stop();
      if (!options.dataFolder) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
};
