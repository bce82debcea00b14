import * as z from 'zod/mini';
import { route, uuid } from '#platform/contract.ts';

/** Statements of one patient in an answer, newest first. */
export const STATEMENTS_SHOWN = 200;

const statement = z.strictObject({
  id: uuid,
  /** The entry that it is about. */
  recordId: uuid,
  kind: z.literal('not-taken'),
  note: z.nullable(z.string()),
  by: z.strictObject({ name: z.string(), role: z.string() }),
  madeAt: z.string(),
  /** When it was taken back; null: it stands. */
  undoneAt: z.nullable(z.string()),
});
export type Statement = z.output<typeof statement>;

const medicineParams = z.strictObject({ patientId: uuid, id: uuid });

/** "I don't take this": the medicine stays in the list as its source sent it, and the care team gets a task. */
export const markNotTaken = route({
  id: 'records.markNotTaken',
  method: 'POST',
  path: '/api/patients/:patientId/medicines/:id/not-taken',
  summary: 'Say that a medicine is not taken',
  audience: 'patient',
  resource: 'records.statements',
  action: 'write',
  category: 'statements',
  patient: 'patientId',
  params: medicineParams,
  body: z.strictObject({ note: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(500))) }),
  response: statement,
});

export const undoNotTaken = route({
  id: 'records.undoNotTaken',
  method: 'POST',
  path: '/api/patients/:patientId/medicines/:id/not-taken/undo',
  summary: 'Take back that a medicine is not taken',
  audience: 'patient',
  resource: 'records.statements',
  action: 'write',
  category: 'statements',
  patient: 'patientId',
  params: medicineParams,
  body: z.strictObject({}),
  response: z.strictObject({ undone: z.boolean() }),
});

export const listStatements = route({
  id: 'records.listStatements',
  method: 'GET',
  path: '/api/patients/:patientId/statements',
  summary: 'What the patient says about entries of the record',
  audience: 'any',
  resource: 'records.statements',
  action: 'read',
  category: 'statements',
  patient: 'patientId',
  params: z.strictObject({ patientId: uuid }),
  response: z.strictObject({ statements: z.array(statement) }),
});
