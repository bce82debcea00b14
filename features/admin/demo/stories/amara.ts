import { bello, feld } from '../cast/staff.ts';
import { amara } from '../cast/patients.ts';
import { addNoKnownAllergy } from '../fhir/allergies.ts';
import { addCoverage, billVisits } from '../fhir/billing.ts';
import { openChart, type Chart } from '../fhir/chart.ts';
import type { Resource } from '../fhir/elements.ts';
import type { Start } from '../fhir/moments.ts';
import { addFamily } from '../fhir/history.ts';
import { addMedicine } from '../fhir/medicines.ts';
import { addNote } from '../fhir/notes.ts';
import { addPlan, addTeam } from '../fhir/plans.ts';
import { addProblem, billedAs } from '../fhir/problems.ts';
import { addPanel } from '../fhir/results.ts';
import { addFluShots, addVaccine } from '../fhir/vaccines.ts';
import { addAppointment, addVisit, type Visit } from '../fhir/visits.ts';
import { addSmoking, addVitals } from '../fhir/vitals.ts';

/** A thyroid that slowed down and was brought back, migraine, and asthma since childhood. */
export const amaraStory = (start: Start): Resource[] => {
  const chart = openChart(amara, start, {
    by: feld,
    body: {
      weight: [
        [1_700, 78],
        [1_200, 72],
        [0, 71],
      ],
      height: 170,
      systolic: 116,
      diastolic: 72,
      pulse: [
        [1_700, 58],
        [1_300, 70],
        [0, 70],
      ],
    },
    labs: {
      tsh: [
        [1_700, 14.2],
        [1_620, 8.1],
        [1_540, 5.6],
        [1_400, 2.4],
        [500, 2.6],
        [400, 4.9],
        [320, 2.2],
        [0, 2.0],
      ],
      freeT4: [
        [1_700, 0.62],
        [1_540, 0.9],
        [1_400, 1.2],
        [0, 1.25],
      ],
      cholesterol: [
        [1_700, 228],
        [1_300, 186],
        [0, 180],
      ],
      ferritin: 31,
    },
  });
  const visits = [...thyroid(chart), ...others(chart)];
  background(chart);
  const coverage = addCoverage(chart, { since: 1_720, plan: 'Lakeshore Silver PPO', memberId: 'LMH-7515-01' });
  billVisits(visits, coverage, billedAs('slowThyroid'));
  return chart.resources;
};

const thyroid = (chart: Chart): Visit[] =>
  [1_700, 1_640, 1_560, 1_400, 1_210, 1_030, 850, 670, 490, 400, 320, 150].map((days, index) => {
    const visit = addVisit(chart, { days, reason: index === 0 ? 'Always tired' : 'Thyroid check' });
    addVitals(visit);
    if (index === 0) {
      addSmoking(visit, 'never');
      addPanel(visit, 'bloodCount');
      addPanel(visit, 'fullMetabolic');
    }
    const conclusion = words[days];
    addPanel(visit, 'thyroidFull', days === 400 ? { tsh: 5.12 } : {}, conclusion ? { conclusion } : {});
    if (index % 4 === 0) addPanel(visit, 'lipid');
    addNote(
      visit,
      notes[days] ??
        'Energy is good, weight steady, hair no longer falls. Takes the tablet before breakfast.\n\nPlan: same dose, blood test in half a year.',
    );
    return visit;
  });

const words: Readonly<Record<number, string>> = {
  1_700:
    'Your thyroid is too slow. That explains the tiredness and the cold hands. Start the tablets; again in eight weeks.',
  400: 'A little slow again. We go up one step, to 88 mcg.',
  320: 'Back where it should be.',
};
const notes: Readonly<Record<number, string>> = {
  1_700:
    'Tired for half a year, cold, 6 kg up, dry skin, pulse 58. TSH high, thyroid hormone low: an underactive thyroid.\n\nLevothyroxine 50 mcg, half an hour before breakfast, away from iron and calcium.',
};

const others = (chart: Chart): Visit[] => {
  const head = addVisit(chart, { days: 1_115, reason: 'Bad headaches', kind: 'problem' });
  addVitals(head);
  addNote(
    head,
    'One-sided throbbing headache twice a month, with flickering light before, sick to the stomach, needs a dark room. No warning signs. Migraine.\n\nSumatriptan at the first sign; a diary of sleep, meals and cycle.',
  );
  const wheeze = addVisit(chart, { days: 590, reason: 'Asthma with a cold', kind: 'problem' });
  addVitals(wheeze, { breathing: 20, oxygen: 95 });
  addNote(
    wheeze,
    'Cold for four days, wheezes at night, albuterol four times a day. Speaks in full sentences.\n\nFluticasone twice a day, from September to May each year.',
  );
  const video = addVisit(chart, { days: 62, reason: 'Migraine diary', kind: 'phone' });
  addNote(
    video,
    'By phone. Headaches down to one in six weeks since she sleeps by eleven. Sumatriptan works within the hour. Keep on.',
    'phone',
  );
  return [head, wheeze, video];
};

const background = (chart: Chart): void => {
  addProblem(chart, 'slowThyroid', { since: 1_700 });
  addProblem(chart, 'migraine', { since: 1_115 });
  const asthma = addProblem(chart, 'asthma', { since: 11_000 });
  addMedicine(chart, 'levothyroxine50', {
    since: 1_698,
    until: 1_560,
    dose: 'Take 1 tablet half an hour before breakfast.',
    for: 'Underactive thyroid',
    stopped: 'Dose changed',
  });
  addMedicine(chart, 'levothyroxine75', {
    since: 1_560,
    until: 400,
    dose: 'Take 1 tablet half an hour before breakfast.',
    for: 'Underactive thyroid',
    stopped: 'Dose changed',
  });
  addMedicine(chart, 'levothyroxine88', {
    since: 400,
    dose: 'Take 1 tablet half an hour before breakfast.',
    for: 'Underactive thyroid',
  });
  addMedicine(chart, 'sumatriptan', {
    since: 1_115,
    dose: 'Take 1 tablet at the first sign of a migraine. At most 2 in a day.',
    for: 'Migraine',
    asNeeded: true,
  });
  addMedicine(chart, 'albuterol', {
    since: 1_700,
    dose: 'Take 2 puffs when you wheeze.',
    for: 'Asthma',
    asNeeded: true,
  });
  addMedicine(chart, 'fluticasone', {
    since: 590,
    dose: 'Take 2 puffs twice a day, from September to May. Rinse your mouth.',
    for: 'Asthma',
  });
  addNoKnownAllergy(chart, 1_700);
  addFluShots(chart, 5);
  addVaccine(chart, 'tdap', 1_030);
  addVaccine(chart, 'covidUpdated', 415);
  addVaccine(chart, 'hpv', 1_210, 3);
  addFamily(chart, 'mother', [['40930008', 'Underactive thyroid', 44]]);
  addFamily(chart, 'sister', [['37796009', 'Migraine', 20]]);
  addPlan(chart, {
    title: 'Asthma action plan',
    since: 590,
    about: [asthma],
    steps: [
      'Green: fluticasone twice a day in the cold months.',
      'Yellow: albuterol more than twice a week. Call us.',
      'Red: albuterol does not help, or it is hard to speak. 911.',
    ],
  });
  addTeam(chart, 1_700, [
    [feld, 'Family doctor'],
    [bello, 'Nurse'],
  ]);
  addAppointment(chart, { inDays: 31, minute: 8 * 60 + 20, reason: 'Thyroid check', by: feld });
};
