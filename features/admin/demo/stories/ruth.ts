import { feld, lindgren, rivera } from '../cast/staff.ts';
import { ruth } from '../cast/patients.ts';
import { demoTrustedPersons } from '../cast/trusted.ts';
import { addIntolerance } from '../fhir/allergies.ts';
import { addCoverage, billVisits } from '../fhir/billing.ts';
import { openChart, type Chart } from '../fhir/chart.ts';
import type { Resource } from '../fhir/elements.ts';
import type { Start } from '../fhir/moments.ts';
import { addDevice, addFamily, addProcedure, addRelated } from '../fhir/history.ts';
import { addMedicine } from '../fhir/medicines.ts';
import { addNote } from '../fhir/notes.ts';
import { addPlan, addTeam } from '../fhir/plans.ts';
import { addProblem, billedAs } from '../fhir/problems.ts';
import { addImaging, addPanel } from '../fhir/results.ts';
import { addFluShots, addVaccine } from '../fhir/vaccines.ts';
import { addAppointment, addVisit, type Visit } from '../fhir/visits.ts';
import { addMeasurement, addVitals } from '../fhir/vitals.ts';

/** An elder whose memory fades, with a daughter who helps: a pacemaker, a broken hip, fewer pills. */
export const ruthStory = (start: Start): Resource[] => {
  const chart = openChart(ruth, start, {
    by: feld,
    body: {
      weight: [
        [1_800, 61],
        [500, 57],
        [0, 54.5],
      ],
      height: [
        [1_800, 157],
        [0, 155],
      ],
      systolic: [
        [1_800, 146],
        [1_300, 138],
        [400, 128],
        [0, 134],
      ],
      diastolic: [
        [1_800, 78],
        [0, 70],
      ],
      pulse: [
        [1_800, 62],
        [1_200, 57],
        [1_151, 38],
        [1_150, 66],
        [0, 68],
      ],
    },
    labs: {
      creatinine: [
        [1_800, 0.9],
        [0, 1.02],
      ],
      hemoglobin: [
        [1_800, 13],
        [422, 12.8],
        [420, 9.6],
        [300, 12],
        [0, 12.4],
      ],
      vitaminD: [
        [1_800, 19],
        [1_400, 34],
        [0, 36],
      ],
      tsh: 2.8,
      sodium: 138,
    },
  });
  const visits = [...regular(chart), pacemaker(chart), hip(chart)];
  background(chart);
  treated(chart);
  const coverage = addCoverage(chart, { since: 3_000, plan: 'Lakeshore Medicare Advantage', memberId: 'LMH-0384-01' });
  billVisits(visits, coverage, billedAs('dementia'));
  return chart.resources;
};

/** Words remembered in the memory test (MoCA), of 30. */
const memory = [24, 23, 22, 20, 19, 17] as const;

const regular = (chart: Chart): Visit[] =>
  [1_790, 1_610, 1_430, 1_250, 1_060, 880, 700, 520, 390, 300, 180, 64].map((days, index) => {
    const visit = addVisit(chart, { days, reason: index % 2 ? 'Check with Joan' : 'Memory and medicines check' });
    addVitals(visit);
    if (index % 2 === 0) {
      addMeasurement(
        visit,
        ['72172-0', 'Memory test (MoCA), total score'],
        [memory[index / 2]!, 0, '{score}'],
        'survey',
      );
      addPanel(visit, 'metabolic');
      addPanel(visit, 'bloodCount');
    }
    if (index % 4 === 0) {
      addPanel(visit, 'vitamins');
      addPanel(visit, 'thyroid');
    }
    addNote(
      visit,
      notes[index] ??
        'Joan manages the pill box and the calendar. Ruth is cheerful, asks the same question twice. Eats well with company. No new falls.\n\nPlan: same medicines. Meals on wheels on weekdays.',
    );
    return visit;
  });

const notes: Readonly<Record<number, string>> = {
  0: "Joan worries: bills paid twice, the kettle left on. Ruth says her memory is as good as anybody's. Test: 24 of 30. Blood tests to look for causes that can be treated.",
  2: 'Test: 23. Scan of the head last month: shrinking that fits her age, no stroke. We talked about memory loss, about driving (she stopped), and about who decides when she no longer can: Joan.',
  8: 'Six weeks after the hip. Walks with the frame, up two steps with a hand. Pressure tablet taken out: she was dizzy on standing.',
};

const pacemaker = (chart: Chart): Visit => {
  const stay = addVisit(chart, {
    days: 1_151,
    stayDays: 2,
    reason: 'Fainted in the kitchen',
    kind: 'hospital',
    by: lindgren,
  });
  addVitals(stay, { pulse: 36, systolic: 98, diastolic: 52 });
  addPanel(stay, 'metabolic');
  addPanel(stay, 'heart', { ntProBnp: 410 });
  addNote(
    stay,
    'Fainted while cooking, bruise over the left eye. Pulse 36: the signal between the chambers of the heart is blocked.\n\nPacemaker the next morning, no trouble. Left arm below the shoulder for two weeks. Joan was there for the talk.',
    'discharge',
  );
  return stay;
};

const hip = (chart: Chart): Visit => {
  const stay = addVisit(chart, { days: 432, stayDays: 6, reason: 'Fell at night', kind: 'hospital', by: feld });
  addVitals(stay, { pulse: 92 });
  addImaging(stay, 'X-ray of the right hip', 'A break through the neck of the right thigh bone. Bones are thin.');
  addPanel(
    stay,
    'bloodCount',
    { hemoglobin: 9.4 },
    { conclusion: 'Low after the operation, as expected. No transfusion needed.' },
  );
  addPanel(stay, 'metabolic');
  addNote(
    stay,
    'Fell on the way to the bathroom. Right hip broken, replaced the next day. Two days of confusion, then herself again, best in the mornings with Joan.\n\nTo the rehabilitation house for three weeks. Bone medicine starts there.',
    'discharge',
  );
  return stay;
};

const background = (chart: Chart): void => {
  const memoryLoss = addProblem(chart, 'dementia', { since: 1_430 });
  addProblem(chart, 'heartBlock', { since: 1_151, note: 'Pacemaker.' });
  const bones = addProblem(chart, 'osteoporosis', { since: 1_610 });
  addProblem(chart, 'hip', { since: 432, until: 300 });
  addProblem(chart, 'kneeArthritis', { since: 3_200 });
  addProblem(chart, 'pressure', { since: 4_500 });
  addPlan(chart, {
    title: 'Safe at home, with Joan',
    since: 400,
    about: [memoryLoss, bones],
    steps: [
      'Night lights from bed to bathroom; no rugs.',
      'Frame within reach, always.',
      'Pill box filled by Joan on Sundays.',
      'Company at lunch on weekdays.',
      'Joan is called first, then the neighbor.',
    ],
  });
  addTeam(chart, 1_790, [
    [feld, 'Family doctor'],
    [lindgren, 'Heart specialist'],
    [rivera, 'Nurse'],
  ]);
  const carer = demoTrustedPersons.find((one) => one.for === 'ruth')!;
  addRelated(chart, { name: ['Joan', 'Ellison'], relation: carer.relation, phone: carer.phone });
  addAppointment(chart, { inDays: 15, minute: 10 * 60 + 40, reason: 'Pacemaker check', by: lindgren });
  addAppointment(chart, {
    inDays: 33,
    minute: 11 * 60,
    reason: 'Check with Joan',
    by: feld,
    minutes: 40,
    note: 'Please bring the pill box.',
  });
};

/** Medicines, allergies, shots, procedures, family. */
const treated = (chart: Chart): void => {
  addMedicine(chart, 'amlodipine', {
    since: 1_790,
    until: 390,
    dose: 'Take 1 tablet every morning.',
    for: 'High blood pressure',
    stopped: 'Dizzy on standing',
  });
  addMedicine(chart, 'donepezil', {
    since: 1_430,
    until: 180,
    dose: 'Take 1 tablet at bedtime.',
    for: 'Memory loss',
    stopped: 'No help seen; poor appetite',
  });
  addMedicine(chart, 'alendronate', {
    since: 400,
    dose: 'Take 1 tablet every Sunday, with a full glass of water. Stay upright for 30 minutes.',
    for: 'Osteoporosis',
  });
  addMedicine(chart, 'vitaminD', { since: 1_780, dose: 'Take 1 a day.', for: 'Bones' });
  addMedicine(chart, 'acetaminophen', {
    since: 1_790,
    dose: 'Take 2 tablets up to three times a day, if the knees hurt.',
    for: 'Knee pain',
    asNeeded: true,
  });
  addIntolerance(chart, ['2670', 'codeine'], 430, 'Confused and sick to the stomach in hospital.');
  addDevice(chart, ['14106009', 'Cardiac pacemaker, device', 'Pacemaker'], {
    since: 1_150,
    maker: 'Corvane',
    model: 'Corvane Pace SR',
    serial: 'CP-2209187',
    note: 'Next check in the device clinic each spring and fall.',
  });
  addDevice(chart, ['266731002', 'Walking frame', 'Walking frame'], {
    since: 405,
    maker: 'Steadwell',
    model: 'Steadwell Two',
  });
  addProcedure(chart, 'pacemaker', { days: 1_150, by: lindgren, outcome: 'No trouble.' });
  addProcedure(chart, 'hipRepair', { days: 431, outcome: 'No trouble.' });
  addProcedure(chart, 'boneDensity', { days: 1_605, outcome: 'Bones are thin: osteoporosis.' });
  addFluShots(chart, 5, 'fluHighDose');
  addVaccine(chart, 'pcv20', 1_250, 1);
  addVaccine(chart, 'rsv', 700);
  addVaccine(chart, 'covidUpdated', 395);
  addFamily(chart, 'sister', [['52448006', 'Dementia', 80]], { died: 86 });
};
