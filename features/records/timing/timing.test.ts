import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { acceptResource, parseResource } from '#features/records/index.ts';
import type { PatientId, RecordId } from '#platform/ids.ts';
import { freshDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { laboratory, newPatient, storeResource } from '../../../test/harness/chart.ts';
import { makePatient, makePerson, type Person } from '../../../test/harness/people.ts';
import { startTestServer, type TestServer } from '../../../test/harness/server.ts';
import { opensAt } from './working-days.ts';

describe('when a patient sees new results', () => {
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
  const get = (person: Person, path: string) => server.call('GET', path, { cookie: person.cookie });
  const listOf = async (person: Person, patientId: string, name: string) => {
    const { status, body } = await get(person, `/api/patients/${patientId}/${name}`);
    assert.equal(status, 200);
    return body as {
      completeness: { withheld: number; total: number; held?: { id: string; opensAt: string; arrivedAt: string }[] };
      resources: { id: string }[];
    };
  };
  const chooseNow = (patient: Person, patientId: string, category: string, choice: string) =>
    server.call('PUT', `/api/patients/${patientId}/timing`, { cookie: patient.cookie, body: { category, choice } });
  /** She chose so before what is in the chart came. */
  const choose = async (patient: Person, patientId: string, category: string, choice: string) => {
    const answer = await chooseNow(patient, patientId, category, choice);
    await database
      .pool('superuser')
      .query(`update records.timing set set_at = now() - interval '1 day' where patient_id = $1`, [patientId]);
    return answer;
  };

  const chart = async () => {
    const patientId = await newPatient(server);
    const patient = await makePatient(owner(), { patientId });
    const trusted = await makePerson(owner(), {
      role: 'trusted_person',
      relationships: [{ kind: 'trusted_person', patientId, viewAreas: ['results', 'documents'] }],
    });
    const nurse = await makePerson(owner(), { role: 'nurse', relationships: [{ kind: 'care_team', patientId }] });
    const sodium = await storeResource(server, patientId, { ...laboratory('Sodium', 140, '2026-11-20'), id: 'na' });
    const report = await storeResource(server, patientId, {
      resourceType: 'DiagnosticReport',
      id: 'report',
      status: 'final',
      category: [{ coding: [{ code: 'LAB' }] }],
      code: { text: 'Salts' },
      effectiveDateTime: '2026-11-20',
      result: [{ reference: `Observation/${sodium.id}` }],
    });
    return { patientId, patient, trusted, nurse, sodium, report };
  };

  it('holds nothing until she chooses so', async () => {
    const { patientId, patient } = await chart();
    assert.deepEqual((await get(patient, `/api/patients/${patientId}/timing`)).body, {
      laboratory: 'now',
      reports: 'now',
      notes: 'now',
    });
    assert.equal((await listOf(patient, patientId, 'results')).resources.length, 1);
    await choose(patient, patientId, 'laboratory', 'with-someone');
    const { resources, completeness } = await listOf(patient, patientId, 'results');
    assert.deepEqual([resources.length, completeness.withheld, completeness.held], [1, 0, undefined]);
  });

  it('holds what waits for a comment, for her and those she trusts, says what and until when, never for staff', async () => {
    const { patientId, patient, trusted, nurse, sodium, report } = await chart();
    assert.equal((await choose(patient, patientId, 'laboratory', 'with-comment')).body.laboratory, 'with-comment');
    for (const person of [patient, trusted]) {
      for (const [name, id] of [
        ['results', sodium.id],
        ['reports', report.id],
      ] as const) {
        const { resources, completeness } = await listOf(person, patientId, name);
        assert.deepEqual([resources, completeness.total, completeness.withheld], [[], 0, 1], name);
        const [held] = completeness.held!;
        assert.equal(held!.id, id);
        const expected = opensAt(new Date(held!.arrivedAt)).getTime();
        assert.ok(Math.abs(Date.parse(held!.opensAt) - expected) < 60_000);
      }
      assert.equal((await get(person, `/api/patients/${patientId}/records/${sodium.id}`)).status, 404);
      assert.equal((await get(person, `/api/patients/${patientId}/reports/${report.id}/text`)).status, 404);
      const home = (await get(person, `/api/patients/${patientId}/home`)).body;
      assert.deepEqual([home.newResults, home.newReports, home.newResultsTotal], [[], [], 0]);
      assert.equal(home.completeness.withheld, 2);
      const found = await server.call('POST', `/api/patients/${patientId}/search`, {
        cookie: person.cookie,
        body: { words: 'sodium' },
      });
      assert.deepEqual(found.body.hits, []);
    }
    for (const [name, n] of [
      ['results', 1],
      ['reports', 1],
    ] as const) {
      const { resources, completeness } = await listOf(nurse, patientId, name);
      assert.deepEqual([resources.length, completeness.withheld], [n, 0]);
    }
    assert.equal((await get(nurse, `/api/patients/${patientId}/records/${sodium.id}`)).status, 200);
  });

  it('takes nothing back that came before she chose, and the same choice again changes nothing', async () => {
    const { patientId, patient } = await chart();
    await chooseNow(patient, patientId, 'laboratory', 'with-comment');
    assert.equal((await listOf(patient, patientId, 'results')).resources.length, 1);
    await storeResource(server, patientId, { ...laboratory('Potassium', 4, '2026-11-21'), id: 'k' });
    assert.equal((await listOf(patient, patientId, 'results')).completeness.withheld, 1);
    await chooseNow(patient, patientId, 'laboratory', 'with-comment');
    assert.equal((await listOf(patient, patientId, 'results')).completeness.withheld, 1);
  });

  it('counts a long list without what is held', async () => {
    const { patientId, patient } = await chart();
    for (let i = 0; i < 201; i++) await storeResource(server, patientId, laboratory('Sodium', i, '2026-01-01'));
    await choose(patient, patientId, 'laboratory', 'with-comment');
    const superuser = database.pool('superuser');
    await superuser.query(
      `update records.resource set opens_at = now() - interval '1 minute'
       where patient_id = $1 and resource_type = 'Observation' and at < '2026-06-01'`,
      [patientId],
    );
    const first = await listOf(patient, patientId, 'results');
    assert.deepEqual([first.resources.length, first.completeness.total, first.completeness.withheld], [200, 201, 1]);
    const { next } = first as unknown as { next: string };
    const second = (await get(patient, `/api/patients/${patientId}/results?cursor=${next}`)).body;
    assert.deepEqual([second.resources.length, second.completeness.total], [1, 201]);
  });

  it('opens at once and for good when she asks; the report brings its results with it', async () => {
    const { patientId, patient, trusted, sodium, report } = await chart();
    await choose(patient, patientId, 'laboratory', 'with-comment');
    const open = (person: Person, id: string) =>
      server.call('POST', `/api/patients/${patientId}/records/${id}/open`, { cookie: person.cookie, body: {} });
    assert.equal((await open(trusted, report.id)).status, 403);
    const opened = await open(patient, report.id);
    assert.deepEqual(opened.body, { opened: [report.id, sodium.id] });
    for (const person of [patient, trusted]) {
      assert.equal((await listOf(person, patientId, 'results')).resources.length, 1);
      const { completeness } = await listOf(person, patientId, 'reports');
      assert.deepEqual([completeness.withheld, completeness.total], [0, 1]);
    }
    assert.deepEqual((await open(patient, report.id)).body, { opened: [] });
    const other = await newPatient(server);
    const stranger = await makePatient(owner(), { patientId: other });
    assert.equal((await open(stranger, report.id)).status, 404);
  });

  it('opens with a comment, and by itself when the time is over', async () => {
    const { patientId, patient, nurse, sodium, report } = await chart();
    await choose(patient, patientId, 'laboratory', 'with-comment');
    await server.call('POST', `/api/patients/${patientId}/records/${report.id}/comments`, {
      cookie: nurse.cookie,
      body: { text: 'All is well.', language: 'en' },
    });
    assert.equal((await listOf(patient, patientId, 'results')).resources.length, 1);
    assert.equal((await listOf(patient, patientId, 'reports')).resources.length, 1);

    const later = await storeResource(server, patientId, { ...laboratory('Potassium', 4, '2026-11-21'), id: 'k' });
    const shown = async () => (await listOf(patient, patientId, 'results')).resources.map(({ id }) => id).toSorted();
    assert.deepEqual(await shown(), [sodium.id]);
    await database
      .pool('superuser')
      .query(`update records.resource set opens_at = now() - interval '1 second' where id = $1`, [later.id]);
    assert.deepEqual(await shown(), [later.id, sodium.id].toSorted());
  });

  it('never hides again what was seen: a correction of an open result is shown', async () => {
    const { patientId, patient, sodium } = await chart();
    await choose(patient, patientId, 'laboratory', 'with-comment');
    await server.call('POST', `/api/patients/${patientId}/records/${sodium.id}/open`, {
      cookie: patient.cookie,
      body: {},
    });
    const corrected = { ...laboratory('Sodium', 141, '2026-11-20', { status: 'corrected' }), id: 'na' };
    assert.equal((await storeResource(server, patientId, corrected)).outcome, 'updated');
    const { resources } = await listOf(patient, patientId, 'results');
    assert.equal((resources[0] as { status?: string }).status, 'corrected');
  });

  it('goes by kind: a note waits by the choice for notes, and vital signs never wait', async () => {
    const { patientId, patient } = await chart();
    await storeResource(server, patientId, {
      resourceType: 'DocumentReference',
      status: 'current',
      content: [{ attachment: { contentType: 'text/plain', data: Buffer.from('words').toString('base64') } }],
    });
    await storeResource(server, patientId, {
      ...laboratory('Pulse', 70, '2026-11-20', { category: [{ coding: [{ code: 'vital-signs' }] }] }),
    });
    await choose(patient, patientId, 'notes', 'with-comment');
    assert.equal((await listOf(patient, patientId, 'notes')).completeness.withheld, 1);
    assert.equal((await listOf(patient, patientId, 'vitals')).resources.length, 1);
    assert.equal((await listOf(patient, patientId, 'results')).resources.length, 1);
  });

  const deliver = async (patientId: PatientId, resources: { resourceType: string; [element: string]: unknown }[]) => {
    const { importer, records } = server.portico;
    const accepted = resources.map(({ id: recordId, ...resource }) =>
      acceptResource(parseResource(JSON.stringify(resource)), { recordId: recordId as RecordId, patientId }),
    );
    const body = { source: 'test-feed', sourceTitle: 'Test feed', resources: accepted };
    await importer.write(records.intake.writeBundle, { body }, randomUUID());
  };
  const words = (text: string): string => Buffer.from(text).toString('base64');

  it('holds the file of a laboratory report with its report, in its part, and opens it with it, by every door', async () => {
    const patientId = await newPatient(server);
    const patient = await makePatient(owner(), { patientId });
    const trusted = (viewAreas: ('results' | 'documents')[]) =>
      makePerson(owner(), {
        role: 'trusted_person',
        relationships: [{ kind: 'trusted_person', patientId, viewAreas }],
      });
    const [both, onlyDocuments, onlyResults] = [
      await trusted(['results', 'documents']),
      await trusted(['documents']),
      await trusted(['results']),
    ];
    await choose(patient, patientId, 'laboratory', 'with-comment');
    const ids = server.portico.records.recordIds;
    const idOf = (type: string, name: string) => ids.record(patientId, 'test-feed', type, name);
    const [file, picture, report, sequence] = [
      idOf('Binary', 'file'),
      idOf('Media', 'picture'),
      idOf('DiagnosticReport', 'report'),
      idOf('MolecularSequence', 'genes'),
    ];
    const delivery = [
      { resourceType: 'Binary', id: file, contentType: 'text/plain', data: words('HIV-1 antibody REACTIVE') },
      {
        resourceType: 'Media',
        id: picture,
        status: 'completed',
        content: { contentType: 'text/plain', data: words('REACTIVE as a picture') },
      },
      {
        resourceType: 'DiagnosticReport',
        id: report,
        status: 'final',
        category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'SR' }] }],
        code: { text: 'HIV panel' },
        conclusion: 'REACTIVE',
        media: [{ link: { reference: `Media/${picture}` } }],
        presentedForm: [{ contentType: 'text/plain', url: `Binary/${file}` }],
      },
      { resourceType: 'MolecularSequence', id: sequence, coordinateSystem: 0, observedSeq: 'REACTIVE' },
    ];
    await deliver(patientId, delivery);
    const doors = async (person: Person): Promise<string[]> => {
      const at = `/api/patients/${patientId}`;
      const said: string[] = [];
      const paths = [
        'results',
        'reports',
        'specimens',
        'notes',
        'documents',
        'observations',
        'other',
        'home',
        'comments',
      ];
      for (const id of [file, picture, report, sequence]) {
        paths.push(
          `records/${id}`,
          `notes/${id}`,
          `reports/${id}/text`,
          `notes/${id}/files/0`,
          `reports/${id}/files/0`,
        );
        paths.push(`records/${id}/earlier`);
      }
      for (const path of [...paths, 'corrections']) {
        const answer = await fetch(`${server.url}${at}/${path}`, { headers: { cookie: person.cookie } });
        const text = await answer.text();
        const bodies = [...text.matchAll(/"data":"([^"]+)"/g)].map(([, data]) =>
          Buffer.from(data!, 'base64').toString(),
        );
        if ([text, ...bodies].some((one) => one.includes('REACTIVE')))
          said.push(path.replaceAll(/[0-9a-f-]{36}/g, '*'));
      }
      const body = { words: 'reactive' };
      const { body: found } = await server.call('POST', `${at}/search`, { cookie: person.cookie, body });
      return [...new Set([...said, ...(found.hits.length > 0 ? ['search'] : [])])];
    };
    for (const person of [patient, both, onlyDocuments, onlyResults]) assert.deepEqual(await doors(person), []);
    assert.equal((await listOf(patient, patientId, 'specimens')).completeness.withheld, 3);
    // The same delivery again, and the file by itself, change nothing of it.
    await deliver(patientId, delivery);
    await deliver(patientId, [{ ...delivery[0]!, data: words('HIV-1 antibody REACTIVE, signed') }]);
    for (const person of [patient, onlyDocuments]) assert.deepEqual(await doors(person), []);

    const at = `/api/patients/${patientId}/records/${report}/open`;
    assert.deepEqual((await server.call('POST', at, { cookie: patient.cookie, body: {} })).body.opened, [
      report,
      file,
      picture,
    ]);
    for (const person of [patient, both, onlyResults]) {
      const opened = await doors(person);
      for (const door of ['reports', 'reports/*/text', 'search']) assert.ok(opened.includes(door), door);
    }
    assert.deepEqual(await doors(onlyDocuments), [], 'the file of a report is no document');
  });

  it('holds what does not say what it is by any of her choices, and a visit note with its file by the one for notes', async () => {
    const ids = server.portico.records.recordIds;
    for (const category of ['laboratory', 'reports', 'notes']) {
      const patientId = await newPatient(server);
      const patient = await makePatient(owner(), { patientId });
      await choose(patient, patientId, category, 'with-comment');
      await storeResource(server, patientId, {
        resourceType: 'DiagnosticReport',
        status: 'final',
        code: { text: 'Salts' },
      });
      await storeResource(server, patientId, { resourceType: 'Observation', status: 'final', code: { text: 'Salts' } });
      for (const name of ['reports', 'observations']) {
        const { completeness, resources } = await listOf(patient, patientId, name);
        assert.deepEqual([completeness.withheld, resources], [1, []], `${category} ${name}`);
      }
      const [file, note] = [
        ids.record(patientId, 'test-feed', 'Binary', 'x'),
        ids.record(patientId, 'test-feed', 'DocumentReference', 'x'),
      ];
      await deliver(patientId, [
        {
          resourceType: 'DocumentReference',
          id: note,
          status: 'current',
          type: { text: 'Visit note' },
          content: [{ attachment: { contentType: 'text/plain', url: `Binary/${file}` } }],
        },
        { resourceType: 'Binary', id: file, contentType: 'text/plain', data: words('She is well') },
      ]);
      const { status, body } = await get(patient, `/api/patients/${patientId}/notes/${note}`);
      if (category === 'notes') assert.equal(status, 404);
      else assert.equal(body.parts[0].text, 'She is well', category);
    }
  });

  it('is hers to choose: nobody else may, and nothing else is taken', async () => {
    const { patientId, patient, trusted, nurse } = await chart();
    assert.equal((await choose(trusted, patientId, 'notes', 'with-comment')).status, 403);
    assert.equal((await choose(nurse, patientId, 'notes', 'with-comment')).status, 403);
    assert.equal((await choose(patient, patientId, 'notes', 'never')).status, 400);
    assert.equal((await choose(patient, patientId, 'vitals', 'now')).status, 400);
    assert.equal((await get(nurse, `/api/patients/${patientId}/timing`)).status, 200);
  });
});
