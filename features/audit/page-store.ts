import { statement } from '#platform/db/statement.ts';

/** SQL of the patient's own page (role `app`, row security: her own rows only). */

/** The one row that says she has a log: what looking at it exposes. */
export const findMyLog = statement({
  name: 'audit.findMyLog',
  text: 'select patient_id as id, patient_id, version, wrapped from audit.patient_log where patient_id = $1',
  params: ['uuid'],
  columns: { id: 'uuid', patient_id: 'uuid', version: 'int4', wrapped: 'bytea' },
});

export const listRecentEvents = statement({
  name: 'audit.listRecentEvents',
  text: `select id, sealed, exposed from audit.event
    where patient_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
  params: ['uuid', 'uuid', 'int4'],
  columns: { id: 'uuid', sealed: 'bytea', exposed: 'bytea' },
});

/** How many of her entries a log of `$2` entries holds. */
export const countMyEntries = statement({
  name: 'audit.countMyEntries',
  text: `select coalesce((select n from audit.leaf where patient_id = $1 and idx < $2 order by n desc limit 1), 0) as n`,
  params: ['uuid', 'int8'],
  columns: { n: 'int8' },
});

/** Events of entries below number `$3`, newest first. */
export const listMyEvents = statement({
  name: 'audit.listMyEvents',
  text: `select l.n, e.id, e.sealed, e.exposed, e.exposed_salt
    from audit.leaf l join audit.event e on e.patient_id = l.patient_id and e.id = l.event_id
    where l.patient_id = $1 and l.idx < $2 and l.n < $3 order by l.n desc limit $4`,
  params: ['uuid', 'int8', 'int8', 'int4'],
  columns: { n: 'int8', id: 'uuid', sealed: 'bytea', exposed: 'bytea', exposed_salt: 'bytea' },
});

/**
 * The newest entries below number `$4`: all above `$3`, and at least those of a page of `$5`; newest first.
 */
export const listMyEntries = statement({
  name: 'audit.listMyEntries',
  text: `select idx, n, entry from audit.leaf
    where patient_id = $1 and idx < $2 and n < $4 and n > least($3, coalesce((
      select n from audit.leaf where patient_id = $1 and idx < $2 and n < $4 order by n desc limit 1), 0) - $5::int8)
    order by n desc limit $6`,
  params: ['uuid', 'int8', 'int8', 'int8', 'int8', 'int4'],
  columns: { idx: 'int8', n: 'int8', entry: 'bytea' },
});

/** The first entries above number `$3`. */
export const listNextEntries = statement({
  name: 'audit.listNextEntries',
  text: `select idx, n, entry from audit.leaf where patient_id = $1 and idx < $2 and n > $3 order by n limit $4`,
  params: ['uuid', 'int8', 'int8', 'int4'],
  columns: { idx: 'int8', n: 'int8', entry: 'bytea' },
});

/** Index leaves that can cover the log: all of the largest blocks, of each smaller level those at the end. */
export const listTagIndexes = statement({
  name: 'audit.listTagIndexes',
  text: `select level, block, root, leaf_idx from audit.tag_index
    where leaf_idx < $1 and (level = 24 or level = 20 and block >= $2 or level = 16 and block >= $3
      or level = 12 and block >= $4 or level = 8 and block >= $5)
    order by level, block limit 2000`,
  params: ['int8', 'int8', 'int8', 'int8', 'int8'],
  columns: { level: 'int4', block: 'int8', root: 'bytea', leaf_idx: 'int8' },
});
