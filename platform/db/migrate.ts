import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { Umzug, type UmzugStorage } from 'umzug';

/**
 * Numbered, forward-only SQL. Each file runs in one transaction together with its ledger row
 * (name, SHA-256); a file that changed after it ran is refused, since two installations would then
 * disagree about what "migrated" means. One advisory lock keeps two starting processes apart.
 */
const lockKey = 7_276_141; // any constant; spells "portico" on a phone pad, cut to seven digits

type Ledger = UmzugStorage<pg.Client> & { check(files: readonly MigrationFile[]): Promise<void> };
type MigrationFile = { name: string; sql: string; sha256: string };

const readMigrations = async (directory: string): Promise<MigrationFile[]> => {
  const names = (await readdir(directory)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(directory, name), 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
};

const ledgerOver = (client: pg.Client): Ledger => ({
  logMigration: async () => {}, // written inside the migration's own transaction, below
  unlogMigration: async () => {
    throw new Error('migrations only go forward');
  },
  executed: async () => {
    const found = await client.query<{ name: string }>('select name from portico_ledger.migration order by name');
    return found.rows.map((row) => row.name);
  },
  check: async (files) => {
    const found = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from portico_ledger.migration',
    );
    for (const { name, sha256 } of found.rows) {
      const file = files.find((candidate) => candidate.name === name);
      if (!file)
        throw new Error(`Migration ${name} ran on this database but its file is missing. Is this an older release?`);
      if (file.sha256 !== sha256)
        throw new Error(`Migration ${name} was changed after it ran. Restore the file; add a new migration instead.`);
    }
  },
});

/**
 * Brings the database to the newest migration. `config` is the migration owner's login.
 * @returns the names that ran now
 */
export const migrate = async (config: pg.ClientConfig, directory: string): Promise<string[]> => {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(${lockKey})`);
    await client.query(`create schema if not exists portico_ledger;
      create table if not exists portico_ledger.migration (
        name text primary key, sha256 text not null, ran_at timestamptz not null default now())`);
    const files = await readMigrations(directory);
    const ledger = ledgerOver(client);
    await ledger.check(files);
    const umzug = new Umzug({
      context: client,
      storage: ledger,
      logger: undefined,
      migrations: files.map((file) => ({ name: file.name, up: () => runInOneTransaction(client, file) })),
    });
    return (await umzug.up()).map((done) => done.name);
  } finally {
    await client.end();
  }
};

const runInOneTransaction = async (client: pg.Client, file: MigrationFile): Promise<void> => {
  await client.query('begin');
  try {
    await client.query(file.sql);
    await client.query('reset role');
    await client.query('insert into portico_ledger.migration (name, sha256) values ($1, $2)', [file.name, file.sha256]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw new Error(`Migration ${file.name} failed: ${(cause as Error).message}`, { cause });
  }
};

/**
 * Applies the generated policies (db/policies.sql) when their text changed or a migration ran since
 * (a new table has none before). The whole file runs in one transaction: there is no moment at which a table stands without its policies.
 * @returns true when they were applied now
 */
export const applyPolicies = async (config: pg.ClientConfig, sql: string): Promise<boolean> => {
  const client = new pg.Client(config);
  const sha256 = createHash('sha256').update(sql).digest('hex');
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(${lockKey})`);
    await client.query(`create table if not exists portico_ledger.policies (
        only_row boolean primary key default true check (only_row), sha256 text not null, ran_at timestamptz not null default now())`);
    const found = await client.query<{ sha256: string }>(
      `select sha256 from portico_ledger.policies
       where ran_at > (select coalesce(max(ran_at), '-infinity') from portico_ledger.migration)`,
    );
    if (found.rows[0]?.sha256 === sha256) return false;
    await client.query('begin');
    try {
      await client.query(sql);
      await client.query('reset role');
      await client.query(
        `insert into portico_ledger.policies (sha256) values ($1)
         on conflict (only_row) do update set sha256 = excluded.sha256, ran_at = now()`,
        [sha256],
      );
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
    return true;
  } finally {
    await client.end();
  }
};
