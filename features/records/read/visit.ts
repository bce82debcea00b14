import {
  conceptOf,
  conceptsOf,
  elementOf,
  elementsOf,
  entryOf,
  reasonsOf,
  recordIdIn,
  spanOf,
  textOf,
  whoOf,
  whosOf,
  type Concept,
  type Element,
  type Entry,
  type FhirResource,
  type Span,
  type Who,
} from './elements.ts';

export type VisitKind = 'office' | 'virtual' | 'home' | 'emergency' | 'inpatient' | 'observation' | 'other';

export type Visit = Entry & {
  /** "Encounter for symptom"; null when the sender gave none: the kind's words then. */
  title: string | null;
  types: Concept[];
  kind: VisitKind;
  /** The sender's word for the class, for kinds that we do not know. */
  classText: string | null;
  state: 'planned' | 'arrived' | 'in-progress' | 'finished' | 'cancelled' | 'withdrawn' | 'unknown';
  span: Span | null;
  /** With whom, the primary one first. */
  people: (Who & { role: string | null })[];
  /** The clinic or hospital, and the places inside it. */
  organization: Who | null;
  places: Who[];
  reasons: string[];
  /** Diagnoses by record id, with the words that came. */
  diagnoses: { id: string | null; name: string | null; use: string | null }[];
  service: string | null;
  dischargedTo: string | null;
  admittedFrom: string | null;
  priority: string | null;
};

const kinds: Readonly<Record<string, VisitKind>> = {
  AMB: 'office',
  VR: 'virtual',
  HH: 'home',
  EMER: 'emergency',
  IMP: 'inpatient',
  ACUTE: 'inpatient',
  NONAC: 'inpatient',
  SS: 'inpatient',
  OBSENC: 'observation',
};

const states: Readonly<Record<string, Visit['state']>> = {
  planned: 'planned',
  arrived: 'arrived',
  triaged: 'arrived',
  'in-progress': 'in-progress',
  onleave: 'in-progress',
  active: 'in-progress',
  finished: 'finished',
  cancelled: 'cancelled',
  'entered-in-error': 'withdrawn',
};

const leads = new Set(['PPRF', 'ATND']);

const participantOf = (one: Element, resource: FhirResource) => {
  const who = whoOf(one.individual, resource);
  const roles = conceptsOf(one.type);
  const isLead = roles.some(({ codes }) => codes.some(({ code }) => leads.has(code)));
  return who ? [{ isLead, person: { ...who, role: roles[0]?.text ?? null } }] : [];
};

/** Reads an Encounter; an EpisodeOfCare reads as a visit that lasts. */
export const readVisit = (resource: FhirResource): Visit => {
  const types = conceptsOf(resource.type);
  const visitClass = conceptOf(resource.class);
  const hospitalization = elementOf(resource.hospitalization);
  const people = elementsOf(resource.participant).flatMap((one) => participantOf(one, resource));
  return {
    ...entryOf(resource),
    visitId: textOf(resource.id),
    title: types[0]?.text ?? null,
    types,
    kind: kinds[visitClass?.codes[0]?.code ?? ''] ?? 'other',
    classText: visitClass?.text ?? null,
    state: states[textOf(resource.status) ?? ''] ?? 'unknown',
    span: spanOf(resource.period),
    people: [
      ...people.filter(({ isLead }) => isLead).map(({ person }) => person),
      ...people.filter(({ isLead }) => !isLead).map(({ person }) => person),
      ...whosOf(resource.careManager, resource).map((who) => ({ ...who, role: null })),
    ],
    organization: whoOf(resource.serviceProvider, resource) ?? whoOf(resource.managingOrganization, resource),
    places: elementsOf(resource.location).flatMap((one) => whoOf(one.location, resource) ?? []),
    reasons: reasonsOf(resource),
    diagnoses: elementsOf(resource.diagnosis).map((one) => ({
      id: recordIdIn(one.condition, 'Condition'),
      name: whoOf(one.condition, resource)?.name ?? null,
      use: conceptOf(one.use)?.text ?? null,
    })),
    service: conceptOf(resource.serviceType)?.text ?? null,
    dischargedTo: conceptOf(hospitalization?.dischargeDisposition)?.text ?? null,
    admittedFrom: conceptOf(hospitalization?.admitSource)?.text ?? null,
    priority: conceptOf(resource.priority)?.text ?? null,
  };
};
