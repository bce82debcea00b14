import { bind, statement, type Bound, type Statement } from '#platform/db/statement.ts';
import type { RecordTable } from '../policy.ts';

/** SQL of `portico audit verify` (role `app_sequencer`). */

/** Entries with the events behind them; an entry whose event is gone has null columns. */
export const listEntriesWithEvents = statement({
  name: 'audit.listEntriesWithEvents',
  text: `select l.idx, l.entry, l.patient_id, l.n, l.event_id, e.id as found_id, e.at, e.sealed, e.exposed, e.exposed_salt, e.cmt
    from audit.leaf l left join audit.event e on e.patient_id = l.patient_id and e.id = l.event_id
    where l.idx >= $1 and l.idx < $2 order by l.idx limit 1024`,
  params: ['int8', 'int8'],
  columns: {
    idx: 'int8',
    entry: 'bytea',
    patient_id: 'uuid?',
    n: 'int8?',
    event_id: 'uuid?',
    found_id: 'uuid?',
    at: 'timestamptz?',
    sealed: 'bytea?',
    exposed: 'bytea?',
    exposed_salt: 'bytea?',
    cmt: 'bytea?',
  },
});

/** Entries beyond what the log's state says there are. */
export const findEntryBeyond = statement({
  name: 'audit.findEntryBeyond',
  text: `select l.idx from audit.leaf l, audit.log_state s where l.idx >= s.size order by l.idx limit 1`,
  columns: { idx: 'int8' },
});

/** Events that neither the log nor the queue knows, in one snapshot. */
export const listStrayEvents = statement({
  name: 'audit.listStrayEvents',
  text: `select e.id from audit.event e
    where e.id <> all ($1) and not exists (select from audit.leaf l where l.event_id = e.id)
      and not exists (select from audit.pending p where p.event_id = e.id)
    order by e.id limit 1000`,
  params: ['uuid[]'],
  columns: { id: 'uuid' },
});

export const listLogPatients = statement({
  name: 'audit.listLogPatients',
  text: `select patient_id, version, entry_count, wrapped from audit.patient_log
    where $1::uuid is null or patient_id > $1 order by patient_id limit 500`,
  params: ['uuid'],
  columns: { patient_id: 'uuid', version: 'int4', entry_count: 'int8', wrapped: 'bytea' },
});

/** Bodies of a patient's events in the order of the log. */
export const listBodies = statement({
  name: 'audit.listBodies',
  text: `select l.n, e.id, e.sealed from audit.leaf l join audit.event e on e.patient_id = l.patient_id and e.id = l.event_id
    where l.patient_id = $1 and l.n > $2 order by l.n limit 500`,
  params: ['uuid', 'int8'],
  columns: { n: 'int8', id: 'uuid', sealed: 'bytea' },
});

/** No limit on how long a verification reads. */
export const liftTimeout = statement({
  name: 'audit.liftTimeout',
  text: `select set_config('statement_timeout', '0', true) as set_config`,
  columns: { set_config: 'text' },
});

export type RecordRow = { id: string; hash: Buffer };
export type HeadRow = { row_id: string; table_name: string; version: number; deleted: boolean };

export const listHeads = statement({
  name: 'audit.listHeads',
  text: `select row_id, table_name, version, deleted from sealed.row_head
    where subject_id = $1 and ($2::uuid is null or row_id > $2) order by row_id limit 1000`,
  params: ['uuid', 'uuid'],
  columns: { row_id: 'uuid', table_name: 'text', version: 'int8', deleted: 'bool' },
});

const known = new Map<string, Statement<RecordRow>>();

/** A page of a subject's sealed rows of one table: id and SHA-256 of the ciphertext. */
export const listRecords = (of: RecordTable, subject: string, after: string | null): Bound<RecordRow> => {
  let made = known.get(of.table);
  if (!made) {
    if (![of.table, of.subjectColumn ?? 'id'].every((name) => /^[a-z_.]+$/.test(name)))
      throw new RangeError('bad name');
    const mine = of.subjectColumn === null ? '$1::uuid is not null' : `${of.subjectColumn} = $1`;
    made = statement({
      name: `audit.listRecords.${of.table}`,
      text: `select id, sha256(sealed) as hash from ${of.table}
        where ${mine} and ($2::uuid is null or id > $2) order by id limit 1000`,
      params: ['uuid', 'uuid'],
      columns: { id: 'uuid', hash: 'bytea' },
    });
    known.set(of.table, made);
  }
  return bind(made, [subject, after]);
};

const knownOrphans = new Map<string, Statement<{ id: string }>>();

/** Rows of subjects that have no log at all. */
export const findOrphanRecord = (of: RecordTable): Bound<{ id: string }> => {
  let made = knownOrphans.get(of.table);
  if (!made) {
    const without = `not exists (select from audit.patient_log l where l.patient_id = t.${of.subjectColumn})`;
    made = statement({
      name: `audit.findOrphan.${of.table}`,
      text: `select t.id from ${of.table} t where ${of.subjectColumn === null ? 'false' : without} order by t.id limit 1`,
      columns: { id: 'uuid' },
    });
    knownOrphans.set(of.table, made);
  }
  return bind(made);
};
