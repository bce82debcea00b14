import type { CallOf, Contract, ResultOf } from '#platform/contract.ts';
import * as z from 'zod/mini';

// zod's compiler probes `new Function`, which the page's CSP reports as a violation.
z.config({ jitless: true });

/** What went wrong, in kinds the screens can answer; mirrors the server's problem+json. */
export type CallErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'integrity'
  | 'unavailable'
  | 'offline'
  | 'unexpected';

export class CallError extends Error {
  readonly kind: CallErrorKind;
  /** Which fields were wrong, as JSON paths, when the server named them. */
  readonly fields: readonly string[];
  /** The server's closed word for what happened (`detail`), for the few screens that need it. */
  readonly detail: string | undefined;
  /** Seconds after which it may work again, when the server says so. */
  readonly retryAfterSeconds: number | undefined;

  constructor(kind: CallErrorKind, detail?: string, fields: readonly string[] = [], retryAfterSeconds?: number) {
    super(kind);
    this.name = 'CallError';
    this.kind = kind;
    this.detail = detail;
    this.fields = fields;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const kindByStatus: Record<number, CallErrorKind> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  413: 'too-large',
  415: 'invalid',
  429: 'too-many',
  503: 'unavailable',
};

const problemSchema = z.object({
  type: z.optional(z.string()),
  detail: z.optional(z.string()),
  fields: z.optional(z.array(z.object({ path: z.string() }))),
});

const timeoutMs = 30_000;
const signedOutListeners = new Set<() => void>();

/** Called when any request finds that the session has ended. Returns the function that stops it. */
export const onSessionEnded = (listener: () => void): (() => void) => {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
};

type Words = Record<string, string | number | boolean | null | undefined>;
type Parts = {
  params?: Words;
  query?: Words;
  body?: Record<string, unknown>;
};

const addressOf = (contract: Contract, parts: Parts): string => {
  const path = contract.path.replaceAll(/:(\w+)/g, (_whole, name: string) => {
    const value = parts.params?.[name];
    if (value === undefined) throw new TypeError(`${contract.id} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts.query ?? {})) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
};

const errorOf = async (response: Response): Promise<CallError> => {
  const problem = z.safeParse(problemSchema, await response.json().catch(() => ({})));
  const kind = kindByStatus[response.status] ?? 'unexpected';
  if (!problem.success) return new CallError(kind);
  const actual = problem.data.type?.endsWith(':integrity') ? 'integrity' : kind;
  return new CallError(
    actual,
    problem.data.detail,
    problem.data.fields?.map((field) => field.path),
    Number(response.headers.get('retry-after')) || undefined,
  );
};

const send = async (contract: Contract, given: Parts): Promise<Response> => {
  const request: RequestInit = {
    method: contract.method,
    credentials: 'same-origin',
    cache: 'no-store',
    signal: AbortSignal.timeout(timeoutMs),
    headers: { accept: 'application/json' },
  };
  if (contract.body) {
    request.body = JSON.stringify(given.body ?? {});
    request.headers = { accept: 'application/json', 'content-type': 'application/json' };
  }
  const response = await fetch(addressOf(contract, given), request).catch(() => {
    throw new CallError('offline');
  });
  if (response.ok) return response;
  const error = await errorOf(response);
  if (error.kind === 'unauthenticated' && contract.audience !== 'public') {
    for (const listener of signedOutListeners) listener();
  }
  throw error;
};

/** The parts that a contract needs; the argument may be left out when it needs none. */
export type CallArguments<C extends Contract> = {} extends CallOf<C> ? [parts?: CallOf<C>] : [parts: CallOf<C>];

/**
 * Calls one operation of the server by its contract and returns the checked answer.
 * Throws `CallError`; an ended session (401 on anything but a public operation) also tells the
 * `onSessionEnded` listeners, so that the page forgets what it showed.
 */
export const call = async <const C extends Contract>(
  contract: C,
  ...[parts]: CallArguments<C>
): Promise<ResultOf<C>> => {
  const response = await send(contract, (parts ?? {}) as Parts);
  if (response.status === 204) return undefined as ResultOf<C>;
  const answer: unknown = await response.json();
  if (typeof contract.response === 'string') return answer as ResultOf<C>;
  const checked = z.safeParse(contract.response, answer);
  if (!checked.success) throw new CallError('unexpected', 'answer-shape');
  return checked.data as ResultOf<C>;
};

/** The same for stored JSON and published files, as text: the caller parses it and keeps every digit. */
export const callText = async <const C extends Contract>(contract: C, ...[parts]: CallArguments<C>): Promise<string> =>
  (await send(contract, (parts ?? {}) as Parts)).text();

/** The same for a file that the server makes, such as letters to print. */
export const callFile = async <const C extends Contract>(contract: C, ...[parts]: CallArguments<C>): Promise<Blob> =>
  (await send(contract, (parts ?? {}) as Parts)).blob();
