import { AppError } from '#platform/errors.ts';
import { bind } from '#platform/db/statement.ts';
import type { Tx } from '#platform/db/pool.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import type { SubjectKey } from '#platform/kms/subject-key.ts';
import { writes, type Handler } from '#platform/operation.ts';
import { openRow, sideOf } from '#features/records/index.ts';
import * as contract from './contract.ts';
import { changeOf, readingOf } from './reading.ts';
import * as sql from './store.ts';

/** Opens a record as it was: its seal is bound to this very record, patient and version. */
export const openEarlier = (
  key: SubjectKey,
  row: { record_id: string; earlier_version: number; sealed: Buffer },
): Buffer =>
  key.open(
    { table: 'records.resource', column: 'sealed', rowId: row.record_id, version: row.earlier_version },
    row.sealed,
  );

/** Name and birth date, as far as the caller may see the patient. Given by server/app.ts. */
export type FindPerson = (tx: Tx, patientId: string) => Promise<{ birthDate: string } | undefined>;

/** "It said 3.1, now it says 4.1": what a record said before, for whoever may read it now. */
export const earlierHandlers = (deps: { sealer: Sealer; findPerson: FindPerson }): Handler[] => [
  writes(contract.listEarlier, async (tx, { params: { patientId, recordId } }, { actor }) => {
    const [rows, [current]] = await tx.flight([
      bind(sql.listEarlier, [patientId, recordId, contract.EARLIER_PAGE]),
      bind(sql.findCurrent[sideOf(actor.role)], [patientId, recordId]),
    ]);
    if (!current) throw new AppError('not-found');
    const nothing = { versions: [], now: null };
    if (rows.length === 0) {
      tx.audit({ patientId });
      return nothing;
    }
    const key = await deps.sealer.key(patientId, 'records');
    const birthDate = (await deps.findPerson(tx, patientId))?.birthDate;
    const person = birthDate ? { birthDate } : {};
    const now = readingOf(openRow(key, 'records.resource', current), person);
    let next = now;
    const versions = rows.flatMap((row) => {
      const reading = readingOf(openEarlier(key, row), person);
      const kind = changeOf(reading, next);
      if (kind === null) return [];
      next = reading;
      return [{ version: row.earlier_version, kind, replacedAt: row.replaced_at.toISOString(), reading }];
    });
    tx.audit({ patientId, recordIds: versions.length > 0 ? [recordId] : [] });
    return versions.length > 0 ? { versions, now } : nothing;
  }),
];
