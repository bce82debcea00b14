-- Who holds which role, who is signed in, who stands in which relationship to which patient,
-- and the compiled policy. See features/access/README.md.
--
-- The process roles (`app` and its kin) reach none of these tables: they call the definer functions
-- below (and in 0003_access_sessions.sql), which are owned by `access_reader` (NOLOGIN, neither owner of the tables nor BYPASSRLS) and
-- see the tables through policies of their own. Database time decides everything that expires.
set role app_owner;

create schema access authorization app_owner;
grant usage on schema access to app, app_identity, app_sequencer, app_importer, app_worker;
grant usage, create on schema access to access_reader;

create table access.role_grant (
  id uuid primary key,
  account_id uuid not null,
  role text not null check (role in ('patient', 'trusted_person', 'clinician', 'nurse', 'front_desk',
    'billing', 'records_officer', 'privacy_officer', 'administrator')),
  from_at timestamptz not null default now(),
  until_at timestamptz,
  granted_by uuid not null,
  -- 164.308(a)(4): a grant without an approver does not exist.
  approved_by uuid not null,
  revoked_at timestamptz,
  check (until_at is null or until_at > from_at)
);
create unique index role_grant_live on access.role_grant (account_id, role) where revoked_at is null;

create table access.session (
  -- sha256 of the capability, which is itself SHA256(cookie token): neither is ever stored.
  cap_hash bytea primary key check (octet_length(cap_hash) = 32 and cap_hash <> sha256('')),
  id uuid not null unique,
  account_id uuid not null,
  role text not null,
  assurance text not null,
  -- Set: the session is narrowed to this one patient.
  acting_for uuid,
  -- The actor's display name, sealed: the database never reads it.
  actor_sealed bytea,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  -- NIST SP 800-63B-4 AAL2: at most 1 hour idle and 24 hours in all.
  idle_timeout interval not null check (idle_timeout > interval '0' and idle_timeout <= interval '1 hour'),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  -- When it first saw the names of other people's records: an entry of their logs, once a session.
  looked_at timestamptz,
  check (expires_at <= created_at + interval '24 hours')
);
create index session_account on access.session (account_id) where revoked_at is null;

create table access.relationship (
  id uuid primary key,
  kind text not null check (kind in ('self', 'trusted_person', 'care_team', 'pool_member', 'todays_schedule', 'open_task')),
  account_id uuid not null,
  patient_id uuid not null,
  from_at timestamptz not null default now(),
  until_at timestamptz,
  -- Trusted persons only: parts of the record they may see, and parts they may act in (which implies seeing).
  view_areas text[] not null default '{}',
  act_areas text[] not null default '{}',
  check (until_at is null or until_at >= from_at),
  check (cardinality(view_areas) <= 32 and cardinality(act_areas) <= 32)
);
create index relationship_account on access.relationship (account_id, patient_id);
create index relationship_kind on access.relationship (account_id, kind, patient_id);

-- The written policy, compiled: filled by db/policies.sql and by nothing else.
create table access.policy_rule (
  resource text not null,
  action text not null,
  role text not null,
  relationship text not null,
  area text,
  mode text not null check (mode in ('view', 'act')),
  -- 'records.results read': how a rule that covers several resources asks for all of them at once.
  right_name text generated always as (resource || ' ' || action) stored,
  unique nulls not distinct (resource, action, role, relationship, area)
);
create index policy_rule_right on access.policy_rule (right_name, role);

-- The caller: one row, or none when the capability is unknown, revoked, idle or expired. That the role has
-- ended shows here too: the end of a grant ends its sessions (end_role_sessions), so no join is paid per request.
-- security_invoker: read with the rights of whoever asks, that is, of the definer functions only.
create view access.live_session with (security_invoker = true) as
select s.id, s.account_id, s.role, s.assurance, s.acting_for, s.actor_sealed, s.last_seen_at,
  s.last_seen_at + s.idle_timeout as idle_deadline, s.expires_at as absolute_deadline, s.cap_hash
from access.session s
where s.cap_hash = sha256(decode(current_setting('app.cap', true), 'hex'))
  and s.revoked_at is null
  and s.expires_at > now()
  and s.last_seen_at + s.idle_timeout > now();

-- An administrator never also holds a role that reads charts or keeps keys (requirement 1).
create function access.keep_roles_apart() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('access.role_grant ' || new.account_id::text, 0));
  if new.revoked_at is null and exists (
    select 1 from access.role_grant g
    where g.account_id = new.account_id and g.id <> new.id and g.revoked_at is null
      and (g.until_at is null or g.until_at > now())
      and ((new.role = 'administrator' and g.role in ('clinician', 'nurse', 'records_officer'))
        or (g.role = 'administrator' and new.role in ('clinician', 'nurse', 'records_officer')))
  ) then
    raise exception 'an administrator cannot also hold a chart or custody role' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
revoke execute on function access.keep_roles_apart() from public;
create trigger keep_roles_apart before insert or update on access.role_grant
  for each row execute function access.keep_roles_apart();

-- A session's identity never changes after it was opened; only its clock and its end do.
create function access.keep_session() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if (new.cap_hash, new.id, new.account_id, new.role, new.assurance) is distinct from
     (old.cap_hash, old.id, old.account_id, old.role, old.assurance)
     or new.acting_for is distinct from old.acting_for
     or (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at) then
    raise exception 'a session cannot become another one' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
revoke execute on function access.keep_session() from public;
create trigger keep_session before update on access.session
  for each row execute function access.keep_session();

alter table access.role_grant enable row level security;
alter table access.role_grant force row level security;
alter table access.session enable row level security;
alter table access.session force row level security;
alter table access.relationship enable row level security;
alter table access.relationship force row level security;
alter table access.policy_rule enable row level security;
alter table access.policy_rule force row level security;

create policy reader on access.role_grant to access_reader using (true) with check (true);
create policy reader on access.session to access_reader using (true) with check (true);
create policy reader on access.relationship to access_reader using (true) with check (true);
create policy reader on access.policy_rule for select to access_reader using (true);
create policy compiler on access.policy_rule to app_owner using (true) with check (true);
grant select, insert, update on access.role_grant, access.session, access.relationship to access_reader;
grant select on access.policy_rule, access.live_session to access_reader;

-- plpgsql, not sql: its plans are kept between calls on every supported PostgreSQL.
set role access_reader;

-- One row for a live session, else none. `relationships`: live kinds between the caller and p_patient.
-- `areas`: parts of that patient's record open to the caller as a trusted person, 'results:view' or 'results:act'.
create function access.me(p_patient uuid) returns table (
  session_id uuid, account_id uuid, role text, assurance text, acting_for uuid, actor_sealed bytea,
  relationships text[], areas text[], touch_due boolean, idle_deadline timestamptz, absolute_deadline timestamptz)
language plpgsql stable security definer rows 1 set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
#variable_conflict use_column
begin
  select s.id, s.account_id, s.role, s.assurance, s.acting_for, s.actor_sealed,
    array(
      select r.kind from access.relationship r
      where r.account_id = s.account_id and r.patient_id = p_patient
        and (s.acting_for is null or r.patient_id = s.acting_for)
        and r.from_at <= now() and (r.until_at is null or r.until_at > now())
    ),
    s.last_seen_at < now() - interval '1 minute', s.idle_deadline, s.absolute_deadline
  into session_id, account_id, role, assurance, acting_for, actor_sealed, relationships,
    touch_due, idle_deadline, absolute_deadline
  from access.live_session s;
  if not found then
    return;
  end if;
  areas := '{}';
  if 'trusted_person' = any(relationships) then
    areas := array(
      select distinct a.area
      from access.relationship r
      cross join lateral (
        select v || ':view' from unnest(r.view_areas || r.act_areas) v
        union all
        select v || ':act' from unnest(r.act_areas) v
      ) a(area)
      where r.account_id = me.account_id and r.patient_id = p_patient and r.kind = 'trusted_person'
        and r.from_at <= now() and (r.until_at is null or r.until_at > now())
      order by a.area
    );
  end if;
  return next;
end
$$;

-- The caller's account, or null.
create function access.account_id() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
begin
  return (select s.account_id from access.live_session s);
end
$$;

-- Patients whose rows of the resource the caller may act on, by relationship; empty for nobody. For statements;
-- policies use access.related.
create function access.patient_ids(resource text, action text) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
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
      and r.from_at <= now() and (r.until_at is null or r.until_at > now())
      and (c.area is null or c.area = any(r.act_areas) or (c.mode = 'view' and c.area = any(r.view_areas)))
  );
end
$$;

-- The look-up of every policy: patients to whom the caller is tied in one of these ways ('nurse care_team': her role
-- and a kind of relationship), or, as a trusted person, with one of the areas open. The rule itself stands in the
-- policy's text, so that this reads two tables and not three: it runs in every statement of every request.
-- enable_seqscan = off here and below: always by index, also before a small or new table has statistics.
create function access.related(ties text[], p_view_areas text[], p_act_areas text[]) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
begin
  return array(
    select r.patient_id
    from access.live_session s
    join access.relationship r on r.account_id = s.account_id
    where (s.acting_for is null or r.patient_id = s.acting_for)
      and r.from_at <= now() and (r.until_at is null or r.until_at > now())
      and ((s.role || ' ' || r.kind) = any(ties)
        or (s.role = 'trusted_person' and r.kind = 'trusted_person'
          and (r.view_areas && p_view_areas or r.act_areas && (p_view_areas || p_act_areas))))
  );
end
$$;

-- Whether the caller's role alone gives the action on the resource, whoever the patient.
create function access.any_patient(resource text, action text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
begin
  return exists (
    select 1 from access.live_session s
    join access.policy_rule p on p.resource = $1 and p.action = $2 and p.role = s.role and p.relationship = 'any'
  );
end
$$;

-- The caller's account when her role gives the action on rows of her own account, else null.
create function access.own_account(resource text, action text) returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
begin
  return (
    select s.account_id from access.live_session s
    join access.policy_rule p on p.resource = $1 and p.action = $2 and p.role = s.role and p.relationship = 'own'
  );
end
$$;

-- Notes that the caller is active, at most once a minute; never extends a session that has ended.
create function access.touch_session() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update access.session s set last_seen_at = now()
  from access.live_session l
  where s.cap_hash = l.cap_hash and s.last_seen_at < now() - interval '1 minute';
end
$$;

-- Patients to whom an account stands in a live relationship of the kind (for the session page and patient switch).
create function access.my_patients() returns table (patient_id uuid, kind text, view_areas text[], act_areas text[])
language plpgsql stable security definer rows 20 set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query
  select r.patient_id, r.kind, r.view_areas, r.act_areas
  from access.live_session s
  join access.relationship r on r.account_id = s.account_id
  where (s.acting_for is null or r.patient_id = s.acting_for)
    and r.from_at <= now() and (r.until_at is null or r.until_at > now())
  order by r.kind, r.patient_id
  limit 500;
end
$$;

do $$
declare
  f regprocedure;
begin
  for f in select p.oid from pg_catalog.pg_proc p
    where p.pronamespace = 'access'::regnamespace and p.proowner = current_user::regrole loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end
$$;
grant execute on function access.me(uuid), access.account_id(), access.patient_ids(text, text), access.related(text[], text[], text[]), access.any_patient(text, text),
  access.own_account(text, text), access.my_patients(), access.touch_session()
  to app, app_identity, app_importer, app_worker, app_sequencer;

set role app_owner;
revoke create on schema access from access_reader;
reset role;
