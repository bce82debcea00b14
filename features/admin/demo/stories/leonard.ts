import { achebe, bello, lindgren } from '../cast/staff.ts';
import { leonard } from '../cast/patients.ts';
import { addAllergy } from '../fhir/allergies.ts';
import { addCoverage, billVisits } from '../fhir/billing.ts';
import { openChart, type Body, type Chart } from '../fhir/chart.ts';
import type { Resource } from '../fhir/elements.ts';
import { addDevice, addFamily, addProcedure } from '../fhir/history.ts';
import { addMedicine } from '../fhir/medicines.ts';
import { exactlyBefore, type Start } from '../fhir/moments.ts';
import { addNote } from '../fhir/notes.ts';
import { valueOn } from '../fhir/numbers.ts';
import { addGoal, addPlan, addTeam } from '../fhir/plans.ts';
import { addProblem, billedAs } from '../fhir/problems.ts';
import { addImaging, addPanel } from '../fhir/results.ts';
import { addFluShots, addVaccine } from '../fhir/vaccines.ts';
import { addAppointment, addVisit, type Visit } from '../fhir/visits.ts';
import { addHomeWeight, addMeasurement, addSmoking, addVitals } from '../fhir/vitals.ts';

const body: Body = {
  // Water comes and goes with the heart: in kg.
  weight: [
    [1_800, 92],
    [1_465, 92.5],
    [1_440, 97.5],
    [1_425, 90],
    [700, 88.5],
    [330, 91.5],
    [310, 88],
    [9, 87.4],
    [0, 88.9],
  ],
  height: 177,
  systolic: [
    [1_800, 138],
    [1_400, 118],
    [0, 112],
  ],
  diastolic: [
    [1_800, 84],
    [0, 68],
  ],
  pulse: [
    [1_500, 76],
    [1_440, 92],
    [1_300, 66],
    [0, 64],
  ],
  oxygen: [
    [1_500, 97],
    [1_440, 91],
    [1_400, 96],
    [0, 96],
  ],
  breathing: 17,
};
const labs: Chart['labs'] = {
  ntProBnp: [
    [1_800, 240],
    [1_590, 480],
    [1_460, 1_200],
    [1_440, 4_850],
    [1_400, 1_900],
    [1_000, 980],
    [340, 2_400],
    [280, 1_050],
    [0, 880],
  ],
  creatinine: [
    [1_800, 1.1],
    [1_000, 1.25],
    [0, 1.38],
  ],
  potassium: [
    [1_800, 4.3],
    [600, 4.6],
    [0, 4.7],
  ],
  bun: [
    [1_800, 18],
    [0, 25],
  ],
  cholesterol: 148,
  triglycerides: 118,
  hdl: 44,
};

/** Heart failure: a stay in hospital, better on medicines, a defibrillator, and a potassium that was once too high. */
export const leonardStory = (start: Start): Resource[] => {
  const chart = openChart(leonard, start, {
    by: achebe,
    body,
    labs,
  });
  const visits = [firstStay(chart), ...regular(chart), ...potassiumStory(chart)];
  homeWeights(chart);
  background(chart);
  treated(chart);
  const coverage = addCoverage(chart, { since: 2_400, plan: 'Lakeshore Medicare Advantage', memberId: 'LMH-1275-01' });
  billVisits(visits, coverage, billedAs('heartFailure'));
  return chart.resources;
};

const firstStay = (chart: Chart): Visit => {
  const stay = addVisit(chart, { days: 1_440, stayDays: 5, reason: 'Short of breath', kind: 'hospital', by: lindgren });
  addVitals(stay, { systolic: 148, diastolic: 92 });
  addPanel(stay, 'heart', {}, { conclusion: 'Very high: the heart is under strain.' });
  addPanel(stay, 'fullMetabolic', { alt: 58, ast: 52 });
  addPanel(stay, 'bloodCount');
  addMeasurement(stay, ['10230-1', 'Left ventricular ejection fraction'], [28, 0, '%'], 'procedure');
  addImaging(
    stay,
    'Ultrasound of the heart',
    'The left chamber is wide and pumps weakly: about 28 of 100 parts with each beat (normal is above 52). An old scar at the front wall. Valves work.',
    '42148-7',
  );
  addNote(
    stay,
    'Came with two weeks of short breath, could not lie flat, swollen legs, 5 kg up. Heart failure from an old, silent heart attack.\n\nIn five days 7 kg of water gone with furosemide by vein. Home on lisinopril, metoprolol, furosemide and spironolactone.\n\nWeigh every morning. Call us for 3 pounds in a day or 5 in a week.',
    'discharge',
  );
  return stay;
};

const regular = (chart: Chart): Visit[] =>
  [1_790, 1_600, 1_428, 1_395, 1_320, 1_210, 1_090, 960, 840, 720, 600, 480, 330, 310, 220, 110].map((days, index) => {
    const visit = addVisit(chart, {
      days,
      reason: days > 1_440 ? 'Yearly check' : 'Heart failure check',
      by: index % 3 === 0 && days < 1_440 ? lindgren : achebe,
    });
    addVitals(visit);
    if (index === 0) addSmoking(visit, 'former');
    addPanel(visit, 'metabolic');
    addPanel(
      visit,
      'heart',
      {},
      days === 330 ? { conclusion: 'Up again: water is coming back. More water pill for a week.' } : {},
    );
    if (index % 4 === 1) addPanel(visit, 'lipid');
    if (index % 4 === 2) addPanel(visit, 'bloodCount');
    if (days === 960 || days === 220) {
      addMeasurement(
        visit,
        ['10230-1', 'Left ventricular ejection fraction'],
        [days === 960 ? 34 : 38, 0, '%'],
        'procedure',
      );
    }
    addNote(
      visit,
      notes[days] ??
        'Stable. Walks the dog for half an hour. Sleeps on one pillow. Legs slim. Weights at home within two pounds. Lungs clear.\n\nPlan: same medicines.',
    );
    return visit;
  });

const notes: Readonly<Record<number, string>> = {
  1_790:
    'Retired from the harbor last spring. Feels well. Smoked until he was 50. Pressure a little high, cholesterol treated. Walks to church and back.',
  1_600:
    'A bit slower on the hill, he says, and blames the winter. Legs slim, lungs clear. Heart tracing with an old scar: to the heart specialist.',
  1_395: 'Better every week. Metoprolol up to 100 mg. Some dizziness on standing: stand up slowly.',
  330: 'Three pounds up in two days after a family feast. Legs swollen to the shin, crackles at the bases. No chest pain.\n\nPlan: furosemide 40 mg twice a day for one week, then back to one. Nurse calls on day three.',
  310: 'Back at his usual weight. Shoes fit again. Went over labels for salt with Mrs. Kowalczyk.',
};

/** Three weeks ago: found, called, acted on, checked. */
const potassiumStory = (chart: Chart): Visit[] => {
  const high = addVisit(chart, { days: 22, reason: 'Heart failure check', by: achebe });
  addVitals(high);
  addPanel(
    high,
    'metabolic',
    {
      potassium: { value: 6.3, flag: 'HH', note: 'Critical value called to Dr. Achebe and read back.' },
      creatinine: 1.62,
    },
    {
      conclusion: 'Your potassium is too high. We called you today: stop spironolactone, and come for a heart tracing.',
    },
  );
  addProcedure(chart, 'ecg', { days: 22, outcome: 'Regular beat, no sign of high potassium.' });
  addNote(
    high,
    'Potassium 6.3. Called him at 4:30 pm; he feels well. He had started a salt substitute (it is potassium). Tracing the same hour without change.\n\nSpironolactone stopped, salt substitute in the bin, blood again in two days.',
    'phone',
  );
  const soon = addVisit(chart, { days: 20, reason: 'Potassium recheck', kind: 'nurse', by: bello });
  addVitals(soon);
  addPanel(soon, 'metabolic', { potassium: 5.3, creatinine: 1.47 }, { conclusion: 'Coming down. Good.' });
  const fine = addVisit(chart, { days: 9, reason: 'Potassium recheck', kind: 'nurse', by: bello });
  addVitals(fine);
  addPanel(
    fine,
    'metabolic',
    { potassium: 4.6, creatinine: 1.4 },
    { conclusion: 'Back to normal. Stay away from salt substitutes.' },
  );
  addPanel(fine, 'heart');
  addNote(
    fine,
    'Feels well. Potassium 4.6. We stay without spironolactone for now. Weight up one pound since; watch it.',
  );
  return [high, soon, fine];
};

/** His own scale, once a week for a year, every morning in the last two weeks. */
const homeWeights = (chart: Chart): void => {
  const days = [
    ...Array.from({ length: 50 }, (_, week) => 364 - week * 7),
    ...Array.from({ length: 13 }, (_, one) => 13 - one),
  ];
  for (const ago of days) {
    const kilograms = valueOn(chart.body.weight, ago) + chart.drift('home weight', 0.25);
    addHomeWeight(chart, exactlyBefore(chart.start, ago * 1_440 + 30), kilograms);
  }
};

const background = (chart: Chart): void => {
  const failure = addProblem(chart, 'heartFailure', { since: 1_440 });
  addProblem(chart, 'oldHeartAttack', { since: 1_436 });
  addProblem(chart, 'highPotassium', { since: 22, until: 9 });
  addProblem(chart, 'cholesterol', { since: 2_600 });
  const weight = addGoal(chart, {
    words: 'Weight at home between 190 and 196 pounds',
    since: 1_395,
    measure: ['29463-7', 'Body weight'],
    between: [190, 196, 0, '[lb_av]'],
    stands: 'in-progress',
    about: [failure],
  });
  addPlan(chart, {
    title: 'Heart failure at home',
    since: 1_435,
    about: [failure],
    goals: [weight],
    steps: [
      'Weigh every morning after the bathroom, before breakfast; write it down.',
      'Call for 3 pounds up in a day, or 5 in a week.',
      'Less than 2 grams of salt a day. No salt substitutes.',
      'Walk every day, as far as you can still talk.',
    ],
  });
  addTeam(chart, 1_440, [
    [achebe, 'Doctor'],
    [lindgren, 'Heart specialist'],
    [bello, 'Nurse'],
  ]);
  addAppointment(chart, {
    inDays: 5,
    minute: 11 * 60,
    reason: 'Heart failure check and blood test',
    by: achebe,
    minutes: 30,
  });
  addAppointment(chart, { inDays: 47, minute: 8 * 60 + 40, reason: 'Defibrillator check', by: lindgren });
};

/** Medicines, allergies, shots, procedures, family. */
const treated = (chart: Chart): void => {
  addMedicine(chart, 'lisinopril10', {
    since: 1_435,
    until: 1_320,
    dose: 'Take 1 tablet every morning.',
    for: 'Heart failure',
    stopped: 'Dose changed',
  });
  addMedicine(chart, 'lisinopril20', { since: 1_320, dose: 'Take 1 tablet every morning.', for: 'Heart failure' });
  addMedicine(chart, 'metoprolol50', {
    since: 1_435,
    until: 1_395,
    dose: 'Take 1 tablet every morning.',
    for: 'Heart failure',
    stopped: 'Dose changed',
  });
  addMedicine(chart, 'metoprolol100', {
    since: 1_395,
    dose: 'Take 1 tablet every morning.',
    for: 'Heart failure',
    by: lindgren,
  });
  addMedicine(chart, 'furosemide40', { since: 1_435, dose: 'Take 1 tablet every morning.', for: 'Water in the body' });
  addMedicine(chart, 'furosemide40', {
    since: 330,
    until: 323,
    dose: 'Take 1 more tablet at 2 in the afternoon, for one week.',
    for: 'Water in the body',
  });
  addMedicine(chart, 'spironolactone', {
    since: 1_435,
    until: 22,
    dose: 'Take 1 tablet every morning.',
    for: 'Heart failure',
    stopped: 'Potassium too high',
  });
  addMedicine(chart, 'empagliflozin', {
    since: 700,
    dose: 'Take 1 tablet every morning.',
    for: 'Heart failure',
    by: lindgren,
  });
  addMedicine(chart, 'atorvastatin40', { since: 1_435, dose: 'Take 1 tablet every evening.', for: 'Old heart attack' });
  addMedicine(chart, 'aspirin', { since: 1_435, dose: 'Take 1 tablet a day.', for: 'Old heart attack' });
  addAllergy(chart, 'shellfish', { reaction: 'swelling', severity: 'severe', criticality: 'high', recorded: 2_400 });
  addDevice(chart, ['72506001', 'Implantable defibrillator, device', 'Implanted defibrillator'], {
    since: 1_180,
    maker: 'Corvane',
    model: 'Corvane Guard DR',
    serial: 'CG-7730914',
    note: 'Checked from home every three months. Card in the wallet.',
  });
  addProcedure(chart, 'echo', { days: 1_438, by: lindgren });
  addProcedure(chart, 'defibrillator', { days: 1_180, by: lindgren, outcome: 'No trouble. Home the next day.' });
  addProcedure(chart, 'echo', { days: 960, by: lindgren });
  addProcedure(chart, 'echo', { days: 220, by: lindgren });
  addFluShots(chart, 5, 'fluHighDose');
  addVaccine(chart, 'pcv20', 1_090, 1);
  addVaccine(chart, 'rsv', 480);
  addVaccine(chart, 'covidUpdated', 405);
  addFamily(chart, 'father', [['22298006', 'Heart attack', 58]], { died: 61 });
  addFamily(chart, 'brother', [['84114007', 'Heart failure', 70]]);
};
