import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqlState } from '#platform/db/pool.ts';
import { bind, statement } from '#platform/db/statement.ts';
import { isAppError } from '#platform/errors.ts';
import { newId, type RelationshipId } from '#platform/ids.ts';
import { importFhirFiles, type ImportDeps } from '#features/ehr/index.ts';
import type { Identity } from '#features/identity/index.ts';
import { demoPatients, demoStaff, demoTrustedPerson, elena } from './cast.ts';
import { demoLooks } from './demo-looks.ts';
import { demoPassword, demoTotpSecret } from './seed.ts';
import { demoBundles } from './stories.ts';

/** One account of the demo clinic, with what signs it in. */
export type DemoAccount = { role: string; name: string; email: string; password: string; totpSecret: string };

export type DemoDeps = Omit<ImportDeps, 'source' | 'onFile'> & {
  identity: Pick<Identity, 'makeAccount'>;
  /** 32 bytes, kept by the installation: passwords and authenticator keys derive from it. */
  seed: Buffer;
  now: Date;
  /** The portal itself, so that some staff can sign in and look; absent: nobody has looked yet. */
  fetch?: (request: Request, bindings?: unknown) => Response | Promise<Response>;
};

const relate = statement({
  name: 'admin.demoRelate',
  text: `select access.relate($1, $2, $3, $4) as id`,
  params: ['uuid', 'text', 'uuid', 'uuid'],
  columns: { id: 'uuid' },
});

const demoSource = { name: 'demo', title: 'Fairhaven Regional Laboratory' } as const;

/** The demo clinic's accounts and their secrets, from the seed alone: also for a start after the first. */
export const demoAccounts = (seed: Buffer): DemoAccount[] =>
  [
    ...demoPatients.map(({ given, family, email }) => ({ role: 'patient', name: `${given[0]} ${family}`, email })),
    { role: 'trusted_person', ...demoTrustedPerson },
    ...demoStaff,
  ].map(({ role, name, email }) => ({
    role,
    name,
    email,
    password: demoPassword(seed, email),
    totpSecret: demoTotpSecret(seed, email),
  }));

/** Loads the demo's records through the importer, as a clinic would load its own. */
const importRecords = async (deps: DemoDeps): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'portico-demo-'));
  try {
    const files: string[] = [];
    for (const [name, text] of demoBundles(deps.now)) {
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
): Promise<{ id: string } | undefined> => {
  try {
    return await identity.makeAccount(account);
  } catch (error) {
    const taken = sqlState(error) === '23505' || (isAppError(error) && error.kind === 'conflict');
    if (taken) return undefined;
    throw error;
  }
};

/**
 * Makes the demo clinic: three patients with their records, staff in every role, and a few looks that
 * the patients find in "Who saw my record". For a new, empty demo database only.
 */
export const createDemo = async (deps: DemoDeps): Promise<DemoAccount[]> => {
  await importRecords(deps);
  const accounts = demoAccounts(deps.seed);
  const patientIds = new Map(
    demoPatients.map((patient) => [patient.email, deps.recordIds.patient(demoSource.name, patient.id)]),
  );
  const languages = new Map(demoPatients.map((patient) => [patient.email, patient.language]));
  for (const account of accounts) {
    const patientId = patientIds.get(account.email);
    const language = languages.get(account.email);
    const isTrusted = account.role === 'trusted_person';
    const made = await makeUnlessThere(deps.identity, {
      name: account.name,
      signInName: account.email,
      password: account.password,
      totpSecret: account.totpSecret,
      roles: [account.role as never],
      ...(language ? { language } : {}),
      ...(patientId ? { patientId } : {}),
      ...(isTrusted
        ? { trustedFor: [{ patientId: patientIds.get(elena.email)!, viewAreas: ['results'], actAreas: [] }] }
        : {}),
    });
    if (!made || (account.role !== 'clinician' && account.role !== 'nurse')) continue;
    for (const patientId of patientIds.values()) {
      await deps.pool.run([bind(relate, [newId<RelationshipId>(), 'care_team', made.id, patientId])]);
    }
  }
  if (deps.fetch) await demoLooks({ fetch: deps.fetch, accounts, patientIds: [...patientIds.values()] });
  return accounts;
};
