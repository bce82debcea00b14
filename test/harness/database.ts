import { randomBytes } from 'node:crypto';
import pg from 'pg';
import {
  embeddedConnections,
  superuserConnection,
  withClient,
  type Connection,
} from '#platform/db/embedded/connections.ts';
import type { LoginRole } from '#platform/db/embedded/secrets.ts';
import { getTestCluster } from './cluster.ts';

/** Who to connect as: a process role, the migration owner (its tables' owner), or a malicious administrator. */
export type TestLogin = LoginRole | 'owner' | 'superuser';

export type TestDatabase = {
  readonly name: string;
  /** Connection settings for `pg` or for createPool. */
  connection(login: TestLogin): Connection;
  /** A plain `pg` pool (2 connections) as that login; kept, and ended by `end`. */
  pool(login: TestLogin): pg.Pool;
  /** Ends the pools made here. */
  end(): Promise<void>;
};

function openDatabase(name: string): TestDatabase {
  const { socketFolder, secrets } = getTestCluster();
  const pools = new Map<TestLogin, pg.Pool>();
  const connections = embeddedConnections(socketFolder, secrets, name);
  const connection = (login: TestLogin): Connection => {
    if (login === 'superuser') return superuserConnection(socketFolder, secrets, name);
    return login === 'owner' ? connections.owner : connections.role(login);
  };
  return {
    name,
    connection,
    pool(login) {
      const known = pools.get(login);
      if (known) return known;
      // FORCE RLS binds the tables' owner too; tests act on rows "as owner" with `set role`.
      const pool = new pg.Pool({ ...connection(login), max: 2, idleTimeoutMillis: 1_000, allowExitOnIdle: true });
      pool.on('error', () => {});
      pools.set(login, pool);
      return pool;
    },
    async end() {
      const all = [...pools.values()];
      pools.clear();
      await Promise.all(all.map((pool) => pool.end()));
    },
  };
}

let shared: TestDatabase | undefined;

/**
 * The database all tests share: migrated, with the policies applied. Make fresh
 * patients and accounts in it; never count all rows of a table.
 */
export function testDatabase(): TestDatabase {
  shared ??= openDatabase(getTestCluster().sharedDatabase);
  return shared;
}

/**
 * A database of its own, cloned from the migrated template (about 0.15 s). For
 * tests of global state: migrations, the sequencer, the log. `drop` removes it.
 */
export async function freshDatabase(): Promise<TestDatabase & { drop(): Promise<void> }> {
  const { socketFolder, secrets, templateDatabase } = getTestCluster();
  const name = `test_${randomBytes(8).toString('hex')}`;
  const admin = superuserConnection(socketFolder, secrets, 'postgres');
  await cloneDatabase(admin, templateDatabase, name);
  const database = openDatabase(name);
  return {
    ...database,
    async drop() {
      await database.end();
      await withClient(admin, (client) =>
        client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`),
      );
    },
  };
}

/**
 * Copies a database, with what `create database` does not copy: its owner's and
 * roles' right to connect.
 */
export async function cloneDatabase(admin: Connection, template: string, name: string): Promise<void> {
  const target = pg.escapeIdentifier(name);
  const source = pg.escapeIdentifier(template);
  await withClient(admin, async (client) => {
    const owner = await client.query<{ owner: string }>(
      'select pg_get_userbyid(datdba) as owner from pg_database where datname = $1',
      [template],
    );
    const ownerName = pg.escapeIdentifier(owner.rows[0]!.owner);
    // 55006: another clone reads the template at this moment.
    for (let attempt = 0; ; attempt += 1) {
      try {
        await client.query(`create database ${target} template ${source} owner ${ownerName}`);
        break;
      } catch (error) {
        if ((error as { code?: string }).code !== '55006' || attempt >= 50) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    await client.query(`revoke temporary on database ${target} from public`);
  });
}
