import { AppError } from '#platform/errors.ts';
import { bind, type RowOf } from '#platform/db/statement.ts';
import type { InputOf } from '#platform/contract.ts';
import { newId, type Id } from '#platform/ids.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import { reads, writes, type Context, type Handler, type WriteTx } from '#platform/operation.ts';
import { createTaskEnder, createTaskMaker, type Directory } from '#features/tasks/index.ts';
import type { AlertItem, CallResult } from './contract.ts';
import * as contract from './contract.ts';
import { namesOf } from './clinicians.ts';
import { openBody, sealBody } from './sealed-rows.ts';
import * as sql from './store.ts';
import { addStep } from './watch-store.ts';

export type AlertsDeps = { sealer: Sealer; directory: Directory };
type AlertRow = RowOf<typeof sql.findAlert>;

/** Minutes until somebody calls (again), when the patient does not know yet. */
const callAgainMinutes: Readonly<Record<Exclude<CallResult, 'reached'>, number>> = {
  'left-message': 120,
  'not-reached': 60,
  'not-called': 30,
};
const futureMs = 5 * 60_000;

const waitsFor = (row: AlertRow, names: ReadonlyMap<string, string>, me: string): AlertItem['waitsFor'] => {
  const isDeputy = row.escalated_at !== null;
  const accountId = isDeputy ? row.escalated_to : row.responsible;
  return accountId === null ? null : { name: names.get(accountId) ?? null, isMe: accountId === me, isDeputy };
};

/** Rows as the caller sees them, with the people in them by name. */
const createAlertReader = ({ sealer, directory }: AlertsDeps) => {
  return async (tx: WriteTx, rows: readonly AlertRow[], me: string): Promise<AlertItem[]> => {
    if (rows.length === 0) return [];
    const patientIds = [...new Set(rows.map((row) => row.patient_id))];
    const keys = await sealer.keys(patientIds, 'care');
    const closed = rows.filter((row) => row.acknowledged_at !== null);
    const [last, clinicians] = await tx.flight([
      bind(sql.listLastSteps, [closed.map((row) => row.patient_id), closed.map((row) => row.id)]),
      bind(sql.listClinicians),
    ]);
    const people = await directory(tx, patientIds);
    const named = new Set(rows.flatMap((row) => [row.responsible, row.escalated_to]));
    const names = await namesOf(
      sealer,
      clinicians.filter((one) => named.has(one.account_id)),
    );
    return rows.map((row) => {
      const key = keys.get(row.patient_id)!;
      const { reading, changedTo } = openBody(key, 'critical.alert', row);
      const answer = last.find((step) => step.alert_id === row.id);
      return {
        id: row.id,
        patientId: row.patient_id,
        recordId: row.record_id,
        taskId: row.task_id,
        patient: people.get(row.patient_id) ?? null,
        raisedAt: row.raised_at.toISOString(),
        dueAt: row.due_at.toISOString(),
        askedAt: row.asked_at.toISOString(),
        isOverdue: row.overdue,
        waitsFor: row.acknowledged_at ? null : waitsFor(row, names, me),
        mayOpenChart: row.may_open,
        escalatedAt: row.escalated_at?.toISOString() ?? null,
        result: reading,
        changedTo,
        acknowledged: row.acknowledged_at
          ? {
              at: row.acknowledged_at.toISOString(),
              name: answer ? openBody(key, 'critical.step', answer).name : '',
            }
          : null,
      };
    });
  };
};

const invalid = (path: string, message: string): AppError =>
  new AppError('invalid', undefined, { fields: [{ path, message }] });

/** When the call was made: not in the future, and words where there was none. */
const callOf = (
  { call, note }: InputOf<typeof contract.acknowledgeAlert>['body'],
  now: Date,
): { result: CallResult; at: string } => {
  const at = call.at === undefined ? now : new Date(call.at);
  if (at.getTime() > now.getTime() + futureMs) throw invalid('body.call.at', 'is in the future');
  if (call.result === 'not-called' && note === undefined) throw invalid('body.note', 'say why nobody called');
  return { result: call.result, at: at.toISOString() };
};

/** Critical results: who must answer, and what was answered. Each look is an entry of the patient's log. */
export const alertsHandlers = (deps: AlertsDeps): Handler[] => {
  const { sealer } = deps;
  const itemsOf = createAlertReader(deps);
  const addTask = createTaskMaker(sealer);
  const endTask = createTaskEnder(sealer);

  const shown = (alerts: readonly AlertItem[]): string[] => alerts.flatMap((alert) => [alert.id, alert.recordId]);

  const acknowledge = async (tx: WriteTx, input: InputOf<typeof contract.acknowledgeAlert>, ctx: Context) => {
    const { patientId, alertId } = input.params;
    const before = await tx.get(sql.findAlert, [patientId, alertId]);
    const call = callOf(input.body, before.asked_at);
    const { won } = await tx.get(sql.acknowledge, [patientId, alertId]);
    const written = [];
    let callTaskId: string | null = null;
    if (won) {
      const { name } = ctx.actor;
      const { note } = input.body;
      const key = await sealer.key(patientId, 'care');
      const id = newId<Id>();
      const step = { did: 'acknowledged', name, call, ...(note === undefined ? {} : { note }) } as const;
      const row = sealBody(key, 'critical.step', id, step);
      await tx.all(addStep, [patientId, alertId, id, row.sealed, row.mac]);
      written.push(row.write, ...(await endTask(tx, { patientId, taskId: before.task_id, name })));
      if (call.result !== 'reached') {
        const { reading } = openBody(key, 'critical.alert', before);
        const made = await addTask(tx, {
          patientId,
          kind: 'call-patient',
          cause: `alert ${alertId}`,
          detail: { title: reading.title, text: note ?? null },
          dueInMinutes: callAgainMinutes[call.result],
          by: name,
        });
        callTaskId = made.taskId;
        written.push(...made.writes);
      }
    }
    const [alert] = await itemsOf(tx, [await tx.get(sql.findAlert, [patientId, alertId])], ctx.actor.accountId);
    tx.audit({ patientId, recordIds: shown([alert!]), writes: written });
    return { won, alert: alert!, callTaskId };
  };

  return [
    writes(contract.listAlerts, async (tx, { query }, ctx) => {
      const list = query.state === 'closed' ? sql.listClosedAlerts : sql.listOpenAlerts;
      const rows = await tx.all(list, [contract.ALERTS_PAGE + 1]);
      const alerts = await itemsOf(tx, rows.slice(0, contract.ALERTS_PAGE), ctx.actor.accountId);
      for (const [patientId, mine] of Map.groupBy(alerts, (alert) => alert.patientId)) {
        tx.audit({ patientId, recordIds: shown(mine) });
      }
      return { alerts, more: rows.length > contract.ALERTS_PAGE };
    }),
    reads(contract.countAlerts, {
      plan: () => ({ also: [bind(sql.countAlerts)] }),
      respond: ({ also }) => {
        const { next_due_at, ...counts } = also[0]![0] as RowOf<typeof sql.countAlerts>;
        return { ...counts, nextDueAt: next_due_at?.toISOString() ?? null };
      },
    }),
    writes(contract.getAlert, async (tx, { params: { patientId, alertId } }, ctx) => {
      const row = await tx.get(sql.findAlert, [patientId, alertId]);
      const [alert] = await itemsOf(tx, [row], ctx.actor.accountId);
      const key = await sealer.key(patientId, 'care');
      const history = (await tx.all(sql.listSteps, [patientId, alertId])).map((step) => {
        const { did, name, call, note } = openBody(key, 'critical.step', step);
        return { id: step.id, at: step.at.toISOString(), did, name, call: call ?? null, note: note ?? null };
      });
      tx.audit({ patientId, recordIds: shown([alert!]) });
      return { alert: alert!, history };
    }),
    writes(contract.acknowledgeAlert, acknowledge),
  ];
};
