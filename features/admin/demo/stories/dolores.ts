import { achebe, bello } from '../cast/staff.ts';
import { dolores } from '../cast/patients.ts';
import { addAllergy } from '../fhir/allergies.ts';
import { addCoverage } from '../fhir/billing.ts';
import { openChart, type Body, type Chart } from '../fhir/chart.ts';
import type { Resource } from '../fhir/elements.ts';
import { addFamily } from '../fhir/history.ts';
import { addMedicine } from '../fhir/medicines.ts';
import { exactlyBefore, type Start } from '../fhir/moments.ts';
import { addNote } from '../fhir/notes.ts';
import { addPlan, addTeam } from '../fhir/plans.ts';
import { addProblem } from '../fhir/problems.ts';
import { addImaging, addPanel } from '../fhir/results.ts';
import { addFluShots } from '../fhir/vaccines.ts';
import { addVisit } from '../fhir/visits.ts';
import { addSmoking, addVitals } from '../fhir/vitals.ts';

const diedDaysAgo = 152;

const body: Body = {
  weight: [
    [1_700, 58],
    [500, 54],
    [diedDaysAgo, 43],
  ],
  height: 156,
  systolic: [
    [1_700, 138],
    [200, 108],
  ],
  diastolic: [
    [1_700, 76],
    [200, 64],
  ],
  oxygen: [
    [1_700, 96],
    [400, 94],
    [160, 90],
  ],
  pulse: 82,
};
const labs: Chart['labs'] = {
  hemoglobin: [
    [1_700, 12.8],
    [500, 11.4],
    [170, 9.8],
  ],
  albumin: [
    [1_700, 4.1],
    [170, 2.7],
  ],
  calcium: [
    [1_700, 9.3],
    [170, 10.1],
  ],
};

/** She died at home five months before the start; her record ends there. */
export const doloresStory = (start: Start): Resource[] => {
  const chart = openChart(dolores, start, {
    by: achebe,
    body,
    labs,
    more: { deceasedDateTime: exactlyBefore(start, diedDaysAgo * 1_440) },
  });
  for (const days of [1_680, 1_320, 960, 600]) {
    const visit = addVisit(chart, { days, reason: 'Yearly check', kind: 'checkup' });
    addVitals(visit);
    addSmoking(visit, 'former');
    addPanel(visit, 'fullMetabolic');
    addPanel(visit, 'bloodCount');
    addNote(
      visit,
      'Lives alone with her cat, plays bridge. Coughs a little, as always. Pressure fine. No wish for more tests than needed.',
    );
  }
  lastYear(chart);
  background(chart);
  return chart.resources;
};

const background = (chart: Chart): void => {
  addProblem(chart, 'pressure', { since: 6_000 });
  const cancer = addProblem(chart, 'lungCancer', { since: 470 });
  addMedicine(chart, 'amlodipine', {
    since: 1_680,
    until: 300,
    dose: 'Take 1 tablet every morning.',
    for: 'High blood pressure',
    stopped: 'Pressure low',
  });
  addMedicine(chart, 'morphine', {
    since: 230,
    until: diedDaysAgo + 1,
    dose: 'A quarter of a milliliter under the tongue every 4 hours, if breath is short or it hurts.',
    for: 'Comfort',
    asNeeded: true,
    refills: 0,
  });
  addAllergy(chart, 'penicillin', { reaction: 'rash', severity: 'mild', recorded: 1_680 });
  addFluShots(chart, 5, 'fluHighDose', [0]);
  addFamily(chart, 'father', [['363358000', 'Lung cancer', 70]], { died: 71 });
  addPlan(chart, {
    title: 'Comfort at home',
    since: 235,
    until: diedDaysAgo + 1,
    about: [cancer],
    steps: [
      'Hospice nurse three times a week.',
      'Comfort kit in the kitchen.',
      'Her niece and the neighbor take turns at night.',
    ],
  });
  addTeam(chart, 1_680, [
    [achebe, 'Doctor'],
    [bello, 'Nurse'],
  ]);
  addCoverage(chart, { since: 3_000, plan: 'Lakeshore Medicare Advantage', memberId: 'LMH-0127-01' });
};

const lastYear = (chart: Chart): void => {
  const cough = addVisit(chart, { days: 486, reason: 'Cough with blood', kind: 'problem' });
  addVitals(cough);
  addImaging(
    cough,
    'CT scan of the chest',
    'A mass of 5 cm in the left lung and enlarged nodes. Spots in the liver.',
    '24627-2',
  );
  addNote(
    cough,
    'Blood in the cough for two weeks, 4 kg lighter since spring. X-ray and scan the same day. We sit down tomorrow, with her niece.',
  );
  const talk = addVisit(chart, { days: 470, reason: 'Talk about the scan' });
  addNote(
    talk,
    'Lung cancer that has spread. She listened, asked how long, and said: no chemotherapy, my own bed, and the cat. Her wishes are written down and signed; her niece speaks for her when she cannot.',
    'consult',
  );
  const hospice = addVisit(chart, { days: 235, reason: 'Start of hospice' });
  addVitals(hospice);
  addPanel(hospice, 'fullMetabolic');
  addNote(
    hospice,
    'Sleeps most of the day. Short of breath on the way to the bathroom. Hospice takes over at home from today.',
  );
  const last = addVisit(chart, { days: 156, reason: 'Home visit', kind: 'phone', by: bello });
  addNote(last, 'Called the niece. Comfortable, cat on the bed, a few sips of tea.', 'phone');
};
