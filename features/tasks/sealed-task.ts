import { hash } from 'node:crypto';
import { AppError } from '#platform/errors.ts';
import type { SubjectKey } from '#platform/kms/subject-key.ts';
import type { WriteRecord } from '#platform/operation.ts';
import type { TaskStep } from './contract.ts';
import type { Pool, TaskKind, TaskOutcome } from './kinds.ts';

/** What stands sealed in a task and in its steps. Neither is ever written a second time: their version is 1. */
export type TaskBody = { kind: TaskKind };
export type TaskDetail = { title: string; text: string | null };
export type StepBody = {
  did: TaskStep['did'];
  name: string;
  /** Of the step that made it, where it matters. */
  role?: string | undefined;
  outcome?: TaskOutcome;
  pool?: Pool;
  note?: string;
  /** Of the step that made it: what is asked. */
  detail?: TaskDetail;
};

type Table = 'tasks.task' | 'tasks.step';
export type SealedRow = {
  id: string;
  sealed: Buffer;
  version: number | null;
  deleted: boolean | null;
  mac: Buffer | null;
};

const at = (table: Table, rowId: string) => ({ table, column: 'sealed', rowId, version: 1 });

export type Sealed = { sealed: Buffer; mac: Buffer; write: WriteRecord };

/** Seals a new row: its bytes, its head, and what the log says of it. */
export const sealRow = (key: SubjectKey, table: Table, rowId: string, body: TaskBody | StepBody): Sealed => {
  const sealed = key.seal(at(table, rowId), Buffer.from(JSON.stringify(body)));
  return {
    sealed,
    mac: key.head({ table, rowId, version: 1, deleted: false }),
    write: { table, id: rowId, version: 1, hash: hash('sha256', sealed, 'hex') },
  };
};

/** Opens a row whose head proves it current. @throws AppError 'integrity' */
const openRow = (key: SubjectKey, table: Table, row: SealedRow): unknown => {
  if (row.version !== 1 || row.mac === null || row.deleted === null) {
    throw new AppError('integrity', 'A stored task has lost its head.');
  }
  key.checkHead({ table, rowId: row.id, version: row.version, deleted: row.deleted }, row.mac);
  return JSON.parse(key.open(at(table, row.id), row.sealed).toString());
};

export const openTask = (key: SubjectKey, row: SealedRow): TaskBody => openRow(key, 'tasks.task', row) as TaskBody;
export const openStep = (key: SubjectKey, row: SealedRow): StepBody => openRow(key, 'tasks.step', row) as StepBody;
