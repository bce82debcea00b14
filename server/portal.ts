import type { Config } from '#platform/config.ts';
import { isLoopback } from '#platform/config.ts';
import { startJobs, type Jobs } from '#platform/jobs/jobs.ts';
import { localKeyFile } from '#platform/kms/local-key-file.ts';
import type { Log } from '#platform/log.ts';
import { createMetrics, startMetricsServer, type Metrics } from '#platform/metrics.ts';
import { plainAnswer } from '#platform/http/security.ts';
import { listen, type Listener } from '#platform/tls/listener.ts';
import { compose, type Portico } from './app.ts';
import { makeDataFolder } from './data-folder.ts';
import { openDatabase, requireInstallation, type OpenDatabase } from './database.ts';
import { beginDemo, prepareDemo } from './demo.ts';
import { timeZoneOf, type Installation } from './installation.ts';
import { logOriginOf } from './log-origin.ts';
import { removeReadyFile, removeStaleReadyFile, writeReadyFile, type Ready } from './ready-file.ts';
import { scheduledTasks } from './scheduled-tasks.ts';
import { settleInstallation, type WhenNew } from './settle-installation.ts';
import { portalVersion } from './version.ts';
import { ensureWebBundle } from './web-bundle.ts';

export type PortalOptions = {
  readonly config: Config;
  readonly log: Log;
  readonly whenNew: WhenNew;
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

/**
 * Starts everything: database, pages, operations, sequencer, jobs, metrics and
 * the listener; then writes ready.json. What was started is stopped again when a
 * later step fails.
 */
export async function startPortal(options: PortalOptions): Promise<Portal> {
  const { config, log } = options;
  const steps = new Closers(log);
  if (options.whenNew === 'nothing') requireInstallation(config);
  makeDataFolder(config.dataFolder);
  removeStaleReadyFile(config.dataFolder);
  if (options.whenNew === 'demo') await beginDemo(config);
  try {
    options.onStep?.('Starting the database');
    const database = await openDatabase(config, log, { purpose: 'portal', mayCreate: options.whenNew !== 'nothing' });
    steps.add(() => database.stop());
    removeReadyFile(config.dataFolder);
    const { installation, isNew } = await settleInstallation(config, options.whenNew, database.connections.owner);
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
  const secure = (config.origin ?? (config.tls ? 'https:' : 'http:')).startsWith('https:');
  // The port must be known before the origins are; nothing is answered until the portal is composed.
  const listener = await listen({
    fetch: (request, bindings) => serving.portico?.fetch(request, bindings) ?? plainAnswer('Starting', 503, secure),
    direct: (incoming, outgoing) => serving.portico?.direct(incoming, outgoing) ?? false,
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
    witnesses: config.witnesses,
    timeZone: clinicZone(config, installation, log),
    version: portalVersion,
    secure,
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
  composed.watch.start();
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

/** A server's clock is often UTC while its clinic's is not: what is taken for want of a setting is said. */
function clinicZone(config: Config, installation: Installation, log: Log): string | undefined {
  const timeZone = timeZoneOf(config, installation);
  if (timeZone === undefined) {
    const reason = Intl.DateTimeFormat().resolvedOptions().timeZone;
    log.warn('PORTICO_TIME_ZONE is not set: dates and times are those of this machine', { reason });
  }
  return timeZone;
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
  { config, log }: PortalOptions,
  { connections }: OpenDatabase,
  portico: Portico,
  metrics: Metrics,
): Promise<Jobs> {
  const failures = metrics.counter('portico_job_failures_total', 'Scheduled jobs that failed');
  return startJobs({
    connection: connections.role('app_worker'),
    tasks: scheduledTasks({ config, connections, portico, log, metrics }),
    log,
    onFinished: (_task, outcome) => {
      if (outcome === 'failed') failures.add();
    },
  });
}
