import type { FhirPeriod } from '../fhir-shapes.ts';
import {
  codeIn,
  codingsOf,
  idOf,
  nameOf,
  namesOf,
  notesOf,
  whoOf,
  type Annotation,
  type Coding,
  type Concept,
  type Reference,
} from './concept.ts';

export type FhirProcedure = {
  id?: string;
  status?: string;
  statusReason?: Concept;
  code?: Concept;
  performedDateTime?: string;
  performedPeriod?: FhirPeriod;
  performedString?: string;
  performer?: { actor?: Reference }[];
  location?: Reference;
  encounter?: Reference;
  reasonCode?: Concept[];
  reasonReference?: Reference[];
  bodySite?: Concept[];
  outcome?: Concept;
  followUp?: Concept[];
  note?: Annotation[];
};

export type Procedure = {
  id: string;
  name: string | null;
  codings: Coding[];
  status: string | null;
  /** It took place, as far as the source says. */
  wasDone: boolean;
  isWithdrawn: boolean;
  whyNot: string | null;
  at: string | null;
  until: string | null;
  atText: string | null;
  by: string | null;
  place: string | null;
  visitId: string | null;
  reasons: string[];
  sites: string[];
  outcome: string | null;
  followUp: string[];
  notes: string[];
};

/** Reads a FHIR R4 Procedure. */
export const readProcedure = (resource: FhirProcedure): Procedure => ({
  id: resource.id ?? '',
  name: nameOf(resource.code) ?? codeIn(resource.code),
  codings: codingsOf(resource.code),
  status: resource.status ?? null,
  wasDone: resource.status !== 'not-done' && resource.status !== 'preparation',
  isWithdrawn: resource.status === 'entered-in-error',
  whyNot: nameOf(resource.statusReason),
  at: resource.performedDateTime ?? resource.performedPeriod?.start ?? null,
  until: resource.performedPeriod?.end ?? null,
  atText: resource.performedString ?? null,
  by: (resource.performer ?? []).flatMap(({ actor }) => whoOf(actor) ?? [])[0] ?? null,
  place: whoOf(resource.location),
  visitId: idOf(resource.encounter, 'Encounter'),
  reasons: [
    ...namesOf(resource.reasonCode),
    ...(resource.reasonReference ?? []).flatMap((reference) => nameOf({ text: whoOf(reference) ?? '' }) ?? []),
  ],
  sites: namesOf(resource.bodySite),
  outcome: nameOf(resource.outcome),
  followUp: namesOf(resource.followUp),
  notes: notesOf(resource.note),
});
