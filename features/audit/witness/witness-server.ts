import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Witness } from './witness.ts';

const bodyLimitBytes = 64 * 1024;

const readBody = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > bodyLimitBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/**
 * Serves a witness over plain HTTP on loopback: put a TLS proxy before it where the log runs elsewhere.
 * @returns its address and how to stop it
 */
export const serveWitness = async (
  witness: Witness,
  port: number,
): Promise<{ url: string; close(): Promise<void> }> => {
  const server: Server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    const answer = async (): Promise<void> => {
      if (request.method !== 'POST' || request.url !== '/add-checkpoint') {
        response.writeHead(404).end();
        return;
      }
      const body = await readBody(request);
      if (body === undefined) {
        response.writeHead(413, { connection: 'close' }).end();
        return;
      }
      const result = await witness.addCheckpoint(body);
      response
        .writeHead(result.status, { 'content-type': result.contentType ?? 'text/plain; charset=utf-8' })
        .end(result.body);
    };
    answer().catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
