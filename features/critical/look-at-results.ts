import { bind, type RowOf } from '#platform/db/statement.ts';
import { newId, type Id } from '#platform/ids.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import type { SubjectKey } from '#platform/kms/subject-key.ts';
import { writes, type WriteHandler, type WriteRecord, type WriteTx } from '#platform/operation.ts';
import { createTaskMaker } from '#features/tasks/index.ts';
import * as contract from './contract.ts';
import type { Reading } from './contract.ts';
import { isCriticalByLab, readingOf, saysSame } from './reading.ts';
import { openBody, sealBody, type Bodies } from './sealed-rows.ts';
import { bytesOf, personOf, settle, type Note, type StoredRecord } from './stored-records.ts';
import * as sql from './watch-store.ts';

type Settings = RowOf<typeof sql.findSettings>;
type AlertRow = RowOf<typeof sql.listAlertsOf>;
type Alert = AlertRow & { body: Bodies['critical.alert'] };

/** One patient's look: what it works with, and what it wrote. */
type Look = {
  tx: WriteTx;
  patientId: string;
  care: SubjectKey;
  settings: Settings;
  writes: WriteRecord[];
  shown: Set<string>;
};

const hourMs = 3_600_000;

/** A date without a time may be up to a day later than its midnight. */
const isRecent = (row: StoredRecord, note: Note, reading: Reading, hours: number): boolean => {
  const slack = reading.takenAt !== null && reading.takenAt.length <= 10 ? 24 : 0;
  return row.at.getTime() >= note.arrived_at.getTime() - (hours + slack) * hourMs;
};

/**
 * Looks at what the importer noted about one patient. A critical and recent value raises an alert, once for what
 * it says; a newer version of it takes the place of the alert that waits and keeps its clock; a value that the
 * laboratory took back is said so on the alert, which still waits for somebody's name.
 */
export const lookAtResults = ({ sealer }: { sealer: Sealer }): WriteHandler => {
  const addTask = createTaskMaker(sealer);

  const addStep = async (look: Look, alertId: string, did: Bodies['critical.step']['did']): Promise<void> => {
    const id = newId<Id>();
    const step = sealBody(look.care, 'critical.step', id, { did, name: '' });
    await look.tx.all(sql.addStep, [look.patientId, alertId, id, step.sealed, step.mac]);
    look.writes.push(step.write);
    look.shown.add(alertId);
  };

  const raise = async (look: Look, row: StoredRecord, reading: Reading, replaced: Alert | undefined): Promise<void> => {
    const { tx, patientId, care, settings } = look;
    const alertId = newId<Id>();
    const body = sealBody(care, 'critical.alert', alertId, { reading, changedTo: null });
    let taskId = replaced?.task_id;
    if (taskId === undefined) {
      const made = await addTask(tx, {
        patientId,
        kind: 'critical-value',
        cause: alertId,
        detail: { title: reading.title, text: null },
        dueInMinutes: settings.answer_minutes,
        by: '',
      });
      taskId = made.taskId;
      look.writes.push(...made.writes);
    }
    const [due, responsible] = [replaced?.due_at ?? null, replaced?.responsible ?? null];
    await tx.flight([
      ...(replaced ? [bind(sql.replaceAlert, [patientId, replaced.id, alertId])] : []),
      bind(sql.insertAlert, [
        patientId,
        alertId,
        row.id,
        row.version,
        taskId,
        due,
        settings.answer_minutes,
        body.sealed,
        responsible,
      ]),
      bind(sql.putHead, [patientId, alertId, 'critical.alert', 1, body.mac]),
    ]);
    look.writes.push(body.write);
    if (replaced) await addStep(look, replaced.id, 'replaced');
    await addStep(look, alertId, 'raised');
  };

  const rewrite = async (look: Look, alert: Alert, changedTo: Reading | null): Promise<void> => {
    const version = alert.version! + 1;
    const body = sealBody(look.care, 'critical.alert', alert.id, { ...alert.body, changedTo }, version);
    await look.tx.flight([
      bind(sql.rewriteAlert, [look.patientId, alert.id, body.sealed]),
      bind(sql.putHead, [look.patientId, alert.id, 'critical.alert', version, body.mac]),
    ]);
    look.writes.push(body.write);
    await addStep(look, alert.id, 'changed');
  };

  const judge = async (
    look: Look,
    found: { row: StoredRecord; note: Note; reading: Reading; isCritical: boolean },
    alerts: readonly Alert[],
  ): Promise<void> => {
    const { row, note, reading, isCritical } = found;
    const open = alerts.find((alert) => alert.acknowledged_at === null);
    const known = alerts.find((alert) => saysSame(alert.body.reading, reading));
    if (isCritical && !known) {
      if (open || isRecent(row, note, reading, look.settings.recent_hours)) await raise(look, row, reading, open);
      return;
    }
    if (!open) return;
    const changedTo = known === open ? null : reading;
    const isSaid =
      changedTo === null || open.body.changedTo === null
        ? changedTo === open.body.changedTo
        : saysSame(changedTo, open.body.changedTo);
    if (!isSaid) await rewrite(look, open, changedTo);
  };

  return writes(contract.lookAtResults, async (tx, { body: { patientId } }) => {
    const notes = await tx.all(sql.takePending, [patientId, 'critical']);
    if (notes.length === 0) return { done: 0 };
    const ids = [...new Set(notes.map((note) => note.record_id))];
    const [settings, rows, alertRows] = await tx.flight([
      bind(sql.findSettings),
      bind(sql.listRecords, [patientId, ids]),
      bind(sql.listAlertsOf, [patientId, ids]),
    ]);
    const key = await sealer.key(patientId, 'records');
    const care = await sealer.key(patientId, 'care');
    const person = await personOf(tx, key, patientId);
    const alerts = alertRows.map((alert) => ({ ...alert, body: openBody(care, 'critical.alert', alert) }));
    const look: Look = { tx, patientId, care, settings: settings[0]!, writes: [], shown: new Set() };
    const unopened = new Set<string>();
    for (const note of notes) {
      const row = rows.find(({ id }) => id === note.record_id);
      // A newer version has a note of its own.
      if (!row || row.version !== note.noted_version) continue;
      const bytes = bytesOf(key, row);
      if (!bytes) {
        unopened.add(note.record_id);
        continue;
      }
      const reading = readingOf(bytes, person);
      const counts = look.settings.uses_limits || isCriticalByLab(bytes, person);
      const isCritical = reading.state === 'critical' && counts;
      const mine = alerts.filter((alert) => alert.record_id === row.id);
      await judge(look, { row, note, reading, isCritical }, mine);
    }
    await settle(tx, patientId, 'critical', notes, unopened);
    if (look.writes.length > 0) tx.audit({ patientId, recordIds: [...look.shown], writes: look.writes });
    return { done: notes.length };
  });
};
