import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { freshDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { laboratory, newPatient, storeResource, storeShared } from '../../../test/harness/chart.ts';
import { makePatient, makePerson, type Person } from '../../../test/harness/people.ts';
import { startTestServer, type TestServer } from '../../../test/harness/server.ts';
import type { Statement } from './contract.ts';

describe('what a patient says of a medicine', () => {
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
  const medicine = (patientId: string) =>
    storeResource(server, patientId, {
      resourceType: 'MedicationRequest',
      status: 'active',
      intent: 'order',
      subject: { display: 'her' },
      medicationCodeableConcept: { text: 'Lisinopril 10 MG' },
    });
  const say = (person: Person, patientId: string, id: string, note?: string) =>
    server.call('POST', `/api/patients/${patientId}/medicines/${id}/not-taken`, {
      cookie: person.cookie,
      body: note === undefined ? {} : { note },
    });
  const undo = (person: Person, patientId: string, id: string) =>
    server.call('POST', `/api/patients/${patientId}/medicines/${id}/not-taken/undo`, {
      cookie: person.cookie,
      body: {},
    });
  const said = async (person: Person, patientId: string): Promise<Statement[]> =>
    (await server.call('GET', `/api/patients/${patientId}/statements`, { cookie: person.cookie })).body.statements;
  const tasks = async (patientId: string): Promise<number> =>
    (
      await database
        .pool('superuser')
        .query('select count(*)::int as n from tasks.task where patient_id = $1', [patientId])
    ).rows[0].n;

  it('stands beside the entry, which stays as it was sent, and becomes one task', async () => {
    const patientId = await newPatient(server);
    const patient = await makePatient(owner(), { patientId });
    const nurse = await makePerson(owner(), { role: 'nurse', relationships: [{ kind: 'care_team', patientId }] });
    const { id } = await medicine(patientId);
    const list = async () =>
      (await server.call('GET', `/api/patients/${patientId}/medicines`, { cookie: patient.cookie })).body.resources;
    const before = await list();
    const first = await say(patient, patientId, id, 'It made me dizzy');
    assert.deepEqual([first.status, first.body.note, first.body.undoneAt], [200, 'It made me dizzy', null]);
    assert.equal(await tasks(patientId), 1);
    // Said twice at once and again later: said once.
    await Promise.all([say(patient, patientId, id), say(patient, patientId, id)]);
    assert.equal(await tasks(patientId), 1);
    assert.deepEqual(
      (await said(nurse, patientId)).map(({ recordId, note, undoneAt }) => [recordId, note, undoneAt]),
      [[id, 'It made me dizzy', null]],
    );
    assert.deepEqual(await list(), before);
  });

  it('can be taken back, and said again', async () => {
    const patientId = await newPatient(server);
    const patient = await makePatient(owner(), { patientId });
    const { id } = await medicine(patientId);
    assert.deepEqual((await undo(patient, patientId, id)).body, { undone: false });
    await say(patient, patientId, id);
    assert.deepEqual((await undo(patient, patientId, id)).body, { undone: true });
    assert.ok((await said(patient, patientId))[0]!.undoneAt);
    assert.equal((await say(patient, patientId, id, 'Still not')).status, 200);
    assert.deepEqual(
      (await said(patient, patientId)).map(({ undoneAt }) => undoneAt === null),
      [true, false],
    );
  });

  it('is about a medicine of hers, said by her or whom she lets act', async () => {
    const patientId = await newPatient(server);
    const patient = await makePatient(owner(), { patientId });
    const { id } = await medicine(patientId);
    const { id: result } = await storeResource(server, patientId, laboratory('Sodium', 140, '2026-11-20'));
    assert.equal((await say(patient, patientId, result)).status, 404);
    const foreign = await medicine(await newPatient(server));
    assert.equal((await say(patient, patientId, foreign.id)).status, 404);
    const trusted = (acts: boolean) =>
      makePerson(owner(), {
        role: 'trusted_person',
        relationships: [
          { kind: 'trusted_person', patientId, viewAreas: ['medicines'], actAreas: acts ? ['medicines'] : [] },
        ],
      });
    assert.equal((await say(await trusted(false), patientId, id)).status, 404);
    assert.equal((await say(await trusted(true), patientId, id)).status, 200);
    const nurse = await makePerson(owner(), { role: 'nurse', relationships: [{ kind: 'care_team', patientId }] });
    assert.equal((await say(nurse, patientId, id)).status, 403);
  });

  it('names what records point at: clinicians, places, medicines, and nothing else', async () => {
    const patient = await makePatient(owner(), { patientId: await newPatient(server) });
    const clinician = await storeShared(server, {
      resourceType: 'Practitioner',
      name: [{ family: 'Feld', given: ['Naomi'], prefix: ['Dr.'] }],
    });
    const drug = await storeShared(server, { resourceType: 'Medication', code: { text: 'Axid' } });
    const clinic = await storeShared(server, { resourceType: 'Organization', name: 'Juniper' });
    const ask = (references: string[]) =>
      server.call('POST', '/api/names', { cookie: patient.cookie, body: { references } });
    const unknown = clinician.replace(/.$/, (c) => (c === '0' ? '1' : '0'));
    assert.deepEqual((await ask([clinician, drug, clinic, unknown])).body, {
      names: { [clinician]: 'Dr. Naomi Feld', [drug]: 'Axid', [clinic]: 'Juniper' },
    });
    const { rows } = await database
      .pool('superuser')
      .query('select count(*)::int as n from audit.event where account_id = $1', [patient.accountId]);
    assert.equal(rows[0].n, 0, 'no entry: nothing here is about a patient');
    // An id under another type is another question.
    assert.deepEqual((await ask([clinician.replace('Practitioner', 'Location')])).body, { names: {} });
    assert.equal((await ask([`Patient/${clinician.split('/')[1]}`])).status, 400);
    assert.equal((await ask([])).status, 400);
    const billing = await makePerson(owner(), { role: 'billing' });
    const refused = await server.call('POST', '/api/names', {
      cookie: billing.cookie,
      body: { references: [clinician] },
    });
    assert.equal(refused.status, 403);
  });
});
