import { demoLaboratory } from '../cast/clinic.ts';
import { add, ageOn, refTo, staffRef } from './chart.ts';
import { concept, hl7, quantity, type Concept, type Resource } from './elements.ts';
import { labTests, panels, type Bounds, type LabName, type LabTest, type PanelName } from './lab-tests.ts';
import { valueOn } from './numbers.ts';
import { ofVisit, type Visit } from './visits.ts';

/** One value that is not what its course says. */
export type Measured = {
  value: number;
  /** Laboratory's flag when it is more than above or below. */
  flag?: 'LL' | 'HH';
  comparator?: '<' | '>';
  status?: 'final' | 'preliminary' | 'corrected' | 'cancelled';
  note?: string;
  /** No value: why. */
  absent?: string;
};
export type Values = Partial<Record<LabName, number | Measured>>;

const flags = { N: 'Normal', H: 'High', L: 'Low', HH: 'Critical high', LL: 'Critical low', A: 'Abnormal' } as const;
type Flag = keyof typeof flags;
const interpretation = (flag: Flag) => [
  { ...hl7('v3-ObservationInterpretation', flag, flags[flag]), text: flags[flag] },
];

const rangeFor = (test: LabTest, visit: Visit): Bounds =>
  test.child && ageOn(visit.chart, visit.days) < 12
    ? test.child
    : test.male && visit.chart.patient.gender === 'male'
      ? test.male
      : test.range;

const flagOf = ([low, high]: Bounds, value: number): Flag =>
  low !== null && value < low ? 'L' : high !== null && value > high ? 'H' : 'N';

const laboratory = [hl7('observation-category', 'laboratory', 'Laboratory')];
const byLaboratory = [{ reference: `Organization/${demoLaboratory.id}`, display: demoLaboratory.name }];

const rounded = (value: number, { decimals }: LabTest): number => Number(value.toFixed(decimals));

/** Values that follow from others, as a laboratory computes them. */
const derived: Partial<Record<LabName, (of: (lab: LabName) => number, visit: Visit) => number>> = {
  egfr: (of, visit) => ckdEpi(of('creatinine'), ageOn(visit.chart, visit.days), visit.chart.patient.gender),
  ldl: (of) => of('cholesterol') - of('hdl') - of('triglycerides') / 5,
  hematocrit: (of) => of('hemoglobin') * 2.98,
  rbc: (of) => (of('hemoglobin') * 29.8) / of('mcv'),
};

/** CKD-EPI 2021 (creatinine), mL/min/1.73 m². */
const ckdEpi = (creatinine: number, age: number, gender: 'female' | 'male'): number => {
  const [kappa, alpha, factor] = gender === 'female' ? [0.7, -0.241, 1.012] : [0.9, -0.302, 1];
  const ratio = creatinine / kappa;
  return 142 * Math.min(ratio, 1) ** alpha * Math.max(ratio, 1) ** -1.2 * 0.9938 ** age * factor;
};

/** Every value of a panel, rounded as it is reported; what one follows from is the rounded one too. */
const measure = (visit: Visit, tests: readonly LabName[], given: Values): Map<LabName, Measured> => {
  const out = new Map<LabName, Measured>();
  const of = (lab: LabName): number => {
    const known = out.get(lab) ?? measureOne(lab);
    out.set(lab, known);
    return known.value;
  };
  const measureOne = (lab: LabName): Measured => {
    const test: LabTest = labTests[lab];
    const told = given[lab];
    if (told !== undefined) return typeof told === 'number' ? { value: told } : told;
    const { chart, days } = visit;
    const { usual, spread, range } = test;
    const [low] = rangeFor(test, visit);
    const compute = derived[lab];
    if (compute && chart.labs[lab] === undefined) return { value: rounded(compute(of, visit), test) };
    // Men's and children's ranges lie a little apart from the usual one.
    const shift = low !== null && range[0] !== null ? low - range[0] : 0;
    const course = chart.labs[lab];
    const middle = course === undefined ? usual + shift : valueOn(course, days);
    // What is far above or below usual drifts by more or by less.
    const scale = Math.max(0.2, Math.min(3, middle / usual));
    return { value: rounded(middle + chart.drift(lab, spread * scale), test) };
  };
  for (const lab of tests) of(lab);
  return out;
};

const observation = (visit: Visit, lab: LabName, measured: Measured): Resource => {
  const test: LabTest = labTests[lab];
  const bounds = rangeFor(test, visit);
  const { value, flag = flagOf(bounds, value), comparator, status = 'final', note, absent } = measured;
  const amount = (number: number) => quantity(number, test.decimals, test.unit, test.ucum);
  const [low, high] = bounds;
  const answer = absent
    ? { dataAbsentReason: { text: absent } }
    : {
        valueQuantity: { ...amount(value), ...(comparator ? { comparator } : {}) },
        interpretation: interpretation(flag),
        referenceRange: [
          { ...(low === null ? {} : { low: amount(low) }), ...(high === null ? {} : { high: amount(high) }) },
        ],
      };
  return add(visit.chart, 'Observation', {
    status,
    category: laboratory,
    code: concept('loinc', test.loinc, test.name),
    ...ofVisit(visit),
    effectiveDateTime: visit.takenAt,
    issued: visit.issuedAt,
    performer: byLaboratory,
    ...answer,
    ...(note ? { note: [{ time: visit.issuedAt, text: note }] } : {}),
  });
};

type Said = {
  /** The clinician's words on the whole report. */
  conclusion?: string;
  status?: 'final' | 'preliminary' | 'corrected';
  /** More tests on the same sample. */
  also?: readonly LabName[];
};

/** A panel of laboratory values, with its report. */
export const addPanel = (visit: Visit, name: PanelName, given: Values = {}, said: Said = {}): Resource => {
  const { loinc, name: title, tests } = panels[name];
  const isChild = ageOn(visit.chart, visit.days) < 18;
  const wanted = [...tests, ...(said.also ?? [])].filter((lab) => !(isChild && lab === 'egfr'));
  const measured = measure(visit, wanted, given);
  const results = wanted.map((lab) => observation(visit, lab, measured.get(lab)!));
  return addReport(visit, concept('loinc', loinc, title), results, said);
};

/** A result in words, such as "Not detected", with its report. */
export const addWordedResult = (
  visit: Visit,
  code: { loinc: string; name: string },
  words: string,
  { flag, ...said }: Said & { flag?: 'N' | 'A' } = {},
): Resource => {
  const result = add(visit.chart, 'Observation', {
    status: 'final',
    category: laboratory,
    code: concept('loinc', code.loinc, code.name),
    ...ofVisit(visit),
    effectiveDateTime: visit.takenAt,
    issued: visit.issuedAt,
    performer: byLaboratory,
    valueString: words,
    ...(flag ? { interpretation: interpretation(flag) } : {}),
  });
  return addReport(visit, concept('loinc', code.loinc, code.name), [result], said);
};

const addReport = (visit: Visit, code: Concept, results: readonly Resource[], said: Said): Resource =>
  add(visit.chart, 'DiagnosticReport', {
    status: said.status ?? 'final',
    category: [hl7('v2-0074', 'LAB', 'Laboratory')],
    code,
    ...ofVisit(visit),
    effectiveDateTime: visit.takenAt,
    issued: visit.issuedAt,
    performer: byLaboratory,
    resultsInterpreter: [staffRef(doctorOf(visit))],
    result: results.map(refTo),
    ...(said.conclusion ? { conclusion: said.conclusion } : {}),
  });

/** A nurse draws the blood; what it means is the doctor's to say. */
const doctorOf = ({ by, chart }: Visit) => (by.suffix === 'RN' ? chart.by : by);

/** What an image or a tracing showed, in words for the patient. */
export const addImaging = (visit: Visit, name: string, conclusion: string, loinc?: string): Resource =>
  add(visit.chart, 'DiagnosticReport', {
    status: 'final',
    category: [hl7('v2-0074', 'RAD', 'Radiology')],
    code: loinc ? concept('loinc', loinc, name) : { text: name },
    ...ofVisit(visit),
    effectiveDateTime: visit.takenAt,
    issued: visit.issuedAt,
    performer: [{ reference: 'Organization/demo-organization-hospital', display: 'Fairhaven Community Hospital' }],
    resultsInterpreter: [staffRef(doctorOf(visit))],
    conclusion,
  });
