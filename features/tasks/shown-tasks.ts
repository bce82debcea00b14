import { bind, type RowOf } from '#platform/db/statement.ts';
import type { Tx } from '#platform/db/pool.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import type { Actor } from '#platform/operation.ts';
import type { TaskItem, TaskStep } from './contract.ts';
import type { Pool } from './kinds.ts';
import { openStep, openTask, type StepBody } from './sealed-task.ts';
import * as sql from './store.ts';

/** Who a patient is, for whoever may search the directory. Given by server/app.ts. */
export type Directory = (
  tx: Tx,
  patientIds: readonly string[],
) => Promise<ReadonlyMap<string, { name: string; birthDate: string | null; mrn: string | null }>>;

export type TaskRow = RowOf<typeof sql.findTask>;
type StepRow = RowOf<typeof sql.listSteps>;

/** Roles that see charts: they alone are shown what a task says. */
const chartRoles: readonly string[] = ['clinician', 'nurse'];
export const seesCharts = (role: string): boolean => chartRoles.includes(role);

const claiming: readonly string[] = ['claimed', 'taken-over'];

/** Opens rows of tasks into what the caller may see of them. */
export const createTaskReader = (deps: { sealer: Sealer; directory: Directory }) => {
  const keysOf = (rows: readonly { patient_id: string }[]) =>
    deps.sealer.keys([...new Set(rows.map((row) => row.patient_id))], 'care');

  const itemOf = (
    row: TaskRow,
    kind: TaskItem['kind'],
    steps: readonly StepBody[],
    patient: TaskItem['patient'],
    actor: Actor,
  ): TaskItem => {
    const [first, last] = [steps[0], steps.at(-1)];
    const made = first?.did === 'made' ? first : undefined;
    return {
      id: row.id,
      patientId: row.patient_id,
      kind,
      pool: row.pool as Pool,
      urgent: row.urgent,
      dueAt: row.due_at.toISOString(),
      isOverdue: row.overdue,
      createdAt: row.created_at.toISOString(),
      recordId: seesCharts(actor.role) ? row.record_id : null,
      patient,
      detail: seesCharts(actor.role) ? (made?.detail ?? null) : null,
      saidBy: seesCharts(actor.role) && made?.role === 'trusted_person' ? { name: made.name } : null,
      claimed:
        row.claimed_by !== null && row.claimed_at && !row.done_at
          ? {
              at: row.claimed_at.toISOString(),
              name: last && claiming.includes(last.did) ? last.name : '',
              isMine: row.claimed_by === actor.accountId,
            }
          : null,
      done: row.done_at
        ? {
            at: row.done_at.toISOString(),
            name: last?.did === 'done' ? last.name : '',
            outcome: (last?.did === 'done' ? last.outcome : undefined) ?? null,
          }
        : null,
    };
  };

  /** At most a page of tasks. Row security has decided which rows there are; the role decides which words. */
  const items = async (tx: Tx, rows: readonly TaskRow[], actor: Actor): Promise<TaskItem[]> => {
    if (rows.length === 0) return [];
    const keys = await keysOf(rows);
    const patientIds = [...keys.keys()];
    const [steps] = await tx.flight([
      bind(sql.listEnds, [rows.map((row) => row.patient_id), rows.map((row) => row.id)]),
    ]);
    const people = await deps.directory(tx, patientIds);
    const stepsOf = Map.groupBy(steps, (step) => step.task_id);
    return rows.map((row) => {
      const key = keys.get(row.patient_id)!;
      const ends = (stepsOf.get(row.id) ?? []).map((step) => openStep(key, step));
      return itemOf(row, openTask(key, row).kind, ends, people.get(row.patient_id) ?? null, actor);
    });
  };

  const history = async (rows: readonly StepRow[]): Promise<TaskStep[]> => {
    const keys = await keysOf(rows);
    return rows.map((row) => {
      const { did, name, outcome, pool, note } = openStep(keys.get(row.patient_id)!, row);
      return {
        id: row.id,
        at: row.at.toISOString(),
        did,
        name,
        outcome: outcome ?? null,
        pool: pool ?? null,
        note: note ?? null,
      };
    });
  };

  return { items, history };
};

/** What was shown of a task, for the log: a clinical role was shown the record's words too. */
export const shownIds = (items: readonly TaskItem[]): string[] =>
  items.flatMap((item) => (item.recordId === null ? [item.id] : [item.id, item.recordId]));
