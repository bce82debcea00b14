// Enrolled accounts, and a browser without a screen, for tests against a running server.
import { randomBytes } from 'node:crypto';
import { createRecords } from '#features/records/index.ts';
import { newId, type PatientId } from '#platform/ids.ts';
import { fixedClock, type Clock } from '#platform/clock.ts';
import { directOpaque } from '../../features/identity/client/opaque.ts';
import { signIn, type FlowDeps } from '../../features/identity/client/flows.ts';
import type { Role } from '../../features/identity/contract.ts';
import { codeAt, type MadeAccount, type NewAccount } from '#features/identity/index.ts';
import { httpCaller, type CookieJar } from '../../features/identity/terminal.ts';
import type { TestServer } from './server.ts';

export const password = 'walnut thistle orbit cellar';

export type Enrolled = MadeAccount & { readonly signInName: string };

/** An enrolled account with a name nobody else has. */
export const enrolled = async (
  server: TestServer,
  roles: readonly Role[],
  more: Partial<NewAccount> = {},
): Promise<Enrolled> => {
  const signInName = more.signInName ?? `${randomBytes(6).toString('hex')}@example.org`;
  const made = await server.portico.identity.makeAccount({ name: 'Ana Ruiz', password, roles, ...more, signInName });
  return { ...made, signInName };
};

export type Browser = FlowDeps & { readonly jar: CookieJar; readonly cookie: () => string };

/** A browser with cookies of its own. */
export const browser = (server: TestServer, headers: Record<string, string> = {}): Browser => {
  const jar: CookieJar = new Map();
  return {
    jar,
    call: httpCaller(server.url.replace('localhost', '127.0.0.1'), jar, headers),
    opaque: directOpaque,
    cookie: () => [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
  };
};

/** A clock moved by whole code periods, so that the same person can sign in again at once: each code works once. */
export const movingClock = (): Clock & { nextCode(): void } => {
  const clock = fixedClock(new Date());
  return { now: () => clock.now(), nextCode: () => clock.advance(30_000) };
};

/** What the person's authenticator app shows now. */
export const codeOf = (person: { totpSecret: string }, clock: Clock): string => codeAt(person.totpSecret, clock.now());

/** Signs in with a fresh code; gives the browser, whose `cookie()` is a ready header. */
export const signedIn = async (
  server: TestServer,
  person: Enrolled,
  clock: Clock & { nextCode(): void },
  used: Browser = browser(server),
): Promise<Browser> => {
  clock.nextCode();
  await signIn(used, { name: person.signInName, password, code: () => codeOf(person, clock) });
  return used;
};

/** A privacy officer approves a letter for staff, as a second person must. */
export const approveLetter = async (
  server: TestServer,
  invitationId: string,
  clock: Clock & { nextCode(): void },
): Promise<void> => {
  const officer = await signedIn(server, await enrolled(server, ['privacy_officer']), clock);
  const at = `/api/role-requests/${invitationId}/decision`;
  const { status } = await server.call('POST', at, { body: { approve: true }, cookie: officer.cookie() });
  if (status !== 200) throw new Error(`the letter was not approved: ${status}`);
};

/** Imports a patient as the importer would; gives the patient's id. `birthDate` is YYYY-MM-DD. */
export const importedPatient = async (
  server: TestServer,
  person: { given: string; family: string; birthDate: string },
): Promise<PatientId> => {
  const { sealers, importer } = server.portico;
  const { intake } = await createRecords({ sealer: sealers.app, importerSealer: sealers.app_importer });
  const patientId = newId<PatientId>();
  const resource = {
    resourceType: 'Patient',
    id: patientId,
    name: [{ given: [person.given], family: person.family }],
    birthDate: person.birthDate,
  };
  const body = {
    source: 'test',
    resource: { resourceType: 'Patient', sourceId: patientId, json: JSON.stringify(resource) },
  };
  await importer.write(intake.writeResource, { params: { patientId }, body }, newId());
  return patientId;
};
