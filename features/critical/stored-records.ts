import type { RowOf } from '#platform/db/statement.ts';
import type { Tx } from '#platform/db/pool.ts';
import { isAppError } from '#platform/errors.ts';
import type { SubjectKey } from '#platform/kms/subject-key.ts';
import { openRow, type Person } from '#features/records/index.ts';
import * as sql from './watch-store.ts';

export type StoredRecord = RowOf<typeof sql.listRecords>;
export type Note = RowOf<typeof sql.takePending>;

/** Age and sex as the record's summary says, for limits that hold for adults only. */
export const personOf = async (tx: Tx, key: SubjectKey, patientId: string): Promise<Person> => {
  const row = await tx.find(sql.findSummary, [patientId]);
  if (!row) return {};
  const summary = JSON.parse(openRow(key, 'records.patient', row).toString()) as {
    birthDate: string | null;
    gender: string | null;
  };
  const sex = summary.gender === 'female' || summary.gender === 'male' ? summary.gender : undefined;
  return { ...(summary.birthDate ? { birthDate: summary.birthDate } : {}), ...(sex ? { sex } : {}) };
};

/** The bytes of a stored record; undefined when they do not open, which is tried again and seen in the metrics. */
export const bytesOf = (key: SubjectKey, row: StoredRecord): Buffer | undefined => {
  try {
    return openRow(key, 'records.resource', row);
  } catch (error) {
    if (isAppError(error) && error.kind === 'integrity') return undefined;
    throw error;
  }
};

/** Takes notes off the list once they are dealt with, and puts off those whose record did not open. */
export const settle = async (
  tx: Tx,
  patientId: string,
  work: 'critical' | 'change',
  notes: readonly Note[],
  unopened: ReadonlySet<string>,
): Promise<void> => {
  const done = notes.filter((note) => !unopened.has(note.record_id));
  if (unopened.size > 0) await tx.all(sql.postpone, [patientId, work, [...unopened]]);
  await tx.all(sql.dropPending, [
    patientId,
    work,
    done.map((note) => note.record_id),
    done.map((note) => String(note.noted_version)),
  ]);
};
