import {
  conceptOf,
  elementsOf,
  entryOf,
  spanOf,
  textOf,
  whosOf,
  type Entry,
  type FhirResource,
  type Span,
  type Who,
} from './elements.ts';

export type Coverage = Entry & {
  title: string;
  state: 'active' | 'ended' | 'withdrawn' | 'unknown';
  payors: Who[];
  type: string | null;
  span: Span | null;
  memberId: string | null;
  subscriberId: string | null;
  dependent: string | null;
  /** The patient's relation to the subscriber. */
  relation: string | null;
  classes: { type: string; value: string | null; name: string | null }[];
  network: string | null;
};

const states: Readonly<Record<string, Coverage['state']>> = {
  active: 'active',
  cancelled: 'ended',
  'entered-in-error': 'withdrawn',
};

export const readCoverage = (resource: FhirResource): Coverage => {
  const payors = whosOf(resource.payor, resource);
  const type = conceptOf(resource.type)?.text ?? null;
  return {
    ...entryOf(resource),
    title: payors.find((one) => one.name !== null)?.name ?? type ?? '',
    state: states[textOf(resource.status) ?? ''] ?? 'unknown',
    payors,
    type,
    span: spanOf(resource.period),
    memberId: elementsOf(resource.identifier).flatMap((one) => textOf(one.value) ?? [])[0] ?? null,
    subscriberId: textOf(resource.subscriberId),
    dependent: textOf(resource.dependent),
    relation: conceptOf(resource.relationship)?.text ?? null,
    classes: elementsOf(resource.class).map((one) => ({
      type: conceptOf(one.type)?.text ?? '',
      value: textOf(one.value),
      name: textOf(one.name),
    })),
    network: textOf(resource.network),
  };
};
