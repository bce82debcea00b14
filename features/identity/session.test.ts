import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import {
  browser,
  enrolled,
  importedPatient,
  movingClock,
  signedIn,
  type Browser,
  type Enrolled,
} from '../../test/harness/enrolled.ts';
import { ageSession } from '../../test/harness/people.ts';
import { startTestServer, type TestServer } from '../../test/harness/server.ts';
import { capabilityOf } from '#platform/db/actor.ts';
import type { SessionId } from '#platform/ids.ts';

describe('a session', () => {
  const clock = movingClock();
  let server: TestServer;
  let ana: Enrolled;
  let manyRoles: Enrolled;

  before(async () => {
    server = await startTestServer({ codeClock: clock });
    ana = await enrolled(server, ['patient']);
    manyRoles = await enrolled(server, ['nurse', 'billing'], { name: 'Nora Diaz' });
  });
  after(() => server.stop());

  const sessionOf = (used: Browser) => server.call('GET', '/api/session', { cookie: used.cookie() });
  const post = (used: Browser, path: string, body: unknown = {}) =>
    server.call('POST', path, { body, cookie: used.cookie() });
  /** Moves the row back as its owner: time is the database's alone. */
  const age = async (used: Browser, by: { idleS?: number; openS?: number }) => {
    const hash = createHash('sha256')
      .update(Buffer.from(capabilityOf(used.jar.get('__Host-portico')!), 'hex'))
      .digest();
    const { rows } = await server.database
      .pool('superuser')
      .query('select id from access.session where cap_hash = $1', [hash]);
    await ageSession(server.database.pool('owner'), { sessionId: rows[0].id as SessionId }, by);
  };

  it('of a patient ends after 15 idle minutes, of staff after 10', async () => {
    const patient = await signedIn(server, ana, clock);
    await age(patient, { idleS: 14 * 60 });
    assert.equal((await sessionOf(patient)).status, 200);
    await age(patient, { idleS: 15 * 60 + 1 });
    assert.equal((await sessionOf(patient)).status, 401);
    const staff = await signedIn(server, manyRoles, clock);
    await age(staff, { idleS: 9 * 60 });
    assert.equal((await sessionOf(staff)).status, 200);
    await age(staff, { idleS: 10 * 60 + 1 });
    assert.equal((await sessionOf(staff)).status, 401);
  });

  it('of a patient ends after 12 hours whatever she does, of staff after 8', async () => {
    const patient = await signedIn(server, ana, clock);
    await age(patient, { openS: 12 * 3600 - 60 });
    assert.equal((await sessionOf(patient)).status, 200);
    await age(patient, { openS: 61 });
    assert.equal((await post(patient, '/api/session/extend')).status, 401);
    const staff = await signedIn(server, manyRoles, clock);
    await age(staff, { openS: 8 * 3600 + 1 });
    assert.equal((await sessionOf(staff)).status, 401);
  });

  it('is not kept alive by asking about it, only by the person', async () => {
    const patient = await signedIn(server, ana, clock);
    await age(patient, { idleS: 10 * 60 });
    const first = (await sessionOf(patient)).body.deadlines.idleAt;
    assert.equal((await sessionOf(patient)).body.deadlines.idleAt, first);
    const { status, body } = await post(patient, '/api/session/extend');
    assert.equal(status, 200);
    assert.ok(Date.parse(body.idleAt) - Date.parse(first) > 9 * 60_000);
    assert.equal((await sessionOf(patient)).body.deadlines.idleAt, body.idleAt);
  });

  it('ends at once at sign-out, clears the cache and keeps what the browser stored', async () => {
    const patient = await signedIn(server, ana, clock);
    const { status, headers } = await post(patient, '/api/session/sign-out');
    assert.equal(status, 200);
    assert.equal(headers.get('clear-site-data'), '"cache"');
    assert.match(headers.getSetCookie()[0]!, /^__Host-portico=; .*Max-Age=0$/);
    assert.equal((await sessionOf(patient)).status, 401);
    assert.equal((await post(patient, '/api/session/sign-out')).status, 401);
  });

  it('and all others of the account end at sign-out everywhere', async () => {
    const phone = await signedIn(server, ana, clock);
    const desk = await signedIn(server, ana, clock);
    const other = await signedIn(server, manyRoles, clock);
    assert.equal((await post(phone, '/api/session/sign-out-everywhere')).status, 200);
    assert.deepEqual([(await sessionOf(phone)).status, (await sessionOf(desk)).status], [401, 401]);
    assert.equal((await sessionOf(other)).status, 200);
  });

  it('switches the role by a new token; the old one is dead, the absolute limit stays', async () => {
    const staff = await signedIn(server, manyRoles, clock);
    await age(staff, { openS: 3600 });
    const before = (await sessionOf(staff)).body;
    assert.deepEqual([before.role, before.roles], ['nurse', ['nurse', 'billing']]);
    const old = staff.cookie();
    const { status, body, headers } = await post(staff, '/api/session/role', { role: 'billing' });
    assert.equal(status, 200);
    assert.deepEqual(body, { role: 'billing', roles: ['nurse', 'billing'] });
    const token = /^__Host-portico=([^;]+)/.exec(headers.getSetCookie()[0]!)![1]!;
    assert.equal((await server.call('GET', '/api/session', { cookie: old })).status, 401);
    const switched = await server.call('GET', '/api/session', { cookie: `__Host-portico=${token}` });
    assert.equal(switched.body.role, 'billing');
    assert.equal(switched.body.name, 'Nora Diaz');
    const drift = Math.abs(Date.parse(switched.body.deadlines.endsAt) - Date.parse(before.deadlines.endsAt));
    // The tests' clock runs ahead of the database by the codes that were used.
    assert.ok(drift <= clock.now().getTime() - Date.now() + 5_000, `${drift} ms`);
  });

  it('does not switch to a role that is not held, nor to one unknown', async () => {
    const staff = await signedIn(server, manyRoles, clock);
    assert.equal((await post(staff, '/api/session/role', { role: 'administrator' })).status, 403);
    assert.equal((await post(staff, '/api/session/role', { role: 'superuser' })).status, 400);
    assert.equal((await sessionOf(staff)).body.role, 'nurse');
  });

  it('ends for good at a sign-out, whoever switches the role at the same moment', async () => {
    for (let round = 0; round < 4; round++) {
      const staff = await signedIn(server, manyRoles, clock);
      const thief = staff.cookie();
      const everywhere = round % 2 === 1;
      const switches = Array.from({ length: 4 }, () =>
        server.call('POST', '/api/session/role', { body: { role: 'billing' }, cookie: thief }),
      );
      const out = post(staff, everywhere ? '/api/session/sign-out-everywhere' : '/api/session/sign-out');
      const [{ status }, ...switched] = await Promise.all([out, ...switches]);
      assert.ok(switched.filter((answer) => answer.status === 200).length <= 1, 'a session has one successor');
      const tokens = switched.flatMap(({ headers }) => headers.getSetCookie()).map((line) => line.split(';')[0]!);
      const alive = await Promise.all(
        tokens.map(async (cookie) => (await server.call('GET', '/api/session', { cookie })).status === 200),
      );
      if (status === 200) assert.ok(!alive.includes(true), 'told "signed out", and it was true');
      else assert.equal(status, 401);
    }
  });

  it('changes together with its event, or not at all; a failure hands out no cookie', async () => {
    const staff = await signedIn(server, manyRoles, clock);
    const superuser = server.database.pool('superuser');
    const sessions = async () =>
      (
        await superuser.query('select id, revoked_at from access.session where account_id = $1 order by id', [
          manyRoles.id,
        ])
      ).rows;
    const before = await sessions();
    await superuser.query('revoke insert on audit.pending from app_identity');
    try {
      for (const [path, body] of [
        ['/api/session/role', { role: 'billing' }],
        ['/api/session/sign-out', {}],
        ['/api/session/sign-out-everywhere', {}],
      ] as const) {
        const { status, headers } = await post(staff, path, body);
        assert.ok(status >= 400, `${path} ${status}`);
        assert.deepEqual(headers.getSetCookie(), [], path);
        assert.equal(headers.get('clear-site-data'), null, path);
      }
    } finally {
      await superuser.query('grant insert on audit.pending to app_identity');
    }
    assert.deepEqual(await sessions(), before);
    assert.equal((await sessionOf(staff)).body.role, 'nurse');
  });

  it('of a trusted person leaves one entry in the log of each record whose name it shows', async () => {
    const patientId = await importedPatient(server, { given: 'Rosa', family: 'Gil', birthDate: '1950-02-03' });
    const daughter = await enrolled(server, ['trusted_person'], {
      trustedFor: [{ patientId, viewAreas: ['results'], actAreas: [] }],
    });
    const events = async () =>
      Number(
        (
          await server.database
            .pool('superuser')
            .query('select count(*) as n from audit.event where patient_id = $1', [patientId])
        ).rows[0].n,
      );
    const before = await events();
    const used = await signedIn(server, daughter, clock);
    assert.equal((await sessionOf(used)).body.patients[0].id, patientId);
    assert.equal(await events(), before + 1);
    await sessionOf(used);
    assert.equal(await events(), before + 1, 'asking whether the session lives is no new look');
    await sessionOf(await signedIn(server, daughter, clock));
    assert.equal(await events(), before + 2);
  });

  it('never holds administrator together with a chart role', async () => {
    await assert.rejects(enrolled(server, ['administrator', 'clinician']), /administrator cannot also hold/);
  });

  it('needs a cookie, and another person’s history stays hers', async () => {
    assert.equal((await server.call('GET', '/api/account/sign-ins')).status, 401);
    assert.equal((await server.call('POST', '/api/session/sign-out', { body: {} })).status, 401);
    const mine = await signedIn(server, manyRoles, clock);
    const { body } = await server.call('GET', '/api/account/sign-ins', { cookie: mine.cookie() });
    const theirs = await server.call('GET', '/api/account/sign-ins', {
      cookie: (await signedIn(server, ana, clock)).cookie(),
    });
    const ids = new Set(body.signIns.map(({ id }: { id: string }) => id));
    assert.ok(theirs.body.signIns.every(({ id }: { id: string }) => !ids.has(id)));
    assert.equal(browser(server).jar.size, 0);
  });
});
