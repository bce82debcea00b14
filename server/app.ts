import path from 'node:path';
import { createAuthorise } from '#features/access/index.ts';
import {
  auditHandlers,
  createAudit,
  createSequencer,
  createWitnessClient,
  LogRefused,
  openLogFiles,
  reviewHandlers,
  type LogFiles,
  type Sequencer,
} from '#features/audit/index.ts';
import { createChangeNoter, createCritical, type Watch } from '#features/critical/index.ts';
import { createIdentity, type Identity } from '#features/identity/index.ts';
import { createRecords, type AskCareTeam, type Records } from '#features/records/index.ts';
import { countOverdue, createTaskMaker, tasksHandlers } from '#features/tasks/index.ts';
import { systemClock, type Clock } from '#platform/clock.ts';
import type { Connection } from '#platform/db/embedded/connections.ts';
import type { LoginRole } from '#platform/db/embedded/secrets.ts';
import { createPool, type Pool } from '#platform/db/pool.ts';
import { bind } from '#platform/db/statement.ts';
import { createAnswer, type AnswerDeps } from '#platform/http/answer.ts';
import { createApi } from '#platform/http/api.ts';
import { createDirect, type Direct } from '#platform/http/direct.ts';
import { openApiOf } from '#platform/http/openapi.ts';
import type { HttpRequest } from '#platform/http/request.ts';
import { plainAnswer } from '#platform/http/security.ts';
import { serveStatic } from '#platform/http/static.ts';
import { newId, type RequestId } from '#platform/ids.ts';
import type { Kms } from '#platform/kms/kms.ts';
import { createSealer, type Sealer } from '#platform/kms/sealer.ts';
import type { Log } from '#platform/log.ts';
import type { Metrics } from '#platform/metrics.ts';
import type { AuditPort, Handler } from '#platform/operation.ts';
import { createRunner, type Runner } from '#platform/operation-runner.ts';
import { createServiceRunner, type ServiceRunner } from '#platform/service-runner.ts';
import { contracts, policies } from './routes.ts';

export type ComposeOptions = {
  /** Connection settings of each process role. */
  connection: (role: LoginRole) => Connection;
  kms: Kms;
  /** Holds `log/` with the published audit log. */
  dataFolder: string;
  /** What people type; more than one where a proxy has several names. */
  origins: readonly string[];
  /** Name of the audit log for ever, e.g. portal.example.org/log. */
  logOrigin: string;
  /** Who cosigns the log's checkpoints. */
  witnesses?: readonly { readonly url: string; readonly vkey: string }[];
  /** Served with TLS. */
  secure: boolean;
  /** The one peer whose X-Forwarded-For is believed. */
  trustedProxy?: string | undefined;
  /** The built pages; absent where only the API runs (tests). */
  webRoot?: string | undefined;
  clock?: Clock;
  /** Which authenticator code is right now: tests move it on, as each code works once. */
  codeClock?: Clock;
  /** The clinic's time zone (IANA name); undefined: the server's own. */
  timeZone?: string | undefined;
  /** Connections on which callers share commits (default 2); 0: each has a commit for itself. */
  groupConnections?: number;
  log: Log;
  metrics: Metrics;
  version?: string;
};

export type Portico = {
  fetch: (request: Request, bindings?: unknown) => Response | Promise<Response>;
  /** Operations straight from node:http, for listeners that have it; everything else by `fetch`. */
  direct: Direct;
  handlers: readonly Handler[];
  runner: Runner;
  importer: ServiceRunner;
  sequencer: Sequencer;
  /** Over critical and corrected results. */
  watch: Watch;
  identity: Identity;
  records: Records;
  pools: Record<LoginRole, Pool>;
  sealers: Record<LoginRole, Sealer>;
  audits: Record<LoginRole, AuditPort>;
  stop(): Promise<void>;
};

const poolSizes: Record<LoginRole, number> = {
  app: 12,
  app_identity: 6,
  // One: the log's lock belongs to this connection.
  app_sequencer: 1,
  app_importer: 4,
  app_worker: 2,
};
/** Roles whose callers may share a commit. */
const mayShare: ReadonlySet<LoginRole> = new Set<LoginRole>(['app', 'app_importer']);
const loginRoles = Object.keys(poolSizes) as LoginRole[];

const perRole = <T>(make: (role: LoginRole) => T): Record<LoginRole, T> =>
  Object.fromEntries(loginRoles.map((role) => [role, make(role)])) as Record<LoginRole, T>;

/** Pools, keys and the log's pen, one of each per process role. */
const openRoles = (options: ComposeOptions) => {
  const groupsOf = (role: LoginRole): number => (mayShare.has(role) ? (options.groupConnections ?? 2) : 0);
  const onError = (error: Error): void => options.log.warn('a database connection was lost', { error });
  const pools = perRole((role) =>
    createPool(options.connection(role), { max: poolSizes[role], groupConnections: groupsOf(role), onError }),
  );
  // Keys are fetched on connections of their own: see SealerOptions.pool.
  const keyPools = perRole((role) => createPool(options.connection(role), { max: 2, onError }));
  const sealers = perRole((role) => createSealer({ kms: options.kms, pool: keyPools[role] }));
  const incidents = options.metrics.counter(
    'portico_integrity_failures_total',
    'Rows that did not open or did not fit: each is an entry of the log too',
  );
  const onIncident = (): void => incidents.add();
  const audits = perRole((role) => createAudit({ sealer: sealers[role], onIncident }));
  return { pools, keyPools, sealers, audits, onIncident };
};

/** The composition root: the one place that knows every feature. Starts nothing but pools. */
export const compose = async (options: ComposeOptions): Promise<Portico> => {
  const clock = options.clock ?? systemClock;
  const { pools, keyPools, sealers, audits, onIncident } = openRoles(options);
  const authorise = createAuthorise(policies);

  const records = await openRecords(sealers, clock, options.timeZone);
  const identity = await createIdentity({
    pool: pools.app_identity,
    sealer: sealers.app_identity,
    audit: audits.app_identity,
    clock,
    codeClock: options.codeClock ?? clock,
    patients: records.patients,
    timeZone: options.timeZone,
    origin: options.origins[0] ?? '',
  });
  const logFiles = await openLogFiles(path.join(options.dataFolder, 'log'));
  const sequencer = sequencerOf(options, pools.app_sequencer, logFiles);
  measure(options.metrics, sequencer, pools.app_worker);
  const runner = createRunner({
    pool: pools.app,
    authorise,
    audit: audits.app,
    actorName: identity.actorName,
    clock,
    onTrouble: (what, error, requestId) => options.log.error(what, { error, requestId }),
  });
  const programOf = (name: 'importer' | 'worker') => {
    const role = `app_${name}` as const;
    return createServiceRunner({ pool: pools[role], name, authorise, audit: audits[role], clock });
  };
  const critical = createCritical({
    sealer: sealers.app,
    directory: records.patients.directory,
    findPerson: records.patients.person,
    worker: { pool: pools.app_worker, sealer: sealers.app_worker, runner: programOf('worker') },
    log: options.log,
    metrics: options.metrics,
  });
  const handlers: Handler[] = [
    ...auditHandlers({ sealer: sealers.app, kms: options.kms, files: logFiles, onIncident }),
    ...reviewHandlers({
      sealer: sealers.app,
      people: records.patients.directory,
      accountNames: identity.accountNames,
      onIncident,
    }),
    ...identity.handlers,
    ...records.handlers,
    ...tasksHandlers({ sealer: sealers.app, directory: records.patients.directory }),
    ...critical.handlers,
  ];
  const { app, direct } = await openEdge(options, runner, handlers, clock);

  return {
    fetch: (request, bindings) => app.fetch(request, bindings as object),
    direct,
    handlers,
    runner,
    importer: programOf('importer'),
    sequencer,
    watch: critical.watch,
    identity,
    records,
    pools,
    sealers,
    audits,
    stop: () =>
      Promise.all([sequencer.stop(), critical.watch.stop()]).then(() =>
        endAll([...Object.values(pools), ...Object.values(keyPools)]),
      ),
  };
};

const measure = (metrics: Metrics, sequencer: Sequencer, worker: Pool): void => {
  metrics.gauge('portico_log_behind_seconds', 'Seconds since the audit log was last brought up to date', () =>
    Math.min(sequencer.sinceSuccessMs() / 1000, 1e9),
  );
  metrics.gauge('portico_tasks_overdue', 'Tasks past their time', async () => {
    const [[row]] = await worker.run([bind(countOverdue)]);
    return row!.overdue;
  });
};

const openRecords = (sealers: Record<LoginRole, Sealer>, clock: Clock, timeZone: string | undefined) =>
  createRecords({
    sealer: sealers.app,
    importerSealer: sealers.app_importer,
    clock,
    timeZone,
    onStored: createChangeNoter(clock),
    ask: askAboutMedicine(sealers.app),
  });

/** "I don't take this" becomes a task of the care team, in the transaction that keeps her word. */
const askAboutMedicine = (sealer: Sealer): AskCareTeam => {
  const addTask = createTaskMaker(sealer);
  return (tx, { patientId, recordId, title, note, by, byRole }) =>
    addTask(tx, {
      patientId,
      kind: 'medicine-not-taken',
      cause: `medicine-not-taken:${recordId}`,
      detail: { title, text: note },
      recordId,
      by,
      byRole,
    });
};

const endAll = async (pools: readonly Pool[]): Promise<void> => {
  await Promise.all(pools.map((pool) => pool.end()));
};

/** Where HTTP meets the operations, and the pages beside them. */
const openEdge = async (options: ComposeOptions, runner: Runner, handlers: readonly Handler[], clock: Clock) => {
  const deps: AnswerDeps = {
    runner,
    clock,
    origins: new Set(options.origins),
    secure: options.secure,
    newRequestId: () => newId<RequestId>(),
    addressOf: (request, bindings) => addressOf(request, bindings, options.trustedProxy),
    onDone: (done) => {
      options.metrics.requestDone(done);
      options.log.debug('request', {
        operation: done.operation,
        status: done.status,
        ms: Math.round(done.ms),
        requestId: done.requestId,
      });
    },
    onDefect: (error, operation, requestId) => options.log.error('defect', { error, operation, requestId }),
  };
  const answer = createAnswer(deps);
  const app = createApi({
    ...deps,
    answer,
    handlers,
    documents: { '/api/openapi.json': JSON.stringify(openApiOf(contracts, options.version ?? '0.1.0')) },
  });
  if (options.webRoot) await serveStatic(app, options.webRoot, options.secure);
  app.notFound(() => plainAnswer('Not found', 404, options.secure));
  return { app, direct: createDirect(handlers, answer) };
};

const sequencerOf = (options: ComposeOptions, pool: Pool, files: LogFiles): Sequencer =>
  createSequencer({
    pool,
    kms: options.kms,
    files,
    origin: options.logOrigin,
    witnesses: (options.witnesses ?? []).map(({ url, vkey }) => createWitnessClient(url, vkey)),
    // The words of a refusal are ours: sizes and names of witnesses.
    onTrouble: (what, error) =>
      options.log.error(what, error instanceof LogRefused ? { error, reason: error.message } : { error }),
  });

type Incoming = { incoming?: { socket?: { remoteAddress?: string } } };

/** The peer's address; a forwarded one only from the one proxy that was named. */
const addressOf = (request: HttpRequest, bindings: unknown, trustedProxy: string | undefined): string | null => {
  const peer = (bindings as Incoming | undefined)?.incoming?.socket?.remoteAddress ?? null;
  if (peer === null || trustedProxy === undefined || peer.replace(/^::ffff:/, '') !== trustedProxy) return peer;
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? peer;
};
