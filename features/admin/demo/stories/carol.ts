import { achebe, bello } from '../cast/staff.ts';
import { carol } from '../cast/patients.ts';
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
import { addImaging, addPanel } from '../fhir/results.ts';
import { addFluShots, addVaccine } from '../fhir/vaccines.ts';
import { addAppointment, addVisit, type Visit } from '../fhir/visits.ts';
import { addMeasurement, addSmoking, addVitals } from '../fhir/vitals.ts';

/** Breast cancer found early four years ago: operation, chemotherapy, radiation, and the years after. */
export const carolStory = (start: Start): Resource[] => {
  const chart = openChart(carol, start, {
    by: achebe,
    body: {
      weight: [
        [1_800, 68],
        [1_250, 63],
        [900, 66],
        [0, 67],
      ],
      height: 166,
      systolic: 122,
      diastolic: 76,
      pulse: 74,
    },
    labs: {
      hemoglobin: [
        [1_400, 13.4],
        [1_300, 10.6],
        [1_180, 12.6],
        [0, 13.3],
      ],
      ca153: [
        [1_460, 31],
        [1_300, 22],
        [0, 17],
      ],
      platelets: [
        [1_400, 260],
        [1_300, 172],
        [1_180, 240],
        [0, 250],
      ],
      vitaminD: [
        [1_200, 24],
        [900, 36],
        [0, 38],
      ],
    },
  });
  const visits = [...found(chart), ...chemotherapy(chart), ...after(chart)];
  background(chart);
  treated(chart);
  const coverage = addCoverage(chart, { since: 2_900, plan: 'Lakeshore Gold PPO', memberId: 'LMH-3951-01' });
  billVisits(visits, coverage, billedAs('breastCancer'));
  return chart.resources;
};

const found = (chart: Chart): Visit[] => {
  const check = addVisit(chart, { days: 1_760, reason: 'Yearly check', kind: 'checkup' });
  addVitals(check);
  addSmoking(check, 'never');
  addPanel(check, 'fullMetabolic');
  addPanel(check, 'lipid');
  addNote(check, 'Feels well. Teaches fourth grade. Mammogram is due; she will book it.');
  const scan = addVisit(chart, { days: 1_478, reason: 'Mammogram', kind: 'nurse' });
  addImaging(
    scan,
    'Mammogram of both breasts',
    "A new, dense spot of 14 mm at two o'clock in the left breast. A biopsy is needed.",
    '24606-6',
  );
  const talk = addVisit(chart, { days: 1_462, reason: 'Talk about the biopsy' });
  addVitals(talk);
  addPanel(talk, 'tumorMarker');
  addNote(
    talk,
    'Told Carol and her wife Britt in person. Cancer of the left breast, 14 mm, grows with hormones, found early. The chance of cure is good.\n\nOperation in two weeks. Nurse Bello is her person to call.',
    'consult',
  );
  const surgery = addVisit(chart, { days: 1_445, stayDays: 1, reason: 'Breast operation', kind: 'hospital' });
  addVitals(surgery);
  addPanel(surgery, 'bloodCount');
  addNote(
    surgery,
    'Lump taken out with clear edges. One of three lymph nodes had a few cancer cells. Home the next day. Arm exercises shown.',
    'discharge',
  );
  return [check, scan, talk, surgery];
};

/** White cells fall about ten days after each round; round three was put off for a week. */
const counts = [5.9, 4.3, 2.9, 4.1, 3.8, 4.6] as const;

const chemotherapy = (chart: Chart): Visit[] =>
  counts.map((wbc, index) => {
    const visit = addVisit(chart, {
      days: 1_410 - index * 22,
      reason: `Chemotherapy, round ${index + 1}`,
      kind: 'nurse',
      by: bello,
    });
    addVitals(visit);
    const isLow = wbc < 3;
    addPanel(
      visit,
      'bloodCountWithCells',
      { wbc, neutrophils: Number((wbc * (isLow ? 0.38 : 0.58)).toFixed(1)) },
      isLow
        ? { conclusion: 'Your white cells are low. We wait one week. Call us at once with a fever over 100.4 °F.' }
        : {},
    );
    addPanel(visit, 'fullMetabolic');
    addNote(
      visit,
      isLow
        ? "Neutrophils 1.1: today's round is put off by a week. No fever. Thermometer at hand, knows the number to call at night."
        : `Round ${index + 1}. ${index === 0 ? 'Hair will go; the scarf is ready.' : 'A little sick on days two and three, then fine. Fingers tingle a bit.'} Drip without trouble.`,
    );
    return visit;
  });

const after = (chart: Chart): Visit[] =>
  [1_180, 1_060, 940, 820, 700, 580, 460, 340, 220, 96].map((days, index) => {
    const visit = addVisit(chart, { days, reason: 'Check after breast cancer' });
    addVitals(visit);
    addPanel(visit, 'tumorMarker');
    if (index % 2 === 0) {
      addPanel(visit, 'bloodCountWithCells');
      addPanel(visit, 'fullMetabolic');
    }
    if (index % 3 === 0) {
      addPanel(visit, 'vitamins');
      addImaging(
        visit,
        'Mammogram of both breasts',
        'Scar on the left. No sign of cancer in either breast. Again in one year.',
        '24606-6',
      );
      addProcedure(chart, 'mammogram', { days, outcome: 'No sign of cancer.' });
    }
    if (index % 4 === 1) {
      addMeasurement(
        visit,
        ['24701-5', 'Bone density, T-score of the hip'],
        [-1.2 - index * 0.05, 1, '{T-score}'],
        'procedure',
      );
      addProcedure(chart, 'boneDensity', { days, outcome: 'Bones a little thin. Calcium, vitamin D, walking.' });
    }
    addNote(
      visit,
      `${index === 0 ? 'Chemotherapy and radiation are behind her. ' : ''}No lump, scar soft, both arms the same size. Hot flashes at night${index > 4 ? ', fewer than last year' : ''}. Takes letrozole every day.\n\nPlan: same. ${index % 3 === 0 ? 'Mammogram today is fine.' : 'Mammogram as planned.'}`,
    );
    return visit;
  });

const background = (chart: Chart): void => {
  const cancer = addProblem(chart, 'breastCancer', { since: 1_462, status: 'remission' });
  addProblem(chart, 'thinBones', { since: 1_060 });
  const goal = addGoal(chart, {
    words: 'Letrozole every day for five years',
    since: 1_195,
    stands: 'in-progress',
    about: [cancer],
  });
  addPlan(chart, {
    title: 'The years after breast cancer',
    since: 1_180,
    about: [cancer],
    goals: [goal],
    steps: [
      'Visit every four months, from year five every six.',
      'Mammogram once a year.',
      'Bone density every two years.',
      'Walk 30 minutes a day.',
      'Call for a new lump, bone pain that stays, or a swollen arm.',
    ],
  });
  addTeam(chart, 1_462, [
    [achebe, 'Doctor'],
    [bello, 'Nurse'],
  ]);
  addAppointment(chart, { inDays: 18, minute: 15 * 60, reason: 'Check after breast cancer', by: achebe, minutes: 30 });
};

/** Medicines, allergies, shots, procedures, family. */
const treated = (chart: Chart): void => {
  addMedicine(chart, 'cyclophosphamide', {
    since: 1_410,
    until: 1_300,
    dose: 'Infusion every three weeks, six rounds.',
    for: 'Breast cancer',
    refills: 0,
  });
  addMedicine(chart, 'paclitaxel', {
    since: 1_410,
    until: 1_300,
    dose: 'Infusion every three weeks, six rounds.',
    for: 'Breast cancer',
    refills: 0,
  });
  addMedicine(chart, 'letrozole', { since: 1_195, dose: 'Take 1 tablet a day, for five years.', for: 'Breast cancer' });
  addMedicine(chart, 'calcium', { since: 1_060, dose: 'Take 1 tablet twice a day with meals.', for: 'Thin bones' });
  addMedicine(chart, 'vitaminD', { since: 1_180, dose: 'Take 1 a day.', for: 'Thin bones' });
  addAllergy(chart, 'latex', { reaction: 'itching', severity: 'mild', recorded: 1_760 });
  addProcedure(chart, 'lumpectomy', { days: 1_445, outcome: 'All of the lump is out, with clear edges.' });
  addProcedure(chart, 'nodeBiopsy', { days: 1_445, outcome: 'A few cancer cells in one of three nodes.' });
  addProcedure(chart, 'chemotherapy', { days: 1_410, by: bello, note: 'Six rounds.' });
  addProcedure(chart, 'radiation', { days: 1_260, note: 'Twenty days.' });
  addProcedure(chart, 'colonoscopy', { days: 640, outcome: 'Nothing found.' });
  addFluShots(chart, 5);
  addVaccine(chart, 'covidUpdated', 402);
  addVaccine(chart, 'shingles', 940, 1);
  addVaccine(chart, 'shingles', 860, 2);
  addVaccine(chart, 'tdap', 1_760);
  addFamily(chart, 'mother', [['254837009', 'Breast cancer', 61]]);
  addFamily(chart, 'grandmother', [['363443007', 'Ovarian cancer', 70]], { died: 73 });
};
