import type { Contract } from '#platform/contract.ts';
import { codeAt, signInFromTerminal } from '#features/identity/index.ts';
import { listen } from '#platform/tls/listener.ts';
import type { DemoAccount } from './accounts.ts';

/** The portal itself. */
export type Portal = (request: Request, bindings?: unknown) => Response | Promise<Response>;

type Parts = { params?: Readonly<Record<string, string>>; body?: unknown };
/** The answer of the operation. */
export type Ask = (contract: Contract, parts?: Parts) => Promise<unknown>;

export type Doors = {
  /** Signs somebody of the demo in by e-mail; asks in that name. */
  as(email: string): Promise<Ask>;
  close(): Promise<void>;
};

const timeoutMs = 30_000;
const lastAnswersMs = 500;

/**
 * The portal's own doors, on a port of loopback that nobody knows: what the demo's people do on their first day
 * goes through sign-in, policy and log like anybody's. Uses the code of the half minute before: the first
 * code that a person tries in the demo is unused.
 */
export const openDoors = async (portal: Portal, accounts: readonly DemoAccount[]): Promise<Doors> => {
  const listener = await listen({
    fetch: (request, bindings) => portal(request, bindings),
    host: '127.0.0.1',
    port: 0,
    tls: undefined,
  });
  const base = `http://127.0.0.1:${listener.port}`;
  return {
    as: async (email) => {
      const account = accounts.find((one) => one.email === email)!;
      const { cookie } = await signInFromTerminal(base, { name: email }, async (what) =>
        what === 'password' ? account.password : codeAt(account.totpSecret, new Date(Date.now() - 30_000)),
      );
      return (contract, parts) => ask(base, cookie, contract, parts);
    },
    close: () => listener.close(lastAnswersMs),
  };
};

const ask = async (
  base: string,
  cookie: string,
  contract: Contract,
  { params, body }: Parts = {},
): Promise<unknown> => {
  const path = contract.path.replaceAll(/:(\w+)/g, (_all, name: string) => encodeURIComponent(params![name]!));
  const response = await fetch(new URL(path, base), {
    method: contract.method,
    headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`the demo was refused: ${contract.id} ${response.status} ${answer.slice(0, 300)}`);
  return answer === '' ? undefined : JSON.parse(answer);
};
