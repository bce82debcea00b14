import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Handler } from '../operation.ts';
import type { Answer, AnswerOperation } from './answer.ts';
import { hasAddress } from './api.ts';
import type { HttpRequest } from './request.ts';

/** No escapes, no dot segments. */
const plainPath = /^(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+$/;

/** Words and `:names` only: patterns are Hono's. */
const plainRoute = /^(?:\/:?[A-Za-z0-9._-]+)+$/;

/** A name or an address of four numbers, with a port or none: the general way judges every other Host. */
const plainHost = /^[A-Za-z0-9._-]+(?::\d{1,5})?$/;

/** Takes the request if it is one of ours; false leaves it to the next. */
export type Direct = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

/**
 * Operations straight from node:http, without web Request, Headers, URL and Response objects in
 * between: they cost about as much as everything else of a small read in this process. Only plain
 * paths of known operations are taken; whatever is unusual (escapes, HEAD, other paths, a strange Host) goes the
 * general way, so that there is one place for the odd cases.
 */
export const createDirect = (handlers: readonly Handler[], answer: AnswerOperation): Direct => {
  const routes = routesOf(handlers.filter((handler) => hasAddress(handler) && plainRoute.test(handler.contract.path)));
  return (incoming, outgoing) => {
    const url = incoming.url ?? '';
    const path = url.split('?', 1)[0]!;
    if (!plainPath.test(path) || !plainHost.test(incoming.headers.host ?? '')) return false;
    const parts = path.split('/');
    for (const { handler, segments } of routes.get(`${incoming.method} ${parts.length}`) ?? []) {
      const params = paramsOf(segments, parts);
      if (!params) continue;
      void answer(handler, viewOf(incoming, url), params, { incoming }).then(
        (given) => send(incoming, outgoing, given),
        () => outgoing.destroy(),
      );
      return true;
    }
    return false;
  };
};

type Segment = { readonly text: string; readonly name: string | undefined };
type Route = { readonly handler: Handler; readonly segments: readonly Segment[] };

/** By method and number of segments; words before names, so that `/a/list` is not taken for `/a/:id`. */
const routesOf = (handlers: readonly Handler[]): Map<string, Route[]> => {
  const routes = handlers.map((handler): Route => {
    const segments = handler.contract.path
      .split('/')
      .map((text) => ({ text, name: text.startsWith(':') ? text.slice(1) : undefined }));
    return { handler, segments };
  });
  const names = ({ segments }: Route): number => segments.filter(({ name }) => name !== undefined).length;
  return Map.groupBy(
    routes.toSorted((a, b) => names(a) - names(b)),
    ({ handler, segments }) => `${handler.contract.method} ${segments.length}`,
  );
};

const paramsOf = (segments: readonly Segment[], parts: readonly string[]): Record<string, string> | undefined => {
  const params: Record<string, string> = {};
  for (let at = 0; at < segments.length; at++) {
    const { text, name } = segments[at]!;
    const part = parts[at]!;
    if (name === undefined) {
      if (part !== text) return undefined;
    } else if (part === '') return undefined;
    else params[name] = part;
  }
  return params;
};

const viewOf = (incoming: IncomingMessage, url: string): HttpRequest => ({
  method: incoming.method!,
  url,
  headers: {
    get: (name) => {
      const value = incoming.headers[name];
      return value === undefined ? null : typeof value === 'string' ? value : value.join(', ');
    },
  },
  // A refusal in the middle of a body must still be answered: reading it must not end the connection.
  body: { [Symbol.asyncIterator]: () => incoming.iterator({ destroyOnReturn: false })[Symbol.asyncIterator]() },
});

const send = (incoming: IncomingMessage, outgoing: ServerResponse, { status, body, headers }: Answer): void => {
  if (outgoing.destroyed) return;
  const head = [...headers];
  head.push('content-length', String(typeof body === 'string' ? Buffer.byteLength(body) : body.length));
  // What was not read of a refused body is not waited for.
  if (!incoming.complete && incoming.method !== 'GET') head.push('connection', 'close');
  outgoing.writeHead(status, head);
  outgoing.end(body);
};
