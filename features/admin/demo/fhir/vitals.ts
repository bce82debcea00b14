import { add, ageOn, staffRef, type Body, type Chart } from './chart.ts';
import { concept, hl7, quantity, type Resource } from './elements.ts';
import { valueOn, type Course } from './numbers.ts';
import { ofVisit, type Visit } from './visits.ts';

const category = [hl7('observation-category', 'vital-signs', 'Vital Signs')];

type Vital = { loinc: string; name: string; unit: string; ucum: string; decimals: number };
const vital = (loinc: string, name: string, unit: string, decimals: number, ucum = unit): Vital => ({
  loinc,
  name,
  unit,
  ucum,
  decimals,
});

const vitals = {
  systolic: vital('8480-6', 'Systolic blood pressure', 'mmHg', 0, 'mm[Hg]'),
  diastolic: vital('8462-4', 'Diastolic blood pressure', 'mmHg', 0, 'mm[Hg]'),
  pulse: vital('8867-4', 'Heart rate', '/min', 0),
  breathing: vital('9279-1', 'Respiratory rate', '/min', 0),
  temperature: vital('8310-5', 'Body temperature', '°F', 1, '[degF]'),
  oxygen: vital('59408-5', 'Oxygen saturation', '%', 0),
  pounds: vital('29463-7', 'Body weight', 'lb', 1, '[lb_av]'),
  kilograms: vital('29463-7', 'Body weight', 'kg', 1),
  inches: vital('8302-2', 'Body height', 'in', 1, '[in_i]'),
  centimeters: vital('8302-2', 'Body height', 'cm', 1),
  bmi: vital('39156-5', 'Body mass index', 'kg/m2', 1),
  head: vital('9843-4', 'Head circumference', 'cm', 1),
} as const;

const addVital = (visit: Visit, one: Vital, value: number): Resource =>
  add(visit.chart, 'Observation', {
    status: 'final',
    category,
    code: concept('loinc', one.loinc, one.name),
    ...ofVisit(visit),
    effectiveDateTime: visit.takenAt,
    issued: visit.takenAt,
    performer: [staffRef(visit.by)],
    valueQuantity: quantity(value, one.decimals, one.unit, one.ucum),
  });

/** Which courses apply where the chart names none: adults, and children by age. */
const usual = (chart: Chart, days: number): Required<Omit<Body, 'weight' | 'height' | 'headCm'>> => {
  const age = ageOn(chart, days);
  if (age >= 12) return { systolic: 118, diastolic: 74, pulse: 72, breathing: 15, oxygen: 98, temperatureF: 98.3 };
  const pulse = age < 1 ? 130 : age < 3 ? 112 : 95;
  return { systolic: 92, diastolic: 56, pulse, breathing: age < 1 ? 34 : 26, oxygen: 99, temperatureF: 98.5 };
};

export type Told = Partial<Record<keyof Body, number>>;

/** What was measured at a visit: what is told, and the courses of the chart's body for the rest. */
export const addVitals = (visit: Visit, told: Told = {}): void => {
  const { chart, days } = visit;
  const rest = usual(chart, days);
  const of = (name: keyof Body, spread: number): number => {
    const course: Course = chart.body[name] ?? rest[name as keyof typeof rest];
    return told[name] ?? valueOn(course, days) + chart.drift(`vital ${name}`, spread);
  };
  // Children are weighed in kilograms, and stay so in one record.
  const isChild = ageOn(chart, 0) < 18;
  if (ageOn(chart, days) >= 3) {
    add(chart, 'Observation', bloodPressure(visit, Math.round(of('systolic', 4)), Math.round(of('diastolic', 3))));
  }
  addVital(visit, vitals.pulse, of('pulse', 3));
  addVital(visit, vitals.breathing, of('breathing', 0.8));
  addVital(visit, vitals.temperature, of('temperatureF', 0.25));
  addVital(visit, vitals.oxygen, Math.min(100, of('oxygen', 0.5)));
  const weight = of('weight', isChild ? 0.05 : 0.4);
  const height = of('height', 0);
  addVital(visit, isChild ? vitals.kilograms : vitals.pounds, isChild ? weight : weight * 2.204_62);
  addVital(visit, isChild ? vitals.centimeters : vitals.inches, isChild ? height : height / 2.54);
  if (ageOn(chart, days) >= 2) addVital(visit, vitals.bmi, weight / (height / 100) ** 2);
  if (chart.body.headCm !== undefined && ageOn(chart, days) < 2.1) addVital(visit, vitals.head, of('headCm', 0.05));
};

const bloodPressure = (visit: Visit, systolic: number, diastolic: number) => ({
  status: 'final',
  category,
  code: concept('loinc', '85354-9', 'Blood pressure'),
  ...ofVisit(visit),
  effectiveDateTime: visit.takenAt,
  issued: visit.takenAt,
  performer: [staffRef(visit.by)],
  component: [
    { one: vitals.systolic, value: systolic },
    { one: vitals.diastolic, value: diastolic },
  ].map(({ one, value }) => ({
    code: concept('loinc', one.loinc, one.name),
    valueQuantity: quantity(value, one.decimals, one.unit, one.ucum),
  })),
});

/** A weight that the person took at home. */
export const addHomeWeight = (chart: Chart, at: string, kilograms: number): Resource =>
  add(chart, 'Observation', {
    status: 'final',
    category,
    code: concept('loinc', '29463-7', 'Body weight'),
    effectiveDateTime: at,
    issued: at,
    performer: [{ reference: `Patient/${chart.patient.id}` }],
    method: { text: 'Own scale at home' },
    valueQuantity: quantity(kilograms * 2.204_62, 1, 'lb', '[lb_av]'),
  });

/** A measurement that belongs to one story only: a fetal heart rate, a breathing test. */
export const addMeasurement = (
  visit: Visit,
  [loinc, name]: readonly [string, string],
  [value, decimals, unit, ucum]: readonly [value: number, decimals: number, unit: string, ucum?: string],
  kind: 'vital-signs' | 'exam' | 'procedure' | 'survey' = 'exam',
): Resource =>
  add(visit.chart, 'Observation', {
    status: 'final',
    category: [
      hl7(
        'observation-category',
        kind,
        { 'vital-signs': 'Vital Signs', exam: 'Exam', procedure: 'Procedure', survey: 'Survey' }[kind],
      ),
    ],
    code: concept('loinc', loinc, name),
    ...ofVisit(visit),
    effectiveDateTime: visit.takenAt,
    issued: visit.takenAt,
    performer: [staffRef(visit.by)],
    valueQuantity: quantity(value, decimals, unit, ucum),
  });

const smoking = {
  never: ['266919005', 'Never smoked tobacco', 'Never smoked'],
  former: ['8517006', 'Ex-smoker', 'Used to smoke'],
  current: ['77176002', 'Smoker', 'Smokes'],
} as const;

/** Social history: does the person smoke? */
export const addSmoking = (visit: Visit, status: keyof typeof smoking): Resource => {
  const [code, display, text] = smoking[status];
  return add(visit.chart, 'Observation', {
    status: 'final',
    category: [hl7('observation-category', 'social-history', 'Social History')],
    code: concept('loinc', '72166-2', 'Tobacco smoking status'),
    ...ofVisit(visit),
    effectiveDateTime: visit.takenAt,
    issued: visit.takenAt,
    performer: [staffRef(visit.by)],
    valueCodeableConcept: concept('snomed', code, display, text),
  });
};
