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
import { directOpaque } from './client/opaque.ts';
import { recoveryProofOf } from './client/recovery-code.ts';

const refused = (wanted: string) => (error: unknown) => (error as { kind?: string }).kind === wanted;
const lea = { given: 'Lea', family: 'Ortiz', birthDate: '1968-03-09' };

describe('enrolment and recovery', () => {
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
    // Two may approve, so nobody does alone.
    await enrolled(server, ['privacy_officer']);
    administrator = await signedIn(server, await enrolled(server, ['administrator']), clock);
  });
  after(() => stop());

  const app = (secret: string): string => {
    clock.nextCode();
    return codeOf({ totpSecret: secret }, clock);
  };
  const invitePatient = async (
    patientId: string,
    body: Record<string, unknown> = { proofing: 'photo-id' },
    by: Browser = desk,
  ) => server.call('POST', `/api/patients/${patientId}/invitations`, { body, cookie: by.cookie() });
  const inviteStaff = (body: Record<string, unknown>, by: Browser = administrator) =>
    server.call('POST', '/api/invitations', { body, cookie: by.cookie() });
  const post = (path: string, body: unknown) => server.call('POST', path, { body });
  const sessionOf = async (used: Browser) => (await server.call('GET', '/api/session', { cookie: used.cookie() })).body;
  const fresh = async () => {
    const patientId = await importedPatient(server, lea);
    const { status, body } = await invitePatient(patientId);
    assert.equal(status, 200);
    return { patientId, invitation: body.invitation as string, name: body.suggestedName as string };
  };
  const enrolLea = async () => {
    const invited = await fresh();
    const used = browser(server);
    const person = {
      invitation: invited.invitation,
      birthDate: lea.birthDate,
      name: invited.name,
      language: 'es' as const,
      password,
    };
    const made = await flows.enrol(used, person, app);
    return { ...invited, ...made, used, signInName: invited.name };
  };

  it('takes a patient from a printed code to her own record', async () => {
    const invited = await fresh();
    assert.match(invited.invitation, /^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
    assert.match(invited.name, /^[a-z]+-[a-z]+-\d{4}$/);
    const preview = await post('/api/invitation/preview', {
      invitation: invited.invitation.toLowerCase().replaceAll('-', ' '),
    });
    assert.deepEqual(preview.body, {
      kind: 'patient',
      needsBirthDate: true,
      suggestedName: invited.name,
      renewal: false,
      addsRole: false,
      opensAt: null,
      waitsForApproval: false,
    });
    const used = browser(server);
    const person = {
      invitation: invited.invitation,
      birthDate: lea.birthDate,
      name: invited.name,
      language: 'es' as const,
      password,
    };
    const made = await flows.enrol(used, person, app);
    assert.deepEqual([made.role, made.roles], ['patient', ['patient']]);
    const session = await sessionOf(used);
    assert.deepEqual([session.name, session.language], ['Lea Ortiz', 'es']);
    assert.deepEqual(
      session.patients.map(({ id, name, relationship }: Record<string, string>) => [id, name, relationship]),
      [[invited.patientId, 'Lea Ortiz', 'self']],
    );
    await signedIn(server, { id: '', ...made, signInName: invited.name }, clock);
    assert.equal((await post('/api/invitation/preview', { invitation: invited.invitation })).status, 404, 'used once');
  });

  it('makes no account until the recovery code is confirmed', async () => {
    const invited = await fresh();
    const used = browser(server);
    const { flow } = await flows.startEnrolment(used, {
      invitation: invited.invitation,
      birthDate: lea.birthDate,
      name: invited.name,
      language: 'en',
    });
    const { totpSecret, otpauthUri } = await flows.setPassword(used, flow, password);
    assert.match(otpauthUri, /^otpauth:\/\/totp\/.+secret=/);
    assert.equal(
      (await post('/api/set-up/finish', { flow, recoveryProof: 'A'.repeat(43) })).status,
      401,
      'the app comes first',
    );
    const { recoveryCode } = await flows.confirmCode(used, flow, app(totpSecret));
    await assert.rejects(flows.startSignIn(browser(server), invited.name, password), refused('unauthenticated'));
    await assert.rejects(flows.finish(used, flow, recoveryCode.slice(0, -1)), flows.MistypedRecoveryCode);
    assert.equal(used.jar.size, 0);
    await flows.finish(used, flow, recoveryCode);
    await assert.rejects(flows.finish(used, flow, recoveryCode), refused('unauthenticated'));
    assert.equal((await sessionOf(used)).name, 'Lea Ortiz');
  });

  it('is dead after five wrong birth dates, for the right one too', async () => {
    const { invitation, name } = await fresh();
    const attempt = (birthDate: string) =>
      post('/api/enrolment/start', { invitation, birthDate, name, language: 'en' });
    for (let i = 1; i <= 5; i++) {
      const { status, body } = await attempt(`1968-03-0${i}`);
      assert.equal(status, 400);
      assert.equal(body.fields[0].path, 'body.birthDate');
      assert.equal(Number(/\d+/.exec(body.detail)?.[0]), 5 - i, 'tries left');
    }
    assert.equal((await attempt(lea.birthDate)).status, 404);
    assert.equal((await post('/api/invitation/preview', { invitation })).status, 404);
  });

  it('counts wrong birth dates that come at the same moment', async () => {
    const { invitation, name } = await fresh();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        post('/api/enrolment/start', { invitation, birthDate: '1999-01-01', name, language: 'en' }),
      ),
    );
    assert.equal(answers.filter(({ status }) => status === 400).length, 5);
    assert.equal(answers.filter(({ status }) => status === 404).length, 7);
  });

  it('needs the birth date: leaving it out is a wrong one', async () => {
    const { invitation, name } = await fresh();
    assert.equal((await post('/api/enrolment/start', { invitation, name, language: 'en' })).status, 400);
  });

  it('refuses a name that is taken, and keeps the invitation', async () => {
    const { invitation } = await fresh();
    const other = await enrolled(server, ['patient']);
    const start = (name: string) =>
      post('/api/enrolment/start', { invitation, birthDate: lea.birthDate, name, language: 'en' });
    assert.equal((await start(other.signInName.toUpperCase())).status, 409);
    assert.equal((await start('another-name-4711')).status, 200);
  });

  it('gives two flows of one invitation one account', async () => {
    const { invitation } = await fresh();
    const prepare = async (name: string) => {
      const used = browser(server);
      const { flow } = await flows.startEnrolment(used, { invitation, birthDate: lea.birthDate, name, language: 'en' });
      const { totpSecret } = await flows.setPassword(used, flow, password);
      return { used, flow, ...(await flows.confirmCode(used, flow, app(totpSecret))) };
    };
    const both = [await prepare('first-one-1001'), await prepare('second-one-1002')];
    const ended = await Promise.allSettled(
      both.map(({ used, flow, recoveryCode }) => flows.finish(used, flow, recoveryCode)),
    );
    assert.equal(ended.filter(({ status }) => status === 'fulfilled').length, 1);
  });

  it('ends after five wrong codes of the new app', async () => {
    const { invitation, name } = await fresh();
    const used = browser(server);
    const { flow } = await flows.startEnrolment(used, { invitation, birthDate: lea.birthDate, name, language: 'en' });
    const { totpSecret } = await flows.setPassword(used, flow, password);
    const right = app(totpSecret);
    const wrong = right === '000000' ? '111111' : '000000';
    for (let i = 0; i < 4; i++) await assert.rejects(flows.confirmCode(used, flow, wrong), refused('invalid'));
    await assert.rejects(flows.confirmCode(used, flow, wrong), refused('unauthenticated'));
    await assert.rejects(flows.confirmCode(used, flow, right), refused('unauthenticated'));
  });

  it('refuses a record that no sign-in could use', async () => {
    const { invitation, name } = await fresh();
    const { flow } = await flows.startEnrolment(browser(server), {
      invitation,
      birthDate: lea.birthDate,
      name,
      language: 'en',
    });
    assert.equal((await post('/api/set-up/password/keep', { flow, registrationRecord: 'A'.repeat(256) })).status, 400);
  });

  it('lets only the desk invite patients, and nobody a patient that is not there', async () => {
    const patientId = await importedPatient(server, lea);
    const nurse = await signedIn(server, await enrolled(server, ['nurse']), clock);
    assert.equal((await invitePatient(patientId, undefined, nurse)).status, 403);
    assert.equal((await invitePatient(patientId, undefined, administrator)).status, 403);
    assert.equal((await invitePatient('0190aaaa-0000-7000-8000-000000000000')).status, 404);
    assert.equal((await invitePatient(patientId, { proofing: 'photo-id', role: 'administrator' })).status, 400);
  });

  it('lets only an administrator invite staff, with the role the letter gives', async () => {
    const letter = { name: 'Nils Berg', email: 'nils@clinic.example', role: 'clinician' };
    assert.equal((await inviteStaff(letter, desk)).status, 403);
    const { status, body } = await inviteStaff(letter);
    assert.equal(status, 200);
    await approveLetter(server, body.invitationId, clock);
    const used = browser(server);
    const made = await flows.enrol(
      used,
      { invitation: body.invitation, name: body.suggestedName, language: 'en', password },
      app,
    );
    assert.deepEqual(made.roles, ['clinician']);
    const grants = await server.database
      .pool('superuser')
      .query(
        'select granted_by, approved_by from access.role_grant g join access.session s using (account_id) where s.id is not null and g.role = $1',
        ['clinician'],
      );
    assert.ok(grants.rows.every((row) => row.granted_by !== null && row.approved_by !== null));
    const again = await inviteStaff({ ...letter, role: 'administrator' });
    assert.equal(again.status, 409, 'an administrator holds no chart role');
    assert.equal((await inviteStaff({ ...letter, role: 'patient' })).status, 400);
  });

  it('recovers a lost phone by password and recovery code; everything older is dead', async () => {
    const person = await enrolLea();
    clock.nextCode();
    const used = browser(server);
    const newPassword = 'copper window eleven marsh';
    const made = await flows.recover(
      used,
      { name: person.name, recoveryCode: person.recoveryCode, password, newPassword },
      app,
    );
    assert.notEqual(made.totpSecret, person.totpSecret);
    assert.equal(
      (await server.call('GET', '/api/session', { cookie: person.used.cookie() })).status,
      401,
      'old sessions end',
    );
    assert.ok((await sessionOf(used)).factorsReplacedAt, 'the screens say so');
    await assert.rejects(flows.startSignIn(browser(server), person.name, password), refused('unauthenticated'));
    const { flow } = await flows.startSignIn(browser(server), person.name, newPassword);
    await assert.rejects(
      flows.enterCode(browser(server), flow, app(person.totpSecret)),
      refused('invalid'),
      'the old app',
    );
    await flows.enterCode(browser(server), flow, app(made.totpSecret));
    const old = { name: person.name, recoveryCode: person.recoveryCode, password: newPassword, newPassword };
    await assert.rejects(flows.recover(browser(server), old, app), refused('invalid'), 'a recovery code works once');
  });

  it('recovers a forgotten password by authenticator and recovery code', async () => {
    const person = await enrolLea();
    const used = browser(server);
    const newPassword = 'copper window eleven marsh';
    const code = app(person.totpSecret);
    await flows.recover(used, { name: person.name, recoveryCode: person.recoveryCode, code, newPassword }, app);
    assert.equal((await sessionOf(used)).name, 'Lea Ortiz');
    await flows.startSignIn(browser(server), person.name, newPassword);
  });

  it('does not recover with the recovery code alone, nor for a name nobody has', async () => {
    const person = await enrolLea();
    const recoveryProof = (await recoveryProofOf(person.recoveryCode))!;
    const right = app(person.totpSecret);
    const wrong = right === '000000' ? '111111' : '000000';
    const tries = [
      { name: person.name, recoveryProof, code: wrong },
      { name: person.name, recoveryProof: 'A'.repeat(43), code: right },
      { name: 'nobody-at-all-1', recoveryProof, code: right },
    ];
    const answers = await Promise.all(tries.map((body) => post('/api/recovery/password', body)));
    for (const { status, body } of answers) {
      assert.equal(status, 401);
      assert.equal(body.detail, answers[0]!.body.detail);
    }
    assert.equal((await post('/api/recovery/authenticator', { flow: 'A'.repeat(43), recoveryProof })).status, 401);
  });

  it('renews the account of a patient who lost everything, at the desk', async () => {
    const person = await enrolLea();
    const { body } = await invitePatient(person.patientId, { proofing: 'known-to-staff' });
    assert.deepEqual([body.renewal, body.suggestedName], [true, person.name]);
    // She used it just now, so the letter is held; a day later:
    await server.database
      .pool('superuser')
      .query('update identity.invitation set held_until = now() where patient_id = $1', [person.patientId]);
    const used = browser(server);
    const renewed = {
      invitation: body.invitation,
      birthDate: lea.birthDate,
      name: person.name,
      language: 'es' as const,
      password: 'copper window eleven marsh',
    };
    await flows.enrol(used, renewed, app);
    const session = await sessionOf(used);
    assert.deepEqual([session.signInName, session.patients[0].id], [person.name, person.patientId]);
    assert.equal((await server.call('GET', '/api/session', { cookie: person.used.cookie() })).status, 401);
    await assert.rejects(flows.startSignIn(browser(server), person.name, password), refused('unauthenticated'));
  });

  it('makes one first administrator, in an empty installation only', async () => {
    await assert.rejects(
      server.portico.identity.inviteAdministrator({ name: 'A', email: 'a@clinic.example' }),
      refused('conflict'),
    );
    const database = await freshDatabase();
    const empty = await startTestServer({ codeClock: clock, database });
    try {
      const ada = { name: 'Ada Moss', email: 'ada@clinic.example' };
      const lost = await empty.portico.identity.inviteAdministrator(ada);
      const invitation = await empty.portico.identity.inviteAdministrator(ada);
      const preview = await empty.call('POST', '/api/invitation/preview', { body: { invitation: lost } });
      assert.equal(preview.status, 404, 'of two printed letters the last one counts');
      const made = await flows.enrol(
        browser(empty),
        { invitation, name: 'ada@clinic.example', language: 'en', password },
        app,
      );
      assert.deepEqual(made.roles, ['administrator']);
    } finally {
      await empty.stop();
      await database.drop();
    }
  });

  it('takes no old password that a superuser puts back, and leaves an incident', async () => {
    const person = await enrolLea();
    const superuser = server.database.pool('superuser');
    const account = (await sessionOf(person.used)).accountId;
    const { rows } = await superuser.query(
      'select id, sealed, version from identity.credential where account_id = $1',
      [account],
    );
    clock.nextCode();
    const newPassword = 'copper window eleven marsh';
    await flows.recover(
      browser(server),
      { name: person.name, recoveryCode: person.recoveryCode, password, newPassword },
      app,
    );
    await superuser.query('update identity.credential set sealed = $2, version = $3 where id = $1', [
      rows[0].id,
      rows[0].sealed,
      rows[0].version,
    ]);
    const events = async () => Number((await superuser.query('select count(*) as n from audit.event')).rows[0].n);
    const before = await events();
    const { request } = await directOpaque.startLogin(password);
    const { status, body } = await post('/api/sign-in/start', { name: person.name, startLoginRequest: request });
    assert.deepEqual([status, body.type], [503, 'urn:portico:problem:integrity']);
    assert.equal(await events(), before + 1);
  });

  it('keeps nothing readable in its tables', async () => {
    const person: Enrolled = await enrolled(server, ['patient'], { name: 'Canary-7f3a Person' });
    const { rows } = await server.database.pool('superuser').query(
      `select string_agg(t::text, ' ') as everything from (
         select a::text from identity.account a union all select c::text from identity.credential c
         union all select t::text from identity.totp t union all select r::text from identity.recovery r
         union all select i::text from identity.invitation i union all select f::text from identity.flow f
         union all select s::text from identity.sign_in s union all select s::text from identity.server_secret s) as t(t)`,
    );
    for (const canary of ['Canary', person.signInName, person.totpSecret, 'Ortiz', '1968-03-09', 'clinic.example']) {
      const hex = Buffer.from(canary).toString('hex');
      assert.ok(!rows[0].everything.includes(canary) && !rows[0].everything.includes(hex), canary);
    }
  });
});
