import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { PatientId } from '#platform/ids.ts';
import { freshDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { laboratory, newPatient, storeResource } from '../../../test/harness/chart.ts';
import { makePatient, type Person } from '../../../test/harness/people.ts';
import { startTestServer, type TestServer } from '../../../test/harness/server.ts';

describe('a dangerous value', () => {
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

  /** A patient who waits for comments on everything, from yesterday on. */
  const chart = async (): Promise<{ patientId: PatientId; patient: Person }> => {
    const patientId = await newPatient(server);
    const patient = await makePatient(database.pool('owner'), { patientId });
    for (const category of ['laboratory', 'reports', 'notes']) {
      const body = { category, choice: 'with-comment' };
      await server.call('PUT', `/api/patients/${patientId}/timing`, { cookie: patient.cookie, body });
    }
    return { patientId, patient };
  };
  const loinc = (code: string, text: string) => ({ coding: [{ system: 'http://loinc.org', code }], text });
  const potassium = (value: number, more: object = {}) =>
    laboratory('Potassium', value, '2026-11-25', { code: loinc('2823-3', 'Potassium'), id: 'k', ...more });
  const sodium = laboratory('Sodium', 140, '2026-11-25', { id: 'na' });
  const idOf = (patientId: PatientId, type: string, name: string) =>
    server.portico.records.recordIds.record(patientId, 'test-feed', type, name);
  const report = (patientId: PatientId, name: string, ...parts: string[]) => ({
    resourceType: 'DiagnosticReport',
    id: name,
    status: 'final',
    category: [{ coding: [{ code: 'LAB' }] }],
    code: { text: name },
    result: parts.map((part) => ({ reference: `Observation/${idOf(patientId, 'Observation', part)}` })),
    presentedForm: [{ contentType: 'text/plain', url: `Binary/${idOf(patientId, 'Binary', name)}` }],
  });
  const file = (name: string) => ({
    resourceType: 'Binary',
    id: name,
    contentType: 'text/plain',
    data: Buffer.from('words').toString('base64'),
  });
  /** What she sees of results and reports, by the sender's names, and how much waits. */
  const seen = async (patient: Person, patientId: PatientId) => {
    const titles: string[] = [];
    let withheld = 0;
    for (const name of ['results', 'reports']) {
      const { body } = await server.call('GET', `/api/patients/${patientId}/${name}`, { cookie: patient.cookie });
      titles.push(...body.resources.map((one: { code: { text: string } }) => one.code.text));
      withheld += body.completeness.withheld;
    }
    return [titles.toSorted((a, b) => a.localeCompare(b)), withheld];
  };

  it('is shown at once whatever its patient chose, by our limit or by the laboratory’s flag; the rest waits', async () => {
    const { patientId, patient } = await chart();
    await storeResource(server, patientId, sodium);
    await storeResource(server, patientId, potassium(4.1, { id: 'fine' }));
    await storeResource(server, patientId, potassium(2.7));
    const flag = [{ coding: [{ code: 'LL' }] }];
    await storeResource(server, patientId, laboratory('Flagged', 1, '2026-11-25', { interpretation: flag }));
    await storeResource(
      server,
      patientId,
      laboratory('Panel', 0, '2026-11-25', {
        valueQuantity: undefined,
        component: [{ code: { text: 'part' }, valueQuantity: { value: 9 }, interpretation: flag }],
      }),
    );
    assert.deepEqual(await seen(patient, patientId), [['Flagged', 'Panel', 'Potassium'], 2]);
    const home = (await server.call('GET', `/api/patients/${patientId}/home`, { cookie: patient.cookie })).body;
    assert.equal(home.newResults.length, 3);
  });

  it('opens the report that holds it with its file, whichever comes first, and no other', async () => {
    for (const order of ['results first', 'report first'] as const) {
      const { patientId, patient } = await chart();
      const results = [potassium(2.7), sodium];
      const others = [file('Salts'), report(patientId, 'Salts', 'k', 'na'), report(patientId, 'Other', 'na')];
      for (const one of order === 'results first' ? [...results, ...others] : [...others, ...results]) {
        await storeResource(server, patientId, one);
      }
      assert.deepEqual(await seen(patient, patientId), [['Potassium', 'Salts'], 2], order);
      const at = `/api/patients/${patientId}/reports/${idOf(patientId, 'DiagnosticReport', 'Salts')}/text`;
      const { body } = await server.call('GET', at, { cookie: patient.cookie });
      assert.equal(body.parts[0].text, 'words', order);
    }
  });

  it('opens when a correction makes it one, and stays open when another takes that back', async () => {
    const { patientId, patient } = await chart();
    await storeResource(server, patientId, potassium(4.1));
    await storeResource(server, patientId, report(patientId, 'Salts', 'k'));
    assert.deepEqual(await seen(patient, patientId), [[], 2]);
    await storeResource(server, patientId, potassium(6.9, { status: 'corrected' }));
    assert.deepEqual(await seen(patient, patientId), [['Potassium', 'Salts'], 0]);
    await storeResource(server, patientId, potassium(4.2, { status: 'corrected' }));
    assert.deepEqual(await seen(patient, patientId), [['Potassium', 'Salts'], 0]);
  });

  it('is none when it was withdrawn', async () => {
    const { patientId, patient } = await chart();
    await storeResource(server, patientId, potassium(2.7, { status: 'entered-in-error' }));
    assert.deepEqual(await seen(patient, patientId), [[], 1]);
  });
});
