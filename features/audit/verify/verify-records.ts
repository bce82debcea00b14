import { systemSubject } from '#platform/kms/sealer.ts';
import type { Bound } from '#platform/db/statement.ts';
import { bind } from '#platform/db/statement.ts';
import { unpackBody, type Internal } from '../event-body.ts';
import { eventContext } from '../recorder.ts';
import type { RecordTable } from '../policy.ts';
import { Broken, type VerifyDeps } from './verify-report.ts';
import { findOrphanRecord, listBodies, listHeads, listLogPatients, listRecords, type HeadRow } from './verify-store.ts';

/** `hash` of a write event that says the row was deleted; otherwise hex SHA-256 of its `sealed` column. */
export const deletedHash = 'deleted';

type Written = { version: number; hash: string; event: string };

/**
 * Compares every sealed row and its head with the last write event about it. This finds what row heads
 * alone cannot: a row, its head and the rest put back together to an older state.
 * @returns how many rows were compared
 */
export const verifyRecords = async (deps: VerifyDeps, tables: readonly RecordTable[]): Promise<number> => {
  let compared = 0;
  for (const table of tables) {
    const [[orphan]] = await deps.pool.run([findOrphanRecord(table)]);
    if (orphan) throw new Broken('extra-record', { table: table.table, record: orphan.id });
  }
  for (let after: string | null = null; ;) {
    const [patients]: readonly [{ patient_id: string }[]] = await deps.pool.run([bind(listLogPatients, [after])]);
    for (const { patient_id: subject } of patients) compared += await verifySubject(deps, tables, subject);
    if (patients.length === 0) return compared;
    after = patients.at(-1)!.patient_id;
  }
};

const verifySubject = async (deps: VerifyDeps, tables: readonly RecordTable[], subject: string): Promise<number> => {
  const mine = tables.filter(({ subjectColumn }) => (subjectColumn === null) === (subject === systemSubject));
  const written = await lastWrites(deps, subject);
  const heads = new Map<string, HeadRow>();
  for await (const row of pages(
    deps,
    (after) => bind(listHeads, [subject, after]),
    (row) => row.row_id,
  )) {
    heads.set(`${row.table_name} ${row.row_id}`, row);
  }
  const seen = new Set<string>();
  for (const table of mine) {
    for await (const row of pages(
      deps,
      (after) => listRecords(table, subject, after),
      (found) => found.id,
    )) {
      const name = `${table.table} ${row.id}`;
      const last = written.get(name);
      const place = { table: table.table, record: row.id, event: last?.event };
      if (!last || last.hash === deletedHash) throw new Broken('extra-record', place);
      if (row.hash.toString('hex') !== last.hash) throw new Broken(kindOfChange(heads.get(name), last), place);
      const head = heads.get(name);
      if (!head || head.deleted || head.version !== last.version) throw new Broken('wrong-head', place);
      seen.add(name);
    }
  }
  for (const [name, last] of written) {
    const [table = '', record = ''] = name.split(' ');
    if (!mine.some((one) => one.table === table)) continue;
    const place = { table, record, event: last.event };
    if (last.hash !== deletedHash && !seen.has(name)) throw new Broken('missing-record', place);
    if (last.hash === deletedHash && heads.get(name)?.deleted !== true) throw new Broken('wrong-head', place);
  }
  return seen.size;
};

const kindOfChange = (head: HeadRow | undefined, last: Written) =>
  head && head.version < last.version ? 'old-record' : 'changed-record';

/** The last write of each row, by the subject's events in the order of the log. */
const lastWrites = async (deps: VerifyDeps, subject: string): Promise<Map<string, Written>> => {
  const written = new Map<string, Written>();
  const key = await deps.sealer.key(subject, 'audit');
  for (let after = 0; ;) {
    const [rows] = await deps.pool.run([bind(listBodies, [subject, after])]);
    for (const row of rows) {
      let internal;
      try {
        internal = JSON.parse(unpackBody(key.open(eventContext(row.id), row.sealed)).internal.toString()) as Internal;
      } catch {
        // Noted with its entry already.
        continue;
      }
      for (const { table, id, version, hash } of internal.writes ?? []) {
        const name = `${table} ${id}`;
        // Two writes of one row may be logged in either order; its version says which came last.
        if ((written.get(name)?.version ?? 0) <= version) written.set(name, { version, hash, event: row.id });
      }
    }
    const last = rows.at(-1);
    if (!last) return written;
    after = last.n;
  }
};

/** All rows of a paged list. */
const pages = async function* <Row>(
  deps: VerifyDeps,
  page: (after: string | null) => Bound<Row>,
  idOf: (row: Row) => string,
): AsyncGenerator<Row> {
  for (let after: string | null = null; ;) {
    const [rows] = (await deps.pool.run([page(after) as Bound<unknown>])) as [Row[]];
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = idOf(last);
  }
};
