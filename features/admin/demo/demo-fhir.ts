import { demoLaboratory, demoOrganization, demoPractitioners, recordNumbers, type DemoPatient } from './cast.ts';
import { labTests, type LabName, type LabTest, type Panel } from './lab-tests.ts';

/** FHIR R4 as a laboratory and a clinic would send it, for made-up people. */
export type Resource = { resourceType: string; id: string; [element: string]: unknown };

const loinc = (code: string, display: string) => ({
  coding: [{ system: 'http://loinc.org', code, display }],
  text: display,
});
const hl7 = (codeSystem: string, code: string, display: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${codeSystem}`, code, display }],
});

/** A decimal that keeps its zeros: 5.90 stays 5.90. */
const exact = (value: number, decimals: number): number =>
  (JSON as unknown as { rawJSON(text: string): number }).rawJSON(value.toFixed(decimals));

const quantity = (test: LabTest, value: number, comparator?: '<' | '>') => ({
  value: exact(value, test.decimals),
  ...(comparator ? { comparator } : {}),
  unit: test.unit,
  system: 'http://unitsofmeasure.org',
  code: test.ucum ?? test.unit,
});

const flags: Record<string, string> = { N: 'Normal', H: 'High', L: 'Low', HH: 'Critical high', LL: 'Critical low' };
const flagOf = (test: LabTest, value: number): string =>
  test.low !== undefined && value < test.low ? 'L' : test.high !== undefined && value > test.high ? 'H' : 'N';

export type Measured = {
  lab: LabName;
  value: number;
  /** Laboratory's flag when it is more than above or below. */
  flag?: 'LL' | 'HH';
  comparator?: '<' | '>';
  status?: 'final' | 'preliminary' | 'corrected' | 'cancelled';
  note?: string;
  /** No value: why. */
  absent?: string;
};

export type Visit = {
  patient: DemoPatient;
  key: string;
  /** ISO 8601 with zone: when blood was taken. */
  takenAt: string;
  issuedAt: string;
  by: (typeof demoPractitioners)[number];
};

const practitionerRef = (by: Visit['by']) => ({
  reference: `Practitioner/${by.id}`,
  display: `${by.prefix} ${by.given} ${by.family}`,
});
const subjectOf = (patient: DemoPatient) => ({
  reference: `Patient/${patient.id}`,
  display: `${patient.given[0]} ${patient.family}`,
});

export const observationOf = (visit: Visit, measured: Measured): Resource => {
  const test: LabTest = labTests[measured.lab];
  const flag = measured.flag ?? flagOf(test, measured.value);
  const common = {
    resourceType: 'Observation',
    id: `demo-${visit.patient.mrn.slice(3)}-${visit.key}-${measured.lab.toLowerCase()}`,
    status: measured.status ?? 'final',
    category: [hl7('observation-category', 'laboratory', 'Laboratory')],
    code: loinc(test.loinc, test.name),
    subject: subjectOf(visit.patient),
    encounter: { reference: `Encounter/${encounterId(visit)}` },
    effectiveDateTime: visit.takenAt,
    issued: visit.issuedAt,
    performer: [{ reference: `Organization/${demoLaboratory.id}`, display: demoLaboratory.name }],
    ...(measured.note ? { note: [{ time: visit.issuedAt, text: measured.note }] } : {}),
  };
  const range = {
    ...(test.low === undefined ? {} : { low: quantity(test, test.low) }),
    ...(test.high === undefined ? {} : { high: quantity(test, test.high) }),
  };
  if (measured.absent) return { ...common, dataAbsentReason: { text: measured.absent } };
  return {
    ...common,
    valueQuantity: quantity(test, measured.value, measured.comparator),
    interpretation: [{ ...hl7('v3-ObservationInterpretation', flag, flags[flag]!), text: flags[flag] }],
    referenceRange: [range],
  };
};

/** A result in words, such as "Not detected". */
export const wordedObservation = (
  visit: Visit,
  code: { loinc: string; name: string },
  text: string,
  key: string,
): Resource => ({
  resourceType: 'Observation',
  id: `demo-${visit.patient.mrn.slice(3)}-${visit.key}-${key}`,
  status: 'final',
  category: [hl7('observation-category', 'laboratory', 'Laboratory')],
  code: loinc(code.loinc, code.name),
  subject: subjectOf(visit.patient),
  encounter: { reference: `Encounter/${encounterId(visit)}` },
  effectiveDateTime: visit.takenAt,
  issued: visit.issuedAt,
  performer: [{ reference: `Organization/${demoLaboratory.id}`, display: demoLaboratory.name }],
  valueString: text,
});

export const reportOf = (
  visit: Visit,
  panel: Panel,
  key: string,
  results: readonly Resource[],
  conclusion?: string,
): Resource => ({
  resourceType: 'DiagnosticReport',
  id: `demo-${visit.patient.mrn.slice(3)}-${visit.key}-report-${key}`,
  status: 'final',
  category: [hl7('v2-0074', 'LAB', 'Laboratory')],
  code: loinc(panel.loinc, panel.name),
  subject: subjectOf(visit.patient),
  encounter: { reference: `Encounter/${encounterId(visit)}` },
  effectiveDateTime: visit.takenAt,
  issued: visit.issuedAt,
  performer: [{ reference: `Organization/${demoLaboratory.id}`, display: demoLaboratory.name }],
  resultsInterpreter: [practitionerRef(visit.by)],
  result: results.map((one) => ({ reference: `Observation/${one.id}` })),
  ...(conclusion ? { conclusion } : {}),
});

const encounterId = (visit: Visit): string => `demo-${visit.patient.mrn.slice(3)}-${visit.key}`;

export const encounterOf = (visit: Visit, reason: string): Resource => ({
  resourceType: 'Encounter',
  id: encounterId(visit),
  status: 'finished',
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB', display: 'ambulatory' },
  type: [{ text: reason }],
  subject: subjectOf(visit.patient),
  participant: [{ individual: practitionerRef(visit.by) }],
  period: { start: visit.takenAt, end: visit.takenAt },
  serviceProvider: { reference: `Organization/${demoOrganization.id}`, display: demoOrganization.name },
});

export const patientOf = (patient: DemoPatient): Resource => ({
  resourceType: 'Patient',
  id: patient.id,
  identifier: [
    { use: 'usual', type: hl7('v2-0203', 'MR', 'Medical record number'), system: recordNumbers, value: patient.mrn },
  ],
  active: true,
  name: [{ use: 'official', family: patient.family, given: patient.given }],
  telecom: [
    { system: 'phone', value: patient.phone, use: 'mobile' },
    { system: 'email', value: patient.email },
  ],
  gender: patient.gender,
  birthDate: patient.birthDate,
  address: [
    {
      line: [patient.address.line],
      city: patient.address.city,
      state: patient.address.state,
      postalCode: patient.address.postalCode,
      country: 'US',
    },
  ],
  communication: [
    {
      language: {
        coding: [
          {
            system: 'urn:ietf:bcp:47',
            code: patient.language,
            display: patient.language === 'es' ? 'Spanish' : 'English',
          },
        ],
      },
      preferred: true,
    },
  ],
  generalPractitioner: [{ reference: `Practitioner/${demoPractitioners[0].id}` }],
});

/** A condition, medicine, allergy or vaccine of a patient, given as its own elements. */
export const clinicalResource = (
  patient: DemoPatient,
  resourceType: string,
  key: string,
  elements: Record<string, unknown>,
): Resource => ({
  resourceType,
  id: `demo-${patient.mrn.slice(3)}-${key}`,
  ...elements,
  [resourceType === 'AllergyIntolerance' || resourceType === 'Immunization' ? 'patient' : 'subject']:
    subjectOf(patient),
});

/** Practitioners, laboratory and clinic: shared by the patients. */
export const sharedResources = (): Resource[] => [
  { resourceType: 'Organization', id: demoOrganization.id, active: true, name: demoOrganization.name },
  { resourceType: 'Organization', id: demoLaboratory.id, active: true, name: demoLaboratory.name },
  ...demoPractitioners.map((one) => ({
    resourceType: 'Practitioner',
    id: one.id,
    identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: one.npi }],
    active: true,
    name: [{ family: one.family, given: [one.given], prefix: [one.prefix] }],
  })),
];

/** A bundle as JSON text. */
export const bundleText = (resources: readonly Resource[]): string =>
  JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({
      fullUrl: `https://juniperhill.example/fhir/${resource.resourceType}/${resource.id}`,
      resource,
    })),
  });
