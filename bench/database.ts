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
    await withClient(rawOwner, makeRawTable);
    return { folder, connections, raw: rawOwner, superuser, postmasterPid: () => cluster.pid(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const makeRawTable = async (client: pg.Client): Promise<void> => {
  await client.query(`create schema raw
    create table raw.resource (patient_id uuid, id uuid, at timestamptz not null, body text not null, primary key (patient_id, id))`);
  await client.query('create index resource_at on raw.resource (patient_id, at desc, id desc)');
};

/** Clear rows of the raw path: the same JSON that the real path seals. */
export const fillRaw = (
  connection: Connection,
  rows: readonly { patientId: string; id: string; at: string; body: string }[],
): Promise<void> =>
  withClient(connection, async (client) => {
    await client.query(
      `insert into raw.resource (patient_id, id, at, body)
       select p, i, a, b from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[]) as t (p, i, a, b)`,
      [rows.map((r) => r.patientId), rows.map((r) => r.id), rows.map((r) => r.at), rows.map((r) => r.body)],
    );
    await client.query('analyze raw.resource');
  });
