// The portal as it is served, in a process of its own: all of compose(), over HTTP on loopback. Beside it a
// listener for the importer's operations, which no person may call and which therefore have no public route.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { importFhirFiles } from '#features/ehr/index.ts';
import { acceptResource, parseResource, type AcceptedResource } from '#features/records/index.ts';
import { setCapability } from '#platform/db/actor.ts';
import type { Connection } from '#platform/db/embedded/connections.ts';
import type { LoginRole } from '#platform/db/embedded/secrets.ts';
import { validateInput } from '#platform/http/validate.ts';
import { newId, type RecordId, type RequestId } from '#platform/ids.ts';
import { localKeyFile } from '#platform/kms/local-key-file.ts';
import { createLog } from '#platform/log.ts';
import { createMetrics } from '#platform/metrics.ts';
import type { AuditDraft } from '#platform/operation.ts';
import { listen } from '#platform/tls/listener.ts';
import { compose, type Portico } from '../server/app.ts';
import { answerParent } from './child.ts';
import { ownCpuUs } from './cpu.ts';
import { observationJson, type Category } from './observation.ts';

export type StartOptions = {
  connections: Record<LoginRole, Connection>;
  keyFile: string;
  dataFolder: string;
  webRoot?: string;
};
export type Ports = { port: number; intakePort: number };
export type Row = { patientId: string; id: string; category: Category; at: string; body: string };
export type BenchAccount = { signInName: string; password: string; totpSecret: string };

const source = 'bench';
let portico: Portico;

const start = async ({ connections, keyFile, dataFolder, webRoot }: StartOptions): Promise<Ports> => {
  const listener = await listen({
    fetch: (request, bindings) => portico.fetch(request, bindings),
    direct: (incoming, outgoing) => portico.direct(incoming, outgoing),
    host: '127.0.0.1',
    port: 0,
    tls: undefined,
  });
  portico = await compose({
    connection: (role) => connections[role],
    kms: localKeyFile(keyFile),
    dataFolder,
    origins: [`http://localhost:${listener.port}`],
    logOrigin: 'bench.portico.test/log',
    secure: false,
    webRoot,
    log: createLog('warn'),
    metrics: createMetrics(),
  });
  const intake = createServer((request, response) => {
    handleIntake(request, response).catch((error: unknown) => send(response, 500, String(error)));
  });
  await new Promise<void>((resolve) => intake.listen(0, '127.0.0.1', resolve));
  return { port: listener.port, intakePort: (intake.address() as AddressInfo).port };
};

const send = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
};

/** PUT of one Observation: the contract operation of the service actor, with its validation, and nothing beside. */
const write = async (patientId: string, sourceId: string, json: string): Promise<{ id: string }> => {
  const handler = portico.records.intake.writeResource;
  const input = validateInput(handler.contract, {
    params: { patientId },
    query: {},
    body: { source, resource: { resourceType: 'Observation', sourceId, json } },
  });
  return (await portico.importer.write(handler, input, newId<RequestId>())) as { id: string };
};

const handleIntake = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const [, , patientId = '', sourceId = ''] = request.url!.split('/');
  send(response, 200, JSON.stringify(await write(patientId, sourceId, Buffer.concat(chunks).toString('utf8'))));
};

const dayMs = 86_400_000;

/** Stores laboratory results and other observations of a patient; gives them as a plain table would hold them. */
const fill = async ({ patientId, results, others }: { patientId: string; results: number; others: number }) => {
  const rows: Row[] = [];
  const resources: AcceptedResource[] = [];
  for (let index = 0; index < results + others; index++) {
    const category = index < results ? 'laboratory' : 'vital-signs';
    const sourceId = crypto.randomUUID();
    const recordId = portico.records.recordIds.record(patientId, source, 'Observation', sourceId);
    const at = new Date(Date.UTC(2025, 0, 1) + index * dayMs).toISOString();
    const json = observationJson(patientId, recordId, at, Number((3.4 + (index % 20) / 10).toFixed(1)), category);
    resources.push(acceptResource(parseResource(json), { recordId, patientId }));
    rows.push({ patientId, id: recordId, category, at, body: json });
  }
  const input = { params: {}, body: { source, sourceTitle: source, resources } };
  await portico.importer.write(portico.records.intake.writeBundle, input, newId<RequestId>());
  return rows;
};

const importFiles = async (paths: string[]): Promise<{ units: number; seconds: number }> => {
  const started = performance.now();
  const report = await importFhirFiles(paths, {
    importer: portico.importer,
    intake: portico.records.intake,
    recordIds: portico.records.recordIds,
    pool: portico.pools.app_importer,
    sealer: portico.sealers.app_importer,
  });
  if (report.refused > 0) throw new Error(`refused: ${JSON.stringify(report.files.map((file) => file.problem))}`);
  return { units: report.resources, seconds: (performance.now() - started) / 1_000 };
};

const password = 'a long password for measuring';

const makeAccounts = async (count: number): Promise<BenchAccount[]> => {
  const accounts: BenchAccount[] = [];
  for (let index = 0; index < count; index++) {
    const signInName = `bench-${index}@example.test`;
    const made = await portico.identity.makeAccount({ name: `Bench ${index}`, signInName, password, roles: ['nurse'] });
    accounts.push({ signInName, password, totpSecret: made.totpSecret });
  }
  return accounts;
};

/** An account of the person whose record it is. */
const makePatientAccount = async (patientId: string): Promise<BenchAccount> => {
  const signInName = 'patient@example.test';
  const account = { name: 'Bench Patient', signInName, password, roles: ['patient'], patientId } as const;
  const { totpSecret } = await portico.identity.makeAccount(account);
  return { signInName, password, totpSecret };
};

const draftOf = (patientId: string): AuditDraft => ({
  requestId: newId<RequestId>(),
  operation: 'records.getResource',
  resource: 'records.results',
  action: 'read',
  category: 'results',
  outcome: 'ok',
  patientId,
  actor: { accountId: null, role: 'api', name: 'Bench' },
  onBehalfOf: null,
  purpose: null,
  at: new Date(),
  internal: { ip: '127.0.0.1', userAgent: 'bench', sessionId: null },
});

/** Events of their own, each in its own transaction, from `parallel` callers. */
const appendEvents = async ({
  patients,
  count,
  parallel,
}: {
  patients: string[];
  count: number;
  parallel: number;
}): Promise<{ units: number; seconds: number }> => {
  const started = performance.now();
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < count) {
      const event = await portico.audits.app.prepare(draftOf(patients[next++ % patients.length]!));
      await portico.pools.app.run([setCapability(''), ...portico.audits.app.insert(event, [newId<RecordId>()])]);
    }
  };
  await Promise.all(Array.from({ length: parallel }, one));
  return { units: count, seconds: (performance.now() - started) / 1_000 };
};

const stepsAtMost = 1_000;

/** Brings the log up to date: every pending event ordered, committed, signed, published. */
const sequence = async (): Promise<{ size: number; seconds: number }> => {
  const started = performance.now();
  for (let step = 0; step < stepsAtMost; step++) {
    const { state, size } = await portico.sequencer.step();
    if (state !== 'appended') return { size, seconds: (performance.now() - started) / 1_000 };
  }
  throw new Error('the log did not come to rest');
};

answerParent({ start, fill, importFiles, makeAccounts, makePatientAccount, appendEvents, sequence, cpu: ownCpuUs });
