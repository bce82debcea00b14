import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseExact } from '../../records/exact-json.ts';
import type { FhirObservation } from '../../records/fhir-shapes.ts';
import { interpretObservation } from '../../records/observation.ts';
import { findPlainCondition } from '../../records/plain/conditions.ts';
import { findPlainLab } from '../../records/plain/labs.ts';
import { findPlainVaccine } from '../../records/plain/vaccines.ts';
import { findPlainVital } from '../../records/plain/vitals.ts';
import { demoPatients, keyOf } from './cast/patients.ts';
import { demoBundles, demoCorrections } from './demo-bundles.ts';
import { demoLaboratory } from './cast/clinic.ts';
import type { Start } from './fhir/moments.ts';
import { plausible } from './plausible.ts';

/** Starts on which dates fall differently: a weekend, a leap day, New Year's night, clocks far west and east, and the one of today. */
const starts: readonly Start[] = [
  { now: new Date(), timeZone: 'America/New_York' },
  { now: new Date('2026-11-26T02:18:00Z'), timeZone: 'UTC' },
  { now: new Date('2028-02-29T23:59:00Z'), timeZone: 'America/Los_Angeles' },
  { now: new Date('2027-01-01T04:10:00Z'), timeZone: 'Asia/Tokyo' },
  { now: new Date('2026-08-02T00:20:00Z'), timeZone: 'Pacific/Honolulu' },
];

type Found = { [element: string]: unknown } & { resourceType: string; id: string };
type Person = { key: string; patient: Found; resources: Found[] };

const read = (start: Start): { shared: Found[]; people: Person[] } => {
  const bundles = [...demoBundles(start)].map(([name, text]) => {
    const { entry } = parseExact(text) as { entry: { resource: Found }[] };
    return { key: name.replace('.json', ''), resources: entry.map((one) => one.resource) };
  });
  const people = bundles.filter((one) => one.key !== 'clinic');
  return {
    shared: bundles.find((one) => one.key === 'clinic')!.resources,
    people: people.map((one) => ({ ...one, patient: one.resources.find((it) => it.resourceType === 'Patient')! })),
  };
};

const clinics = starts.map((start) => ({ start, now: start.now, ...read(start) }));

const walk = (value: unknown, visit: (value: Record<string, unknown>, path: string) => void, path = ''): void => {
  if (Array.isArray(value)) return value.forEach((one, index) => walk(one, visit, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return;
  visit(value as Record<string, unknown>, path);
  for (const [name, child] of Object.entries(value)) walk(child, visit, `${path}.${name}`);
};

/** Dates anywhere in a resource, but those of planned things and of how long something will last. */
const dates = function* (resource: Found): Generator<{ path: string; text: string }> {
  const found: { path: string; text: string }[] = [];
  walk(resource, (value, path) => {
    for (const [name, child] of Object.entries(value)) {
      if (typeof child === 'string' && /^\d{4}-\d{2}-\d{2}(T|$)/.test(child))
        found.push({ path: `${path}.${name}`, text: child });
    }
  });
  yield* found;
};

const eachPerson = (check: (person: Person, now: Date) => void): void => {
  for (const { now, people } of clinics) for (const person of people) check(person, now);
};

describe('the records of the demo clinic', () => {
  it('are of at least fourteen people, each of the cast, and the same at the same moment', () => {
    const [first] = clinics;
    assert.deepEqual(first!.people.map((one) => one.key).toSorted(), demoPatients.map(keyOf).toSorted());
    assert.ok(first!.people.filter((one) => one.resources.length > 150).length >= 14);
    for (const { start } of clinics) assert.deepEqual(demoBundles(start), demoBundles(start));
    assert.equal(new Set(demoPatients.map((one) => one.mrn)).size, demoPatients.length);
  });

  it('go back five years where the person is that old', () => {
    for (const { key, patient, resources } of clinics[0]!.people.filter((one) => one.resources.length > 200)) {
      const first = resources
        .flatMap((one) => (one.resourceType === 'Encounter' ? [(one.period as { start: string }).start] : []))
        .toSorted()[0]!;
      const years = (clinics[0]!.now.getTime() - Date.parse(first)) / 31_557_600_000;
      const age = (clinics[0]!.now.getTime() - Date.parse(patient.birthDate as string)) / 31_557_600_000;
      assert.ok(years > Math.min(4, age - 0.1), `${key} begins ${years.toFixed(1)} years ago`);
      assert.ok(years < 5.2);
    }
  });

  it('have ids that are used once, and references that lead somewhere', () => {
    for (const { shared, people } of clinics) {
      const known = new Set(shared.map((one) => `${one.resourceType}/${one.id}`));
      for (const { key, resources } of people) {
        const own = new Set(resources.map((one) => `${one.resourceType}/${one.id}`));
        assert.equal(own.size, resources.length, key);
        for (const resource of resources) {
          walk(resource, (value, path) => {
            if (typeof value.reference !== 'string') return;
            assert.ok(
              own.has(value.reference) || known.has(value.reference),
              `${key} ${resource.id}${path} ${value.reference}`,
            );
          });
        }
      }
    }
  });

  it('happen after birth, before death and before now; only appointments are ahead', () => {
    eachPerson(({ key, patient, resources }, now) => {
      const died = patient.deceasedDateTime as string | undefined;
      const until = died === undefined ? now.getTime() : Date.parse(died);
      for (const resource of resources) {
        if (resource.resourceType === 'Appointment') {
          assert.ok(Date.parse(resource.start as string) > now.getTime(), `${key} ${resource.id} is ahead`);
          assert.ok(Date.parse(resource.created as string) <= now.getTime());
          continue;
        }
        for (const { path, text } of dates(resource)) {
          const where = `${key} ${resource.id}${path} ${text}`;
          assert.ok(text.slice(0, 10) >= (patient.birthDate as string), `${where} is before birth`);
          assert.ok(Date.parse(text) <= until + (text.length === 10 ? 0 : 0), `${where} is after ${died ?? 'now'}`);
        }
        const period = (resource.period ?? resource.billablePeriod) as { start?: string; end?: string } | undefined;
        if (period?.end) assert.ok(Date.parse(period.start!) <= Date.parse(period.end), `${key} ${resource.id}`);
        if (resource.issued && resource.effectiveDateTime) {
          assert.ok(
            Date.parse(resource.effectiveDateTime as string) <= Date.parse(resource.issued as string),
            `${key} ${resource.id}`,
          );
        }
        if (resource.abatementDateTime)
          assert.ok((resource.onsetDateTime as string) <= (resource.abatementDateTime as string));
      }
    });
  });

  it('are corrected once: a report and two of its values, under the ids they had', () => {
    for (const { start, people } of clinics) {
      const harold = people.find((one) => one.key === 'harold')!.resources;
      const [[, text] = ['', '']] = demoCorrections(start);
      const changed = (parseExact(text) as { entry: { resource: Found }[] }).entry.map((one) => one.resource);
      assert.deepEqual(
        changed.map((one) => one.resourceType),
        ['Observation', 'Observation', 'DiagnosticReport'],
      );
      for (const one of changed) {
        assert.equal(one.status, 'corrected');
        assert.equal(harold.find((before) => before.id === one.id)?.status, 'final');
      }
    }
  });

  it('have words with every code', () => {
    eachPerson(({ key, resources }) => {
      for (const resource of resources) {
        walk(resource, (value, path) => {
          if (typeof value.code !== 'string' || typeof value.system !== 'string' || 'value' in value) return;
          assert.ok(value.display, `${key} ${resource.id}${path} ${value.code}`);
        });
      }
    });
  });

  it('are about things that the portal has plain words for', () => {
    type Coded = { coding: { code: string; system: string }[] };
    const first = (concept: unknown): string => (concept as Coded).coding[0]!.code;
    for (const { key, resources } of clinics[0]!.people) {
      for (const resource of resources) {
        const { resourceType, code, vaccineCode } = resource;
        const known =
          resourceType === 'Observation'
            ? (findPlainLab(first(code)) ?? findPlainVital(first(code)))
            : resourceType === 'Immunization'
              ? findPlainVaccine(first(vaccineCode))
              : resourceType === 'Condition'
                ? findPlainCondition((code as Coded).coding)
                : true;
        assert.ok(known, `${key} ${resource.id}`);
      }
    }
  });

  it('have values that a body can have, in the unit of the test', () => {
    eachPerson(({ key, resources }) => {
      for (const resource of resources) {
        if (resource.resourceType !== 'Observation') continue;
        const read = interpretObservation(resource as FhirObservation);
        for (const one of [read, ...read.components]) {
          if (one.value.kind !== 'quantity') continue;
          const bounds = plausible[`${one.loinc} ${one.value.unit}`];
          assert.ok(bounds, `what is plausible for ${one.loinc} ${one.title} ${one.value.unit}`);
          assert.ok(
            one.value.number >= bounds[0] && one.value.number <= bounds[1],
            `${key} ${resource.id} ${one.title} ${one.value.text}`,
          );
        }
      }
    });
  });

  it('carry the flag that their range asks for, and none that contradicts it', () => {
    eachPerson(({ key, resources }) => {
      let flagged = 0;
      for (const resource of resources) {
        const performer = (resource.performer as { reference?: string }[] | undefined)?.[0]?.reference;
        if (resource.resourceType !== 'Observation' || performer !== `Organization/${demoLaboratory.id}`) continue;
        const { value, range, labFlag, withdrawn } = interpretObservation(resource as FhirObservation);
        if (value.kind !== 'quantity' || withdrawn) continue;
        assert.ok(range?.from === 'lab', `${key} ${resource.id} has a range`);
        const isLow = range.low !== null && value.number < range.low;
        const isHigh = range.high !== null && value.number > range.high;
        const code = labFlag?.code ?? '';
        assert.equal(code.startsWith('L'), isLow, `${key} ${resource.id} ${value.text} ${range.text} ${code}`);
        assert.equal(code.startsWith('H'), isHigh, `${key} ${resource.id} ${value.text} ${range.text} ${code}`);
        flagged += isLow || isHigh ? 1 : 0;
      }
      if (key === 'elena' || key === 'harold') assert.ok(flagged > 10);
    });
  });

  it('have a critical value of the last hours, one of yesterday, and older ones', () => {
    for (const { now, people } of clinics) {
      const critical = people.flatMap(({ key, resources }) =>
        resources.flatMap((one) => {
          if (one.resourceType !== 'Observation') return [];
          const { state, takenAt } = interpretObservation(one as FhirObservation, { ageYears: 40 });
          const hours = (now.getTime() - Date.parse(takenAt!)) / 3_600_000;
          return state === 'critical' ? [{ key, hours }] : [];
        }),
      );
      assert.deepEqual(
        critical.filter((one) => one.hours < 8).map((one) => one.key),
        ['beatrice'],
      );
      const recent = critical.filter((one) => one.hours < 72).map((one) => one.key);
      assert.deepEqual(new Set(recent), new Set(['elena', 'beatrice']));
      assert.ok(critical.length >= 4);
    }
  });
});
