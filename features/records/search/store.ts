import { statement } from '#platform/db/statement.ts';
import { isHeld, resourceColumns, sealedRow, withHead } from '../store.ts';

const idsFor = (isStaff: boolean) =>
  statement({
    name: `records.searchIds${isStaff ? '' : 'Held'}`,
    text: `select r.id, octet_length(r.sealed) as size, (count(*) over ())::int4 as total from records.resource r
      where r.patient_id = $1${isStaff ? '' : ` and not ${isHeld}`}
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
