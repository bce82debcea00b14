import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  approveLetter,
  browser,
  codeOf,
  enrolled,
  importedPatient,
  movingClock,
  password,
  signedIn,
  type Browser,
  type Enrolled,
} from '../../test/harness/enrolled.ts';
import { freshDatabase } from '../../test/harness/database.ts';
import { startTestServer, type TestServer } from '../../test/harness/server.ts';
import * as flows from './client/flows.ts';

const lea = { given: 'Lea', family: 'Ortiz', birthDate: '1968-03-09' };
const refused = (wanted: string) => (error: unknown) => (error as { kind?: string }).kind === wanted;

/** Ways in which somebody with an office here, or a name chosen in time, took over other people's accounts. */
describe('nobody gets into an account that is not hers', () => {
  const clock = movingClock();
  let server: TestServer;
  let stop: () => Promise<void>;
  let desk: Browser;
  let administrator: Browser;

  before(async () => {
    const database = await freshDatabase();
    server = await startTestServer({ codeClock: clock, database });
    stop = async () => {
      await server.stop();
      await database.drop();
    };
    desk = await signedIn(server, await enrolled(server, ['front_desk']), clock);
    administrator = await signedIn(server, await enrolled(server, ['administrator']), clock);
    // Two may approve, so nobody does alone.
    await enrolled(server, ['privacy_officer']);
  });
  after(() => stop());

  const app = (secret: string): string => {
    clock.nextCode();
    return codeOf({ totpSecret: secret }, clock);
  };
  const query = (text: string, values: unknown[] = []) => server.database.pool('superuser').query(text, values);
  const inviteStaff = (email: string, role: string) =>
    server.call('POST', '/api/invitations', {
      body: { name: 'Some One', email, role },
      cookie: administrator.cookie(),
    });
  const invitePatient = (patientId: string) =>
    server.call('POST', `/api/patients/${patientId}/invitations`, {
      body: { proofing: 'photo-id' },
      cookie: desk.cookie(),
    });
  const sessionOf = (used: Browser) => server.call('GET', '/api/session', { cookie: used.cookie() });
  const accept = (used: Browser, invitation: string) =>
    server.call('POST', '/api/account/roles', { body: { invitation }, cookie: used.cookie() });
  const start = (invitation: string, name: string) =>
    server.call('POST', '/api/enrolment/start', {
      body: { invitation, birthDate: lea.birthDate, name, language: 'en' },
    });
  const letter = (invitation: string, name: string) => ({
    invitation,
    birthDate: lea.birthDate,
    name,
    language: 'en' as const,
    password,
  });
  /** A patient who has enrolled with a letter, and was in her account just now. */
  const enrolLea = async () => {
    const patientId = await importedPatient(server, lea);
    const { body } = await invitePatient(patientId);
    const used = browser(server);
    const made = await flows.enrol(used, letter(body.invitation, body.suggestedName), app);
    return { patientId, used, signInName: body.suggestedName as string, id: '', ...made };
  };
  /** Everything of a set-up but its last step. */
  const prepared = async (invitation: string, name: string) => {
    const used = browser(server);
    const { password: chosen, ...who } = letter(invitation, name);
    const { flow } = await flows.startEnrolment(used, who);
    const { totpSecret } = await flows.setPassword(used, flow, chosen);
    return { used, flow, ...(await flows.confirmCode(used, flow, app(totpSecret))) };
  };
  const lift = (patientId: string) =>
    query("update identity.invitation set held_until = now() - interval '1 second' where patient_id = $1", [patientId]);

  it('an administrator cannot invite a patient’s name, nor a trusted person’s', async () => {
    const patient = await enrolled(server, ['patient'], { patientId: await importedPatient(server, lea) });
    const both = await enrolled(server, ['nurse'], { patientId: await importedPatient(server, lea) });
    const trusted = await enrolled(server, ['trusted_person']);
    for (const { signInName } of [patient, both, trusted]) {
      const { status, body } = await inviteStaff(signInName, 'billing');
      assert.deepEqual([status, body.fields?.[0].path], [409, 'body.email']);
      assert.match(body.detail, /work address/);
    }
  });

  it('a letter for a colleague’s account adds the role inside it and replaces no factor', async () => {
    const feld = await enrolled(server, ['clinician']);
    const other = await signedIn(server, await enrolled(server, ['billing']), clock);
    const { status, body } = await inviteStaff(feld.signInName, 'privacy_officer');
    assert.deepEqual([status, body.addsRole, body.renewal], [200, true, false]);
    const preview = await server.call('POST', '/api/invitation/preview', { body: { invitation: body.invitation } });
    assert.deepEqual([preview.body.addsRole, preview.body.renewal], [true, false]);
    assert.equal((await start(body.invitation, feld.signInName)).status, 409, 'nobody enrols with it');
    assert.equal((await accept(other, body.invitation)).status, 404, 'nor takes it for another account');
    const own = await signedIn(server, feld, clock);
    assert.equal((await accept(own, body.invitation)).status, 409, 'nor takes it before it was approved');
    await approveLetter(server, body.invitationId, clock);
    const taken = await accept(own, body.invitation);
    assert.deepEqual([taken.status, taken.body.roles], [200, ['clinician', 'privacy_officer']]);
    assert.equal((await accept(own, body.invitation)).status, 404, 'once');
    await signedIn(server, feld, clock);
    assert.equal((await inviteStaff(feld.signInName, 'administrator')).status, 409);
  });

  it('a letter gives a role again whose time ran out', async () => {
    const rita = await enrolled(server, ['front_desk', 'billing']);
    await query(
      `update access.role_grant set from_at = now() - interval '2 days', until_at = now() - interval '1 second'
       where account_id = $1 and role = 'billing'`,
      [rita.id],
    );
    const own = await signedIn(server, rita, clock);
    const { body } = await inviteStaff(rita.signInName, 'billing');
    await approveLetter(server, body.invitationId, clock);
    assert.deepEqual((await accept(own, body.invitation)).body.roles, ['front_desk', 'billing']);
    const { body: switched } = await server.call('POST', '/api/session/role', {
      body: { role: 'billing' },
      cookie: own.cookie(),
    });
    assert.equal(switched.role, 'billing');
  });

  it('two letters of one patient never make two accounts', async () => {
    const patientId = await importedPatient(server, lea);
    const first = (await invitePatient(patientId)).body;
    const begun = await prepared(first.invitation, first.suggestedName);
    const second = (await invitePatient(patientId)).body;
    assert.equal((await start(first.invitation, 'any-name-1234')).status, 404, 'a new letter ends the one before');
    await assert.rejects(flows.finish(begun.used, begun.flow, begun.recoveryCode), refused('unauthenticated'));
    // Put back behind the program, as two that are open at the same moment.
    await query("update identity.invitation set expires_at = now() + interval '1 day' where patient_id = $1", [
      patientId,
    ]);
    const both = [
      await prepared(first.invitation, 'first-name-1001'),
      await prepared(second.invitation, 'second-name-1002'),
    ];
    const ended = await Promise.allSettled(
      both.map(({ used, flow, recoveryCode }) => flows.finish(used, flow, recoveryCode)),
    );
    assert.equal(ended.filter(({ status }) => status === 'fulfilled').length, 1);
    const { rows } = await query("select 1 from access.relationship where kind = 'self' and patient_id = $1", [
      patientId,
    ]);
    assert.equal(rows.length, 1);
    const stranger = await enrolled(server, ['patient']);
    await assert.rejects(query('select identity.link_patient($1, $2)', [patientId, stranger.id]), { code: '23505' });
    await assert.rejects(query("select access.relate(gen_random_uuid(), 'self', $2, $1)", [patientId, stranger.id]), {
      code: '23505',
    });
  });

  it('a name chosen before a colleague is invited by it gains nothing', async () => {
    const patientId = await importedPatient(server, lea);
    const invited = (await invitePatient(patientId)).body;
    await flows.enrol(browser(server), letter(invited.invitation, 'new.doctor@clinic.example'), app);
    assert.equal((await inviteStaff('new.doctor@clinic.example', 'clinician')).status, 409);
    // The other way round: the letter is out when the patient takes the name.
    const staff = (await inviteStaff('second.doctor@clinic.example', 'clinician')).body;
    await approveLetter(server, staff.invitationId, clock);
    const mine = (await invitePatient(await importedPatient(server, lea))).body;
    const squatter = browser(server);
    await flows.enrol(squatter, letter(mine.invitation, 'second.doctor@clinic.example'), app);
    assert.equal((await start(staff.invitation, 'second.doctor@clinic.example')).status, 409);
    assert.equal((await accept(squatter, staff.invitation)).status, 404);
    const doctor = await flows.enrol(browser(server), letter(staff.invitation, 'third.doctor@clinic.example'), app);
    assert.deepEqual(doctor.roles, ['clinician']);
  });

  it('new factors end every letter and every step that was begun before', async () => {
    const person = await enrolLea();
    const renewal = (await invitePatient(person.patientId)).body;
    await lift(person.patientId);
    const begun = await prepared(renewal.invitation, person.signInName);
    const newPassword = 'copper window eleven marsh';
    const { signInName: name, recoveryCode } = person;
    await flows.recover(browser(server), { name, recoveryCode, password, newPassword }, app);
    await assert.rejects(flows.finish(begun.used, begun.flow, begun.recoveryCode), refused('unauthenticated'));
    assert.equal((await start(renewal.invitation, name)).status, 404);
  });

  it('a letter for an account in use is held for a day, told to its owner, and stopped by her', async () => {
    const person = await enrolLea();
    assert.equal((await sessionOf(person.used)).body.renewalAsked, null);
    const asked = (await invitePatient(person.patientId)).body;
    assert.equal(asked.renewal, true);
    assert.ok(Date.parse(asked.opensAt) > Date.now() + 23 * 3600_000);
    assert.equal((await start(asked.invitation, person.signInName)).status, 409);
    const told = (await sessionOf(person.used)).body.renewalAsked;
    assert.ok(Date.parse(told.opensAt) > Date.now() + 23 * 3600_000);
    const stopped = await server.call('POST', '/api/account/renewal/stop', { body: {}, cookie: person.used.cookie() });
    assert.deepEqual([stopped.status, stopped.body], [200, { stopped: true }]);
    await lift(person.patientId);
    assert.equal((await start(asked.invitation, person.signInName)).status, 404);
    assert.equal((await sessionOf(person.used)).body.renewalAsked, null);
    await signedIn(server, person, clock);
  });

  it('a flow begun while a letter is held does not finish either', async () => {
    const person = await enrolLea();
    const asked = (await invitePatient(person.patientId)).body;
    await lift(person.patientId);
    const begun = await prepared(asked.invitation, person.signInName);
    await query("update identity.invitation set held_until = now() + interval '1 day' where patient_id = $1", [
      person.patientId,
    ]);
    await assert.rejects(flows.finish(begun.used, begun.flow, begun.recoveryCode), refused('not-found'));
  });

  it('a renewal that did happen shows: on every page, in the history and in the patient’s own log', async () => {
    const person = await enrolLea();
    const events = async () =>
      Number(
        (await query('select count(*) as n from audit.event where patient_id = $1', [person.patientId])).rows[0].n,
      );
    const asked = (await invitePatient(person.patientId)).body;
    await lift(person.patientId);
    const before = await events();
    const used = browser(server);
    await flows.enrol(used, letter(asked.invitation, 'another name than hers'), app);
    assert.equal((await sessionOf(used)).body.signInName, person.signInName, 'the name stays');
    assert.ok((await events()) >= before + 2, 'begun and finished');
    assert.ok((await sessionOf(used)).body.factorsReplacedAt);
    const { signIns } = (await server.call('GET', '/api/account/sign-ins', { cookie: used.cookie() })).body;
    assert.deepEqual([signIns[0].step, signIns[0].outcome], ['renewal', 'ok']);
    assert.ok(
      signIns.some(({ step }: { step: string }) => step === 'enrolment'),
      'the first one too',
    );
  });

  it('an account that nobody used for a month is renewed at once, one with a staff role never by the desk', async () => {
    const person = await enrolLea();
    await query("update identity.sign_in set at = at - interval '31 days'");
    const asked = (await invitePatient(person.patientId)).body;
    assert.equal(asked.opensAt, null);
    assert.equal((await start(asked.invitation, person.signInName)).status, 200);
    const patientId = await importedPatient(server, lea);
    await enrolled(server, ['nurse', 'patient'], { patientId });
    assert.equal((await invitePatient(patientId)).status, 409);
  });

  it('raw SQL invites in nobody else’s name, and for nobody else’s account', async () => {
    const victim: Enrolled = await enrolled(server, ['patient'], { patientId: await importedPatient(server, lea) });
    const { rows } = await query('select patient_id from identity.patient_account where account_id = $1', [victim.id]);
    const token = (used: Browser) => used.jar.get('__Host-portico')!;
    const insert = async (used: Browser, by: string, values: unknown[]) => {
      const client = await server.database.pool('app').connect();
      try {
        await client.query('begin');
        await client.query("select set_config('app.cap', encode(sha256($1::bytea), 'hex'), true)", [token(used)]);
        await client.query(
          `insert into identity.invitation (id, code_hash, kind, role, patient_id, account_id, sealed, invited_by, approved_by, expires_at)
           values (gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), $1, $2, $3, $4, 'x', ${by}, ${by}, now() + interval '1 day')`,
          values,
        );
        await client.query('commit');
      } finally {
        await client.query('rollback');
        client.release();
      }
    };
    const staff = ['staff', 'nurse', null, null];
    await insert(administrator, 'access.account_id()', staff);
    await assert.rejects(insert(administrator, 'gen_random_uuid()', staff), { code: '42501' });
    await assert.rejects(insert(administrator, 'access.account_id()', ['staff', 'nurse', null, victim.id]), {
      code: '23505',
    });
    // Whatever account the desk names, the letter is for the patient's own.
    const other = await enrolled(server, ['billing']);
    await insert(desk, 'access.account_id()', ['patient', 'patient', rows[0].patient_id, other.id]);
    const made = await query('select account_id from identity.invitation where patient_id = $1', [rows[0].patient_id]);
    assert.deepEqual(made.rows, [{ account_id: victim.id }]);
  });
});
