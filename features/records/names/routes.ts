import { bind, statement } from '#platform/db/statement.ts';
import { systemSubject, type Sealer } from '#platform/kms/sealer.ts';
import { reads, type Handler } from '#platform/operation.ts';
import { openRow, type SealedRow } from '../open-rows.ts';
import { nameIn, type FhirResource } from '../read/elements.ts';
import { listNames } from './contract.ts';

/** Shared rows by id. */
const findShared = statement({
  name: 'records.findShared',
  text: `select r.id, r.resource_type, r.sealed, h.version, h.deleted, h.mac from records.shared_resource r
    left join sealed.row_head h on h.subject_id = $1 and h.row_id = r.id
    where r.id = any($2) limit 200`,
  params: ['uuid', 'uuid[]'],
  columns: { id: 'uuid', resource_type: 'text', sealed: 'bytea', version: 'int8?', deleted: 'bool?', mac: 'bytea?' },
});

type SharedRow = SealedRow & { resource_type: string };

export const namesHandler = ({ sealer }: { sealer: Sealer }): Handler =>
  reads(listNames, {
    plan: ({ body }) => ({
      also: [bind(findShared, [systemSubject, [...new Set(body.references.map((one) => one.split('/')[1]!))]])],
    }),
    respond: async ({ also: [rows = []], input }) => {
      if (rows.length === 0) return { names: {} };
      const key = await sealer.key(systemSubject, 'records');
      const asked = new Set(input.body.references);
      const names: Record<string, string> = {};
      for (const row of rows as SharedRow[]) {
        const reference = `${row.resource_type}/${row.id}`;
        const resource = JSON.parse(openRow(key, 'records.shared_resource', row).toString()) as FhirResource;
        const name = nameIn(resource);
        // A role without a display says nothing itself: whoever asked asks for the one it points at.
        if (name !== null && asked.has(reference)) names[reference] = name;
      }
      return { names };
    },
  });
