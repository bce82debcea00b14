import {
  choiceTextOf,
  conceptOf,
  conceptsOf,
  elementOf,
  elementsOf,
  entryOf,
  recordIdsIn,
  spanOf,
  textOf,
  whoOf,
  whosOf,
  wordsOf,
  type Concept,
  type Entry,
  type FhirResource,
  type Span,
  type Who,
} from './elements.ts';
import { readableHtml } from './readable.ts';

export type CarePlanState = 'active' | 'ended' | 'planned' | 'on-hold' | 'stopped' | 'withdrawn' | 'unknown';

const states: Readonly<Record<string, CarePlanState>> = {
  active: 'active',
  completed: 'ended',
  inactive: 'ended',
  draft: 'planned',
  proposed: 'planned',
  'on-hold': 'on-hold',
  suspended: 'on-hold',
  revoked: 'stopped',
  'entered-in-error': 'withdrawn',
};

export type CarePlanActivity = {
  what: string;
  state: string | null;
  when: string | null;
  words: string | null;
  by: Who[];
};

export type CarePlan = Entry & {
  kind: 'care-plan';
  /** The sender's title, else its category in words; "" for a plan that has neither. */
  title: string;
  description: string | null;
  categories: Concept[];
  state: CarePlanState;
  span: Span | null;
  madeAt: string | null;
  by: Who[];
  teamIds: string[];
  goalIds: string[];
  /** What it is about: conditions by record id, and the words that came. */
  aboutIds: string[];
  about: string[];
  activities: CarePlanActivity[];
  /** The plan as its author wrote it in words, when it says more than the elements. */
  narrative: string | null;
};

export const readCarePlan = (resource: FhirResource): CarePlan => {
  const categories = conceptsOf(resource.category);
  // US Core's own category says "a care plan", which the heading says already.
  const words = categories.filter(({ codes }) => codes[0]?.code !== 'assess-plan').map(({ text }) => text);
  const narrative = elementOf(resource.text);
  return {
    ...entryOf(resource),
    kind: 'care-plan',
    title: textOf(resource.title) ?? words[0] ?? '',
    description: textOf(resource.description),
    categories,
    state: states[textOf(resource.status) ?? ''] ?? 'unknown',
    span: spanOf(resource.period),
    madeAt: textOf(resource.created),
    by: [...whosOf(resource.author, resource), ...whosOf(resource.contributor, resource)],
    teamIds: recordIdsIn(resource.careTeam, 'CareTeam'),
    goalIds: recordIdsIn(resource.goal, 'Goal'),
    aboutIds: recordIdsIn(resource.addresses),
    about: whosOf(resource.addresses).flatMap(({ name }) => name ?? []),
    activities: elementsOf(resource.activity).map((one) => {
      const detail = elementOf(one.detail) ?? {};
      const named = conceptOf(detail.code)?.text ?? textOf(detail.description) ?? whoOf(one.reference)?.name;
      return {
        what: named ?? wordsOf(one.outcomeCodeableConcept)[0] ?? '',
        state: textOf(detail.status),
        when: choiceTextOf(detail, 'scheduled'),
        words: textOf(detail.description),
        by: whosOf(detail.performer, resource),
      };
    }),
    // "generated" says nothing that the elements do not say; "additional" does.
    narrative: narrative?.status === 'additional' ? readableHtml(textOf(narrative.div) ?? '') || null : null,
  };
};

export type CareTeam = Entry & {
  kind: 'care-team';
  title: string | null;
  state: CarePlanState;
  span: Span | null;
  members: (Who & { roles: string[]; span: Span | null })[];
};

export const readCareTeam = (resource: FhirResource): CareTeam => ({
  ...entryOf(resource),
  kind: 'care-team',
  title: textOf(resource.name) ?? wordsOf(resource.category)[0] ?? null,
  state: states[textOf(resource.status) ?? ''] ?? 'unknown',
  span: spanOf(resource.period),
  members: elementsOf(resource.participant).flatMap((one) => {
    const who = whoOf(one.member, resource);
    // "unknown" is the sender's word for having none.
    const roles = wordsOf(one.role).filter((role) => role.toLowerCase() !== 'unknown');
    return who ? [{ ...who, roles, span: spanOf(one.period) }] : [];
  }),
});
