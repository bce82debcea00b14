import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseExact } from '../exact-json.ts';
import { readAllergy } from './allergy.ts';
import { readAppointment } from './appointment.ts';
import { readCondition } from './condition.ts';
import { conceptOf, nameIn, whoOf, type FhirResource } from './elements.ts';
import { readResource } from './every-reader.ts';
import { goalFor, readGoal, standingAtGoal } from './goal.ts';
import { readImmunization } from './immunization.ts';
import { readMedicine } from './medicine.ts';
import { readNote } from './note.ts';
import { readPerson } from './person.ts';
import { headingOf } from './read-entry.ts';
import { readVisit } from './visit.ts';

const samples = process.env.PORTICO_SAMPLES;
const id = '00000000-0000-8000-8000-000000000001';
const code = (value: string) => ({ coding: [{ code: value }] });
const now = new Date('2026-11-26T12:00:00Z');

describe('reading a medicine', () => {
  const request = (more: object): FhirResource => ({
    resourceType: 'MedicationRequest',
    status: 'active',
    medicationCodeableConcept: { text: 'Lisinopril' },
    ...more,
  });

  it('says what the record says, and no more', () => {
    const state = (more: object) => readMedicine(request(more), now).state;
    assert.equal(state({}), 'active');
    assert.equal(state({ status: 'stopped' }), 'ended');
    assert.equal(state({ status: 'entered-in-error' }), 'withdrawn');
    assert.equal(state({ status: 'draft' }), 'planned');
    assert.equal(state({ status: 'unknown' }), 'unknown');
    assert.equal(state({ resourceType: 'MedicationStatement', status: 'not-taken' }), 'not-taken');
    // Given once is not taken now.
    assert.equal(state({ resourceType: 'MedicationAdministration', status: 'completed' }), 'ended');
    assert.equal(state({ resourceType: 'MedicationStatement', effectivePeriod: { end: '2026-10' } }), 'ended');
    assert.equal(state({ resourceType: 'MedicationStatement', effectivePeriod: { end: '2026-11' } }), 'active');
    assert.equal(state({ resourceType: 'MedicationStatement', effectivePeriod: { end: '2026-11-26' } }), 'active');
    assert.equal(readMedicine(request({ doNotPerform: true }), now).doNotTake, true);
  });

  it('builds the dose from what was sent, and invents none', () => {
    const doses = (line: object) => readMedicine(request({ dosageInstruction: [line] }), now).dosages;
    assert.deepEqual(doses({ sequence: 1 }), []);
    const [full] = doses({
      text: 'One tablet a day',
      asNeededBoolean: false,
      timing: { repeat: { frequency: 1, period: '1.0', periodUnit: 'd' } },
      doseAndRate: [{ doseQuantity: { value: '1.0', unit: 'tablet' } }],
      route: { text: 'by mouth' },
    });
    assert.deepEqual(
      [full!.words, full!.dose, full!.howOften?.times, full!.howOften?.period, full!.howOften?.unit, full!.asNeeded],
      ['One tablet a day', '1.0 tablet', '1', '1', 'day', false],
    );
    // How often without a unit, or a unit that is none, is not said.
    assert.equal(doses({ text: 'x', timing: { repeat: { frequency: 2 } } })[0]!.howOften, null);
    assert.equal(doses({ text: 'x', doseAndRate: [{ doseQuantity: { unit: 'mg' } }] })[0]!.dose, null);
    assert.equal(doses({ asNeededCodeableConcept: { text: 'pain' } })[0]!.asNeeded, 'pain');
    assert.equal(
      doses({ timing: { repeat: { frequency: 2, frequencyMax: 3, period: 1, periodUnit: 'd' } } })[0]!.howOften?.times,
      '2-3',
    );
  });

  it('takes the name from the concept, a contained medicine, the display, or a reference to look up', () => {
    const name = (more: object) => readMedicine({ resourceType: 'MedicationRequest', ...more }, now);
    assert.equal(
      name({ medicationReference: { reference: '#m' }, contained: [{ id: 'm', code: { text: 'Inside' } }] }).name,
      'Inside',
    );
    assert.equal(name({ medicationReference: { display: 'Shown' } }).name, 'Shown');
    const looked = name({ medicationReference: { reference: `Medication/${id}` } });
    assert.deepEqual([looked.name, looked.medication], [null, { name: null, reference: `Medication/${id}` }]);
  });
});

describe('reading conditions and allergies', () => {
  it('never takes what was refuted or entered in error for true', () => {
    const condition = (more: object) => readCondition({ code: { text: 'Asthma (disorder)' }, ...more });
    assert.deepEqual([condition({}).name, condition({}).state], ['Asthma', 'unknown']);
    const active = { clinicalStatus: code('active') };
    assert.equal(condition({ ...active, verificationStatus: code('refuted') }).state, 'refuted');
    assert.equal(condition({ ...active, verificationStatus: code('entered-in-error') }).state, 'withdrawn');
    assert.equal(condition({ ...active, verificationStatus: code('entered-in-error') }).withdrawn, true);
    assert.equal(condition({ ...active, verificationStatus: code('provisional') }).certain, false);
    assert.equal(condition({ abatementDateTime: '2020' }).state, 'resolved');
    assert.equal(condition({ clinicalStatus: code('relapse') }).state, 'recurrence');
    const allergy = (more: object) =>
      readAllergy({ code: { text: 'Penicillin' }, clinicalStatus: code('active'), ...more });
    assert.equal(allergy({}).state, 'active');
    assert.equal(allergy({ verificationStatus: code('refuted') }).state, 'refuted');
    assert.equal(allergy({ verificationStatus: code('entered-in-error') }).state, 'withdrawn');
    const none = {
      code: { coding: [{ system: 'http://snomed.info/sct', code: '716186003', display: 'No known allergy' }] },
    };
    assert.equal(allergy(none).state, 'none-known');
  });

  it('keeps the precision of dates, ages and words', () => {
    const since = (more: FhirResource) => readCondition(more).since;
    assert.equal(since({ onsetDateTime: '2019' }), '2019');
    assert.equal(since({ onsetDateTime: '2019-03' }), '2019-03');
    assert.equal(since({ onsetString: 'as a child' }), 'as a child');
    assert.equal(since({ onsetAge: { value: 3, unit: 'years' } }), '3 years');
    assert.equal(since({ onsetPeriod: { start: '2019', end: '2020' } }), '2019 – 2020');
    assert.equal(readImmunization({ occurrenceString: 'before school' }).atWords, 'before school');
  });

  it('names the worst reaction', () => {
    const { worst, reactions } = readAllergy({
      reaction: [{ severity: 'mild', manifestation: [{ text: 'Rash' }] }, { severity: 'severe' }, {}],
    });
    assert.deepEqual([worst, reactions[0]!.what], ['severe', ['Rash']]);
  });
});

describe('reading visits, appointments, notes, goals and people', () => {
  it('puts the doctor first and the patient nowhere', () => {
    const visit = readVisit({
      class: { code: 'EMER' },
      status: 'finished',
      participant: [
        { individual: { display: 'Nurse' } },
        { individual: { display: 'Dr. Feld' }, type: [{ coding: [{ code: 'PPRF' }] }] },
      ],
    });
    assert.deepEqual([visit.kind, visit.people.map(({ name }) => name)], ['emergency', ['Dr. Feld', 'Nurse']]);
    const { people, places, state } = readAppointment({
      status: 'booked',
      participant: [
        { actor: { reference: `Patient/${id}`, display: 'Her' } },
        { actor: { reference: `Practitioner/${id}` } },
        { actor: { reference: `Location/${id}`, display: 'Room 2' } },
      ],
    });
    assert.deepEqual(
      [state, people.length, people[0]!.reference, places[0]!.name],
      ['booked', 1, `Practitioner/${id}`, 'Room 2'],
    );
  });

  it('says where the words of a note are', () => {
    const place = (attachment: object) =>
      readNote({ resourceType: 'DocumentReference', content: [{ attachment }] }).attachments[0]!;
    assert.equal(place({ data: 'eA==' }).place, 'here');
    assert.deepEqual([place({ url: `Binary/${id}` }).place, place({ url: `Binary/${id}` }).binaryId], ['binary', id]);
    assert.equal(place({ url: 'http://elsewhere.example/Binary/7' }).place, 'outside');
    assert.equal(place({ contentType: 'application/pdf' }).place, 'missing');
    assert.equal(readNote({ status: 'current', docStatus: 'entered-in-error' }).state, 'withdrawn');
  });

  it('holds a value against the care team’s goal only where unit and test are the same', () => {
    const goal = (more: object) =>
      readGoal({
        lifecycleStatus: 'active',
        description: { text: 'A1c under 7' },
        target: [
          {
            measure: { coding: [{ system: 'http://loinc.org', code: '4548-4' }] },
            detailQuantity: { value: 7, unit: '%' },
          },
        ],
        ...more,
      });
    const found = goalFor([goal({})], '4548-4', '%')!;
    assert.equal(standingAtGoal(found.target, { number: 7, comparator: null }), 'above');
    assert.equal(standingAtGoal(found.target, { number: 6.9, comparator: null }), 'at-goal');
    assert.equal(standingAtGoal(found.target, { number: 5, comparator: '<' }), null);
    assert.equal(goalFor([goal({})], '4548-4', 'mmol/mol'), undefined);
    assert.equal(goalFor([goal({ lifecycleStatus: 'cancelled' })], '4548-4', '%'), undefined);
    assert.equal(goalFor([goal({ expressedBy: { reference: `Patient/${id}` } })], '4548-4', '%'), undefined);
    // A number alone, without words that say which side, is no limit.
    assert.equal(goalFor([goal({ description: { text: 'A1c 7' } })], '4548-4', '%'), undefined);
  });

  it('shows no Social Security number', () => {
    const person = readPerson({
      identifier: [
        { type: { coding: [{ code: 'SS' }], text: 'Social Security Number' }, value: '999-55-5167' },
        { type: { coding: [{ code: 'MR' }], text: 'Medical record number' }, value: 'M-1' },
        { value: '123456789' },
      ],
    });
    assert.deepEqual(person.numbers, [{ type: 'Medical record number', value: 'M-1' }]);
    assert.ok(!JSON.stringify(person).includes('5167'));
  });

  it('names people, places and medicines as they are called', () => {
    assert.equal(
      nameIn({
        name: [
          { use: 'old', text: 'Before' },
          { family: 'Feld', given: ['Naomi'], prefix: ['Dr.'], suffix: ['MD'] },
        ],
      }),
      'Dr. Naomi Feld, MD',
    );
    assert.equal(nameIn({ name: 'Juniper Clinic' }), 'Juniper Clinic');
    assert.equal(nameIn({ practitioner: { display: 'Dr. Feld' } }), 'Dr. Feld');
    assert.equal(nameIn({}), null);
    assert.deepEqual(whoOf({ reference: 'http://elsewhere.example/Practitioner/7' }), null);
    assert.equal(conceptOf({ coding: [{ code: 'x' }] })?.text, 'x');
    assert.equal(conceptOf({}), null);
  });
});

describe('every reader', () => {
  const has = samples !== undefined && existsSync(join(samples, 'fhir-synthea'));
  const resources = (): FhirResource[] =>
    globSync(['fhir-us-core-examples/*.json', 'fhir-synthea/Louis_Erdman*.json', 'fhir-synthea-notes-2025/cbc*.json'], {
      cwd: samples!,
    })
      .toSorted()
      .flatMap((file) => {
        const content = parseExact(readFileSync(join(samples!, file), 'utf8')) as FhirResource & {
          entry?: { resource: FhirResource }[];
        };
        return content.entry?.map(({ resource }) => resource) ?? [content];
      });

  it('gives every sample a title or says its kind', { skip: !has }, () => {
    const all = resources();
    assert.ok(all.length > 300);
    const untitled = new Set<string>();
    for (const resource of all) {
      readResource(resource);
      if (headingOf(resource).title === '') untitled.add(resource.resourceType ?? '');
    }
    // Kinds that have no words of their own: the screen says what they are.
    assert.deepEqual([...untitled].toSorted(), ['CarePlan', 'Provenance']);
  });

  it('takes anything that a sender can make of a resource', { skip: !has }, () => {
    const all = resources();
    const byType = [...Map.groupBy(all, (one) => one.resourceType ?? '').values()].flatMap((some) => some.slice(0, 2));
    const junk = fc.constantFrom<unknown>(
      null,
      0,
      '',
      'x',
      [],
      {},
      [null],
      [[]],
      { reference: 7 },
      { coding: 'x' },
      true,
      '2019-13-99',
    );
    const paths = (node: unknown, at: (string | number)[] = []): (string | number)[][] =>
      typeof node !== 'object' || node === null
        ? [at]
        : [
            at,
            ...Object.entries(node).flatMap(([name, child]) =>
              paths(child, [...at, Array.isArray(node) ? Number(name) : name]),
            ),
          ];
    fc.assert(
      fc.property(fc.constantFrom(...byType), fc.nat(), junk, (resource, nth, value) => {
        const copy = structuredClone(resource) as Record<string, unknown>;
        const every = paths(copy).filter((path) => path.length > 0 && path[0] !== 'resourceType');
        const path = every[nth % every.length]!;
        // What acceptance checks by itself (Observation's shapes) is not broken here.
        if (['Observation', 'DiagnosticReport'].includes(resource.resourceType ?? '')) return;
        let node = copy as Record<string | number, unknown>;
        for (const step of path.slice(0, -1)) node = node[step] as Record<string | number, unknown>;
        node[path.at(-1)!] = value;
        readResource(copy);
        headingOf(copy);
      }),
      { numRuns: 3_000 },
    );
  });
});
