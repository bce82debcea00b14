import { feld } from '../cast/staff.ts';
import { ines } from '../cast/patients.ts';
import { addCoverage } from '../fhir/billing.ts';
import { openChart } from '../fhir/chart.ts';
import type { Resource } from '../fhir/elements.ts';
import type { Start } from '../fhir/moments.ts';
import { addAppointment } from '../fhir/visits.ts';

/** New to the clinic: a name, an insurance card and a first visit. No account yet: the desk invites her. */
export const inesStory = (start: Start): Resource[] => {
  const chart = openChart(ines, start, { by: feld, body: { weight: 60, height: 168 } });
  addCoverage(chart, { since: 40, plan: 'Lakeshore Silver PPO', memberId: 'LMH-9001-01' });
  addAppointment(chart, { inDays: 6, minute: 13 * 60, reason: 'First visit', by: feld, minutes: 40 });
  return chart.resources;
};
