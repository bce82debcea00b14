import {
  codeOfSystem,
  conceptOf,
  elementsOf,
  entryOf,
  numberTextOf,
  quantityTextOf,
  textOf,
  whenOf,
  whoOf,
  wordsOf,
  type Concept,
  type Entry,
  type FhirResource,
  type Who,
} from './elements.ts';

export type Immunization = Entry & {
  name: string;
  concept: Concept | null;
  cvx: string | null;
  /** Not given, with the reasons in `reasons`. */
  state: 'given' | 'not-given' | 'withdrawn';
  at: string | null;
  /** The sender's words when it knew no date. */
  atWords: string | null;
  /** Reported by somebody else than who gave it; null: not said. */
  fromRecords: boolean | null;
  lot: string | null;
  expires: string | null;
  manufacturer: Who | null;
  site: string | null;
  route: string | null;
  dose: string | null;
  by: Who | null;
  place: Who | null;
  reasons: string[];
  reactions: { at: string | null; words: string | null }[];
  /** Dose 2 of 3, as sent. */
  series: { name: string | null; dose: string | null; of: string | null; against: string[] }[];
};

export const readImmunization = (resource: FhirResource): Immunization => {
  const concept = conceptOf(resource.vaccineCode);
  const entry = entryOf(resource);
  return {
    ...entry,
    name: concept?.text ?? '',
    concept,
    cvx: codeOfSystem(concept, 'cvx'),
    state: entry.withdrawn ? 'withdrawn' : resource.status === 'not-done' ? 'not-given' : 'given',
    at: whenOf(resource, 'occurrenceDateTime'),
    atWords: textOf(resource.occurrenceString),
    fromRecords: typeof resource.primarySource === 'boolean' ? !resource.primarySource : null,
    lot: textOf(resource.lotNumber),
    expires: textOf(resource.expirationDate),
    manufacturer: whoOf(resource.manufacturer, resource),
    site: conceptOf(resource.site)?.text ?? null,
    route: conceptOf(resource.route)?.text ?? null,
    dose: quantityTextOf(resource.doseQuantity),
    by: elementsOf(resource.performer).map((one) => whoOf(one.actor, resource))[0] ?? null,
    place: whoOf(resource.location, resource),
    reasons: [...wordsOf(resource.statusReason), ...wordsOf(resource.reasonCode)],
    reactions: elementsOf(resource.reaction).map((one) => ({
      at: textOf(one.date),
      words: whoOf(one.detail, resource)?.name ?? null,
    })),
    series: elementsOf(resource.protocolApplied).map((one) => ({
      name: textOf(one.series),
      dose: numberTextOf(one.doseNumberPositiveInt) ?? textOf(one.doseNumberString),
      of: numberTextOf(one.seriesDosesPositiveInt) ?? textOf(one.seriesDosesString),
      against: wordsOf(one.targetDisease),
    })),
  };
};
