import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createLog } from '#platform/log.ts';
import { newId, type PatientId } from '#platform/ids.ts';
import { makePatient, type Person } from '../harness/people.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';

/** Requests that no browser sends, byte by byte, and what every answer to them carries. */
describe('the edge', () => {
  const logged: string[] = [];
  let server: TestServer;
  let webRoot: string;
  let patient: Person & { patientId: PatientId };

  before(async () => {
    webRoot = mkdtempSync(path.join(tmpdir(), 'portico-web-'));
    writeFileSync(path.join(webRoot, 'csp.json'), JSON.stringify({ styleHashes: [] }));
    const log = createLog('warn', { write: (line: string) => void logged.push(line) });
    server = await startTestServer({ webRoot, log });
    patient = await makePatient(server.database.pool('owner'));
  });
  after(async () => {
    await server.stop();
    rmSync(webRoot, { recursive: true, force: true });
  });

  const port = (): number => Number(new URL(server.url).port);
  /** Sends the bytes; resolves with what came back until the server closed. */
  const send = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(port(), '127.0.0.1', () => socket.write(text));
      socket.setTimeout(5_000, () => socket.destroy(new Error('no answer')));
      socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
      socket.on('end', () => resolve(answer)).on('error', reject);
    });
  /** Sends the bytes and goes away without waiting. */
  const abort = (text: string, how: 'end' | 'reset'): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect(port(), '127.0.0.1', () =>
        socket.write(text, () => (how === 'reset' ? socket.resetAndDestroy() : socket.destroy())),
      );
      socket.on('close', () => resolve()).on('error', reject);
    });

  it('takes an upload that stops in the middle as the sender’s doing: no defect, nothing logged', async () => {
    const head = (at: string) =>
      `POST ${at} HTTP/1.1\r\nHost: localhost\r\nCookie: ${patient.cookie}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"a`;
    for (const at of ['/api/directory/search', '/api/sign-in/start', '/api/directory/search/', '/api/%61']) {
      for (const how of ['end', 'reset'] as const) await abort(head(at), how);
    }
    // The last of them are noticed before a request that comes later is answered.
    for (let nth = 0; nth < 5; nth++) assert.equal((await server.call('GET', '/api/welcome')).status, 200);
    assert.deepEqual(logged, []);
  });

  it('refuses a Host that is none, on every way', async () => {
    const get = (host: string) => send(`GET /api/welcome HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    for (const host of ['a b', '[::', 'a/b@c', 'x:99999999', '%00', 'user@localhost']) {
      assert.match(await get(host), /^HTTP\/1\.1 400 /, host);
    }
    for (const host of ['localhost', 'LOCALHOST:8080', '127.0.0.1:1', '[::1]:8080', 'portal.example.org']) {
      assert.match(await get(host), /^HTTP\/1\.1 200 /, host);
    }
  });

  it('knows no field by the name of a prototype, in the query or in the body', async () => {
    const { cookie } = patient;
    for (const name of ['__proto__', 'constructor', 'toString']) {
      for (const at of [`/api/patients/${patient.patientId}/results`, `/api/patients/${patient.patientId}`]) {
        const { status, body } = await server.call('GET', `${at}?${name}=x`, { cookie });
        assert.equal(status, 400, `${at} ${name}`);
        assert.ok(JSON.stringify(body).includes(name));
      }
      const text = `{"${name}":{"role":"administrator"}}`;
      assert.equal((await server.call('POST', '/api/session/extend', { cookie, body: text })).status, 400, name);
    }
  });

  it('knows a record by one name only: capitals in an id are refused before anything is looked up', async () => {
    const capitals = newId<PatientId>().replaceAll(/[0-9]/g, 'A').toUpperCase();
    const { cookie } = patient;
    const body = { proofing: 'photo-id' };
    assert.equal((await server.call('POST', `/api/patients/${capitals}/invitations`, { cookie, body })).status, 400);
    assert.equal((await server.call('GET', `/api/patients/${capitals}/results`, { cookie })).status, 400);
    assert.deepEqual(logged, []);
  });

  it('says "not found" and "not built" as plain words that no browser runs or keeps', async () => {
    const answers = [
      ['GET', '/missing.js', 404],
      ['GET', '/assets/missing', 404],
      ['GET', '/%', 404],
      ['POST', '/', 404],
      ['GET', '/', 503],
    ] as const;
    for (const [method, at, expected] of answers) {
      const { status, headers } = await server.call(method, at);
      assert.equal(status, expected, at);
      assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'/, at);
      assert.equal(headers.get('cache-control'), 'no-store', at);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', at);
      assert.match(headers.get('content-type') ?? '', /^text\/plain/, at);
    }
  });
});
