import { statement } from '#platform/db/statement.ts';
import { isHeld } from '#features/records/index.ts';

/** SQL of people's operations (role `app`): rows come by policy, changes go through functions. */
const head = { version: 'int8?', deleted: 'bool?', mac: 'bytea?' } as const;
const headOf = (row: string): string =>
  `left join sealed.row_head h on h.subject_id = ${row}.patient_id and h.row_id = ${row}.id`;

const alertRow = {
  id: 'uuid',
  patient_id: 'uuid',
  record_id: 'uuid',
  task_id: 'uuid',
  responsible: 'uuid?',
  raised_at: 'timestamptz',
  due_at: 'timestamptz',
  escalated_at: 'timestamptz?',
  escalated_to: 'uuid?',
  acknowledged_at: 'timestamptz?',
  acknowledged_by: 'uuid?',
  asked_at: 'timestamptz',
  overdue: 'bool',
  may_open: 'bool',
  sealed: 'bytea',
  ...head,
} as const;
const alertColumns = `a.id, a.patient_id, a.record_id, a.task_id, a.responsible, a.raised_at, a.due_at, a.escalated_at,
  a.escalated_to, a.acknowledged_at, a.acknowledged_by, now() as asked_at,
  a.acknowledged_at is null and a.due_at <= now() as overdue,
  a.patient_id = any((select access.patient_ids('records.results', 'read'))::uuid[]) as may_open, a.sealed, h.version, h.deleted, h.mac`;

export const listOpenAlerts = statement({
  name: 'critical.listOpenAlerts',
  text: `select ${alertColumns} from critical.alert a ${headOf('a')}
    where a.acknowledged_at is null and a.replaced_by is null order by a.due_at, a.id limit $1`,
  params: ['int4'],
  columns: alertRow,
});

export const listClosedAlerts = statement({
  name: 'critical.listClosedAlerts',
  text: `select ${alertColumns} from critical.alert a ${headOf('a')}
    where a.acknowledged_at > now() - interval '7 days' order by a.acknowledged_at desc, a.id limit $1`,
  params: ['int4'],
  columns: alertRow,
});

export const findAlert = statement({
  name: 'critical.findAlert',
  text: `select ${alertColumns} from critical.alert a ${headOf('a')} where a.patient_id = $1 and a.id = $2`,
  params: ['uuid', 'uuid'],
  columns: alertRow,
});

/** "Mine": I am named, and it waits for me now. */
export const countAlerts = statement({
  name: 'critical.countAlerts',
  text: `select count(*)::int4 as open, (count(*) filter (where due_at <= now()))::int4 as overdue,
      (count(*) filter (where (select access.account_id()) =
        case when escalated_at is null then responsible else escalated_to end))::int4 as mine,
      min(due_at) filter (where due_at > now()) as next_due_at
    from critical.alert where acknowledged_at is null and replaced_by is null`,
  columns: { open: 'int4', overdue: 'int4', mine: 'int4', next_due_at: 'timestamptz?' },
});

const stepRow = {
  id: 'uuid',
  patient_id: 'uuid',
  alert_id: 'uuid',
  at: 'timestamptz',
  sealed: 'bytea',
  ...head,
} as const;
const stepColumns = 's.id, s.patient_id, s.alert_id, s.at, s.sealed, h.version, h.deleted, h.mac';

export const listSteps = statement({
  name: 'critical.listSteps',
  text: `select ${stepColumns} from critical.step s ${headOf('s')}
    where s.patient_id = $1 and s.alert_id = $2 order by s.at, s.id limit 100`,
  params: ['uuid', 'uuid'],
  columns: stepRow,
});

/** Who acknowledged: the last step of each alert that is closed. */
export const listLastSteps = statement({
  name: 'critical.listLastSteps',
  text: `select ${stepColumns} from unnest($1::uuid[], $2::uuid[]) as n(patient_id, alert_id)
    cross join lateral (
      select l.id, l.patient_id, l.alert_id, l.at, l.sealed from critical.step l
      where l.patient_id = n.patient_id and l.alert_id = n.alert_id order by l.at desc, l.id desc limit 1) s
    ${headOf('s')}`,
  params: ['uuid[]', 'uuid[]'],
  columns: stepRow,
});

export const acknowledge = statement({
  name: 'critical.acknowledge',
  text: 'select critical.acknowledge($1, $2) as won',
  params: ['uuid', 'uuid'],
  columns: { won: 'bool' },
});

export const listClinicians = statement({
  name: 'critical.listClinicians',
  text: 'select account_id, profile, version from critical.clinicians()',
  columns: { account_id: 'uuid', profile: 'bytea', version: 'int8' },
});

export const readSettings = statement({
  name: 'critical.readSettings',
  text: `select deputy_account, answer_minutes, recent_hours, uses_limits, critical.deputy() is not null as has_deputy
    from critical.settings`,
  columns: {
    deputy_account: 'uuid?',
    answer_minutes: 'int4',
    recent_hours: 'int4',
    uses_limits: 'bool',
    has_deputy: 'bool',
  },
});

export const changeSettings = statement({
  name: 'critical.changeSettings',
  text: 'select critical.change_settings($1, $2, $3, $4) as changed',
  params: ['uuid', 'int4', 'int4', 'bool'],
  columns: { changed: 'bool' },
});

const noticeRow = { id: 'uuid', patient_id: 'uuid', record_id: 'uuid', sealed: 'bytea', ...head } as const;
const noticeColumns = 'n.id, n.patient_id, n.record_id, n.sealed, h.version, h.deleted, h.mac';
const ownOpen = 'n.account_id = (select access.account_id()) and n.closed_at is null';

/** For the patient's side: a notice says the value, so it waits as long as the result does. */
export const listNotices = statement({
  name: 'critical.listNotices',
  text: `select ${noticeColumns} from critical.notice n ${headOf('n')}
    where n.patient_id = $1 and ${ownOpen} and exists (
      select from records.resource r where r.patient_id = n.patient_id and r.id = n.record_id and not ${isHeld})
    order by n.told_at desc, n.id limit $2`,
  params: ['uuid', 'int4'],
  columns: noticeRow,
});

export const listOwnNotices = statement({
  name: 'critical.listOwnNotices',
  text: `select ${noticeColumns} from critical.notice n ${headOf('n')}
    where ${ownOpen} order by n.told_at desc, n.id limit $1`,
  params: ['int4'],
  columns: noticeRow,
});

/** $2: only a notice about this patient; null: about anybody. */
export const closeNotice = statement({
  name: 'critical.closeNotice',
  text: 'select critical.close_notice($1, $2) as patient_id',
  params: ['uuid', 'uuid'],
  columns: { patient_id: 'uuid?' },
});

/** The newest earlier versions. */
export const listEarlier = statement({
  name: 'critical.listEarlier',
  text: `select record_id, version as earlier_version, replaced_at, sealed from critical.earlier
    where patient_id = $1 and record_id = $2 order by version desc limit $3`,
  params: ['uuid', 'uuid', 'int4'],
  columns: { record_id: 'uuid', earlier_version: 'int8', replaced_at: 'timestamptz', sealed: 'bytea' },
});

const findCurrentFor = (whom: 'staff' | 'patient-side') =>
  statement({
    name: `critical.findCurrent${whom === 'staff' ? '' : 'Held'}`,
    text: `select r.id, r.sealed, h.version, h.deleted, h.mac from records.resource r ${headOf('r')}
      where r.patient_id = $1 and r.id = $2 and r.area = 'results' and r.resource_type in ('Observation', 'DiagnosticReport')
        ${whom === 'staff' ? '' : `and not ${isHeld}`}`,
    params: ['uuid', 'uuid'],
    columns: { id: 'uuid', sealed: 'bytea', ...head },
  });

/** The record as it stands now. What its patient's choice of timing holds is not there for her and those she trusts. */
export const findCurrent = { staff: findCurrentFor('staff'), 'patient-side': findCurrentFor('patient-side') };
