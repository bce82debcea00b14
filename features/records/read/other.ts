import {
  choiceTextOf,
  conceptOf,
  conceptsOf,
  elementOf,
  elementsOf,
  entryOf,
  nameIn,
  quantityTextOf,
  reasonsOf,
  recordIdsIn,
  textOf,
  textsOf,
  whenOf,
  whoOf,
  whosOf,
  wordsOf,
  type Entry,
  type FhirResource,
  type Who,
} from './elements.ts';

/** Whatever has no reader of its own: orders, referrals, samples, flags, messages, where a record came from. */
export type Other = Entry & {
  /** FHIR type, for the kind's name on the screen. */
  type: string;
  /** What it is, in the sender's words; "" when only its kind is known. */
  title: string;
  categories: string[];
  /** FHIR status as sent. */
  status: string | null;
  intent: string | null;
  priority: string | null;
  at: string | null;
  recordedAt: string | null;
  /** Who asked for it, sent it or says it. */
  by: Who[];
  /** Who does it or receives it. */
  for: Who[];
  reasons: string[];
  /** Further facts in words: what the sample is in, what was ordered in detail, instructions, message text ... */
  facts: string[];
  /** Records that it is about, by id. */
  aboutIds: string[];
};

const titleOf = (resource: FhirResource): string =>
  conceptOf(resource.code)?.text ??
  wordsOf(resource.type)[0] ??
  textOf(resource.title) ??
  textOf(resource.description) ??
  nameIn(resource) ??
  wordsOf(resource.category)[0] ??
  conceptOf(resource.activity)?.text ??
  '';

const factsOf = (resource: FhirResource): string[] => [
  ...wordsOf(resource.orderDetail),
  ...wordsOf(resource.bodySite),
  ...wordsOf(resource.condition),
  ...elementsOf(resource.container).flatMap((one) => [...wordsOf(one.type), ...textsOf(one.description)]),
  ...elementsOf(resource.collection).flatMap((one) => [
    ...wordsOf(one.method),
    ...wordsOf(one.bodySite),
    ...(quantityTextOf(one.quantity) === null ? [] : [quantityTextOf(one.quantity)!]),
  ]),
  ...textsOf(elementOf(resource.accessionIdentifier)?.value),
  ...[choiceTextOf(resource, 'quantity')].flatMap((one) => one ?? []),
  ...textsOf(resource.patientInstruction),
  ...textsOf(resource.summary),
  ...textsOf(resource.comment),
  ...textsOf(resource.conclusion),
  ...elementsOf(resource.payload).flatMap((one) => textOf(one.contentString) ?? []),
  ...elementsOf(resource.prediction).flatMap((one) => wordsOf(one.outcome)),
  ...elementsOf(resource.lensSpecification).flatMap((one) => wordsOf(one.product)),
];

export const readOther = (resource: FhirResource): Other => ({
  ...entryOf(resource),
  type: resource.resourceType ?? '',
  title: titleOf(resource),
  categories: conceptsOf(resource.category).map(({ text }) => text),
  status: textOf(resource.status),
  intent: textOf(resource.intent),
  priority: textOf(resource.priority),
  at:
    whenOf(resource, 'occurrenceDateTime', 'occurrencePeriod', 'authoredOn', 'date', 'sent', 'created', 'period') ??
    elementsOf(resource.collection).map((one) => whenOf(one, 'collectedDateTime', 'collectedPeriod'))[0] ??
    whenOf(resource, 'receivedTime', 'recorded', 'issued', 'identifiedDateTime'),
  recordedAt: whenOf(resource, 'authoredOn', 'recorded', 'recordedDate', 'issued'),
  by: [
    ...whosOf(resource.requester, resource),
    ...whosOf(resource.author, resource),
    ...whosOf(resource.sender, resource),
    ...whosOf(resource.assessor, resource),
    ...elementsOf(resource.agent).flatMap((one) => [...whosOf(one.who, resource), ...whosOf(one.onBehalfOf, resource)]),
  ],
  for: [...whosOf(resource.performer, resource), ...whosOf(resource.recipient, resource)],
  reasons: reasonsOf(resource),
  facts: [
    ...factsOf(resource),
    ...elementsOf(resource.agent).flatMap((one) => wordsOf(one.type)),
    ...[whoOf(resource.location, resource)?.name].flatMap((one) => one ?? []),
  ],
  aboutIds: [...recordIdsIn(resource.target), ...recordIdsIn(resource.focus), ...recordIdsIn(resource.basedOn)],
});
