import { Hono } from 'hono';
import { AppError } from '../errors.ts';
import type { Handler } from '../operation.ts';
import { createAnswer, type AnswerDeps, type AnswerOperation } from './answer.ts';
import { problemOf } from './problem.ts';
import { apiHeaders } from './security.ts';

export type ApiDeps = AnswerDeps & {
  handlers: readonly Handler[];
  /** Public JSON documents by path (the OpenAPI description). */
  documents?: Readonly<Record<string, string>>;
  /** As made by `createAnswer` from the same deps, where it is shared with a direct listener. */
  answer?: AnswerOperation;
};

/** Services are roles of the database, not of the web: their operations have no address here. */
export const hasAddress = ({ contract }: Handler): boolean => contract.audience !== 'service';

/** One Hono app from contracts and handlers: where HTTP meets an operation. */
export const createApi = (deps: ApiDeps): Hono => {
  const api = new Hono();
  const headers = apiHeaders(deps.secure);
  const answer = deps.answer ?? createAnswer(deps);

  const respond: (...given: Parameters<AnswerOperation>) => Promise<Response> = async (...given) => {
    const { status, body, headers: own } = await answer(...given);
    const response = new Response(body as string, { status });
    // A text would have been given a type of its own.
    response.headers.delete('content-type');
    for (let at = 0; at < own.length; at += 2) response.headers.append(own[at]!, own[at + 1]!);
    return response;
  };

  for (const [at, text] of Object.entries(deps.documents ?? {})) {
    api.get(at, () => new Response(text, { headers: { ...headers, 'content-type': 'application/json' } }));
  }
  for (const handler of deps.handlers.filter(hasAddress)) {
    const { contract } = handler;
    api.on(contract.method, contract.path, (c) =>
      respond(handler, c.req.raw, c.req.param() as Record<string, string>, c.env),
    );
  }
  api.all('/api/*', () => notFound(headers, deps.newRequestId()));
  return api;
};

const notFound = (headers: Record<string, string>, requestId: string): Response =>
  new Response(JSON.stringify(problemOf(new AppError('not-found'), requestId).problem), {
    status: 404,
    headers: { ...headers, 'content-type': 'application/problem+json' },
  });
