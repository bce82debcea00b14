import { feld } from '../cast/staff.ts';
import { owen } from '../cast/patients.ts';
import { openChart } from '../fhir/chart.ts';
import type { Resource } from '../fhir/elements.ts';
import type { Start } from '../fhir/moments.ts';
import { addNote } from '../fhir/notes.ts';
import { addImaging, addPanel, addWordedResult } from '../fhir/results.ts';
import { addFluShots, addVaccine } from '../fhir/vaccines.ts';
import { addVisit } from '../fhir/visits.ts';
import { addSmoking, addVitals } from '../fhir/vitals.ts';

/** A healthy student who comes once in a while: no medicines, no problems, and nobody has asked him about allergies. */
export const owenStory = (start: Start): Resource[] => {
  const weight = [
    [1_830, 68],
    [0, 74],
  ] as const;
  const chart = openChart(owen, start, { by: feld, body: { weight, height: 180 } });

  const college = addVisit(chart, { days: 1_790, reason: 'Check-up before college', kind: 'checkup' });
  addVitals(college);
  addSmoking(college, 'never');
  addPanel(college, 'bloodCount', {}, { conclusion: 'All fine.' });
  addVaccine(chart, 'meningitis', 1_790);
  addNote(college, 'Moves into the dormitory in fall. Runs three times a week, does not smoke. Meningitis shot today.');

  const ankle = addVisit(chart, { days: 1_404, reason: 'Twisted ankle', kind: 'problem' });
  addVitals(ankle);
  addImaging(ankle, 'X-ray of the right ankle', 'No break.');
  addNote(
    ankle,
    'Turned the right ankle at basketball. Swollen, but he can step on it. Rest, ice, a brace for two weeks.',
  );

  const checkup = addVisit(chart, { days: 760, reason: 'Yearly check', kind: 'checkup' });
  addVitals(checkup);
  addPanel(checkup, 'bloodCount');
  addPanel(checkup, 'lipid', {}, { conclusion: 'Nothing to do until you are thirty.' });
  addNote(checkup, 'Well. Sleeps little before exams. We talked about screens at night and a helmet on the bicycle.');

  const throat = addVisit(chart, { days: 152, reason: 'Sore throat', kind: 'problem' });
  addVitals(throat, { temperatureF: 100.2 });
  addWordedResult(throat, { loinc: '78012-2', name: 'Strep throat, rapid test' }, 'Not detected');
  addNote(
    throat,
    'Three days of sore throat and a runny nose. No strep: a virus. Rest, tea; back if not better in a week.',
  );

  addFluShots(chart, 3);
  addVaccine(chart, 'covidUpdated', 760);
  return chart.resources;
};
