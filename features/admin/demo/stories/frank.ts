import { achebe, bello } from '../cast/staff.ts';
import { frank } from '../cast/patients.ts';
import { addAllergy } from '../fhir/allergies.ts';
import { addCoverage, billVisits } from '../fhir/billing.ts';
import { openChart, type Chart } from '../fhir/chart.ts';
import type { Resource } from '../fhir/elements.ts';
import type { Start } from '../fhir/moments.ts';
import { addDevice, addFamily, addProcedure } from '../fhir/history.ts';
import { addMedicine } from '../fhir/medicines.ts';
import { addNote } from '../fhir/notes.ts';
import { addGoal, addPlan, addTeam } from '../fhir/plans.ts';
import { addProblem, billedAs } from '../fhir/problems.ts';
import { addImaging, addPanel } from '../fhir/results.ts';
import { addFluShots, addVaccine, addVaccineNotGiven } from '../fhir/vaccines.ts';
import { addAppointment, addVisit, type Visit } from '../fhir/visits.ts';
import { addMeasurement, addSmoking, addVitals } from '../fhir/vitals.ts';

/** COPD: flare-ups, the last cigarette, breathing tests, oxygen at night, and a spot that is watched. */
export const frankStory = (start: Start): Resource[] => {
  const chart = openChart(frank, start, {
    by: achebe,
    body: {
      weight: [
        [1_800, 76],
        [0, 71],
      ],
      height: 174,
      systolic: 132,
      diastolic: 78,
      pulse: 84,
      breathing: 19,
      oxygen: [
        [1_800, 95],
        [900, 93],
        [0, 92],
      ],
    },
    labs: {
      hemoglobin: [
        [1_800, 15.6],
        [0, 16.8],
      ],
      co2: [
        [1_800, 26],
        [0, 28.5],
      ],
      creatinine: 0.98,
    },
  });
  const visits = [...regular(chart), ...flares(chart)];
  scans(chart);
  background(chart);
  treated(chart);
  const coverage = addCoverage(chart, { since: 2_600, plan: 'Lakeshore Medicare Advantage', memberId: 'LMH-2866-01' });
  billVisits(visits, coverage, billedAs('copd'));
  return chart.resources;
};

/** FEV1 in liters and as percent of what is expected, by year. */
const breath = [
  [1.82, 58],
  [1.74, 56],
  [1.69, 55],
  [1.62, 53],
  [1.58, 52],
] as const;

const regular = (chart: Chart): Visit[] =>
  [1_770, 1_590, 1_405, 1_220, 1_040, 860, 675, 490, 310, 130].map((days, index) => {
    const visit = addVisit(chart, { days, reason: 'COPD check' });
    addVitals(visit);
    addSmoking(visit, days > 1_300 ? 'current' : 'former');
    if (index % 2 === 0) {
      const [liters, percent] = breath[index / 2]!;
      addMeasurement(visit, ['20150-9', 'FEV1 (air in the first second)'], [liters, 2, 'L'], 'procedure');
      addMeasurement(visit, ['20152-5', 'FEV1, percent of expected'], [percent, 0, '%'], 'procedure');
      addMeasurement(visit, ['19926-5', 'FEV1/FVC'], [54 - index / 2, 0, '%'], 'procedure');
      addProcedure(chart, 'spirometry', {
        days,
        outcome: `Air in the first second: ${percent} % of what is expected.`,
      });
      addPanel(visit, 'bloodCount');
      addPanel(visit, 'metabolic');
    }
    addNote(
      visit,
      notes[days] ??
        'Breath as before: one flight of stairs with a rest. Coughs in the morning. Uses both inhalers, technique good. No flare since last time.\n\nPlan: same.',
    );
    return visit;
  });

const notes: Readonly<Record<number, string>> = {
  1_405:
    "Wants to stop smoking after his brother's heart attack. Patch and gum, quit line, a date: his birthday. Nurse calls in the first week.",
  1_220: 'Has not smoked for five months! Tastes food again. Coughs less.',
  675: 'Oxygen falls to 86 at night. Oxygen at home for the night, two liters. He hates the noise; the machine now stands in the hall.',
};

const flares = (chart: Chart): Visit[] =>
  [1_520, 1_002, 442].map((days, index) => {
    const isStay = index === 1;
    const visit = addVisit(chart, {
      days,
      reason: 'Short of breath, more cough',
      kind: isStay ? 'hospital' : 'problem',
      ...(isStay ? { stayDays: 4 } : {}),
    });
    addVitals(visit, { oxygen: isStay ? 86 : 90, breathing: 26, pulse: 104, temperatureF: 100.2 });
    addPanel(visit, 'bloodCount', { wbc: 13.4 + index });
    addPanel(visit, 'inflammation', { crp: 36 + index * 11 });
    addMedicine(chart, 'prednisone', {
      since: days,
      until: days - 5,
      dose: 'Take 2 tablets every morning for 5 days.',
      for: 'COPD flare-up',
      refills: 0,
    });
    addMedicine(chart, 'azithromycin', {
      since: days,
      until: days - 5,
      dose: 'Take 2 tablets on the first day, then 1 a day for 4 days.',
      for: 'COPD flare-up',
      refills: 0,
    });
    if (isStay) addImaging(visit, 'X-ray of the chest', 'Wide lungs. No pneumonia. Heart of normal size.', '36643-5');
    addNote(
      visit,
      isStay
        ? 'Three days of worse breath, could not finish a sentence. Oxygen 86. Oxygen, sprays, prednisone, an antibiotic. Home on day four, walking the hall.\n\nLung exercise program starts in two weeks.'
        : 'More cough, yellow, shorter of breath for three days, after a cold of his grandson. Wheezes all over, oxygen 90. At home with prednisone and an antibiotic, as in his plan. Nurse calls tomorrow.',
      isStay ? 'discharge' : 'progress',
    );
    return visit;
  });

const scans = (chart: Chart): void => {
  for (const [index, days] of [1_180, 815, 640, 270].entries()) {
    const visit = addVisit(chart, { days, reason: 'Lung scan', kind: 'nurse' });
    addImaging(visit, 'CT scan of the chest', scanWords[index]!, '24627-2');
    addProcedure(chart, 'chestCt', { days });
  }
};
const scanWords = [
  'No sign of cancer. Changes of COPD in the upper lungs. Again in one year.',
  'A new spot of 5 mm in the right upper lung. Most such spots are scars. Again in six months.',
  'The spot is as it was: 5 mm. Again in one year.',
  'The spot is as it was, for 18 months now. Again in one year.',
] as const;

const background = (chart: Chart): void => {
  const copd = addProblem(chart, 'copd', { since: 2_500 });
  addProblem(chart, 'lungSpot', { since: 815, note: '5 mm, right upper lung, the same in two later scans.' });
  const goal = addGoal(chart, { words: 'No cigarettes', since: 1_405, stands: 'achieved' });
  addPlan(chart, {
    title: 'COPD action plan',
    since: 998,
    about: [copd],
    goals: [goal],
    steps: [
      'Green: breath as usual. Both daily inhalers, a walk.',
      'Yellow: more cough or short of breath for a day. Albuterol every 4 hours, call us the same day.',
      'Red: cannot finish a sentence, blue lips, confused. Call 911.',
    ],
  });
  addTeam(chart, 1_770, [
    [achebe, 'Doctor'],
    [bello, 'Nurse'],
  ]);
  addAppointment(chart, {
    inDays: 20,
    minute: 14 * 60,
    reason: 'COPD check and breathing test',
    by: achebe,
    minutes: 40,
    note: 'No albuterol in the six hours before the test, if you can.',
  });
};

/** Medicines, allergies, shots, procedures, family. */
const treated = (chart: Chart): void => {
  addMedicine(chart, 'albuterol', {
    since: 1_770,
    dose: 'Take 2 puffs when short of breath, up to every 4 hours.',
    for: 'COPD',
    asNeeded: true,
  });
  addMedicine(chart, 'tiotropium', { since: 1_770, dose: 'Breathe in 1 capsule every morning.', for: 'COPD' });
  addMedicine(chart, 'fluticasoneSalmeterol', {
    since: 998,
    dose: 'One breath in the morning, one at night. Rinse your mouth.',
    for: 'COPD',
  });
  addMedicine(
    chart,
    { text: 'nicotine patch 21 mg' },
    { since: 1_400, until: 1_340, dose: 'One patch every morning.', for: 'To stop smoking', refills: 0 },
  );
  addAllergy(chart, 'sulfa', {
    reaction: 'rash',
    severity: 'moderate',
    criticality: 'high',
    recorded: 2_500,
    words: 'Sulfa antibiotics',
  });
  addDevice(chart, 'Oxygen machine for the night', {
    since: 670,
    maker: 'Stillwater Air',
    model: 'Stillwater Five',
    note: 'Two liters a minute while asleep. No open flame in the room.',
  });
  addProcedure(chart, 'lungRehab', {
    days: 950,
    by: bello,
    outcome: 'Walks 80 meters farther in six minutes than before.',
  });
  addFluShots(chart, 5, 'fluHighDose');
  addVaccine(chart, 'pcv20', 1_040, 1);
  addVaccine(chart, 'rsv', 480);
  addVaccineNotGiven(chart, 'shingles', 310, 'He wants to think about it');
  addFamily(chart, 'brother', [['22298006', 'Heart attack', 62]]);
  addFamily(chart, 'father', [['13645005', 'COPD', 60]], { died: 70 });
};
