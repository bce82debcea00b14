import { statement } from '#platform/db/statement.ts';

/** SQL over schema `tasks`. People's rows come by pool (policy.ts); every change goes through a function. */
const head = { version: 'int8?', deleted: 'bool?', mac: 'bytea?' } as const;
const taskRow = {
  id: 'uuid',
  patient_id: 'uuid',
  pool: 'text',
  urgent: 'bool',
  due_at: 'timestamptz',
  overdue: 'bool',
  created_at: 'timestamptz',
  record_id: 'uuid?',
  claimed_by: 'uuid?',
  claimed_at: 'timestamptz?',
  done_at: 'timestamptz?',
  sealed: 'bytea',
  ...head,
} as const;
const taskColumns = `t.id, t.patient_id, t.pool, t.urgent, t.due_at, t.done_at is null and t.due_at < now() as overdue,
  t.created_at, t.record_id, t.claimed_by, t.claimed_at, t.done_at, t.sealed, h.version, h.deleted, h.mac`;
/** To the microsecond: rows of the same millisecond stand on one page or the other, never on both. */
const cursorOf = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const withHead = 'left join sealed.row_head h on h.subject_id = t.patient_id and h.row_id = t.id';

/** Open work, what is due first before the rest. Cursor: time and id of the last one seen. */
export const listOpen = statement({
  name: 'tasks.listOpen',
  text: `select ${taskColumns}, ${cursorOf('t.due_at')} as cursor_at from tasks.task t ${withHead}
    where t.done_at is null and (t.due_at, t.id) > ($1, $2) order by t.due_at, t.id limit $3`,
  params: ['timestamptz', 'uuid', 'int4'],
  columns: { ...taskRow, cursor_at: 'text' },
});

export const listMine = statement({
  name: 'tasks.listMine',
  text: `select ${taskColumns}, ${cursorOf('t.due_at')} as cursor_at from tasks.task t ${withHead}
    where t.done_at is null and t.claimed_by = (select access.account_id()) and (t.due_at, t.id) > ($1, $2)
    order by t.due_at, t.id limit $3`,
  params: ['timestamptz', 'uuid', 'int4'],
  columns: { ...taskRow, cursor_at: 'text' },
});

export const listDone = statement({
  name: 'tasks.listDone',
  text: `select ${taskColumns}, ${cursorOf('t.done_at')} as cursor_at from tasks.task t ${withHead}
    where t.done_at is not null and (t.done_at, t.id) < ($1, $2) order by t.done_at desc, t.id desc limit $3`,
  params: ['timestamptz', 'uuid', 'int4'],
  columns: { ...taskRow, cursor_at: 'text' },
});

export const findTask = statement({
  name: 'tasks.findTask',
  text: `select ${taskColumns} from tasks.task t ${withHead} where t.patient_id = $1 and t.id = $2`,
  params: ['uuid', 'uuid'],
  columns: taskRow,
});

export const countOpen = statement({
  name: 'tasks.countOpen',
  text: `select count(*)::int4 as waiting, (count(*) filter (where due_at < now()))::int4 as overdue,
      (count(*) filter (where claimed_by = (select access.account_id())))::int4 as mine
    from tasks.task where done_at is null`,
  columns: { waiting: 'int4', overdue: 'int4', mine: 'int4' },
});

const stepRow = {
  id: 'uuid',
  patient_id: 'uuid',
  task_id: 'uuid',
  at: 'timestamptz',
  sealed: 'bytea',
  ...head,
} as const;
const stepColumns = 's.id, s.patient_id, s.task_id, s.at, s.sealed, h.version, h.deleted, h.mac';
const stepHead = 'left join sealed.row_head h on h.subject_id = s.patient_id and h.row_id = s.id';

/** The first and the last step that the caller may read of each task: what was asked, and who has it or ended it. */
export const listEnds = statement({
  name: 'tasks.listEnds',
  text: `select ${stepColumns} from unnest($1::uuid[], $2::uuid[]) as n(patient_id, task_id)
    cross join lateral (
      (select f.id, f.patient_id, f.task_id, f.at, f.sealed from tasks.step f
       where f.patient_id = n.patient_id and f.task_id = n.task_id order by f.at, f.id limit 1)
      union
      (select l.id, l.patient_id, l.task_id, l.at, l.sealed from tasks.step l
       where l.patient_id = n.patient_id and l.task_id = n.task_id order by l.at desc, l.id desc limit 1)) s
    ${stepHead} order by s.at, s.id`,
  params: ['uuid[]', 'uuid[]'],
  columns: stepRow,
});

/** A task's history; the newest 200 steps, oldest first. */
export const listSteps = statement({
  name: 'tasks.listSteps',
  text: `select id, patient_id, task_id, at, sealed, version, deleted, mac from (
      select ${stepColumns} from tasks.step s ${stepHead}
      where s.patient_id = $1 and s.task_id = $2 order by s.at desc, s.id desc limit 200) newest
    order by at, id`,
  params: ['uuid', 'uuid'],
  columns: stepRow,
});

export const add = statement({
  name: 'tasks.add',
  text: 'select tasks.add($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) as made',
  params: ['uuid', 'uuid', 'text', 'bool', 'int4', 'uuid', 'bytea', 'bytea', 'bytea', 'uuid', 'bytea', 'bytea'],
  columns: { made: 'bool' },
});

export const addStep = statement({
  name: 'tasks.addStep',
  text: 'select tasks.add_step($1, $2, $3, $4, $5)',
  params: ['uuid', 'uuid', 'uuid', 'bytea', 'bytea'],
});

export const claim = statement({
  name: 'tasks.claim',
  text: 'select tasks.claim($1, $2, $3) as won',
  params: ['uuid', 'uuid', 'bool'],
  columns: { won: 'bool' },
});

export const release = statement({
  name: 'tasks.release',
  text: 'select tasks.release($1, $2) as won',
  params: ['uuid', 'uuid'],
  columns: { won: 'bool' },
});

export const finish = statement({
  name: 'tasks.finish',
  text: 'select tasks.finish($1, $2, $3, $4) as won',
  params: ['uuid', 'uuid', 'int4', 'bool'],
  columns: { won: 'bool' },
});

export const move = statement({
  name: 'tasks.move',
  text: 'select tasks.move($1, $2, $3) as won',
  params: ['uuid', 'uuid', 'text'],
  columns: { won: 'bool' },
});

/** For the metrics, by the program of jobs. */
export const countOverdue = statement({
  name: 'tasks.countOverdue',
  text: 'select count(*)::int4 as overdue from tasks.task where done_at is null and due_at < now()',
  columns: { overdue: 'int4' },
});
