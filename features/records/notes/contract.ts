import * as z from 'zod/mini';
import { route, uuid } from '#platform/contract.ts';

/** Characters of one body that are given as text; what is longer is cut, and says so. */
export const NOTE_TEXT_LIMIT = 400_000;
/** Bodies of one note. */
export const NOTE_PARTS_LIMIT = 20;

const noteParams = z.strictObject({ patientId: uuid, id: uuid });

const part = z.strictObject({
  /** Number of the body: its file is `.../files/<index>`. */
  index: z.number(),
  contentType: z.string(),
  title: z.nullable(z.string()),
  sizeBytes: z.nullable(z.number()),
  /** Plain text, whatever it came as. Null: see `problem`. */
  text: z.nullable(z.string()),
  /** Only the beginning is here. */
  isCut: z.boolean(),
  /** `not-text`: a picture or PDF, to be opened as a file. `outside`: the source keeps it elsewhere. `missing`: it never came. */
  problem: z.nullable(z.enum(['not-text', 'outside', 'missing'])),
});
const noteText = z.strictObject({ id: uuid, title: z.string(), parts: z.array(part) });
export type NoteText = z.output<typeof noteText>;
export type NotePart = NoteText['parts'][number];

/** The readable text of one note of the documents area (DocumentReference, report note, Binary). */
export const getNote = route({
  id: 'records.getNote',
  method: 'GET',
  path: '/api/patients/:patientId/notes/:id',
  summary: 'One note as text',
  audience: 'any',
  resource: 'records.documents',
  action: 'read',
  category: 'documents',
  patient: 'patientId',
  params: noteParams,
  response: noteText,
});

/** The same for what came with a diagnostic report of the results area (`presentedForm`). */
export const getReportText = route({
  id: 'records.getReportText',
  method: 'GET',
  path: '/api/patients/:patientId/reports/:id/text',
  summary: 'The text that came with a report',
  audience: 'any',
  resource: 'records.results',
  action: 'read',
  category: 'results',
  patient: 'patientId',
  params: noteParams,
  response: noteText,
});

const fileParams = z.strictObject({
  patientId: uuid,
  id: uuid,
  index: z.string().check(z.regex(/^(?:\d|1\d)$/)),
});

/** One body as a file to keep: always a download, with a name that says nothing. */
export const getNoteFile = route({
  id: 'records.getNoteFile',
  method: 'GET',
  path: '/api/patients/:patientId/notes/:id/files/:index',
  summary: 'One document as a file',
  audience: 'any',
  resource: 'records.documents',
  action: 'read',
  category: 'documents',
  patient: 'patientId',
  params: fileParams,
  response: 'bytes',
});

export const getReportFile = route({
  id: 'records.getReportFile',
  method: 'GET',
  path: '/api/patients/:patientId/reports/:id/files/:index',
  summary: 'One document of a report as a file',
  audience: 'any',
  resource: 'records.results',
  action: 'read',
  category: 'results',
  patient: 'patientId',
  params: fileParams,
  response: 'bytes',
});
