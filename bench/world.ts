import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { withClient } from '#platform/db/embedded/connections.ts';
import { loginRoles, type LoginRole } from '#platform/db/embedded/secrets.ts';
import type { Connection } from '#platform/db/embedded/connections.ts';
import { createLocalKeyFile } from '#platform/kms/local-key-file.ts';
import { makePatient, type Person } from '../test/harness/people.ts';
import { startChild, type Child } from './child.ts';
import { fillRaw, startBenchDatabase, type BenchDatabase } from './database.ts';
import type { BenchAccount, Ports, Row, StartOptions } from './portico-server.ts';

/** 500 records of 200 resources of about 900 bytes, of which 20 are laboratory results: what a list shows. */
const patientCount = 500;
const resultsEach = 20;
const othersEach = 180;
const accountCount = 16;
const rawConnections = 12; // as many as the portal's role `app` has
const idleS = 3_600;

export type World = {
  readonly database: BenchDatabase;
  readonly portico: Child;
  readonly raw: Child;
  readonly generator: Child;
  readonly signIns: Child;
  readonly ports: Ports & { rawPort: number };
  readonly patients: readonly (Person & { readonly patientId: string })[];
  /** The laboratory results. */
  readonly results: readonly Pick<Row, 'patientId' | 'id'>[];
  /** Accounts to sign in with; enrolled when first asked for (half a second each). */
  accounts(): Promise<readonly BenchAccount[]>;
  stop(): Promise<void>;
};

const here = (file: string): string => join(import.meta.dirname, file);

/** Starts the database, both servers and the load generators, and fills them with the same results. */
export const startWorld = async (
  options: { profileFolder?: string | undefined; patients?: number } = {},
): Promise<World> => {
  const database = await startBenchDatabase();
  const children: Child[] = [];
  const child = (file: string, nodeArguments: readonly string[] = []): Child => {
    const started = startChild(here(file), nodeArguments);
    children.push(started);
    return started;
  };
  const stop = async (): Promise<void> => {
    await Promise.all(children.map((one) => one.stop()));
    await database.stop();
  };
  try {
    const patients = await makePatients(database, options.patients ?? patientCount);
    const profile = options.profileFolder ? ['--cpu-prof', `--cpu-prof-dir=${options.profileFolder}`] : [];
    const portico = child('portico-server.ts', profile);
    const raw = child('raw-server.ts');
    const ports = await portico.ask<Ports>('start', startOptions(database));
    const results = await fillBoth(database, portico, patients);
    for (const place of [database.superuser, { ...database.superuser, database: database.raw.database }]) {
      await withClient(place, (client) => client.query('vacuum analyze'));
    }
    const rawPort = await raw.ask<number>('start', { connection: database.raw, max: rawConnections });
    let accounts: Promise<BenchAccount[]> | undefined;
    return {
      database,
      portico,
      raw,
      generator: child('load-generator.ts'),
      signIns: child('sign-in-generator.ts'),
      ports: { ...ports, rawPort },
      patients,
      results,
      accounts: () => (accounts ??= portico.ask<BenchAccount[]>('makeAccounts', accountCount)),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** The same resources, sealed by the portal and in clear for the raw path. */
const fillBoth = (database: BenchDatabase, portico: Child, patients: World['patients']): Promise<World['results']> =>
  withClient(database.raw, async (raw) => {
    const results: World['results'][number][] = [];
    for (const { patientId } of patients) {
      const rows = await portico.ask<Row[]>('fill', { patientId, results: resultsEach, others: othersEach });
      await fillRaw(raw, rows);
      for (const { id, category } of rows) if (category === 'laboratory') results.push({ patientId, id });
    }
    return results;
  });

/** What the portal's process needs to start over this database; makes its key file. */
export const startOptions = ({ folder, connections }: BenchDatabase): StartOptions => {
  const keyFile = join(folder, 'keys.json');
  createLocalKeyFile(keyFile);
  const dataFolder = join(folder, 'portico');
  mkdirSync(dataFolder);
  const byRole = loginRoles.map((role) => [role, connections.role(role)] as const);
  return { connections: Object.fromEntries(byRole) as Record<LoginRole, Connection>, keyFile, dataFolder };
};

const makePatients = async ({ connections }: BenchDatabase, count: number): Promise<World['patients']> => {
  const owner = new pg.Pool({ ...connections.owner, max: 1 });
  try {
    const patients: (Person & { patientId: string })[] = [];
    for (let made = 0; made < count; made++) patients.push(await makePatient(owner, { idleTimeoutS: idleS }));
    return patients;
  } finally {
    await owner.end();
  }
};
