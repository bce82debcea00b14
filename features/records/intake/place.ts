import { areaOfType, type Area } from '../lists.ts';
import { attachmentOf } from '../read/attachment.ts';
import { elementsOf, recordIdsIn, type FhirResource } from '../read/elements.ts';
import { bodiesIn } from '../read/note.ts';
import { codingsIn, kindOfDocument, kindOfObservation, kindOfReport, type Coding } from './kind-of-news.ts';
import type { CheckedResource } from './r4-check.ts';

/** The kinds of news that a patient may choose a time for (timing/contract.ts); what is none for certain waits by any. */
export type HeldAs = 'laboratory' | 'reports' | 'notes' | 'unclear';

/** Where a resource stands in the record, and which choice of timing is about it (null: none, it is shown as it comes). */
export type Place = { area: Area; heldAs: HeldAs | null };

const placeOfObservation = (resource: CheckedResource): Place => {
  switch (kindOfObservation(resource)) {
    case 'laboratory':
      return { area: 'results', heldAs: 'laboratory' };
    case 'imaging':
      return { area: 'results', heldAs: 'reports' };
    case 'vital':
      return { area: 'vitals', heldAs: null };
    case 'finding':
      return { area: 'other', heldAs: null };
    case undefined:
      return { area: 'other', heldAs: 'unclear' };
  }
};

const isDocumentType = ({ system, code }: Coding): boolean => system === 'http://loinc.org' && /^\d+-\d$/.test(code);

/** A DiagnosticReport can be a note (US Core "Report and Note Exchange"): its categories are then types of documents. */
const placeOfReport = (resource: CheckedResource): Place => {
  const kind = kindOfReport(resource);
  const categories = codingsIn(resource.category);
  const isNote = kind === undefined && resource.result === undefined && categories.length > 0;
  if (isNote && categories.every(isDocumentType)) return { area: 'documents', heldAs: 'notes' };
  return { area: 'results', heldAs: kind ?? 'unclear' };
};

const heldByType: Readonly<Record<string, HeldAs>> = {
  Specimen: 'laboratory',
  MolecularSequence: 'laboratory',
  BodyStructure: 'unclear',
  ImagingStudy: 'reports',
  Composition: 'notes',
  // What they hold can be about anything: see `placesOfBodies`.
  Binary: 'unclear',
  Media: 'unclear',
  Bundle: 'unclear',
};

export const placeOf = (resource: CheckedResource): Place => {
  const type = resource.resourceType;
  if (type === 'Observation') return placeOfObservation(resource);
  if (type === 'DiagnosticReport') return placeOfReport(resource);
  if (type === 'DocumentReference') return { area: 'documents', heldAs: kindOfDocument(resource) ?? 'unclear' };
  if (type === 'Composition') return { area: 'documents', heldAs: kindOfDocument(resource) ?? 'notes' };
  return { area: areaOfType(type), heldAs: heldByType[type] ?? null };
};

/** The Binary and Media resources that stand for words or pictures of this one. */
export const bodyIdsOf = (resource: FhirResource): string[] => {
  const resourceType = resource.resourceType ?? '';
  if (!['DiagnosticReport', 'DocumentReference', 'Media'].includes(resourceType)) return [];
  const own = resourceType === 'Media' ? elementsOf(resource.content) : bodiesIn(resource);
  return [
    ...own.flatMap((body) => attachmentOf(body).binaryId ?? []),
    ...elementsOf(resource.media).flatMap((one) => recordIdsIn(one.link, 'Media')),
  ];
};

/** What opens with a report, result or note: the results that it names, its samples, its files. */
export const openedWith = (resource: FhirResource): string[] => [
  ...recordIdsIn(resource.result, 'Observation'),
  ...recordIdsIn(resource.specimen, 'Specimen'),
  ...recordIdsIn(resource.derivedFrom, 'MolecularSequence'),
  ...bodyIdsOf(resource),
];

type Placed = Place & { readonly recordId: string; readonly resourceType: string; readonly bodyIds: readonly string[] };

/** A file of two holders: with the results as soon as one is there, and held as long as either is. */
const bothOf = (a: Place | undefined, b: Place): Place =>
  a === undefined
    ? b
    : {
        area: a.area === 'results' ? a.area : b.area,
        heldAs: a.heldAs === b.heldAs ? a.heldAs : 'unclear',
      };

/** Files stand where what names them stands, and wait with it: a scanned report is no note. By record id. */
export const placesOfBodies = (resources: readonly Placed[]): ReadonlyMap<string, Place> => {
  const places = new Map<string, Place>();
  const give = ({ bodyIds }: Placed, { area, heldAs }: Place): void => {
    for (const id of bodyIds) places.set(id, bothOf(places.get(id), { area, heldAs }));
  };
  const holders = resources.filter(({ bodyIds }) => bodyIds.length > 0);
  for (const one of holders) if (one.resourceType !== 'Media') give(one, one);
  for (const one of holders) if (one.resourceType === 'Media') give(one, places.get(one.recordId) ?? one);
  return places;
};
