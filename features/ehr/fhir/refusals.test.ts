import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { AppError } from '#platform/errors.ts';
import { freshDatabase } from '../../../test/harness/database.ts';
import { importDepsOf } from '../../../test/harness/import.ts';
import { startTestServer, type TestServer } from '../../../test/harness/server.ts';
import { bundle, encounter, observation, patient, wrongFiles, type Json } from '../../../test/harness/wrong-fhir.ts';
import { importFhirFiles, type ImportReport } from './import-files.ts';
import { ENTRY_LIMIT, FILE_LIMIT_BYTES } from './read-file.ts';

describe('an import with something wrong', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let server: TestServer;
  let folder: string;

  before(async () => {
    database = await freshDatabase();
    server = await startTestServer({ database });
    folder = mkdtempSync(join(tmpdir(), 'portico-import-'));
  });
  after(async () => {
    await server.stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, content: unknown): string => {
    const file = join(folder, name);
    writeFileSync(file, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
    return file;
  };
  /** Everything that an import may change. */
  const stored = async (): Promise<unknown> => {
    const { rows } = await database.pool('superuser').query(`select
      (select count(*) from records.resource) resources, (select count(*) from records.shared_resource) shared,
      (select count(*) from records.patient) patients, (select count(*) from records.patient_token) tokens,
      (select count(*) from sealed.row_head) heads, (select coalesce(sum(version), 0) from sealed.row_head) versions,
      (select count(*) from records.source) sources, (select count(*) from audit.event) events`);
    return rows[0];
  };
  const run = (...files: string[]): Promise<ImportReport> => importFhirFiles(files, importDepsOf(server));
  const refusal = async (...files: string[]): Promise<string> => {
    const before = await stored();
    const report = await run(...files);
    assert.equal(report.refused, files.length);
    assert.deepEqual(await stored(), before);
    const { problem } = report.files[0]!;
    return `${problem!.entry ?? '-'} ${problem!.path}: ${problem!.message}`;
  };

  it('names the file, the entry and the path, and changes nothing', async () => {
    for (const [name, content, expected] of wrongFiles) {
      assert.match(await refusal(write(`${name}.json`, content)), expected, name);
    }
    assert.match(await refusal(join(folder, 'missing.json')), /^- file: cannot be read \(ENOENT\)/);
    assert.match(await refusal(folder), /^- file: /);
  });

  it('refuses a file whose storing fails, tells whoever runs the portal, and imports the others', async () => {
    const deps = importDepsOf(server);
    const errors = [new RangeError('a part is too long'), new AppError('conflict'), new TypeError('x is no function')];
    for (const [nth, error] of errors.entries()) {
      const bad = write(`fails${nth}.json`, { ...patient, id: `fails${nth}` });
      const good = write(`works${nth}.json`, { ...patient, id: `works${nth}` });
      let calls = 0;
      const importer: typeof deps.importer = {
        write: async (...given) => {
          if (calls++ === 0) throw error;
          return deps.importer.write(...given);
        },
      };
      const told: unknown[] = [];
      const report = await importFhirFiles([bad, good], { ...deps, importer, onDefect: (e) => void told.push(e) });
      assert.deepEqual(told, [error]);
      assert.deepEqual(
        report.files.map((file) => file.outcome),
        ['refused', 'imported'],
      );
      assert.match(report.files[0]!.problem!.message, /^could not be stored \((conflict|an error of the portal)/);
    }
    const away = { write: () => Promise.reject(new AppError('unavailable')) };
    const file = write('away.json', { ...patient, id: 'away' });
    await assert.rejects(importFhirFiles([file], { ...importDepsOf(server), importer: away }), { kind: 'unavailable' });
  });

  it('refuses files beyond the limits without reading them', async () => {
    const large = write('large.json', '{');
    truncateSync(large, FILE_LIMIT_BYTES + 1);
    assert.match(await refusal(large), /^- file: is larger than 50 MB/);
    const many = write(
      'many.json',
      `{"resourceType":"Bundle","type":"collection","entry":[${'{},'.repeat(ENTRY_LIMIT)}{}]}`,
    );
    assert.match(await refusal(many), /^- Bundle\.entry: has more than 20000 entries/);
  });

  it('takes a refused file’s dependants with it, and imports the rest', async () => {
    const other = { ...patient, id: 'p9' };
    const bad = write('bad.json', bundle([patient, { ...encounter, status: 'done' }]));
    const needs = write('needs.json', bundle([observation()]));
    const fine = write('fine.json', bundle([other]));
    const report = await run(bad, needs, fine);
    assert.deepEqual(
      report.files.map((file) => file.outcome),
      ['refused', 'refused', 'imported'],
    );
    assert.match(report.files[1]!.problem!.path, /subject\.reference$/);
    assert.deepEqual(report.counts, { Patient: { created: 1, updated: 0, unchanged: 0 } });
  });

  it('resolves across files, through what is stored, and counts who and where stays unknown', async () => {
    const p = {
      ...patient,
      id: 'p3',
      identifier: [{ system: 'urn:mrn', value: 'A-3', type: { coding: [{ code: 'MR' }] } }],
    };
    const e = {
      ...encounter,
      id: 'e3',
      subject: { reference: 'Patient?identifier=urn:mrn|A-3' },
      participant: [{ individual: { reference: 'Practitioner?identifier=urn:npi|77' } }],
      location: [{ location: { reference: 'Location/nowhere' } }],
    };
    const o = observation({ id: 'o3', subject: { reference: 'Patient/p3' }, encounter: { reference: 'Encounter/e3' } });
    const first = await run(
      write('o3.json', bundle([o])),
      write('e3.json', bundle([e])),
      write('p3.json', bundle([p])),
    );
    assert.equal(first.refused, 0);
    assert.deepEqual(first.unmatched, { Practitioner: 1, Location: 1 });
    const doctor = { resourceType: 'Practitioner', id: 'dr', identifier: [{ system: 'urn:npi', value: '77' }] };
    await run(write('dr.json', doctor));
    const second = await run(write('e3.json', bundle([e])));
    assert.deepEqual([second.counts.Encounter?.updated, second.unmatched], [1, { Location: 1 }]);
    const later = await run(
      write(
        'o4.json',
        observation({ id: 'o4', subject: { reference: 'Patient/p3' }, encounter: { reference: 'Encounter/e3' } }),
      ),
    );
    assert.equal(later.counts.Observation?.created, 1);
  });

  it('stores a corrected resource as a new version, once, and logs the bytes it wrote', async () => {
    const p = { ...patient, id: 'p5' };
    const o = (value: string): string =>
      JSON.stringify(observation({ id: 'o5', subject: { reference: 'Patient/p5' }, encounter: undefined })).replace(
        '4.1',
        value,
      );
    await run(write('p5.json', p), write('o5.json', o('5.90')));
    const again = await run(write('o5.json', o('5.90')));
    assert.deepEqual(again.counts.Observation, { created: 0, updated: 0, unchanged: 1 });
    const corrected = await run(write('o5.json', o('5.9')));
    assert.deepEqual(corrected.counts.Observation, { created: 0, updated: 1, unchanged: 0 });
    const { recordIds } = server.portico.records;
    const patientId = recordIds.patient('files', 'p5');
    const { rows } = await database
      .pool('superuser')
      .query('select version from sealed.row_head where subject_id = $1 and row_id = $2', [
        patientId,
        recordIds.record(patientId, 'files', 'Observation', 'o5'),
      ]);
    assert.equal(Number(rows[0].version), 2);
  });

  it('takes the last of two differing copies in one command, so that a second run changes nothing', async () => {
    const org = (name: string): Json => ({ resourceType: 'Organization', id: 'org7', name });
    const a = write('a7.json', bundle([{ ...patient, id: 'p7' }, org('Old name')]));
    const b = write('b7.json', bundle([{ ...patient, id: 'p8' }, org('New name')]));
    const first = await run(a, b);
    assert.deepEqual([first.repeated, first.counts.Organization], [1, { created: 1, updated: 0, unchanged: 0 }]);
    const second = await run(a, b);
    assert.deepEqual(second.counts.Organization, { created: 0, updated: 0, unchanged: 1 });
  });

  it('never raises anything but a refusal, and never changes anything, on altered files', async () => {
    const good = JSON.stringify(
      bundle([
        { ...patient, id: 'fz' },
        { ...encounter, id: 'fe', subject: { reference: 'Patient/fz' } },
      ]),
    );
    const alteration = fc.record({
      at: fc.nat(good.length - 1),
      cut: fc.nat(30),
      put: fc.oneof(
        fc.string({ maxLength: 12 }),
        fc.constantFrom('null', '{', '}', '[', ']', '"', ',', ':', '\\', '\u0000', '-1e999'),
      ),
    });
    const before = (await stored()) as { patients: string };
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(alteration, { minLength: 1, maxLength: 3 }), async (changes) => {
        let text = good;
        for (const { at, cut, put } of changes) text = text.slice(0, at) + put + text.slice(at + cut);
        const state = await stored();
        const report = await run(write('fuzz.json', text));
        if (report.refused === 1) {
          assert.deepEqual(await stored(), state);
          assert.ok(report.files[0]!.problem!.path.length > 0);
        } else taken++;
      }),
      { numRuns: 300 },
    );
    assert.ok(taken < 300 && Number(before.patients) >= 0);
  });
});
