import type { Policy } from '#features/access/policy-types.ts';

/** Who may read back what the log says about a patient: she herself, and (below) the privacy officer's review. */
const accessLog = {
  resource: 'audit.accessLog',
  title: 'Who saw my record',
  about:
    'Each patient can read every entry about her own record and check that none was changed or left out. ' +
    'Trusted persons see no access log: its numbers have no gaps and would tell that something is kept from them.',
  rules: [{ role: 'patient', actions: ['read'], relationship: 'self', why: 'It is her record.' }],
  tables: [
    { table: 'audit.event', patientColumn: 'patient_id', select: ['read'] },
    { table: 'audit.leaf', patientColumn: 'patient_id', select: ['read'] },
    { table: 'audit.patient_log', patientColumn: 'patient_id', select: ['read'] },
  ],
} as const satisfies Policy;

/** The privacy officer's review: across patients, each search with a reason that the patients shown can read. */
const review = {
  resource: 'audit.review',
  title: 'Reviewing the access log',
  about:
    'The privacy officer looks for entries about a patient, by a colleague, in a time or of a kind, and saves them as ' +
    'a file. Each patient whose entries are shown finds that, and the reason, in her own log.',
  rules: [
    {
      role: 'privacy_officer',
      actions: ['search', 'export'],
      relationship: 'any',
      why: 'Somebody must look for snooping and answer patients who ask.',
    },
  ],
  tables: [{ table: 'audit.event', patientColumn: 'patient_id', select: ['search', 'export'] }],
} as const satisfies Policy;

/** Every process that serves people or jobs leaves entries; none of them can read, change or remove one. */
const append = {
  resource: 'audit.event',
  title: 'Entries of the access log',
  about: 'Written in the same transaction as the look or change they record. No role may change or remove one.',
  rules: [
    { service: 'api', actions: ['append'], why: 'Records what people do.' },
    { service: 'identity', actions: ['append'], why: 'Records sign-ins, failed ones too.' },
    { service: 'importer', actions: ['append'], why: 'Records what was imported.' },
    { service: 'worker', actions: ['append'], why: 'Records what jobs do.' },
    { service: 'sequencer', actions: ['append'], why: 'Records incidents of the log itself.' },
  ],
  tables: [
    {
      table: 'audit.event',
      patientColumn: 'patient_id',
      // Nobody writes into the past. Five minutes: two machines' clocks, and a write that takes long. The length is here
      // and not a constraint of the table, which would be parsed anew at each insert.
      where:
        "at between current_timestamp - interval '5 minutes' and current_timestamp + interval '5 minutes' and length(cmt) = 32",
      insert: ['append'],
    },
    { table: 'audit.pending', patientColumn: 'patient_id', insert: ['append'] },
  ],
} as const satisfies Policy;

/** The sequencer turns entries into the signed log. It reads sealed bodies only to verify and to ship them. */
const log = {
  resource: 'audit.log',
  title: 'The signed log',
  about: 'One program puts the entries in order, signs the result and publishes it; the published log holds no names.',
  rules: [{ service: 'sequencer', actions: ['sequence'], why: 'Orders, signs and publishes the log.' }],
  tables: [
    { table: 'audit.event', patientColumn: 'patient_id', select: ['sequence'] },
    {
      table: 'audit.pending',
      patientColumn: 'patient_id',
      select: ['sequence'],
      delete: ['sequence'],
    },
    {
      table: 'audit.leaf',
      patientColumn: 'patient_id',
      select: ['sequence'],
      insert: ['sequence'],
    },
    { table: 'audit.tile', select: ['sequence'], insert: ['sequence'] },
    { table: 'audit.tag_index', select: ['sequence'], insert: ['sequence'] },
    { table: 'audit.log_state', select: ['sequence'], insert: ['sequence'], update: ['sequence'] },
    { table: 'audit.signing_key', select: ['sequence'], insert: ['sequence'] },
    {
      table: 'audit.patient_log',
      patientColumn: 'patient_id',
      select: ['sequence'],
      insert: ['sequence'],
      update: ['sequence'],
    },
  ],
} as const satisfies Policy;

/** Hash tiles, entries and checkpoints as published: no health information, for whoever is signed in. */
const publicLog = {
  resource: 'audit.publicLog',
  title: 'The published log',
  about: 'Checkpoints, hash tiles and entries without names. Signed-in people and auditors verify the log with them.',
  rules: (
    [
      'patient',
      'trusted_person',
      'clinician',
      'nurse',
      'front_desk',
      'billing',
      'records_officer',
      'privacy_officer',
      'administrator',
    ] as const
  ).map((role) => ({ role, actions: ['read'] as const, relationship: 'any' as const })),
  tables: [],
} satisfies Policy;

/** Where the index leaves stand: public positions in the log, needed to build a patient's proof. */
const tagIndex = {
  resource: 'audit.tagIndex',
  title: 'Places of the tag index in the log',
  about: 'No health information: numbers and hashes that the published log holds too.',
  rules: [{ service: 'api', actions: ['read'], why: 'Builds the proofs that patients check.' }],
  tables: [{ table: 'audit.tag_index', select: ['read'] }],
} as const satisfies Policy;

export const policies: readonly Policy[] = [accessLog, review, append, log, publicLog, tagIndex];

/** A table of sealed rows: `id` and `sealed`, and the column with the subject (null: the system's). */
export type RecordTable = { readonly table: string; readonly subjectColumn: string | null };

/** Verification compares every sealed row with the log: ciphertext and versions, never a key to open them. */
export const recordCheckPolicy = (tables: readonly RecordTable[]): Policy => ({
  resource: 'audit.records',
  title: 'Sealed rows, compared with the log',
  about: 'The program that keeps the log reads ciphertext to compare it with what was written. It cannot open it.',
  rules: [
    { service: 'sequencer', actions: ['verify'], why: 'Finds rows that were changed or put back behind the log.' },
  ],
  tables: [
    ...tables.map(({ table, subjectColumn }) => ({
      table,
      ...(subjectColumn === null ? {} : { patientColumn: subjectColumn }),
      select: ['verify'],
    })),
    { table: 'sealed.row_head', patientColumn: 'subject_id', select: ['verify'] },
  ],
});
