import type { FhirPeriod } from '../fhir-shapes.ts';
import { codeIn, idOf, nameOf, namesOf, whoOf, type Coding, type Concept, type Reference } from './concept.ts';

export type FhirVisit = {
  resourceType?: string;
  id?: string;
  status?: string;
  class?: Coding;
  type?: Concept[];
  serviceType?: Concept;
  priority?: Concept;
  period?: FhirPeriod;
  reasonCode?: Concept[];
  reasonReference?: Reference[];
  participant?: { type?: Concept[]; individual?: Reference }[];
  diagnosis?: { condition?: Reference; use?: Concept }[];
  location?: { location?: Reference }[];
  serviceProvider?: Reference;
  managingOrganization?: Reference;
  careManager?: Reference;
  hospitalization?: { dischargeDisposition?: Concept; admitSource?: Concept };
};

/** Where and how a visit took place. */
export type VisitSetting = 'office' | 'emergency' | 'hospital' | 'video' | 'home' | 'other';

export type Visit = {
  id: string;
  /** FHIR status; finished, in-progress, planned, cancelled, ... */
  status: string | null;
  setting: VisitSetting;
  title: string | null;
  reasons: string[];
  start: string | null;
  end: string | null;
  clinicians: string[];
  place: string | null;
  organization: string | null;
  /** What was found: names, and the record ids of the conditions where they are here. */
  diagnoses: { name: string | null; conditionId: string | null }[];
  discharge: string | null;
  isWithdrawn: boolean;
};

/** HL7 ActCode of Encounter.class. */
const settings: Readonly<Record<string, VisitSetting>> = {
  AMB: 'office',
  OBSENC: 'hospital',
  EMER: 'emergency',
  IMP: 'hospital',
  ACUTE: 'hospital',
  NONAC: 'hospital',
  SS: 'hospital',
  VR: 'video',
  HH: 'home',
};

/** Reads a FHIR R4 Encounter or EpisodeOfCare. */
export const readVisit = (resource: FhirVisit): Visit => {
  const clinicians = (resource.participant ?? []).flatMap(({ individual }) =>
    individual?.reference?.includes('Patient/') || individual?.reference?.includes('RelatedPerson/')
      ? []
      : (whoOf(individual) ?? []),
  );
  const manager = whoOf(resource.careManager);
  return {
    id: resource.id ?? '',
    status: resource.status ?? null,
    setting: settings[resource.class?.code ?? ''] ?? 'other',
    title: namesOf(resource.type)[0] ?? nameOf(resource.serviceType),
    reasons: [
      ...namesOf(resource.reasonCode),
      ...(resource.reasonReference ?? []).flatMap((reference) => whoOf(reference) ?? []),
    ],
    start: resource.period?.start ?? null,
    end: resource.period?.end ?? null,
    clinicians: [...new Set(manager ? [...clinicians, manager] : clinicians)],
    place: (resource.location ?? []).flatMap(({ location }) => whoOf(location) ?? [])[0] ?? null,
    organization: whoOf(resource.serviceProvider) ?? whoOf(resource.managingOrganization),
    diagnoses: (resource.diagnosis ?? []).map(({ condition }) => ({
      name: nameOf({ text: whoOf(condition) ?? '' }),
      conditionId: idOf(condition, 'Condition'),
    })),
    discharge: nameOf(resource.hospitalization?.dischargeDisposition),
    isWithdrawn: resource.status === 'entered-in-error',
  };
};

export type FhirAppointment = {
  id?: string;
  status?: string;
  cancelationReason?: Concept;
  serviceCategory?: Concept[];
  serviceType?: Concept[];
  appointmentType?: Concept;
  reasonCode?: Concept[];
  reasonReference?: Reference[];
  description?: string;
  start?: string;
  end?: string;
  minutesDuration?: number | string;
  requestedPeriod?: FhirPeriod[];
  comment?: string;
  patientInstruction?: string;
  participant?: { type?: Concept[]; actor?: Reference; status?: string }[];
};

export type Appointment = {
  id: string;
  /** booked, pending, proposed, arrived, fulfilled, cancelled, noshow, entered-in-error, waitlist, checked-in */
  status: string | null;
  title: string | null;
  reasons: string[];
  start: string | null;
  end: string | null;
  clinicians: string[];
  place: string | null;
  instruction: string | null;
  comment: string | null;
  whyCancelled: string | null;
  /** Neither cancelled nor missed nor entered by mistake. */
  isLive: boolean;
};

const called = ['cancelled', 'noshow', 'entered-in-error'];
const isPerson = ({ reference }: Reference): boolean =>
  /(?:Practitioner|PractitionerRole|CareTeam)[/?]/.test(reference ?? '');
const isPlace = ({ reference }: Reference): boolean => /Location[/?]/.test(reference ?? '');
const isPatient = ({ reference }: Reference): boolean => /(?:Patient|RelatedPerson)[/?]/.test(reference ?? '');

/** Reads a FHIR R4 Appointment. */
export const readAppointment = (resource: FhirAppointment): Appointment => {
  const actors = (resource.participant ?? []).flatMap(({ actor }) => (actor && !isPatient(actor) ? [actor] : []));
  const people = actors.filter(isPerson);
  // A participant without a reference is a name only: the place, when a person is named as well.
  const places = actors.filter((actor) => isPlace(actor) || (!isPerson(actor) && people.length > 0));
  const named = people.length > 0 ? people : actors.filter((actor) => !isPlace(actor));
  return {
    id: resource.id ?? '',
    status: resource.status ?? null,
    title:
      resource.description ??
      namesOf(resource.serviceType)[0] ??
      nameOf(resource.appointmentType) ??
      namesOf(resource.serviceCategory)[0] ??
      null,
    reasons: [
      ...namesOf(resource.reasonCode),
      ...(resource.reasonReference ?? []).flatMap((reference) => whoOf(reference) ?? []),
    ],
    start: resource.start ?? resource.requestedPeriod?.[0]?.start ?? null,
    end: resource.end ?? null,
    clinicians: [...new Set(named.flatMap((actor) => whoOf(actor) ?? []))],
    place: places.flatMap((actor) => whoOf(actor) ?? [])[0] ?? null,
    instruction: resource.patientInstruction ?? null,
    comment: resource.comment ?? null,
    whyCancelled: nameOf(resource.cancelationReason) ?? codeIn(resource.cancelationReason),
    isLive: resource.status === undefined || !called.includes(resource.status),
  };
};
