import { attachmentOf, type Attachment } from './attachment.ts';
import {
  conceptOf,
  conceptsOf,
  elementOf,
  elementsOf,
  entryOf,
  recordIdsIn,
  spanOf,
  textOf,
  whenOf,
  whoOf,
  whosOf,
  type Concept,
  type Element,
  type Entry,
  type FhirResource,
  type Span,
  type Who,
} from './elements.ts';
import { readableHtml } from './readable.ts';

/** A note or document: a DocumentReference, a report that is a note, a Composition, or a Binary by itself. */
export type Note = Entry & {
  title: string;
  types: Concept[];
  categories: string[];
  /** `superseded`: a newer one stands for it. */
  state: 'current' | 'superseded' | 'withdrawn';
  /** Not finished: "preliminary". */
  isDraft: boolean;
  at: string | null;
  /** The time of what it is about. */
  span: Span | null;
  authors: Who[];
  authenticator: Who | null;
  custodian: Who | null;
  /** Its facility or practice setting. */
  setting: string | null;
  visitIds: string[];
  description: string | null;
  /** Words of a report's own conclusion. */
  conclusion: string | null;
  attachments: Attachment[];
  /** Of a Composition: its sections in words. */
  sections: { title: string | null; text: string }[];
  replaces: string[];
};

const stateOf = (resource: FhirResource): Note['state'] => {
  if (resource.status === 'entered-in-error' || resource.docStatus === 'entered-in-error') return 'withdrawn';
  return resource.status === 'superseded' ? 'superseded' : 'current';
};

type Section = Note['sections'][number];

const sectionsOf = (value: unknown, depth = 0): Section[] =>
  depth > 5
    ? []
    : elementsOf(value).flatMap((section) => {
        const title = textOf(section.title) ?? conceptOf(section.code)?.text ?? null;
        const text = readableHtml(textOf(elementOf(section.text)?.div) ?? '');
        const inner = sectionsOf(section.section, depth + 1);
        return text === '' && inner.length === 0 ? [] : [{ title, text }, ...inner];
      });

/** The attachments of a note or report in their order; a Binary is its own. */
export const bodiesIn = (resource: FhirResource): Element[] =>
  resource.resourceType === 'Binary'
    ? [resource]
    : [
        ...elementsOf(resource.content).flatMap((one) => elementsOf(one.attachment)),
        ...elementsOf(resource.presentedForm),
      ];

export const readNote = (resource: FhirResource): Note => {
  const types = [...conceptsOf(resource.type), ...conceptsOf(resource.code)];
  const context = elementOf(resource.context);
  const attachments = bodiesIn(resource).map(attachmentOf);
  const entry = entryOf(resource);
  const visitIds = [
    ...recordIdsIn(context?.encounter, 'Encounter'),
    ...(entry.visitId === null ? [] : [entry.visitId]),
  ];
  const draft = textOf(resource.docStatus) ?? textOf(resource.status);
  return {
    ...entry,
    visitId: visitIds[0] ?? null,
    withdrawn: stateOf(resource) === 'withdrawn',
    title: textOf(resource.title) ?? types[0]?.text ?? attachments[0]?.title ?? textOf(resource.description) ?? '',
    types,
    categories: conceptsOf(resource.category).map(({ text }) => text),
    state: stateOf(resource),
    isDraft: draft === 'preliminary' || draft === 'registered' || draft === 'partial',
    at: whenOf(resource, 'date', 'effectiveDateTime', 'effectivePeriod', 'issued') ?? attachments[0]?.at ?? null,
    span: spanOf(context?.period),
    authors: [
      ...whosOf(resource.author, resource),
      ...whosOf(resource.resultsInterpreter, resource),
      ...whosOf(resource.performer, resource),
    ],
    authenticator: whoOf(resource.authenticator, resource),
    custodian: whoOf(resource.custodian, resource),
    setting: conceptOf(context?.practiceSetting)?.text ?? conceptOf(context?.facilityType)?.text ?? null,
    visitIds,
    description: textOf(resource.description),
    conclusion: textOf(resource.conclusion),
    attachments,
    sections: sectionsOf(resource.section),
    replaces: elementsOf(resource.relatesTo).flatMap((one) => (one.code === 'replaces' ? recordIdsIn(one.target) : [])),
  };
};
