import { statement } from '#platform/db/statement.ts';

/** SQL of the watch (role `app_worker`). Rows that another process holds are skipped, never waited for. */
const head = { version: 'int8?', deleted: 'bool?', mac: 'bytea?' } as const;
const headOf = (row: string): string =>
  `left join sealed.row_head h on h.subject_id = ${row}.patient_id and h.row_id = ${row}.id`;

/** Patients with something to look at now. */
export const listDue = statement({
  name: 'critical.listDue',
  text: `select patient_id, work from critical.pending where look_at <= clock_timestamp()
    group by patient_id, work order by min(look_at), patient_id limit 50`,
  columns: { patient_id: 'uuid', work: 'text' },
});

export const takePending = statement({
  name: 'critical.takePending',
  text: `select record_id, version as noted_version, arrived_at from critical.pending
    where patient_id = $1 and work = $2 and look_at <= clock_timestamp()
    order by record_id, version limit 100 for update skip locked`,
  params: ['uuid', 'text'],
  columns: { record_id: 'uuid', noted_version: 'int8', arrived_at: 'timestamptz' },
});

export const dropPending = statement({
  name: 'critical.dropPending',
  text: `delete from critical.pending p using unnest($3::uuid[], $4::text[]) as n(record_id, version)
    where p.patient_id = $1 and p.work = $2 and p.record_id = n.record_id and p.version = n.version::int8`,
  params: ['uuid', 'text', 'uuid[]', 'text[]'],
});

/** What failed is tried again, later each time and at most an hour later. */
export const postpone = statement({
  name: 'critical.postpone',
  text: `update critical.pending set tries = tries + 1, look_at = clock_timestamp() + least(tries + 1, 60) * interval '1 minute'
    where patient_id = $1 and work = $2 and look_at <= clock_timestamp() and ($3::uuid[] is null or record_id = any($3))`,
  params: ['uuid', 'text', 'uuid[]'],
});

export const findSettings = statement({
  name: 'critical.findSettings',
  text: 'select answer_minutes, recent_hours, uses_limits from critical.settings',
  columns: { answer_minutes: 'int4', recent_hours: 'int4', uses_limits: 'bool' },
});

export const listRecords = statement({
  name: 'critical.listRecords',
  text: `select r.id, r.resource_type, r.area, r.at, r.stored_at, r.sealed, h.version, h.deleted, h.mac
    from records.resource r ${headOf('r')} where r.patient_id = $1 and r.id = any($2)`,
  params: ['uuid', 'uuid[]'],
  columns: {
    id: 'uuid',
    resource_type: 'text',
    area: 'text',
    at: 'timestamptz',
    stored_at: 'timestamptz',
    sealed: 'bytea',
    ...head,
  },
});

export const findSummary = statement({
  name: 'critical.findSummary',
  text: `select r.id, r.sealed, h.version, h.deleted, h.mac from records.patient r ${headOf('r')} where r.patient_id = $1`,
  params: ['uuid'],
  columns: { id: 'uuid', sealed: 'bytea', ...head },
});

const alertColumns = `a.id, a.patient_id, a.record_id, a.task_id, a.responsible, a.due_at, a.acknowledged_at, a.sealed,
  h.version, h.deleted, h.mac`;
const alertRow = {
  id: 'uuid',
  patient_id: 'uuid',
  record_id: 'uuid',
  task_id: 'uuid',
  responsible: 'uuid?',
  due_at: 'timestamptz',
  acknowledged_at: 'timestamptz?',
  sealed: 'bytea',
  ...head,
} as const;

/** The alerts of these records that nothing took the place of; locked, so that an answer and a change do not cross. */
export const listAlertsOf = statement({
  name: 'critical.listAlertsOf',
  text: `select ${alertColumns} from critical.alert a ${headOf('a')}
    where a.patient_id = $1 and a.record_id = any($2) and a.replaced_by is null order by a.id for update of a`,
  params: ['uuid', 'uuid[]'],
  columns: alertRow,
});

/** Nobody to name: it is due at once. A replaced alert gives its clock to the new one. */
export const insertAlert = statement({
  name: 'critical.insertAlert',
  text: `insert into critical.alert (patient_id, id, record_id, record_version, task_id, responsible, due_at, sealed)
    select $1, $2, $3, $4, $5, w.responsible,
      least(coalesce($6::timestamptz, 'infinity'), now() + case when w.responsible is null then interval '0' else make_interval(mins => $7) end), $8
    from (select coalesce($9::uuid, critical.responsible($1), critical.deputy()) as responsible) w
    on conflict do nothing`,
  params: ['uuid', 'uuid', 'uuid', 'int8', 'uuid', 'timestamptz', 'int4', 'bytea', 'uuid'],
});

export const putHead = statement({
  name: 'critical.putHead',
  text: `insert into sealed.row_head (subject_id, row_id, table_name, version, mac) values ($1, $2, $3, $4, $5)
    on conflict (subject_id, row_id) do update set version = excluded.version, mac = excluded.mac`,
  params: ['uuid', 'uuid', 'text', 'int8', 'bytea'],
});

export const replaceAlert = statement({
  name: 'critical.replaceAlert',
  text: 'update critical.alert set replaced_by = $3 where patient_id = $1 and id = $2',
  params: ['uuid', 'uuid', 'uuid'],
});

export const rewriteAlert = statement({
  name: 'critical.rewriteAlert',
  text: 'update critical.alert set sealed = $3 where patient_id = $1 and id = $2',
  params: ['uuid', 'uuid', 'bytea'],
});

/** The alert that is due longest goes to the deputy, once; to everybody when the deputy is the one who did not answer. */
export const escalateNext = statement({
  name: 'critical.escalateNext',
  text: `with due as (
      select a.patient_id, a.id from critical.alert a
      where a.acknowledged_at is null and a.replaced_by is null and a.escalated_at is null and a.due_at <= clock_timestamp()
      order by a.due_at, a.id limit 1 for update skip locked)
    update critical.alert a set escalated_at = clock_timestamp(), escalated_to = nullif(critical.deputy(), a.responsible)
    from due where a.patient_id = due.patient_id and a.id = due.id and a.escalated_at is null
    returning a.id, a.patient_id, a.record_id`,
  columns: { id: 'uuid', patient_id: 'uuid', record_id: 'uuid' },
});

/** Alerts past their time that were not said aloud in the last five minutes. */
export const remind = statement({
  name: 'critical.remind',
  text: `update critical.alert set reminded_at = clock_timestamp()
    where acknowledged_at is null and replaced_by is null and due_at <= clock_timestamp()
      and (reminded_at is null or reminded_at < clock_timestamp() - interval '5 minutes')
    returning id`,
  columns: { id: 'uuid' },
});

export const listEarlierOf = statement({
  name: 'critical.listEarlierOf',
  text: `select record_id, version as earlier_version, stored_at, replaced_at, sealed from critical.earlier
    where patient_id = $1 and record_id = $2 order by version`,
  params: ['uuid', 'uuid'],
  columns: {
    record_id: 'uuid',
    earlier_version: 'int8',
    stored_at: 'timestamptz',
    replaced_at: 'timestamptz',
    sealed: 'bytea',
  },
});

export const whoSaw = statement({
  name: 'critical.whoSaw',
  text: `select account_id, side, last_at from critical.who_saw($1, $2, $3::timestamptz + interval '2 seconds')`,
  params: ['uuid', 'uuid', 'timestamptz'],
  columns: { account_id: 'uuid', side: 'text', last_at: 'timestamptz' },
});

/** One notice per person and version; an older one that she has not put away gives place to it. */
export const insertNotice = statement({
  name: 'critical.insertNotice',
  text: `insert into critical.notice (patient_id, id, account_id, record_id, record_version, sealed)
    values ($1, $2, $3, $4, $5, $6)`,
  params: ['uuid', 'uuid', 'uuid', 'uuid', 'int8', 'bytea'],
});

export const closeOlderNotices = statement({
  name: 'critical.closeOlderNotices',
  text: `update critical.notice set closed_at = now()
    where patient_id = $1 and account_id = $2 and record_id = $3 and closed_at is null and record_version < $4`,
  params: ['uuid', 'uuid', 'uuid', 'int8'],
});

export const listTold = statement({
  name: 'critical.listTold',
  text: `select account_id from critical.notice where patient_id = $1 and record_id = $2 and record_version = $3`,
  params: ['uuid', 'uuid', 'int8'],
  columns: { account_id: 'uuid' },
});

/** For the metrics and the log: numbers only. */
export const countForMetrics = statement({
  name: 'critical.countForMetrics',
  text: `select
      (select count(*)::int4 from critical.alert where acknowledged_at is null and replaced_by is null) as open,
      (select count(*)::int4 from critical.alert
        where acknowledged_at is null and replaced_by is null and due_at <= clock_timestamp()) as overdue,
      (select coalesce(extract(epoch from clock_timestamp() - min(arrived_at)), 0)::float8 from critical.pending
        where look_at <= clock_timestamp() or tries > 0) as waiting_seconds,
      critical.deputy() is null as no_deputy`,
  columns: { open: 'int4', overdue: 'int4', waiting_seconds: 'float8', no_deputy: 'bool' },
});

/** Shared with the operations of people: the function asks who may. */
export const addStep = statement({
  name: 'critical.addStep',
  text: 'select critical.add_step($1, $2, $3, $4, $5)',
  params: ['uuid', 'uuid', 'uuid', 'bytea', 'bytea'],
});
