import * as z from 'zod/mini';
import { route, uuid } from '#platform/contract.ts';

/**
 * The privacy officer reads the log: about one patient, by one colleague, in a time, of a kind, of an outcome.
 * Every patient whose entries are shown gets an entry of her own, with the reason.
 */
const timestamp = z.iso.datetime();
/** `<ISO time>_<event id>` of the last entry looked at. */
const cursor = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));

/**
 * Kinds of entries to choose from; `record` is every look at or change of a record. Reviews of the log itself
 * (`log-review`) are left out unless they are chosen: each makes one entry per patient shown.
 */
export const reviewKinds = [
  'sign-in',
  'privilege',
  'account',
  'record',
  'directory',
  'import',
  'access-log',
  'integrity',
  'log-review',
] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** Entries on one page; entries one page may go through; the same for an export. */
export const REVIEW_PAGE = 50;
export const REVIEW_SCAN = 5_000;
export const EXPORT_ROWS = 2_000;
export const EXPORT_SCAN = 50_000;
/** Days that one search may span when it names neither patient nor colleague. */
export const REVIEW_DAYS = 366;

const criteria = {
  from: timestamp,
  /** Not included. */
  to: timestamp,
  patientId: z.optional(uuid),
  accountId: z.optional(uuid),
  kind: z.optional(z.enum(reviewKinds)),
  outcome: z.optional(z.enum(['ok', 'denied', 'failed', 'not-ok'])),
  /** In the reviewer's words; the patients shown read it. */
  reason: z.string().check(z.trim(), z.minLength(4), z.maxLength(200)),
};

const entry = z.strictObject({
  id: uuid,
  at: timestamp,
  /** Its words do not open: it was damaged, or slipped in by somebody without keys. */
  unreadable: z.boolean(),
  actor: z.strictObject({ accountId: z.nullable(uuid), name: z.string(), role: z.string() }),
  /** Where nobody was signed in yet: the name of the account that a step was about, when it is a known one. */
  onAccount: z.nullable(z.string()),
  operation: z.string(),
  action: z.string(),
  category: z.string(),
  outcome: z.enum(['ok', 'denied', 'failed']),
  purpose: z.nullable(z.string()),
  onBehalfOf: z.nullable(z.string()),
  /** Null: about nobody's record. */
  patient: z.nullable(z.strictObject({ id: uuid, name: z.nullable(z.string()), mrn: z.nullable(z.string()) })),
  /** The patient's own account did it. */
  own: z.boolean(),
  /** How many records it showed or changed. */
  records: z.number(),
  detail: z.nullable(z.string()),
  ip: z.nullable(z.string()),
  device: z.nullable(z.string()),
  request: z.string(),
});
export type ReviewEntry = z.output<typeof entry>;

const review = {
  audience: 'staff',
  resource: 'audit.review',
  category: 'log-review',
  reason: 'required',
} as const;

export const searchLog = route({
  ...review,
  id: 'audit.searchLog',
  method: 'POST',
  path: '/api/audit/search',
  summary: 'Entries of the access log, newest first, 50 a page',
  action: 'search',
  body: z.strictObject({ ...criteria, cursor: z.optional(cursor) }),
  response: z.strictObject({
    entries: z.array(entry),
    /** Entries gone through for this page, and how far back it looked: nothing older was seen yet. */
    scanned: z.number(),
    until: timestamp,
    /** Of the next page; null when the whole time was searched. */
    next: z.nullable(z.string()),
  }),
});

export const exportLog = route({
  ...review,
  id: 'audit.exportLog',
  method: 'POST',
  path: '/api/audit/export',
  summary:
    'The same entries as a file: CSV (RFC 4180, cells that cannot run as formulas) or JSON lines. At most 2,000.',
  action: 'export',
  body: z.strictObject({ ...criteria, format: z.enum(['csv', 'jsonl']) }),
  response: z.strictObject({
    fileName: z.string(),
    text: z.string(),
    rows: z.number(),
    /** False: there are more than fit; `until` says how far back the file goes. */
    complete: z.boolean(),
    until: timestamp,
  }),
});
