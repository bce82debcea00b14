import {
  conceptOf,
  elementsOf,
  entryOf,
  recordIdsIn,
  textOf,
  whoOf,
  whosOf,
  wordsOf,
  type Entry,
  type FhirResource,
  type Who,
} from './elements.ts';

/**
 * What stands around a value (observation.ts reads the value itself): who, where, from what, and what it belongs
 * to. For Observation and DiagnosticReport.
 */
export type ResultFacts = Entry & {
  categories: string[];
  performers: Who[];
  interpreters: Who[];
  specimen: Who | null;
  specimenId: string | null;
  device: Who | null;
  method: string | null;
  bodySite: string | null;
  /** Ordered by; made from (a form, other values); pictures that belong to it. */
  orders: Who[];
  madeFrom: { name: string | null; id: string | null }[];
  pictures: Who[];
  /** Values that stand under this one (the questions of a form, the parts of a panel), by record id. */
  memberIds: string[];
  issuedAt: string | null;
};

export const readResultFacts = (resource: FhirResource): ResultFacts => ({
  ...entryOf(resource),
  categories: [...new Set(wordsOf(resource.category))],
  performers: whosOf(resource.performer, resource),
  interpreters: whosOf(resource.resultsInterpreter, resource),
  specimen: whosOf(resource.specimen, resource)[0] ?? null,
  specimenId: recordIdsIn(resource.specimen, 'Specimen')[0] ?? null,
  device: whoOf(resource.device, resource),
  method: conceptOf(resource.method)?.text ?? null,
  bodySite: conceptOf(resource.bodySite)?.text ?? null,
  orders: whosOf(resource.basedOn, resource),
  madeFrom: elementsOf(resource.derivedFrom).map((one) => ({
    name: whoOf(one)?.name ?? null,
    id: recordIdsIn(one)[0] ?? null,
  })),
  pictures: elementsOf(resource.media).flatMap((one) => whosOf(one.link, resource)),
  memberIds: recordIdsIn(resource.hasMember, 'Observation'),
  issuedAt: textOf(resource.issued),
});
