import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { freshDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { laboratory, newPatient, storeResource } from '../../../test/harness/chart.ts';
import { makePatient, makePerson, type Person } from '../../../test/harness/people.ts';
import { startTestServer, type TestServer } from '../../../test/harness/server.ts';
import type { Comment, Uncommented } from './contract.ts';

describe('comments on results', () => {
  let database: TestDatabase & { drop(): Promise<void> };
  let server: TestServer;
  before(async () => {
    database = await freshDatabase();
    server = await startTestServer({ database });
  });
  after(async () => {
    await server.stop();
    await database.drop();
  });

  const owner = () => database.pool('owner');
  const staff = (patientId: string, role: 'clinician' | 'nurse' = 'clinician') =>
    makePerson(owner(), { role, relationships: [{ kind: 'care_team', patientId }] });
  const comment = (person: Person, patientId: string, id: string, text: unknown, language = 'en') =>
    server.call('POST', `/api/patients/${patientId}/records/${id}/comments`, {
      cookie: person.cookie,
      body: { text, language },
    });
  const edit = (person: Person, patientId: string, id: string, text: string) =>
    server.call('PUT', `/api/patients/${patientId}/comments/${id}`, {
      cookie: person.cookie,
      body: { text, language: 'en' },
    });
  const listed = async (person: Person, patientId: string): Promise<Comment[]> =>
    (await server.call('GET', `/api/patients/${patientId}/comments`, { cookie: person.cookie })).body.comments;
  const workList = async (person: Person): Promise<Uncommented[]> => {
    const { status, body } = await server.call('GET', '/api/results-to-comment', { cookie: person.cookie });
    assert.equal(status, 200);
    return body.results;
  };

  it('are read by the patient and her people, with author and time; an edit keeps the first words sealed', async () => {
    const patientId = await newPatient(server);
    const { id } = await storeResource(server, patientId, laboratory('Sodium', 140, '2026-11-20'));
    const clinician = await staff(patientId);
    const made = await comment(clinician, patientId, id, '  Good news: your salts are fine.  ');
    assert.equal(made.status, 200);
    assert.equal(made.body.text, 'Good news: your salts are fine.');
    const patient = await makePatient(owner(), { patientId });
    const trusted = await makePerson(owner(), {
      role: 'trusted_person',
      relationships: [{ kind: 'trusted_person', patientId, viewAreas: ['results'] }],
    });
    for (const person of [patient, trusted, clinician]) {
      const [one, ...rest] = await listed(person, patientId);
      assert.equal(rest.length, 0);
      assert.deepEqual(
        [one!.recordId, one!.text, one!.author.role, one!.editedAt, one!.isMine],
        [id, 'Good news: your salts are fine.', 'clinician', null, person === clinician],
      );
      assert.ok(Math.abs(Date.parse(one!.writtenAt) - Date.now()) < 60_000);
    }
    const edited = await edit(clinician, patientId, made.body.id, 'Good news: all fine.');
    assert.equal(edited.body.text, 'Good news: all fine.');
    assert.ok(edited.body.editedAt);
    assert.equal((await listed(patient, patientId))[0]!.text, 'Good news: all fine.');
    const { rows } = await database
      .pool('superuser')
      .query(
        'select c.sealed, h.version from records.comment c join sealed.row_head h on h.row_id = c.id where c.id = $1',
        [made.body.id],
      );
    assert.equal(Number(rows[0].version), 2);
    assert.ok(!rows[0].sealed.includes('salts'));
    const key = await server.portico.sealers.app.key(patientId, 'records');
    const inside = key.open(
      { table: 'records.comment', column: 'sealed', rowId: made.body.id, version: 2 },
      rows[0].sealed,
    );
    assert.match(inside.toString(), /your salts are fine/);
  });

  it('may be changed by their author alone, and written only by clinicians and nurses of the patient', async () => {
    const patientId = await newPatient(server);
    const { id } = await storeResource(server, patientId, laboratory('Sodium', 140, '2026-11-20'));
    const clinician = await staff(patientId);
    const { body } = await comment(clinician, patientId, id, 'First.');
    assert.equal((await edit(await staff(patientId, 'nurse'), patientId, body.id, 'Mine now.')).status, 409);
    assert.equal((await listed(clinician, patientId))[0]!.text, 'First.');
    const stranger = await staff(await newPatient(server));
    assert.equal((await comment(stranger, patientId, id, 'Hello')).status, 404);
    for (const role of ['front_desk', 'billing', 'administrator', 'records_officer'] as const) {
      assert.equal((await comment(await makePerson(owner(), { role }), patientId, id, 'Hello')).status, 403, role);
    }
    const patient = await makePatient(owner(), { patientId });
    assert.equal((await comment(patient, patientId, id, 'Hello')).status, 403);
  });

  it('are about a result of this very patient, and have a length and a language', async () => {
    const patientId = await newPatient(server);
    const { id } = await storeResource(server, patientId, laboratory('Sodium', 140, '2026-11-20'));
    const other = await newPatient(server);
    const foreign = await storeResource(server, other, laboratory('Sodium', 140, '2026-11-20'));
    const clinician = await staff(patientId);
    assert.equal((await comment(clinician, patientId, foreign.id, 'Hello')).status, 404);
    const medicine = await storeResource(server, patientId, {
      resourceType: 'MedicationRequest',
      status: 'active',
      intent: 'order',
      subject: { display: 'her' },
      medicationCodeableConcept: { text: 'Aspirin' },
    });
    assert.equal((await comment(clinician, patientId, medicine.id, 'Hello')).status, 404);
    assert.equal((await comment(clinician, patientId, id, ' ')).status, 400);
    assert.equal((await comment(clinician, patientId, id, 'x'.repeat(2_001))).status, 400);
    assert.equal((await comment(clinician, patientId, id, 'x', 'fr')).status, 400);
    assert.equal((await comment(clinician, patientId, id, 'x'.repeat(2_000), 'es')).status, 200);
  });

  it('are asked for in a list of what came: critical first, reports with their results, mine alone', async () => {
    const [mine, other] = [await newPatient(server), await newPatient(server)];
    const clinician = await staff(mine);
    await storeResource(server, other, laboratory('Sodium', 100, '2026-11-20'));
    const high = { interpretation: [{ coding: [{ code: 'HH' }] }] };
    const normal = { interpretation: [{ coding: [{ code: 'N' }] }] };
    const calm = await storeResource(server, mine, laboratory('Chloride', 100, '2026-11-20', normal));
    const potassium = await storeResource(server, mine, laboratory('Potassium', 8, '2026-11-20', high));
    const sodium = await storeResource(server, mine, laboratory('Sodium', 140, '2026-11-20', normal));
    const report = await storeResource(server, mine, {
      resourceType: 'DiagnosticReport',
      status: 'final',
      category: [{ coding: [{ code: 'LAB' }] }],
      code: { text: 'Salts' },
      result: [{ reference: `Observation/${potassium.id}` }, { reference: `Observation/${sodium.id}` }],
    });
    const old = await storeResource(server, mine, laboratory('Old', 1, '2026-09-20'));
    await database
      .pool('superuser')
      .query(`update records.resource set arrived_at = now() - interval '31 days' where id = $1`, [old.id]);

    const first = await workList(clinician);
    assert.deepEqual(
      first.map((one) => [one.recordId, one.worst, one.count]),
      [
        [report.id, 'critical', 2],
        [calm.id, 'in', 1],
      ],
    );
    assert.equal(first[0]!.patient?.name, 'Tess Tester');
    assert.deepEqual(
      first[0]!.values.map(({ title, state }) => [title, state]),
      [
        ['Potassium', 'critical'],
        ['Sodium', 'in'],
      ],
    );
    await comment(clinician, mine, report.id, 'Come in today, please.');
    assert.deepEqual(
      (await workList(clinician)).map(({ recordId }) => recordId),
      [calm.id],
    );
    // Asked for before: the comment still counts.
    const patient = await makePatient(owner(), { patientId: mine });
    await server.call('PUT', `/api/patients/${mine}/timing`, {
      cookie: patient.cookie,
      body: { category: 'laboratory', choice: 'with-comment' },
    });
    // She chose so before the results came.
    await database.pool('superuser').query(`update records.timing set set_at = now() - interval '1 day'`);
    await server.call('POST', `/api/patients/${mine}/records/${calm.id}/open`, { cookie: patient.cookie, body: {} });
    assert.equal((await workList(clinician)).length, 1);
    await comment(clinician, mine, calm.id, 'Fine.');
    assert.deepEqual(await workList(clinician), []);
    const { rows } = await database
      .pool('superuser')
      .query('select distinct patient_id from audit.event where account_id = $1', [clinician.accountId]);
    assert.ok(!rows.some((row) => row.patient_id === other));
  });

  it('leave bytes that open nowhere else: a comment moved to another patient is refused', async () => {
    const patientId = await newPatient(server);
    const { id } = await storeResource(server, patientId, laboratory('Sodium', 140, '2026-11-20'));
    const clinician = await staff(patientId);
    const { body } = await comment(clinician, patientId, id, 'First.');
    await database
      .pool('superuser')
      .query('update records.comment set sealed = sealed || $2 where id = $1', [body.id, Buffer.from([0])]);
    const answer = await server.call('GET', `/api/patients/${patientId}/comments`, { cookie: clinician.cookie });
    assert.equal(answer.status, 503);
  });
});
