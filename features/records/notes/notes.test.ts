import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { freshDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { newPatient, storeResource } from '../../../test/harness/chart.ts';
import { makePatient, makePerson, type Person } from '../../../test/harness/people.ts';
import { startTestServer, type TestServer } from '../../../test/harness/server.ts';
import type { NoteText } from './contract.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const samples = process.env.PORTICO_SAMPLES;

describe('notes as text', () => {
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
  const note = async (patientId: string, ...attachments: object[]): Promise<string> => {
    const content = attachments.map((attachment) => ({ attachment }));
    const { id } = await storeResource(server, patientId, {
      resourceType: 'DocumentReference',
      status: 'current',
      type: { text: 'Visit note' },
      content,
    });
    return id;
  };
  const read = async (person: Person, patientId: string, id: string): Promise<NoteText> => {
    const { status, body } = await server.call('GET', `/api/patients/${patientId}/notes/${id}`, {
      cookie: person.cookie,
    });
    assert.equal(status, 200);
    return body;
  };

  it('gives words of plain text, HTML and C-CDA, never their markup', async () => {
    const patientId = await newPatient(server);
    const patient = await makePatient(owner(), { patientId });
    const html =
      '<html><head><title>x</title></head><body><h1>Plan</h1><script>steal()</script><p>Rest &amp; drink</p></body>';
    const ccda =
      '<ClinicalDocument xmlns="urn:hl7-org:v3"><recordTarget><name>Hidden</name></recordTarget><component><structuredBody>' +
      '<component><section><title>Allergies</title><text><table><tr><th>What</th><td>Penicillin</td></tr></table></text></section></component>' +
      '</structuredBody></component></ClinicalDocument>';
    const id = await note(
      patientId,
      { contentType: 'text/plain; charset=utf-8', data: base64('Día bueno\r\n\r\n\r\nfin') },
      { contentType: 'text/html', data: base64(html) },
      { contentType: 'text/xml', data: base64(ccda) },
      { contentType: 'application/pdf', data: base64('%PDF-1.7') },
      { contentType: 'application/pdf', url: 'http://elsewhere.example/x.pdf' },
    );
    const { title, parts } = await read(patient, patientId, id);
    assert.equal(title, 'Visit note');
    assert.deepEqual(
      parts.map(({ text, problem }) => text ?? problem),
      ['Día bueno\n\nfin', 'Plan\n\nRest & drink', 'Allergies\n\nWhat\tPenicillin', 'not-text', 'outside'],
    );
  });

  it('finds the body that a Binary of the same record holds, and no other', async () => {
    const [patientId, other] = [await newPatient(server), await newPatient(server)];
    const patient = await makePatient(owner(), { patientId });
    const binary = (of: string, words: string) =>
      storeResource(server, of, { resourceType: 'Binary', contentType: 'text/plain', data: base64(words) });
    const [mine, foreign] = [await binary(patientId, 'in a Binary'), await binary(other, 'of somebody else')];
    const id = await note(
      patientId,
      { contentType: 'text/plain', url: `Binary/${mine.id}` },
      { contentType: 'text/plain', url: `Binary/${foreign.id}` },
    );
    assert.deepEqual(
      (await read(patient, patientId, id)).parts.map(({ text, problem }) => text ?? problem),
      ['in a Binary', 'outside'],
    );
    const { rows } = await database
      .pool('superuser')
      .query('select exposed from audit.event where account_id = $1 order by at desc, id desc limit 1', [
        patient.accountId,
      ]);
    assert.equal(rows[0].exposed.toString('hex'), [id, mine.id].join('').replaceAll('-', ''));
  });

  it('lists notes without their bodies, and says how long each is', async () => {
    const patientId = await newPatient(server);
    const patient = await makePatient(owner(), { patientId });
    await note(patientId, { contentType: 'text/plain', data: base64('secret words'), title: 'Kept' });
    const { body } = await server.call('GET', `/api/patients/${patientId}/notes`, { cookie: patient.cookie });
    const { attachment } = body.resources[0].content[0];
    assert.deepEqual([attachment.title, attachment.data], ['Kept', undefined]);
    assert.equal(attachment._data.extension[0].valueUnsignedInt, 12);
  });

  it('gives a file as a download with a name that says nothing, and never as a page', async () => {
    const patientId = await newPatient(server);
    const patient = await makePatient(owner(), { patientId });
    const id = await note(
      patientId,
      { contentType: 'application/pdf', data: base64('%PDF-1.7') },
      { contentType: 'text/html', data: base64('<script>x</script>') },
      { contentType: 'text/plain', url: 'http://elsewhere.example/x' },
    );
    const file = (index: string) =>
      fetch(`${server.url}/api/patients/${patientId}/notes/${id}/files/${index}`, {
        headers: { cookie: patient.cookie },
      });
    const pdf = await file('0');
    assert.deepEqual(
      [pdf.headers.get('content-type'), pdf.headers.get('content-disposition'), await pdf.text()],
      ['application/pdf', 'attachment; filename="document-1.pdf"', '%PDF-1.7'],
    );
    const page = await file('1');
    assert.equal(page.headers.get('content-type'), 'application/octet-stream');
    assert.match(page.headers.get('content-disposition') ?? '', /^attachment; filename="document-2\.bin"$/);
    assert.equal(page.headers.get('x-content-type-options'), 'nosniff');
    assert.equal((await file('2')).status, 404);
    assert.equal((await file('19')).status, 404);
    assert.equal((await file('20')).status, 400);
  });

  it('keeps to its part of the record: who sees results alone reads no note', async () => {
    const patientId = await newPatient(server);
    const id = await note(patientId, { contentType: 'text/plain', data: base64('private') });
    const trusted = (area: 'results' | 'documents') =>
      makePerson(owner(), {
        role: 'trusted_person',
        relationships: [{ kind: 'trusted_person', patientId, viewAreas: [area] }],
      });
    const status = async (person: Person, path: string): Promise<number> =>
      (await server.call('GET', `/api/patients/${patientId}/${path}`, { cookie: person.cookie })).status;
    const [results, documents] = [await trusted('results'), await trusted('documents')];
    assert.equal(await status(results, `notes/${id}`), 404);
    // Nor by the door of reports.
    assert.equal(await status(results, `reports/${id}/text`), 404);
    assert.equal(await status(documents, `notes/${id}`), 200);
    assert.equal(await status(documents, `reports/${id}/text`), 404);
    const report = await storeResource(server, patientId, {
      resourceType: 'DiagnosticReport',
      status: 'final',
      code: { text: 'Chest x-ray' },
      presentedForm: [{ contentType: 'text/plain', data: base64('No finding') }],
    });
    assert.equal(await status(results, `reports/${report.id}/text`), 200);
    assert.equal(await status(documents, `notes/${report.id}`), 404);
  });

  it('reads the note of a sample whole', { skip: !samples }, async () => {
    const file = join(samples!, 'fhir-synthea-notes-2025/8e1a0a7c-e308-444b-075a-3c2b1f60f881.json');
    type Resource = { resourceType: string; content: { attachment: object }[] };
    const { entry } = JSON.parse(readFileSync(file, 'utf8')) as { entry: { resource: Resource }[] };
    const sample = entry.find(({ resource }) => resource.resourceType === 'DocumentReference')!.resource;
    const patientId = await newPatient(server);
    const patient = await makePatient(owner(), { patientId });
    const { parts } = await read(patient, patientId, await note(patientId, sample.content[0]!.attachment));
    assert.match(parts[0]!.text!, /# Chief Complaint/);
    assert.ok(parts[0]!.text!.length > 300);
  });
});
