import type { HumanRole, PatientRelationship, Policy, Rule, TableRule } from '#features/access/policy-types.ts';

const working: readonly PatientRelationship[] = ['care_team', 'pool_member', 'todays_schedule', 'open_task'];

const worker = (actions: readonly string[], why: string): Rule => ({ service: 'worker', actions, why });

const headsOf = (table: string, extra: Partial<TableRule> = {}): TableRule => ({
  table: 'sealed.row_head',
  patientColumn: 'subject_id',
  where: `table_name = '${table}' and area = ''`,
  select: ['read'],
  ...extra,
});

const alerts: Policy = {
  resource: 'critical.alerts',
  title: 'Critical results that wait for an answer',
  about:
    'A clinician acknowledges each by name and says what came of the call. Every clinician and nurse sees them all, ' +
    'whoever is named: an alert that only one person can see is an alert that nobody sees.',
  rules: [
    { role: 'clinician', actions: ['read', 'acknowledge'], relationship: 'any' },
    { role: 'nurse', actions: ['read'], relationship: 'any', why: 'Nurses take calls and find somebody who answers.' },
    worker(['read', 'raise'], 'Raises alerts, and escalates those that nobody answers.'),
  ],
  tables: [
    {
      table: 'critical.alert',
      patientColumn: 'patient_id',
      select: ['read'],
      insert: ['raise'],
      update: ['raise'],
      definer: ['select', 'update'],
    },
    { table: 'critical.step', patientColumn: 'patient_id', select: ['read'], definer: ['insert'] },
    headsOf('critical.alert', { insert: ['raise'], update: ['raise'] }),
    headsOf('critical.step', { definer: ['insert'] }),
  ],
};

const settings: Policy = {
  resource: 'critical.settings',
  title: 'Who answers for critical results',
  about: 'The deputy, the minutes, and which results count. No health information; each change is an entry of the log.',
  rules: [
    { role: 'administrator', actions: ['read', 'write'], relationship: 'any' },
    worker(['read'], 'Escalates by these settings.'),
  ],
  tables: [{ table: 'critical.settings', select: ['read'], definer: ['select', 'update'] }],
};

/** What the watch reads to know whether a result is critical, changed, and whose it is. */
const watch: Policy = {
  resource: 'critical.watch',
  title: 'Looking at new and changed results',
  about:
    'A program looks at each new or changed result, raises an alert for a critical value, and tells whoever read an ' +
    'earlier version. Whom to tell it asks the access log itself, by a function that answers nothing else.',
  rules: [
    { service: 'importer', actions: ['note'], why: 'Notes what it stores, in the same transaction.' },
    worker(['look'], 'Looks at what was noted.'),
  ],
  tables: [
    { table: 'critical.pending', insert: ['note'], select: ['look'], update: ['look'], delete: ['look'] },
    { table: 'critical.earlier', patientColumn: 'patient_id', insert: ['note'], select: ['look'] },
    { table: 'records.resource', patientColumn: 'patient_id', where: `area = 'results'`, select: ['look'] },
    headsOf('records.resource', {
      where: `table_name = 'records.resource' and area = 'results'`,
      select: ['look'],
    }),
    { table: 'records.patient', patientColumn: 'patient_id', select: ['look'] },
    headsOf('records.patient', { where: `table_name = 'records.patient' and area = ''`, select: ['look'] }),
    { table: 'audit.event', definer: ['select'] },
    { table: 'identity.account', definer: ['select'] },
  ],
};

const chartReaders: Rule[] = [
  { role: 'patient', actions: ['read'], relationship: 'self', why: 'It is her record.' },
  { role: 'trusted_person', actions: ['read'], relationship: 'trusted_person', area: 'results' },
  ...(['clinician', 'nurse'] as const).flatMap((role) =>
    working.map((relationship) => ({ role, actions: ['read'], relationship })),
  ),
];

const earlier: Policy = {
  resource: 'critical.earlier',
  title: 'Results as they were before a correction',
  about: 'Whoever may see a result may see what it said before.',
  rules: chartReaders,
  tables: [{ table: 'critical.earlier', patientColumn: 'patient_id', select: ['read'] }],
};

const readers: readonly HumanRole[] = ['patient', 'trusted_person', 'clinician', 'nurse'];

const notices: Policy = {
  resource: 'critical.notices',
  title: '“A result you read was corrected”',
  about: 'Each person sees her own notices, and a patient’s only while that record is open to her.',
  rules: [
    { role: 'patient', actions: ['read', 'close'], relationship: 'self' },
    { role: 'trusted_person', actions: ['read'], relationship: 'trusted_person', area: 'results' },
    {
      role: 'trusted_person',
      actions: ['close'],
      relationship: 'trusted_person',
      why: 'Putting one’s own notice away changes nothing for anybody else.',
    },
    ...readers.map((role) => ({ role, actions: ['keep'], relationship: 'own' as const })),
    worker(['tell'], 'Tells whoever read an earlier version.'),
  ],
  tables: [
    {
      table: 'critical.notice',
      accountColumn: 'account_id',
      select: ['keep', 'tell'],
      insert: ['tell'],
      update: ['tell'],
      definer: ['select', 'update'],
    },
    headsOf('critical.notice', { select: ['read', 'tell'], insert: ['tell'] }),
  ],
};

const ownNotices: Policy = {
  resource: 'critical.ownNotices',
  title: 'Corrected results that a member of staff had read',
  about:
    'Each clinician and nurse sees her own, also when the chart is no longer open to her: she may have acted on it.',
  rules: (['clinician', 'nurse'] as const).map((role) => ({ role, actions: ['read', 'close'], relationship: 'any' })),
  tables: [headsOf('critical.notice')],
};

export const policies: readonly Policy[] = [alerts, settings, watch, earlier, notices, ownNotices];
