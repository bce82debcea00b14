import * as z from 'zod/mini';
import { route, uuid } from '#platform/contract.ts';
import { listNames, type ListName } from '../lists.ts';

/** Hits in one answer. */
export const SEARCH_HITS = 50;
/** Records that one search looks through, the newest first. */
export const SEARCH_RECORDS = 20_000;

const hit = z.strictObject({
  recordId: uuid,
  /** The list that shows it. */
  list: z.enum(listNames as [ListName, ...ListName[]]),
  resourceType: z.string(),
  title: z.string(),
  at: z.nullable(z.string()),
  /** Entered in error: shown so. */
  withdrawn: z.boolean(),
  /** Where in a note or text it was found: words around it. Null: in its name. */
  excerpt: z.nullable(z.string()),
});
export type SearchHit = z.output<typeof hit>;

/** Every word must begin a word somewhere in the record; accents and capitals make no difference. */
export const searchRecord = route({
  id: 'records.searchRecord',
  method: 'POST',
  path: '/api/patients/:patientId/search',
  summary: 'Find words in a record',
  audience: 'any',
  resource: 'records.search',
  action: 'search',
  category: 'search',
  patient: 'patientId',
  params: z.strictObject({ patientId: uuid }),
  body: z.strictObject({ words: z.string().check(z.trim(), z.minLength(2), z.maxLength(100)) }),
  response: z.strictObject({
    hits: z.array(hit).check(z.maxLength(SEARCH_HITS)),
    /** More were found than are shown. */
    more: z.boolean(),
    /** Records looked through, of those that the caller may open. */
    searched: z.number(),
    /** False: older records were not looked through; never say "nothing found" then. */
    complete: z.boolean(),
  }),
});
