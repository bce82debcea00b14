import { achebe, bello, feld } from '../cast/staff.ts';
import { thomas, tom } from '../cast/patients.ts';
import { addAllergy } from '../fhir/allergies.ts';
import { addCoverage, billVisits } from '../fhir/billing.ts';
import { openChart, type Chart } from '../fhir/chart.ts';
import type { Resource } from '../fhir/elements.ts';
import type { Start } from '../fhir/moments.ts';
import { addFamily, addProcedure } from '../fhir/history.ts';
import { addMedicine } from '../fhir/medicines.ts';
import { addNote } from '../fhir/notes.ts';
import { addGoal, addTeam } from '../fhir/plans.ts';
import { addProblem, billedAs } from '../fhir/problems.ts';
import { addPanel } from '../fhir/results.ts';
import { addFluShots, addVaccine } from '../fhir/vaccines.ts';
import { addAppointment, addVisit } from '../fhir/visits.ts';
import { addSmoking, addVitals } from '../fhir/vitals.ts';

/** High blood pressure and gout. Another record of the same name and birth date exists: see `tomStory`. */
export const thomasStory = (start: Start): Resource[] => {
  const chart = openChart(thomas, start, {
    by: feld,
    body: {
      weight: [
        [1_700, 104],
        [0, 98],
      ],
      height: 181,
      systolic: [
        [1_700, 152],
        [1_200, 136],
        [0, 128],
      ],
      diastolic: [
        [1_700, 96],
        [0, 80],
      ],
    },
    labs: {
      uricAcid: [
        [1_700, 9.4],
        [1_300, 8.8],
        [900, 6.2],
        [0, 5.4],
      ],
      creatinine: 1.05,
      glucose: 94,
    },
  });
  const visits = [1_690, 1_500, 1_290, 1_080, 900, 700, 520, 340, 160].map((days, index) => {
    const visit = addVisit(chart, { days, reason: index % 2 ? 'Gout check' : 'Blood pressure check' });
    addVitals(visit);
    if (index === 0) addSmoking(visit, 'former');
    addPanel(visit, 'metabolic');
    addPanel(
      visit,
      'uricAcid',
      {},
      index === 8 ? { conclusion: 'Under 6, as we want it. No flare for two years.' } : {},
    );
    if (index % 3 === 0) addPanel(visit, 'lipid');
    addNote(
      visit,
      notes[index] ??
        'No gout flare since the last visit. Takes his tablets. Pressure at home mostly under 135. Plan: same medicines, blood test in six months.',
    );
    return visit;
  });
  background(chart);
  const coverage = addCoverage(chart, { since: 1_690, plan: 'Lakeshore Silver PPO', memberId: 'LMH-5208-01' });
  billVisits(visits, coverage, billedAs('pressure'));
  return chart.resources;
};

const background = (chart: Chart): void => {
  addProblem(chart, 'pressure', { since: 1_690 });
  addProblem(chart, 'gout', { since: 1_500 });
  addMedicine(chart, 'amlodipine', { since: 1_690, dose: 'Take 1 tablet every morning.', for: 'High blood pressure' });
  addMedicine(chart, 'colchicine', {
    since: 1_500,
    until: 1_080,
    dose: 'Take 1 tablet a day while allopurinol is new.',
    for: 'Gout',
  });
  addMedicine(chart, 'allopurinol100', {
    since: 1_300,
    until: 1_080,
    dose: 'Take 1 tablet a day.',
    for: 'Gout',
    stopped: 'Dose changed',
  });
  addMedicine(chart, 'allopurinol300', {
    since: 1_080,
    dose: 'Take 1 tablet a day, with a full glass of water.',
    for: 'Gout',
  });
  addMedicine(chart, 'naproxen', {
    since: 1_502,
    until: 1_492,
    dose: 'Take 2 tablets twice a day for the toe, with food.',
    for: 'Gout flare',
  });
  addAllergy(chart, 'pollen', { reaction: 'sneezing', severity: 'mild', recorded: 1_690 });
  addFluShots(chart, 4, 'flu', [2]);
  addVaccine(chart, 'tdap', 1_290);
  addVaccine(chart, 'shingles', 700, 1);
  addVaccine(chart, 'shingles', 620, 2);
  addFamily(chart, 'father', [
    ['90560007', 'Gout', 45],
    ['38341003', 'High blood pressure', 40],
  ]);
  addProcedure(chart, 'colonoscopy', {
    days: 820,
    by: achebe,
    outcome: 'One small polyp taken out. Next one in five years.',
  });
  addGoal(chart, {
    words: 'Keep uric acid under 6',
    since: 1_300,
    measure: ['3084-1', 'Uric acid'],
    below: [6, 1, 'mg/dL'],
    stands: 'achieved',
  });
  addTeam(chart, 1_690, [
    [feld, 'Family doctor'],
    [bello, 'Nurse'],
  ]);
  addAppointment(chart, { inDays: 24, minute: 15 * 60, reason: 'Blood pressure and gout check', by: feld });
};

const notes: Readonly<Record<number, string>> = {
  0: 'New to the clinic. Pressure 152 over 96 on three days. Feels well. Smoked until 2015.\n\nPlan: amlodipine in the morning, less salt, check in six weeks.',
  1: 'Came with a hot, red, swollen big toe since Sunday, too sore for a bed sheet. Uric acid 9. This is gout.\n\nPlan: naproxen for ten days, then a medicine that keeps uric acid down. Beer only now and then.',
};

/** Registered a second time at the urgent care desk: same family name, same birth date. Nobody has merged the two. */
export const tomStory = (start: Start): Resource[] => {
  const chart = openChart(tom, start, { by: feld, body: { weight: 98.5, height: 181, systolic: 134, diastolic: 84 } });
  const visit = addVisit(chart, { days: 74, reason: 'Cut on the hand', kind: 'problem' });
  addVitals(visit);
  addNote(
    visit,
    'Walk-in with a 2 cm cut of the left palm from a kitchen knife. Cleaned, three stitches. No numbness. Tetanus shot given, as he did not know of his last one.\n\nStitches out in ten days.',
  );
  addVaccine(chart, 'td', 74);
  return chart.resources;
};
