// Charts of made-up people for browser tests, as FHIR R4 bundles.
import { wholeChart } from './whole-chart.ts';

const dayMs = 86_400_000;
const isoDay = (daysAgo: number): string => new Date(Date.now() - daysAgo * dayMs).toISOString();

type Lab = {
  loinc: string;
  title: string;
  unit: string;
  low?: number;
  high?: number;
  /** [days ago, value], oldest first. */
  values: readonly (readonly [number, string])[];
  interpretation?: string;
  note?: string;
};

const labs: readonly Lab[] = [
  {
    loinc: '4548-4',
    title: 'Hemoglobin A1c/Hemoglobin.total in Blood',
    unit: '%',
    low: 4,
    high: 5.6,
    values: [
      [1100, '6.1'],
      [920, '6.4'],
      [740, '6.9'],
      [560, '7.3'],
      [400, '7.0'],
      [240, '6.6'],
      [120, '6.2'],
      [2, '5.90'],
    ],
  },
  {
    loinc: '13457-7',
    title: 'Cholesterol in LDL [Mass/volume] in Serum or Plasma by calculation',
    unit: 'mg/dL',
    high: 100,
    values: [
      [920, '131'],
      [560, '118'],
      [240, '104'],
      [2, '92'],
    ],
  },
  {
    loinc: '2823-3',
    title: 'Potassium [Moles/volume] in Serum or Plasma',
    unit: 'mmol/L',
    low: 3.5,
    high: 5.1,
    values: [
      [740, '4.1'],
      [400, '3.9'],
      [120, '3.6'],
      [2, '2.6'],
    ],
    interpretation: 'LL',
    note: 'Sample checked twice. Called to the clinic.',
  },
  {
    loinc: '3016-3',
    title: 'Thyrotropin [Units/volume] in Serum or Plasma',
    unit: 'mIU/L',
    low: 0.5,
    high: 4.5,
    values: [[2, '2.1']],
  },
  {
    loinc: '2951-2',
    title: 'Sodium [Moles/volume] in Serum or Plasma',
    unit: 'mmol/L',
    low: 136,
    high: 145,
    values: [
      [400, '140'],
      [2, '139'],
    ],
  },
];

const quantity = (value: string, unit: string) => ({
  value: Number(value),
  unit,
  system: 'http://unitsofmeasure.org',
  code: unit,
});

const observation = (patient: string, lab: Lab, [daysAgo, value]: readonly [number, string], index: number) => {
  const isLast = index === lab.values.length - 1;
  return {
    resourceType: 'Observation',
    id: `${lab.loinc}-${index}`,
    status: 'final',
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] },
    ],
    code: { coding: [{ system: 'http://loinc.org', code: lab.loinc, display: lab.title }], text: lab.title },
    subject: { reference: `Patient/${patient}` },
    effectiveDateTime: isoDay(daysAgo),
    issued: isoDay(daysAgo),
    performer: [{ display: 'Harbor Reference Laboratory' }],
    valueQuantity: quantity(value, lab.unit),
    referenceRange: [
      {
        ...(lab.low === undefined ? {} : { low: quantity(String(lab.low), lab.unit) }),
        ...(lab.high === undefined ? {} : { high: quantity(String(lab.high), lab.unit) }),
      },
    ],
    ...(isLast && lab.interpretation
      ? {
          interpretation: [
            {
              coding: [
                {
                  system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation',
                  code: lab.interpretation,
                  display: 'Critical low',
                },
              ],
            },
          ],
        }
      : {}),
    ...(isLast && lab.note ? { note: [{ text: lab.note }] } : {}),
  };
};

const patientOf = (id: string, given: string, family: string, birthDate: string, mrn: string) => ({
  resourceType: 'Patient',
  id,
  identifier: [
    {
      type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] },
      system: 'urn:oid:2.16.840.1.113883.19.5',
      value: mrn,
    },
  ],
  name: [{ use: 'official', given: [given], family }],
  gender: 'female',
  birthDate,
});

const bundle = (resources: readonly object[]): string =>
  JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) });

/** Maria: trends, a panel with a clinician's note, one critical value two days ago, and the rest of a chart. */
export const mariaBundle = (): string => {
  const observations = labs.flatMap((lab) => lab.values.map((value, index) => observation('maria', lab, value, index)));
  const newest = labs.map((lab) => ({ reference: `Observation/${lab.loinc}-${lab.values.length - 1}` }));
  return bundle([
    patientOf('maria', 'Maria', 'Rivera', '1968-03-14', '004-118-22'),
    ...observations,
    {
      resourceType: 'DiagnosticReport',
      id: 'panel',
      status: 'final',
      category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'LAB' }] }],
      code: { text: 'Diabetes follow-up panel' },
      subject: { reference: 'Patient/maria' },
      effectiveDateTime: isoDay(2),
      issued: isoDay(2),
      resultsInterpreter: [{ display: 'Dr. Amara Okafor' }],
      result: newest,
      conclusion: 'Your blood sugar keeps getting better. Your potassium is too low: please call us today.',
    },
    ...wholeChart(),
  ]);
};

/** Lena: known to the clinic, nothing on file. */
export const lenaBundle = (): string => bundle([patientOf('lena', 'Lena', 'Novak', '1990-07-02', '004-118-23')]);

/** Iris: has no account yet. */
export const irisBundle = (): string => bundle([patientOf('iris', 'Iris', 'Sol', '1985-12-30', '004-118-24')]);

/** What comes later: a report of one potassium value for Maria, taken today. */
export const potassiumBundle = (id: string, value: string): string =>
  bundle([
    patientOf('maria', 'Maria', 'Rivera', '1968-03-14', '004-118-22'),
    {
      ...observation('maria', { ...labs[2]!, interpretation: 'L', note: '' }, [0, value], labs[2]!.values.length - 1),
      id,
    },
    {
      resourceType: 'DiagnosticReport',
      id: `report-${id}`,
      status: 'final',
      category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'LAB' }] }],
      code: { text: 'Potassium check' },
      subject: { reference: 'Patient/maria' },
      effectiveDateTime: isoDay(0),
      issued: isoDay(0),
      result: [{ reference: `Observation/${id}` }],
    },
  ]);
