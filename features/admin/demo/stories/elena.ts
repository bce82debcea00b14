import { achebe, bello, feld, rivera } from '../cast/staff.ts';
import { elena } from '../cast/patients.ts';
import { addAllergy } from '../fhir/allergies.ts';
import { addCoverage, billVisits } from '../fhir/billing.ts';
import { openChart, type Chart } from '../fhir/chart.ts';
import type { Resource } from '../fhir/elements.ts';
import type { Start } from '../fhir/moments.ts';
import { addFamily, addProcedure } from '../fhir/history.ts';
import { addMedicine } from '../fhir/medicines.ts';
import { addNote } from '../fhir/notes.ts';
import { addGoal, addPlan, addTeam } from '../fhir/plans.ts';
import { addProblem, billedAs } from '../fhir/problems.ts';
import { addPanel, type Values } from '../fhir/results.ts';
import { addFluShots, addVaccine } from '../fhir/vaccines.ts';
import { addVisit, addAppointment, type Visit } from '../fhir/visits.ts';
import { addSmoking, addVitals } from '../fhir/vitals.ts';

const a1c = [8.9, 8.6, 8.1, 7.9, 7.6, 7.8, 7.4, 7.2, 7.3, 7.0, 6.9, 7.1, 6.8, 6.9, 6.7];
const potassium = [4.3, 4.1, 4.4, 4.2, 4.3, 4.2, 4.4, 4.1, 4.3, 4.2, 4.1, 4.2, 4.0, 3.8, 3.6];
const daysOf = (index: number): number => 1_760 - index * 123;

/** Dr. Feld's words on some of the A1c reports, by visit. */
const words: Readonly<Record<number, string>> = {
  0: 'Your average sugar is well above your goal of under 7. Let us start metformin and meet again in four months.',
  4: 'Good progress. Keep walking after dinner; it shows.',
  9: 'You reached 7 for the first time in this record. Well done.',
  14: 'At your goal. We stay with the same medicines.',
};

/** Diabetes under better control over five years; a new water pill, and potassium that falls. */
export const elenaStory = (start: Start): Resource[] => {
  const chart = openChart(elena, start, {
    by: feld,
    body: {
      weight: [
        [1_800, 88.5],
        [900, 83],
        [160, 80.5],
        [0, 79.8],
      ],
      height: 163,
      systolic: [
        [1_800, 146],
        [1_300, 138],
        [170, 144],
        [150, 132],
        [0, 126],
      ],
      diastolic: [
        [1_800, 90],
        [170, 86],
        [0, 78],
      ],
    },
    labs: {
      glucose: [
        [1_760, 172],
        [900, 140],
        [0, 118],
      ],
      creatinine: 0.84,
      cholesterol: [
        [1_760, 216],
        [1_200, 188],
        [0, 172],
      ],
      hdl: 52,
      triglycerides: [
        [1_760, 162],
        [0, 132],
      ],
      urineAlbumin: [
        [1_760, 44],
        [0, 18],
      ],
    },
  });
  const visits = a1c.map((_, index) => regularVisit(chart, index));
  visits.push(...lastWeeks(chart));
  background(chart);
  treated(chart);
  const coverage = addCoverage(chart, { since: 1_800, plan: 'Lakeshore Silver PPO', memberId: 'LMH-4417-01' });
  billVisits(visits, coverage, billedAs('diabetes2'));
  return chart.resources;
};

const regularVisit = (chart: Chart, index: number): Visit => {
  const visit = addVisit(chart, {
    days: daysOf(index),
    reason: 'Diabetes check',
    by: index % 4 === 3 ? achebe : feld,
  });
  addVitals(visit);
  if (index === 0) addSmoking(visit, 'never');
  addPanel(visit, 'a1c', { a1c: a1c[index]! }, words[index] ? { conclusion: words[index] } : {});
  addPanel(visit, 'metabolic', oddities(index));
  if (index % 3 === 0) addPanel(visit, 'lipid');
  if (index % 4 === 2) {
    addPanel(visit, 'kidney');
    addPanel(visit, 'liver');
  }
  addNote(visit, noteOf(index));
  return visit;
};

/** A damaged sample once, and a mix-up that was put right. */
const oddities = (index: number): Values => ({
  potassium:
    index === 7
      ? {
          value: 0,
          status: 'cancelled',
          absent: 'The sample was damaged on the way (hemolyzed); a new one was not needed.',
        }
      : potassium[index]!,
  ...(index === 11
    ? {
        creatinine: {
          value: 0.86,
          status: 'corrected' as const,
          note: 'Corrected result: the first report mixed up two samples.',
        },
      }
    : {}),
});

const noteOf = (index: number): string => {
  const value = a1c[index]!;
  const trend = index === 0 ? 'is new to us' : value < a1c[index - 1]! ? 'went down' : 'went up a little';
  const feet = index % 3 === 0 ? ' Feet: skin whole, feels the thread at all ten points.' : '';
  const plan = value < 7 ? 'Same medicines.' : 'Keep at it: walking after dinner, less bread, metformin with food.';
  return `Elena comes for her diabetes check. She checks her sugar most mornings. No low sugars.

The A1c of ${value.toFixed(1)} % ${trend}. Goal: under 7 %.${feet}

Plan: ${plan} Next check in four months.`;
};

const lastWeeks = (chart: Chart): Visit[] => {
  const pill = addVisit(chart, { days: 161, reason: 'Blood pressure check', kind: 'followUp' });
  addVitals(pill, { systolic: 146, diastolic: 88 });
  addNote(
    pill,
    'Blood pressure stays above 140 in spite of lisinopril. We add a water pill, chlorthalidone, in the morning. It can lower potassium: blood test with every visit.',
  );
  const low = addVisit(chart, { days: 12, reason: 'Blood pressure check' });
  addVitals(low);
  addPanel(
    low,
    'metabolic',
    { potassium: 3.3, magnesium: 1.8 },
    {
      also: ['magnesium'],
      conclusion:
        'Your potassium is a little low. The new water pill can do that. Take the potassium tablets as we agreed, and we check again in ten days.',
    },
  );
  addNote(
    low,
    'Pressure is better. Potassium 3.3, a little low. She has some cramps in the calves at night. Potassium tablets twice a day; blood test in ten days. She knows to call for weakness or a racing heart.',
  );
  const newest = addVisit(chart, { days: 1, reason: 'Potassium recheck', kind: 'nurse', by: rivera });
  addVitals(newest, { pulse: 88 });
  addPanel(newest, 'metabolic', {
    potassium: { value: 2.7, flag: 'LL', note: 'Critical value called to the office of Dr. Feld and read back.' },
  });
  addPanel(newest, 'bloodCount', { hemoglobin: 13.1 });
  addNote(
    newest,
    'Elena comes for the blood test that Dr. Feld asked for. Cramps in the calves, a little weak since Sunday. No fainting, no chest pain; pulse 88 and even. She takes the water pill each morning and forgot some potassium tablets.\n\nBlood drawn. Told to call at once, or 911, if her heart races or she cannot stand.',
  );
  return [pill, low, newest];
};

const background = (chart: Chart): void => {
  const diabetes = addProblem(chart, 'diabetes2', { since: 1_900 });
  const pressure = addProblem(chart, 'pressure', { since: 1_400 });
  addProblem(chart, 'cholesterol', { since: 1_520 });
  addProblem(chart, 'lowPotassium', { since: 12, note: 'Since the water pill was added.' });
  const sugar = addGoal(chart, {
    words: 'Keep the A1c under 7 %',
    since: 1_755,
    measure: ['4548-4', 'Hemoglobin A1c'],
    below: [7, 1, '%'],
    stands: 'achieved',
    about: [diabetes],
  });
  const push = addGoal(chart, {
    words: 'Keep the upper blood pressure under 130',
    since: 1_395,
    measure: ['8480-6', 'Systolic blood pressure'],
    below: [130, 0, 'mmHg', 'mm[Hg]'],
    stands: 'improving',
    about: [pressure],
  });
  addPlan(chart, {
    title: 'Living well with diabetes',
    since: 1_755,
    about: [diabetes, pressure],
    goals: [sugar, push],
    steps: [
      'Walk 20 minutes after dinner, five days a week.',
      'Check sugar in the morning; bring the numbers.',
      'Eye check and foot check once a year.',
      'Blood test for potassium while the water pill is new.',
    ],
  });
  addTeam(chart, 1_800, [
    [feld, 'Family doctor'],
    [rivera, 'Nurse'],
    [bello, 'Nurse, when Tomás is away'],
  ]);
  addAppointment(chart, { inDays: 3, minute: 9 * 60 + 20, reason: 'Potassium and blood pressure', by: feld });
  addAppointment(chart, {
    inDays: 96,
    minute: 10 * 60,
    reason: 'Diabetes check',
    by: feld,
    minutes: 30,
    note: 'Please do not eat for eight hours before the blood test. Water is fine.',
  });
};

/** Medicines, allergies, shots, procedures, family. */
const treated = (chart: Chart): void => {
  addMedicine(chart, 'metformin', {
    since: 1_755,
    until: 1_390,
    dose: 'Take 1 tablet with dinner, every day.',
    for: 'Type 2 diabetes',
    stopped: 'Dose changed',
  });
  addMedicine(chart, 'metformin', {
    since: 1_390,
    dose: 'Take 2 tablets with dinner, every day.',
    for: 'Type 2 diabetes',
  });
  addMedicine(chart, 'lisinopril20', {
    since: 1_395,
    dose: 'Take 1 tablet every morning.',
    for: 'High blood pressure',
  });
  addMedicine(chart, 'atorvastatin20', { since: 1_515, dose: 'Take 1 tablet every evening.', for: 'High cholesterol' });
  addMedicine(chart, 'chlorthalidone', {
    since: 161,
    dose: 'Take 1 tablet every morning.',
    for: 'High blood pressure',
  });
  addMedicine(chart, 'potassium', { since: 12, dose: 'Take 1 tablet twice a day, with food.', for: 'Low potassium' });
  addAllergy(chart, 'penicillin', { reaction: 'hives', severity: 'moderate', criticality: 'high', recorded: 1_790 });
  for (const days of [1_650, 1_280, 910, 540, 172]) {
    addProcedure(chart, 'retina', { days, outcome: 'No damage from diabetes seen in either eye.' });
  }
  for (const days of [1_760, 1_391, 1_022, 653, 284]) {
    addProcedure(chart, 'foot', { days, outcome: 'Skin whole, feeling normal, pulses good.' });
  }
  addProcedure(chart, 'colonoscopy', { days: 1_210, outcome: 'Nothing found. Next one in ten years.' });
  addProcedure(chart, 'mammogram', { days: 320, outcome: 'No sign of cancer.' });
  addFluShots(chart, 5);
  addVaccine(chart, 'pcv20', 1_022, 1);
  addVaccine(chart, 'tdap', 1_637);
  addVaccine(chart, 'shingles', 640, 1);
  addVaccine(chart, 'shingles', 560, 2);
  addVaccine(chart, 'covidUpdated', 410);
  addFamily(chart, 'mother', [['44054006', 'Type 2 diabetes', 55]], { died: 78 });
  addFamily(chart, 'father', [['22298006', 'Heart attack', 66]]);
};
