import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newId, type PatientId, type RecordId } from '#platform/ids.ts';
import { createLog } from '#platform/log.ts';
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts';
import { adult, bring, clinician, minutesPass } from '../../test/harness/critical-clinic.ts';
import { enrolled, importedPatient, movingClock, signedIn } from '../../test/harness/enrolled.ts';
import { endRole, makePerson, type Person } from '../../test/harness/people.ts';
import { startTestServer, type TestServer } from '../../test/harness/server.ts';
import type { AlertItem } from './contract.ts';

describe('critical results', () => {
  let database: TestDatabase & { drop(): Promise<void> };
  let server: TestServer;
  let administrator: Person;
  let deputy: Person;
  let lines = '';
  const clock = movingClock();

  before(async () => {
    database = await freshDatabase();
    const log = createLog('info', { write: (line: string) => void (lines += line) });
    server = await startTestServer({ database, codeClock: clock, log });
    administrator = await makePerson(database.pool('owner'), { role: 'administrator' });
    deputy = await clinician(server);
  });
  after(async () => {
    await server.stop();
    await database.drop();
  });

  const usual = { answerMinutes: 30, recentHours: 72, usesLimits: true };
  const setUp = async (over: Record<string, unknown> = {}, cookie = administrator.cookie) =>
    server.call('PUT', '/api/settings/critical', {
      cookie,
      body: { ...usual, deputyAccountId: deputy.accountId, ...over },
    });
  const alertsOf = async (patientId: string, person: Person = deputy, state = 'open'): Promise<AlertItem[]> => {
    const { status, body } = await server.call('GET', `/api/alerts?state=${state}`, { cookie: person.cookie });
    assert.equal(status, 200, JSON.stringify(body));
    return (body.alerts as AlertItem[]).filter((alert) => alert.patientId === patientId);
  };
  const step = () => server.portico.watch.step();
  const answer = (person: Person, alert: AlertItem, call: Record<string, unknown>, note?: string) =>
    server.call('POST', `/api/patients/${alert.patientId}/alerts/${alert.id}/acknowledge`, {
      cookie: person.cookie,
      body: { call, ...(note === undefined ? {} : { note }) },
    });
  const historyOf = async (alert: AlertItem): Promise<{ did: string; name: string; call: unknown; note: unknown }[]> =>
    (await server.call('GET', `/api/patients/${alert.patientId}/alerts/${alert.id}`, { cookie: deputy.cookie })).body
      .history;
  const raised = async (family: string, careTeam?: Person): Promise<AlertItem> => {
    const patientId = await adult(server, family);
    if (careTeam) {
      const bond = { kind: 'care_team' as const, patientId };
      await makePerson(database.pool('owner'), {
        role: 'clinician',
        accountId: careTeam.accountId,
        relationships: [bond],
      });
    }
    await bring(server, patientId);
    await step();
    const [alert] = await alertsOf(patientId);
    assert.ok(alert);
    return alert;
  };

  it('are set up by an administrator alone, with a deputy who is a clinician here, as an entry of the log', async () => {
    const first = await server.call('GET', '/api/settings/critical', { cookie: administrator.cookie });
    assert.equal(first.body.hasDeputy, false);
    assert.match(await server.metrics.registry.metrics(), /portico_critical_deputy_missing 1/);
    for (const role of ['clinician', 'nurse', 'front_desk', 'privacy_officer'] as const) {
      const { cookie } = await makePerson(database.pool('owner'), { role });
      assert.equal((await setUp({}, cookie)).status, 403, role);
      assert.equal((await server.call('GET', '/api/settings/critical', { cookie })).status, 403, role);
    }
    const nurse = await clinician(server, { role: 'nurse' });
    assert.equal((await setUp({ deputyAccountId: nurse.accountId })).status, 400);
    for (const over of [{ answerMinutes: 4 }, { answerMinutes: 241 }, { recentHours: 337 }, { recentHours: 1.5 }]) {
      assert.equal((await setUp(over)).status, 400, JSON.stringify(over));
    }
    const { status, body } = await setUp();
    assert.equal(status, 200);
    assert.equal(body.hasDeputy, true);
    assert.match(await server.metrics.registry.metrics(), /portico_critical_deputy_missing 0/);
    const { rowCount } = await database
      .pool('superuser')
      .query('select 1 from audit.event where account_id = $1', [administrator.accountId]);
    assert.ok(rowCount! >= 2);
    const alone = await clinician(server);
    await setUp({ deputyAccountId: alone.accountId });
    await endRole(database.pool('owner'), alone);
    const after = await server.call('GET', '/api/settings/critical', { cookie: administrator.cookie });
    assert.equal(after.body.hasDeputy, false, 'a deputy who has left is none');
    await setUp();
  });

  it('raise one alert each: recent, critical by the laboratory or by a limit, and named to the care team', async () => {
    const doctor = await clinician(server);
    const alert = await raised('Careteam', doctor);
    assert.equal(alert.result.text, '6.9');
    assert.equal(alert.result.unit, 'mmol/L');
    assert.equal(alert.patient?.name, 'Cora Careteam');
    assert.equal((await alertsOf(alert.patientId, doctor))[0]!.waitsFor?.isMe, true);
    assert.equal(alert.waitsFor?.isMe, false);
    assert.equal(alert.isOverdue, false);
    const minutes = (Date.parse(alert.dueAt) - Date.parse(alert.raisedAt)) / 60_000;
    assert.ok(Math.abs(minutes - 30) < 0.1, `${minutes}`);
    await step();
    assert.equal((await alertsOf(alert.patientId)).length, 1);

    const patientId = await adult(server, 'Quiet');
    await bring(server, patientId, { value: 4.2 });
    await bring(server, patientId, { value: 7.5, hoursAgo: 80 });
    await bring(server, patientId, { value: 7.5, hoursAgo: 24 * 400 });
    await bring(server, patientId, { value: 7.5, status: 'entered-in-error' });
    await step();
    assert.deepEqual(await alertsOf(patientId), []);
    await bring(server, patientId, { value: 4.2, flag: 'HH' });
    await bring(server, patientId, { value: 2.5, hoursAgo: 71 });
    await step();
    assert.equal((await alertsOf(patientId)).length, 2);

    const child = await importedPatient(server, { given: 'Chia', family: 'Child', birthDate: '2021-01-01' });
    await bring(server, child, { value: 6.9 });
    await step();
    assert.deepEqual(await alertsOf(child), [], 'limits hold for adults');
    await bring(server, child, { value: 6.9, flag: 'HH' });
    await step();
    assert.equal((await alertsOf(child)).length, 1);
  });

  it('follow the settings: hours that count as recent, and whether limits count', async () => {
    const patientId = await adult(server, 'Settings');
    await setUp({ recentHours: 2, usesLimits: false });
    await bring(server, patientId, { value: 7.1 });
    await bring(server, patientId, { value: 7.2, flag: 'HH', hoursAgo: 3 });
    await step();
    assert.deepEqual(await alertsOf(patientId), []);
    await bring(server, patientId, { value: 7.3, flag: 'HH' });
    await step();
    assert.equal((await alertsOf(patientId)).length, 1);
    await setUp();
  });

  it('wait for the deputy where there is no care team, and for every clinician where there is no deputy either', async () => {
    const alert = await raised('Alone');
    assert.equal(alert.waitsFor?.isMe, true);
    await setUp({ deputyAccountId: null });
    const orphan = await raised('Orphan');
    assert.equal(orphan.waitsFor, null);
    assert.equal(orphan.isOverdue, true, 'nobody is named, so it is loud from the start');
    await setUp();
  });

  it('escalate to the deputy once, in however many processes at once, and stay loud', async () => {
    const doctor = await clinician(server);
    const alert = await raised('Escalate', doctor);
    await minutesPass(server, alert.patientId as PatientId, 29);
    await step();
    assert.equal((await alertsOf(alert.patientId))[0]!.escalatedAt, null);
    await minutesPass(server, alert.patientId as PatientId, 2);
    const other = await startTestServer({
      database,
      dataFolder: server.dataFolder,
      keyFile: `${server.dataFolder}/keys.json`,
    });
    lines = '';
    await Promise.all([step(), other.portico.watch.step(), step(), other.portico.watch.step()]);
    await other.stop();
    await step();
    const [late] = await alertsOf(alert.patientId);
    assert.equal(late!.isOverdue, true);
    assert.equal(late!.waitsFor?.isMe, true);
    assert.equal(late!.waitsFor?.isDeputy, true);
    assert.deepEqual(
      (await historyOf(alert)).map(({ did }) => did),
      ['raised', 'escalated'],
    );
    assert.match(await server.metrics.registry.metrics(), /portico_critical_alerts_overdue [1-9]/);
    const { body } = await server.call('GET', '/api/alerts/count', { cookie: deputy.cookie });
    assert.ok(body.overdue >= 1 && body.mine >= 1);
    await minutesPass(server, alert.patientId as PatientId, 6);
    await step();
    assert.match(lines, /critical alerts wait past their time/);
    for (const word of ['Escalate', 'Potassium', '6.9', alert.patientId]) assert.ok(!lines.includes(word), word);
    await answer(deputy, alert, { result: 'reached' });
    assert.deepEqual(await alertsOf(alert.patientId), []);
  });

  it('are everybody’s when the deputy is the one who did not answer', async () => {
    const alert = await raised('Deputyslept');
    await minutesPass(server, alert.patientId as PatientId, 31);
    await step();
    const [late] = await alertsOf(alert.patientId);
    assert.equal(late!.waitsFor, null);
    assert.ok(late!.escalatedAt);
  });

  it('lose nothing and do nothing twice when every process is killed in the middle', async () => {
    const patients: PatientId[] = [];
    for (let i = 0; i < 12; i++) {
      const patientId = await adult(server, 'Killed');
      patients.push(patientId);
      await bring(server, patientId);
    }
    const superuser = database.pool('superuser');
    const kill = () =>
      superuser.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'app_worker' and datname = $1`,
        [database.name],
      );
    const killedDuring = async (work: () => Promise<void>): Promise<void> => {
      const worked = work().catch(() => undefined);
      for (let i = 0; i < 6; i++) {
        await new Promise((resolve) => setTimeout(resolve, 8));
        await kill();
      }
      await worked;
    };
    await killedDuring(step);
    // A failure in the middle puts the rest off by a minute; time passes.
    for (const patientId of patients) await minutesPass(server, patientId, 5);
    await killedDuring(step);
    for (const patientId of patients) await minutesPass(server, patientId, 120);
    for (let i = 0; i < 3; i++) await step().catch(() => step());
    for (const patientId of patients) {
      const found = await alertsOf(patientId);
      assert.equal(found.length, 1);
      const did = (await historyOf(found[0]!)).map((one) => one.did);
      assert.equal(did.filter((one) => one === 'raised').length, 1);
      assert.ok(did.filter((one) => one === 'escalated').length <= 1);
    }
    for (const patientId of patients) await minutesPass(server, patientId, 31);
    await step();
    await step();
    for (const patientId of patients) {
      const did = (await historyOf((await alertsOf(patientId))[0]!)).map((one) => one.did);
      assert.deepEqual(did, ['raised', 'escalated']);
    }
  });

  it('are answered once: of two at the same moment one wins and the other is told who', async () => {
    const anna = await enrolled(server, ['clinician'], { name: 'Dr. Anna First' });
    const annasCookie = (await signedIn(server, anna, clock)).cookie();
    const alert = await raised('Race');
    const both = await Promise.all([
      server.call('POST', `/api/patients/${alert.patientId}/alerts/${alert.id}/acknowledge`, {
        cookie: annasCookie,
        body: { call: { result: 'reached' } },
      }),
      answer(deputy, alert, { result: 'not-reached' }),
    ]);
    assert.deepEqual(
      both.map(({ status }) => status),
      [200, 200],
    );
    assert.equal(both.filter(({ body }) => body.won).length, 1);
    assert.ok(both.every(({ body }) => body.alert.acknowledged.at));
    const third = await answer(deputy, alert, { result: 'reached' });
    assert.equal(third.body.won, false);
    const acknowledged = (await historyOf(alert)).filter(({ did }) => did === 'acknowledged');
    assert.equal(acknowledged.length, 1);
    const annaWon = both[0]!.body.won === true;
    assert.equal(third.body.alert.acknowledged.name, annaWon ? 'Dr. Anna First' : '');
    // A call waits exactly when the answer that counts did not reach the patient.
    assert.equal(both[1]!.body.callTaskId !== null, !annaWon);
  });

  it('record the call, and unless the patient was reached somebody must call', async () => {
    const results = { reached: 0, 'left-message': 1, 'not-reached': 1, 'not-called': 1 };
    for (const [result, calls] of Object.entries(results)) {
      const alert = await raised('Called');
      const at = new Date(Date.now() - 60_000).toISOString();
      const { body } = await answer(deputy, alert, { result, at }, 'Spoke with her daughter');
      assert.equal(body.won, true);
      const [last] = (await historyOf(alert)).slice(-1);
      assert.deepEqual(last!.call, { result, at });
      assert.equal(last!.note, 'Spoke with her daughter');
      const { rows } = await database
        .pool('superuser')
        .query('select id, due_at > now() as ahead from tasks.task where patient_id = $1 and done_at is null', [
          alert.patientId,
        ]);
      assert.deepEqual(
        rows.map((row) => row.id),
        calls ? [body.callTaskId] : [],
        result,
      );
      assert.ok(rows.every((row) => row.ahead));
    }
    const alert = await raised('Refused');
    assert.equal((await answer(deputy, alert, { result: 'not-called' })).status, 400, 'say why');
    const future = new Date(Date.now() + 3_600_000).toISOString();
    assert.equal((await answer(deputy, alert, { result: 'reached', at: future })).status, 400);
    assert.equal((await alertsOf(alert.patientId)).length, 1, 'what was refused changed nothing');
  });

  it('are answered by clinicians only; nurses see them, others nothing', async () => {
    const alert = await raised('Roles');
    const nurse = await clinician(server, { role: 'nurse' });
    assert.equal((await alertsOf(alert.patientId, nurse)).length, 1);
    assert.equal((await answer(nurse, alert, { result: 'reached' })).status, 403);
    for (const role of ['front_desk', 'billing', 'administrator', 'privacy_officer', 'patient'] as const) {
      const person = await makePerson(database.pool('owner'), { role });
      for (const at of ['/api/alerts', '/api/alerts/count', `/api/patients/${alert.patientId}/alerts/${alert.id}`]) {
        assert.equal((await server.call('GET', at, { cookie: person.cookie })).status, 403, `${role} ${at}`);
      }
      assert.equal((await answer(person, alert, { result: 'reached' })).status, 403, role);
    }
    const elsewhere = { ...alert, patientId: await adult(server, 'Elsewhere') };
    assert.equal((await answer(deputy, elsewhere, { result: 'reached' })).status, 404);
    assert.equal((await answer(deputy, { ...alert, id: newId<RecordId>() }, { result: 'reached' })).status, 404);
  });

  it('open the chart to whoever takes the work, until the answer', async () => {
    const alert = await raised('Chart');
    const doctor = await clinician(server);
    const chart = async (): Promise<number> =>
      (await server.call('GET', `/api/patients/${alert.patientId}/results`, { cookie: doctor.cookie })).status;
    const task = `/api/patients/${alert.patientId}/tasks/${alert.taskId}`;
    assert.equal(await chart(), 404);
    const claimed = await server.call('POST', `${task}/claim`, { cookie: doctor.cookie, body: {} });
    assert.equal(claimed.body.won, true);
    assert.ok(!JSON.stringify(claimed.body.task.detail).includes('6.9'), 'the value stands on the alert alone');
    assert.equal(await chart(), 200);
    const done = await server.call('POST', `${task}/complete`, { cookie: doctor.cookie, body: { outcome: 'done' } });
    assert.equal(done.status, 409, 'it ends by the answer only');
    const moved = await server.call('POST', `${task}/reassign`, { cookie: doctor.cookie, body: { pool: 'nurse' } });
    assert.equal(moved.status, 409);
    await answer(deputy, alert, { result: 'reached' });
    assert.equal(await chart(), 404);
  });

  it('keep their clock when a newer version comes, and say so when the laboratory takes the value back', async () => {
    const patientId = await adult(server, 'Versions');
    const sourceId = newId<RecordId>();
    await bring(server, patientId, { sourceId, value: 6.9 });
    await step();
    await minutesPass(server, patientId, 20);
    const [first] = await alertsOf(patientId);
    await bring(server, patientId, { sourceId, value: 6.9, note: 'a comment that changes nothing' });
    await step();
    assert.deepEqual(
      (await alertsOf(patientId)).map(({ id }) => id),
      [first!.id],
    );
    await bring(server, patientId, { sourceId, value: 7.8, status: 'corrected' });
    await step();
    const [second] = await alertsOf(patientId);
    assert.notEqual(second!.id, first!.id);
    assert.equal(second!.dueAt, first!.dueAt, 'the clock goes on');
    assert.equal(second!.taskId, first!.taskId);
    assert.equal((await answer(deputy, first!, { result: 'reached' })).body.won, false, 'it was replaced');
    await bring(server, patientId, { sourceId, value: 4.1, status: 'corrected' });
    await step();
    const [third] = await alertsOf(patientId);
    assert.equal(third!.id, second!.id, 'it still waits for somebody’s name');
    assert.equal(third!.result.text, '7.8');
    assert.equal(third!.changedTo?.text, '4.1');
    await answer(deputy, third!, { result: 'reached' });
    await bring(server, patientId, { sourceId, value: 4.1, status: 'final' });
    await step();
    assert.deepEqual(await alertsOf(patientId), []);
    await bring(server, patientId, { sourceId, value: 7.9, status: 'corrected' });
    await step();
    assert.equal((await alertsOf(patientId)).length, 1, 'after the answer a worse value is news again');
  });

  it('stand in the patient’s log: the alert, its escalation and each look', async () => {
    const alert = await raised('Logged');
    const { rows } = await database
      .pool('superuser')
      .query('select account_id from audit.event where patient_id = $1 order by at', [alert.patientId]);
    assert.ok(rows.some((row) => row.account_id === null));
    assert.ok(rows.some((row) => row.account_id === deputy.accountId));
  });

  it('whose record does not open are put off and counted, and hold up nobody else', async () => {
    const broken = await adult(server, 'Broken');
    const whole = await adult(server, 'Whole');
    const recordId = await bring(server, broken);
    await bring(server, whole);
    await database
      .pool('superuser')
      .query(
        'update records.resource set sealed = set_byte(sealed, 40, 1 - sign(get_byte(sealed, 40))::int) where id = $1',
        [recordId],
      );
    await step();
    assert.deepEqual(await alertsOf(broken), []);
    assert.equal((await alertsOf(whole)).length, 1);
    const { rows } = await database
      .pool('superuser')
      .query('select tries, look_at > now() as later from critical.pending where patient_id = $1', [broken]);
    assert.deepEqual(rows, [{ tries: 1, later: true }]);
    assert.doesNotMatch(await server.metrics.registry.metrics(), /portico_critical_waiting_seconds 0$/m);
  });
});
