import { existsSync } from 'node:fs';
import { demoClinic } from '#features/admin/index.ts';
import type { Config } from '#platform/config.ts';
import { isLoopback } from '#platform/config.ts';
import { startJobs, type Jobs } from '#platform/jobs/jobs.ts';
import { createLocalKeyFile, localKeyFile } from '#platform/kms/local-key-file.ts';
import type { Log } from '#platform/log.ts';
import { createMetrics, startMetricsServer, type Metrics } from '#platform/metrics.ts';
import { listen, type Listener } from '#platform/tls/listener.ts';
import { compose, type Portico } from './app.ts';
import { makeDataFolder } from './data-folder.ts';
import { openDatabase, type OpenDatabase } from './database.ts';
import { beginDemo, endDemo, isDemoBegun, prepareDemo } from './demo.ts';
import { createInstallation, findInstallation, type Installation } from './installation.ts';
import { logOriginOf } from './log-origin.ts';
import { removeReadyFile, writeReadyFile, type Ready } from './ready-file.ts';
import { scheduledTasks } from './scheduled-tasks.ts';
import { portalVersion } from './version.ts';
import { ensureWebBundle } from './web-bundle.ts';

/** What to make when the database is new. */
export type WhenNew = { readonly make: 'demo' | 'real' | 'nothing' };

export type PortalOptions = {
  readonly config: Config;
  readonly log: Log;
  readonly whenNew: WhenNew['make'];
  /** Told of the slow steps of a first start. */
  readonly onStep?: (step: string) => void;
};

/** A running portal. */
export type Portal = {
  readonly ready: Ready;
  readonly installation: Installation;
  /** True when this start made the installation. */
  readonly isNew: boolean;
  readonly portico: Portico;
  /** Stops taking requests, ends what runs, stops the database; safe to call twice. */
  stop(): Promise<void>;
};

/** A start that a person can put right; the message says how. */
export class StartRefused extends Error {
  override name = 'StartRefused';
}

/**
 * Starts everything: database, pages, operations, sequencer, jobs, metrics and
 * the listener; then writes ready.json. What was started is stopped again when a
 * later step fails.
 */
export async function startPortal(options: PortalOptions): Promise<Portal> {
  const { config, log } = options;
  const steps = new Closers(log);
  makeDataFolder(config.dataFolder);
  if (options.whenNew === 'demo') await beginDemo(config);
  try {
    options.onStep?.('Starting the database');
    const database = await openDatabase(config, log, 'portal');
    steps.add(() => database.stop());
    removeReadyFile(config.dataFolder);
    const { installation, isNew } = await settleInstallation(options, database);
    const webRoot = await ensureWebBundle(() => options.onStep?.('Building the pages'));
    return await serve({ options, database, installation, isNew, webRoot, steps });
  } catch (error) {
    await steps.close();
    throw error;
  }
}

/** Runs the closing functions in reverse order, once; one that fails does not stop the others. */
class Closers {
  #closers: (() => Promise<void> | void)[] = [];
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  add(closer: () => Promise<void> | void): void {
    this.#closers.push(closer);
  }

  async close(): Promise<void> {
    const closers = this.#closers.toReversed();
    this.#closers = [];
    for (const closer of closers) {
      try {
        await closer();
      } catch (error) {
        this.#log.warn('something did not stop in order', { error });
      }
    }
  }
}

async function settleInstallation(
  { config, whenNew }: PortalOptions,
  { connections }: OpenDatabase,
): Promise<{ installation: Installation; isNew: boolean }> {
  const existing = await findInstallation(connections.owner);
  if (existing) {
    if (existing.demo && !isLoopback(config.host)) {
      throw new StartRefused(
        'This is a demo clinic: it is served on this machine only. Leave PORTICO_HOST at 127.0.0.1.',
      );
    }
    if (existing.demo && isDemoBegun(config) && whenNew !== 'demo') {
      throw new StartRefused('The demo clinic here was not finished. Run `npm start` to make it.');
    }
    return { installation: existing, isNew: false };
  }
  if (whenNew === 'nothing') {
    throw new StartRefused(
      'There is no installation here yet. Run `npx portico serve --init` to make one, or `npm start` in an empty folder for a demo clinic.',
    );
  }
  const demo = whenNew === 'demo';
  if (demo && (config.databaseUrl || !isDemoBegun(config))) {
    throw new StartRefused(
      'A demo clinic is made only in an empty folder with its own database. Run `npx portico serve --init` for a real one, or name an empty folder in PORTICO_DATA.',
    );
  }
  if (demo && !isLoopback(config.host)) throw new StartRefused('A demo clinic is served on this machine only.');
  // A later `npm start` must never take this for an unfinished demo.
  if (!demo) endDemo(config);
  const installation: Installation = {
    demo,
    clinicName: config.clinicName ?? (demo ? demoClinic.name : 'Our clinic'),
    clinicPhone: config.clinicPhone ?? demoClinic.phone,
  };
  if (!existsSync(config.keyFile)) createLocalKeyFile(config.keyFile);
  await createInstallation(connections.owner, installation);
  return { installation, isNew: true };
}

type Serving = {
  options: PortalOptions;
  database: OpenDatabase;
  installation: Installation;
  isNew: boolean;
  webRoot: string;
  steps: Closers;
};

async function serve({ options, database, installation, isNew, webRoot, steps }: Serving): Promise<Portal> {
  const { config, log } = options;
  const metrics = createMetrics();
  const serving: { portico?: Portico } = {};
  // The port must be known before the origins are; nothing is answered until the portal is composed.
  const listener = await listen({
    fetch: (request, bindings) =>
      serving.portico?.fetch(request, bindings) ?? new Response('Starting', { status: 503 }),
    host: config.host,
    port: config.port,
    tls: config.tls,
  });
  steps.add(() => listener.close());
  const url = publicUrl(config, listener);
  const composed = await compose({
    connection: (role) => database.connections.role(role),
    kms: localKeyFile(config.keyFile),
    dataFolder: config.dataFolder,
    origins: [url, ...localNames(config, listener)],
    logOrigin: logOriginOf(config),
    version: portalVersion,
    secure: url.startsWith('https:'),
    trustedProxy: config.trustedProxy,
    webRoot,
    log,
    metrics,
  });
  steps.add(() => composed.stop());
  composed.sequencer.start();
  const accounts = installation.demo
    ? await prepareDemo(config, composed, () => options.onStep?.('Making the demo clinic'))
    : [];
  const jobs = await startScheduledJobs(options, database, composed, metrics);
  steps.add(() => jobs.stop());
  const metricsServer = await startMetricsServer({ port: config.metricsPort, metrics, ready: readyChecks(composed) });
  steps.add(() => metricsServer.close());
  serving.portico = composed;
  const ready: Ready = { url, pid: process.pid, metricsUrl: metricsServer.url, accounts };
  writeReadyFile(config.dataFolder, ready);
  steps.add(() => removeReadyFile(config.dataFolder));
  log.info('ready', { url, pid: process.pid });
  return { ready, installation, isNew, portico: composed, stop: () => steps.close() };
}

function publicUrl(config: Config, listener: Listener): string {
  return config.origin ?? `${config.tls ? 'https' : 'http'}://localhost:${listener.port}`;
}

/** On this machine the portal may be typed by name or by number. */
function localNames(config: Config, listener: Listener): string[] {
  if (!isLoopback(config.host) || config.origin) return [];
  return [`${config.tls ? 'https' : 'http'}://127.0.0.1:${listener.port}`];
}

/** The log must advance: an alarm stands at 60 s (audit-and-encryption design, guarantee). */
const maxSequencerSilenceMs = 60_000;

function readyChecks(portico: Portico) {
  return [
    {
      name: 'database',
      check: async () => {
        await portico.pools.app.run([]);
      },
    },
    {
      name: 'audit log',
      check: async () => {
        if (portico.sequencer.sinceSuccessMs() > maxSequencerSilenceMs) throw new Error('the log does not advance');
      },
    },
  ];
}

async function startScheduledJobs(
  { log }: PortalOptions,
  database: OpenDatabase,
  portico: Portico,
  metrics: Metrics,
): Promise<Jobs> {
  const failures = metrics.counter('portico_job_failures_total', 'Scheduled jobs that failed');
  return startJobs({
    connection: database.connections.role('app_worker'),
    tasks: scheduledTasks(portico, log),
    log,
    onFinished: (_task, outcome) => {
      if (outcome === 'failed') failures.add();
    },
  });
}
