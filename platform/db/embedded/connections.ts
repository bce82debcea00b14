import pg from 'pg';
import type { DatabaseSecrets, LoginRole } from './secrets.ts';
import { loginRoles } from './secrets.ts';

/** What `pg` needs to connect as one login. */
export type Connection = {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  readonly ssl?: pg.ClientConfig['ssl'];
};

/** Every login of one database. */
export type Connections = {
  /** The migration owner: no superuser, owns the database, acts as app_owner. */
  readonly owner: Connection;
  /** A process role. */
  role(name: LoginRole): Connection;
};

/** The name of the migration owner's login in embedded clusters. */
export const migratorName = 'portico_migrator';

const socketPort = 5432;

/** Logins of a database in an embedded cluster, over its socket folder. */
export function embeddedConnections(socketFolder: string, secrets: DatabaseSecrets, database: string): Connections {
  const login = (user: string, password: string): Connection => ({
    host: socketFolder,
    port: socketPort,
    database,
    user,
    password,
  });
  return {
    owner: login(migratorName, secrets.migrator),
    role: (name) => login(name, secrets.roles[name]),
  };
}

/** The superuser of an embedded cluster: to provision it, and for tests that play a malicious administrator. */
export function superuserConnection(socketFolder: string, secrets: DatabaseSecrets, database: string): Connection {
  return { host: socketFolder, port: socketPort, database, user: 'postgres', password: secrets.superuser };
}

/** Logins of a database of one's own, from the migration owner's URL and the process roles' passwords. */
export function urlConnections(url: URL, secrets: DatabaseSecrets, ssl: pg.ClientConfig['ssl']): Connections {
  const login = (user: string, password: string): Connection => ({
    host: url.searchParams.get('host') ?? decodeURIComponent(url.hostname),
    port: Number(url.port || 5432),
    database: decodeURIComponent(url.pathname.slice(1)),
    user,
    password,
    ...(ssl ? { ssl } : {}),
  });
  return {
    owner: login(decodeURIComponent(url.username), decodeURIComponent(url.password)),
    role: (name) => login(name, secrets.roles[name]),
  };
}

/** Runs work over one connection and closes it. */
export async function withClient<T>(connection: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Makes what the cluster must have before migrations: the migration owner (may
 * create roles, is no superuser) and the database it owns. Idempotent.
 */
export async function provision(superuser: Connection, owner: Connection): Promise<void> {
  await withClient({ ...superuser, database: 'postgres' }, async (client) => {
    const user = pg.escapeIdentifier(owner.user);
    const found = await client.query('select 1 as one from pg_roles where rolname = $1', [owner.user]);
    if (found.rowCount === 0) await client.query(`create role ${user} login createrole nosuperuser nobypassrls`);
    await client.query(`alter role ${user} password ${pg.escapeLiteral(owner.password)}`);
    const database = pg.escapeIdentifier(owner.database);
    const exists = await client.query('select 1 as one from pg_database where datname = $1', [owner.database]);
    if (exists.rowCount === 0) await client.query(`create database ${database} owner ${user}`);
    await client.query(`revoke all on database ${database} from public`);
    await client.query(`revoke all on database postgres from public`);
  });
}

/** Gives the process roles their passwords. Run after migrations, as the migration owner; roles not made yet are left out. */
export async function setRolePasswords(owner: Connection, secrets: DatabaseSecrets): Promise<void> {
  await withClient(owner, async (client) => {
    const found = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
      [...loginRoles],
    ]);
    for (const { rolname } of found.rows) {
      const password = secrets.roles[rolname as LoginRole];
      await client.query(`alter role ${pg.escapeIdentifier(rolname)} login password ${pg.escapeLiteral(password)}`);
    }
  });
}
