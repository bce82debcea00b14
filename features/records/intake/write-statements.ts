import { statement } from '#platform/db/statement.ts';

/** What the importer's role runs. Rows travel as arrays: one statement for up to 500 rows. */

/** Two imports of one person wait for each other; released at the end of the transaction. */
export const lockSubject = statement({
  name: 'records.lockSubject',
  text: `select true as locked from (select pg_advisory_xact_lock(hashtextextended('records ' || $1::uuid::text, 0))) l`,
  params: ['uuid'],
  columns: { locked: 'bool' },
});

/**
 * The source of this name, made on first use; every run counts as a look at it. Noted at most every ten
 * seconds: all deliveries of a source share this one row, and whoever changes it holds it until the commit.
 */
export const touchSource = statement({
  name: 'records.touchSource',
  text: `with known as (
      select id from records.source
      where name = $2 and problem is null and last_success_at > now() - interval '10 seconds'),
    noted as (
      insert into records.source (id, name, title, last_success_at)
      select $1::uuid, $2, $3, now() where not exists (select from known)
      on conflict (name) do update set last_success_at = now(), problem = null
      returning id)
    select id from known union all select id from noted`,
  params: ['uuid', 'text', 'text'],
  columns: { id: 'uuid' },
});

/** Notes that this source has just brought what it has about a person. */
export const touchFeed = statement({
  name: 'records.touchFeed',
  text: `insert into records.patient_feed (patient_id, source_id, last_success_at) values ($1, $2, now())
    on conflict (patient_id, source_id) do update set last_success_at = now()
      where patient_feed.last_success_at < now() - interval '10 seconds'`,
  params: ['uuid', 'uuid'],
});

export const findStored = statement({
  name: 'records.findStored',
  text: `select r.id, r.content_token, h.version, r.area from records.resource r
    left join sealed.row_head h on h.subject_id = r.patient_id and h.row_id = r.id
    where r.patient_id = $1 and r.id = any($2)`,
  params: ['uuid', 'uuid[]'],
  columns: { id: 'uuid', content_token: 'bytea', version: 'int8?', area: 'text' },
});

export const findStoredShared = statement({
  name: 'records.findStoredShared',
  text: `select r.id, r.content_token, h.version from records.shared_resource r
    left join sealed.row_head h on h.subject_id = $1 and h.row_id = r.id
    where r.id = any($2)`,
  params: ['uuid', 'uuid[]'],
  columns: { id: 'uuid', content_token: 'bytea', version: 'int8?' },
});

/** What a row was held as, and until when, is decided when it first comes and stays. $11: when what comes now opens. */
export const putResources = statement({
  name: 'records.putResources',
  text: `insert into records.resource
      (patient_id, id, resource_type, area, at, code_token, content_token, source_id, sealed, held_as, opens_at)
    select $1, n.id, n.resource_type, n.area, coalesce(n.at, now()), n.code_token, n.content_token, $2, n.sealed,
      n.held_as, case when n.held_as is null then null else $11::timestamptz end
    from unnest($3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::bytea[], $8::bytea[], $9::bytea[], $10::text[])
      as n(id, resource_type, area, at, code_token, content_token, sealed, held_as)
    on conflict (patient_id, id) do update set area = excluded.area,
      at = case when excluded.at = now() then resource.at else excluded.at end,
      code_token = excluded.code_token, content_token = excluded.content_token,
      source_id = excluded.source_id, sealed = excluded.sealed, stored_at = now()`,
  params: [
    'uuid',
    'uuid',
    'uuid[]',
    'text[]',
    'text[]',
    'timestamptz[]',
    'bytea[]',
    'bytea[]',
    'bytea[]',
    'text[]',
    'timestamptz',
  ],
});

/** What is dangerous waits no longer; what is open stays as it is. */
export const openAtOnce = statement({
  name: 'records.openAtOnce',
  text: `update records.resource set opens_at = now() where patient_id = $1 and id = any($2) and opens_at > now()`,
  params: ['uuid', 'uuid[]'],
});

/**
 * The same for reports, beside each result that they name: one that opened long before three working days were over was
 * dangerous.
 */
export const openBesideDanger = statement({
  name: 'records.openBesideDanger',
  text: `update records.resource r set opens_at = now()
    from unnest($2::uuid[], $3::uuid[]) as n(id, part_id)
    join records.resource o on o.patient_id = $1 and o.id = n.part_id and o.opens_at < o.arrived_at + interval '60 hours'
    where r.patient_id = $1 and r.id = n.id and r.opens_at > now()`,
  params: ['uuid', 'uuid[]', 'uuid[]'],
});

/** Reports of a patient that wait: to find those that name a dangerous value which came after them. */
export const findWaitingReports = statement({
  name: 'records.findWaitingReports',
  text: `select r.id, r.sealed, h.version, h.deleted, h.mac from records.resource r
    left join sealed.row_head h on h.subject_id = r.patient_id and h.row_id = r.id
    where r.patient_id = $1 and r.area = 'results' and r.resource_type = 'DiagnosticReport'
      and r.held_as is not null and r.arrived_at > now() - interval '8 days' and r.opens_at > now()
    order by r.arrived_at desc limit 200`,
  params: ['uuid'],
  columns: { id: 'uuid', sealed: 'bytea', version: 'int8?', deleted: 'bool?', mac: 'bytea?' },
});

/**
 * One new row of a patient with its head, its source and its feed. It fails where the row stands already
 * (unique violation) and where an import of this person is under way (division by zero: its lock is held).
 * The lock is shared: those who only add do not wait for each other.
 */
export const putNew = statement({
  name: 'records.putNew',
  text: `with known as (
      select id from records.source
      where name = $2 and problem is null and last_success_at > now() - interval '10 seconds'),
    noted as (
      insert into records.source (id, name, title, last_success_at)
      select $1::uuid, $2, $3, now() where not exists (select from known)
      on conflict (name) do update set last_success_at = now(), problem = null
      returning id),
    source as materialized (select id from known union all select id from noted),
    free as materialized (
      select 1 / pg_try_advisory_xact_lock_shared(hashtextextended('records ' || $4::uuid::text, 0))::int as yes),
    stored as (
      insert into records.resource
        (patient_id, id, resource_type, area, at, code_token, content_token, source_id, sealed, held_as, opens_at)
      select $4, $5::uuid, $6, $7::text, coalesce($8::timestamptz, now()), $9::bytea, $10::bytea,
        (select id from source), $11::bytea, $12, $13::timestamptz
      from free where yes = 1),
    head as (
      insert into sealed.row_head (subject_id, row_id, table_name, version, mac, area)
      values ($4, $5, 'records.resource', 1, $14::bytea, $7))
    insert into records.patient_feed (patient_id, source_id, last_success_at) select $4, id, now() from source
    on conflict (patient_id, source_id) do update set last_success_at = now()
      where patient_feed.last_success_at < now() - interval '10 seconds'`,
  params: [
    'uuid',
    'text',
    'text',
    'uuid',
    'uuid',
    'text',
    'text',
    'timestamptz',
    'bytea',
    'bytea',
    'bytea',
    'text',
    'timestamptz',
    'bytea',
  ],
});

export const putShared = statement({
  name: 'records.putShared',
  text: `insert into records.shared_resource (id, resource_type, content_token, source_id, sealed)
    select n.id, n.resource_type, n.content_token, $1, n.sealed
    from unnest($2::uuid[], $3::text[], $4::bytea[], $5::bytea[]) as n(id, resource_type, content_token, sealed)
    on conflict (id) do update set content_token = excluded.content_token, source_id = excluded.source_id,
      sealed = excluded.sealed, stored_at = now()`,
  params: ['uuid', 'uuid[]', 'text[]', 'bytea[]', 'bytea[]'],
});

export const putHeads = statement({
  name: 'records.putHeads',
  text: `insert into sealed.row_head (subject_id, row_id, table_name, version, mac, area)
    select $1, n.row_id, $2, n.version, n.mac, n.area
    from unnest($3::uuid[], $4::int8[], $5::bytea[], $6::text[]) as n(row_id, version, mac, area)
    on conflict (subject_id, row_id) do update set version = excluded.version, mac = excluded.mac, area = excluded.area,
      deleted = false`,
  params: ['uuid', 'text', 'uuid[]', 'int8[]', 'bytea[]', 'text[]'],
});

export const putSharedTokens = statement({
  name: 'records.putSharedTokens',
  text: `insert into records.shared_token (token, resource_id)
    select n.token, n.resource_id from unnest($1::bytea[], $2::uuid[]) as n(token, resource_id)
    on conflict do nothing`,
  params: ['bytea[]', 'uuid[]'],
});

export const findPerson = statement({
  name: 'records.findPerson',
  text: `select p.id, h.version from records.patient p
    left join sealed.row_head h on h.subject_id = p.patient_id and h.row_id = p.id
    where p.patient_id = $1`,
  params: ['uuid'],
  columns: { id: 'uuid', version: 'int8?' },
});

export const putPerson = statement({
  name: 'records.putPerson',
  text: `insert into records.patient (patient_id, id, source_id, sealed) values ($1, $2, $3, $4)
    on conflict (patient_id) do update set source_id = excluded.source_id, sealed = excluded.sealed, updated_at = now()`,
  params: ['uuid', 'uuid', 'uuid', 'bytea'],
});

export const dropPersonTokens = statement({
  name: 'records.dropPersonTokens',
  text: `delete from records.patient_token where patient_id = $1`,
  params: ['uuid'],
});

export const putPersonTokens = statement({
  name: 'records.putPersonTokens',
  text: `insert into records.patient_token (kind, token, patient_id)
    select n.kind, n.token, $1 from unnest($2::text[], $3::bytea[]) as n(kind, token) on conflict do nothing`,
  params: ['uuid', 'text[]', 'bytea[]'],
});

export const putAuthorities = statement({
  name: 'records.putAuthorities',
  text: `insert into records.authority (system) select n.system from unnest($1::text[]) as n(system) on conflict do nothing`,
  params: ['text[]'],
});

/** Which of these are stored: references may point at what came earlier. */
export const findPeople = statement({
  name: 'records.findPeople',
  text: `select patient_id from records.patient where patient_id = any($1)`,
  params: ['uuid[]'],
  columns: { patient_id: 'uuid' },
});

export const findSharedByToken = statement({
  name: 'records.findSharedByToken',
  text: `select token, resource_id from records.shared_token where token = any($1) order by resource_id limit 20000`,
  params: ['bytea[]'],
  columns: { token: 'bytea', resource_id: 'uuid' },
});

export const findPeopleByToken = statement({
  name: 'records.findPeopleByToken',
  text: `select token, patient_id from records.patient_token where kind = 'identifier' and token = any($1) limit 20000`,
  params: ['bytea[]'],
  columns: { token: 'bytea', patient_id: 'uuid' },
});

export const dropSharedTokens = statement({
  name: 'records.dropSharedTokens',
  text: `delete from records.shared_token where resource_id = any($1)`,
  params: ['uuid[]'],
});
