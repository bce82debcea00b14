// A whole audit log over a database of its own: recorder, sequencer, files, keys.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createAudit,
  createSequencer,
  openLogFiles,
  type LogFiles,
  type Sequencer,
  type SequencerDeps,
} from '#features/audit/index.ts';
import { createPool, type Pool } from '#platform/db/pool.ts';
import { newId, type PatientId, type RequestId } from '#platform/ids.ts';
import type { Kms } from '#platform/kms/kms.ts';
import { createLocalKeyFile, localKeyFile } from '#platform/kms/local-key-file.ts';
import { createSealer, type Sealer } from '#platform/kms/sealer.ts';
import type { AuditDraft, AuditPort } from '#platform/operation.ts';
import { freshDatabase, type TestDatabase } from './database.ts';

export const testLogOrigin = 'portico.test/log';

export type TestLog = {
  readonly database: TestDatabase & { drop(): Promise<void> };
  readonly folder: string;
  readonly kms: Kms;
  readonly sealer: Sealer;
  readonly audit: AuditPort;
  readonly files: LogFiles;
  readonly app: Pool;
  readonly sequencerPool: Pool;
  readonly sequencer: Sequencer;
  readonly troubles: string[];
  /** Another sequencer over the same database and files, as after a restart. */
  restart(options?: Partial<SequencerDeps>): Promise<Sequencer>;
  /** Inserts events about a patient, as the app does. */
  record(patientId: string | null, count?: number, change?: Partial<AuditDraft>): Promise<string[]>;
  stop(): Promise<void>;
};

export const draftFor = (patientId: string | null, change: Partial<AuditDraft> = {}): AuditDraft => ({
  requestId: newId<RequestId>(),
  operation: 'records.listResults',
  resource: 'records.clinical',
  action: 'read',
  category: 'results',
  outcome: 'ok',
  patientId,
  actor: { accountId: newId(), role: 'nurse', name: 'Nora Nurse' },
  onBehalfOf: null,
  purpose: 'care',
  at: new Date(),
  internal: { ip: '127.0.0.1', userAgent: 'test', sessionId: null },
  ...change,
});

export const startTestLog = async (options: Partial<SequencerDeps> = {}): Promise<TestLog> => {
  const database = await freshDatabase();
  const folder = mkdtempSync(path.join(tmpdir(), 'portico-log-'));
  const keyFile = path.join(folder, 'keys.json');
  createLocalKeyFile(keyFile);
  const kms = localKeyFile(keyFile);
  const app = createPool(database.connection('app'), { max: 4 });
  // The role that may make the first key of a patient: these have no record.
  const keyPool = createPool(database.connection('app_importer'), { max: 1 });
  const sealer = createSealer({ kms, pool: keyPool });
  const audit = createAudit({ sealer });
  const files = await openLogFiles(path.join(folder, 'log'));
  const troubles: string[] = [];
  const opened: Pool[] = [];
  const open = (change: Partial<SequencerDeps>): { pool: Pool; sequencer: Sequencer } => {
    const pool = createPool(database.connection('app_sequencer'), { max: 1 });
    opened.push(pool);
    const onTrouble = (what: string, error: unknown): void => {
      troubles.push(`${what}: ${String(error)}`);
    };
    return {
      pool,
      sequencer: createSequencer({ pool, kms, files, origin: testLogOrigin, onTrouble, ...options, ...change }),
    };
  };
  let current = open({});
  return {
    database,
    folder,
    kms,
    sealer,
    audit,
    files,
    app,
    get sequencerPool() {
      return current.pool;
    },
    get sequencer() {
      return current.sequencer;
    },
    troubles,
    restart: async (change = {}) => {
      await current.sequencer.stop();
      await current.pool.end();
      current = open(change);
      return current.sequencer;
    },
    record: async (patientId, count = 1, change = {}) => {
      const ids: string[] = [];
      for (let i = 0; i < count; i++) {
        const event = await audit.prepare(draftFor(patientId, change));
        await app.run(audit.insert(event, [newId()]));
        ids.push(event.id);
      }
      return ids;
    },
    stop: async () => {
      await current.sequencer.stop();
      for (const pool of [app, keyPool, ...opened]) await pool.end().catch(() => undefined);
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export const newPatient = (): string => newId<PatientId>();
