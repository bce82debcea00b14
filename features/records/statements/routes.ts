import type { Tx } from '#platform/db/pool.ts';
import { AppError } from '#platform/errors.ts';
import { bind, statement } from '#platform/db/statement.ts';
import { newId, type RecordId } from '#platform/ids.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import { reads, writes, type Handler, type WriteRecord } from '#platform/operation.ts';
import { putHeads } from '../intake/write-statements.ts';
import { openRow } from '../open-rows.ts';
import type { FhirResource } from '../read/elements.ts';
import { headingOf } from '../read/read-entry.ts';
import { sealRow } from '../seal-row.ts';
import { resourceColumns, sealedRow, withHead } from '../store.ts';
import * as contract from './contract.ts';

/** Port given by server/app.ts (features/tasks): asks the care team to look at it, in this transaction. */
export type AskCareTeam = (
  tx: Tx,
  ask: { patientId: string; recordId: string; title: string; note: string | null; by: string; byRole: string },
) => Promise<{ writes: WriteRecord[] }>;

const table = 'records.statement';
type Content = { note: string | null; by: { name: string; role: string } };

const statementRow = {
  ...sealedRow,
  resource_id: 'uuid',
  made_at: 'timestamptz',
  undone_at: 'timestamptz?',
} as const;
const columns = `s.id, s.patient_id, s.sealed, h.version, h.deleted, h.mac, s.resource_id, s.made_at, s.undone_at`;
const head = `left join sealed.row_head h on h.subject_id = s.patient_id and h.row_id = s.id`;

const list = statement({
  name: 'records.listStatements',
  text: `select ${columns} from records.statement s ${head}
    where s.patient_id = $1 and s.kind = 'not-taken' order by s.made_at desc, s.id limit $2`,
  params: ['uuid', 'int4'],
  columns: statementRow,
});

const findStanding = statement({
  name: 'records.findStatement',
  text: `select ${columns} from records.statement s ${head}
    where s.patient_id = $1 and s.resource_id = $2 and s.kind = 'not-taken' and s.undone_at is null`,
  params: ['uuid', 'uuid'],
  columns: statementRow,
});

const findMedicine = statement({
  name: 'records.findMedicine',
  text: `select ${resourceColumns} from records.resource r ${withHead}
    where r.patient_id = $1 and r.id = $2 and r.area = 'medicines'`,
  params: ['uuid', 'uuid'],
  columns: sealedRow,
});

const add = statement({
  name: 'records.addStatement',
  text: `insert into records.statement (patient_id, id, resource_id, kind, account_id, sealed)
    values ($1, $2, $3, 'not-taken', (select access.account_id()), $4)
    on conflict (patient_id, resource_id, kind) where undone_at is null do nothing returning made_at`,
  params: ['uuid', 'uuid', 'uuid', 'bytea'],
  columns: { made_at: 'timestamptz' },
});

const undo = statement({
  name: 'records.undoStatement',
  text: `update records.statement set undone_at = now()
    where patient_id = $1 and resource_id = $2 and kind = 'not-taken' and undone_at is null returning id`,
  params: ['uuid', 'uuid'],
  columns: { id: 'uuid' },
});

type Row = { id: string; resource_id: string; made_at: Date; undone_at: Date | null };

const shown = (row: Row, { note, by }: Content): contract.Statement => ({
  id: row.id,
  recordId: row.resource_id,
  kind: 'not-taken',
  note,
  by,
  madeAt: row.made_at.toISOString(),
  undoneAt: row.undone_at?.toISOString() ?? null,
});

export const statementsHandlers = ({ sealer, ask }: { sealer: Sealer; ask: AskCareTeam }): Handler[] => [
  writes(contract.markNotTaken, async (tx, { params: { patientId, id }, body }, { actor }) => {
    const medicine = await tx.find(findMedicine, [patientId, id]);
    if (!medicine) throw new AppError('not-found');
    const key = await sealer.key(patientId, 'records');
    const content: Content = { note: body.note ?? null, by: { name: actor.name, role: actor.role } };
    const statementId = newId<RecordId>();
    const row = sealRow(key, table, statementId, 1, content);
    const made = await tx.find(add, [patientId, statementId, id, row.sealed]);
    if (!made) {
      // Said before and not taken back: nothing is said twice.
      const standing = await tx.get(findStanding, [patientId, id]);
      tx.audit({ patientId, recordIds: [id, standing.id] });
      return shown(standing, JSON.parse(openRow(key, table, standing).toString()) as Content);
    }
    await tx.flight([bind(putHeads, [patientId, table, [statementId], [1], [row.mac], ['']])]);
    const { title } = headingOf(JSON.parse(openRow(key, 'records.resource', medicine).toString()) as FhirResource);
    const asked = await ask(tx, {
      patientId,
      recordId: id,
      title,
      note: content.note,
      by: actor.name,
      byRole: actor.role,
    });
    tx.audit({ patientId, recordIds: [id, statementId], writes: [row.write, ...asked.writes] });
    return shown({ id: statementId, resource_id: id, made_at: made.made_at, undone_at: null }, content);
  }),
  writes(contract.undoNotTaken, async (tx, { params: { patientId, id } }) => {
    const rows = await tx.all(undo, [patientId, id]);
    tx.audit({ patientId, recordIds: [id, ...rows.map((row) => row.id)] });
    return { undone: rows.length > 0 };
  }),
  reads(contract.listStatements, {
    plan: ({ params }) => ({ exposes: bind(list, [params.patientId, contract.STATEMENTS_SHOWN]) }),
    respond: async ({ rows, input }) => {
      if (rows.length === 0) return { statements: [] };
      const key = await sealer.key(input.params.patientId, 'records');
      return {
        statements: rows.map((row) => shown(row, JSON.parse(openRow(key, table, row).toString()) as Content)),
      };
    },
  }),
];
