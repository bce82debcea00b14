import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { PatientId } from '#platform/ids.ts';
import { freshDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { laboratory, newPatient, storeResource } from '../../../test/harness/chart.ts';
import { makePatient, makePerson, type Person } from '../../../test/harness/people.ts';
import { startTestServer, type TestServer } from '../../../test/harness/server.ts';
import type { SearchHit } from './contract.ts';
import { excerptOf, folded, hasAll, wantedWords } from './words.ts';

const subject = { display: 'her' };
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('searching in a record', () => {
  let database: TestDatabase & { drop(): Promise<void> };
  let server: TestServer;
  let patientId: PatientId;
  let patient: Person;
  const ids: Record<string, string> = {};

  before(async () => {
    database = await freshDatabase();
    server = await startTestServer({ database });
    patientId = await newPatient(server);
    patient = await makePatient(database.pool('owner'), { patientId });
    const loinc = (code: string, text: string) => ({ coding: [{ system: 'http://loinc.org', code }], text });
    const chart = {
      hemoglobin: laboratory('x', 12, '2026-02-01', { code: loinc('718-7', 'HGB BLD QN') }),
      medicine: {
        resourceType: 'MedicationRequest',
        status: 'active',
        intent: 'order',
        subject,
        medicationCodeableConcept: { text: 'Lisinopril 10 MG' },
        authoredOn: '2026-03-01',
        dosageInstruction: [{ text: 'for high blood pressure' }],
      },
      note: {
        resourceType: 'DocumentReference',
        status: 'current',
        type: { text: 'Visit note' },
        date: '2026-04-01T10:00:00Z',
        content: [
          {
            attachment: {
              contentType: 'text/plain',
              data: base64(`${'word '.repeat(60)}Her café owner kept a zebrafish.`),
            },
          },
        ],
      },
      wrong: {
        resourceType: 'Condition',
        subject,
        code: { text: 'Zebrafish allergy' },
        verificationStatus: { coding: [{ code: 'entered-in-error' }] },
      },
    };
    for (const [name, resource] of Object.entries(chart)) {
      ids[name] = (await storeResource(server, patientId, resource)).id;
    }
  });
  after(async () => {
    await server.stop();
    await database.drop();
  });

  const search = async (person: Person, words: string) => {
    const { status, body } = await server.call('POST', `/api/patients/${patientId}/search`, {
      cookie: person.cookie,
      body: { words },
    });
    assert.equal(status, 200);
    return body as { hits: SearchHit[]; more: boolean; searched: number; complete: boolean };
  };
  const found = async (words: string): Promise<string[]> =>
    (await search(patient, words)).hits.map(({ recordId }) => recordId);

  it('finds beginnings of words, in any order, without accents or capitals', async () => {
    assert.deepEqual(await found('LISINO'), [ids.medicine]);
    assert.deepEqual(await found('pressure lisinopril'), [ids.medicine]);
    assert.deepEqual(await found('isinopril'), []);
    assert.deepEqual(await found('lisinopril zebrafish'), []);
    assert.deepEqual(await found('CAFE zebra'), [ids.note]);
  });

  it('finds by our plain names in both languages', async () => {
    for (const words of ['hemoglobin', 'hemoglobina']) assert.deepEqual(await found(words), [ids.hemoglobin], words);
  });

  it('finds words inside notes and shows them; says what was entered in error', async () => {
    const { hits, complete, more } = await search(patient, 'zebrafish');
    assert.deepEqual([complete, more], [true, false]);
    const note = hits.find(({ recordId }) => recordId === ids.note)!;
    assert.deepEqual([note.list, note.title, note.at], ['notes', 'Visit note', '2026-04-01T10:00:00Z']);
    assert.match(note.excerpt!, /kept a zebrafish/);
    assert.ok(note.excerpt!.length < 200);
    const wrong = hits.find(({ recordId }) => recordId === ids.wrong)!;
    assert.deepEqual([wrong.list, wrong.withdrawn, wrong.excerpt], ['conditions', true, null]);
  });

  it('looks at no part that is closed, and logs the hits and never the words', async () => {
    const owner = database.pool('owner');
    const trusted = await makePerson(owner, {
      role: 'trusted_person',
      relationships: [{ kind: 'trusted_person', patientId, viewAreas: ['medicines'] }],
    });
    assert.deepEqual((await search(trusted, 'zebrafish')).hits, []);
    assert.deepEqual(
      (await search(trusted, 'lisinopril')).hits.map(({ recordId }) => recordId),
      [ids.medicine],
    );
    const { rows } = await database
      .pool('superuser')
      .query('select id, exposed, sealed from audit.event where account_id = $1 order by at desc, id desc', [
        trusted.accountId,
      ]);
    assert.equal(rows[0].exposed.toString('hex'), ids.medicine!.replaceAll('-', ''));
    const key = await server.portico.sealers.app.key(patientId, 'audit');
    for (const row of rows) {
      const body = key.open({ table: 'audit.event', column: 'sealed', rowId: row.id, version: 1 }, row.sealed);
      assert.ok(!body.toString('latin1').includes('lisinopril'));
    }
    const stranger = await makePatient(owner, { patientId: await newPatient(server) });
    const refused = await server.call('POST', `/api/patients/${patientId}/search`, {
      cookie: stranger.cookie,
      body: { words: 'zebrafish' },
    });
    assert.equal(refused.status, 404);
  });

  it('looks at address, contacts and the rest of who she is only for those who may see her profile', async () => {
    const owner = database.pool('owner');
    await storeResource(server, patientId, {
      resourceType: 'RelatedPerson',
      patient: subject,
      name: [{ text: 'Quilla Shelterworker' }],
    });
    const trusted = (viewAreas: ('appointments' | 'profile')[]) =>
      makePerson(owner, {
        role: 'trusted_person',
        relationships: [{ kind: 'trusted_person', patientId, viewAreas }],
      });
    const [visitor, friend] = [await trusted(['appointments']), await trusted(['profile'])];
    const lists = async (person: Person, words: string) =>
      (await search(person, words)).hits.map(({ list }) => list).toSorted();
    for (const words of ['shelter', 'tester']) assert.deepEqual(await lists(visitor, words), [], words);
    assert.equal((await search(visitor, 'shelter')).searched, 0);
    assert.deepEqual(await lists(friend, 'shelter'), ['contacts']);
    assert.deepEqual(await lists(friend, 'tester'), ['profile']);
    assert.deepEqual(await lists(patient, 'shelter'), ['contacts']);
  });

  it('shows at most fifty, and says that there are more', async () => {
    const many = await newPatient(server);
    const person = await makePatient(database.pool('owner'), { patientId: many });
    for (let i = 0; i < 55; i++) await storeResource(server, many, laboratory('Repeated', i, '2026-01-01'));
    const { body } = await server.call('POST', `/api/patients/${many}/search`, {
      cookie: person.cookie,
      body: { words: 'repeated' },
    });
    assert.deepEqual([body.hits.length, body.more], [50, true]);
  });

  it('does not decode pictures and PDFs, keeps nobody else waiting, and says when a text was too long to look through', async () => {
    const large = await newPatient(server);
    const person = await makePatient(database.pool('owner'), { patientId: large });
    const other = await makePatient(database.pool('owner'), { patientId });
    const pdf = Buffer.alloc(4_000_000, 'x').toString('base64');
    const store = (contentType: string, data: string) =>
      storeResource(server, large, {
        resourceType: 'DocumentReference',
        status: 'current',
        type: { text: 'Scan' },
        content: [{ attachment: { contentType, data } }],
      });
    for (let i = 0; i < 3; i++) await store('application/pdf', pdf);
    const ask = (words: string) =>
      server.call('POST', `/api/patients/${large}/search`, { cookie: person.cookie, body: { words } });
    const first = (await ask('nothinghere')).body;
    assert.deepEqual([first.hits, first.complete, first.searched], [[], true, 4]);
    await store('text/html', base64(`<p>${'long words '.repeat(500_000)}</p><p>lastword</p>`));
    const second = (await ask('lastword')).body;
    assert.deepEqual([second.hits, second.complete], [[], false]);
    const many = Promise.all(Array.from({ length: 6 }, () => ask('lastword')));
    let slowest = 0;
    for (let i = 0; i < 10; i++) {
      const started = performance.now();
      const { status } = await server.call('GET', `/api/patients/${patientId}/results`, { cookie: other.cookie });
      assert.equal(status, 200);
      slowest = Math.max(slowest, performance.now() - started);
    }
    assert.ok(slowest < 3_000, `another person waited ${Math.round(slowest)} ms`);
    const answers = (await many).map(({ status }) => status).toSorted((a, b) => a - b);
    assert.deepEqual(answers, [200, 429, 429, 429, 429, 429], 'one at a time for each account');
  });

  it('needs words', async () => {
    const ask = async (words: unknown): Promise<number> =>
      (await server.call('POST', `/api/patients/${patientId}/search`, { cookie: patient.cookie, body: { words } }))
        .status;
    assert.equal(await ask('a'), 400);
    assert.equal(await ask('??'), 400);
    assert.equal(await ask('x'.repeat(101)), 400);
    assert.equal(await ask('  '), 400);
  });
});

describe('words of a search', () => {
  it('are folded alike on both sides', () => {
    assert.equal(folded('  Presión—Arterial (mm[Hg]) '), 'presion arterial mm hg');
    assert.deepEqual(wantedWords('Ñandú, ñandú 2'), ['nandu', '2']);
    assert.ok(hasAll('presion arterial', ['art', 'pres']));
    assert.ok(!hasAll('presion arterial', ['resion']));
  });

  it('have an excerpt around the first of them', () => {
    const text = `${'before '.repeat(50)}Níquel here ${'after '.repeat(50)}`;
    const excerpt = excerptOf(text, ['niquel']);
    assert.match(excerpt, /^… .*Níquel here.* …$/);
    assert.ok(excerpt.length < 180);
    assert.equal(excerptOf('short', ['absent']), 'short');
  });
});
