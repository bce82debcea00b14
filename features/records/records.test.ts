import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { freshDatabase } from '../../test/harness/database.ts';
import { importDepsOf } from '../../test/harness/import.ts';
import { makePatient, makePerson } from '../../test/harness/people.ts';
import { startTestServer, type TestServer } from '../../test/harness/server.ts';
import type { PatientId } from '#platform/ids.ts';
import { importFhirFiles } from '../ehr/index.ts';
import type { FhirObservation } from './fhir-shapes.ts';

type List = {
  completeness: { total: number; checkedAt: string; sources: { name: string; state: string; problem?: string }[] };
  resources: FhirObservation[];
  next: string | null;
};

const potassium = (value: string, day: string, more: object = {}): string =>
  JSON.stringify({
    resourceType: 'Observation',
    status: 'final',
    category: [{ coding: [{ code: 'laboratory' }] }],
    code: { coding: [{ system: 'http://loinc.org', code: '2823-3' }], text: 'Potassium' },
    effectiveDateTime: day,
    valueQuantity: { value: 'VALUE', unit: 'mmol/L' },
    ...more,
  }).replace('"VALUE"', value);

describe('records', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let server: TestServer;
  let folder: string;

  before(async () => {
    database = await freshDatabase();
    server = await startTestServer({ database });
    folder = mkdtempSync(join(tmpdir(), 'portico-records-'));
  });
  after(async () => {
    await server.stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const owner = () => database.pool('owner');
  const importPatient = async (person: {
    id: string;
    family: string;
    given: string;
    birthDate: string;
    mrn?: string;
  }): Promise<PatientId> => {
    const file = join(folder, `${person.id}.json`);
    writeFileSync(
      file,
      JSON.stringify({
        resourceType: 'Patient',
        id: person.id,
        name: [{ family: person.family, given: [person.given] }],
        birthDate: person.birthDate,
        ...(person.mrn
          ? { identifier: [{ system: 'urn:test:mrn', value: person.mrn, type: { coding: [{ code: 'MR' }] } }] }
          : {}),
      }),
    );
    const report = await importFhirFiles([file], importDepsOf(server));
    assert.equal(report.refused, 0);
    return server.portico.records.recordIds.patient('files', person.id);
  };
  const store = async (patientId: string, sourceId: string, json: string): Promise<{ id: string; outcome: string }> =>
    (await server.portico.importer.write(
      server.portico.records.intake.writeResource,
      {
        params: { patientId },
        body: { source: 'test-lab', resource: { resourceType: 'Observation', sourceId, json } },
      },
      randomUUID(),
    )) as { id: string; outcome: string };
  const newPatient = () =>
    importPatient({ id: randomUUID(), family: 'Tester', given: 'Tess', birthDate: '1980-05-06' });

  it('lists in pages, newest first, without gaps or doubles, and says how many there are', async () => {
    const patientId = await newPatient();
    for (let i = 0; i < 205; i++) {
      // Several results of one moment: the id decides their order.
      await store(
        patientId,
        `o${i}`,
        potassium('4.10', `2026-01-${String(1 + Math.floor(i / 10)).padStart(2, '0')}T08:00:00Z`),
      );
    }
    const { cookie } = await makePatient(owner(), { patientId });
    const first = (await server.call('GET', `/api/patients/${patientId}/results`, { cookie })).body as List;
    assert.equal(first.resources.length, 200);
    assert.equal(first.completeness.total, 205);
    const second = (await server.call('GET', `/api/patients/${patientId}/results?cursor=${first.next}`, { cookie }))
      .body as List;
    assert.equal(second.next, null);
    const all = [...first.resources, ...second.resources];
    assert.equal(new Set(all.map((one) => one.id)).size, 205);
    const days = all.map((one) => one.effectiveDateTime!);
    assert.deepEqual(days, days.toSorted().toReversed());
    for (const cursor of [
      'x',
      `2026-99-01T00:00:00.000Z_${'a'.repeat(36)}`,
      '2026-01-01T00:00:00.000Z_------------------------------------',
    ]) {
      assert.equal(
        (await server.call('GET', `/api/patients/${patientId}/results?cursor=${cursor}`, { cookie })).status,
        400,
      );
    }
    assert.equal((await server.call('GET', `/api/patients/${patientId}/results?page=2`, { cookie })).status, 400);
  });

  it('answers the stored bytes, zeros and all, and the newest version of a corrected result', async () => {
    const patientId = await newPatient();
    const { id, outcome } = await store(patientId, 'k', potassium('5.90', '2026-02-01'));
    assert.equal(outcome, 'created');
    assert.equal((await store(patientId, 'k', potassium('5.90', '2026-02-01'))).outcome, 'unchanged');
    const { cookie } = await makePatient(owner(), { patientId });
    const raw = async (): Promise<string> =>
      (await fetch(`${server.url}/api/patients/${patientId}/records/${id}`, { headers: { cookie } })).text();
    assert.match(await raw(), /"value":5\.90,/);
    assert.equal(
      (await store(patientId, 'k', potassium('4.90', '2026-02-01', { status: 'corrected' }))).outcome,
      'updated',
    );
    assert.match(await raw(), /"status":"corrected".*"value":4\.90,/);
    const list = (await server.call('GET', `/api/patients/${patientId}/results`, { cookie })).body as List;
    assert.deepEqual(
      list.resources.map((one) => [one.id, one.status]),
      [[id, 'corrected']],
    );
  });

  it('refuses what is no FHIR R4, and what is announced as something else', async () => {
    const patientId = await newPatient();
    await assert.rejects(store(patientId, 'x', '{"resourceType":"Observation","status":"ok"}'), /Observation\.code/);
    await assert.rejects(store(patientId, 'x', '{"resourceType":"Basic","code":{}}'), /announced type/);
    await assert.rejects(store(patientId, 'x', 'nonsense'), /not valid JSON/);
  });

  it('gives nobody else anything: other patients, unknown ids, roles without the right', async () => {
    const patientId = await newPatient();
    const { id } = await store(patientId, 'k', potassium('4.1', '2026-02-01'));
    const stranger = await makePatient(owner());
    const status = async (cookie: string, path: string): Promise<number> =>
      (await server.call('GET', path, { cookie })).status;
    assert.equal(await status(stranger.cookie, `/api/patients/${patientId}/results`), 404);
    assert.equal(await status(stranger.cookie, `/api/patients/${patientId}/records/${id}`), 404);
    assert.equal(await status(stranger.cookie, `/api/patients/${stranger.patientId}/records/${id}`), 404);
    assert.equal(await status(stranger.cookie, `/api/patients/${stranger.patientId}`), 404);
    for (const role of ['billing', 'front_desk', 'administrator'] as const) {
      const person = await makePerson(owner(), { role });
      assert.equal(await status(person.cookie, `/api/patients/${patientId}/results`), 403, role);
    }
    const nurse = await makePerson(owner(), { role: 'nurse', relationships: [{ kind: 'care_team', patientId }] });
    assert.equal(await status(nurse.cookie, `/api/patients/${patientId}/results`), 200);
  });

  it('says how each source is doing', async () => {
    const patientId = await newPatient();
    await store(patientId, 'k', potassium('4.1', '2026-02-01'));
    const { cookie } = await makePatient(owner(), { patientId });
    const put = async (set: string): Promise<string[]> => {
      await database.pool('superuser').query(`update records.source set ${set} where name = 'test-lab'`);
      const { completeness } = (await server.call('GET', `/api/patients/${patientId}/results`, { cookie }))
        .body as List;
      const source = completeness.sources.find((one) => one.name === 'test-lab')!;
      return [source.state, source.problem ?? ''];
    };
    const hands = (await server.call('GET', `/api/patients/${patientId}/results`, { cookie })).body as List;
    assert.deepEqual(
      hands.completeness.sources.map((one) => [one.name, one.state]),
      [
        ['Imported files', 'ok'],
        ['test-lab', 'ok'],
      ],
    );
    const other = await makePatient(owner());
    const none = (await server.call('GET', `/api/patients/${other.patientId}/results`, { cookie: other.cookie }))
      .body as List;
    assert.deepEqual(none.completeness.sources, []);
    assert.deepEqual(await put(`expected_every = '1 day'`), ['ok', '']);
    assert.deepEqual(await put(`last_success_at = now() - interval '25 hours'`), ['late', '']);
    assert.deepEqual(await put(`last_failure_at = now(), problem = 'unreachable'`), ['failed', 'unreachable']);
    assert.deepEqual(await put(`last_success_at = null, last_failure_at = null`), ['never', '']);
  });
});

describe('finding a patient', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let server: TestServer;
  let patientId: string;

  before(async () => {
    database = await freshDatabase();
    server = await startTestServer({ database });
    const folder = mkdtempSync(join(tmpdir(), 'portico-directory-'));
    const entries = [
      {
        resourceType: 'Patient',
        id: 'ana',
        name: [{ family: 'Vásquez Ríos', given: ['Ana'] }],
        birthDate: '1971-04-09',
        identifier: [{ system: 'urn:test:mrn', value: 'MR-7', type: { coding: [{ code: 'MR' }] } }],
      },
      ...Array.from({ length: 25 }, (_, i) => ({
        resourceType: 'Patient',
        id: `twin-${i}`,
        name: [{ family: 'Moore', given: [`N${i}`] }],
        birthDate: '2000-01-01',
      })),
    ];
    const files = entries.map((entry) => {
      const file = join(folder, `${entry.id}.json`);
      writeFileSync(file, JSON.stringify(entry));
      return file;
    });
    assert.equal((await importFhirFiles(files, importDepsOf(server))).refused, 0);
    rmSync(folder, { recursive: true, force: true });
    patientId = server.portico.records.recordIds.patient('files', 'ana');
  });
  after(async () => {
    await server.stop();
    await database.drop();
  });

  const search = async (cookie: string, body: object) =>
    server.call('POST', '/api/directory/search', { cookie, body: { reason: 'She is at the desk', ...body } });

  it('finds by name with birth date, by sound with birth year, by record number; each look is in the log', async () => {
    const desk = await makePerson(database.pool('owner'), { role: 'front_desk' });
    const ways = [
      { familyName: 'vasquez rios', birthDate: '1971-04-09' },
      { familyName: 'VÁSQUEZ', birthDate: '1971-04-09' },
      { familyName: 'Bazques', birthYear: 1971 },
      { mrn: ' MR-7 ' },
      ...['mr-7', 'MR7', 'mr 7', 'MR–7', '7'].map((mrn) => ({ mrn })),
    ];
    for (const way of ways) {
      const { status, body } = await search(desk.cookie, way);
      assert.equal(status, 200);
      assert.deepEqual(body, {
        hits: [
          { id: patientId, name: 'Ana Vásquez Ríos', birthDate: '1971-04-09', mrn: 'MR-7', mayOpenResults: false },
        ],
        more: false,
      });
    }
    const { rows } = await database
      .pool('superuser')
      .query('select count(*)::int as n from audit.event where patient_id = $1 and account_id = $2', [
        patientId,
        desk.accountId,
      ]);
    assert.equal(rows[0].n, ways.length);
    const nothing = await search(desk.cookie, { familyName: 'Vasquez', birthDate: '1971-04-10' });
    assert.deepEqual(nothing.body, { hits: [], more: false });
    for (const mrn of ['XX7', 'MR', '-'])
      assert.deepEqual((await search(desk.cookie, { mrn })).body, { hits: [], more: false }, mrn);
  });

  it('shows at most twenty, says that there are more, and whose results the caller may open', async () => {
    const nurse = await makePerson(database.pool('owner'), {
      role: 'nurse',
      relationships: [{ kind: 'care_team', patientId }],
    });
    const { body } = await search(nurse.cookie, { familyName: 'Moore', birthDate: '2000-01-01' });
    assert.deepEqual([body.hits.length, body.more], [20, true]);
    const ana = await search(nurse.cookie, { mrn: 'MR-7' });
    assert.equal(ana.body.hits[0].mayOpenResults, true);
  });

  it('needs a reason and more than a name, and is for staff who work with patients', async () => {
    const desk = await makePerson(database.pool('owner'), { role: 'front_desk' });
    assert.equal((await search(desk.cookie, { familyName: 'Moore' })).status, 400);
    assert.equal((await search(desk.cookie, { birthDate: '2000-01-01' })).status, 400);
    assert.equal((await search(desk.cookie, { mrn: 'MR-7', reason: ' ' })).status, 400);
    assert.equal((await search(desk.cookie, { mrn: 'MR-7', reason: undefined })).status, 400);
    assert.equal((await search(desk.cookie, { mrn: 'MR-7', sort: 'name' })).status, 400);
    const administrator = await makePerson(database.pool('owner'), { role: 'administrator' });
    assert.equal((await search(administrator.cookie, { mrn: 'MR-7' })).status, 403);
    const other = await makePatient(database.pool('owner'));
    assert.equal((await search(other.cookie, { mrn: 'MR-7' })).status, 403);
  });

  it('keeps no name, date or number in clear', async () => {
    const { rows } = await database.pool('superuser').query(
      `select (select string_agg(encode(sealed, 'escape'), '') from records.patient) || (select string_agg(encode(sealed, 'escape'), '') from records.resource)
         || (select string_agg(encode(token, 'escape'), '') from records.patient_token) as everything`,
    );
    for (const secret of ['squez', '1971-04-09', 'MR-7', 'Moore'])
      assert.ok(!rows[0].everything.includes(secret), secret);
  });
});
