import { achebe } from '../cast/staff.ts';
import { owen } from '../cast/patients.ts';
import { openChart } from '../fhir/chart.ts';
import type { Resource } from '../fhir/elements.ts';
import type { Start } from '../fhir/moments.ts';
import { addWordedResult } from '../fhir/results.ts';
import { addVisit } from '../fhir/visits.ts';

/** Almost nothing: one visit with one answer in words. Nobody has asked him about allergies. */
export const owenStory = (start: Start): Resource[] => {
  const chart = openChart(owen, start, { by: achebe, body: { weight: 74, height: 180 } });
  const visit = addVisit(chart, { days: 152, reason: 'Sore throat', kind: 'problem' });
  addWordedResult(visit, { loinc: '78012-2', name: 'Strep throat, rapid test' }, 'Not detected');
  return chart.resources;
};
