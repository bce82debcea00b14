import * as z from 'zod/mini';
import { route } from '#platform/contract.ts';

/** References in one question. */
export const NAMES_LIMIT = 200;

const reference = z
  .string()
  .check(
    z.regex(
      /^(?:Practitioner|PractitionerRole|Organization|Location|HealthcareService|Medication)\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    ),
  );

/**
 * What records point at, by name: "Practitioner/<id>" is Dr. Naomi Feld. Readers give a `Who` without a name
 * where the sender left the display out. Not about any patient. Unknown references are left out.
 */
export const listNames = route({
  id: 'records.listNames',
  method: 'POST',
  path: '/api/names',
  summary: 'Names of clinicians, organizations, places and medicines that records point at',
  audience: 'any',
  resource: 'records.names',
  action: 'read',
  category: 'names',
  // Nothing about a patient: no entry in a log, and no sign of somebody at work.
  background: true,
  body: z.strictObject({ references: z.array(reference).check(z.minLength(1), z.maxLength(NAMES_LIMIT)) }),
  response: z.strictObject({ names: z.record(z.string(), z.string()) }),
});
