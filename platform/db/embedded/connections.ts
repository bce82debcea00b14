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
  await withClient({ ...superuser, database: owner.database }, (client) => client.query(narrowFunctions));
}

/**
 * PostgreSQL lets everybody store large objects and end connections of the same role. Portico uses neither, and
 * an SQL injection must not. Only a superuser can take these rights away: with a database of one's own, its
 * administrator runs this (docs/configuration.md).
 */
const narrowFunctions = `do $$
declare
  f regprocedure;
begin
  for f in select p.oid from pg_catalog.pg_proc p where p.pronamespace = 'pg_catalog'::regnamespace
    and (p.proname in ('loread', 'lowrite', 'pg_terminate_backend', 'pg_cancel_backend') or p.proname ~ '^lo_') loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end
$$`;

/**
 * As db/migrations/0001 and 0008 set them. A role may change its own defaults, so an injection could: undone at every
 * start. The sequencer runs nothing for people, and a standby may need another synchronous_commit of it.
 */
const roleSettings = {
  timezone: 'UTC',
  datestyle: 'ISO, YMD',
  bytea_output: 'hex',
  plan_cache_mode: 'force_generic_plan',
  statement_timeout: '30s',
  lock_timeout: '10s',
  idle_in_transaction_session_timeout: '60s',
} as const;

/** A plan that is kept may be older than its table: by index, before it holds anything and when it is large. */
const byIndex: readonly string[] = ['app', 'app_identity', 'app_worker'];

const settleRole = (role: string): string => {
  const name = pg.escapeIdentifier(role);
  const settings = Object.entries(roleSettings).map(
    ([setting, value]) => `alter role ${name} set ${setting} = ${pg.escapeLiteral(value)}`,
  );
  if (role === 'app_sequencer') {
    // Plans anew each time: a plan kept from when the log was empty reads all of it for each event.
    return [...settings, `alter role ${name} set plan_cache_mode = 'force_custom_plan'`].join('; ');
  }
  if (byIndex.includes(role)) settings.push(`alter role ${name} set enable_seqscan = 'off'`);
  return [`alter role ${name} reset all`, `alter role ${name} set synchronous_commit = 'on'`, ...settings].join('; ');
};

/** Gives the process roles their passwords and their settings. Run after migrations, as the migration owner; roles not made yet are left out. */
export async function setRolePasswords(owner: Connection, secrets: DatabaseSecrets): Promise<void> {
  await withClient(owner, async (client) => {
    const found = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
      [...loginRoles],
    ]);
    for (const { rolname } of found.rows) {
      const password = secrets.roles[rolname as LoginRole];
      await client.query(`alter role ${pg.escapeIdentifier(rolname)} login password ${pg.escapeLiteral(password)}`);
      await client.query(settleRole(rolname));
    }
  });
}
