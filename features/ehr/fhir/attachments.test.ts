import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { freshDatabase } from '../../../test/harness/database.ts';
import { importDepsOf } from '../../../test/harness/import.ts';
import { makePatient } from '../../../test/harness/people.ts';
import { startTestServer, type TestServer } from '../../../test/harness/server.ts';
import { bundle, patient } from '../../../test/harness/wrong-fhir.ts';
import { importFhirFiles } from './import-files.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('attachments that name a Binary', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let server: TestServer;
  let folder: string;

  before(async () => {
    database = await freshDatabase();
    server = await startTestServer({ database });
    folder = mkdtempSync(join(tmpdir(), 'portico-attachments-'));
  });
  after(async () => {
    await server.stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, content: unknown): string => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(content));
    return file;
  };
  const note = (id: string, of: string, url: string) => ({
    resourceType: 'DocumentReference',
    id,
    status: 'current',
    type: { text: id },
    subject: { reference: `Patient/${of}` },
    content: [{ attachment: { contentType: 'text/plain', url } }],
  });
  const binary = (id: string, words: string) => ({
    resourceType: 'Binary',
    id,
    contentType: 'text/plain',
    data: base64(words),
  });
  const textsOf = async (sourceId: string): Promise<Record<string, string>> => {
    const patientId = server.portico.records.recordIds.patient('files', sourceId);
    const { cookie } = await makePatient(database.pool('owner'), { patientId });
    const { body } = await server.call('GET', `/api/patients/${patientId}/notes`, { cookie });
    const texts: Record<string, string> = {};
    for (const one of body.resources) {
      if (one.resourceType !== 'DocumentReference') continue;
      const answer = await server.call('GET', `/api/patients/${patientId}/notes/${one.id}`, { cookie });
      texts[one.type.text] = answer.body.parts[0].text ?? answer.body.parts[0].problem;
    }
    return texts;
  };

  it('find it in the bundle by either address, and keep the address of what is elsewhere', async () => {
    const base = 'http://hospital.example/fhir';
    const resources = [
      patient,
      binary('b1', 'first'),
      binary('b2', 'second'),
      note('short', patient.id, 'Binary/b1'),
      note('long', patient.id, `${base}/Binary/b2`),
      note('gone', patient.id, 'Binary/b3'),
      note('web', patient.id, 'https://elsewhere.example/x.pdf'),
    ];
    const entry = resources.map((resource) => ({
      fullUrl: `${base}/${(resource as { resourceType: string }).resourceType}/${resource.id}`,
      resource,
    }));
    const file = write('notes.json', { resourceType: 'Bundle', type: 'collection', entry });
    const report = await importFhirFiles([file], importDepsOf(server));
    assert.deepEqual([report.refused, report.unmatched], [0, { Binary: 1 }]);
    assert.deepEqual(await textsOf(patient.id), { short: 'first', long: 'second', gone: 'outside', web: 'outside' });
    const again = await importFhirFiles([file], importDepsOf(server));
    assert.equal(again.counts.DocumentReference?.unchanged, 4);
  });

  it('are refused without it being known whose they are', async () => {
    const report = await importFhirFiles([write('alone.json', binary('alone', 'whose?'))], importDepsOf(server));
    assert.match(report.files[0]!.problem!.message, /names no patient/);
  });

  it('never reach into another person’s record', async () => {
    const [one, two] = [
      { ...patient, id: 'one' },
      { ...patient, id: 'two' },
    ];
    const files = [
      write('one.json', bundle([one, binary('private', 'of one')])),
      write('two.json', bundle([two, note('theirs', 'two', 'Binary/private')])),
    ];
    const report = await importFhirFiles(files, importDepsOf(server));
    assert.deepEqual(
      report.files.map(({ outcome }) => outcome),
      ['imported', 'refused'],
    );
    assert.match(report.files[1]!.problem!.message, /another patient/);
  });
});
