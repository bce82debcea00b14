import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newId, type PatientId, type RecordId } from '#platform/ids.ts';
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts';
import { adult, bring, clinician, minutesPass } from '../../test/harness/critical-clinic.ts';
import { endRelationships, endRole, makePatient, makePerson, type Person } from '../../test/harness/people.ts';
import { startTestServer, type TestServer } from '../../test/harness/server.ts';
import type { Correction, MyCorrection } from './contract.ts';

describe('corrected results', () => {
  let database: TestDatabase & { drop(): Promise<void> };
  let server: TestServer;
  const owner = () => database.pool('owner');

  before(async () => {
    database = await freshDatabase();
    server = await startTestServer({ database });
  });
  after(async () => {
    await server.stop();
    await database.drop();
  });

  const read = async (person: Person, patientId: string, recordId = ''): Promise<void> => {
    const at = recordId ? `records/${recordId}` : 'results';
    const { status } = await server.call('GET', `/api/patients/${patientId}/${at}`, { cookie: person.cookie });
    assert.equal(status, 200);
  };
  const told = async (person: Person, patientId: string): Promise<Correction[]> => {
    const at = `/api/patients/${patientId}/corrections`;
    const { status, body } = await server.call('GET', at, { cookie: person.cookie });
    assert.equal(status, 200, JSON.stringify(body));
    return body.corrections;
  };
  const staffTold = async (person: Person): Promise<MyCorrection[]> =>
    (await server.call('GET', '/api/corrections', { cookie: person.cookie })).body.corrections;
  /** The minute passes, and the watch looks. */
  const tell = async (patientId: PatientId): Promise<void> => {
    await minutesPass(server, patientId, 2);
    await server.portico.watch.step();
  };
  const line = ({ before: from, now }: Pick<Correction, 'before' | 'now'>): string => `${from.text} ${now.text}`;

  it('tell everybody who read the old version, each once, with both values', async () => {
    const patientId = await adult(server, 'Told');
    const [patient, doctor, nurse, idle] = await Promise.all([
      makePatient(owner(), { patientId }),
      clinician(server, { careTeamOf: [patientId] }),
      clinician(server, { role: 'nurse', careTeamOf: [patientId] }),
      clinician(server, { careTeamOf: [patientId] }),
    ]);
    const trusted = await makePerson(owner(), {
      role: 'trusted_person',
      relationships: [{ kind: 'trusted_person', patientId, viewAreas: ['results'] }],
    });
    const sourceId = newId<RecordId>();
    const recordId = await bring(server, patientId, { sourceId, value: 3.1 });
    await read(patient, patientId);
    await read(trusted, patientId, recordId);
    await read(doctor, patientId, recordId);
    await read(nurse, patientId);
    await bring(server, patientId, { sourceId, value: 4.1, status: 'corrected' });
    assert.deepEqual(await told(patient, patientId), [], 'not before the minute has passed');
    await server.portico.watch.step();
    assert.deepEqual(await told(patient, patientId), []);
    await tell(patientId);
    for (const person of [patient, trusted]) {
      const [one, ...more] = await told(person, patientId);
      assert.deepEqual(more, []);
      assert.equal(line(one!), '3.1 4.1');
      assert.equal(one!.kind, 'corrected');
      assert.equal(one!.recordId, recordId);
      assert.ok(Date.parse(one!.seenAt) < Date.parse(one!.changedAt));
    }
    for (const person of [doctor, nurse]) {
      const [one, ...more] = await staffTold(person);
      assert.deepEqual(more, []);
      assert.equal(line(one!), '3.1 4.1');
      assert.equal(one!.patient?.name, 'Cora Told');
    }
    assert.deepEqual(await staffTold(idle), [], 'who read nothing is told nothing');
    await tell(patientId);
    await bring(server, patientId, { sourceId, value: 4.1, status: 'corrected' });
    await tell(patientId);
    assert.equal((await told(patient, patientId)).length, 1, 'nobody is told twice');
  });

  it('tell nobody where nobody had read, and nobody who only read the new one', async () => {
    const patientId = await adult(server, 'Unread');
    const patient = await makePatient(owner(), { patientId });
    const sourceId = newId<RecordId>();
    await bring(server, patientId, { sourceId, value: 3.1 });
    await bring(server, patientId, { sourceId, value: 4.1, status: 'corrected' });
    await database
      .pool('superuser')
      .query(`update critical.pending set arrived_at = arrived_at - interval '1 minute' where patient_id = $1`, [
        patientId,
      ]);
    await read(patient, patientId);
    await tell(patientId);
    assert.deepEqual(await told(patient, patientId), []);
    const { rows } = await database
      .pool('superuser')
      .query('select count(*)::int as n from critical.notice where patient_id = $1', [patientId]);
    assert.deepEqual(rows, [{ n: 0 }]);
    const tasks = await database.pool('superuser').query('select 1 from tasks.task where patient_id = $1', [patientId]);
    assert.equal(tasks.rowCount, 0);
  });

  it('are told by what was read: a final report that repeats the preliminary one is none', async () => {
    const patientId = await adult(server, 'Preliminary');
    const patient = await makePatient(owner(), { patientId });
    const sourceId = newId<RecordId>();
    const recordId = await bring(server, patientId, { sourceId, value: 3.1, status: 'preliminary' });
    await read(patient, patientId, recordId);
    await bring(server, patientId, { sourceId, value: 3.1, status: 'final', note: 'signed' });
    await tell(patientId);
    assert.deepEqual(await told(patient, patientId), []);
    await bring(server, patientId, { sourceId, value: 3.4, status: 'final' });
    await tell(patientId);
    const [one] = await told(patient, patientId);
    assert.equal(one!.kind, 'changed');
    assert.equal(line(one!), '3.1 3.4');
    await bring(server, patientId, { sourceId, value: 3.4, status: 'entered-in-error' });
    await tell(patientId);
    const [withdrawn, ...more] = await told(patient, patientId);
    assert.deepEqual(more, [], 'the newest notice takes the place of the one before');
    assert.equal(withdrawn!.kind, 'withdrawn');
    assert.equal(withdrawn!.now.withdrawn, true);
    assert.equal(withdrawn!.before.text, '3.1', 'what she read last, not what came between');
  });

  it('are put away by the person herself, and by nobody else', async () => {
    const patientId = await adult(server, 'Putaway');
    const patient = await makePatient(owner(), { patientId });
    const doctor = await clinician(server, { careTeamOf: [patientId] });
    const sourceId = newId<RecordId>();
    const recordId = await bring(server, patientId, { sourceId, value: 3.1 });
    await read(patient, patientId, recordId);
    await read(doctor, patientId, recordId);
    await bring(server, patientId, { sourceId, value: 4.1, status: 'corrected' });
    await tell(patientId);
    const [hers] = await told(patient, patientId);
    const [his] = await staffTold(doctor);
    const stranger = await clinician(server);
    const close = (person: Person, at: string) => server.call('POST', at, { cookie: person.cookie, body: {} });
    for (const id of [hers!.id, his!.id]) {
      assert.equal((await close(stranger, `/api/corrections/${id}/seen`)).body.closed, false);
    }
    assert.equal((await close(patient, `/api/patients/${patientId}/corrections/${his!.id}/seen`)).body.closed, false);
    assert.equal((await close(patient, `/api/patients/${patientId}/corrections/${hers!.id}/seen`)).body.closed, true);
    assert.deepEqual(await told(patient, patientId), []);
    assert.equal((await staffTold(doctor)).length, 1);
    assert.equal((await close(doctor, `/api/corrections/${his!.id}/seen`)).body.closed, true);
    assert.deepEqual(await staffTold(doctor), []);
    const other = await makePatient(owner());
    assert.equal((await close(other, `/api/patients/${patientId}/corrections/${hers!.id}/seen`)).status, 404);
  });

  it('are put away under their own patient, and the log of that patient says so, whoever closes them', async () => {
    const [patientId, elsewhere] = [await adult(server, 'Mine'), await adult(server, 'Elsewhere')];
    const trusted = await makePerson(owner(), {
      role: 'trusted_person',
      relationships: [patientId, elsewhere].map((of) => ({
        kind: 'trusted_person' as const,
        patientId: of,
        viewAreas: ['results' as const],
      })),
    });
    const doctor = await clinician(server, { careTeamOf: [patientId] });
    const sourceId = newId<RecordId>();
    const recordId = await bring(server, patientId, { sourceId, value: 3.1 });
    for (const person of [trusted, doctor]) await read(person, patientId, recordId);
    await bring(server, patientId, { sourceId, value: 4.1, status: 'corrected' });
    await tell(patientId);
    const [hers] = await told(trusted, patientId);
    const [his] = await staffTold(doctor);
    const close = (person: Person, at: string) => server.call('POST', at, { cookie: person.cookie, body: {} });
    const wrong = await close(trusted, `/api/patients/${elsewhere}/corrections/${hers!.id}/seen`);
    assert.deepEqual([wrong.status, wrong.body], [200, { closed: false }]);
    assert.equal((await told(trusted, patientId)).length, 1, 'still there: it is about somebody else');
    assert.equal((await close(doctor, `/api/corrections/${his!.id}/seen`)).body.closed, true);
    const { rows } = await database
      .pool('superuser')
      .query(`select patient_id, exposed from audit.event where account_id = $1 order by at desc, id desc limit 1`, [
        doctor.accountId,
      ]);
    assert.equal(rows[0].patient_id, patientId);
    assert.equal(rows[0].exposed.toString('hex'), his!.id.replaceAll('-', ''));
  });

  /** She chose so before anything came; the rows say when. */
  const holdLaboratory = async (patient: Person, patientId: PatientId): Promise<void> => {
    const body = { category: 'laboratory', choice: 'with-comment' };
    const at = `/api/patients/${patientId}/timing`;
    assert.equal((await server.call('PUT', at, { cookie: patient.cookie, body })).status, 200);
    await database
      .pool('superuser')
      .query(`update records.timing set set_at = now() - interval '1 day' where patient_id = $1`, [patientId]);
  };

  it('keep to the patient’s choice of timing: of a held result neither old nor new is said, by no door', async () => {
    const patientId = await adult(server, 'Held');
    const patient = await makePatient(owner(), { patientId });
    const trusted = await makePerson(owner(), {
      role: 'trusted_person',
      relationships: [{ kind: 'trusted_person', patientId, viewAreas: ['results'] }],
    });
    const doctor = await clinician(server, { careTeamOf: [patientId] });
    const sourceId = newId<RecordId>();
    const recordId = await bring(server, patientId, { sourceId, value: 3.1 });
    for (const person of [patient, trusted, doctor]) await read(person, patientId, recordId);
    await holdLaboratory(patient, patientId);
    await bring(server, patientId, { sourceId, value: 4.1, status: 'corrected' });
    await tell(patientId);
    const at = `/api/patients/${patientId}/records/${recordId}/earlier`;
    const earlier = (person: Person) => server.call('GET', at, { cookie: person.cookie });
    for (const person of [patient, trusted]) {
      assert.equal((await earlier(person)).status, 404);
      assert.deepEqual(await told(person, patientId), []);
    }
    assert.equal((await earlier(doctor)).body.now.text, '4.1', 'never held from staff');
    assert.equal((await staffTold(doctor)).length, 1);
    const open = `/api/patients/${patientId}/records/${recordId}/open`;
    assert.equal((await server.call('POST', open, { cookie: patient.cookie, body: {} })).status, 200);
    for (const person of [patient, trusted]) {
      assert.equal((await earlier(person)).body.versions[0].reading.text, '3.1');
      assert.equal(line((await told(person, patientId))[0]!), '3.1 4.1');
    }
  });

  it('reach nobody whose access has ended, and wait for others where a colleague has left', async () => {
    const patientId = await adult(server, 'Ended');
    const trusted = await makePerson(owner(), {
      role: 'trusted_person',
      relationships: [{ kind: 'trusted_person', patientId, viewAreas: ['results'] }],
    });
    const gone = await clinician(server, { careTeamOf: [patientId] });
    const moved = await clinician(server, { careTeamOf: [patientId] });
    const sourceId = newId<RecordId>();
    const recordId = await bring(server, patientId, { sourceId, value: 3.1 });
    for (const person of [trusted, gone, moved]) await read(person, patientId, recordId);
    await endRelationships(owner(), trusted, patientId);
    await endRelationships(owner(), moved, patientId);
    await endRole(owner(), gone);
    await bring(server, patientId, { sourceId, value: 4.1, status: 'corrected' });
    await tell(patientId);
    const { rows } = await database
      .pool('superuser')
      .query('select account_id from critical.notice where patient_id = $1', [patientId]);
    assert.deepEqual(
      rows.map((row) => row.account_id),
      [moved.accountId],
      'she may have acted on it, so she is told though the chart is closed to her now',
    );
    assert.equal((await staffTold(moved)).length, 1);
    const nurse = await clinician(server, { role: 'nurse' });
    const { body } = await server.call('GET', '/api/tasks', { cookie: nurse.cookie });
    const task = body.tasks.find((one: { patientId: string }) => one.patientId === patientId);
    assert.equal(task.kind, 'correction-notice');
    assert.match(task.detail.text, /3\.1 mmol\/L → 4\.1 mmol\/L/);
  });

  it('show old and new side by side to whoever may read the result, and to nobody else', async () => {
    const patientId = await adult(server, 'Beside');
    const patient = await makePatient(owner(), { patientId });
    const doctor = await clinician(server, { careTeamOf: [patientId] });
    const sourceId = newId<RecordId>();
    const recordId = await bring(server, patientId, { sourceId, value: 3.1 });
    const at = `/api/patients/${patientId}/records/${recordId}/earlier`;
    const earlier = (person: Person) => server.call('GET', at, { cookie: person.cookie });
    assert.deepEqual((await earlier(patient)).body, { versions: [], now: null });
    await bring(server, patientId, { sourceId, value: 3.1, note: 'says the same' });
    assert.deepEqual((await earlier(patient)).body.versions, []);
    await bring(server, patientId, { sourceId, value: 4.1, status: 'corrected' });
    for (const person of [patient, doctor]) {
      const { body } = await earlier(person);
      assert.deepEqual(
        body.versions.map((one: { kind: string; reading: { text: string } }) => [one.kind, one.reading.text]),
        [['corrected', '3.1']],
      );
      assert.equal(body.now.text, '4.1');
    }
    const closed = await makePerson(owner(), {
      role: 'trusted_person',
      relationships: [{ kind: 'trusted_person', patientId, viewAreas: ['medicines'] }],
    });
    assert.equal((await earlier(closed)).status, 404);
    assert.equal((await earlier(await clinician(server))).status, 404);
    assert.equal((await earlier(await makePerson(owner(), { role: 'front_desk' }))).status, 403);
    const other = await adult(server, 'Other');
    const others = await makePatient(owner(), { patientId: other });
    const moved = `/api/patients/${other}/records/${recordId}/earlier`;
    assert.equal((await server.call('GET', moved, { cookie: others.cookie })).status, 404);
  });

  it('keep an earlier version sealed to its record and version: another one put there does not open', async () => {
    const patientId = await adult(server, 'Sealed');
    const patient = await makePatient(owner(), { patientId });
    const sourceId = newId<RecordId>();
    const recordId = await bring(server, patientId, { sourceId, value: 3.1 });
    await bring(server, patientId, { sourceId, value: 4.1, status: 'corrected' });
    await bring(server, patientId, { sourceId, value: 4.2, status: 'corrected' });
    const at = `/api/patients/${patientId}/records/${recordId}/earlier`;
    assert.equal((await server.call('GET', at, { cookie: patient.cookie })).body.versions.length, 2);
    await database.pool('superuser').query(
      `update critical.earlier e set sealed = o.sealed from critical.earlier o
       where e.record_id = $1 and o.record_id = $1 and e.version = 1 and o.version = 2`,
      [recordId],
    );
    assert.equal((await server.call('GET', at, { cookie: patient.cookie })).status, 503);
  });

  it('end two notices for an account that is told at once by two processes as one', async () => {
    const patientId = await adult(server, 'Twoatonce');
    const patient = await makePatient(owner(), { patientId });
    const sourceId = newId<RecordId>();
    const recordId = await bring(server, patientId, { sourceId, value: 3.1 });
    await read(patient, patientId, recordId);
    await bring(server, patientId, { sourceId, value: 4.1, status: 'corrected' });
    await minutesPass(server, patientId, 2);
    await Promise.all([server.portico.watch.step(), server.portico.watch.step(), server.portico.watch.step()]);
    assert.equal((await told(patient, patientId)).length, 1);
  });
});
