import type {
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

const results: Policy = {
  resource: 'records.results',
  title: 'Laboratory results and reports',
  about: 'Values, reports and the samples behind them. Billing, front desk and administrators see none.',
  rules: [
    { role: 'patient', actions: ['read'], relationship: 'self', why: 'It is her record.' },
    { role: 'trusted_person', actions: ['read'], relationship: 'trusted_person', area: 'results' },
    ...byWork(['clinician', 'nurse'], ['read']),
    importer,
  ],
  tables: [
    ...rowsOf('results'),
    {
      table: 'records.patient_feed',
      patientColumn: 'patient_id',
      select: ['read'],
      insert: ['write'],
      update: ['write'],
    },
  ],
};

const clinical: Policy = {
  resource: 'records.clinical',
  title: 'Other clinical records',
  about: 'Conditions, medicines, allergies, immunizations, visits, notes and measurements.',
  rules: [
    { role: 'patient', actions: ['read'], relationship: 'self', why: 'It is her record.' },
    ...byWork(['clinician', 'nurse'], ['read']),
    importer,
  ],
  tables: rowsOf('clinical'),
};

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

const billing: Policy = {
  resource: 'records.billing',
  title: 'Coverage and claims that came with the record',
  about:
    'Imported claims carry procedure and diagnosis codes; billing staff reach them through claims they work on, later.',
  rules: [{ role: 'patient', actions: ['read'], relationship: 'self', why: 'It is her record.' }, importer],
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

const intake: Policy = {
  resource: 'records.intake',
  title: 'Storing records',
  about: 'Only the program that imports stores records. What belongs to no patient is kept for references.',
  rules: [importer],
  tables: [
    { table: 'records.shared_resource', select: ['read'], insert: ['write'], update: ['write'] },
    { table: 'records.shared_token', select: ['read'], insert: ['write'], delete: ['write'] },
    headsOf('records.shared_resource'),
  ],
};

export const policies: readonly Policy[] = [results, clinical, demographics, billing, directory, feeds, intake];
