import { recordNumbers, demoOrganization } from '../cast/clinic.ts';
import { birthDateOf, keyOf, type DemoPatient } from '../cast/patients.ts';
import type { Practitioner } from '../cast/staff.ts';
import { hl7, type Resource } from './elements.ts';
import type { LabName } from './lab-tests.ts';
import { dateBefore, momentBefore, type Start } from './moments.ts';
import { demoNumbers, driftOf, type Course, type Drift } from './numbers.ts';

/** What a body does when nothing else is said. Weights in kg, heights in cm. */
export type Body = {
  systolic?: Course;
  diastolic?: Course;
  pulse?: Course;
  breathing?: Course;
  oxygen?: Course;
  temperatureF?: Course;
  weight: Course;
  height: Course;
  headCm?: Course;
};

/** One person's record while it is written. Everything that is added lands in `resources`. */
export type Chart = {
  readonly patient: DemoPatient;
  readonly birthDate: string;
  readonly start: Start;
  readonly by: Practitioner;
  readonly body: Body;
  /** Courses of laboratory values that are this person's own; others are usual ones. */
  readonly labs: Partial<Record<LabName, Course>>;
  readonly random: () => number;
  readonly drift: Drift;
  readonly resources: Resource[];
  /** Ids by resource type, counted. */
  readonly counts: Map<string, number>;
};

type Opened = {
  /** Who signs where nothing else is said. */
  by: Practitioner;
  body: Body;
  labs?: Partial<Record<LabName, Course>>;
  /** Elements of Patient beside the usual ones. */
  more?: Record<string, unknown>;
};

export const openChart = (patient: DemoPatient, start: Start, { by, body, labs = {}, more = {} }: Opened): Chart => {
  const random = demoNumbers(Number(patient.mrn.slice(3)));
  const chart: Chart = {
    patient,
    birthDate: birthDateOf(patient, start),
    start,
    by,
    body,
    labs,
    random,
    drift: driftOf(random),
    resources: [],
    counts: new Map(),
  };
  chart.resources.push({ ...patientResource(patient, chart.birthDate, by), ...more });
  return chart;
};

/** Adds a resource that is about the chart's person; gives it an id and a subject. */
export const add = (chart: Chart, resourceType: string, elements: Record<string, unknown>): Resource => {
  const number = (chart.counts.get(resourceType) ?? 0) + 1;
  chart.counts.set(resourceType, number);
  const resource: Resource = {
    resourceType,
    id: `${keyOf(chart.patient)}-${resourceType.toLowerCase()}-${number}`,
    ...elements,
  };
  const owner = ownerElement[resourceType] ?? 'subject';
  if (owner !== 'none') resource[owner] = personRef(chart);
  chart.resources.push(resource);
  return resource;
};

/** The element that says whose a resource is, where it is not `subject`. */
const ownerElement: Readonly<Record<string, string>> = {
  AllergyIntolerance: 'patient',
  Immunization: 'patient',
  FamilyMemberHistory: 'patient',
  Device: 'patient',
  RelatedPerson: 'patient',
  Claim: 'patient',
  ExplanationOfBenefit: 'patient',
  Coverage: 'beneficiary',
  Appointment: 'none',
};

export const refTo = ({ resourceType, id }: Resource) => ({ reference: `${resourceType}/${id}` });
export const personRef = ({ patient }: Chart) => ({
  reference: `Patient/${patient.id}`,
  display: `${patient.given[0]} ${patient.family}`,
});
export const staffRef = (by: Practitioner) => ({ reference: `Practitioner/${by.id}`, display: by.name });

/** YYYY-MM-DD, that many days before the start. */
export const day = (chart: Chart, days: number): string => dateBefore(chart.start, days);
/** A moment in working hours. */
export const moment = (chart: Chart, days: number, minute = 9 * 60): string => momentBefore(chart.start, days, minute);

/** Years, with a fraction, on a day before the start. */
export const ageOn = (chart: Chart, days: number): number =>
  (chart.start.now.getTime() - days * 86_400_000 - Date.parse(chart.birthDate)) / (365.25 * 86_400_000);

const languages = { en: 'English', es: 'Spanish' } as const;

const patientResource = (patient: DemoPatient, birthDate: string, by: Practitioner): Resource => ({
  resourceType: 'Patient',
  id: patient.id,
  identifier: [
    { use: 'usual', type: hl7('v2-0203', 'MR', 'Medical record number'), system: recordNumbers, value: patient.mrn },
  ],
  active: true,
  name: [{ use: 'official', family: patient.family, given: patient.given }],
  telecom: [
    { system: 'phone', value: patient.phone, use: 'mobile' },
    ...(patient.email ? [{ system: 'email', value: patient.email }] : []),
  ],
  gender: patient.gender,
  birthDate,
  address: [
    {
      use: 'home',
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
        coding: [{ system: 'urn:ietf:bcp:47', code: patient.language, display: languages[patient.language] }],
        text: languages[patient.language],
      },
      preferred: true,
    },
  ],
  generalPractitioner: [staffRef(by)],
  managingOrganization: { reference: `Organization/${demoOrganization.id}`, display: demoOrganization.name },
});
