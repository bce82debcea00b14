import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { coverageDocument } from './document.ts';
import { observed, valuesOf } from './observe.ts';
import { reasonFor, reasons } from './reasons.ts';
import { surveySamples } from './survey.ts';

const samples = process.env.PORTICO_SAMPLES;

describe('what of a record is shown', { skip: !samples || !existsSync(join(samples, 'fhir-synthea')) }, () => {
  let survey: ReturnType<typeof surveySamples>;
  before(() => {
    survey = surveySamples(samples!);
  });

  it('has a reason for every value that nothing looks at', () => {
    const open = survey.elements.filter(({ type, path, uses }) => uses.unread > 0 && !reasonFor(type, path));
    assert.deepEqual(
      open.map(({ type, path }) => `${type}.${path}`),
      [],
    );
  });

  it('has no reason that explains nothing', () => {
    const used = new Set(
      survey.elements.flatMap(({ type, path, uses }) => (uses.unread > 0 ? (reasonFor(type, path) ?? []) : [])),
    );
    assert.deepEqual(
      reasons.map(({ about }) => about).filter((about) => !used.has(about)),
      [],
    );
  });

  it('gives every value, unit, status, name and text of a result, medicine or diagnosis to the screens', () => {
    const wanted =
      /^(?:Observation\.(?:component\.)?(?:value(?:Quantity\.(?:value|unit)|String|Boolean)|valueCodeableConcept\.text|code\.text|note\.text)|MedicationRequest\.(?:medicationCodeableConcept\.text|dosageInstruction\.text|status|authoredOn)|Condition\.(?:code\.text|onsetDateTime|abatementDateTime)|AllergyIntolerance\.(?:code\.text|criticality|reaction\.manifestation\.text)|Immunization\.(?:vaccineCode\.text|occurrenceDateTime|lotNumber)|Procedure\.code\.text|Goal\.description\.text)$/;
    const own = survey.elements.filter(({ type, path }) => wanted.test(`${type}.${path}`));
    assert.ok(own.length >= 18);
    for (const { type, path, uses } of own) assert.equal(uses.unread, 0, `${type}.${path}`);
  });

  it('is what docs/record-coverage.md says: node tools/write-coverage.ts', () => {
    const written = readFileSync(join(import.meta.dirname, '../../../docs/record-coverage.md'), 'utf8');
    assert.equal(coverageDocument(survey), written);
  });
});

describe('the observer', () => {
  it('notes exactly what is looked at, through lists too', () => {
    const looked: string[] = [];
    const resource = observed({ a: [{ b: 1, c: 2 }], d: { e: 'x' }, f: ['y', 'z'] }, (path) => looked.push(path));
    assert.equal(resource.a.map((one) => one.b)[0], 1);
    assert.deepEqual(looked, ['a.b']);
    assert.deepEqual(resource.f.toSorted(), ['y', 'z']);
    assert.deepEqual(Object.keys(resource.d), ['e']);
    assert.deepEqual([...new Set(looked)], ['a.b', 'f']);
  });

  it('names every value of a resource', () => {
    assert.deepEqual(valuesOf({ a: [{ b: 1 }, { b: null }], c: true }), [
      { path: 'a.b', value: 1 },
      { path: 'a.b', value: null },
      { path: 'c', value: true },
    ]);
  });
});
