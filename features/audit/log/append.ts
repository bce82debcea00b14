import { createHmac } from 'node:crypto';
import { be64, encodeEntry, leafHash, type FullTile, type TreeEdge } from '@portico/crypto';
import type { Tx } from '#platform/db/pool.ts';
import { bind, type Bound, type RowOf } from '#platform/db/statement.ts';
import type { LogKeys } from './log-keys.ts';
import {
  countPatientLogs,
  insertLeaves,
  insertPatientLogs,
  insertTagIndexes,
  insertTiles,
  listPatientLogs,
  type takePending,
} from './log-store.ts';

export type Pending = RowOf<typeof takePending> & { cmt: Buffer };
export const isEvent = (row: RowOf<typeof takePending>): row is Pending => row.cmt !== null;
export type BlockIndex = { level: number; block: number; count: number; root: Uint8Array };

type PatientCount = { key: Buffer; count: number };

/** Log key and count of each patient in the batch; a patient's first entry makes her key. */
const openPatients = async (
  tx: Tx,
  keys: LogKeys,
  ids: readonly string[],
): Promise<{ patients: Map<string, PatientCount>; made: Bound<unknown>[] }> => {
  const patients = new Map<string, PatientCount>();
  for (const row of ids.length > 0 ? await tx.all(listPatientLogs, [ids]) : []) {
    const key = await keys.open(row.patient_id, row.version, row.wrapped);
    patients.set(row.patient_id, { key, count: row.entry_count });
  }
  const missing = ids.filter((id) => !patients.has(id));
  const wrapped: Buffer[] = [];
  for (const id of missing) {
    const made = await keys.make(id);
    patients.set(id, { key: made.key, count: 0 });
    wrapped.push(made.wrapped);
  }
  return { patients, made: missing.length > 0 ? [bind(insertPatientLogs, [missing, wrapped])] : [] };
};

type Columns = {
  entries: Uint8Array[];
  patients: (string | null)[];
  numbers: (number | null)[];
  events: (string | null)[];
};

/**
 * Puts a batch at the end of the log: numbers and tags each patient's events, grows the tree (in
 * `edge`, which must be a copy) and adds every insert to the transaction's commit.
 */
export const appendBatch = async (
  tx: Tx,
  keys: LogKeys,
  edge: TreeEdge,
  pending: readonly Pending[],
  blocks: readonly BlockIndex[],
): Promise<void> => {
  const start = edge.size;
  // UUIDv7 ids sort by the time of the event.
  const ordered = pending.toSorted((a, b) => (a.event_id < b.event_id ? -1 : 1));
  const { patients, made } = await openPatients(tx, keys, [...new Set(ordered.map((row) => row.patient_id))]);
  const columns: Columns = { entries: [], patients: [], numbers: [], events: [] };
  const full: FullTile[] = [];
  const push = (entry: Uint8Array, patient: string | null, n: number | null, event: string | null): void => {
    columns.entries.push(entry);
    columns.patients.push(patient);
    columns.numbers.push(n);
    columns.events.push(event);
    full.push(...edge.append(leafHash(entry)));
  };

  for (const { level, block, root } of blocks)
    push(encodeEntry({ kind: 'index', level, block, root }), null, null, null);
  for (const row of ordered) {
    const patient = patients.get(row.patient_id)!;
    patient.count += 1;
    const tag = createHmac('sha256', patient.key).update(be64(patient.count)).digest();
    push(encodeEntry({ kind: 'event', cmt: row.cmt, tag }), row.patient_id, patient.count, row.event_id);
  }

  tx.atCommit(...made);
  if (patients.size > 0) {
    tx.atCommit(bind(countPatientLogs, [[...patients.keys()], [...patients.values()].map(({ count }) => count)]));
  }
  tx.atCommit(
    bind(insertLeaves, [
      start,
      columns.entries.map((entry) => Buffer.from(entry.buffer, entry.byteOffset, entry.length)),
      columns.patients,
      columns.numbers,
      columns.events,
    ]),
  );
  if (full.length > 0) {
    tx.atCommit(
      bind(insertTiles, [
        full.map((tile) => tile.level),
        full.map((tile) => tile.index),
        full.map((tile) => Buffer.from(tile.hashes)),
        full.map((tile) => Buffer.from(tile.root)),
      ]),
    );
  }
  if (blocks.length > 0) {
    tx.atCommit(
      bind(insertTagIndexes, [
        blocks.map((block) => block.level),
        blocks.map((block) => block.block),
        blocks.map((block) => block.count),
        blocks.map((block) => Buffer.from(block.root)),
        blocks.map((_, offset) => start + offset),
      ]),
    );
  }
};
