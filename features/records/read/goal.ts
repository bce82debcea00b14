import { sameUnit } from '../range.ts';
import {
  choiceTextOf,
  codeOfSystem,
  conceptOf,
  elementOf,
  elementsOf,
  entryOf,
  numberTextOf,
  recordIdsIn,
  textOf,
  whenOf,
  whoOf,
  wordsOf,
  type Concept,
  type Element,
  type Entry,
  type FhirResource,
  type Who,
} from './elements.ts';

/** One thing to be reached: a test with numbers, or words. */
export type GoalTarget = {
  measure: Concept | null;
  loinc: string | null;
  low: number | null;
  high: number | null;
  /** The end itself is not reached yet ("under 7"). */
  lowOpen: boolean;
  highOpen: boolean;
  unit: string | null;
  /** The target as sent: "< 7 %", or words. */
  value: string | null;
  due: string | null;
};

export type Goal = Entry & {
  kind: 'goal';
  description: string;
  state: 'active' | 'planned' | 'reached' | 'stopped' | 'withdrawn' | 'unknown';
  /** How it goes ("in-progress", "achieved"), as sent. */
  achievement: string | null;
  priority: string | null;
  categories: string[];
  startedAt: string | null;
  by: Who | null;
  /** Set by the care team, not by the person alone. */
  isClinical: boolean;
  aboutIds: string[];
  targets: GoalTarget[];
};

const states: Readonly<Record<string, Goal['state']>> = {
  proposed: 'planned',
  planned: 'planned',
  accepted: 'active',
  active: 'active',
  completed: 'reached',
  'on-hold': 'stopped',
  cancelled: 'stopped',
  rejected: 'stopped',
  'entered-in-error': 'withdrawn',
};

const under = /\b(?:under|below|less than|menos de|por debajo de)\b|</i;

const numberOf = (quantity: Element | null): number | null => {
  const number = Number(numberTextOf(quantity?.value) ?? Number.NaN);
  return Number.isFinite(number) ? number : null;
};

const targetOf = (target: Element, words: string): GoalTarget => {
  const quantity = elementOf(target.detailQuantity);
  const range = elementOf(target.detailRange);
  const [low, high] = [elementOf(range?.low), elementOf(range?.high)];
  const sign = textOf(quantity?.comparator) ?? '';
  const value = numberOf(quantity);
  // One number without a sign is an end to stay below only when the goal's own words say so.
  const isHigh = sign.startsWith('<') || (sign === '' && under.test(words));
  const united = quantity ?? high ?? low;
  const measure = conceptOf(target.measure);
  return {
    measure,
    loinc: codeOfSystem(measure, 'loinc'),
    low: numberOf(low) ?? (sign.startsWith('>') ? value : null),
    high: numberOf(high) ?? (isHigh ? value : null),
    lowOpen: sign === '>',
    highOpen: sign === '<' || (quantity !== null && sign === '' && isHigh),
    unit: textOf(united?.unit) ?? textOf(united?.code),
    value: choiceTextOf(target, 'detail'),
    due: choiceTextOf(target, 'due'),
  };
};

export const readGoal = (resource: FhirResource): Goal => {
  const description = conceptOf(resource.description)?.text ?? '';
  const state = states[textOf(resource.lifecycleStatus) ?? ''] ?? 'unknown';
  return {
    ...entryOf(resource),
    kind: 'goal',
    withdrawn: state === 'withdrawn',
    description,
    state,
    achievement: conceptOf(resource.achievementStatus)?.text ?? null,
    priority: conceptOf(resource.priority)?.text ?? null,
    categories: wordsOf(resource.category),
    startedAt: whenOf(resource, 'startDate', 'statusDate'),
    by: whoOf(resource.expressedBy, resource),
    isClinical: !/^(?:Patient|RelatedPerson)\//.test(textOf(elementOf(resource.expressedBy)?.reference) ?? ''),
    aboutIds: recordIdsIn(resource.addresses),
    targets: elementsOf(resource.target).map((one) => targetOf(one, description)),
  };
};

/** A goal for one test, with numbers that a value in this unit can be held against. */
export type TestGoal = { goal: Goal; target: GoalTarget };

/** The active goal of the care team for a test; the newest where there are several. */
export const goalFor = (goals: readonly Goal[], loinc: string | null, unit: string | null): TestGoal | undefined =>
  loinc === null
    ? undefined
    : goals
        .filter((goal) => goal.state === 'active' && goal.isClinical)
        .toSorted((a, b) => (b.startedAt ?? '').localeCompare(a.startedAt ?? ''))
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
