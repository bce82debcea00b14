import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isAppError } from '#platform/errors.ts';
import { parseResource } from './accept.ts';
import { nameForms, normalName, soundOf } from './person-tokens.ts';
import { isDate, isDateTime, isInstant, momentOf } from './r4-dates.ts';
import { r4Types } from './r4-types.ts';

const pathOf = (resource: unknown): string => {
  try {
    parseResource(JSON.stringify(resource));
    return 'accepted';
  } catch (error) {
    assert.ok(isAppError(error));
    return error.fields[0]!.path;
  }
};
const observation = (more: object): object => ({
  resourceType: 'Observation',
  id: 'o',
  status: 'final',
  code: { text: 'x' },
  subject: { reference: 'Patient/p' },
  ...more,
});

describe('FHIR dates', () => {
  it('follow the published patterns and the calendar', () => {
    for (const good of ['2026', '2026-11', '2026-11-22', '2024-02-29']) assert.ok(isDate(good), good);
    for (const bad of ['26', '2026-13', '2026-02-30', '2025-02-29', '2026-1-2', '0000', '2026-11-22T10:00:00Z', ''])
      assert.ok(!isDate(bad), bad);
    for (const good of ['2026-11-22T10:00:00Z', '2026-11-22T23:59:60.123456789-05:00', '2026'])
      assert.ok(isDateTime(good), good);
    for (const bad of ['2026-11-22T10:00Z', '2026-11-22T10:00:00', '2026-11-22T24:00:00Z', '2026-11-22 10:00:00Z'])
      assert.ok(!isDateTime(bad), bad);
    assert.ok(!isInstant('2026-11-22'));
    assert.equal(momentOf('2026-11-22T23:59:60Z')?.toISOString(), '2026-11-22T23:59:59.000Z');
  });
});

describe('checking a resource', () => {
  it('names the path of what is wrong', () => {
    assert.equal(pathOf(observation({})), 'accepted');
    assert.equal(pathOf({ resourceType: 'Observationn', id: 'o' }), 'resource.resourceType');
    assert.equal(pathOf({ resourceType: 'MedicationOrder', id: 'o' }), 'resource.resourceType');
    assert.equal(pathOf([]), 'resource');
    assert.equal(pathOf(observation({ id: 'has space' })), 'Observation.id');
    assert.equal(pathOf(observation({ status: 'done' })), 'Observation.status');
    assert.equal(pathOf({ resourceType: 'Observation', id: 'o', status: 'final' }), 'Observation.code');
    assert.equal(pathOf(observation({ effectiveDateTime: '2026-02-30' })), 'Observation.effectiveDateTime');
    assert.equal(
      pathOf(observation({ extension: [{ url: 'u', valueDateTime: 'soon' }] })),
      'Observation.extension[0].valueDateTime',
    );
    assert.equal(pathOf(observation({ valueString: 'a', valueInteger: 1 })), 'Observation.valueInteger');
    assert.equal(pathOf(observation({ valueQuantity: { value: '5.9' } })), 'Observation.valueQuantity.value');
    assert.equal(pathOf(observation({ subject: { reference: 5 } })), 'Observation.subject.reference');
    assert.equal(pathOf(observation({ interpretation: { text: 'H' } })), 'Observation.interpretation');
    assert.equal(pathOf(observation({ note: null })), 'Observation.note');
    assert.equal(
      pathOf(observation({ contained: [{ resourceType: 'Nope' }] })),
      'Observation.contained[0].resourceType',
    );
    assert.equal(pathOf({ resourceType: 'Patient', id: 'p', birthDate: '1968-13-01' }), 'Patient.birthDate');
    assert.equal(pathOf({ resourceType: 'Patient', id: 'p', name: { family: 'X' } }), 'Patient.name');
  });

  it('recognises other versions of FHIR', () => {
    assert.equal(pathOf(observation({ context: { reference: 'Encounter/e' } })), 'Observation.context');
    assert.equal(
      pathOf({ resourceType: 'Encounter', id: 'e', status: 'finished', class: [{ text: 'amb' }] }),
      'Encounter.class',
    );
    assert.equal(
      pathOf({ resourceType: 'Encounter', id: 'e', status: 'finished', class: 'ambulatory' }),
      'Encounter.class',
    );
    assert.equal(
      pathOf({ resourceType: 'Condition', id: 'c', clinicalStatus: 'active', subject: {} }),
      'Condition.clinicalStatus',
    );
  });

  it('knows the 146 resource types of R4 and takes each', () => {
    assert.equal(r4Types.length, 146);
    assert.equal(pathOf({ resourceType: 'VisionPrescription', id: 'v' }), 'accepted');
    assert.equal(pathOf({ resourceType: 'MedicinalProductUndesirableEffect', id: 'v' }), 'accepted');
  });

  it('raises nothing but its own error, whatever the text', () => {
    const any = fc.oneof(
      fc.string(),
      fc.json(),
      fc.object().map((value) => JSON.stringify({ resourceType: 'Observation', ...value })),
      fc.constant('['.repeat(100_000)),
      fc.constant('{"a":'.repeat(50_000)),
    );
    fc.assert(
      fc.property(any, (text) => {
        try {
          parseResource(text);
        } catch (error) {
          assert.ok(isAppError(error), String(error));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('names in the directory', () => {
  it('are compared without accents, case and signs, and by each word', () => {
    assert.equal(normalName('O’Néill-GARCÍA'), 'oneillgarcia');
    assert.deepEqual(nameForms('Herrera Soto'), ['herrerasoto', 'herrera', 'soto']);
  });

  it('sound alike in English and Spanish spellings', () => {
    for (const [a, b] of [
      ['vasquez', 'bazques'],
      ['gonzalez', 'gonsales'],
      ['smith', 'smyth'],
      ['perez', 'peres'],
      ['philips', 'filips'],
      ['herrera', 'errera'],
    ]) {
      assert.equal(soundOf(a!), soundOf(b!), `${a} ${b}`);
    }
    assert.notEqual(soundOf('garcia'), soundOf('marsh'));
  });
});
