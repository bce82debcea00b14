import { bind, type RowOf } from '#platform/db/statement.ts';
import { newId, type Id } from '#platform/ids.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import type { SubjectKey } from '#platform/kms/subject-key.ts';
import { writes, type WriteHandler, type WriteRecord, type WriteTx } from '#platform/operation.ts';
import type { Person } from '#features/records/index.ts';
import { createTaskMaker } from '#features/tasks/index.ts';
import * as contract from './contract.ts';
import type { Reading } from './contract.ts';
import { openEarlier } from './earlier.ts';
import { changeOf, lineOf, readingOf } from './reading.ts';
import { sealBody } from './sealed-rows.ts';
import { bytesOf, personOf, settle, type Note, type StoredRecord } from './stored-records.ts';
import * as sql from './watch-store.ts';

type Earlier = RowOf<typeof sql.listEarlierOf>;
type Viewer = RowOf<typeof sql.whoSaw>;

/** Those who are told in their own notices; a colleague who has left is answered for by the others. */
const toldThemselves: readonly string[] = ['self', 'trusted_person', 'clinician', 'nurse'];

/** Which version she read last: the newest that had come by then. */
const versionSeen = (earlier: readonly Earlier[], at: Date): Earlier =>
  earlier.findLast((version) => version.stored_at.getTime() <= at.getTime()) ?? earlier[0]!;

/**
 * Tells everybody who read an earlier version of a record that it says something else now. Who read it is what the
 * access log says. What each read last is compared with what stands there now: a person who read nothing that changed
 * is not told, and nobody is told of one version twice.
 */
export const tellOfChanges = ({ sealer }: { sealer: Sealer }): WriteHandler => {
  const addTask = createTaskMaker(sealer);

  type Work = {
    tx: WriteTx;
    patientId: string;
    key: SubjectKey;
    care: SubjectKey;
    person: Person;
    writes: WriteRecord[];
  };

  const tellOne = async (
    work: Work,
    row: StoredRecord,
    note: Note,
    viewer: Viewer,
    said: { before: Reading; now: Reading },
  ): Promise<void> => {
    const kind = changeOf(said.before, said.now);
    if (kind === null) return;
    const id = newId<Id>();
    const body = sealBody(work.care, 'critical.notice', id, {
      kind,
      seenAt: viewer.last_at.toISOString(),
      changedAt: note.arrived_at.toISOString(),
      ...said,
    });
    const { patientId } = work;
    await work.tx.flight([
      bind(sql.closeOlderNotices, [patientId, viewer.account_id, row.id, row.version]),
      bind(sql.insertNotice, [patientId, id, viewer.account_id, row.id, row.version, body.sealed]),
      bind(sql.putHead, [patientId, id, 'critical.notice', 1, body.mac]),
    ]);
    work.writes.push(body.write);
  };

  /** What a colleague who is no longer here had read waits for whoever is. */
  const handOn = async (work: Work, row: StoredRecord, said: { before: Reading; now: Reading }): Promise<void> => {
    if (changeOf(said.before, said.now) === null) return;
    const made = await addTask(work.tx, {
      patientId: work.patientId,
      kind: 'correction-notice',
      cause: `${row.id} ${row.version}`,
      detail: { title: said.now.title, text: `${lineOf(said.before)} → ${lineOf(said.now)}` },
      recordId: row.id,
      by: '',
    });
    work.writes.push(...made.writes);
  };

  const tellAbout = async (work: Work, note: Note, row: StoredRecord, now: Reading): Promise<void> => {
    const { tx, patientId, key, person } = work;
    const [earlier, viewers, told] = await tx.flight([
      bind(sql.listEarlierOf, [patientId, row.id]),
      bind(sql.whoSaw, [patientId, row.id, note.arrived_at]),
      bind(sql.listTold, [patientId, row.id, row.version]),
    ]);
    if (earlier.length === 0) return;
    const readings = new Map<number, Reading>();
    const readingAt = (version: Earlier): Reading => {
      const known = readings.get(version.earlier_version) ?? readingOf(openEarlier(key, version), person);
      readings.set(version.earlier_version, known);
      return known;
    };
    for (const viewer of viewers) {
      if (told.some(({ account_id }) => account_id === viewer.account_id)) continue;
      const said = { before: readingAt(versionSeen(earlier, viewer.last_at)), now };
      if (toldThemselves.includes(viewer.side)) await tellOne(work, row, note, viewer, said);
      else if (viewer.side === 'gone') await handOn(work, row, said);
    }
  };

  return writes(contract.tellOfChanges, async (tx, { body: { patientId } }) => {
    const notes = await tx.all(sql.takePending, [patientId, 'change']);
    if (notes.length === 0) return { done: 0 };
    const rows = await tx.all(sql.listRecords, [patientId, [...new Set(notes.map((note) => note.record_id))]]);
    const key = await sealer.key(patientId, 'records');
    const care = await sealer.key(patientId, 'care');
    const work: Work = { tx, patientId, key, care, person: await personOf(tx, key, patientId), writes: [] };
    const unopened = new Set<string>();
    for (const note of notes) {
      const row = rows.find(({ id }) => id === note.record_id);
      // A newer version has a note of its own, and tells those who read any of the older ones.
      if (!row || row.version !== note.noted_version) continue;
      const bytes = bytesOf(key, row);
      if (bytes) await tellAbout(work, note, row, readingOf(bytes, work.person));
      else unopened.add(note.record_id);
    }
    await settle(tx, patientId, 'change', notes, unopened);
    if (work.writes.length > 0) {
      tx.audit({ patientId, recordIds: work.writes.map((write) => write.id), writes: work.writes });
    }
    return { done: notes.length };
  });
};
