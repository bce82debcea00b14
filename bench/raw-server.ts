// The path to compare with: stock pg, plain prepared statements, node:http. No row-level security, no
// encryption, no audit, no sessions.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { Connection } from '#platform/db/embedded/connections.ts';
import { answerParent } from './child.ts';
import { ownCpuUs } from './cpu.ts';

const bodyLimitBytes = 65_536;

// Written as a good developer without our duties would write it: the resource as `jsonb`, what `pg` makes of it by
// default (JSON.parse), JSON.stringify of the answer. `leanest` keeps the same JSON as text and splices it unread:
// nobody's portal, but the least that the same answer can cost over stock `pg` and node:http.

const statementsOf = (table: string) => ({
  read: { name: `${table}.read`, text: `select body from ${table} where patient_id = $1 and id = $2` },
  list: {
    name: `${table}.list`,
    text: `select body from ${table} where patient_id = $1 and category = $2 order by at desc, id desc limit 200`,
  },
  create: {
    name: `${table}.create`,
    text: `insert into ${table} (patient_id, id, category, at, body) values ($1, $2, $3, $4, $5)`,
  },
});
const plain = statementsOf('raw.resource');
const leanest = statementsOf('raw.resource_text');

type Json = { id: string; effectiveDateTime: string };

const send = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
};

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimitBytes) throw new Error('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const start = async ({ connection, max }: { connection: Connection; max: number }): Promise<number> => {
  const pool = new pg.Pool({ ...connection, max });
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, kind, patientId, id] = request.url!.split('/');
    switch (kind) {
      case 'read': {
        const { rows } = await pool.query<{ body: Json }>({ ...plain.read, values: [patientId, id] });
        return rows[0] ? send(response, 200, JSON.stringify(rows[0].body)) : send(response, 404, '{}');
      }
      case 'list': {
        const { rows } = await pool.query<{ body: Json }>({ ...plain.list, values: [patientId, 'laboratory'] });
        return send(response, 200, JSON.stringify({ resources: rows.map((row) => row.body) }));
      }
      case 'create': {
        const resource = JSON.parse(await readBody(request)) as Json;
        const values = [patientId, resource.id, 'laboratory', resource.effectiveDateTime, resource];
        await pool.query({ ...plain.create, values });
        return send(response, 200, JSON.stringify({ id: resource.id }));
      }
      case 'leanest-read': {
        const { rows } = await pool.query<{ body: string }>({ ...leanest.read, values: [patientId, id] });
        return rows[0] ? send(response, 200, rows[0].body) : send(response, 404, '{}');
      }
      case 'leanest-list': {
        const { rows } = await pool.query<{ body: string }>({ ...leanest.list, values: [patientId, 'laboratory'] });
        return send(response, 200, `{"resources":[${rows.map((row) => row.body).join(',')}]}`);
      }
      default: {
        const text = await readBody(request);
        const { id: made, effectiveDateTime } = JSON.parse(text) as Json;
        await pool.query({ ...leanest.create, values: [patientId, made, 'laboratory', effectiveDateTime, text] });
        return send(response, 200, `{"id":"${made}"}`);
      }
    }
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => send(response, 500, JSON.stringify(String(error))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

answerParent({ start, cpu: ownCpuUs });
