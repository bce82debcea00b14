import type {
  Area as TrustedArea,
  HumanRole,
  HumanRule,
  PatientRelationship,
  Policy,
  Rule,
  TableRule,
} from '#features/access/policy-types.ts';

/** The relationships by which staff work with a chart. */
const working: readonly PatientRelationship[] = ['care_team', 'pool_member', 'todays_schedule', 'open_task'];

const byWork = (roles: readonly HumanRole[], actions: readonly string[]): HumanRule[] =>
  roles.flatMap((role) => working.map((relationship) => ({ role, actions, relationship })));

const importer: Rule = {
  service: 'importer',
  actions: ['read', 'write'],
  why: 'Stores what the clinic’s systems send.',
};

/** Rows of one area, and the heads that prove them current. Heads hold no health information. */
const rowsOf = (area: string): TableRule[] => [
  {
    table: 'records.resource',
    patientColumn: 'patient_id',
    where: `area = '${area}'`,
    select: ['read'],
    insert: ['write'],
    update: ['write'],
  },
  headsOf('records.resource', ['read'], area),
];

const headsOf = (table: string, select: readonly string[] = ['read'], area = ''): TableRule => ({
  table: 'sealed.row_head',
  patientColumn: 'subject_id',
  where: `table_name = '${table}' and area = '${area}'`,
  select,
  insert: ['write'],
  update: ['write'],
});

/** A part of the chart: open to the patient, to those she trusts with it, and to clinicians and nurses by their work. */
const chartPart = (part: string, words: { title: string; about: string }, trusted: TrustedArea | null): Policy => ({
  resource: `records.${part}`,
  ...words,
  rules: [
    { role: 'patient', actions: ['read'], relationship: 'self', why: 'It is her record.' },
    ...(trusted === null
      ? []
      : [
          {
            role: 'trusted_person' as const,
            actions: ['read'],
            relationship: 'trusted_person' as const,
            area: trusted,
          },
        ]),
    ...byWork(['clinician', 'nurse'], ['read']),
    importer,
  ],
  tables: rowsOf(part),
});

const chartParts: readonly Policy[] = [
  chartPart(
    'results',
    {
      title: 'Laboratory results and reports',
      about: 'Values, reports and the samples behind them. Billing, front desk and administrators see none.',
    },
    'results',
  ),
  chartPart('vitals', { title: 'Vital signs', about: 'Blood pressure, weight, pulse and the like.' }, 'results'),
  chartPart('medicines', { title: 'Medicines', about: 'Prescribed, taken, handed out, given.' }, 'medicines'),
  chartPart(
    'conditions',
    {
      title: 'Conditions and care',
      about: 'Conditions, allergies, immunizations, procedures, devices, care plans, goals, family history.',
    },
    'conditions',
  ),
  chartPart('visits', { title: 'Visits', about: 'When, where and why the patient was seen.' }, 'visits'),
  chartPart(
    'appointments',
    { title: 'Appointments', about: 'Visits to come, as the clinic sent them.' },
    'appointments',
  ),
  chartPart('documents', { title: 'Notes and documents', about: 'Notes of visits, forms, images.' }, 'documents'),
  chartPart(
    'other',
    {
      title: 'Other clinical records',
      about:
        'Answers to forms, social history, orders and whatever else came. No part that can be opened to a trusted ' +
        'person holds it, because it can be about anything.',
    },
    null,
  ),
];

const demographics: Policy = {
  resource: 'records.demographics',
  title: 'Name, birth date, contact',
  about: 'Who a person is and how to reach her.',
  rules: [
    { role: 'patient', actions: ['read'], relationship: 'self', why: 'It is her record.' },
    {
      role: 'trusted_person',
      actions: ['read'],
      relationship: 'trusted_person',
      why: 'Whoever acts for a person must see for whom: the name stands on every page.',
    },
    ...byWork(['clinician', 'nurse', 'records_officer'], ['read']),
    { role: 'front_desk', actions: ['read'], relationship: 'any', why: 'The desk checks who stands before it.' },
    { role: 'billing', actions: ['read'], relationship: 'any', why: 'Statements need a name and an address.' },
    importer,
  ],
  tables: rowsOf('demographics'),
};

const profile: Policy = {
  resource: 'records.profile',
  title: 'Address, phone, language, family and contacts',
  about: 'The whole of what is kept about who a person is. The desk and billing see the name and birth date.',
  rules: [
    { role: 'patient', actions: ['read'], relationship: 'self', why: 'It is her record.' },
    { role: 'trusted_person', actions: ['read'], relationship: 'trusted_person', area: 'profile' },
    ...byWork(['clinician', 'nurse', 'records_officer'], ['read']),
  ],
  tables: [],
};

const billing: Policy = {
  resource: 'records.billing',
  title: 'Coverage and claims that came with the record',
  about:
    'Imported claims carry procedure and diagnosis codes; billing staff reach them through claims they work on, later.',
  rules: [
    { role: 'patient', actions: ['read'], relationship: 'self', why: 'It is her record.' },
    { role: 'trusted_person', actions: ['read'], relationship: 'trusted_person', area: 'billing' },
    importer,
  ],
  tables: rowsOf('billing'),
};

const finders: readonly HumanRole[] = [
  'clinician',
  'nurse',
  'front_desk',
  'billing',
  'records_officer',
  'privacy_officer',
];

const directory: Policy = {
  resource: 'records.directory',
  title: 'Finding a patient',
  about:
    'Staff find a person by name with birth date, or by record number, never by a name alone, and give a reason. ' +
    'Everybody shown is an entry in that person’s access log.',
  rules: [...finders.map((role) => ({ role, actions: ['search'], relationship: 'any' as const })), importer],
  tables: [
    {
      table: 'records.patient',
      patientColumn: 'patient_id',
      select: ['search', 'read'],
      insert: ['write'],
      update: ['write'],
    },
    {
      table: 'records.patient_token',
      patientColumn: 'patient_id',
      select: ['search', 'read'],
      insert: ['write'],
      delete: ['write'],
    },
    headsOf('records.patient', ['search', 'read']),
  ],
};

const feeds: Policy = {
  resource: 'records.feeds',
  title: 'Where records come from, and how each feed is doing',
  about: 'No health information: names of systems, when each last answered, and who numbers patients here.',
  rules: [
    {
      service: 'api',
      actions: ['read'],
      why: 'Each list says what it is based on. Nothing here is about a person, so nobody is looked up for it.',
    },
    importer,
  ],
  tables: [
    { table: 'records.source', select: ['read'], insert: ['write'], update: ['write'] },
    { table: 'records.authority', select: ['read'], insert: ['write'] },
  ],
};

/** What belongs to no patient and may be named to whoever sees a chart: who, where, which medicine. */
export const namedTypes = [
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
  'HealthcareService',
  'Medication',
] as const;

const sharedHeads: TableRule = {
  table: 'sealed.row_head',
  where: `table_name = 'records.shared_resource' and area = ''`,
  select: ['read'],
};

const intake: Policy = {
  resource: 'records.intake',
  title: 'Storing records',
  about: 'Only the program that imports stores records. What belongs to no patient is kept for references.',
  rules: [importer],
  tables: [
    { table: 'records.shared_resource', select: ['read'], insert: ['write'], update: ['write'] },
    { table: 'records.shared_token', select: ['read'], insert: ['write'], delete: ['write'] },
    { ...sharedHeads, insert: ['write'], update: ['write'] },
    {
      table: 'records.patient_feed',
      patientColumn: 'patient_id',
      select: ['read'],
      insert: ['write'],
      update: ['write'],
    },
  ],
};

const readers: readonly HumanRole[] = ['patient', 'trusted_person', 'clinician', 'nurse'];

const names: Policy = {
  resource: 'records.names',
  title: 'Names of clinicians, organizations, places and medicines',
  about: 'What records point at by a number is shown by its name. Nothing here is about a patient.',
  rules: readers.map((role) => ({ role, actions: ['read'], relationship: 'any' as const })),
  tables: [
    {
      table: 'records.shared_resource',
      where: `resource_type in (${namedTypes.map((type) => `'${type}'`).join(', ')})`,
      select: ['read'],
    },
    sharedHeads,
  ],
};

/** Rows of what people add to a record, and their heads. */
const addedRows = (table: string): TableRule[] => [
  { table, patientColumn: 'patient_id', select: ['read'], insert: ['write'], update: ['write'] },
  headsOf(table),
];

const comments: Policy = {
  resource: 'records.comments',
  title: 'Comments on results',
  about: 'What a clinician or nurse says about one result or report. Whoever may see results may read it.',
  rules: [
    { role: 'patient', actions: ['read'], relationship: 'self', why: 'It is about her result.' },
    { role: 'trusted_person', actions: ['read'], relationship: 'trusted_person', area: 'results' },
    ...byWork(['clinician', 'nurse'], ['read', 'write']),
  ],
  tables: addedRows('records.comment'),
};

const timing: Policy = {
  resource: 'records.timing',
  title: 'When new results are shown',
  about:
    'The patient chooses for each kind of result: at once, with a comment, or with somebody. It holds for her and ' +
    'those she trusts, never for staff. What is held opens at once when she asks.',
  rules: [
    { role: 'patient', actions: ['read', 'write', 'open'], relationship: 'self', why: 'It is her choice.' },
    {
      role: 'trusted_person',
      actions: ['read'],
      relationship: 'trusted_person',
      why: 'Lists for a trusted person keep to the patient’s choice.',
    },
    ...byWork(['clinician', 'nurse'], ['read']),
  ],
  tables: [
    { table: 'records.timing', patientColumn: 'patient_id', select: ['read'], insert: ['write'], update: ['write'] },
  ],
};

const releases: Policy = {
  resource: 'records.releases',
  title: 'Results opened before their time',
  about: 'A held result opens when the patient asks, or when somebody comments on it.',
  rules: [
    { role: 'patient', actions: ['read', 'write'], relationship: 'self', why: 'It is her choice.' },
    { role: 'trusted_person', actions: ['read'], relationship: 'trusted_person' },
    ...byWork(['clinician', 'nurse'], ['read', 'write']),
  ],
  tables: [
    { table: 'records.release', patientColumn: 'patient_id', select: ['read'], insert: ['write'], update: ['write'] },
  ],
};

const statements: Policy = {
  resource: 'records.statements',
  title: 'What the patient says about an entry',
  about: '“I don’t take this.” The entry stays as its source sent it; the care team is told.',
  rules: [
    { role: 'patient', actions: ['read', 'write'], relationship: 'self', why: 'It is her word.' },
    { role: 'trusted_person', actions: ['read', 'write'], relationship: 'trusted_person', area: 'medicines' },
    ...byWork(['clinician', 'nurse'], ['read']),
  ],
  tables: addedRows('records.statement'),
};

const seen: Policy = {
  resource: 'records.seen',
  title: 'Since when results are new',
  about: 'What the last sign-in had seen, so that the next one begins with what is new. Times only.',
  rules: [
    { role: 'patient', actions: ['read', 'write'], relationship: 'self' },
    { role: 'trusted_person', actions: ['read', 'write'], relationship: 'trusted_person' },
  ],
  tables: [
    { table: 'records.seen', patientColumn: 'patient_id', select: ['read'], insert: ['write'], update: ['write'] },
  ],
};

/** Operations over several parts: each row still needs its own part to be open. */
const acrossParts = (
  resource: string,
  title: string,
  action: 'read' | 'search',
  tables: readonly TableRule[] = [],
): Policy => ({
  resource,
  title,
  about: 'It shows nothing that the caller could not open part by part.',
  rules: [
    { role: 'patient', actions: [action], relationship: 'self', why: 'It is her record.' },
    { role: 'trusted_person', actions: [action], relationship: 'trusted_person' },
    ...byWork(['clinician', 'nurse'], [action]),
  ],
  tables,
});

export const policies: readonly Policy[] = [
  ...chartParts,
  demographics,
  profile,
  billing,
  comments,
  timing,
  releases,
  statements,
  seen,
  acrossParts('records.home', 'The first page of a record', 'read', [
    // When each source last brought something about her: every list says it.
    { table: 'records.patient_feed', patientColumn: 'patient_id', select: ['read'] },
  ]),
  acrossParts('records.search', 'Searching in a record', 'search'),
  names,
  directory,
  feeds,
  intake,
];
