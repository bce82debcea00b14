import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { parseVerifierKey, verifyDownload, verifyMyLog, type LogTrust, type MyLogProof } from '@portico/crypto';
import { newId } from '#platform/ids.ts';
import { freshDatabase } from '../../test/harness/database.ts';
import { lies, type ProofAnswer } from '../../test/harness/lying-server.ts';
import { makePatient, makePerson } from '../../test/harness/people.ts';
import { startTestServer, type TestServer } from '../../test/harness/server.ts';
import { draftFor } from '../../test/harness/audit-log.ts';
import { checkMyLog, type LogMemory, type ProofQuery } from '../../test/harness/check-my-log.ts';
import { daysOf, isOwn } from './web/patient/timeline.ts';

const trustOf = (vkey: string): LogTrust => ({
  origin: 'portico.test/log',
  logKeys: [parseVerifierKey(vkey)],
  witnessKeys: [],
});

/** What the program of one file says about a downloaded proof. */
const runVerifier = async (text: string, key?: string): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'portico-proof-'));
  try {
    const file = path.join(folder, 'proof');
    await writeFile(file, text);
    const program = path.join(import.meta.dirname, 'standalone/portico-verify.mjs');
    return await promisify(execFile)(process.execPath, [program, file, ...(key ? [key] : [])]).then(
      ({ stdout }) => stdout,
      (error: { stderr: string }) => error.stderr,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
};

describe('who saw my record', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let server: TestServer;
  let patient: Awaited<ReturnType<typeof makePatient>>;
  const base = (): string => `/api/patients/${patient.patientId}/access-log`;

  before(async () => {
    database = await freshDatabase();
    server = await startTestServer({ database, sequencer: true });
    patient = await makePatient(database.pool('owner'));
    for (let i = 0; i < 4; i++) {
      const event = await server.portico.audits.app.prepare(draftFor(patient.patientId));
      await server.portico.pools.app.run(server.portico.audits.app.insert(event, []));
    }
  });
  after(async () => {
    await server.stop();
    await database.drop();
  });

  const fetchProof = async (query: ProofQuery): Promise<ProofAnswer> => {
    const answer = await server.call('GET', `${base()}/proof?${new URLSearchParams(query as Record<string, string>)}`, {
      cookie: patient.cookie,
    });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body as ProofAnswer;
  };
  /** Looks at the page; gives what the look will be recognised by. */
  const open = async (): Promise<string> => {
    const nonce = randomBytes(16).toString('base64url');
    const answer = await server.call('GET', `${base()}?nonce=${nonce}`, { cookie: patient.cookie });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return nonce;
  };
  const check = async (options: { memory?: LogMemory; lie?: (answer: ProofAnswer) => ProofAnswer } = {}) =>
    checkMyLog({
      fetchProof: async (query) => (options.lie ?? ((answer) => answer))(await fetchProof(query)),
      memory: options.memory,
      nonce: await open(),
      wait: (ms) => wait(Math.min(ms, 600)),
    });

  it('shows and proves every entry, the own visit included', async () => {
    const first = await check();
    assert.ok(first.ok, JSON.stringify(first));
    assert.ok(first.count >= 5);
    assert.equal(first.lines.length, first.count);
    assert.equal(first.lines.filter((line) => line.actor.name === 'Nora Nurse').length, 4);
    assert.deepEqual(
      first.lines.map((line) => line.n),
      first.lines.map((_, i) => first.count - i),
    );

    const second = await check({ memory: first.memory });
    assert.ok(second.ok, JSON.stringify(second));
    assert.ok(second.count > first.count);
    assert.equal(second.comparedWithLastVisit, true);

    const keys = await server.call('GET', '/log/vkeys', { cookie: patient.cookie });
    const trust = {
      origin: 'portico.test/log',
      logKeys: [parseVerifierKey(String(keys.body).split('\n')[0]!)],
      witnessKeys: [],
    };
    const event = second.events[2]!;
    const proven = await verifyDownload(second.download(event), trust);
    assert.deepEqual(proven.event, event);
    await assert.rejects(verifyDownload(second.download(event).replace('index ', 'index 1'), trust));
  });

  it('gives proofs that a program of one file checks on any computer', async () => {
    const page = await fetchProof({});
    const honest = await check();
    assert.ok(honest.ok);
    const vkey = page.log.vkey;
    const folder = await mkdtemp(path.join(tmpdir(), 'portico-proof-'));
    const served = await server.call('GET', '/log/portico-verify.mjs', { cookie: patient.cookie });
    const program = path.join(folder, 'portico-verify.mjs');
    await writeFile(program, String(served.body));
    const run = async (text: string, key = vkey) => {
      const file = path.join(folder, 'proof');
      await writeFile(file, text);
      return promisify(execFile)(process.execPath, [program, file, key]).then(
        ({ stdout }) => stdout,
        (error: { stderr: string }) => error.stderr,
      );
    };
    try {
      assert.match(await run(JSON.stringify(page)), /and none beyond[^]*Nora Nurse \(nurse\): results/);
      const [event] = honest.events;
      assert.match(await run(honest.download(event!)), /stands in the log of \d+ entries, unchanged/);
      for (const [name, lie] of Object.entries(lies(2))) {
        assert.match(await run(JSON.stringify(lie(structuredClone(page)))), /The check failed/, name);
      }
      assert.match(await run(honest.download(event!).replace('index ', 'index 1')), /The check failed/);
      const proofs = honest.events.slice(0, 3).map((one) => honest.download(one));
      const look = await run(JSON.stringify({ log: { vkey }, proofs }));
      assert.equal(look.match(/stands in the log of \d+ entries, unchanged/g)?.length, 3);
      const forged = [proofs[0], proofs[1]!.replace('index ', 'index 1')];
      assert.match(await run(JSON.stringify({ log: { vkey }, proofs: forged })), /The check failed/);
      assert.match(await run(JSON.stringify({ log: { vkey }, proofs: [] })), /The check failed/);
      assert.match(await run('{'), /The check failed: the file is malformed/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('catches every lie of the server', async () => {
    for (const [name, lie] of Object.entries(lies(2))) {
      const verdict = await check({ lie });
      assert.equal(verdict.ok, false, name);
      if (!verdict.ok) assert.notEqual(verdict.problem, 'not-ready', name);
    }
  });

  it('catches a log that went back, or another log, since the last visit', async () => {
    const honest = await check();
    assert.ok(honest.ok);
    const later = { ...honest.memory, log: { ...honest.memory.log, size: honest.memory.log.size + 1_000 } };
    assert.deepEqual(await check({ memory: later }), { ok: false, problem: 'rolled-back' });
    const other = { ...honest.memory, log: { ...honest.memory.log, root: 'A'.repeat(43) + '=' } };
    assert.deepEqual(await check({ memory: other }), { ok: false, problem: 'inconsistent' });
    const swapped = { ...honest.memory, log: { ...honest.memory.log, logKeyHash: 'x' } };
    assert.deepEqual(await check({ memory: swapped }), { ok: false, problem: 'key-changed' });
  });

  it('takes no answer of before the look: what the browser chose for it must be there', async () => {
    const old = await fetchProof({});
    const sent = await open();
    const fresh = await check();
    assert.ok(fresh.ok);
    const replayed = await verifyMyLog({
      trust: trustOf(old.log.vkey),
      proof: old.proof!,
      events: old.events,
      own: { nonce: sent },
    });
    assert.deepEqual(replayed, { ok: false, problem: 'not-fresh' });
    assert.equal((await server.call('GET', `${base()}?nonce=short`, { cookie: patient.cookie })).status, 400);
  });

  it('shows a line for an entry that cannot be read, and everything else', async () => {
    const id = newId();
    const salt = randomBytes(32);
    // What an SQL injection into the serving process could write: it has no key to seal with.
    await database.pool('superuser').query(
      `with e as (insert into audit.event values ($1, $2, null, now(), '\\x00', '', $3, sha256('x')))
         insert into audit.pending values ($2, $1, sha256('x'))`,
      [patient.patientId, id, salt],
    );
    const seen = await check();
    assert.ok(seen.ok, JSON.stringify(seen));
    assert.deepEqual(
      seen.lines.filter((line) => line.unreadable).map((line) => line.n),
      [seen.count - 1],
    );
    assert.equal(seen.lines.filter((line) => line.actor.name === 'Nora Nurse').length, 4);
    const verifier = await runVerifier(JSON.stringify(await fetchProof({})));
    assert.match(verifier, new RegExp(`${seen.count - 1}\\. \\(cannot be read:`));
  });

  it("tells her own looks from everybody else's, other patients' included", async () => {
    const stranger = await makePatient(database.pool('owner'));
    const refused = await server.call('GET', `/api/patients/${patient.patientId}/results`, { cookie: stranger.cookie });
    assert.equal(refused.status, 404);
    const seen = await check();
    assert.ok(seen.ok);
    const [own] = seen.lines;
    assert.equal(own?.own, true);
    assert.equal(isOwn(own!), true);
    const foreign = seen.lines.filter((line) => line.actor.role === 'patient' && line.outcome === 'denied');
    assert.equal(foreign.length, 1);
    assert.equal(isOwn(foreign[0]!), false);
    assert.equal(daysOf(foreign, false).length, 1);
    // Her own tries that failed are not folded away either.
    assert.equal(isOwn({ ...own!, outcome: 'denied' }), false);
  });

  it('is for the patient herself: not staff, not trusted persons, not other patients', async () => {
    const owner = database.pool('owner');
    const patientId = patient.patientId;
    const trusted = await makePerson(owner, {
      role: 'trusted_person',
      relationships: [{ kind: 'trusted_person', patientId, viewAreas: ['results'] }],
    });
    const nurse = await makePerson(owner, { role: 'nurse', relationships: [{ kind: 'care_team', patientId }] });
    const stranger = await makePatient(owner);
    for (const person of [trusted, nurse, stranger]) {
      for (const at of [base(), `${base()}/proof`]) {
        const answer = await server.call('GET', at, { cookie: person.cookie });
        assert.ok([403, 404].includes(answer.status), `${person.role} ${answer.status}`);
      }
    }
    // Refusals are entries too: she sees them.
    const seen = await check();
    assert.ok(seen.ok);
    const refused = seen.lines.filter((line) => line.outcome === 'denied' && line.category === 'access-log');
    assert.equal(refused.length, 6);
  });

  it('serves the published log to the signed in, and only what is published', async () => {
    const get = (at: string, cookie?: string) => server.call('GET', at, cookie ? { cookie } : {});
    assert.equal((await get('/log/checkpoint')).status, 401);
    const nurse = await makePerson(database.pool('owner'), { role: 'nurse' });
    const checkpoint = await get('/log/checkpoint', nurse.cookie);
    assert.match(String(checkpoint.body), /^portico\.test\/log\n\d+\n/);
    const size = Number(String(checkpoint.body).split('\n')[1]);
    assert.equal((await get(`/log/tile/0/000.p/${size}`, nurse.cookie)).status, 200);
    for (const at of ['/log/tile/0/001', '/log/tile/..%2f..%2fkeys.json', '/log/tile/0/0', '/log/index/8/000']) {
      assert.equal((await get(at, nurse.cookie)).status, 404, at);
    }
  });

  it('pages back through older events', async () => {
    for (let i = 0; i < 60; i++) {
      const event = await server.portico.audits.app.prepare(draftFor(patient.patientId));
      await server.portico.pools.app.run(server.portico.audits.app.insert(event, []));
    }
    const newest = await check();
    assert.ok(newest.ok);
    assert.equal(newest.lines.length, 50);
    const older = await fetchProof({ before: String(newest.lines.at(-1)!.n) });
    assert.equal(older.events[0]!.n, newest.lines.at(-1)!.n! - 1);
    const proof: MyLogProof = older.proof!;
    assert.ok(proof.from < older.events.at(-1)!.n);
  });
});
