import { achebe, lindgren, rivera } from '../cast/staff.ts';
import { beatrice } from '../cast/patients.ts';
import { addNoKnownAllergy } from '../fhir/allergies.ts';
import { addCoverage, billVisits } from '../fhir/billing.ts';
import { openChart, type Chart } from '../fhir/chart.ts';
import type { Resource } from '../fhir/elements.ts';
import type { Start } from '../fhir/moments.ts';
import { addFamily, addProcedure } from '../fhir/history.ts';
import { addMedicine } from '../fhir/medicines.ts';
import { addNote } from '../fhir/notes.ts';
import { addGoal, addPlan, addTeam } from '../fhir/plans.ts';
import { addProblem, billedAs } from '../fhir/problems.ts';
import { addImaging, addPanel } from '../fhir/results.ts';
import { addFluShots, addVaccine } from '../fhir/vaccines.ts';
import { addAppointment, addVisit, type Visit } from '../fhir/visits.ts';
import { addSmoking, addVitals } from '../fhir/vitals.ts';

/** INR at each warfarin check, oldest first: finding the dose, then calm, then an antibiotic. */
const inrs = [
  1.2, 1.6, 2.1, 2.6, 3.4, 2.8, 2.4, 2.5, 2.2, 2.7, 2.6, 1.8, 2.3, 2.5, 2.4, 2.9, 2.6, 2.3, 2.5, 2.7, 3.2, 2.6, 2.4,
  2.5,
];

/** Atrial fibrillation on warfarin: an INR that is far too high this very morning. */
export const beatriceStory = (start: Start): Resource[] => {
  const chart = openChart(beatrice, start, {
    by: achebe,
    body: {
      weight: [
        [1_800, 71],
        [0, 69],
      ],
      height: 161,
      systolic: [
        [1_700, 142],
        [0, 130],
      ],
      diastolic: [
        [1_700, 84],
        [0, 76],
      ],
      pulse: [
        [1_640, 124],
        [1_600, 82],
        [0, 76],
      ],
    },
    labs: { creatinine: 0.92, hemoglobin: 13.2, tsh: 2.2 },
  });
  const visits = [found(chart), ...checks(chart), ...yearly(chart), cough(chart)];
  thisMorning(chart);
  background(chart);
  treated(chart);
  const coverage = addCoverage(chart, { since: 3_100, plan: 'Lakeshore Medicare Advantage', memberId: 'LMH-1809-01' });
  billVisits(visits, coverage, billedAs('fibrillation'));
  return chart.resources;
};

const found = (chart: Chart): Visit => {
  const visit = addVisit(chart, { days: 1_640, reason: 'Heart racing', kind: 'emergency', by: lindgren });
  addVitals(visit, { pulse: 132, systolic: 148 });
  addSmoking(visit, 'never');
  addPanel(visit, 'fullMetabolic');
  addPanel(visit, 'bloodCount');
  addPanel(visit, 'thyroid');
  addPanel(visit, 'clotting', { inr: 1.0 });
  addImaging(
    visit,
    'Ultrasound of the heart',
    'The left upper chamber is a little wide. Pumping is strong (60 of 100). Valves work.',
    '42148-7',
  );
  addNote(
    visit,
    'Woke at 4 with a racing, uneven heart. Atrial fibrillation at 132. No chest pain, no weakness, speech fine. Slower with metoprolol.\n\nThe chance of a stroke asks for a blood thinner. She chose warfarin: her late husband took it and she trusts the checks.',
    'discharge',
  );
  return visit;
};

const checks = (chart: Chart): Visit[] =>
  inrs.map((inr, index) => {
    const days = index < 5 ? 1_630 - index * 7 : 1_560 - (index - 5) * 82;
    const visit = addVisit(chart, { days, reason: 'Warfarin check', kind: 'nurse', by: rivera });
    addPanel(visit, 'clotting', { inr }, { conclusion: words(inr) });
    if (index % 6 === 5) addVitals(visit);
    return visit;
  });

const words = (inr: number): string =>
  inr < 2
    ? 'Below your goal of 2 to 3. Half a tablet more this week; again in seven days.'
    : inr > 3
      ? 'A little above your goal of 2 to 3. Leave out today, then the usual dose.'
      : 'Within your goal of 2 to 3. Same dose.';

const yearly = (chart: Chart): Visit[] =>
  [1_380, 1_015, 650, 285].map((days, index) => {
    const visit = addVisit(chart, { days, reason: 'Yearly check', kind: 'checkup' });
    addVitals(visit);
    addPanel(visit, 'metabolic');
    addPanel(visit, 'bloodCount', {}, { conclusion: 'No sign of hidden bleeding.' });
    addPanel(visit, 'lipid');
    addProcedure(chart, 'ecg', { days, outcome: 'Atrial fibrillation, 70 to 80 a minute.' });
    addNote(
      visit,
      `Doing well. Gardens, sings in the choir. ${index === 2 ? 'One nosebleed in the winter, ten minutes. ' : ''}No falls. Takes warfarin at six in the evening with the news.\n\nPlan: same. We spoke again about the newer blood thinners; she stays with what she knows.`,
    );
    return visit;
  });

const cough = (chart: Chart): Visit => {
  const visit = addVisit(chart, { days: 6, reason: 'Cough and fever', kind: 'problem' });
  addVitals(visit, { temperatureF: 101.2, breathing: 20, oxygen: 95 });
  addPanel(visit, 'inflammation', { crp: 48 });
  addNote(
    visit,
    'Six days of cough, now yellow, fever at night. Crackles low on the right: a mild pneumonia. Drinks, walks, oxygen 95.\n\nAzithromycin for five days. It can make warfarin stronger: INR on the sixth day.',
  );
  return visit;
};

/** Hours ago: what the nurse and the doctor must see today. */
const thisMorning = (chart: Chart): void => {
  const visit = addVisit(chart, { minutesAgo: 190, reason: 'Warfarin check', kind: 'nurse', by: rivera });
  addVitals(visit, { pulse: 84 });
  addPanel(visit, 'clotting', {
    inr: {
      value: 5.6,
      flag: 'HH',
      note: 'Critical value. The laboratory called the clinic; the message was read back.',
    },
  });
};

const background = (chart: Chart): void => {
  const flutter = addProblem(chart, 'fibrillation', { since: 1_640 });
  addProblem(chart, 'pressure', { since: 5_200 });
  const goal = addGoal(chart, {
    words: 'INR between 2 and 3',
    since: 1_632,
    measure: ['6301-6', 'INR'],
    between: [2, 3, 1, '{INR}'],
    stands: 'in-progress',
    about: [flutter],
  });
  addPlan(chart, {
    title: 'Safe with warfarin',
    since: 1_632,
    about: [flutter],
    goals: [goal],
    by: rivera,
    steps: [
      'Tablet at six every evening.',
      'Blood test when Tomás says, at least every twelve weeks.',
      'About the same amount of greens each week.',
      'Tell every doctor and pharmacist: warfarin.',
      'Black stools, a fall on the head, or bleeding that does not stop: 911.',
    ],
  });
  addTeam(chart, 1_640, [
    [achebe, 'Doctor'],
    [lindgren, 'Heart specialist'],
    [rivera, 'Nurse, warfarin clinic'],
  ]);
  addAppointment(chart, { inDays: 1, minute: 8 * 60 + 20, reason: 'Warfarin check', by: rivera });
  addAppointment(chart, { inDays: 80, minute: 9 * 60 + 20, reason: 'Yearly check', by: achebe, minutes: 30 });
};

/** Medicines, allergies, shots, procedures, family. */
const treated = (chart: Chart): void => {
  addMedicine(chart, 'warfarin', {
    since: 1_632,
    until: 1_560,
    dose: 'Take 1 tablet every evening.',
    for: 'To prevent a stroke',
    stopped: 'Dose changed',
  });
  addMedicine(chart, 'warfarin', {
    since: 1_560,
    dose: 'Take 1 tablet every evening; on Mondays and Fridays half a tablet.',
    for: 'To prevent a stroke',
    refills: 1,
  });
  addMedicine(chart, 'metoprolol50', {
    since: 1_640,
    dose: 'Take 1 tablet every morning.',
    for: 'Heart rate',
    by: lindgren,
  });
  addMedicine(chart, 'lisinopril10', {
    since: 1_640,
    dose: 'Take 1 tablet every morning.',
    for: 'High blood pressure',
  });
  addMedicine(chart, 'azithromycin', {
    since: 6,
    until: 1,
    dose: 'Take 2 tablets on the first day, then 1 a day for 4 days.',
    for: 'Pneumonia',
  });
  addNoKnownAllergy(chart, 1_640);
  addProcedure(chart, 'mammogram', { days: 700, outcome: 'No sign of cancer.' });
  addFluShots(chart, 5, 'fluHighDose');
  addVaccine(chart, 'pcv20', 1_015, 1);
  addVaccine(chart, 'shingles', 1_380, 1);
  addVaccine(chart, 'shingles', 1_290, 2);
  addVaccine(chart, 'covidUpdated', 398);
  addFamily(chart, 'father', [['230690007', 'Stroke', 72]], { died: 74 });
};
