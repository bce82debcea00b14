import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type pg from 'pg';
import { startCluster } from '#platform/db/embedded/cluster.ts';
import {
  embeddedConnections,
  provision,
  setRolePasswords,
  superuserConnection,
  withClient,
  type Connection,
  type Connections,
} from '#platform/db/embedded/connections.ts';
import { newDatabaseSecrets } from '#platform/db/embedded/secrets.ts';
import { applyPolicies, migrate } from '#platform/db/migrate.ts';
import type { Row } from './portico-server.ts';

export const root = resolve(import.meta.dirname, '..');

export type BenchDatabase = {
  /** Folder of this run; removed at the end. */
  readonly folder: string;
  readonly connections: Connections;
  /** The raw path's own database in the same cluster. */
  readonly raw: Connection;
  readonly superuser: Connection;
  postmasterPid(): number;
  stop(): Promise<void>;
};

const portico = 'portico_bench';
const raw = 'portico_raw';

/** A throw-away cluster with the settings of a real one (durable commits), one database for each path. */
export const startBenchDatabase = async (settings: Readonly<Record<string, string>> = {}): Promise<BenchDatabase> => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-bench-'));
  chmodSync(folder, 0o711); // the database's own account must be able to pass through
  const secrets = newDatabaseSecrets();
  const cluster = await startCluster({
    dataFolder: join(folder, 'data'),
    superuserPassword: secrets.superuser,
    durability: 'durable',
    settings,
  });
  const stop = async (): Promise<void> => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const superuser = superuserConnection(cluster.socketFolder, secrets, portico);
    const connections = embeddedConnections(cluster.socketFolder, secrets, portico);
    await provision(superuser, connections.owner);
    await migrate(connections.owner, join(root, 'db/migrations'));
    const policies = join(root, 'db/policies.sql');
    if (existsSync(policies)) await applyPolicies(connections.owner, readFileSync(policies, 'utf8'));
    await setRolePasswords(connections.owner, secrets);
    const rawOwner = { ...connections.owner, database: raw };
    await provision(superuser, rawOwner);
    await withClient(rawOwner, makeRawTables);
    return { folder, connections, raw: rawOwner, superuser, postmasterPid: () => cluster.pid(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const rawTables = { 'raw.resource': 'jsonb', 'raw.resource_text': 'text' } as const;

const makeRawTables = async (client: pg.Client): Promise<void> => {
  await client.query('create schema raw');
  for (const [table, type] of Object.entries(rawTables)) {
    await client.query(`create table ${table} (patient_id uuid, id uuid, category text not null, at timestamptz not null,
      body ${type} not null, primary key (patient_id, id))`);
    await client.query(`create index on ${table} (patient_id, category, at desc, id desc)`);
  }
};

/** Clear rows of the raw path: the same JSON that the real path seals. */
export const fillRaw = async (client: pg.Client, rows: readonly Row[]): Promise<void> => {
  for (const [table, type] of Object.entries(rawTables)) {
    await client.query(
      `insert into ${table} (patient_id, id, category, at, body)
       select p, i, c, a, b::${type} from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[]) as t (p, i, c, a, b)`,
      [
        rows.map((r) => r.patientId),
        rows.map((r) => r.id),
        rows.map((r) => r.category),
        rows.map((r) => r.at),
        rows.map((r) => r.body),
      ],
    );
  }
};
