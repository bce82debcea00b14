import { achebe, bello } from '../cast/staff.ts';
import { nadia } from '../cast/patients.ts';
import { addNoKnownAllergy } from '../fhir/allergies.ts';
import { addCoverage, billVisits } from '../fhir/billing.ts';
import { openChart, type Chart } from '../fhir/chart.ts';
import type { Resource } from '../fhir/elements.ts';
import type { Start } from '../fhir/moments.ts';
import { addDevice, addFamily, addProcedure } from '../fhir/history.ts';
import { addMedicine } from '../fhir/medicines.ts';
import { addNote } from '../fhir/notes.ts';
import { addGoal, addPlan, addTeam } from '../fhir/plans.ts';
import { addProblem, billedAs } from '../fhir/problems.ts';
import { addPanel } from '../fhir/results.ts';
import { addFluShots, addVaccine } from '../fhir/vaccines.ts';
import { addAppointment, addVisit } from '../fhir/visits.ts';
import { addSmoking, addVitals } from '../fhir/vitals.ts';

const a1c = [9.4, 9.1, 8.8, 8.9, 8.5, 8.3, 8.4, 8.1, 7.9, 7.6, 7.4, 7.3, 7.2, 7.2, 7.1];

/** Type 1 diabetes: from pens to a pump with a sensor, and an A1c that follows. */
export const nadiaStory = (start: Start): Resource[] => {
  const chart = openChart(nadia, start, {
    by: achebe,
    body: {
      weight: [
        [1_780, 64],
        [0, 66],
      ],
      height: 168,
    },
    labs: {
      glucose: [
        [1_780, 214],
        [900, 178],
        [0, 138],
      ],
      urineAlbumin: 11,
      tsh: 2.1,
    },
  });
  const visits = a1c.map((value, index) => {
    const visit = addVisit(chart, { days: 1_770 - index * 122, reason: 'Diabetes check' });
    addVitals(visit);
    if (index === 0) addSmoking(visit, 'never');
    const conclusion = words[index];
    addPanel(visit, 'a1c', { a1c: value }, conclusion ? { conclusion } : {});
    addPanel(visit, 'metabolic');
    if (index % 3 === 0) {
      addPanel(visit, 'kidney');
      addPanel(visit, 'lipid');
      addPanel(visit, 'thyroid');
    }
    addNote(
      visit,
      notes[index] ??
        `Sugars reviewed from the meter. A1c ${value.toFixed(1)} %. One or two mild lows a week, felt and treated with juice. Sites look clean.\n\nPlan: small changes to the dinner dose. Next check in four months.`,
    );
    return visit;
  });
  visits.push(lowSugar(chart));
  background(chart);
  treated(chart);
  const coverage = addCoverage(chart, { since: 1_780, plan: 'Lakeshore Gold PPO', memberId: 'LMH-9338-01' });
  billVisits(visits, coverage, billedAs('diabetes1'));
  return chart.resources;
};

const words: Readonly<Record<number, string>> = {
  0: 'High for some time now. Let us talk about a pump; it may fit your shifts better than pens.',
  8: 'First time under 8 since you came to us. The pump helps.',
  14: 'Very close to the goal of 7, with fewer lows than ever.',
};
const notes: Readonly<Record<number, string>> = {
  0: 'Nadia works nights as a baker and misses doses. Glargine at bedtime, lispro with meals. Type 1 since age 11. Feet and eyes without findings.\n\nPlan: same pens for now, class on counting carbs, think about a pump.',
  7: 'Pump and sensor started two weeks ago with our educator. Alarms at night are too many; we raised the low alarm to 65. She feels safer driving.',
};

const lowSugar = (chart: Chart) => {
  const visit = addVisit(chart, { days: 1_012, reason: 'Low sugar, passed out', kind: 'emergency' });
  addVitals(visit, { pulse: 104 });
  addPanel(visit, 'metabolic', { glucose: { value: 41, flag: 'LL', note: 'Critical value called and read back.' } });
  addNote(
    visit,
    'Found confused at work. Sugar 41 on arrival, up to 126 after glucose by vein. Awake and herself within ten minutes. She had taken her dinner dose and not eaten.\n\nHome with a friend. Glucagon at hand from now on; her coworkers were shown how.',
    'discharge',
  );
  return visit;
};

const background = (chart: Chart): void => {
  const diabetes = addProblem(chart, 'diabetes1', { since: 7_900 });
  const goal = addGoal(chart, {
    words: 'A1c near 7 % without severe lows',
    since: 1_770,
    measure: ['4548-4', 'Hemoglobin A1c'],
    below: [7, 1, '%'],
    stands: 'improving',
    about: [diabetes],
  });
  addPlan(chart, {
    title: 'Type 1 diabetes at work and at night',
    since: 1_012,
    about: [diabetes],
    goals: [goal],
    steps: [
      'Sensor on at all times; low alarm at 65.',
      'Eat within 20 minutes of the dinner dose.',
      'Glucagon spray in the bag and at the bakery.',
      'Eye check once a year.',
    ],
  });
  addTeam(chart, 1_770, [
    [achebe, 'Doctor'],
    [bello, 'Nurse and diabetes educator'],
  ]);
  addAppointment(chart, {
    inDays: 58,
    minute: 14 * 60 + 20,
    reason: 'Diabetes check',
    by: achebe,
    minutes: 30,
    note: 'Upload your pump the evening before.',
  });
};

/** Medicines, allergies, shots, procedures, family. */
const treated = (chart: Chart): void => {
  addMedicine(chart, 'insulinGlargine', {
    since: 1_770,
    until: 925,
    dose: 'Inject 22 units at bedtime.',
    for: 'Type 1 diabetes',
    stopped: 'Changed to a pump',
  });
  addMedicine(chart, 'insulinLispro', {
    since: 1_770,
    until: 925,
    dose: 'Inject before meals: 1 unit for each 10 grams of carbs.',
    for: 'Type 1 diabetes',
    stopped: 'Changed to a pump',
  });
  addMedicine(chart, 'insulinLispro', {
    since: 925,
    dose: 'By pump, about 42 units a day.',
    for: 'Type 1 diabetes',
    refills: 1,
  });
  addMedicine(chart, 'glucagon', {
    since: 1_012,
    dose: 'One spray into one nostril for a severe low sugar. Then call 911.',
    for: 'Severe low sugar',
    asNeeded: true,
  });
  addDevice(chart, ['69805005', 'Insulin pump, device', 'Insulin pump'], {
    since: 925,
    maker: 'Northlight Medical',
    model: 'Northlight Loop 2',
    serial: 'NL2-448120',
  });
  addDevice(chart, ['700585005', 'Invasive interstitial-fluid glucose monitoring system', 'Glucose sensor'], {
    since: 925,
    maker: 'Northlight Medical',
    model: 'Northlight Sense',
    note: 'A new sensor every ten days.',
  });
  addNoKnownAllergy(chart, 1_770);
  for (const days of [1_500, 1_140, 780, 410, 60])
    addProcedure(chart, 'retina', {
      days,
      outcome:
        days === 60
          ? 'A few tiny spots of early change. No treatment needed; again in one year.'
          : 'No damage from diabetes seen in either eye.',
    });
  for (const days of [1_404, 1_038, 672, 306])
    addProcedure(chart, 'foot', { days, outcome: 'Skin whole, feeling normal.' });
  addFluShots(chart, 5);
  addVaccine(chart, 'hepB', 1_400, 3);
  addVaccine(chart, 'pcv20', 1_038, 1);
  addVaccine(chart, 'tdap', 1_650);
  addFamily(chart, 'brother', [['46635009', 'Type 1 diabetes', 9]]);
};
