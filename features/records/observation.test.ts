import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { criticalLimits } from './critical-limits.ts';
import { parseExact, parseRaw } from './exact-json.ts';
import type { FhirObservation } from './fhir-shapes.ts';
import { interpretObservation } from './observation.ts';
import { groupPanels, worstState } from './panel.ts';
import { typicalRanges } from './typical-range.ts';
import { criticalVitals, typicalVitals } from './vital-limits.ts';

const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code, display: code }] });
const flag = (...codes: string[]) => [{ coding: codes.map((code) => ({ code })) }];
const lab = (
  code: string,
  value: number | string,
  unit: string,
  more: Partial<FhirObservation> = {},
): FhirObservation => ({
  status: 'final',
  code: loinc(code),
  valueQuantity: { value, unit },
  ...more,
});
const between = (low: number, high: number, unit: string) => [
  { low: { value: low, unit }, high: { value: high, unit } },
];

describe('reading an observation', () => {
  it('keeps the number as it was sent', () => {
    const sent = '{"status":"final","code":{"text":"A1c"},"valueQuantity":{"value":5.90,"unit":"%"}}';
    const { value } = interpretObservation(parseExact(sent) as FhirObservation);
    assert.deepEqual(value, {
      kind: 'quantity',
      text: '5.90',
      display: '5.90',
      number: 5.9,
      comparator: null,
      unit: '%',
    });
    assert.equal(
      JSON.stringify(parseRaw('{"a":5.90,"b":1e3,"c":120,"d":12345678901234567890.10}')),
      '{"a":5.90,"b":1e3,"c":120,"d":12345678901234567890.10}',
    );
  });

  it('shortens computed digits only where that hides nothing', () => {
    const display = (value: number, range?: [number, number]): string => {
      const read = interpretObservation(lab('x', value, 'u', range ? { referenceRange: between(...range, 'u') } : {}));
      return read.value.kind === 'quantity' ? read.value.display : '';
    };
    assert.equal(display(76.38427634), '76.38');
    assert.equal(display(3.4996122, [3.5, 5]), '3.4996');
    assert.equal(display(3.49999991, [3.5, 5]), '3.49999991');
    assert.equal(display(241.99512), '242.0');
    assert.equal(display(0.0000123), '0.0000123');
    assert.equal(display(4.31), '4.31');
  });

  it('says in, above, below by the laboratory’s range, and unknown without any', () => {
    const state = (value: number) =>
      interpretObservation(lab('x', value, 'u', { referenceRange: between(2, 4, 'u') })).state;
    assert.deepEqual([state(1.99), state(2), state(4), state(4.01)], ['below', 'in', 'in', 'above']);
    assert.equal(interpretObservation(lab('x', 3, 'u')).state, 'unknown');
  });

  it('does not compare across units, and not with several ranges', () => {
    assert.equal(
      interpretObservation(lab('x', 30, 'mg/dL', { referenceRange: between(2, 4, 'mmol/L') })).state,
      'unknown',
    );
    const several = interpretObservation(
      lab('x', 30, 'u', { referenceRange: [...between(2, 4, 'u'), ...between(3, 50, 'u')] }),
    );
    assert.deepEqual([several.state, several.range?.text], ['unknown', '2–4 u; 3–50 u']);
  });

  it('reads ranges in words and values with a comparator', () => {
    const words = (text: string, value: number, comparator?: string) =>
      interpretObservation(
        lab('x', value, 'u', {
          valueQuantity: { value, unit: 'u', ...(comparator ? { comparator } : {}) },
          referenceRange: [{ text }],
        }),
      ).state;
    assert.equal(words('3.5 - 5.1', 5.2), 'above');
    assert.equal(words('< 200', 200), 'above');
    assert.equal(words('<=200', 200), 'in');
    assert.equal(words('> 60', 90, '>'), 'in');
    assert.equal(words('10-20', 5, '<'), 'below');
    assert.equal(words('10-20', 15, '<'), 'unknown');
    assert.equal(words('see note', 15), 'unknown');
  });

  it('takes the laboratory’s critical flags as critical, whatever else it knows', () => {
    for (const code of ['LL', 'HH', 'AA', 'hh']) {
      const read = interpretObservation(
        lab('x', 3, 'u', { interpretation: flag(code), referenceRange: between(2, 4, 'u') }),
      );
      assert.deepEqual([read.state, read.criticalBy], ['critical', 'lab'], code);
    }
    assert.equal(
      interpretObservation(lab('x', 3, 'u', { interpretation: [{ text: 'Critical low' }] })).state,
      'critical',
    );
  });

  it('warns by its own limits when the laboratory sent no flag, for adults and for unknown ages', () => {
    const potassium = (person = {}) =>
      interpretObservation(lab('2823-3', 2.7, 'mmol/L', { interpretation: flag('L') }), person);
    assert.deepEqual([potassium().state, potassium().criticalBy, potassium().direction], ['critical', 'limit', 'low']);
    assert.equal(potassium({ ageYears: 58 }).state, 'critical');
    assert.equal(potassium({ ageYears: 3 }).state, 'below');
    assert.equal(interpretObservation(lab('2823-3', 2.7, 'mg/dL')).state, 'unknown');
  });

  it('knows units by their other spellings', () => {
    const state = (code: string, value: number, unit?: string) =>
      interpretObservation({ status: 'final', code: loinc(code), valueQuantity: { value, ...(unit ? { unit } : {}) } })
        .state;
    for (const unit of ['10*3/uL', '10^3/uL', 'K/uL', '10*9/L', 'x10E3/uL'])
      assert.equal(state('777-3', 20, unit), 'critical', unit);
    assert.equal(state('2823-3', 2.5, 'mEq/L'), 'critical');
    assert.equal(state('98979-8', 45, 'mL/min/1.73m²'), 'below');
    assert.equal(state('6301-6', 6), 'critical');
    assert.equal(state('777-3', 20), 'unknown');
  });

  it('reads an old result by the age at that time', () => {
    const hemoglobin = (day: string) =>
      interpretObservation(lab('718-7', 13, 'g/dL', { effectiveDateTime: day }), {
        birthDate: '2003-05-21',
        ageYears: 23,
        sex: 'male',
      }).state;
    assert.deepEqual(
      [hemoglobin('2012-01-01'), hemoglobin('2021-05-20'), hemoglobin('2021-05-21'), hemoglobin('2026')],
      ['unknown', 'unknown', 'below', 'below'],
    );
  });

  it('uses typical ranges only when the laboratory sent none, and never against its word', () => {
    const a1c = interpretObservation(lab('4548-4', 6.4, '%'));
    assert.deepEqual([a1c.state, a1c.range?.from], ['above', 'typical']);
    const normal = interpretObservation(lab('4548-4', 6.4, '%', { interpretation: flag('N') }));
    assert.deepEqual([normal.state, normal.range], ['in', null]);
    assert.equal(interpretObservation(lab('718-7', 13, 'g/dL')).state, 'unknown');
    assert.equal(interpretObservation(lab('718-7', 13, 'g/dL'), { sex: 'male' }).state, 'below');
    assert.equal(interpretObservation(lab('718-7', 13, 'g/dL'), { sex: 'female' }).state, 'in');
    assert.equal(interpretObservation(lab('718-7', 13, 'g/dL'), { sex: 'male', ageYears: 9 }).state, 'unknown');
  });

  it('does not read withdrawn values as results, and says why a value is missing', () => {
    const gone = interpretObservation(
      lab('2823-3', 9, 'mmol/L', { status: 'entered-in-error', interpretation: flag('HH') }),
    );
    assert.deepEqual([gone.withdrawn, gone.state, gone.labFlag?.code], [true, 'unknown', 'HH']);
    const absent = interpretObservation({
      status: 'cancelled',
      code: loinc('x'),
      dataAbsentReason: { text: 'Sample damaged' },
    });
    assert.deepEqual(absent.value, { kind: 'absent', reason: 'Sample damaged' });
  });

  it('reads components and words', () => {
    const pressure = interpretObservation({
      status: 'final',
      code: loinc('85354-9'),
      component: [lab('8480-6', 109, 'mmHg'), { code: loinc('8462-4'), dataAbsentReason: { text: 'unknown' } }],
    });
    assert.deepEqual(
      pressure.components.map((one) => one.value.kind),
      ['quantity', 'absent'],
    );
    assert.deepEqual(interpretObservation({ status: 'final', code: loinc('x'), valueString: 'Not detected' }).value, {
      kind: 'text',
      text: 'Not detected',
    });
  });
});

describe('the safety rule', () => {
  const severe = new Set(['above', 'below', 'critical', 'abnormal']);
  const limits = [...criticalLimits, ...criticalVitals];
  const code = fc.constantFrom(
    'x',
    ...limits.flatMap((limit) => limit.loinc),
    ...[...typicalRanges, ...typicalVitals].flatMap((range) => range.loinc),
  );
  const unit = fc.constantFrom('u', 'mmol/L', 'mg/dL', '%', 'g/dL', '10*3/uL', 'mm[Hg]', '/min', 'Cel', '[degF]');
  const value = fc.double({ min: -10, max: 1_000, noNaN: true });
  const interpretation = fc.option(
    fc.constantFrom('N', 'H', 'L', 'HH', 'LL', 'A', 'AA', 'HU', 'LU', 'POS', '<', '>', '??'),
    { nil: undefined },
  );
  const bounds = fc.option(
    fc.tuple(fc.double({ min: -5, max: 500, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true })),
    { nil: undefined },
  );
  const person = fc.record({
    ageYears: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    sex: fc.option(fc.constantFrom('female' as const, 'male' as const), { nil: undefined }),
  });

  it('never shows a flagged, out-of-range or critical value as unflagged', () => {
    fc.assert(
      fc.property(code, unit, value, interpretation, bounds, person, (of, inUnit, number, said, range, who) => {
        const [low, width] = range ?? [];
        const known = Object.fromEntries(Object.entries(who).filter(([, one]) => one !== undefined));
        const read = interpretObservation(
          lab(of, number, inUnit, {
            ...(said ? { interpretation: flag(said) } : {}),
            ...(low === undefined ? {} : { referenceRange: between(low, low + width!, inUnit) }),
          }),
          known,
        );
        if (['LL', 'HH', 'AA'].includes(said ?? '')) assert.equal(read.state, 'critical');
        if (['H', 'L', 'HU', 'LU', 'A', '<', '>'].includes(said ?? '')) assert.ok(severe.has(read.state));
        if (low !== undefined && (number < low || number > low + width!)) assert.ok(severe.has(read.state));
        const limit = limits.find((one) => one.loinc.includes(of) && one.unit === inUnit);
        const adult = who.ageYears === undefined || who.ageYears >= 18;
        if (
          limit &&
          adult &&
          ((limit.low !== undefined && number <= limit.low) || (limit.high !== undefined && number >= limit.high))
        ) {
          assert.equal(read.state, 'critical');
        }
        if (said !== undefined) assert.equal(read.labFlag?.code, said);
      }),
      { numRuns: 3_000 },
    );
  });

  it('holds for components, and whatever holds them is as serious as the worst of them', () => {
    const part = fc.record({ code, unit, value, said: interpretation, bounds });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const component = parts.map((one) =>
          lab(one.code, one.value, one.unit, {
            ...(one.said ? { interpretation: flag(one.said) } : {}),
            ...(one.bounds ? { referenceRange: between(one.bounds[0], one.bounds[0] + one.bounds[1], one.unit) } : {}),
          }),
        );
        const whole = { id: 'o', status: 'final', code: loinc('85354-9'), component };
        const read = interpretObservation(whole);
        assert.equal(read.components.length, parts.length);
        // Each part reads as it would by itself.
        read.components.forEach((one, i) => assert.equal(one.state, interpretObservation(component[i]!).state));
        const [panel] = groupPanels([], [whole]);
        const worst = worstState(read.components.map((one) => one.state));
        assert.equal(panel!.worst, worst);
        if (parts.some(({ said }) => said === 'HH' || said === 'LL')) assert.equal(panel!.worst, 'critical');
      }),
      { numRuns: 1_000 },
    );
  });

  it('flags a dangerous blood pressure that came with no range, in any writing of its unit', () => {
    for (const unitText of ['mm[Hg]', 'mmHg', 'mm Hg']) {
      const pressure = (upper: number, lower: number) =>
        interpretObservation({
          status: 'final',
          code: loinc('85354-9'),
          component: [lab('8480-6', upper, unitText), lab('8462-4', lower, unitText)],
        }).components.map((one) => one.state);
      assert.deepEqual(pressure(210, 130), ['critical', 'critical'], unitText);
      assert.deepEqual(pressure(138, 85), ['above', 'above'], unitText);
      assert.deepEqual(pressure(118, 72), ['in', 'in'], unitText);
    }
    const one = (of: string, number: number, inUnit: string) => interpretObservation(lab(of, number, inUnit)).state;
    assert.equal(one('8867-4', 150, '{beats}/min'), 'critical');
    assert.equal(one('8867-4', 72, 'beats/minute'), 'in');
    assert.equal(one('59408-5', 85, '%'), 'critical');
    assert.equal(one('8310-5', 104, '[degF]'), 'critical');
    assert.equal(one('8310-5', 40.1, '°C'), 'critical');
    // A number in another unit says nothing, and a child has other limits.
    assert.equal(one('8310-5', 104, 'K'), 'unknown');
    assert.equal(interpretObservation(lab('8867-4', 150, '/min'), { ageYears: 1 }).state, 'unknown');
  });
});

describe('the tables behind it', () => {
  it('have critical limits outside the typical ranges of the same test and unit', () => {
    for (const limit of [...criticalLimits, ...criticalVitals]) {
      for (const range of [...typicalRanges, ...typicalVitals]) {
        if (range.unit !== limit.unit || !range.loinc.some((one) => limit.loinc.includes(one))) continue;
        for (const bounds of 'all' in range ? [range.all] : [range.female, range.male]) {
          if (limit.low !== undefined && bounds.low !== undefined) assert.ok(limit.low < bounds.low, limit.name);
          if (limit.high !== undefined && bounds.high !== undefined) assert.ok(limit.high > bounds.high, limit.name);
        }
      }
    }
  });
});
