// The path to compare with: stock pg, plain prepared statements, node:http. No row-level security, no
// encryption, no audit. The same JSON, as text in a plain table.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { Connection } from '#platform/db/embedded/connections.ts';
import { answerParent } from './child.ts';
import { ownCpuUs } from './cpu.ts';

const bodyLimitBytes = 65_536;

const readOne = { name: 'raw.read', text: 'select body from raw.resource where patient_id = $1 and id = $2' };
const listSome = {
  name: 'raw.list',
  text: 'select body from raw.resource where patient_id = $1 order by at desc, id desc limit 200',
};
const createOne = {
  name: 'raw.create',
  text: 'insert into raw.resource (patient_id, id, at, body) values ($1, $2, $3, $4)',
};

type Row = { body: string };

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
    if (kind === 'read') {
      const { rows } = await pool.query<Row>({ ...readOne, values: [patientId, id] });
      return rows[0] ? send(response, 200, rows[0].body) : send(response, 404, '{}');
    }
    if (kind === 'list') {
      const { rows } = await pool.query<Row>({ ...listSome, values: [patientId] });
      return send(response, 200, `{"resources":[${rows.map((row) => row.body).join(',')}]}`);
    }
    const resource = await readBody(request);
    const { effectiveDateTime: at, id: made } = JSON.parse(resource) as { effectiveDateTime: string; id: string };
    await pool.query({ ...createOne, values: [patientId, made, at, resource] });
    return send(response, 200, `{"id":"${made}"}`);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => send(response, 500, JSON.stringify(String(error))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

answerParent({ start, cpu: ownCpuUs });
