import { AppError } from '#platform/errors.ts';
import type { SubjectKey } from '#platform/kms/subject-key.ts';
import { rowContext } from './intake/write-batch.ts';

/** A sealed row as the statements of store.ts give it, joined with its head. */
export type SealedRow = {
  id: string;
  sealed: Buffer;
  version: number | null;
  deleted: boolean | null;
  mac: Buffer | null;
};

/**
 * Opens a row after its head proved it to be the current one. A row whose head is missing, altered or
 * says "deleted", and bytes that were moved or replaced, are refused: AppError 'integrity', which the
 * runner records as an incident.
 */
export const openRow = (key: SubjectKey, table: string, row: SealedRow): Buffer => {
  if (row.version === null || row.mac === null || row.deleted === null) {
    throw new AppError('integrity', 'A stored record has lost its head.');
  }
  key.checkHead({ table, rowId: row.id, version: row.version, deleted: row.deleted }, row.mac);
  return key.open(rowContext(table, row.id, row.version), row.sealed);
};
