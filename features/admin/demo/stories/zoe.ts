import { bello, tsai } from '../cast/staff.ts';
import { zoe } from '../cast/patients.ts';
import { demoTrustedPersons } from '../cast/trusted.ts';
import { addNoKnownAllergy } from '../fhir/allergies.ts';
import { addCoverage, billVisits } from '../fhir/billing.ts';
import { openChart, type Chart } from '../fhir/chart.ts';
import type { Resource } from '../fhir/elements.ts';
import type { Start } from '../fhir/moments.ts';
import { addFamily, addProcedure, addRelated } from '../fhir/history.ts';
import { addMedicine } from '../fhir/medicines.ts';
import { addNote } from '../fhir/notes.ts';
import { addPlan, addTeam } from '../fhir/plans.ts';
import { addProblem, billedAs } from '../fhir/problems.ts';
import { addImaging, addPanel, addWordedResult } from '../fhir/results.ts';
import { addChildhoodVaccines, addFluShots } from '../fhir/vaccines.ts';
import { addAppointment, addVisit, type Visit } from '../fhir/visits.ts';
import { addVitals } from '../fhir/vitals.ts';

/**
 * A teenager: asthma with sports, a broken ankle, yearly checks. Nothing here is of the kind that a
 * teenager may keep from her parents: the portal has no tag for that yet, and what is not tagged
 * must not be in the demo.
 */
export const zoeStory = (start: Start): Resource[] => {
  const chart = openChart(zoe, start, {
    by: tsai,
    body: {
      weight: [
        [1_830, 36],
        [1_000, 47],
        [0, 57.5],
      ],
      height: [
        [1_830, 143],
        [1_000, 157],
        [365, 164],
        [0, 165.5],
      ],
      systolic: [
        [1_830, 102],
        [0, 110],
      ],
      diastolic: [
        [1_830, 62],
        [0, 68],
      ],
      pulse: 72,
    },
    labs: { hemoglobin: 13.2, ferritin: 34 },
  });
  const visits = [...checks(chart), ...ankle(chart), ...breathing(chart)];
  background(chart);
  const coverage = addCoverage(chart, {
    since: 1_830,
    plan: 'Lakeshore Family PPO',
    memberId: 'LMH-3604-02',
    subscriber: ['child', 'Child'],
  });
  billVisits(visits, coverage, billedAs('exerciseAsthma'));
  return chart.resources;
};

const checks = (chart: Chart): Visit[] =>
  [1_800, 1_437, 1_070, 706, 340].map((days, index) => {
    const visit = addVisit(chart, {
      days,
      reason: index < 3 ? 'Yearly check' : 'Yearly check and sports form',
      kind: 'wellChild',
    });
    addVitals(visit);
    if (index === 2) {
      addPanel(visit, 'bloodCount', {}, { conclusion: 'All fine.' });
      addPanel(visit, 'lipid');
    }
    addNote(visit, checkNotes[index]!);
    return visit;
  });

const checkNotes = [
  'Growing along her line. Reads a lot, plays soccer. Teeth and eyes fine. Helmet and seat belt, always.',
  'Shots for eleven-year-olds given earlier this year, no trouble. Soccer twice a week. Back straight.',
  'Healthy. Sleeps nine hours. One routine blood test at this age: all fine.',
  'Cleared for all sports with her inhaler before practice. Form signed.',
  'Cleared for all sports. Ankle is strong again, hops on one leg. Inhaler technique shown and good. Form signed.',
] as const;

const ankle = (chart: Chart): Visit[] => {
  const broken = addVisit(chart, { days: 588, reason: 'Ankle hurt at soccer', kind: 'emergency' });
  addVitals(broken, { pulse: 98 });
  addImaging(broken, 'X-ray of the left ankle', 'A clean break low in the outer ankle bone. The joint is in place.');
  addNote(
    broken,
    'Turned the left ankle in a tackle. Swollen, sore over the outer bone, cannot step on it. X-ray: a simple break.\n\nCast for five weeks, crutches, foot up.',
    'discharge',
  );
  const off = addVisit(chart, { days: 552, reason: 'Cast off' });
  addVitals(off);
  addImaging(off, 'X-ray of the left ankle', 'The break has healed well.');
  addNote(off, 'Cast off. A little stiff. Exercises shown, no soccer for four weeks.');
  return [broken, off];
};

const breathing = (chart: Chart): Visit[] => {
  const first = addVisit(chart, { days: 930, reason: 'Cough when running', kind: 'problem' });
  addVitals(first);
  addNote(
    first,
    'Coughs and wheezes ten minutes into a run, gone after rest. Breathing test normal at rest, falls 16 % after six minutes of running, back after albuterol.\n\nAsthma with exercise. Two puffs 15 minutes before sports.',
  );
  const throat = addVisit(chart, { days: 205, reason: 'Sore throat and fever', kind: 'problem' });
  addVitals(throat, { temperatureF: 101.4, pulse: 96 });
  addWordedResult(throat, { loinc: '78012-2', name: 'Strep throat, rapid test' }, 'Not detected', { flag: 'N' });
  addNote(
    throat,
    'Three days of sore throat, 101.4 °F. Rapid test for strep negative. A virus. Fluids, rest, back to school without fever.',
  );
  return [first, throat];
};

const background = (chart: Chart): void => {
  const asthma = addProblem(chart, 'exerciseAsthma', { since: 930 });
  addProblem(chart, 'ankle', { since: 588, until: 500 });
  addProblem(chart, 'soreThroat', { since: 205, until: 198 });
  addMedicine(chart, 'albuterol', {
    since: 930,
    dose: 'Take 2 puffs 15 minutes before sports, and when you wheeze.',
    for: 'Asthma with exercise',
    asNeeded: true,
  });
  addMedicine(chart, 'ibuprofen', {
    since: 588,
    until: 578,
    dose: 'Take 2 tablets with food every 8 hours, if it hurts.',
    for: 'Broken ankle',
    asNeeded: true,
  });
  addNoKnownAllergy(chart, 1_800);
  addProcedure(chart, 'ankleXray', { days: 588 });
  addProcedure(chart, 'cast', { days: 588 });
  addProcedure(chart, 'spirometry', {
    days: 930,
    outcome: 'Normal at rest; falls with running, back after albuterol.',
  });
  addChildhoodVaccines(chart);
  addFluShots(chart, 5, 'flu', [3]);
  addFamily(chart, 'mother', [['195967001', 'Asthma', 12]]);
  addPlan(chart, {
    title: 'Asthma plan for school and sports',
    since: 930,
    about: [asthma],
    steps: [
      'Two puffs 15 minutes before practice.',
      'Inhaler in the sports bag and one with the school nurse.',
      'Still wheezing after four puffs: tell an adult and call us. Hard to speak: 911.',
    ],
  });
  addTeam(chart, 1_800, [
    [tsai, 'Doctor'],
    [bello, 'Nurse'],
  ]);
  const mother = demoTrustedPersons.find((one) => one.for === 'zoe')!;
  addRelated(chart, { name: ['Hannah', 'Reed'], relation: mother.relation, phone: mother.phone });
  addAppointment(chart, {
    inDays: 27,
    minute: 15 * 60 + 40,
    reason: 'Yearly check and sports form',
    by: tsai,
    minutes: 30,
  });
};
