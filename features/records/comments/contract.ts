import * as z from 'zod/mini';
import { route, uuid } from '#platform/contract.ts';

export const COMMENT_LIMIT = 2_000;
/** Comments of one patient in an answer, newest first. */
export const COMMENTS_SHOWN = 500;
/** Entries of the list of results to comment on. */
export const UNCOMMENTED_SHOWN = 100;
/** How far back the list of results to comment on looks. */
export const UNCOMMENTED_DAYS = 30;

const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(COMMENT_LIMIT));
/** The language that it is written in: said to screen readers. */
const language = z.enum(['en', 'es']);

const comment = z.strictObject({
  id: uuid,
  /** The result or report that it is about. */
  recordId: uuid,
  text: z.string(),
  language,
  author: z.strictObject({ name: z.string(), role: z.string() }),
  writtenAt: z.string(),
  /** Null: never changed. */
  editedAt: z.nullable(z.string()),
  /** Whether the caller wrote it and may change it. */
  isMine: z.boolean(),
});
export type Comment = z.output<typeof comment>;

export const commentOnResult = route({
  id: 'records.commentOnResult',
  method: 'POST',
  path: '/api/patients/:patientId/records/:id/comments',
  summary: 'Comment on a result or report for the patient',
  audience: 'staff',
  resource: 'records.comments',
  action: 'write',
  category: 'comments',
  patient: 'patientId',
  params: z.strictObject({ patientId: uuid, id: uuid }),
  body: z.strictObject({ text, language }),
  response: comment,
});

/** Only the author: a new version, with the earlier words kept sealed in it. */
export const editComment = route({
  id: 'records.editComment',
  method: 'PUT',
  path: '/api/patients/:patientId/comments/:id',
  summary: 'Change one’s own comment',
  audience: 'staff',
  resource: 'records.comments',
  action: 'write',
  category: 'comments',
  patient: 'patientId',
  params: z.strictObject({ patientId: uuid, id: uuid }),
  body: z.strictObject({ text, language }),
  response: comment,
});

export const listComments = route({
  id: 'records.listComments',
  method: 'GET',
  path: '/api/patients/:patientId/comments',
  summary: 'Comments on a patient’s results, newest first',
  audience: 'any',
  resource: 'records.comments',
  action: 'read',
  category: 'comments',
  patient: 'patientId',
  params: z.strictObject({ patientId: uuid }),
  response: z.strictObject({ comments: z.array(comment), more: z.boolean() }),
});

const state = z.enum(['critical', 'above', 'below', 'abnormal', 'in', 'unknown']);

const uncommented = z.strictObject({
  patientId: uuid,
  patient: z.nullable(
    z.strictObject({ name: z.string(), birthDate: z.nullable(z.string()), mrn: z.nullable(z.string()) }),
  ),
  /** The report, or the result that stands in no report. */
  recordId: uuid,
  resourceType: z.enum(['DiagnosticReport', 'Observation']),
  title: z.string(),
  /** When the sample was taken, as sent. */
  at: z.nullable(z.string()),
  arrivedAt: z.string(),
  worst: state,
  /** The worst first; `values` holds at most 12 of `count`. */
  values: z.array(z.strictObject({ title: z.string(), value: z.string(), state, flag: z.nullable(z.string()) })),
  count: z.number(),
});
export type Uncommented = z.output<typeof uncommented>;

/**
 * What came in the last 30 days about the caller's own patients (care team) and has no comment yet: critical
 * first, then out of range, then the oldest. Each patient shown gets an entry in her own log.
 */
export const listUncommented = route({
  id: 'records.listUncommented',
  method: 'GET',
  path: '/api/results-to-comment',
  summary: 'Results of my patients without a comment',
  audience: 'staff',
  resource: 'records.comments',
  action: 'write',
  category: 'comments',
  response: z.strictObject({
    results: z.array(uncommented).check(z.maxLength(UNCOMMENTED_SHOWN)),
    /** True when more wait than are shown. */
    more: z.boolean(),
  }),
});
