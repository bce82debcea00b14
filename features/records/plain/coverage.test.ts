import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { findPlainCondition } from './conditions.ts';
import { findPlainLab } from './labs.ts';
import { findPlainVaccine } from './vaccines.ts';
import { findPlainVital } from './vitals.ts';

const samples = process.env.PORTICO_SAMPLES;

type Coding = { system?: string; code?: string; display?: string };
type Resource = {
  resourceType: string;
  category?: { coding?: Coding[] }[];
  code?: { coding?: Coding[] };
  vaccineCode?: { coding?: Coding[] };
};

const resources = function* (): Generator<Resource> {
  for (const file of globSync('fhir-{synthea,synthea-notes-2025,us-core-examples}/*.json', { cwd: samples! })) {
    const json = JSON.parse(readFileSync(join(samples!, file), 'utf8')) as Resource & {
      entry?: { resource: Resource }[];
    };
    yield* json.entry?.map((entry) => entry.resource) ?? [json];
  }
};

const loincOf = (resource: Resource): string | null =>
  resource.code?.coding?.find(({ system }) => system === 'http://loinc.org')?.code ?? null;
const isOf = (resource: Resource, category: string): boolean =>
  resource.category?.some((one) => one.coding?.some(({ code }) => code === category)) ?? false;

describe('plain words of the sample records', () => {
  it('exist for every laboratory test, vital sign, vaccine and condition', (t) => {
    if (!samples || !existsSync(join(samples, 'fhir-synthea')))
      return t.diagnostic('PORTICO_SAMPLES is not set: not run');
    const missing = new Set<string>();
    const counts = new Map<string, number>();
    const look = (kind: string, resource: Resource, found: unknown): void => {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      const coding = (resource.vaccineCode ?? resource.code)?.coding?.[0];
      if (!found) missing.add(`${kind}: ${coding?.code} ${coding?.display}`);
    };
    for (const resource of resources()) {
      const type = resource.resourceType;
      if (type === 'Observation' && isOf(resource, 'laboratory'))
        look('laboratory test', resource, findPlainLab(loincOf(resource)));
      if (type === 'Observation' && isOf(resource, 'vital-signs'))
        look('vital sign', resource, findPlainVital(loincOf(resource)));
      if (type === 'Condition') look('condition', resource, findPlainCondition(resource.code?.coding ?? []));
      if (type === 'Immunization') {
        const cvx = resource.vaccineCode?.coding?.find(({ system }) => system === 'http://hl7.org/fhir/sid/cvx');
        look('vaccine', resource, findPlainVaccine(cvx?.code ?? null));
      }
    }
    t.diagnostic([...counts].map(([kind, count]) => `${kind}: ${count}`).join(', '));
    assert.equal(counts.size, 4);
    assert.deepEqual([...missing], []);
  });
});
