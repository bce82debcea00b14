import { attachmentOf, type Attachment } from './attachment.ts';
import {
  conceptOf,
  conceptsOf,
  elementOf,
  elementsOf,
  entryOf,
  numberTextOf,
  reasonsOf,
  textOf,
  whenOf,
  whoOf,
  wordsOf,
  type Entry,
  type FhirResource,
  type Who,
} from './elements.ts';

/** An ImagingStudy (a set of pictures in the clinic's archive) or a Media (one picture or recording). */
export type Imaging = Entry & {
  title: string;
  state: 'available' | 'planned' | 'cancelled' | 'withdrawn' | 'unknown';
  at: string | null;
  modalities: string[];
  bodySites: string[];
  by: Who | null;
  reasons: string[];
  seriesCount: string | null;
  imageCount: string | null;
  series: {
    title: string;
    modality: string | null;
    bodySite: string | null;
    at: string | null;
    images: string[];
    count: string | null;
  }[];
  /** The one file of a Media. */
  file: Attachment | null;
};

const states: Readonly<Record<string, Imaging['state']>> = {
  available: 'available',
  completed: 'available',
  registered: 'planned',
  preparation: 'planned',
  'in-progress': 'planned',
  cancelled: 'cancelled',
  'not-done': 'cancelled',
  'entered-in-error': 'withdrawn',
};

const unique = (words: readonly string[]): string[] => [...new Set(words)];

export const readImaging = (resource: FhirResource): Imaging => {
  const series = elementsOf(resource.series).map((one) => ({
    title: textOf(one.description) ?? '',
    modality: conceptOf(one.modality)?.text ?? null,
    bodySite: conceptOf(one.bodySite)?.text ?? null,
    at: textOf(one.started),
    images: elementsOf(one.instance).flatMap((image) => textOf(image.title) ?? []),
    count: numberTextOf(one.numberOfInstances),
  }));
  const modalities = unique([...wordsOf(resource.modality), ...series.flatMap(({ modality }) => modality ?? [])]);
  const bodySites = unique([...wordsOf(resource.bodySite), ...series.flatMap(({ bodySite }) => bodySite ?? [])]);
  const file = elementOf(resource.content);
  const named = textOf(resource.description) ?? wordsOf(resource.procedureCode)[0] ?? wordsOf(resource.view)[0];
  return {
    ...entryOf(resource),
    title: named ?? [modalities[0], bodySites[0]].filter(Boolean).join(', ') ?? '',
    state: states[textOf(resource.status) ?? ''] ?? 'unknown',
    at: whenOf(resource, 'started', 'createdDateTime', 'createdPeriod', 'issued'),
    modalities: unique([...modalities, ...conceptsOf(resource.type).map(({ text }) => text)]),
    bodySites,
    by: whoOf(resource.operator, resource) ?? whoOf(resource.referrer, resource),
    reasons: reasonsOf(resource),
    seriesCount: numberTextOf(resource.numberOfSeries),
    imageCount: numberTextOf(resource.numberOfInstances),
    series,
    file: file ? attachmentOf(file) : null,
  };
};
