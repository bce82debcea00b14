import { readFileSync } from 'node:fs';
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { SecureContextOptions } from 'node:tls';
import { getRequestListener } from '@hono/node-server';
import { isLoopback } from '../config.ts';

/** A server that accepts connections. */
export type Listener = {
  readonly port: number;
  /** Stops accepting, lets requests in flight end for at most `graceMs`, then cuts them. */
  close(graceMs?: number): Promise<void>;
};

export type Fetch = (request: Request, bindings: unknown) => Response | Promise<Response>;

/**
 * TLS 1.2 or newer with AEAD suites and forward secrecy only (no CBC: Node's
 * default list has it for 1.2). TLS 1.3's suites are all AEAD.
 */
export const tlsRules = {
  minVersion: 'TLSv1.2',
  ciphers: [
    'TLS_AES_256_GCM_SHA384',
    'TLS_CHACHA20_POLY1305_SHA256',
    'TLS_AES_128_GCM_SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-ECDSA-CHACHA20-POLY1305',
    'ECDHE-RSA-CHACHA20-POLY1305',
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
  ].join(':'),
  honorCipherOrder: true,
} as const satisfies SecureContextOptions & { honorCipherOrder: boolean };

// Slow or endless requests end; a header block larger than any of ours is refused.
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16_384,
} satisfies ServerOptions;
const maxConnections = 2_000;

/**
 * Listens with TLS, or plainly on loopback. Throws when asked for plain HTTP
 * elsewhere, whatever the configuration said before.
 */
export async function listen(options: {
  fetch: Fetch;
  /** Asked first; what it does not take goes to `fetch`. */
  direct?: ((incoming: IncomingMessage, outgoing: ServerResponse) => boolean) | undefined;
  host: string;
  port: number;
  tls: { readonly certFile: string; readonly keyFile: string } | undefined;
}): Promise<Listener> {
  if (!options.tls && !isLoopback(options.host)) throw new Error('Plain HTTP is served on loopback only');
  const respond = getRequestListener(options.fetch, { overrideGlobalObjects: false });
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    if (options.direct?.(request, response)) return;
    void respond(request, response);
  };
  const server: Server = options.tls
    ? createHttpsServer(
        { ...limits, ...tlsRules, cert: readFileSync(options.tls.certFile), key: readFileSync(options.tls.keyFile) },
        handle,
      )
    : createHttpServer(limits, handle);
  server.maxConnections = maxConnections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: (graceMs = 5_000) =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
