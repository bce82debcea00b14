import * as z from 'zod/mini';
import type { Clock } from '../clock.ts';
import type { Contract } from '../contract.ts';
import { capabilityOf } from '../db/actor.ts';
import { AppError } from '../errors.ts';
import { isRawBytes, isStoredJson, type Handler, type OpenContext } from '../operation.ts';
import type { Runner } from '../operation-runner.ts';
import { defaultBodyLimitBytes, readJsonBody } from './body.ts';
import { parseCookies, sessionCookieName, setCookieLine } from './cookies.ts';
import { problemOf } from './problem.ts';
import type { HttpRequest } from './request.ts';
import { apiHeaders, refuseForeignRequest } from './security.ts';
import { validateInput } from './validate.ts';

export type AnswerDeps = {
  runner: Runner;
  clock: Clock;
  /** Origins that are ours, e.g. http://localhost:8080. */
  origins: ReadonlySet<string>;
  secure: boolean;
  newRequestId: () => string;
  /** The peer's address; behind a trusted proxy, the forwarded one. */
  addressOf: (request: HttpRequest, bindings: unknown) => string | null;
  /** For metrics and logs: never with input. */
  onDone: (done: { operation: string; status: number; ms: number; requestId: string }) => void;
  onDefect: (error: unknown, operation: string, requestId: string) => void;
};

type Reply = { status: number; body: string | Buffer; type: string; cookies: string[]; extra: Record<string, string> };

const noQuery: Record<string, never> = {};

const queryOf = (url: string): Record<string, string | string[]> => {
  const at = url.indexOf('?');
  if (at < 0) return noQuery;
  const end = url.indexOf('#', at);
  const given = new URLSearchParams(url.slice(at + 1, end < 0 ? undefined : end));
  // No prototype: a field named `__proto__` is then a field like any other, and refused as unknown.
  const query: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const key of new Set(given.keys())) {
    const all = given.getAll(key);
    query[key] = all.length === 1 ? all[0]! : all;
  }
  return query;
};

const encode = (contract: Contract, value: unknown, reply: Reply): string | Buffer => {
  if (isStoredJson(value)) return value.storedJson;
  if (isRawBytes(value)) {
    reply.type = value.contentType;
    if (value.fileName) reply.extra['content-disposition'] = `attachment; filename="${value.fileName}"`;
    return value.rawBytes;
  }
  if (typeof contract.response === 'string') throw new Error(`${contract.id} must answer with ${contract.response}`);
  // Output is validated too: a field that the contract does not list never leaves.
  const parsed = z.safeParse(contract.response, value);
  if (!parsed.success) throw new Error(`${contract.id} answered with something its contract does not describe`);
  return JSON.stringify(parsed.data ?? null);
};

/** What goes back, before it becomes HTTP. */
export type Answer = {
  readonly status: number;
  readonly body: string | Buffer;
  /** Name and value in turn; a name may come several times (Set-Cookie). */
  readonly headers: readonly string[];
};

export type AnswerOperation = (
  handler: Handler,
  request: HttpRequest,
  params: Record<string, string>,
  bindings: unknown,
) => Promise<Answer>;

/** The way of every operation from a request to its answer, whatever carries the two. Never rejects. */
export const createAnswer = (deps: AnswerDeps): AnswerOperation => {
  const headers = Object.entries(apiHeaders(deps.secure)).flat();
  return async (handler, request, params, bindings) => {
    const started = performance.now();
    const requestId = deps.newRequestId();
    const { contract } = handler;
    const reply: Reply = { status: 200, body: '', type: 'application/json', cookies: [], extra: {} };
    try {
      refuseForeignRequest(request, deps.origins);
      const raw = {
        params,
        query: queryOf(request.url),
        body:
          request.method === 'GET'
            ? undefined
            : await readJsonBody(request, contract.bodyLimitBytes ?? defaultBodyLimitBytes),
      };
      const origin = originOf(deps, request, requestId, reply, bindings);
      // Signed out comes before bad input: a stranger learns nothing of our shapes.
      if (handler.kind !== 'opens' && origin.sessionToken === undefined) throw new AppError('unauthenticated');
      const input = validateInput(contract, raw);
      const capability = origin.sessionToken === undefined ? undefined : capabilityOf(origin.sessionToken);
      reply.body = encode(contract, await deps.runner.run(handler, { input, capability, origin }), reply);
    } catch (error) {
      const { problem, defect, retryAfterSeconds } = problemOf(error, requestId);
      if (defect) deps.onDefect(error, contract.id, requestId);
      // What did not happen hands out no cookie and clears nothing.
      reply.cookies = [];
      reply.extra = retryAfterSeconds === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfterSeconds)) };
      Object.assign(reply, { status: problem.status, body: JSON.stringify(problem), type: 'application/problem+json' });
    }
    deps.onDone({ operation: contract.id, status: reply.status, ms: performance.now() - started, requestId });
    return {
      status: reply.status,
      body: reply.body,
      headers: [
        ...headers,
        ...Object.entries(reply.extra).flat(),
        ...reply.cookies.flatMap((line) => ['set-cookie', line]),
        'content-type',
        reply.type,
        'x-request-id',
        requestId,
      ],
    };
  };
};

const originOf = (
  deps: AnswerDeps,
  request: HttpRequest,
  requestId: string,
  reply: Reply,
  bindings: unknown,
): OpenContext => {
  const cookies = parseCookies(request.headers.get('cookie'));
  return {
    requestId,
    ip: deps.addressOf(request, bindings),
    userAgent: request.headers.get('user-agent')?.slice(0, 400) ?? null,
    clock: deps.clock,
    sessionToken: cookies[sessionCookieName],
    cookies,
    setSessionCookie: (token) => {
      reply.cookies.push(setCookieLine(sessionCookieName, token));
    },
    clearSessionCookie: () => {
      reply.cookies.push(setCookieLine(sessionCookieName, '', 0));
      // "cache" only: "storage" would delete the remembered checkpoint and sealed drafts.
      reply.extra['clear-site-data'] = '"cache"';
    },
    setCookie: (name, value, maxAgeSeconds) => {
      reply.cookies.push(setCookieLine(name, value, maxAgeSeconds));
    },
  };
};
