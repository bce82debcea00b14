import { hash } from 'node:crypto';
import { AppError } from '#platform/errors.ts';
import type { SubjectKey } from '#platform/kms/subject-key.ts';
import type { WriteRecord } from '#platform/operation.ts';
import type { AlertStep, CallResult, ChangeKind, Reading } from './contract.ts';

/** What stands sealed in the rows of this feature, under the patient's key of the domain `care`. */
export type Bodies = {
  /** `changedTo`: what the laboratory says since. The one body that is written again. */
  'critical.alert': { reading: Reading; changedTo: Reading | null };
  'critical.step': {
    did: AlertStep['did'];
    name: string;
    call?: { result: CallResult; at: string };
    note?: string;
  };
  'critical.notice': { kind: ChangeKind; seenAt: string; changedAt: string; before: Reading; now: Reading };
};
type Table = keyof Bodies;

export type SealedRow = {
  id: string;
  sealed: Buffer;
  version: number | null;
  deleted: boolean | null;
  mac: Buffer | null;
};

const at = (table: Table, rowId: string, version: number) => ({ table, column: 'sealed', rowId, version });

export type Sealed = { sealed: Buffer; mac: Buffer; write: WriteRecord };

export const sealBody = <T extends Table>(
  key: SubjectKey,
  table: T,
  rowId: string,
  body: Bodies[T],
  version = 1,
): Sealed => {
  const sealed = key.seal(at(table, rowId, version), Buffer.from(JSON.stringify(body)));
  return {
    sealed,
    mac: key.head({ table, rowId, version, deleted: false }),
    write: { table, id: rowId, version, hash: hash('sha256', sealed, 'hex') },
  };
};

/** Opens a row whose head proves it current. @throws AppError 'integrity' */
export const openBody = <T extends Table>(key: SubjectKey, table: T, row: SealedRow): Bodies[T] => {
  if (row.version === null || row.mac === null || row.deleted === null) {
    throw new AppError('integrity', 'A stored row has lost its head.');
  }
  key.checkHead({ table, rowId: row.id, version: row.version, deleted: row.deleted }, row.mac);
  return JSON.parse(key.open(at(table, row.id, row.version), row.sealed).toString()) as Bodies[T];
};
