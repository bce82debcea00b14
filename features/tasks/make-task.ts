import { bind } from '#platform/db/statement.ts';
import type { Tx } from '#platform/db/pool.ts';
import { newId, type Id } from '#platform/ids.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import type { WriteRecord } from '#platform/operation.ts';
import { kindOf, mayWaitFor, type Pool, type TaskKind, type TaskOutcome } from './kinds.ts';
import { sealRow, type StepBody, type TaskDetail } from './sealed-task.ts';
import * as sql from './store.ts';

export type NewTask = {
  patientId: string;
  kind: TaskKind;
  /** The same for the same work: while it waits it is not asked for again. */
  cause: string;
  detail: TaskDetail;
  recordId?: string;
  /** The kind's own when absent. */
  pool?: Pool;
  dueInMinutes?: number;
  /** Whose word it is; '' for a program. */
  by: string;
  /** In which role, where that matters: a trusted person does not speak of herself. */
  byRole?: string;
};

/** `writes` belong into the caller's audit event; empty when nothing was made. */
export type MadeTask = { taskId: string; isNew: boolean; writes: WriteRecord[] };

const causeTokenPurpose = 'tasks.task.cause_token';
const titleLimit = 300;
const textLimit = 2_000;

/**
 * Makes tasks inside the caller's transaction, with the caller's rights: the database refuses who may not
 * (PT403), or may not for this patient (PT404). @param sealer of the process role whose transaction it is
 */
export const createTaskMaker =
  (sealer: Sealer) =>
  async (tx: Tx, task: NewTask): Promise<MadeTask> => {
    const { pool: usual, urgent, dueInMinutes } = kindOf(task.kind);
    const pool = task.pool ?? usual;
    if (!mayWaitFor(task.kind, pool)) throw new TypeError(`${task.kind} does not wait for ${pool}`);
    const key = await sealer.key(task.patientId, 'care');
    const [taskId, stepId] = [newId<Id>(), newId<Id>()];
    const body = sealRow(key, 'tasks.task', taskId, { kind: task.kind });
    const detail = {
      title: task.detail.title.slice(0, titleLimit),
      text: task.detail.text?.slice(0, textLimit) ?? null,
    };
    const step = sealRow(key, 'tasks.step', stepId, { did: 'made', name: task.by, role: task.byRole, pool, detail });
    // The database refuses an urgent task of a patient: only staff and programs set the pace.
    const { made } = await tx.get(sql.add, [
      task.patientId,
      taskId,
      pool,
      urgent,
      task.dueInMinutes ?? dueInMinutes,
      task.recordId ?? null,
      key.token(causeTokenPurpose, `${task.kind} ${task.cause}`),
      body.sealed,
      body.mac,
      stepId,
      step.sealed,
      step.mac,
    ]);
    return { taskId, isNew: made, writes: made ? [body.write, step.write] : [] };
  };

export type AddTask = ReturnType<typeof createTaskMaker>;

/** Notes a step of a task; what the log says of it. */
export const createStepWriter =
  (sealer: Sealer) =>
  async (tx: Tx, patientId: string, taskId: string, body: StepBody): Promise<WriteRecord> => {
    const id = newId<Id>();
    const step = sealRow(await sealer.key(patientId, 'care'), 'tasks.step', id, body);
    await tx.flight([bind(sql.addStep, [patientId, taskId, id, step.sealed, step.mac])]);
    return step.write;
  };

/** Ends a task from another feature, whoever has it; false when it had ended before. */
export const createTaskEnder = (sealer: Sealer) => {
  const addStep = createStepWriter(sealer);
  return async (
    tx: Tx,
    task: { patientId: string; taskId: string; name: string; outcome?: TaskOutcome },
  ): Promise<WriteRecord[]> => {
    const { won } = await tx.get(sql.finish, [task.patientId, task.taskId, null, true]);
    if (!won) return [];
    const { patientId, taskId, name, outcome } = task;
    return [await addStep(tx, patientId, taskId, { did: 'done', name, ...(outcome ? { outcome } : {}) })];
  };
};

export type EndTask = ReturnType<typeof createTaskEnder>;
