import { hash } from 'node:crypto';
import type { SubjectKey } from '#platform/kms/subject-key.ts';
import type { WriteRecord } from '#platform/operation.ts';
import { rowContext } from './intake/write-batch.ts';

export type SealedWrite = { sealed: Buffer; mac: Buffer; write: WriteRecord };

/** Seals one version of a row that people write: its bytes, its head, and what the log says of it. */
export const sealRow = (key: SubjectKey, table: string, id: string, version: number, content: object): SealedWrite => {
  const sealed = key.seal(rowContext(table, id, version), Buffer.from(JSON.stringify(content)));
  return {
    sealed,
    mac: key.head({ table, rowId: id, version, deleted: false }),
    write: { table, id, version, hash: hash('sha256', sealed, 'hex') },
  };
};
