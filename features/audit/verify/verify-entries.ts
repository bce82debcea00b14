import { createHmac } from 'node:crypto';
import {
  be64,
  decodeBundle,
  decodeEntry,
  leafHash,
  sameBytes,
  tileWidth,
  TreeEdge,
  type FullTile,
  type Hash,
} from '@portico/crypto';
import { bind, type RowOf } from '#platform/db/statement.ts';
import { bodyHashes, commitment, unpackBody, type Internal } from '../event-body.ts';
import type { Disclosed } from '../disclosed.ts';
import { findTile, listPatientLogs } from '../log/log-store.ts';
import { eventContext } from '../recorder.ts';
import { Broken, note, type VerifyDeps } from './verify-report.ts';
import { listEntriesWithEvents } from './verify-store.ts';
import { verifyIndexLeaf } from './verify-index.ts';

type Row = RowOf<typeof listEntriesWithEvents>;

/** What a pass over all entries found out. */
export type Pass = {
  edge: TreeEdge;
  /** Roots at the sizes that were asked for. */
  roots: Map<number, Hash>;
  counts: Map<string, number>;
  events: number;
};

const rowsAtOnce = 1_024;

/**
 * Reads every entry in order: each is there, fits the event behind it, carries the next number of its
 * patient and her tag, and stands in the published files as it stands here.
 */
export const verifyEntries = async (deps: VerifyDeps, size: number, wantedSizes: readonly number[]): Promise<Pass> => {
  const pass: Pass = { edge: new TreeEdge(), roots: new Map(), counts: new Map(), events: 0 };
  const wanted = new Set(wantedSizes);
  const noteRoot = (): void => {
    if (wanted.has(pass.edge.size)) pass.roots.set(pass.edge.size, pass.edge.root());
  };
  noteRoot();
  const keys = new Map<string, Buffer>();
  for (let from = 0; from < size; from += rowsAtOnce) {
    const to = Math.min(size, from + rowsAtOnce);
    const [rows] = await deps.pool.run([bind(listEntriesWithEvents, [from, to])]);
    await openKeys(deps, keys, rows);
    const published = await readPublished(deps, from, to);
    for (let idx = from; idx < to; idx++) {
      const row = rows[idx - from];
      if (!row || row.idx !== idx) throw new Broken('missing-entry', { entry: idx });
      const file = published.get(idx);
      if (file && !sameBytes(file, row.entry)) throw new Broken('changed-entry', { entry: idx, event: row.event_id });
      await verifyRow(deps, pass, keys, row);
      for (const tile of pass.edge.append(leafHash(row.entry))) await verifyTile(deps, tile);
      noteRoot();
    }
    deps.onProgress?.(to, size);
  }
  return pass;
};

const openKeys = async (deps: VerifyDeps, keys: Map<string, Buffer>, rows: readonly Row[]): Promise<void> => {
  if (keys.size > 50_000) keys.clear();
  const ids = [
    ...new Set(rows.flatMap((row) => (row.patient_id && !keys.has(row.patient_id) ? [row.patient_id] : []))),
  ];
  if (ids.length === 0) return;
  const [found] = await deps.pool.run([bind(listPatientLogs, [ids])]);
  for (const row of found) {
    keys.set(row.patient_id, await deps.logKeys.open(row.patient_id, row.version, row.wrapped));
  }
};

/** Published entries of a run, by index; those not published yet are absent. */
const readPublished = async (deps: VerifyDeps, from: number, to: number): Promise<Map<number, Uint8Array>> => {
  const entries = new Map<number, Uint8Array>();
  for (let index = Math.floor(from / tileWidth); index * tileWidth < Math.min(to, deps.publishedSize); index++) {
    const width = Math.min(tileWidth, deps.publishedSize - index * tileWidth);
    let bundle: Uint8Array[];
    try {
      bundle = decodeBundle(await deps.files.readBundle(index, width));
    } catch {
      throw new Broken('wrong-file', { entry: index * tileWidth, file: `entries ${index}` });
    }
    if (bundle.length < width) throw new Broken('wrong-file', { entry: index * tileWidth, file: `entries ${index}` });
    bundle.forEach((entry, offset) => entries.set(index * tileWidth + offset, entry));
  }
  return entries;
};

const verifyRow = async (deps: VerifyDeps, pass: Pass, keys: Map<string, Buffer>, row: Row): Promise<void> => {
  let entry;
  try {
    entry = decodeEntry(row.entry);
  } catch {
    throw new Broken('changed-entry', { entry: row.idx });
  }
  if (entry.kind === 'index') return verifyIndexLeaf(deps, row.idx, entry);
  // Key links (0x02) have tables of their own, with the identity keys.
  if (entry.kind === 'key') return;
  const patient = row.patient_id;
  if (patient === null || row.n === null || row.event_id === null)
    throw new Broken('changed-entry', { entry: row.idx });
  const at = { entry: row.idx, event: row.event_id };
  const expected = (pass.counts.get(patient) ?? 0) + 1;
  if (row.n !== expected) throw new Broken('wrong-number', at);
  pass.counts.set(patient, expected);
  const key = keys.get(patient);
  if (!key) throw new Broken('missing-key', at);
  if (!createHmac('sha256', key).update(be64(row.n)).digest().equals(entry.tag)) throw new Broken('wrong-tag', at);
  await verifyEvent(deps, row, entry.cmt, at);
  pass.events += 1;
};

const verifyEvent = async (
  deps: VerifyDeps,
  row: Row,
  cmt: Uint8Array,
  at: { entry: number; event: string },
): Promise<void> => {
  if (row.found_id === null) throw new Broken('missing-event', at);
  if (!sameBytes(row.cmt!, cmt)) throw new Broken('changed-event', at);
  let body;
  try {
    const key = await deps.sealer.key(row.patient_id!, 'audit');
    body = unpackBody(key.open(eventContext(row.event_id!), row.sealed!));
  } catch {
    // Garbage of an injection looks like this too; it must not hide what else is wrong.
    note(deps, new Broken('unreadable-event', at));
    return;
  }
  if (!commitment(bodyHashes(body), row.exposed_salt!, row.exposed!).equals(cmt)) throw new Broken('changed-event', at);
  const disclosed = JSON.parse(body.disclosed.toString()) as Disclosed;
  const internal = JSON.parse(body.internal.toString()) as Internal;
  const fits =
    disclosed.id === row.event_id &&
    internal.patient === row.patient_id &&
    new Date(disclosed.at).getTime() === row.at!.getTime();
  if (!fits) throw new Broken('changed-event', at);
};

const verifyTile = async (deps: VerifyDeps, tile: FullTile): Promise<void> => {
  const [[stored]] = await deps.pool.run([bind(findTile, [tile.level, tile.index])]);
  const last = (tile.index + 1) * tileWidth ** (tile.level + 1);
  const at = { entry: last - 1, file: `tile ${tile.level}/${tile.index}` };
  if (!stored || !sameBytes(stored.hashes, tile.hashes)) throw new Broken('wrong-tile', at);
  if (last > deps.publishedSize) return;
  try {
    const hashes = await deps.files.readTile(tile.level, tile.index, tileWidth);
    if (sameBytes(Buffer.concat(hashes), tile.hashes)) return;
  } catch {
    // Said below.
  }
  throw new Broken('wrong-file', at);
};
