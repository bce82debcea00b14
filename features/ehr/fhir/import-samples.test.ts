import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { makePatient } from '../../../test/harness/people.ts';
import { startTestServer, type TestServer } from '../../../test/harness/server.ts';
import { freshDatabase } from '../../../test/harness/database.ts';
import { parseExact } from '../../records/exact-json.ts';
import type { FhirObservation } from '../../records/fhir-shapes.ts';
import { listNames } from '../../records/lists.ts';
import { interpretObservation } from '../../records/observation.ts';
import { importFhirFiles, type ImportReport } from './import-files.ts';
import { importDepsOf } from '../../../test/harness/import.ts';

const samples = process.env.PORTICO_SAMPLES;

type Entry = {
  fullUrl?: string;
  resource: { resourceType: string; id: string; category?: { coding?: { code?: string }[] }[] };
};
const entriesOf = (file: string): Entry[] => (parseExact(readFileSync(file, 'utf8')) as { entry: Entry[] }).entry;

const totalOf = (report: ImportReport, outcome: 'created' | 'updated' | 'unchanged'): number =>
  Object.values(report.counts).reduce((sum, counts) => sum + counts[outcome], 0);

describe('importing the sample records', { skip: !samples || !existsSync(join(samples, 'fhir-synthea')) }, () => {
  let server: TestServer;
  let files: string[];
  let database: Awaited<ReturnType<typeof freshDatabase>>;

  before(async () => {
    database = await freshDatabase();
    server = await startTestServer({ database });
    files = globSync(['fhir-synthea/*.json', 'fhir-synthea-notes-2025/*.json'], { cwd: samples! })
      .toSorted()
      .map((file) => join(samples!, file));
  });
  after(async () => {
    await server.stop();
    await database.drop();
  });

  it('accounts for every resource, and changes nothing the second time', async () => {
    const expected: Record<string, number> = {};
    const keys = new Set<string>();
    let entries = 0;
    for (const file of files) {
      for (const { resource } of entriesOf(file)) {
        entries++;
        const key = `${resource.resourceType}/${resource.id}`;
        if (keys.has(key)) continue;
        keys.add(key);
        expected[resource.resourceType] = (expected[resource.resourceType] ?? 0) + 1;
      }
    }
    const first = await importFhirFiles(files, importDepsOf(server));
    assert.deepEqual(
      first.files.filter((file) => file.problem),
      [],
    );
    assert.equal(first.resources, entries);
    assert.equal(
      totalOf(first, 'created') + totalOf(first, 'updated') + totalOf(first, 'unchanged') + first.repeated,
      entries,
    );
    for (const [type, count] of Object.entries(expected)) assert.equal(first.counts[type]?.created, count, type);
    assert.deepEqual(first.unmatched, {});

    const second = await importFhirFiles(files, importDepsOf(server));
    assert.equal(totalOf(second, 'created') + totalOf(second, 'updated'), 0);
    assert.equal(totalOf(second, 'unchanged'), entries);
  });

  it('shows what each bundle says: the same results, values, units and times', async () => {
    let compared = 0;
    for (const file of files) {
      const entries = entriesOf(file);
      const patient = entries.find(({ resource }) => resource.resourceType === 'Patient')?.resource;
      if (!patient) continue;
      const said = entries
        .map(({ resource }) => resource)
        .filter(
          (resource) =>
            resource.resourceType === 'Observation' &&
            resource.category?.some((category) => category.coding?.some((coding) => coding.code === 'laboratory')),
        ) as FhirObservation[];
      const patientId = server.portico.records.recordIds.patient('files', patient.id);
      const person = await makePatient(database.pool('owner'), { patientId });
      const shown: FhirObservation[] = [];
      let total = 0;
      for (let cursor: string | null = null; ;) {
        const query: string = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`;
        const answer = await fetch(`${server.url}/api/patients/${patientId}/results${query}`, {
          headers: { cookie: person.cookie },
        });
        assert.equal(answer.status, 200);
        const page = parseExact(await answer.text()) as {
          completeness: { total: number; withheld: number; sources: { state: string }[] };
          resources: FhirObservation[];
          next: string | null;
        };
        shown.push(...page.resources);
        total = page.completeness.total;
        assert.equal(page.completeness.withheld, 0);
        assert.deepEqual(
          page.completeness.sources.map((source) => source.state),
          ['ok'],
        );
        cursor = page.next;
        if (cursor === null) break;
      }
      assert.equal(total, said.length);
      const facts = (observation: FhirObservation): unknown[] => {
        const { loinc, title, value, takenAt, issuedAt, status, state } = interpretObservation(observation);
        return [loinc, title, takenAt, issuedAt, value, status, state];
      };
      const sorted = (list: FhirObservation[]): string[] => list.map((one) => JSON.stringify(facts(one))).toSorted();
      assert.deepEqual(sorted(shown), sorted(said));
      const times = shown.map((one) => Date.parse(one.effectiveDateTime!));
      assert.deepEqual(
        times,
        times.toSorted((a, b) => b - a),
      );
      compared += said.length;
    }
    assert.ok(compared > 200);
  });

  it('shows every record of a person in one list and no other: nothing that came is dropped', async () => {
    const { rows: people } = await database
      .pool('superuser')
      .query('select patient_id, array_agg(id::text) as ids from records.resource group by patient_id');
    assert.equal(people.length, 12);
    for (const { patient_id: patientId, ids } of people) {
      const { cookie } = await makePatient(database.pool('owner'), { patientId });
      const shown: string[] = [];
      for (const name of listNames) {
        for (let cursor: string | null = ''; cursor !== null;) {
          const at = `/api/patients/${patientId}/${name}${cursor && `?cursor=${cursor}`}`;
          const { status, body } = await server.call('GET', at, { cookie });
          assert.equal(status, 200, name);
          shown.push(...body.resources.map((one: { id: string }) => one.id));
          cursor = body.next;
        }
      }
      assert.deepEqual(shown.toSorted(), ids.toSorted());
    }
  });

  it('takes every US Core example in one command and names the ones whose patient is nowhere', async () => {
    const examples = globSync('fhir-us-core-examples/*.json', { cwd: samples! }).map((file) => join(samples!, file));
    const report = await importFhirFiles(examples, importDepsOf(server));
    const refused = report.files.filter((file) => file.problem);
    for (const { file, problem } of refused) {
      assert.match(readFileSync(file, 'utf8'), /Patient\/infant-example/);
      assert.match(problem!.path, /subject\.reference$/);
    }
    assert.equal(refused.length, 4);
    const stored = totalOf(report, 'created');
    const left = refused.reduce((sum, file) => sum + file.resources, 0);
    assert.equal(stored + left, report.resources);
    const again = await importFhirFiles(examples, importDepsOf(server));
    assert.equal(totalOf(again, 'created') + totalOf(again, 'updated'), 0);
  });
});

describe('the sample records', () => {
  it('are named when they are not here', (t) => {
    if (!samples) t.diagnostic('PORTICO_SAMPLES is not set: the import of the samples did not run');
  });
});
