import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqlState } from '#platform/db/pool.ts';
import { bind, statement } from '#platform/db/statement.ts';
import { isAppError } from '#platform/errors.ts';
import { newId, type RelationshipId } from '#platform/ids.ts';
import { importFhirFiles, type ImportDeps } from '#features/ehr/index.ts';
import { openOpaqueThreads, type Identity, type OpaqueThreads } from '#features/identity/index.ts';
import { demoAccounts, tiesOf, type DemoAccount } from './accounts.ts';
import { demoClinic } from './cast/clinic.ts';
import { demoBundles, demoCorrections, demoRecords } from './demo-bundles.ts';
import { firstLooks, firstWork, nameDeputy } from './demo-day.ts';
import { openDoors, type Portal } from './demo-doors.ts';
import type { Resource } from './fhir/elements.ts';
import type { Start } from './fhir/moments.ts';

export type DemoDeps = Omit<ImportDeps, 'source' | 'onFile'> & {
  identity: Pick<Identity, 'makeAccount'>;
  /** 32 bytes, kept by the installation: passwords and authenticator keys derive from it. */
  seed: Buffer;
  now: Date;
  /** The clinic's, as an IANA name; the demo clinic's own when absent. */
  timeZone?: string | undefined;
  /** The portal itself, so that people can sign in, look and write; absent: nobody has done anything yet. */
  fetch?: Portal;
};

const relate = statement({
  name: 'admin.demoRelate',
  text: `select access.relate($1, $2, $3, $4) as id`,
  params: ['uuid', 'text', 'uuid', 'uuid'],
  columns: { id: 'uuid' },
});

const demoSource = { name: 'demo', title: `${demoClinic.name} health records` } as const;

const startOf = ({ now, timeZone }: DemoDeps): Start => ({
  now,
  timeZone: timeZone ?? demoClinic.timeZone,
});

/** Loads the demo's records through the importer, as a clinic would load its own. */
const importRecords = async (deps: DemoDeps, bundles: ReadonlyMap<string, string>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'portico-demo-'));
  try {
    const files: string[] = [];
    for (const [name, text] of bundles) {
      files.push(join(folder, name));
      await writeFile(join(folder, name), text, { mode: 0o600 });
    }
    const report = await importFhirFiles(files, { ...deps, source: demoSource });
    const problem = report.files.find((file) => file.problem)?.problem;
    if (problem) throw new Error(`the demo's own records were refused: ${problem.path} ${problem.message}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** An interrupted first start may have made some of the accounts: those stay. */
const makeUnlessThere = async (
  identity: DemoDeps['identity'],
  account: Parameters<Identity['makeAccount']>[0],
  client: OpaqueThreads['client'],
): Promise<{ id: string } | undefined> => {
  try {
    return await identity.makeAccount(account, client);
  } catch (error) {
    const taken = sqlState(error) === '23505' || (isAppError(error) && error.kind === 'conflict');
    if (taken) return undefined;
    throw error;
  }
};

const makeAccount = async (deps: DemoDeps, account: DemoAccount, client: OpaqueThreads['client']): Promise<void> => {
  const { language, self, trustedFor, careTeamOf } = tiesOf(account.email);
  const wanted = {
    name: account.name,
    signInName: account.email,
    password: account.password,
    totpSecret: account.totpSecret,
    roles: [account.role as never],
    ...(language ? { language } : {}),
    ...(self ? { patientId: patientIdOf(deps, self) } : {}),
    ...(trustedFor ? { trustedFor: [{ ...trustedFor, patientId: patientIdOf(deps, trustedFor.key) }] } : {}),
  };
  const made = await makeUnlessThere(deps.identity, wanted, client);
  if (!made || careTeamOf.length === 0) return;
  await deps.pool.run(
    careTeamOf.map((key) => bind(relate, [newId<RelationshipId>(), 'care_team', made.id, patientIdOf(deps, key)])),
  );
};

/** Passwords are stretched on every core at once: one after the other would take most of a first start. */
const makeAccounts = async (deps: DemoDeps, accounts: readonly DemoAccount[]): Promise<void> => {
  const threads = openOpaqueThreads();
  try {
    await Promise.all(accounts.map((account) => makeAccount(deps, account, threads.client)));
  } finally {
    await threads.close();
  }
};

const patientIdOf = ({ recordIds }: Pick<DemoDeps, 'recordIds'>, key: string) =>
  recordIds.patient(demoSource.name, `demo-patient-${key}`);

/** What the demo's people did and wrote before it begins; a correction comes in between. */
const firstDay = async (deps: DemoDeps, portal: Portal, accounts: readonly DemoAccount[]): Promise<void> => {
  const start = startOf(deps);
  const records = demoRecords(start);
  const doors = await openDoors(portal, accounts);
  const day = {
    start,
    doors,
    patientIdOf: (key: string) => patientIdOf(deps, key),
    recordIdOf: (key: string, fits: (resource: Resource) => boolean) => {
      const { resourceType, id } = records.get(key)!.findLast(fits)!;
      return deps.recordIds.record(patientIdOf(deps, key), demoSource.name, resourceType, id);
    },
  };
  try {
    await nameDeputy(day);
    await firstLooks(day);
    await importRecords(deps, demoCorrections(start));
    await firstWork(day);
  } finally {
    await doors.close();
  }
};

/**
 * Makes the demo clinic: patients with their records, staff in every role, who works with whom, and a first day of
 * looks, words and work that the patients find in "Who saw my record". For a new, empty demo database only.
 */
export const createDemo = async (deps: DemoDeps): Promise<DemoAccount[]> => {
  await importRecords(deps, demoBundles(startOf(deps)));
  const accounts = demoAccounts(deps.seed);
  await makeAccounts(deps, accounts);
  if (deps.fetch) await firstDay(deps, deps.fetch, accounts);
  return accounts;
};
