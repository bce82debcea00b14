import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import * as contract from './contract.ts';
import { describeResource } from './intake/describe.ts';
import { kindOf, r4Types } from './intake/r4-types.ts';
import { areaOfType, areas, listHolding, listNames, listOf } from './lists.ts';

const concept = (code: string, system?: string) => [{ coding: [{ code, ...(system ? { system } : {}) }] }];
const observation = (category?: string, loinc?: string) =>
  describeResource({
    resourceType: 'Observation',
    ...(category ? { category: concept(category) } : {}),
    ...(loinc ? { code: { coding: [{ system: 'http://loinc.org', code: loinc }] } } : {}),
  });

describe('lists of a record', () => {
  it('hold every type that a patient’s record can have, each in one list', () => {
    for (const type of r4Types.filter((one) => kindOf(one) !== 'shared' && one !== 'Observation')) {
      assert.ok(listHolding(areaOfType(type), type), `${type} is shown nowhere`);
    }
    const places = listNames.flatMap((name) => listOf(name).types.map((type) => `${listOf(name).area} ${type}`));
    assert.equal(new Set(places).size, places.length, 'a type of an area stands in two lists');
    for (const area of areas)
      assert.ok(
        listNames.some((name) => listOf(name).area === area),
        area,
      );
  });

  it('have an operation each, of the policy resource of their area', () => {
    const routes = Object.values(contract).filter((one) => typeof one === 'object' && 'path' in one);
    for (const name of listNames) {
      const found = routes.filter((one) => one.path === `/api/patients/:patientId/${name}`);
      assert.equal(found.length, 1, name);
      assert.equal(found[0]!.resource, listOf(name).resource ?? `records.${listOf(name).area}`);
    }
  });

  it('take an observation by its category, or by its code where it has none', () => {
    assert.deepEqual(
      [observation('laboratory'), observation('LAB'), observation('imaging'), observation('vital-signs')].map(
        ({ area, heldAs }) => [area, heldAs],
      ),
      [
        ['results', 'laboratory'],
        ['results', 'laboratory'],
        ['results', 'reports'],
        ['vitals', null],
      ],
    );
    for (const category of ['survey', 'social-history', 'exam', 'sdoh', 'something-new']) {
      assert.equal(observation(category).area, 'other', category);
      assert.ok(listHolding('other', 'Observation'));
    }
    assert.equal(observation(undefined, '2823-3').area, 'results');
    assert.equal(observation(undefined, '8867-4').area, 'vitals');
    assert.equal(observation(undefined, '99999-9').area, 'other');
    // A sender's category is believed before its code.
    assert.equal(observation('survey', '2823-3').area, 'other');
  });

  it('keep a report that is a note with the documents, and every other with the results', () => {
    const report = (category: unknown, more: object = {}) =>
      describeResource({ resourceType: 'DiagnosticReport', category, ...more } as never);
    const loinc = 'http://loinc.org';
    assert.deepEqual(
      [
        report(concept('34117-2', loinc)),
        report(concept('LP29684-5', loinc)),
        report(concept('LAB')),
        report(undefined),
        report(concept('34117-2', loinc), { result: [{ reference: 'Observation/x' }] }),
        report([...concept('34117-2', loinc), ...concept('LAB')]),
      ].map(({ area, heldAs }) => [area, heldAs]),
      [
        ['documents', 'notes'],
        ['results', 'reports'],
        ['results', 'laboratory'],
        ['results', 'unclear'],
        ['results', 'unclear'],
        ['results', 'laboratory'],
      ],
    );
  });

  it('are where the migration put older rows', () => {
    const sql = readFileSync(join(import.meta.dirname, '../../db/migrations/0009_records_areas.sql'), 'utf8');
    const cases = [...sql.matchAll(/when resource_type in \(([^)]+)\)\s+then '([a-z]+)'/g)];
    assert.equal(cases.length, 6);
    const moved = new Map(
      cases.flatMap(([, types, area]) => [...types!.matchAll(/'([A-Za-z]+)'/g)].map(([, type]) => [type!, area!])),
    );
    for (const type of r4Types.filter((one) => kindOf(one) !== 'shared')) {
      const now = areaOfType(type);
      if (['demographics', 'billing'].includes(now) || ['DiagnosticReport', 'Specimen'].includes(type)) continue;
      assert.equal(moved.get(type) ?? 'other', now, type);
    }
  });
});
