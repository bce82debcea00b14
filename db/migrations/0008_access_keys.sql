-- One look-up for all the parts of a table, whatever their number, and cheaper look-ups. What costs is not rows
-- but the executor's set-up: each function, operator and policy of a statement (docs/performance.md).
set role app_owner;

-- The written policy as the look-ups below read it: what is open to a way of being tied to a patient
-- ('nurse care_team'), or to a role whoever the patient ('billing any'). Filled by db/policies.sql alone.
create table access.opening (
  -- 'records.resource select by area': the labels are parts of that table's rows. 'tables': they are sets of rows
  -- without parts ('records.timing select'). 'rights': they are rights ('records.results read').
  rows_of text not null,
  way text not null,
  -- Set: this part of the record must be open to the trusted person.
  area text,
  mode text not null check (mode in ('view', 'act')),
  labels bytea[] not null,
  unique nulls not distinct (rows_of, way, area, mode)
);
create index opening_way on access.opening (way);
alter table access.opening enable row level security;
alter table access.opening force row level security;
create policy reader on access.opening for select to access_reader using (true);
create policy compiler on access.opening to app_owner using (true) with check (true);
grant select on access.opening to access_reader;

-- A record that a session has opened: what the door (access.enter) found, so that the next statements and requests
-- of some minutes need not find it again. Not a truth of its own: every change of the session or of its ties to the
-- patient removes it in the same transaction (triggers below), and it ends by itself before anything that it
-- rests on does. It is found by the capability of its session alone.
create table access.chart (
  cap_hash bytea not null,
  patient_id uuid not null,
  account_id uuid not null,
  live_until timestamptz not null,
  session_id uuid not null,
  role text not null,
  assurance text not null,
  acting_for uuid,
  actor_sealed bytea,
  relationships text[] not null,
  areas text[] not null,
  -- These two follow the session when it is touched.
  seen_at timestamptz not null,
  idle_deadline timestamptz not null,
  absolute_deadline timestamptz not null,
  -- 'records.results read'
  rights bytea[] not null,
  -- 'records.timing select'
  tables bytea[] not null,
  primary key (cap_hash, patient_id)
);
create index chart_account on access.chart (account_id, patient_id);
create table access.chart_keys (
  cap_hash bytea not null,
  patient_id uuid not null,
  rows_of text not null,
  keys bytea[] not null,
  live_until timestamptz not null,
  primary key (cap_hash, patient_id, rows_of),
  foreign key (cap_hash, patient_id) references access.chart on delete cascade
);
do $$
declare
  t text;
begin
  foreach t in array array['chart', 'chart_keys'] loop
    execute format('alter table access.%I enable row level security', t);
    execute format('alter table access.%I force row level security', t);
    execute format('create policy reader on access.%I to access_reader using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on access.%I to access_reader', t);
  end loop;
end
$$;
-- A new policy ends them all (db/policies.sql).
create policy compiler on access.chart to app_owner using (true) with check (true);
grant create on schema access to access_reader;

-- As before; current_timestamp is now() without a function call.
create or replace view access.live_session with (security_invoker = true) as
select s.id, s.account_id, s.role, s.assurance, s.acting_for, s.actor_sealed, s.last_seen_at,
  s.last_seen_at + s.idle_timeout as idle_deadline, s.expires_at as absolute_deadline, s.cap_hash
from access.session s
where s.cap_hash = sha256(decode(current_setting('app.cap', true), 'hex'))
  and s.revoked_at is null
  and s.expires_at > current_timestamp
  and s.last_seen_at + s.idle_timeout > current_timestamp;

set role access_reader;

-- What the caller may reach of these rows by a tie: the patient's id with the part's label, for each. `app.patient`
-- (set by access.enter) narrows it to the patient whom the operation is about. It only narrows: whoever sets it
-- to somebody else reads those of his own patients' rows that he may read anyway. plpgsql: its plans are kept.
create function access.keys(p_rows_of text) returns bytea[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  low uuid;
  high uuid;
  found_keys bytea[];
begin
  select k.keys into found_keys from access.chart_keys k
  where k.cap_hash = sha256(decode(current_setting('app.cap', true), 'hex'))
    and k.patient_id = nullif(current_setting('app.patient', true), '')::uuid
    and k.rows_of = p_rows_of and k.live_until > current_timestamp;
  if found_keys is not null then
    return found_keys;
  end if;
  low := coalesce(nullif(current_setting('app.patient', true), ''), '00000000-0000-0000-0000-000000000000');
  high := coalesce(nullif(current_setting('app.patient', true), ''), 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  return array(
    select uuid_send(r.patient_id) || unnest(o.labels)
    from access.live_session s
    join access.relationship r on r.account_id = s.account_id and r.patient_id between low and high
    join access.opening o on o.rows_of = p_rows_of and o.way = s.role || ' ' || r.kind
    where (s.acting_for is null or r.patient_id = s.acting_for)
      and r.from_at <= current_timestamp and (r.until_at is null or r.until_at > current_timestamp)
      and (o.area is null or o.area = any(r.act_areas) or (o.mode = 'view' and o.area = any(r.view_areas)))
  );
end
$$;

-- The parts that the caller's role alone opens, whoever the patient.
create function access.role_keys(p_rows_of text) returns bytea[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select o.labels from access.live_session s
    join access.opening o on o.rows_of = p_rows_of and o.way = s.role || ' any'
  );
end
$$;

-- As before, without `set enable_seqscan` at each call (the roles have it, below); `enter` says about whom.
create or replace function access.account_id() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select s.account_id from access.live_session s);
end
$$;

create or replace function access.patient_ids(resource text, action text) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- `offset 0`: the session and its rules first, then only the relationships they need (4x less work than the
  -- other order for a nurse with 100 patients and a resource that is closed to her).
  return array(
    select r.patient_id
    from (
      select s.account_id, s.acting_for, p.relationship, p.area, p.mode
      from access.live_session s
      join access.policy_rule p on p.resource = $1 and p.action = $2 and p.role = s.role
      offset 0
    ) c
    join access.relationship r on r.account_id = c.account_id and r.kind = c.relationship
    where (c.acting_for is null or r.patient_id = c.acting_for)
      and r.from_at <= current_timestamp and (r.until_at is null or r.until_at > current_timestamp)
      and (c.area is null or c.area = any(r.act_areas) or (c.mode = 'view' and c.area = any(r.view_areas)))
  );
end
$$;

-- Patients by a tie for a table without parts: by the chart, else by the ways in which the policy's text names them.
-- The former look-up goes with the policies that call it; db/policies.sql, which follows, makes them anew.
drop function access.related(text[], text[], text[]) cascade;
create function access.related(p_rows_of text, ties text[], p_view_areas text[], p_act_areas text[]) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  about uuid := nullif(current_setting('app.patient', true), '');
  is_open boolean;
begin
  if about is not null then
    select textsend(p_rows_of) = any(c.tables) into is_open from access.chart c
    where c.cap_hash = sha256(decode(current_setting('app.cap', true), 'hex')) and c.patient_id = about
      and c.live_until > current_timestamp;
    if is_open then
      return array[about];
    elsif not is_open then
      return '{}';
    end if;
  end if;
  return array(
    select r.patient_id
    from access.live_session s
    join access.relationship r on r.account_id = s.account_id
      and r.patient_id between coalesce(about, '00000000-0000-0000-0000-000000000000')
        and coalesce(about, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
    where (s.acting_for is null or r.patient_id = s.acting_for)
      and r.from_at <= current_timestamp and (r.until_at is null or r.until_at > current_timestamp)
      and ((s.role || ' ' || r.kind) = any(ties)
        or (s.role = 'trusted_person' and r.kind = 'trusted_person'
          and (r.view_areas && p_view_areas or r.act_areas && (p_view_areas || p_act_areas))))
  );
end
$$;

create or replace function access.any_patient(resource text, action text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (
    select 1 from access.live_session s
    join access.policy_rule p on p.resource = $1 and p.action = $2 and p.role = s.role and p.relationship = 'any'
  );
end
$$;

create or replace function access.own_account(resource text, action text) returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select s.account_id from access.live_session s
    join access.policy_rule p on p.resource = $1 and p.action = $2 and p.role = s.role and p.relationship = 'own'
  );
end
$$;

-- Keeps what the door finds. It says nothing about whether the caller may come in: whoever has no tie gets a chart
-- without keys. What it rests on is locked before it is read, so that a change of it at this moment either waits, and
-- then finds the chart to remove, or has come first, and then there is no chart: nobody is waited for.
create function access.open_chart(p_patient uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  hash bytea := sha256(decode(current_setting('app.cap', true), 'hex'));
  s access.session;
  kinds text[];
  open_areas text[];
  is_all boolean;
  until timestamptz;
begin
  -- One at a time; who comes second does without.
  if not pg_try_advisory_xact_lock(hashtextextended('access.chart ' || current_setting('app.cap') || p_patient, 0)) then
    return;
  end if;
  select l.* into s from access.session l
  where l.cap_hash = hash and l.revoked_at is null and l.expires_at > current_timestamp
    and l.last_seen_at + l.idle_timeout > current_timestamp
  for share skip locked;
  if s.id is null then
    return;
  end if;
  with tie as materialized (
    select r.kind, r.from_at, r.until_at, r.view_areas, r.act_areas,
      (s.acting_for is null or r.patient_id = s.acting_for) and r.from_at <= current_timestamp
        and (r.until_at is null or r.until_at > current_timestamp) as live
    from access.relationship r where r.account_id = s.account_id and r.patient_id = p_patient
    for share skip locked)
  select count(*) = (
      select count(*) from access.relationship r where r.account_id = s.account_id and r.patient_id = p_patient),
    coalesce(array_agg(t.kind) filter (where t.live), '{}'),
    -- Nothing begins or ends while it is kept.
    least(current_timestamp + interval '5 minutes', s.last_seen_at + s.idle_timeout, s.expires_at,
      min(t.from_at) filter (where t.from_at > current_timestamp),
      min(t.until_at) filter (where t.until_at > current_timestamp))
  into is_all, kinds, until
  from tie t;
  if not is_all then
    return;
  end if;
  open_areas := case when 'trusted_person' = any(kinds) then (select m.areas from access.me(p_patient) m) else '{}' end;
  delete from access.chart c where c.cap_hash = hash and c.patient_id = p_patient;
  with opened as materialized (
    select o.rows_of, array_agg(l) filter (where l is not null) as labels
    from access.opening o left join lateral unnest(o.labels) l on true
    where o.way = any(array(select s.role || ' ' || unnest(kinds || '{any}'::text[])))
      and (o.area is null or (o.area || ':' || o.mode) = any(open_areas))
    group by o.rows_of),
  chart as (
    insert into access.chart (cap_hash, patient_id, account_id, live_until, session_id, role, assurance, acting_for,
      actor_sealed, relationships, areas, seen_at, idle_deadline, absolute_deadline, rights, tables)
    select hash, p_patient, s.account_id, until, s.id, s.role, s.assurance, s.acting_for,
      s.actor_sealed, kinds, open_areas, s.last_seen_at, s.last_seen_at + s.idle_timeout, s.expires_at,
      coalesce((select labels from opened where rows_of = 'rights'), '{}'),
      coalesce((select labels from opened where rows_of = 'tables'), '{}'))
  insert into access.chart_keys (cap_hash, patient_id, rows_of, keys, live_until)
  select hash, p_patient, o.rows_of, array(select uuid_send(p_patient) || unnest(o.labels)), until
  from opened o where o.rows_of not in ('rights', 'tables');
end
$$;

-- Every change of a session and of a tie: what was found before is found anew. A touch only moves the clock.
create function access.close_charts() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  touched access.session;
begin
  if tg_table_name = 'session' then
    if tg_op = 'UPDATE' and new.last_seen_at >= old.last_seen_at then
      touched := old;
      touched.last_seen_at := new.last_seen_at;
      touched.looked_at := new.looked_at;
      if touched is not distinct from new then
        if new.last_seen_at > old.last_seen_at then
          update access.chart c set seen_at = new.last_seen_at, idle_deadline = new.last_seen_at + new.idle_timeout
          where c.cap_hash = new.cap_hash;
        end if;
        return null;
      end if;
    end if;
    delete from access.chart c where c.cap_hash = old.cap_hash;
  else
    if tg_op <> 'INSERT' then
      delete from access.chart c where c.account_id = old.account_id and c.patient_id = old.patient_id;
    end if;
    if tg_op <> 'DELETE' then
      delete from access.chart c where c.account_id = new.account_id and c.patient_id = new.patient_id;
    end if;
  end if;
  return null;
end
$$;

create or replace function access.enter(p_account uuid, p_role text, p_patient uuid, p_resource text, p_action text) returns table (
  session_id uuid, account_id uuid, role text, assurance text, acting_for uuid, actor_sealed bytea,
  relationships text[], areas text[], touch_due boolean, idle_deadline timestamptz, absolute_deadline timestamptz)
language plpgsql volatile security definer rows 1 set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  -- Each way in: 'self', 'any', or for one area of a trusted person 'results:view'.
  ways text[];
  done text;
begin
  if p_patient is not null then
    -- Assigned, not performed: an expression costs a fifth of a statement.
    done := set_config('app.patient', p_patient::text, true);
    select c.session_id, c.account_id, c.role, c.assurance, c.acting_for, c.actor_sealed, c.relationships,
      c.areas, c.seen_at < current_timestamp - interval '1 minute', c.idle_deadline, c.absolute_deadline
    into session_id, account_id, role, assurance, acting_for, actor_sealed, relationships,
      areas, touch_due, idle_deadline, absolute_deadline
    from access.chart c
    where c.cap_hash = sha256(decode(current_setting('app.cap', true), 'hex')) and c.patient_id = p_patient
      and c.live_until > current_timestamp and c.account_id = p_account and c.role = p_role
      and textsend(p_resource || ' ' || p_action) = any(c.rights);
    if session_id is not null then
      return next;
      return;
    end if;
  else
    done := set_config('app.patient', '', true);
  end if;
  select s.id, s.account_id, s.role, s.assurance, s.acting_for, s.actor_sealed,
    array(
      select r.kind from access.relationship r
      where r.account_id = s.account_id and r.patient_id = p_patient
        and (s.acting_for is null or r.patient_id = s.acting_for)
        and r.from_at <= current_timestamp and (r.until_at is null or r.until_at > current_timestamp)
    ),
    '{}', s.last_seen_at < current_timestamp - interval '1 minute', s.idle_deadline, s.absolute_deadline,
    array(
      select coalesce(p.area || ':' || p.mode, p.relationship) from access.policy_rule p
      where p.resource = p_resource and p.action = p_action and p.role = s.role
    )
  into session_id, account_id, role, assurance, acting_for, actor_sealed, relationships,
    areas, touch_due, idle_deadline, absolute_deadline, ways
  from access.live_session s
  where s.account_id = p_account and s.role = p_role;
  if session_id is null then
    raise exception 'no live session' using errcode = 'PT401';
  end if;
  if ways = '{}' then
    raise exception 'no rule' using errcode = 'PT403';
  end if;
  if 'trusted_person' = any(relationships) then
    areas := (select e.areas from access.me(p_patient) e);
  end if;
  if p_patient is not null and not ('any' = any(ways) or relationships && ways or areas && ways) then
    raise exception 'no relationship' using errcode = 'PT404';
  end if;
  if p_patient is not null then
    perform access.open_chart(p_patient);
  end if;
  return next;
end
$$;

revoke execute on function access.keys(text), access.role_keys(text), access.related(text, text[], text[], text[]),
  access.open_chart(uuid), access.close_charts() from public;
grant execute on function access.close_charts() to app_owner;
grant execute on function access.keys(text), access.role_keys(text), access.related(text, text[], text[], text[])
  to app, app_identity, app_importer, app_worker, app_sequencer;

set role app_owner;
create trigger close_charts after update or delete on access.session
  for each row execute function access.close_charts();
create trigger close_charts after insert or update or delete on access.relationship
  for each row execute function access.close_charts();
set role access_reader;
revoke execute on function access.close_charts() from app_owner;
set role app_owner;
revoke create on schema access from access_reader;
-- Its policy says the same of every row that is inserted; a constraint is parsed anew at each.
alter table audit.event drop constraint event_cmt_check;
reset role;

-- Always by index, also before a small or new table has statistics: every statement of these roles asks by key.
do $$
declare
  r text;
begin
  foreach r in array array['app', 'app_identity', 'app_worker'] loop
    execute format('alter role %I set enable_seqscan = off', r);
  end loop;
end
$$;
