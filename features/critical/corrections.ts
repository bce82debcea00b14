import { bind, type RowOf } from '#platform/db/statement.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import type { SubjectKey } from '#platform/kms/subject-key.ts';
import { reads, writes, type Handler } from '#platform/operation.ts';
import type { Directory } from '#features/tasks/index.ts';
import type { Correction } from './contract.ts';
import * as contract from './contract.ts';
import { openBody } from './sealed-rows.ts';
import * as sql from './store.ts';

type NoticeRow = RowOf<typeof sql.listNotices>;

const shown = (key: SubjectKey, row: NoticeRow): Correction => ({
  id: row.id,
  patientId: row.patient_id,
  recordId: row.record_id,
  ...openBody(key, 'critical.notice', row),
});

/** "A result you read was corrected", for the person who read it. */
export const correctionsHandlers = ({ sealer, directory }: { sealer: Sealer; directory: Directory }): Handler[] => [
  reads(contract.listCorrections, {
    plan: ({ params }) => ({ exposes: bind(sql.listNotices, [params.patientId, contract.NOTICES_PAGE]) }),
    respond: async ({ rows, input }) => {
      if (rows.length === 0) return { corrections: [] };
      const key = await sealer.key(input.params.patientId, 'care');
      return { corrections: rows.map((row) => shown(key, row)) };
    },
  }),
  writes(contract.closeCorrection, async (tx, { params }) => {
    const { patient_id: of } = await tx.get(sql.closeNotice, [params.correctionId, params.patientId]);
    tx.audit({ patientId: params.patientId, recordIds: of ? [params.correctionId] : [] });
    return { closed: of !== null };
  }),
  writes(contract.listMyCorrections, async (tx) => {
    const rows = await tx.all(sql.listOwnNotices, [contract.NOTICES_PAGE]);
    const patientIds = [...new Set(rows.map((row) => row.patient_id))];
    const keys = await sealer.keys(patientIds, 'care');
    const people = await directory(tx, patientIds);
    for (const [patientId, mine] of Map.groupBy(rows, (row) => row.patient_id)) {
      tx.audit({ patientId, recordIds: mine.flatMap((row) => [row.id, row.record_id]) });
    }
    return {
      corrections: rows.map((row) => ({
        ...shown(keys.get(row.patient_id)!, row),
        patient: people.get(row.patient_id) ?? null,
      })),
    };
  }),
  writes(contract.closeMyCorrection, async (tx, { params }) => {
    const { patient_id: of } = await tx.get(sql.closeNotice, [params.correctionId, null]);
    tx.audit({ patientId: of, recordIds: of ? [params.correctionId] : [] });
    return { closed: of !== null };
  }),
];
