import type { Practitioner } from '../cast/staff.ts';
import { add, day, refTo, staffRef, type Chart } from './chart.ts';
import { concept, hl7, quantity, type Resource } from './elements.ts';

type Aim = {
  words: string;
  since: number;
  by?: Practitioner;
  /** What is measured: LOINC code and words, and the value to reach. */
  measure?: readonly [loinc: string, name: string];
  below?: readonly [value: number, decimals: number, unit: string, ucum?: string];
  between?: readonly [low: number, high: number, decimals: number, unit: string];
  /** How it stands. */
  stands: 'achieved' | 'improving' | 'in-progress' | 'not-achieved';
  about?: readonly Resource[];
};

const standings = {
  achieved: 'Achieved',
  improving: 'Improving',
  'in-progress': 'In Progress',
  'not-achieved': 'Not Achieved',
} as const;

/** What clinician and patient agreed to reach. */
export const addGoal = (chart: Chart, aim: Aim): Resource =>
  add(chart, 'Goal', {
    lifecycleStatus: 'active',
    achievementStatus: hl7('goal-achievement', aim.stands, standings[aim.stands]),
    description: { text: aim.words },
    startDate: day(chart, aim.since),
    expressedBy: staffRef(aim.by ?? chart.by),
    ...(aim.about ? { addresses: aim.about.map(refTo) } : {}),
    ...(aim.measure
      ? {
          target: [
            {
              measure: concept('loinc', ...aim.measure),
              ...(aim.below
                ? { detailQuantity: { ...quantity(...aim.below), comparator: '<' } }
                : aim.between
                  ? {
                      detailRange: {
                        low: quantity(aim.between[0], aim.between[2], aim.between[3]),
                        high: quantity(aim.between[1], aim.between[2], aim.between[3]),
                      },
                    }
                  : {}),
            },
          ],
        }
      : {}),
  });

/** Who does what, in plain words; one line each. */
export const addPlan = (
  chart: Chart,
  plan: {
    title: string;
    since: number;
    until?: number;
    about?: readonly Resource[];
    goals?: readonly Resource[];
    steps: readonly string[];
    by?: Practitioner;
  },
): Resource =>
  add(chart, 'CarePlan', {
    status: plan.until === undefined ? 'active' : 'completed',
    intent: 'plan',
    category: [
      {
        coding: [
          {
            system: 'http://hl7.org/fhir/us/core/CodeSystem/careplan-category',
            code: 'assess-plan',
            display: 'Assessment and Plan of Treatment',
          },
        ],
        text: 'Care plan',
      },
    ],
    title: plan.title,
    period: {
      start: day(chart, plan.since),
      ...(plan.until === undefined ? {} : { end: day(chart, plan.until) }),
    },
    created: day(chart, plan.since),
    author: staffRef(plan.by ?? chart.by),
    ...(plan.about ? { addresses: plan.about.map(refTo) } : {}),
    ...(plan.goals ? { goal: plan.goals.map(refTo) } : {}),
    activity: plan.steps.map((step) => ({
      detail: { status: plan.until === undefined ? 'in-progress' : 'completed', description: step },
    })),
  });

/** The people who look after a person. */
export const addTeam = (chart: Chart, since: number, members: readonly (readonly [Practitioner, string])[]): Resource =>
  add(chart, 'CareTeam', {
    status: 'active',
    name: chart.patient.language === 'es' ? 'Su equipo de salud' : 'Your care team',
    period: { start: day(chart, since) },
    participant: members.map(([member, role]) => ({ role: [{ text: role }], member: staffRef(member) })),
  });
