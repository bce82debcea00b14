import { bello, tsai } from '../cast/staff.ts';
import { theo } from '../cast/patients.ts';
import { demoTrustedPersons } from '../cast/trusted.ts';
import { addAllergy } from '../fhir/allergies.ts';
import { addCoverage, billVisits } from '../fhir/billing.ts';
import { ageOn, openChart, type Chart } from '../fhir/chart.ts';
import type { Resource } from '../fhir/elements.ts';
import type { Start } from '../fhir/moments.ts';
import { addFamily, addRelated } from '../fhir/history.ts';
import { addMedicine } from '../fhir/medicines.ts';
import { addNote } from '../fhir/notes.ts';
import { addPlan, addTeam } from '../fhir/plans.ts';
import { addProblem, billedAs } from '../fhir/problems.ts';
import { addPanel } from '../fhir/results.ts';
import { addChildhoodVaccines, addFluShots } from '../fhir/vaccines.ts';
import { addAppointment, addVisit, type Visit } from '../fhir/visits.ts';
import { addVitals } from '../fhir/vitals.ts';

/** Days old at the start, as the cast says. */
const oldDays = 830;
const atAge = (days: number): number => oldDays - days;

/** A toddler who lives in two homes: growth, shots, ears, an egg allergy. */
export const theoStory = (start: Start): Resource[] => {
  const chart = openChart(theo, start, { by: tsai, body: growth, labs: { hemoglobin: 11.9, mcv: 78 } });
  const visits = [...wellVisits(chart), ...ears(chart), ...skin(chart)];
  background(chart);
  const coverage = addCoverage(chart, {
    since: oldDays - 1,
    plan: 'Lakeshore Family PPO',
    memberId: 'LMH-8092-03',
    subscriber: ['child', 'Child'],
  });
  billVisits(visits, coverage, billedAs('eczema'));
  return chart.resources;
};

/** Near the middle of the WHO growth curves for boys: kg and cm by age in days. */
const growth = {
  weight: (
    [
      [0, 3.4],
      [14, 3.6],
      [61, 5.5],
      [122, 7.0],
      [183, 7.9],
      [274, 9.0],
      [365, 9.7],
      [457, 10.4],
      [548, 11.0],
      [730, 12.2],
      [830, 12.8],
    ] as const
  ).map(([age, kg]) => [atAge(age), kg] as const),
  height: (
    [
      [0, 50],
      [14, 52],
      [61, 58],
      [122, 64],
      [183, 67.5],
      [274, 72],
      [365, 76],
      [457, 79],
      [548, 82],
      [730, 87.5],
      [830, 90],
    ] as const
  ).map(([age, cm]) => [atAge(age), cm] as const),
  headCm: (
    [
      [0, 34.5],
      [61, 39],
      [122, 41.5],
      [183, 43.3],
      [274, 45],
      [365, 46],
      [548, 47.4],
      [730, 48.3],
      [830, 48.7],
    ] as const
  ).map(([age, cm]) => [atAge(age), cm] as const),
};

const checks: readonly (readonly [age: number, reason: string, note: string])[] = [
  [
    4,
    'First check',
    'Born on time, 3.4 kg. Nurses well, yellow tint is fading. Both parents here, with many good questions.',
  ],
  [
    14,
    'Two-week check',
    'Back above birth weight. Sleeps on his back in both homes; both have a crib of their own for him.',
  ],
  [64, 'Two-month check', 'Smiles, follows faces. Shots given.'],
  [125, 'Four-month check', 'Rolls to one side, laughs. Shots given.'],
  [186, 'Six-month check', 'Sits with help, reaches for spoons. Start of solid food. Shots given.'],
  [
    277,
    'Nine-month check',
    'Crawls, says baba. Two teeth. Homes are made safe: gates, plugs, locked cupboards in both.',
  ],
  [371, 'One-year check', 'First steps along the sofa. Shots given. Blood test for iron and lead: both fine.'],
  [460, 'Fifteen-month check', 'Walks, points, six words in English, three in French. Shots given.'],
  [582, 'Eighteen-month check', 'Runs, stacks four blocks. Screening for development fine. Second hepatitis A shot.'],
  [735, 'Two-year check', 'Two-word sentences. Climbs everything. Lead again: fine. Eats well, no egg.'],
];

const wellVisits = (chart: Chart): Visit[] =>
  checks.map(([age, reason, note]) => {
    const visit = addVisit(chart, { days: atAge(age), reason, kind: 'wellChild' });
    addVitals(visit);
    if (age === 371 || age === 735) {
      addPanel(visit, 'lead', {}, { conclusion: 'Lead is low, as it should be.' });
      addPanel(visit, 'bloodCount', {}, { conclusion: 'Enough iron.' });
    }
    addNote(visit, note);
    return visit;
  });

const ears = (chart: Chart): Visit[] =>
  [430, 520, 742].map((age, index) => {
    const days = atAge(age);
    const visit = addVisit(chart, { days, reason: 'Fever and ear pain', kind: 'problem' });
    addVitals(visit, { temperatureF: 102 + index * 0.4, pulse: 138 });
    addNote(
      visit,
      `Fever since ${index === 0 ? 'yesterday' : 'Sunday'}, pulls at the ${index === 1 ? 'left' : 'right'} ear, cranky, drinks well. Eardrum red and bulging.\n\nAmoxicillin for ten days. Both homes got the same dosing sheet. Back if he still has fever on day three.`,
    );
    addProblem(chart, 'earInfection', { since: days, until: days - 12 });
    addMedicine(chart, 'amoxicillinLiquid', {
      since: days,
      until: days - 10,
      dose: 'Give 5 mL by mouth twice a day for 10 days.',
      for: 'Ear infection',
      refills: 0,
    });
    return visit;
  });

const skin = (chart: Chart): Visit[] => {
  const visit = addVisit(chart, { days: atAge(300), reason: 'Rash after scrambled egg', kind: 'problem' });
  addVitals(visit);
  addNote(
    visit,
    "First scrambled egg at his father's: hives around the mouth within ten minutes, gone in an hour. No trouble breathing. Dry patches in the elbow folds as well.\n\nNo egg for now in either home. Cream for the dry skin. We try again with the allergist after his third birthday.",
  );
  return [visit];
};

const background = (chart: Chart): void => {
  const eczema = addProblem(chart, 'eczema', { since: atAge(300) });
  addMedicine(chart, 'hydrocortisone', {
    since: atAge(300),
    dose: 'Thin layer on the red patches twice a day, for at most 7 days in a row.',
    for: 'Eczema',
    asNeeded: true,
  });
  addAllergy(chart, 'egg', {
    reaction: 'hives',
    severity: 'moderate',
    recorded: atAge(300),
    note: 'Baked egg in muffins is fine.',
  });
  addChildhoodVaccines(chart);
  if (ageOn(chart, 0) > 1) addFluShots(chart, 2);
  addFamily(chart, 'mother', [['24079001', 'Eczema']], { recorded: atAge(14) });
  addFamily(chart, 'father', [['195967001', 'Asthma', 6]], { recorded: atAge(14) });
  addPlan(chart, {
    title: 'One plan for two homes',
    since: atAge(300),
    about: [eczema],
    steps: [
      'No egg on its own in either home or at day care.',
      'Cream and bath oil at both homes.',
      'Either parent may call us; both get the same answer.',
    ],
  });
  addTeam(chart, oldDays - 4, [
    [tsai, 'Doctor'],
    [bello, 'Nurse'],
  ]);
  for (const parent of demoTrustedPersons.filter((one) => one.for === 'theo')) {
    const [given = '', family = ''] = parent.name.split(' ');
    addRelated(chart, {
      name: [given, family],
      relation: parent.relation,
      phone: parent.phone,
      line: given === 'Fatou' ? '214 Elm Street' : '5 Station Road',
    });
  }
  addAppointment(chart, {
    inDays: 9,
    minute: 9 * 60 + 40,
    reason: 'Ear recheck',
    by: tsai,
    note: 'Either parent may bring him.',
  });
  addAppointment(chart, { inDays: 85, minute: 9 * 60, reason: 'Check at two and a half years', by: tsai, minutes: 30 });
};
