import { statement } from '#platform/db/statement.ts';

/** SQL of the sequencer (role `app_sequencer`); nothing else writes these tables. */

/** One session-level lock: one sequencer per database. Needs a connection of its own (no transaction pooler). */
export const takeLock = statement({
  name: 'audit.takeLock',
  text: `select pg_backend_pid() as pid, case when pg_backend_pid() = $1 then true else pg_try_advisory_lock(7276142) end as held`,
  params: ['int4'],
  columns: { pid: 'int4', held: 'bool' },
});

const stateColumns = {
  origin: 'text',
  size: 'int8',
  root: 'bytea',
  signed_size: 'int8',
  note: 'text',
} as const;

export const findState = statement({
  name: 'audit.findState',
  text: 'select origin, size, root, signed_size, note from audit.log_state',
  columns: stateColumns,
});

export const lockState = statement({
  name: 'audit.lockState',
  text: 'select origin, size, root, signed_size, note from audit.log_state for update',
  columns: stateColumns,
});

export const insertState = statement({
  name: 'audit.insertState',
  text: `insert into audit.log_state (origin, size, root, signed_size, note) values ($1, 0, $2, 0, $3)`,
  params: ['text', 'bytea', 'text'],
});

export const advanceState = statement({
  name: 'audit.advanceState',
  text: `update audit.log_state set size = $1, root = $2 where size = $3 returning size`,
  params: ['int8', 'bytea', 'int8'],
  columns: { size: 'int8' },
});

/** A checkpoint never goes back. */
export const storeCheckpoint = statement({
  name: 'audit.storeCheckpoint',
  text: `update audit.log_state set signed_size = $1, note = $2 where size >= $1 and signed_size <= $1 returning size`,
  params: ['int8', 'text'],
  columns: { size: 'int8' },
});

export const findKey = statement({
  name: 'audit.findKey',
  text: 'select vkey, wrapped from audit.signing_key order by created_at desc limit 1',
  columns: { vkey: 'text', wrapped: 'bytea' },
});

export const insertKey = statement({
  name: 'audit.insertKey',
  text: `insert into audit.signing_key (vkey, algorithm, wrapped) values ($1, 'ed25519', $2)`,
  params: ['text', 'bytea'],
});

export const peekPending = statement({
  name: 'audit.peekPending',
  text: 'select true as waiting from audit.pending limit 1',
  columns: { waiting: 'bool' },
});

/**
 * What waits, with the commitment of the event itself. Whoever can write to the queue and not seal (an
 * injection into a serving process) must not get anything but a row of `audit.event` into the log, and
 * that once: `cmt` is null for a name without an event or one that the log holds already.
 */
export const takePending = statement({
  name: 'audit.takePending',
  text: `with taken as (
      delete from audit.pending where event_id = any (array(select event_id from audit.pending order by event_id limit $1))
      returning event_id, patient_id)
    select t.event_id, t.patient_id, case when l.event_id is null then e.cmt end as cmt
    from taken t
    left join audit.event e on e.patient_id = t.patient_id and e.id = t.event_id
    left join audit.leaf l on l.event_id = t.event_id`,
  params: ['int4'],
  columns: { event_id: 'uuid', patient_id: 'uuid', cmt: 'bytea?' },
});

export const listPatientLogs = statement({
  name: 'audit.listPatientLogs',
  text: 'select patient_id, version, entry_count, wrapped from audit.patient_log where patient_id = any ($1::uuid[])',
  params: ['uuid[]'],
  columns: { patient_id: 'uuid', version: 'int4', entry_count: 'int8', wrapped: 'bytea' },
});

export const insertPatientLogs = statement({
  name: 'audit.insertPatientLogs',
  text: `insert into audit.patient_log (patient_id, version, entry_count, wrapped)
    select p, 1, 0, w from unnest($1::uuid[], $2::bytea[]) as t (p, w)`,
  params: ['uuid[]', 'bytea[]'],
});

export const countPatientLogs = statement({
  name: 'audit.countPatientLogs',
  text: `update audit.patient_log l set entry_count = t.c from unnest($1::uuid[], $2::int8[]) as t (p, c)
    where l.patient_id = t.p`,
  params: ['uuid[]', 'int8[]'],
});

export const insertLeaves = statement({
  name: 'audit.insertLeaves',
  text: `insert into audit.leaf (idx, entry, patient_id, n, event_id)
    select $1 + ord - 1, e, p, n, v
    from unnest($2::bytea[], $3::uuid[], $4::int8[], $5::uuid[]) with ordinality as t (e, p, n, v, ord)`,
  params: ['int8', 'bytea[]', 'uuid[]', 'int8[]', 'uuid[]'],
});

export const insertTiles = statement({
  name: 'audit.insertTiles',
  text: `insert into audit.tile (level, idx, hashes, root)
    select l, i, h, r from unnest($1::int4[], $2::int8[], $3::bytea[], $4::bytea[]) as t (l, i, h, r)`,
  params: ['int4[]', 'int8[]', 'bytea[]', 'bytea[]'],
});

export const insertTagIndexes = statement({
  name: 'audit.insertTagIndexes',
  text: `insert into audit.tag_index (level, block, tag_count, root, leaf_idx)
    select l, b, c, r, i from unnest($1::int4[], $2::int8[], $3::int8[], $4::bytea[], $5::int8[]) as t (l, b, c, r, i)`,
  params: ['int4[]', 'int8[]', 'int8[]', 'bytea[]', 'int8[]'],
});

export const nextTagBlocks = statement({
  name: 'audit.nextTagBlocks',
  text: 'select level, max(block) + 1 as next from audit.tag_index group by level',
  columns: { level: 'int4', next: 'int8' },
});

/** Entries from `$1` (included) to `$2` (excluded), at most 65,536. */
export const listEntries = statement({
  name: 'audit.listEntries',
  text: 'select idx, entry from audit.leaf where idx >= $1 and idx < $2 order by idx limit 65536',
  params: ['int8', 'int8'],
  columns: { idx: 'int8', entry: 'bytea' },
});

export const listTileRoots = statement({
  name: 'audit.listTileRoots',
  text: 'select idx, root from audit.tile where level = $1 and idx >= $2 order by idx limit 256',
  params: ['int4', 'int8'],
  columns: { idx: 'int8', root: 'bytea' },
});

export const findTile = statement({
  name: 'audit.findTile',
  text: 'select hashes from audit.tile where level = $1 and idx = $2',
  params: ['int4', 'int8'],
  columns: { hashes: 'bytea' },
});
