import { AppError } from '#platform/errors.ts';
import type { CallOf, Contract, ResultOf } from '#platform/contract.ts';
import * as contract from './contract.ts';
import type { Role } from './contract.ts';
import { directOpaque } from './client/opaque.ts';
import { enterCode, startSignIn, type Caller } from './client/flows.ts';

const timeoutMs = 30_000;

/** Keeps the cookies of one server, as a browser tab would. */
export type CookieJar = Map<string, string>;

const kinds: Record<number, ConstructorParameters<typeof AppError>[0]> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  413: 'too-large',
  415: 'unsupported',
  429: 'too-many',
};

/** Calls operations over HTTP without a browser. Rejects with the server's refusal as AppError. */
export const httpCaller =
  (baseUrl: string, jar: CookieJar, headers: Record<string, string> = {}): Caller =>
  async <const C extends Contract>(of: C, parts: CallOf<C>): Promise<ResultOf<C>> => {
    const given = parts as { params?: Record<string, string>; body?: unknown };
    const path = of.path.replaceAll(/:(\w+)/g, (_all, name: string) => encodeURIComponent(given.params?.[name] ?? ''));
    const response = await fetch(new URL(path, baseUrl), {
      method: of.method,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        accept: 'application/json',
        ...(of.body ? { 'content-type': 'application/json' } : {}),
        ...(jar.size > 0 ? { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
        ...headers,
      },
      ...(of.body ? { body: JSON.stringify(given.body ?? {}) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const answer = (await response.json().catch(() => ({}))) as { detail?: string; title?: string };
    if (!response.ok) throw new AppError(kinds[response.status] ?? 'unavailable', answer.detail ?? answer.title);
    return answer as ResultOf<C>;
  };

export type TerminalSignIn = { cookie: string; role: Role; roles: Role[] };

/**
 * The real client flow without a browser, for `portico sign-in`, scripts and load tests.
 * `ask` is called for what is not given, in this order. `role` chooses among the roles the account holds.
 * @returns `cookie` as a Cookie header's value
 */
export const signInFromTerminal = async (
  baseUrl: string,
  who: { name: string; role?: Role },
  ask: (what: 'password' | 'code') => Promise<string>,
): Promise<TerminalSignIn> => {
  const jar: CookieJar = new Map();
  const deps = { call: httpCaller(baseUrl, jar), opaque: directOpaque };
  if (who.role !== undefined && !contract.roles.includes(who.role))
    throw new AppError('invalid', `There is no role ${who.role as string}.`);
  const { flow } = await startSignIn(deps, who.name, await ask('password'));
  const { role, roles } = await enterCode(deps, flow, await ask('code'), who.role);
  return { cookie: `__Host-portico=${jar.get('__Host-portico') ?? ''}`, role, roles };
};
