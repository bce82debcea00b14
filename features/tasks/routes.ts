import { AppError } from '#platform/errors.ts';
import { bind } from '#platform/db/statement.ts';
import type { InputOf } from '#platform/contract.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import { reads, writes, type Context, type Handler, type WriteRecord, type WriteTx } from '#platform/operation.ts';
import * as contract from './contract.ts';
import { kindOf, mayHandTo, mayWaitFor } from './kinds.ts';
import { createStepWriter } from './make-task.ts';
import { openTask, type StepBody } from './sealed-task.ts';
import { createTaskReader, shownIds, type Directory } from './shown-tasks.ts';
import * as sql from './store.ts';

export type TasksDeps = { sealer: Sealer; directory: Directory };

const lists = { open: sql.listOpen, mine: sql.listMine, done: sql.listDone } as const;
const ends = {
  first: { at: '0001-01-01T00:00:00.000Z', id: '00000000-0000-0000-0000-000000000000' },
  last: { at: '9999-12-31T23:59:59.999Z', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' },
};

const cursorOf = (text: string | undefined, state: keyof typeof lists): { at: string; id: string } => {
  if (text === undefined) return state === 'done' ? ends.last : ends.first;
  const [at = '', id = ''] = text.split('_');
  if (Number.isNaN(Date.parse(at))) {
    throw new AppError('invalid', undefined, {
      fields: [{ path: 'query.cursor', message: 'is not a cursor of this list' }],
    });
  }
  return { at, id };
};

/** Work lists. A list names people, so each of them gets an entry of her own log. */
export const tasksHandlers = (deps: TasksDeps): Handler[] => {
  const reader = createTaskReader(deps);
  const addStep = createStepWriter(deps.sealer);

  type OnTask = { params: { patientId: string; taskId: string } };

  const find = async (tx: WriteTx, { params }: OnTask) => tx.get(sql.findTask, [params.patientId, params.taskId]);

  /** What every turn answers: the task as it stands now, whoever won. */
  const answer = async (tx: WriteTx, input: OnTask, ctx: Context, won: boolean, writes: WriteRecord[]) => {
    const [task] = await reader.items(tx, [await find(tx, input)], ctx.actor);
    tx.audit({ patientId: task!.patientId, recordIds: shownIds([task!]), writes });
    return { won, task: task! };
  };

  /** A turn of one person at a task: the database decides who wins, then the step is noted. */
  const takeTurn = async (
    tx: WriteTx,
    input: OnTask,
    ctx: Context,
    turn: { won: Promise<{ won: boolean }>; step: StepBody },
  ) => {
    const { won } = await turn.won;
    const { patientId, taskId } = input.params;
    return answer(tx, input, ctx, won, won ? [await addStep(tx, patientId, taskId, turn.step)] : []);
  };

  const kindOfTask = async (tx: WriteTx, input: OnTask) =>
    openTask(await deps.sealer.key(input.params.patientId, 'care'), await find(tx, input)).kind;

  const complete = async (tx: WriteTx, input: InputOf<typeof contract.completeTask>, ctx: Context) => {
    const { patientId, taskId } = input.params;
    const { outcome, note } = input.body;
    const kind = await kindOfTask(tx, input);
    if (kind === 'critical-value') throw new AppError('conflict', 'acknowledge-the-alert');
    const effect = kindOf(kind).outcomes[outcome];
    if (effect === undefined) {
      const message = 'does not end this kind of task';
      throw new AppError('invalid', undefined, { fields: [{ path: 'body.outcome', message }] });
    }
    const again = effect === 'ends' ? null : effect.again;
    return takeTurn(tx, input, ctx, {
      won: tx.get(sql.finish, [patientId, taskId, again, false]),
      step: {
        did: again === null ? 'done' : 'tried',
        name: ctx.actor.name,
        outcome,
        ...(note === undefined ? {} : { note }),
      },
    });
  };

  /** The step is noted while the task is still within the caller's reach, so the database is asked first. */
  const reassign = async (tx: WriteTx, input: InputOf<typeof contract.reassignTask>, ctx: Context) => {
    const { patientId, taskId } = input.params;
    const { pool, note } = input.body;
    const kind = await kindOfTask(tx, input);
    if (kind === 'critical-value') throw new AppError('conflict', 'acknowledge-the-alert');
    if (!mayWaitFor(kind, pool)) {
      const message = 'sees no charts';
      throw new AppError('invalid', undefined, { fields: [{ path: 'body.pool', message }] });
    }
    if (!mayHandTo(ctx.actor.role, pool)) throw new AppError('forbidden');
    const [before] = await reader.items(tx, [await find(tx, input)], ctx.actor);
    const isFree = !before!.done && (before!.claimed === null || before!.claimed.isMine);
    if (!isFree) return answer(tx, input, ctx, false, []);
    const step: StepBody = { did: 'moved', name: ctx.actor.name, pool, ...(note === undefined ? {} : { note }) };
    const written = await addStep(tx, patientId, taskId, step);
    const { won } = await tx.get(sql.move, [patientId, taskId, pool]);
    // Taken in the very moment between the look and the move: nothing is kept of this try.
    if (!won) throw new AppError('unavailable');
    tx.audit({ patientId, recordIds: shownIds([before!]), writes: [written] });
    return { won, task: { ...before!, pool, claimed: null } };
  };

  return [
    writes(contract.listTasks, async (tx, { query }, ctx) => {
      const state = query.state ?? 'open';
      const { at, id } = cursorOf(query.cursor, state);
      const rows = await tx.all(lists[state], [at, id, contract.TASKS_PAGE]);
      const tasks = await reader.items(tx, rows, ctx.actor);
      for (const [patientId, items] of Map.groupBy(tasks, (task) => task.patientId)) {
        tx.audit({ patientId, recordIds: shownIds(items) });
      }
      const last = rows.length === contract.TASKS_PAGE ? rows.at(-1) : undefined;
      return { tasks, next: last ? `${last.cursor_at}_${last.id}` : null };
    }),
    reads(contract.countTasks, {
      plan: () => ({ also: [bind(sql.countOpen)] }),
      respond: ({ also }) => also[0]![0] as { waiting: number; overdue: number; mine: number },
    }),
    writes(contract.getTask, async (tx, input, ctx) => {
      const { patientId, taskId } = input.params;
      const [task] = await reader.items(tx, [await find(tx, input)], ctx.actor);
      const history = await reader.history(await tx.all(sql.listSteps, [patientId, taskId]));
      tx.audit({ patientId, recordIds: shownIds([task!]) });
      return { task: task!, history };
    }),
    writes(contract.claimTask, async (tx, input, ctx) => {
      const { patientId, taskId } = input.params;
      const before = await find(tx, input);
      const isOthers = before.claimed_by !== null && before.claimed_by !== ctx.actor.accountId;
      return takeTurn(tx, input, ctx, {
        won: tx.get(sql.claim, [patientId, taskId, input.body.takeOver ?? false]),
        step: { did: isOthers ? 'taken-over' : 'claimed', name: ctx.actor.name },
      });
    }),
    writes(contract.releaseTask, async (tx, input, ctx) =>
      takeTurn(tx, input, ctx, {
        won: tx.get(sql.release, [input.params.patientId, input.params.taskId]),
        step: { did: 'released', name: ctx.actor.name },
      }),
    ),
    writes(contract.completeTask, complete),
    writes(contract.reassignTask, reassign),
  ];
};
