import { codeOf, type FhirPeriod, type FhirQuantity } from '../fhir-shapes.ts';
import { sameUnit } from '../range.ts';
import {
  codeIn,
  idOf,
  nameOf,
  namesOf,
  notesOf,
  numberOf,
  unitOf,
  whoOf,
  type Annotation,
  type Concept,
  type Reference,
} from './concept.ts';

type Target = {
  measure?: Concept;
  detailQuantity?: FhirQuantity;
  detailRange?: { low?: FhirQuantity; high?: FhirQuantity };
  detailString?: string;
  detailCodeableConcept?: Concept;
  dueDate?: string;
};

export type FhirGoal = {
  resourceType?: string;
  id?: string;
  lifecycleStatus?: string;
  achievementStatus?: Concept;
  description?: Concept;
  startDate?: string;
  startCodeableConcept?: Concept;
  statusDate?: string;
  target?: Target[];
  expressedBy?: Reference;
  addresses?: Reference[];
  note?: Annotation[];
};

/** One thing to be reached: a test with numbers, or words. */
export type GoalTarget = {
  loinc: string | null;
  measure: string | null;
  low: number | null;
  high: number | null;
  /** The end itself is not reached yet ("under 7"). */
  highOpen: boolean;
  lowOpen: boolean;
  unit: string | null;
  text: string | null;
  dueAt: string | null;
};

export type Goal = {
  id: string;
  text: string | null;
  /** FHIR lifecycleStatus. */
  status: string | null;
  isActive: boolean;
  achievement: string | null;
  since: string | null;
  by: string | null;
  /** Set by the care team, not by the person alone. */
  isClinical: boolean;
  targets: GoalTarget[];
  notes: string[];
};

const under = /\b(?:under|below|less than|<|menos de|por debajo de)\b|</i;

const targetOf = (target: Target, text: string): GoalTarget => {
  const { detailQuantity: quantity, detailRange: range } = target;
  const comparator = quantity?.comparator ?? '';
  const value = numberOf(quantity?.value);
  const isLow = comparator.startsWith('>');
  // One number without a sign is an end to stay below only when the goal's own words say so.
  const isHigh = comparator.startsWith('<') || (comparator === '' && under.test(text));
  return {
    loinc: codeOf(target.measure, 'http://loinc.org'),
    measure: nameOf(target.measure),
    low: numberOf(range?.low?.value) ?? (isLow ? value : null),
    high: numberOf(range?.high?.value) ?? (isHigh ? value : null),
    highOpen: comparator === '<' || (comparator === '' && under.test(text)),
    lowOpen: comparator === '>',
    unit: unitOf(quantity ?? range?.high ?? range?.low),
    text: target.detailString ?? nameOf(target.detailCodeableConcept),
    dueAt: target.dueDate ?? null,
  };
};

const live: readonly string[] = ['proposed', 'planned', 'accepted', 'active', 'on-hold'];

/** Reads a FHIR R4 Goal. */
export const readGoal = (resource: FhirGoal): Goal => {
  const text = nameOf(resource.description);
  return {
    id: resource.id ?? '',
    text,
    status: resource.lifecycleStatus ?? null,
    isActive: resource.lifecycleStatus === 'active' || resource.lifecycleStatus === 'accepted',
    achievement: codeIn(resource.achievementStatus),
    since: resource.startDate ?? null,
    by: whoOf(resource.expressedBy),
    isClinical: !/Patient\/|RelatedPerson\//.test(resource.expressedBy?.reference ?? ''),
    targets: (resource.target ?? []).map((target) => targetOf(target, text ?? '')),
    notes: notesOf(resource.note),
  };
};

export const isLiveGoal = ({ status }: Goal): boolean => status === null || live.includes(status);

/** A goal for one test, with numbers that a value in this unit can be held against. */
export type TestGoal = { goal: Goal; target: GoalTarget };

/** The active goal of the care team for a test; the newest where there are several. */
export const goalFor = (goals: readonly Goal[], loinc: string | null, unit: string | null): TestGoal | undefined =>
  loinc === null
    ? undefined
    : goals
        .filter((goal) => goal.isActive && goal.isClinical)
        .toSorted((a, b) => (b.since ?? '').localeCompare(a.since ?? ''))
        .flatMap((goal) => goal.targets.map((target) => ({ goal, target })))
        .find(
          ({ target }) =>
            target.loinc === loinc && (target.low !== null || target.high !== null) && sameUnit(target.unit, unit),
        );

/** Where a value stands beside a goal. A value with a sign ("<5") is not compared. */
export const standingAtGoal = (
  { low, high, lowOpen, highOpen }: GoalTarget,
  value: { number: number; comparator: string | null },
): 'at-goal' | 'above' | 'below' | null => {
  if (value.comparator) return null;
  if (high !== null && (value.number > high || (highOpen && value.number === high))) return 'above';
  if (low !== null && (value.number < low || (lowOpen && value.number === low))) return 'below';
  return 'at-goal';
};

export type FhirCarePlan = {
  resourceType?: string;
  id?: string;
  status?: string;
  intent?: string;
  title?: string;
  description?: string;
  category?: Concept[];
  period?: FhirPeriod;
  created?: string;
  author?: Reference;
  contributor?: Reference[];
  addresses?: Reference[];
  goal?: Reference[];
  activity?: { detail?: { status?: string; code?: Concept; description?: string }; reference?: Reference }[];
  note?: Annotation[];
};

export type CarePlan = {
  id: string;
  title: string | null;
  about: string | null;
  status: string | null;
  isActive: boolean;
  since: string | null;
  until: string | null;
  author: string | null;
  reasons: string[];
  steps: { text: string; status: string | null }[];
  goalIds: string[];
  notes: string[];
};

/** Reads a FHIR R4 CarePlan. */
export const readCarePlan = (resource: FhirCarePlan): CarePlan => {
  const categories = namesOf(resource.category);
  return {
    id: resource.id ?? '',
    // "assess-plan" and the like are codes, not names.
    title: resource.title ?? categories.findLast((name) => !/^[a-z-]+$/.test(name)) ?? null,
    about: resource.description ?? null,
    status: resource.status ?? null,
    isActive: resource.status === 'active' || resource.status === 'on-hold' || resource.status === 'draft',
    since: resource.period?.start ?? resource.created ?? null,
    until: resource.period?.end ?? null,
    author: whoOf(resource.author) ?? whoOf(resource.contributor?.[0]),
    reasons: (resource.addresses ?? []).flatMap((reference) => nameOf({ text: whoOf(reference) ?? '' }) ?? []),
    steps: (resource.activity ?? []).flatMap(({ detail, reference }) => {
      const text = detail?.description ?? nameOf(detail?.code) ?? whoOf(reference);
      return text ? [{ text, status: detail?.status ?? null }] : [];
    }),
    goalIds: (resource.goal ?? []).flatMap((reference) => idOf(reference, 'Goal') ?? []),
    notes: notesOf(resource.note),
  };
};

export type FhirCareTeam = {
  resourceType?: string;
  id?: string;
  status?: string;
  name?: string;
  period?: FhirPeriod;
  participant?: { role?: Concept[]; member?: Reference }[];
};

export type CareTeam = {
  id: string;
  name: string | null;
  isActive: boolean;
  members: { name: string; role: string | null }[];
};

/** Reads a FHIR R4 CareTeam. The person herself is not named as a member of her own team. */
export const readCareTeam = (resource: FhirCareTeam): CareTeam => ({
  id: resource.id ?? '',
  name: resource.name ?? null,
  isActive: resource.status === undefined || resource.status === 'active',
  members: (resource.participant ?? []).flatMap(({ role, member }) => {
    const name = whoOf(member);
    if (name === null || member?.reference?.startsWith('Patient/')) return [];
    return [{ name, role: namesOf(role).find((words) => words !== 'unknown') ?? null }];
  }),
});
