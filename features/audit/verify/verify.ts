import { systemSubject } from '#platform/kms/sealer.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseVerifierKey, sameBytes, toBase64, verifyCheckpoint, type VerifiedCheckpoint } from '@portico/crypto';
import type { Pool } from '#platform/db/pool.ts';
import { bind } from '#platform/db/statement.ts';
import type { Kms } from '#platform/kms/kms.ts';
import { openLogFiles, type LogFiles } from '../log/log-files.ts';
import { createLogKeys } from '../log/log-keys.ts';
import { findKey, findState, listPatientLogs } from '../log/log-store.ts';
import type { AuditSealer } from '../recorder.ts';
import { verifyEntries, type Pass } from './verify-entries.ts';
import { verifyRecords } from './verify-records.ts';
import type { RecordTable } from '../policy.ts';
import { Broken, note, type VerifyDeps, type VerifyReport } from './verify-report.ts';
import { findEntryBeyond, liftTimeout, listStrayEvents } from './verify-store.ts';

export type { VerifyReport } from './verify-report.ts';

export type VerifyOptions = {
  /** Role `app_sequencer`, not the connection of a running sequencer. */
  pool: Pool;
  kms: Kms;
  sealer: AuditSealer;
  files: LogFiles;
  /** Checkpoints kept elsewhere (a witness, an e-mail, a printout): the log must extend each. */
  earlier?: readonly string[];
  /** Also compare every sealed row of these tables with the log. */
  records?: readonly RecordTable[];
  /** Ids of events that were looked into before (unreadable, or beside the log): they are no news. */
  known?: readonly string[];
  onProgress?: (done: number, size: number) => void;
};

/**
 * Recomputes the whole log from the database and compares it with the published files, the signed
 * checkpoints and (with `records`) every sealed row. Reports the first thing that does not fit. An event that
 * cannot be read, or stands beside the log, spoils nothing else: all of these are reported, and the rest is verified.
 */
export const verifyLog = async (options: VerifyOptions): Promise<VerifyReport> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'portico-verify-'));
  const noted: Broken[] = [];
  try {
    const report = await verify(options, await openLogFiles(folder), noted);
    return noted.length === 0 ? report : failure(noted, true);
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return failure([error, ...noted], false);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const failure = ([first, ...others]: readonly Broken[], restFits: boolean): VerifyReport => ({
  ok: false,
  kind: first!.kind,
  sentence: first!.message,
  place: first!.place,
  others: others.map(({ message, place }) => ({ sentence: message, place })),
  restFits,
});

const verify = async (options: VerifyOptions, rebuilt: LogFiles, noted: Broken[]): Promise<VerifyReport> => {
  const { pool, files } = options;
  // First what is published, then the database: a running log only grows in between.
  const note = await files.readCheckpoint();
  const witnessKeys = ((await files.readVkeys()) ?? []).slice(1);
  const [[state], [key]] = await pool.run([bind(findState), bind(findKey)]);
  if (!state || !key) throw new Broken(note === undefined ? 'no-log' : 'truncated');
  const logKey = parseVerifierKey(key.vkey);
  const trust = { origin: state.origin, logKeys: [logKey], witnessKeys: witnessKeys.map(parseVerifierKey) };
  const checkpoints: VerifiedCheckpoint[] = [];
  for (const text of [state.note, note, ...(options.earlier ?? [])]) {
    if (!text) continue;
    checkpoints.push(
      await verifyCheckpoint(text, trust).catch(() => {
        throw new Broken('wrong-checkpoint');
      }),
    );
  }
  const published = note === undefined ? undefined : checkpoints[state.note ? 1 : 0];
  const deps: VerifyDeps = {
    pool,
    sealer: options.sealer,
    logKeys: createLogKeys(options.kms),
    files,
    rebuilt,
    publishedSize: published?.size ?? 0,
    onProgress: options.onProgress,
    known: new Set(options.known),
    noted,
  };

  const pass = await verifyEntries(deps, state.size, [...checkpoints.map(({ size }) => size), state.size]);
  for (const checkpoint of checkpoints) {
    if (checkpoint.size > state.size) throw new Broken('truncated', { entry: state.size });
    if (!sameBytes(pass.roots.get(checkpoint.size)!, checkpoint.root)) throw new Broken('wrong-root');
  }
  if (!sameBytes(pass.edge.root(), state.root)) throw new Broken('wrong-root');
  await verifyRest(deps, pass);
  const records = options.records && (await verifyRecords(deps, options.records));
  return {
    ok: true,
    size: state.size,
    root: toBase64(state.root),
    events: pass.events,
    // The system's own events have a counter too, and are nobody's.
    patients: pass.counts.size - (pass.counts.has(systemSubject) ? 1 : 0),
    records,
    witnesses: published?.witnesses.map(({ name }) => name) ?? [],
  };
};

/** Nothing beside the log: no uncounted entries, no events that it does not know, right counts. */
const verifyRest = async (deps: VerifyDeps, pass: Pass): Promise<void> => {
  const [[beyond]] = await deps.pool.run([bind(findEntryBeyond)]);
  if (beyond) throw new Broken('extra-entry', { entry: beyond.idx });
  const [, strays] = await deps.pool.run([bind(liftTimeout), bind(listStrayEvents, [[...deps.known]])]);
  for (const stray of strays) note(deps, new Broken('inserted-event', { event: stray.id }));
  const patients = [...pass.counts.keys()];
  for (let at = 0; at < patients.length; at += 1_000) {
    const [rows] = await deps.pool.run([bind(listPatientLogs, [patients.slice(at, at + 1_000)])]);
    for (const row of rows) {
      // A running sequencer may have counted further; nobody may have counted less.
      if (row.entry_count < pass.counts.get(row.patient_id)!) throw new Broken('wrong-count');
    }
  }
};
