import { achebe, bello, rivera } from '../cast/staff.ts';
import { harold } from '../cast/patients.ts';
import { addIntolerance } from '../fhir/allergies.ts';
import { addCoverage, billVisits } from '../fhir/billing.ts';
import { openChart, type Body, type Chart } from '../fhir/chart.ts';
import type { Resource } from '../fhir/elements.ts';
import type { Start } from '../fhir/moments.ts';
import { addFamily, addProcedure } from '../fhir/history.ts';
import { addMedicine } from '../fhir/medicines.ts';
import { addNote } from '../fhir/notes.ts';
import { addGoal, addPlan, addTeam } from '../fhir/plans.ts';
import { addProblem, billedAs } from '../fhir/problems.ts';
import { addPanel } from '../fhir/results.ts';
import { addFluShots, addVaccine } from '../fhir/vaccines.ts';
import { addAppointment, addVisit, type Visit } from '../fhir/visits.ts';
import { addSmoking, addVitals } from '../fhir/vitals.ts';

const body: Body = {
  weight: [
    [1_800, 82],
    [0, 78],
  ],
  height: 170,
  systolic: [
    [1_800, 150],
    [1_300, 138],
    [0, 131],
  ],
  diastolic: [
    [1_800, 86],
    [0, 74],
  ],
};
const labs: Chart['labs'] = {
  creatinine: [
    [1_800, 1.48],
    [1_200, 1.78],
    [600, 2.42],
    [0, 2.74],
  ],
  bun: [
    [1_800, 24],
    [0, 46],
  ],
  potassium: [
    [1_800, 4.5],
    [0, 5.0],
  ],
  co2: [
    [1_800, 25],
    [700, 22],
    [500, 23],
    [0, 22.5],
  ],
  hemoglobin: [
    [1_800, 13.8],
    [900, 11.6],
    [500, 9.9],
    [300, 10.8],
    [0, 11.1],
  ],
  ferritin: 140,
  phosphate: [
    [1_800, 3.6],
    [0, 4.7],
  ],
  pth: [
    [1_800, 62],
    [0, 148],
  ],
  vitaminD: [
    [1_800, 26],
    [1_200, 34],
    [0, 33],
  ],
  urineAlbumin: [
    [1_800, 380],
    [1_300, 260],
    [0, 310],
  ],
  calcium: 9.1,
};

/**
 * Kidneys that slow down over five years, with what follows: anemia, minerals, and a number that was put right.
 * @param isCorrected false: as the laboratory reported it first
 */
export const haroldStory = (start: Start, isCorrected = true): Resource[] => {
  const chart = openChart(harold, start, {
    by: achebe,
    body,
    labs,
  });
  const visits = [...regular(chart), mixUp(chart, isCorrected)];
  background(chart);
  treated(chart);
  const coverage = addCoverage(chart, { since: 3_300, plan: 'Lakeshore Medicare Advantage', memberId: 'LMH-2130-01' });
  billVisits(visits, coverage, billedAs('kidney4'));
  return chart.resources;
};

const days = [
  1_780, 1_660, 1_540, 1_420, 1_300, 1_180, 1_060, 940, 820, 700, 580, 500, 400, 300, 200, 110, 38,
] as const;

const regular = (chart: Chart): Visit[] =>
  days.map((days, index) => {
    const visit = addVisit(chart, { days, reason: 'Kidney check' });
    addVitals(visit);
    if (index === 0) addSmoking(visit, 'former');
    const conclusion = words[days];
    addPanel(visit, 'metabolic', {}, conclusion ? { conclusion } : {});
    if (index % 2 === 0) addPanel(visit, 'bloodCount');
    if (index % 3 === 0) {
      addPanel(visit, 'bone');
      addPanel(visit, 'kidney');
    }
    if (index % 5 === 4) addPanel(visit, 'iron');
    addNote(visit, notes[days] ?? usualNote);
    return visit;
  });

const usualNote =
  'Feels well, sleeps well. Ankles slim. Pressure at home mostly near 130. Keeps off ibuprofen.\n\nPlan: same medicines, blood test again before the next visit.';

/** Four days ago the laboratory read another person's sample; it said so later. */
const mixUp = (chart: Chart, isCorrected: boolean): Visit => {
  const visit = addVisit(chart, { days: 4, reason: 'Blood test', kind: 'nurse', by: rivera });
  addVitals(visit);
  const corrected = (value: number, first: string) => ({
    value,
    status: 'corrected' as const,
    note: `Corrected result. The first report said ${first}: the sample of another person had been read.`,
  });
  addPanel(
    visit,
    'metabolic',
    isCorrected ? { creatinine: corrected(2.71, '1.28'), egfr: corrected(24, '58') } : { creatinine: 1.28, egfr: 58 },
    isCorrected
      ? {
          status: 'corrected',
          conclusion:
            'This report was corrected. Your kidneys are as they were; they did not suddenly get better. We are sorry for the mix-up.',
        }
      : {},
  );
  return visit;
};

const words: Readonly<Record<number, string>> = {
  1_780: 'Your kidneys work at about half. Protein in the urine tells us to guard them well.',
  580: 'The kidneys have lost a little more. This is stage 4 now. Let us meet for a longer talk, with your wife if you like.',
};
const notes: Readonly<Record<number, string>> = {
  1_780:
    'Referred for kidney values found at work. eGFR near 50, protein in urine, pressure 150. Took ibuprofen daily for his shoulder: stop.\n\nPlan: lisinopril up, less salt, blood test in three weeks.',
  580: 'eGFR under 30 twice. Long talk with Mr. and Mrs. Nguyen: what to expect, dialysis or a transplant one day, how to slow it. Visit with the kidney clinic booked.',
  500: 'Hemoglobin under 10, tired on stairs. Iron is fine: this is from the kidneys. Darbepoetin every two weeks, given here.',
};

const background = (chart: Chart): void => {
  addProblem(chart, 'kidney3', { since: 1_780, until: 580, note: 'Became stage 4.' });
  const kidney = addProblem(chart, 'kidney4', { since: 580 });
  const anemia = addProblem(chart, 'anemiaOfKidney', { since: 500 });
  addProblem(chart, 'pressure', { since: 5_800 });
  const goal = addGoal(chart, {
    words: 'Upper blood pressure under 130',
    since: 1_780,
    measure: ['8480-6', 'Systolic blood pressure'],
    below: [130, 0, 'mmHg', 'mm[Hg]'],
    stands: 'in-progress',
    about: [kidney],
  });
  addGoal(chart, {
    words: 'Hemoglobin between 10 and 11.5',
    since: 500,
    measure: ['718-7', 'Hemoglobin'],
    between: [10, 11.5, 1, 'g/dL'],
    stands: 'achieved',
    about: [anemia],
  });
  addPlan(chart, {
    title: 'Guarding the kidneys',
    since: 580,
    about: [kidney, anemia],
    goals: [goal],
    steps: [
      'No ibuprofen, naproxen or aspirin for pain; acetaminophen is fine.',
      'Less salt; ask before salt substitutes.',
      'Blood test every three months.',
      'Save the left arm: no needles there.',
      'Kidney clinic visit each spring.',
    ],
  });
  addTeam(chart, 1_780, [
    [achebe, 'Doctor'],
    [rivera, 'Nurse'],
  ]);
  addAppointment(chart, { inDays: 10, minute: 10 * 60, reason: 'Darbepoetin shot', by: rivera });
  addAppointment(chart, { inDays: 52, minute: 13 * 60 + 40, reason: 'Kidney check', by: achebe, minutes: 30 });
};

/** Medicines, allergies, shots, procedures, family. */
const treated = (chart: Chart): void => {
  addMedicine(chart, 'lisinopril10', {
    since: 1_780,
    until: 1_700,
    dose: 'Take 1 tablet every morning.',
    for: 'Kidneys and blood pressure',
    stopped: 'Dose changed',
  });
  addMedicine(chart, 'lisinopril20', {
    since: 1_700,
    dose: 'Take 1 tablet every morning.',
    for: 'Kidneys and blood pressure',
  });
  addMedicine(chart, 'amlodipine', { since: 1_420, dose: 'Take 1 tablet every evening.', for: 'High blood pressure' });
  addMedicine(chart, 'empagliflozin', { since: 1_060, dose: 'Take 1 tablet every morning.', for: 'Kidneys' });
  addMedicine(chart, 'vitaminD', { since: 1_660, dose: 'Take 1 a day.', for: 'Bones' });
  addMedicine(chart, 'calcitriol', {
    since: 300,
    dose: 'Take 1 capsule on Monday, Wednesday and Friday.',
    for: 'Bones and minerals',
  });
  addMedicine(chart, 'darbepoetin', {
    since: 500,
    dose: 'One shot every two weeks, at the clinic.',
    for: 'Anemia from kidney disease',
    by: achebe,
  });
  addMedicine(chart, 'ibuprofen', {
    since: 2_200,
    until: 1_780,
    dose: 'Take 2 tablets three times a day for the shoulder.',
    for: 'Shoulder pain',
    stopped: 'Harms the kidneys',
  });
  addIntolerance(chart, ['5640', 'ibuprofen'], 1_780, 'Not an allergy: avoid it and its kin, they harm the kidneys.');
  addProcedure(chart, 'kidneyClass', { days: 540, by: bello });
  addFluShots(chart, 5, 'fluHighDose');
  addVaccine(chart, 'hepB', 520, 1);
  addVaccine(chart, 'hepB', 490, 2);
  addVaccine(chart, 'hepB', 340, 3);
  addVaccine(chart, 'pcv20', 1_060, 1);
  addVaccine(chart, 'covidUpdated', 390);
  addFamily(
    chart,
    'mother',
    [
      ['38341003', 'High blood pressure', 48],
      ['709044004', 'Chronic kidney disease', 66],
    ],
    { died: 75 },
  );
};
