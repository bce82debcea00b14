import * as z from 'zod/mini';
import { route, uuid } from '#platform/contract.ts';

/** Kinds of news with a time of their own. `reports`: imaging and other reports that no laboratory sent. */
export const timingCategories = ['laboratory', 'reports', 'notes'] as const;
export type TimingCategory = (typeof timingCategories)[number];

/**
 * `now`: as it comes. `with-comment`: when somebody has commented, she asks, or three working days have passed.
 * `with-someone`: as it comes, and the screen first asks whether she wants somebody beside her.
 */
export const timingChoices = ['now', 'with-comment', 'with-someone'] as const;
export type TimingChoice = (typeof timingChoices)[number];

const choice = z.enum(timingChoices);
const timing = z.strictObject({ laboratory: choice, reports: choice, notes: choice });
export type Timing = z.output<typeof timing>;

const patientParams = z.strictObject({ patientId: uuid });

export const getTiming = route({
  id: 'records.getTiming',
  method: 'GET',
  path: '/api/patients/:patientId/timing',
  summary: 'When new results are shown',
  audience: 'any',
  resource: 'records.timing',
  action: 'read',
  category: 'timing',
  patient: 'patientId',
  params: patientParams,
  response: timing,
});

export const setTiming = route({
  id: 'records.setTiming',
  method: 'PUT',
  path: '/api/patients/:patientId/timing',
  summary: 'Choose when new results of a kind are shown',
  audience: 'patient',
  resource: 'records.timing',
  action: 'write',
  category: 'timing',
  patient: 'patientId',
  params: patientParams,
  body: z.strictObject({ category: z.enum(timingCategories), choice }),
  response: timing,
});

/** At once and for good: what is held opens when its patient asks, with the results, samples and files that a report or note names. */
export const openHeldResult = route({
  id: 'records.openHeldResult',
  method: 'POST',
  path: '/api/patients/:patientId/records/:id/open',
  summary: 'Open a held result now',
  audience: 'patient',
  resource: 'records.timing',
  action: 'open',
  category: 'timing',
  patient: 'patientId',
  params: z.strictObject({ patientId: uuid, id: uuid }),
  body: z.strictObject({}),
  response: z.strictObject({ opened: z.array(uuid) }),
});
