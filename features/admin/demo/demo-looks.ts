import { codeAt, signInFromTerminal } from '#features/identity/index.ts';
import { getPatient, listReports, listResults, searchDirectory } from '#features/records/contract.ts';
import { listen } from '#platform/tls/listener.ts';
import type { DemoAccount } from './accounts.ts';
import { birthDateOf, elena, lucia } from './cast/patients.ts';

type Looks = {
  fetch: (request: Request, bindings?: unknown) => Response | Promise<Response>;
  accounts: readonly DemoAccount[];
  /** By the key of the cast. */
  patientIdOf: (key: string) => string;
};

/**
 * Staff sign in and look, through the same doors as anybody, so that "Who saw my record" has true
 * entries from the first day. Uses the code of the half minute before: today's first code stays
 * unused for the person who tries the demo.
 */
export const demoLooks = async ({ fetch: answer, accounts, patientIdOf }: Looks): Promise<void> => {
  const listener = await listen({
    fetch: (request, bindings) => answer(request, bindings),
    host: '127.0.0.1',
    port: 0,
    tls: undefined,
  });
  const base = `http://127.0.0.1:${listener.port}`;
  const signIn = async (role: string): Promise<Ask> => {
    const account = accounts.find((one) => one.role === role)!;
    const { cookie } = await signInFromTerminal(base, { name: account.email }, async (what) =>
      what === 'password' ? account.password : codeAt(account.totpSecret, new Date(Date.now() - 30_000)),
    );
    return (method, path, body) => ask(base, cookie, method, path, body);
  };
  try {
    const elenaId = patientIdOf('elena');
    const luciaId = patientIdOf('lucia');
    const nurse = await signIn('nurse');
    await nurse('POST', searchDirectory.path, {
      familyName: elena.family,
      birthDate: birthDateOf(elena, new Date()),
      reason: 'Critical potassium called in by the laboratory',
    });
    await nurse('GET', pathOf(getPatient.path, elenaId));
    await nurse('GET', pathOf(listResults.path, elenaId));
    const clinician = await signIn('clinician');
    await clinician('GET', pathOf(listResults.path, elenaId));
    await clinician('GET', pathOf(listReports.path, elenaId));
    await clinician('GET', pathOf(listResults.path, luciaId));
    const desk = await signIn('front_desk');
    await desk('POST', searchDirectory.path, {
      familyName: lucia.family,
      birthDate: birthDateOf(lucia, new Date()),
      reason: 'Called to move her visit',
    });
  } finally {
    await listener.close(500);
  }
};

type Ask = (method: string, path: string, body?: unknown) => Promise<void>;

const pathOf = (path: string, patientId: string): string => path.replace(':patientId', patientId);

const ask = async (base: string, cookie: string, method: string, path: string, body?: unknown): Promise<void> => {
  const response = await fetch(new URL(path, base), {
    method,
    headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(10_000),
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`a look of the demo was refused: ${method} ${path} ${response.status}`);
};
