import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { capabilityOf } from '#platform/db/actor.ts';
import { freshDatabase } from '../../../test/harness/database.ts';
import {
  browser,
  codeOf,
  enrolled,
  importedPatient,
  movingClock,
  password,
  signedIn,
  type Browser,
  type Enrolled,
} from '../../../test/harness/enrolled.ts';
import { startTestServer, type TestServer } from '../../../test/harness/server.ts';
import { signIn } from '../client/flows.ts';
import type { RoleRequest, StaffMember } from './contract.ts';

describe('staff and their roles', () => {
  const clock = movingClock();
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let server: TestServer;
  let sam: Enrolled;
  let administrator: Browser;

  before(async () => {
    database = await freshDatabase();
    server = await startTestServer({ database, codeClock: clock });
    sam = await enrolled(server, ['administrator'], { name: 'Sam Okoye' });
    administrator = await signedIn(server, sam, clock);
  });
  after(async () => {
    await server.stop();
    await database.drop();
  });

  const post = (by: Browser, at: string, body: object) => server.call('POST', at, { body, cookie: by.cookie() });
  const search = async (words: string, by = administrator): Promise<StaffMember[]> => {
    const { status, body } = await post(by, '/api/staff/search', { words });
    assert.equal(status, 200);
    return body.staff;
  };
  const requests = async (by: Browser): Promise<RoleRequest[]> => {
    const { status, body } = await server.call('GET', '/api/role-requests', { cookie: by.cookie() });
    assert.equal(status, 200);
    return body.requests;
  };
  const ask = (account: Enrolled, role: string, by = administrator, more: object = {}) =>
    post(by, `/api/staff/${account.id}/roles`, { role, reason: 'Covers the clinic on Fridays', ...more });
  const decide = (request: Pick<RoleRequest, 'id'>, approve: boolean, by: Browser) =>
    post(by, `/api/role-requests/${request.id}/decision`, { approve });
  const waitingFor = async (account: Enrolled, by: Browser): Promise<RoleRequest> =>
    (await requests(by)).find((one) => one.signInName === account.signInName && one.outcome === null)!;
  const sessionOf = async (by: Browser) => server.call('GET', '/api/session', { cookie: by.cookie() });
  const rolesOf = async (account: Enrolled): Promise<string[]> =>
    (await search(account.signInName))[0]!.roles.map(({ role }) => role);

  it('lets the first administrator make a second approver alone, and gives nothing else to one person', async () => {
    const nia = await enrolled(server, ['nurse'], { name: 'Nia Nurse' });
    const clerk = await enrolled(server, ['front_desk'], { name: 'Cleo Clerk' });
    const why = (answer: { body: { fields?: { path: string }[] } }) => answer.body.fields?.[0]?.path;
    const invite = (name: string, role: string) =>
      post(administrator, '/api/invitations', {
        name,
        email: `${randomBytes(6).toString('hex')}@clinic.example`,
        role,
      });
    for (const answer of [
      await ask(nia, 'front_desk'),
      await ask(sam, 'privacy_officer'),
      await invite('No', 'nurse'),
    ]) {
      assert.deepEqual([answer.status, why(answer)], [409, 'body.role.first']);
      assert.match(answer.body.detail, /make a privacy officer/);
    }
    assert.deepEqual(await requests(administrator), [], 'nothing waits that nobody could approve');
    const letters = [await invite('Ann One', 'privacy_officer'), await invite('Ann Two', 'administrator')];
    assert.deepEqual(
      letters.map(({ body }) => body.waitsForApproval),
      [false, false],
    );
    // As if one of the letters had just been used: from now on the other one opens nothing.
    assert.deepEqual((await ask(clerk, 'privacy_officer')).body, { outcome: 'approved' });
    for (const { body } of letters)
      await assert.rejects(
        database.pool('superuser').query('select identity.use_invitation($1, $2)', [body.invitationId, nia.id]),
        { code: 'PT404' },
      );
    assert.deepEqual(await rolesOf(clerk), ['front_desk', 'privacy_officer']);
    assert.deepEqual((await ask(nia, 'billing')).body, { outcome: 'waiting' });
    assert.deepEqual(await rolesOf(nia), ['nurse']);
    // Asked twice is one request.
    assert.equal((await ask(nia, 'billing')).status, 409);

    // Only she and the one who would get it approve here: neither of them may.
    const between = await ask(clerk, 'records_officer');
    assert.deepEqual([between.status, why(between)], [409, 'body.role.nobody']);
    assert.match(between.body.detail, /another colleague/);
    assert.deepEqual(await rolesOf(clerk), ['front_desk', 'privacy_officer']);

    // Nor does she give anything alone when all others are gone, however long.
    await post(administrator, `/api/staff/${clerk.id}/state`, { active: false, reason: 'Left the clinic' });
    const pool = database.pool('superuser');
    await pool.query(
      `update access.role_grant set from_at = now() - interval '30 days',
      revoked_at = now() - interval '20 days' where account_id = $1`,
      [clerk.id],
    );
    for (const answer of [await ask(nia, 'privacy_officer'), await invite('No', 'administrator')]) {
      assert.deepEqual([answer.status, why(answer)], [409, 'body.role.operator']);
      assert.match(answer.body.detail, /invite-approver/);
    }
  });

  it('lets whoever runs the server ask for a privacy officer, and the one who is left approve', async () => {
    const email = `${randomBytes(6).toString('hex')}@clinic.example`;
    const invitation = await server.portico.identity.inviteApprover({ name: 'Pia Rescue', email });
    const start = () =>
      server.call('POST', '/api/enrolment/start', { body: { invitation, name: email, language: 'en' } });
    assert.equal((await start()).status, 409, 'alone the operator gives nothing');
    const request = (await requests(administrator)).find((one) => one.signInName === email)!;
    assert.deepEqual(
      [request.role, request.askedBy, request.mayApprove, request.isOwn],
      ['privacy_officer', 'portico invite-approver', true, false],
    );
    assert.equal((await decide(request, true, administrator)).status, 200);
    assert.equal((await start()).status, 200);
    await assert.rejects(server.portico.identity.inviteApprover({ name: 'Sam', email: sam.signInName }), {
      kind: 'conflict',
    });
  });

  it('gives a role when somebody else approves: never who asked, nor who would get it', async () => {
    const officer = await enrolled(server, ['privacy_officer'], { name: 'Otto Officer' });
    const helen = await signedIn(server, officer, clock);
    const bo = await enrolled(server, ['front_desk'], { name: 'Bo Desk' });
    const desk = await signedIn(server, bo, clock);
    await ask(bo, 'billing');
    const request = await waitingFor(bo, helen);
    assert.deepEqual(
      [request.name, request.role, request.askedBy, request.reason, request.mayApprove, request.isOwn],
      ['Bo Desk', 'billing', 'Sam Okoye', 'Covers the clinic on Fridays', true, false],
    );
    assert.equal((await decide(request, true, administrator)).status, 403, 'the one who asked');
    assert.equal((await decide(request, true, desk)).status, 403, 'a role that approves nothing');
    assert.deepEqual(await rolesOf(bo), ['front_desk']);
    assert.deepEqual((await decide(request, true, helen)).body, { outcome: 'approved' });
    assert.deepEqual(await rolesOf(bo), ['front_desk', 'billing']);
    assert.equal((await decide(request, false, helen)).status, 404, 'decided is decided');

    // The officer's own role is not hers to approve; another administrator's it is.
    const second = await enrolled(server, ['administrator'], { name: 'Second Admin' });
    await ask(officer, 'records_officer');
    const own = await waitingFor(officer, helen);
    assert.equal(own.mayApprove, false);
    assert.equal((await decide(own, true, helen)).status, 403);
    assert.equal((await decide(own, true, await signedIn(server, second, clock))).status, 200);
    assert.deepEqual(await rolesOf(officer), ['records_officer', 'privacy_officer']);
  });

  it('refuses, takes back, and gives until a day', async () => {
    const helen = await signedIn(server, await enrolled(server, ['privacy_officer'], { name: 'Ida Officer' }), clock);
    const cal = await enrolled(server, ['billing'], { name: 'Cal Counter' });
    await ask(cal, 'front_desk');
    assert.deepEqual((await decide(await waitingFor(cal, helen), false, helen)).body, { outcome: 'refused' });
    await ask(cal, 'front_desk');
    const again = await waitingFor(cal, administrator);
    assert.deepEqual((await decide(again, false, administrator)).body, { outcome: 'taken-back' });
    assert.deepEqual(await rolesOf(cal), ['billing']);
    const until = new Date(Date.now() + 2 * 86_400_000).toISOString();
    assert.equal((await ask(cal, 'front_desk', administrator, { until: new Date(0).toISOString() })).status, 400);
    await ask(cal, 'front_desk', administrator, { until });
    await decide(await waitingFor(cal, helen), true, helen);
    const [member] = await search('cal counter');
    assert.equal(member!.roles.find(({ role }) => role === 'front_desk')!.until, until);
    // When its time ran out the role is gone, and can be asked for again.
    await database.pool('superuser').query(
      `update access.role_grant set from_at = now() - interval '2 days', until_at = now() - interval '1 second'
       where account_id = $1 and role = 'front_desk'`,
      [cal.id],
    );
    assert.deepEqual(await rolesOf(cal), ['billing']);
    assert.equal((await ask(cal, 'front_desk')).status, 200);
    assert.equal((await decide(await waitingFor(cal, helen), true, helen)).status, 200);
  });

  it('never joins administration with a chart role, also when both were asked for first', async () => {
    const helen = await signedIn(server, await enrolled(server, ['privacy_officer']), clock);
    const nurse = await enrolled(server, ['nurse']);
    assert.equal((await ask(nurse, 'administrator')).status, 409);
    const clerk = await enrolled(server, ['front_desk'], { name: 'Two Asks' });
    await ask(clerk, 'administrator');
    await ask(clerk, 'clinician');
    const both = (await requests(helen)).filter((one) => one.signInName === clerk.signInName && one.outcome === null);
    assert.equal(both.length, 2);
    assert.equal((await decide(both[0]!, true, helen)).status, 200);
    assert.equal((await decide(both[1]!, true, helen)).status, 409);
    assert.equal((await rolesOf(clerk)).length, 2);
  });

  it('holds a letter for a colleague until it is approved, and then it opens', async () => {
    const helen = await signedIn(server, await enrolled(server, ['privacy_officer']), clock);
    const email = `${randomBytes(6).toString('hex')}@clinic.example`;
    const letter = await post(administrator, '/api/invitations', { name: 'Lea Letter', email, role: 'clinician' });
    assert.equal(letter.body.waitsForApproval, true);
    const start = () =>
      server.call('POST', '/api/enrolment/start', {
        body: { invitation: letter.body.invitation, name: email, language: 'en' },
      });
    const preview = () =>
      server.call('POST', '/api/invitation/preview', { body: { invitation: letter.body.invitation } });
    assert.equal((await preview()).body.waitsForApproval, true);
    assert.equal((await start()).status, 409);
    const request = (await requests(helen)).find((one) => one.signInName === email)!;
    assert.deepEqual([request.kind, request.name, request.role], ['letter', 'Lea Letter', 'clinician']);
    assert.equal((await decide(request, true, administrator)).status, 403);
    assert.equal((await decide(request, true, helen)).status, 200);
    assert.equal((await preview()).body.waitsForApproval, false);
    assert.equal((await start()).status, 200);
    const other = (await post(administrator, '/api/invitations', { name: 'No', email: `x${email}`, role: 'nurse' }))
      .body;
    const refused = (await requests(helen)).find((one) => one.signInName === `x${email}`)!;
    assert.equal((await decide(refused, false, helen)).status, 200);
    const dead = await server.call('POST', '/api/invitation/preview', { body: { invitation: other.invitation } });
    assert.equal(dead.status, 404);
  });

  it('switches an account off at once: sessions end, no sign-in begins, and back on it works again', async () => {
    const dee = await enrolled(server, ['nurse'], { name: 'Dee Gone' });
    const work = await signedIn(server, dee, clock);
    assert.equal((await sessionOf(work)).status, 200);
    const state = (active: boolean) => post(administrator, `/api/staff/${dee.id}/state`, { active, reason: 'Left us' });
    assert.deepEqual((await state(false)).body, { changed: true });
    assert.deepEqual((await state(false)).body, { changed: false });
    assert.equal((await sessionOf(work)).status, 401);
    assert.equal((await search('dee gone'))[0]!.isActive, false);
    await assert.rejects(signedIn(server, dee, clock));
    assert.equal((await ask(dee, 'billing')).status, 409);
    assert.deepEqual((await state(true)).body, { changed: true });
    assert.equal((await sessionOf(await signedIn(server, dee, clock))).status, 200);
  });

  it('opens no session for an account that is switched off between its password and its code', async () => {
    const race = await enrolled(server, ['nurse'], { name: 'Race Car' });
    clock.nextCode();
    const attempt = signIn(browser(server), {
      name: race.signInName,
      password,
      code: async () => {
        await post(administrator, `/api/staff/${race.id}/state`, { active: false, reason: 'In the middle' });
        return codeOf(race, clock);
      },
    });
    await assert.rejects(attempt);
    // Behind every check of the program stands the database: not even the function that opens sessions may.
    const pool = database.pool('superuser');
    await assert.rejects(
      pool.query(
        `insert into access.session (cap_hash, id, account_id, role, assurance, idle_timeout, expires_at)
         values (sha256('x'), gen_random_uuid(), $1, 'nurse', 'aal2', interval '1 minute', now() + interval '1 hour')`,
        [race.id],
      ),
      /switched off/,
    );
  });

  it('keeps one administrator, and nobody switches herself off', async () => {
    const off = await post(administrator, `/api/staff/${sam.id}/state`, { active: false, reason: 'By mistake' });
    assert.equal(off.status, 409);
    for (const { id, roles } of await search('')) {
      if (id === sam.id || !roles.some(({ role }) => role === 'administrator')) continue;
      const ended = await post(administrator, `/api/staff/${id}/roles/end`, {
        role: 'administrator',
        reason: 'Not now',
      });
      assert.deepEqual(ended.body, { changed: true });
    }
    const last = await post(administrator, `/api/staff/${sam.id}/roles/end`, {
      role: 'administrator',
      reason: 'Not now',
    });
    assert.equal(last.status, 409);
    // Who ended all the others gives nothing alone.
    const eve = await enrolled(server, ['front_desk'], { name: 'Eve Late' });
    for (const { id, roles } of await search('')) {
      if (roles.some(({ role }) => role === 'privacy_officer'))
        await post(administrator, `/api/staff/${id}/state`, { active: false, reason: 'Alone now' });
    }
    assert.equal((await ask(eve, 'billing')).body.fields[0].path, 'body.role.operator');
  });

  it('ends a role at once with its sessions, and the sessions of a lost laptop', async () => {
    const both = await enrolled(server, ['nurse', 'front_desk'], { name: 'Flo Both' });
    const work = await signedIn(server, both, clock);
    const role = (await sessionOf(work)).body.role as string;
    const end = await post(administrator, `/api/staff/${both.id}/roles/end`, { role, reason: 'Changed jobs' });
    assert.deepEqual(end.body, { changed: true });
    assert.equal((await sessionOf(work)).status, 401);
    const rest = await signedIn(server, both, clock);
    assert.equal((await sessionOf(rest)).status, 200);
    const out = await post(administrator, `/api/staff/${both.id}/sign-out`, { reason: 'Lost laptop' });
    assert.deepEqual(out.body, { ended: 1 });
    assert.equal((await sessionOf(rest)).status, 401);
  });

  it('touches no account of a patient', async () => {
    const patientId = await importedPatient(server, { given: 'Pat', family: 'Ient', birthDate: '1960-01-02' });
    const patient = await enrolled(server, ['patient'], { name: 'Pat Ient', patientId });
    assert.deepEqual(await search('pat ient'), []);
    for (const [at, body] of [
      ['state', { active: false, reason: 'No reason' }],
      ['sign-out', { reason: 'No reason' }],
      ['roles', { role: 'nurse', reason: 'No reason' }],
      ['roles/end', { role: 'nurse', reason: 'No reason' }],
    ] as const)
      assert.equal((await post(administrator, `/api/staff/${patient.id}/${at}`, body)).status, 404, at);
  });

  it('is closed in the database to a session without the right, whatever the program does', async () => {
    const nurse = await signedIn(server, await enrolled(server, ['nurse']), clock);
    const client = await database.pool('app_identity').connect();
    try {
      const token = nurse.jar.get('__Host-portico')!;
      await client.query("select set_config('app.cap', $1, false)", [capabilityOf(token)]);
      for (const call of [
        'identity.list_staff(10)',
        'identity.list_role_requests()',
        `identity.set_staff_state('${sam.id}', false)`,
        `identity.withdraw_role('${sam.id}', 'administrator')`,
        `identity.decide_role(gen_random_uuid(), gen_random_uuid(), true)`,
        `identity.ask_role(gen_random_uuid(), gen_random_uuid(), '${sam.id}', 'billing', null, null)`,
      ])
        await assert.rejects(client.query(`select ${call}`), { code: 'PT403' }, call);
    } finally {
      client.release();
    }
  });

  it('leaves an entry of the kind "privilege" for each change, with who, whom, what and why', async () => {
    const gus = await enrolled(server, ['nurse'], { name: 'Gus Logged' });
    await post(administrator, `/api/staff/${gus.id}/state`, { active: false, reason: 'Moved to Ohio' });
    const officer = await signedIn(server, await enrolled(server, ['privacy_officer']), clock);
    const { body } = await post(officer, '/api/audit/search', {
      from: new Date(Date.now() - 600_000).toISOString(),
      to: new Date(Date.now() + 60_000).toISOString(),
      kind: 'privilege',
      accountId: sam.id,
      reason: 'Monthly review',
    });
    const [entry] = body.entries.filter((one: { operation: string }) => one.operation === 'identity.setStaffState');
    assert.deepEqual(
      [entry.actor.name, entry.actor.role, entry.purpose, entry.detail, entry.outcome, entry.patient],
      ['Sam Okoye', 'administrator', 'Moved to Ohio', 'account of Gus Logged switched off', 'ok', null],
    );
  });
});
