import { workColumns } from './clear-columns-work.ts';

/**
 * Every column that is stored in clear although it is no id, no time and no resource type, and every
 * column of bytes that is no sealed value, with the reason. test/security/clear-columns.test.ts compares
 * this list with the real schema, both ways: a new column is sealed, or it stands here.
 *
 * Not listed because of their type or name: uuid (ids), timestamptz and interval (times), resource_type,
 * and bytea columns named `sealed`, `wrapped`, `*_sealed` or `*_wrapped`.
 */
export type ClearColumns = {
  /** `schema.table` */
  readonly table: string;
  readonly columns: readonly string[];
  /**
   * word: one of a closed list; number: a count or version; text: free words without health information;
   * token: keyed and one-way; hash: of something with at least 128 random bits, or of ciphertext;
   * sealed: a sealed value under another name.
   */
  readonly holds: 'word' | 'number' | 'text' | 'token' | 'hash' | 'sealed';
  readonly reason: string;
};

const accessColumns: readonly ClearColumns[] = [
  {
    table: 'access.chart',
    columns: ['role', 'assurance', 'relationships', 'areas', 'rights', 'tables'],
    holds: 'word',
    reason: 'What the door found about a session and a patient, for some minutes: from the tables below, nothing else.',
  },
  {
    table: 'access.chart',
    columns: ['cap_hash'],
    holds: 'hash',
    reason: 'As in access.session: which session opened the chart.',
  },
  {
    table: 'access.chart_keys',
    columns: ['cap_hash'],
    holds: 'hash',
    reason: 'As in access.session: which session opened the chart.',
  },
  {
    table: 'access.chart_keys',
    columns: ['rows_of', 'keys'],
    holds: 'word',
    reason:
      'The names of a table’s parts that are open, each behind the patient’s id: row-level security compares them.',
  },
  {
    table: 'access.opening',
    columns: ['rows_of', 'way', 'area', 'mode', 'labels'],
    holds: 'word',
    reason: 'The written policy, compiled for look-ups by part. It says nothing about anybody.',
  },
  {
    table: 'access.policy_rule',
    columns: ['resource', 'action', 'role', 'relationship', 'area', 'mode', 'right_name'],
    holds: 'word',
    reason: 'The written policy, compiled. It says nothing about anybody, and the database enforces access by it.',
  },
  {
    table: 'access.relationship',
    columns: ['kind', 'view_areas', 'act_areas'],
    holds: 'word',
    reason: 'Row-level security reads them on every query: which account may see which parts of which patient, by ids.',
  },
  {
    table: 'access.role_grant',
    columns: ['role'],
    holds: 'word',
    reason: 'The role of an account, by id: row-level security reads it on every query.',
  },
  {
    table: 'access.session',
    columns: ['role', 'assurance'],
    holds: 'word',
    reason: 'The role that the session acts in and how it was proved: row-level security reads them on every query.',
  },
  {
    table: 'access.session',
    columns: ['cap_hash'],
    holds: 'hash',
    reason: 'SHA-256 twice over a random 256-bit cookie: finds the session, gives nothing to its thief.',
  },
];

const auditColumns: readonly ClearColumns[] = [
  {
    table: 'audit.event',
    columns: ['exposed'],
    holds: 'text',
    reason: 'Ids of the records that were shown, 16 bytes each: the statement that shows them writes them.',
  },
  {
    table: 'audit.event',
    columns: ['exposed_salt', 'cmt'],
    holds: 'hash',
    reason: 'A random salt, and the salted commitment to the event that the public log holds.',
  },
  {
    table: 'audit.leaf',
    columns: ['idx', 'n'],
    holds: 'number',
    reason: 'Position in the log, and the running number of a patient’s event.',
  },
  {
    table: 'audit.leaf',
    columns: ['entry'],
    holds: 'hash',
    reason: 'The published entry: a salted commitment and a keyed tag.',
  },
  {
    table: 'audit.log_state',
    columns: ['only_row', 'size', 'signed_size'],
    holds: 'number',
    reason: 'How far the log has come.',
  },
  {
    table: 'audit.log_state',
    columns: ['origin', 'note'],
    holds: 'text',
    reason: 'The log’s public name, and its last signed checkpoint: both are published.',
  },
  { table: 'audit.log_state', columns: ['root'], holds: 'hash', reason: 'Root of the published Merkle tree.' },
  {
    table: 'audit.patient_log',
    columns: ['version', 'entry_count'],
    holds: 'number',
    reason: 'Which log key is in use and how many entries there are: the sequencer counts on.',
  },
  { table: 'audit.pending', columns: ['cmt'], holds: 'hash', reason: 'Salted commitment that waits for the log.' },
  {
    table: 'audit.signing_key',
    columns: ['vkey', 'algorithm'],
    holds: 'text',
    reason: 'The public key that checks the log’s signatures.',
  },
  {
    table: 'audit.tag_index',
    columns: ['level', 'block', 'tag_count', 'leaf_idx'],
    holds: 'number',
    reason: 'Which blocks of the public log the tag index covers.',
  },
  { table: 'audit.tag_index', columns: ['root'], holds: 'hash', reason: 'Merkle root over keyed tags, published.' },
  { table: 'audit.tile', columns: ['level', 'idx'], holds: 'number', reason: 'Position of a published tile.' },
  { table: 'audit.tile', columns: ['hashes', 'root'], holds: 'hash', reason: 'Hashes of the published Merkle tree.' },
];

const identityColumns: readonly ClearColumns[] = [
  {
    table: 'identity.account',
    columns: ['sign_in_token'],
    holds: 'token',
    reason: 'Finds the account of a sign-in name: HMAC under the directory key, unreadable without it.',
  },
  {
    table: 'identity.account',
    columns: ['profile'],
    holds: 'sealed',
    reason: 'Name, sign-in name and language, sealed under the account’s own key.',
  },
  {
    table: 'identity.account',
    columns: ['version'],
    holds: 'number',
    reason: 'Row version, bound into the seal.',
  },
  { table: 'identity.credential', columns: ['version'], holds: 'number', reason: 'Row version, bound into the seal.' },
  {
    table: 'identity.device',
    columns: ['token_hash'],
    holds: 'hash',
    reason: 'SHA-256 of a random device cookie: a known browser is throttled apart from strangers.',
  },
  {
    table: 'identity.flow',
    columns: ['token_hash'],
    holds: 'hash',
    reason: 'SHA-256 of the random name that the caller of a sign-in in progress holds.',
  },
  {
    table: 'identity.flow',
    columns: ['kind', 'stage'],
    holds: 'word',
    reason: 'How far a sign-in in progress has come; gone after minutes.',
  },
  {
    table: 'identity.flow',
    columns: ['version', 'code_tries'],
    holds: 'number',
    reason: 'Row version, bound into the seal; and tries, counted by the database.',
  },
  {
    table: 'identity.invitation',
    columns: ['code_hash'],
    holds: 'hash',
    reason: 'SHA-256 of an invitation code of at least 64 random bits, with 5 tries.',
  },
  {
    table: 'identity.invitation',
    columns: ['kind', 'role'],
    holds: 'word',
    reason: 'What the invitation is for: the database checks it when the invitation is used.',
  },
  {
    table: 'identity.invitation',
    columns: ['tries_left'],
    holds: 'number',
    reason: 'Tries left, counted by the database.',
  },
  {
    table: 'identity.recovery',
    columns: ['version'],
    holds: 'number',
    reason: 'Row version, bound into the seal.',
  },
  {
    table: 'identity.role_request',
    columns: ['role', 'outcome'],
    holds: 'word',
    reason: 'Which role is asked for and what was said to it: the database itself grants it; why is sealed.',
  },
  {
    table: 'identity.server_secret',
    columns: ['name'],
    holds: 'word',
    reason: 'Which of the server’s secrets is wrapped beside it.',
  },
  {
    table: 'identity.sign_in',
    columns: ['step', 'outcome'],
    holds: 'word',
    reason: 'What was tried and whether it worked, for throttling and for alarms; where from is sealed.',
  },
  {
    table: 'identity.throttle',
    columns: ['key'],
    holds: 'token',
    reason: 'Keyed name of a bucket of sign-in tries; neither the name nor the address can be read from it.',
  },
  { table: 'identity.throttle', columns: ['points'], holds: 'number', reason: 'Tries in the bucket.' },
  {
    table: 'identity.totp',
    columns: ['version', 'last_step'],
    holds: 'number',
    reason: 'Row version; and the last half minute whose code was used, so that each code works once.',
  },
];

const recordsColumns: readonly ClearColumns[] = [
  {
    table: 'records.authority',
    columns: ['system'],
    holds: 'text',
    reason: 'Names of systems that number patients (an address such as http://hospital.example/mrn), never a number.',
  },
  {
    table: 'records.patient_token',
    columns: ['kind'],
    holds: 'word',
    reason: 'Which compound token this is: an exact search needs it.',
  },
  {
    table: 'records.patient_token',
    columns: ['token'],
    holds: 'token',
    reason: 'Blind index of surname with birth date, its sound with the birth year, or authority with number.',
  },
  {
    table: 'records.resource',
    columns: ['area'],
    holds: 'word',
    reason: 'Part of the record (results, medicines, visits, billing ...): lists and row-level security go by it.',
  },
  {
    table: 'records.resource',
    columns: ['code_token', 'content_token'],
    holds: 'token',
    reason: 'HMAC under the patient’s own index key: codes and "did it change", unrelated between patients.',
  },
  {
    table: 'records.resource',
    columns: ['held_as'],
    holds: 'word',
    reason: 'Laboratory, report, note or unclear: which of the patient’s choices of timing is about it.',
  },
  {
    table: 'records.timing',
    columns: ['category', 'choice'],
    holds: 'word',
    reason: 'When a patient wants to see new results of a kind: lists keep to it inside the database.',
  },
  {
    table: 'records.release',
    columns: ['reason'],
    holds: 'word',
    reason: 'Why a held record is open: she asked, or somebody commented.',
  },
  {
    table: 'records.statement',
    columns: ['kind'],
    holds: 'word',
    reason: 'What a statement says ("not-taken"); about which entry is an id, the words are sealed.',
  },
  {
    table: 'records.shared_resource',
    columns: ['content_token'],
    holds: 'token',
    reason: 'HMAC under the system’s index key: tells whether a new import changes anything.',
  },
  {
    table: 'records.shared_token',
    columns: ['token'],
    holds: 'token',
    reason: 'HMAC of a shared resource’s business identifier (an NPI) under the system’s index key.',
  },
  {
    table: 'records.source',
    columns: ['name', 'title', 'problem'],
    holds: 'text',
    reason: 'Where records come from and how the feed is doing; said on every list. Nothing about a person.',
  },
];

const houseColumns: readonly ClearColumns[] = [
  {
    table: 'portico.installation',
    columns: ['only_row', 'demo'],
    holds: 'word',
    reason: 'What this installation is.',
  },
  {
    table: 'portico.installation',
    columns: ['clinic_name', 'clinic_phone'],
    holds: 'text',
    reason: 'The clinic’s own public name and phone number.',
  },
  {
    table: 'sealed.data_key',
    columns: ['domain', 'kek_id'],
    holds: 'word',
    reason: 'Which key opens this wrapped key.',
  },
  { table: 'sealed.data_key', columns: ['version'], holds: 'number', reason: 'Version of a subject’s data key.' },
  {
    table: 'sealed.role_domain',
    columns: ['role_name', 'domain'],
    holds: 'word',
    reason: 'Which key domains a process may use.',
  },
  { table: 'sealed.row_head', columns: ['table_name'], holds: 'word', reason: 'Which table the row stands in.' },
  { table: 'sealed.row_head', columns: ['area'], holds: 'word', reason: 'The area of the row, as on the row itself.' },
  {
    table: 'sealed.row_head',
    columns: ['version', 'deleted'],
    holds: 'number',
    reason: 'The only version of the row that may be read; the MAC vouches for it.',
  },
  { table: 'sealed.row_head', columns: ['mac'], holds: 'hash', reason: 'HMAC under the subject’s head key.' },
];

/** The whole list. */
export const clearColumns: readonly ClearColumns[] = [
  ...accessColumns,
  ...auditColumns,
  ...identityColumns,
  ...recordsColumns,
  ...workColumns,
  ...houseColumns,
];

/** Schemas of libraries, whole: their tables are theirs to shape. */
export const clearSchemas: readonly { readonly schema: string; readonly reason: string }[] = [
  {
    schema: 'graphile_worker',
    reason: 'The job queue: payloads hold ids only (test/security/canary.test.ts searches them).',
  },
  { schema: 'portico_ledger', reason: 'Which migrations and policies ran: names and hashes of our own files.' },
];
