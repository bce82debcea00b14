import { AppError } from '../errors.ts';
import type { HttpRequest } from './request.ts';

/**
 * The browser recipe: one place for what every response carries and what every changing request
 * must prove. Sources: OWASP ASVS 5.0 V3 and V4; Fetch Metadata (W3C); CSP level 3.
 */
export type PagePolicy = { styleHashes: readonly string[] };

/** For documents. React Aria's two style elements are allowed by hash, computed at build. */
export const pageCsp = ({ styleHashes }: PagePolicy): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${styleHashes.map((hash) => `'${hash}'`).join(' ')}`.trim(),
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types portico-worker',
  ].join('; ');

/** For worker scripts: their own response's policy counts, so only they may run WebAssembly. */
export const workerCsp =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** For everything that is not a document. */
export const apiCsp = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** On every response. */
export const commonHeaders = (secure: boolean): Record<string, string> => ({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'x-frame-options': 'DENY',
  ...(secure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
});

/** On every answer that is no document: of the API, and the few words that say why there is no page. */
export const apiHeaders = (secure: boolean): Record<string, string> => ({
  ...commonHeaders(secure),
  'content-security-policy': apiCsp,
  'cache-control': 'no-store',
});

/** An answer of a few words for people, e.g. "Not found". */
export const plainAnswer = (text: string, status: number, secure: boolean): Response =>
  new Response(text, { status, headers: { ...apiHeaders(secure), 'content-type': 'text/plain; charset=utf-8' } });

/**
 * Cross-site request forgery: a changing request must come from our own pages (Sec-Fetch-Site, which
 * scripts cannot set, and Origin) and carry JSON, which no HTML form can send.
 * A client without these headers (a script with a cookie) is let through: it is no browser being tricked.
 */
export const refuseForeignRequest = (request: HttpRequest, ownOrigins: ReadonlySet<string>): void => {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') throw new AppError('forbidden', 'This request came from another site.');
  const origin = request.headers.get('origin');
  if (origin !== null && !ownOrigins.has(origin))
    throw new AppError('forbidden', 'This request came from another site.');
};
