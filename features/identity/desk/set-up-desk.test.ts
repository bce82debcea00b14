import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
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
} from '../../../test/harness/enrolled.ts';
import { startTestServer, type TestServer } from '../../../test/harness/server.ts';
import * as flows from '../client/flows.ts';

const birthDate = '1950-02-03';

describe('an account set up at the desk', () => {
  const clock = movingClock();
  let server: TestServer;
  let stop: () => Promise<void>;
  let desk: Browser;

  before(async () => {
    const database = await freshDatabase();
    server = await startTestServer({ codeClock: clock, database });
    stop = async () => {
      await server.stop();
      await database.drop();
    };
    desk = await signedIn(server, await enrolled(server, ['front_desk']), clock);
  });
  after(() => stop());

  const query = (text: string, values: unknown[] = []) => server.database.pool('superuser').query(text, values);
  const newPatient = (given: string) => importedPatient(server, { given, family: 'Atdesk', birthDate });
  const begin = (patientId: string, proofs: string[] = ['photo-id']) =>
    server.call('POST', `/api/patients/${patientId}/desk-set-up`, {
      body: { proofs, language: 'en' },
      cookie: desk.cookie(),
    });
  const ask = (setUpId: string, what: 'state' | 'cancel', who: Browser = desk) =>
    server.call('POST', `/api/desk-set-ups/${setUpId}/${what}`, {
      body: {},
      cookie: who.cookie(),
    });
  const stageOf = async (setUpId: string) => (await ask(setUpId, 'state')).body.stage as string;
  const start = (used: Browser, invitation: string, name: string) =>
    flows.startEnrolment(used, { invitation, birthDate, name, language: 'en' });
  const eventsAbout = async (patientId: string): Promise<number> =>
    (await query('select count(*)::int as n from audit.event where patient_id = $1', [patientId])).rows[0].n as number;

  it('is watched step by step, and its recovery code goes to the desk unread by the server', async () => {
    const patientId = await newPatient('Willa');
    const { body: begun } = await begin(patientId, ['insurance-card', 'address']);
    const stages = [await stageOf(begun.setUpId)];
    const phone = browser(server);
    const { flow } = await start(phone, begun.invitation, begun.suggestedName);
    stages.push(await stageOf(begun.setUpId));
    const { totpSecret } = await flows.setPassword(phone, flow, password);
    stages.push(await stageOf(begun.setUpId));
    // Nothing to print yet: the sheet is of the last step.
    const sealed = randomBytes(120).toString('base64url');
    const send = () => server.call('POST', '/api/set-up/desk-paper', { body: { flow, sealed } });
    assert.equal((await send()).status, 401);
    clock.nextCode();
    const { recoveryCode } = await flows.confirmCode(phone, flow, codeOf({ totpSecret }, clock));
    assert.equal((await send()).status, 200);
    const watched = await ask(begun.setUpId, 'state');
    assert.deepEqual(watched.body, { stage: 'recovery', paper: sealed });
    // Handed over once; the patient can send it again.
    assert.equal((await ask(begun.setUpId, 'state')).body.paper, null);
    assert.equal((await send()).status, 200);
    await flows.finish(phone, flow, recoveryCode);
    const last = await ask(begun.setUpId, 'state');
    assert.deepEqual(last.body, { stage: 'done', paper: sealed });
    assert.equal((await send()).status, 401);
    assert.deepEqual(stages, ['waiting', 'password', 'authenticator']);
    const session = await server.call('GET', '/api/session', { cookie: phone.cookie() });
    assert.equal(session.body.patients[0].id, patientId);
    const { rows } = await query('select paper_sealed from identity.invitation where id = $1', [begun.setUpId]);
    assert.equal(rows[0].paper_sealed, null);
  });

  it('begins once, and within ten minutes', async () => {
    const patientId = await newPatient('Xena');
    const { body: begun } = await begin(patientId);
    const tries = await Promise.allSettled(
      [0, 1, 2].map(() => start(browser(server), begun.invitation, begun.suggestedName)),
    );
    assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1);
    const { body: late } = await begin(patientId);
    await query(`update identity.invitation set desk_until = now() - interval '1 second' where id = $1`, [
      late.setUpId,
    ]);
    await assert.rejects(start(browser(server), late.invitation, late.suggestedName));
    assert.equal(await stageOf(late.setUpId), 'ended');
    // The new one ended the first, and what was begun with it.
    assert.equal(await stageOf(begun.setUpId), 'ended');
  });

  it('is stopped by the clerk, also half-way', async () => {
    const patientId = await newPatient('Yara');
    const { body: begun } = await begin(patientId);
    const phone = browser(server);
    const { flow } = await start(phone, begun.invitation, begun.suggestedName);
    assert.deepEqual((await ask(begun.setUpId, 'cancel')).body, { ended: true });
    assert.equal(await stageOf(begun.setUpId), 'ended');
    await assert.rejects(flows.setPassword(phone, flow, password));
    assert.deepEqual((await ask(begun.setUpId, 'cancel')).body, { ended: false });
  });

  it('takes enough proof, and keeps which', async () => {
    const patientId = await newPatient('Zora');
    for (const weak of [['insurance-card'], ['address', 'address'], []])
      assert.equal((await begin(patientId, weak)).status, 400);
    assert.equal((await begin(patientId, ['known-to-staff', 'address'])).status, 200);
  });

  it('is not for an account in use: its owner would lose it while she uses it', async () => {
    const patientId = await newPatient('Vera');
    const { body: begun } = await begin(patientId);
    const phone = browser(server);
    await flows.enrol(
      phone,
      { invitation: begun.invitation, birthDate, name: begun.suggestedName, language: 'en', password },
      (totpSecret) => {
        clock.nextCode();
        return codeOf({ totpSecret }, clock);
      },
    );
    assert.equal((await begin(patientId)).status, 409);
    await query(`update identity.sign_in set at = now() - interval '31 days'`);
    const again = await begin(patientId);
    assert.deepEqual([again.status, again.body.renewal, again.body.suggestedName], [200, true, begun.suggestedName]);
  });

  it('is seen by the clerk who began it alone; looking leaves no entry, beginning does', async () => {
    const patientId = await newPatient('Ulla');
    const before = await eventsAbout(patientId);
    const { body: begun } = await begin(patientId);
    const after = await eventsAbout(patientId);
    assert.ok(after > before);
    await stageOf(begun.setUpId);
    assert.equal(await eventsAbout(patientId), after);
    const other = await signedIn(server, await enrolled(server, ['front_desk']), clock);
    assert.deepEqual((await ask(begun.setUpId, 'state', other)).body, { stage: 'ended', paper: null });
    assert.deepEqual((await ask(begun.setUpId, 'cancel', other)).body, { ended: false });
    assert.equal(await stageOf(begun.setUpId), 'waiting');
    // Nor is its code a letter: nobody prints it.
    const print = await server.call('POST', '/api/invitations/patients/letters', {
      body: { invitations: [begun.invitation] },
      cookie: desk.cookie(),
    });
    assert.equal(print.status, 404);
  });
});
