import * as z from 'zod/mini';
import { route, uuid } from '#platform/contract.ts';
import { kindNames, outcomes, pools } from './kinds.ts';

/** Work that waits for staff. Nothing here is polled but the count, which names nobody. */
const timestamp = z.iso.datetime();
const taskParams = z.strictObject({ patientId: uuid, taskId: uuid });
const note = z.string().check(z.trim(), z.minLength(1), z.maxLength(1_000));
const pool = z.enum(pools);
const outcome = z.enum(outcomes);

/** Tasks in one page of a list. */
export const TASKS_PAGE = 50;

const identity = z.strictObject({
  name: z.string(),
  birthDate: z.nullable(z.string()),
  mrn: z.nullable(z.string()),
});

const taskItem = z.strictObject({
  id: uuid,
  patientId: uuid,
  kind: z.enum(kindNames),
  pool,
  urgent: z.boolean(),
  dueAt: timestamp,
  isOverdue: z.boolean(),
  createdAt: timestamp,
  recordId: z.nullable(uuid),
  /** Null: the record has no name for this person. */
  patient: z.nullable(identity),
  /** What is asked, in clinical words; null for roles that see no chart. */
  detail: z.nullable(z.strictObject({ title: z.string(), text: z.nullable(z.string()) })),
  /** The trusted person whose word it is; null: the patient's own, a program's, or not for this role. */
  saidBy: z.nullable(z.strictObject({ name: z.string() })),
  claimed: z.nullable(z.strictObject({ at: timestamp, name: z.string(), isMine: z.boolean() })),
  done: z.nullable(z.strictObject({ at: timestamp, name: z.string(), outcome: z.nullable(outcome) })),
});
export type TaskItem = z.output<typeof taskItem>;

const taskStep = z.strictObject({
  id: uuid,
  at: timestamp,
  did: z.enum(['made', 'claimed', 'taken-over', 'released', 'tried', 'moved', 'done']),
  /** Who; '' for a program of the portal. */
  name: z.string(),
  outcome: z.nullable(outcome),
  pool: z.nullable(pool),
  note: z.nullable(z.string()),
});
export type TaskStep = z.output<typeof taskStep>;

const work = { audience: 'staff', resource: 'tasks.work', category: 'tasks' } as const;
const onTask = { ...work, action: 'work', patient: 'patientId', params: taskParams } as const;
/** `won` is false when somebody else was first: `task` says who, and when. */
const turn = z.strictObject({ won: z.boolean(), task: taskItem });
export type Turn = z.output<typeof turn>;

/** `<ISO time>_<id>` of the last task seen. */
const cursor = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T[\d:.]{8,15}Z_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));

export const listTasks = route({
  ...work,
  id: 'tasks.list',
  method: 'GET',
  path: '/api/tasks',
  summary: 'Work that waits for the caller’s role, the most pressing first; one entry in the log of each patient named',
  action: 'read',
  query: z.strictObject({
    state: z.optional(z.enum(['open', 'mine', 'done'])),
    cursor: z.optional(cursor),
  }),
  response: z.strictObject({
    tasks: z.array(taskItem).check(z.maxLength(TASKS_PAGE)),
    next: z.nullable(z.string()),
  }),
});

export const countTasks = route({
  ...work,
  id: 'tasks.count',
  method: 'GET',
  path: '/api/tasks/count',
  summary: 'How much work waits for the caller’s role',
  action: 'read',
  background: true,
  response: z.strictObject({ waiting: z.number(), overdue: z.number(), mine: z.number() }),
});

export const getTask = route({
  ...work,
  id: 'tasks.get',
  method: 'GET',
  path: '/api/patients/:patientId/tasks/:taskId',
  summary: 'One task with its history',
  action: 'read',
  patient: 'patientId',
  params: taskParams,
  response: z.strictObject({ task: taskItem, history: z.array(taskStep).check(z.maxLength(200)) }),
});

export const claimTask = route({
  ...onTask,
  id: 'tasks.claim',
  method: 'POST',
  path: '/api/patients/:patientId/tasks/:taskId/claim',
  summary: 'Takes a task; clinical work opens the chart to whoever took it until it is done',
  body: z.strictObject({ takeOver: z.optional(z.boolean()) }),
  response: turn,
});

export const releaseTask = route({
  ...onTask,
  id: 'tasks.release',
  method: 'POST',
  path: '/api/patients/:patientId/tasks/:taskId/release',
  summary: 'Puts a task back',
  body: z.strictObject({}),
  response: turn,
});

export const completeTask = route({
  ...onTask,
  id: 'tasks.complete',
  method: 'POST',
  path: '/api/patients/:patientId/tasks/:taskId/complete',
  summary: 'Says what came of a task: it ends, or comes back to be tried again',
  body: z.strictObject({ outcome, note: z.optional(note) }),
  response: turn,
});

export const reassignTask = route({
  ...onTask,
  id: 'tasks.reassign',
  method: 'POST',
  path: '/api/patients/:patientId/tasks/:taskId/reassign',
  summary: 'Hands a task to another pool',
  body: z.strictObject({ pool, note: z.optional(note) }),
  response: turn,
});
