import { statement } from '#platform/db/statement.ts';
import { isHeld, resourceColumns, sealedRow, withHead } from '../store.ts';

/** A Patient resource is there for whoever must see a name; the rest of it, and the contacts, go by `records.profile`. */
const isOfOpenPart = `(r.area <> 'demographics'
        or r.patient_id = any((select access.patient_ids('records.profile', 'read'))::uuid[]))`;

const idsFor = (isStaff: boolean) =>
  statement({
    name: `records.searchIds${isStaff ? '' : 'Held'}`,
    text: `select r.id, octet_length(r.sealed) as size, (count(*) over ())::int4 as total from records.resource r
      where r.patient_id = $1 and ${isOfOpenPart}${isStaff ? '' : ` and not ${isHeld}`}
      order by r.at desc, r.id desc limit $2`,
    params: ['uuid', 'int4'],
    columns: { id: 'uuid', size: 'int4', total: 'int4' },
  });

/** Ids and sizes of what the caller may open, the newest first: row policies leave the rest out. */
export const searchIds = { staff: idsFor(true), 'patient-side': idsFor(false) };

export const openSome = statement({
  name: 'records.searchRows',
  text: `select ${resourceColumns}, r.area, r.resource_type from records.resource r ${withHead}
    where r.patient_id = $1 and r.id = any($2)`,
  params: ['uuid', 'uuid[]'],
  columns: { ...sealedRow, area: 'text', resource_type: 'text' },
});
