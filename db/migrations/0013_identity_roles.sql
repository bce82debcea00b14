-- Staff: who works here, in which roles, and the second person who approves each role (features/identity/staff).
--
-- These functions run for a signed-in administrator or privacy officer on the identity pool. Each asks the
-- caller's right itself (identity.require_right) and takes who asks and who approves from the session,
-- never from a parameter: whoever injects SQL as `app_identity` without such a session gets PT403.
set role app_owner;
grant create on schema access to access_reader;
set role access_reader;

-- Every role of staff that an account holds or held, the newest grant of each.
create function access.staff_grants() returns table (account_id uuid, role text, until_at timestamptz, is_live boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query
  select distinct on (g.account_id, g.role) g.account_id, g.role, g.until_at,
    g.revoked_at is null and g.from_at <= now() and (g.until_at is null or g.until_at > now())
  from access.role_grant g
  where g.role not in ('patient', 'trusted_person')
  order by g.account_id, g.role, g.revoked_at nulls first, g.from_at desc
  limit 20000;
end
$$;

-- Accounts that may approve roles, or could within the last seven days: whoever ends them does not become
-- the only one at once.
create function access.approvers() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select distinct g.account_id from access.role_grant g
  where g.role in ('administrator', 'privacy_officer')
    and coalesce(g.revoked_at, 'infinity') > now() - interval '7 days'
    and coalesce(g.until_at, 'infinity') > now() - interval '7 days';
end
$$;

-- Gives a role until a day, or for good; 23505 when the account holds it. A grant whose time ran out ends first.
create function access.grant_role_until(p_id uuid, p_account uuid, p_role text, p_granted_by uuid, p_approved_by uuid,
  p_until timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update access.role_grant g set revoked_at = now()
  where g.account_id = p_account and g.role = p_role and g.revoked_at is null and g.until_at <= now();
  insert into access.role_grant (id, account_id, role, granted_by, approved_by, until_at)
  values (p_id, p_account, p_role, p_granted_by, p_approved_by, p_until);
end
$$;

revoke execute on function access.staff_grants(), access.approvers(),
  access.grant_role_until(uuid, uuid, text, uuid, uuid, timestamptz) from public;
grant execute on function access.staff_grants(), access.approvers(),
  access.grant_role_until(uuid, uuid, text, uuid, uuid, timestamptz), access.revoke_role(uuid, text),
  access.revoke_account_sessions(uuid), access.any_patient(text, text), access.account_id() to app_owner;

set role app_owner;
revoke create on schema access from access_reader;

-- A role that somebody asked for, for an account or (invitation_id) for whoever redeems a letter.
-- `sealed`: the reason in the asker's words.
create table identity.role_request (
  id uuid primary key,
  account_id uuid references identity.account (id),
  invitation_id uuid references identity.invitation (id),
  role text not null,
  until_at timestamptz,
  sealed bytea,
  requested_by uuid not null,
  requested_at timestamptz not null default now(),
  expires_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  outcome text check (outcome in ('approved', 'refused', 'taken-back', 'lapsed')),
  check ((outcome is null) = (decided_at is null)),
  check (account_id is not null or invitation_id is not null)
);
create unique index role_request_waiting on identity.role_request (account_id, role)
  where outcome is null and invitation_id is null;
create index role_request_decided on identity.role_request (decided_at desc);
alter table identity.role_request enable row level security;
alter table identity.role_request force row level security;
create policy role_request_definer on identity.role_request for all to app_owner using (true) with check (true);

create function identity.require_right(p_action text) returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not access.any_patient('identity.staffRoles', p_action) then
    raise exception 'no rule' using errcode = 'PT403';
  end if;
end
$$;

-- Whether anybody but these two could approve. A clinic's first administrator is alone and approves herself;
-- from the second one on nobody does (but see access.approvers: after seven days without any other).
create function identity.has_other_approver(p_asker uuid, p_subject uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select 1 from access.approvers() as p(account_id) join identity.account a on a.id = p.account_id
    where a.id <> p_asker and a.id is distinct from p_subject
      and coalesce(a.disabled_at, 'infinity') > now() - interval '7 days')
$$;

-- Accounts of staff, newest first, with their last sign-in.
create function identity.list_staff(p_limit int4)
returns table (account_id uuid, profile bytea, version int8, created_at timestamptz, disabled_at timestamptz, last_sign_in_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform identity.require_right('read');
  return query
  select a.id, a.profile, a.version, a.created_at, a.disabled_at,
    (select max(s.at) from identity.sign_in s
     where s.account_id = a.id and s.outcome = 'ok' and s.step in ('code', 'recovery', 'enrolment', 'renewal'))
  from identity.account a
  where a.id in (select g.account_id from access.staff_grants() g)
  order by a.created_at desc, a.id desc limit p_limit;
end
$$;

create function identity.staff_roles() returns table (account_id uuid, role text, until_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform identity.require_right('read');
  return query select g.account_id, g.role, g.until_at from access.staff_grants() g where g.is_live;
end
$$;

-- Locks the account against a second administrator's work on it. None when it is no account of staff alone.
create function identity.take_staff(p_account uuid) returns table (profile bytea, version int8, disabled_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform identity.require_right('write');
  perform pg_advisory_xact_lock(hashtextextended('identity.administrators', 0));
  return query
  select a.profile, a.version, a.disabled_at from identity.account a
  where a.id = p_account and a.id in (select g.account_id from access.staff_grants() g)
    and not exists (select 1 from identity.patient_account l where l.account_id = a.id)
  for update;
end
$$;

-- Whether an administrator would be left without this account.
create function identity.has_other_administrator(p_account uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select 1 from access.staff_grants() g join identity.account a on a.id = g.account_id
    where g.is_live and g.role = 'administrator' and a.disabled_at is null and a.id <> p_account)
$$;

-- Switches an account of staff off or on: 'done', 'unchanged', 'own-account' or 'last-administrator'.
-- Off ends its sessions, browsers and flows at once. The caller holds the lock of identity.take_staff.
create function identity.set_staff_state(p_account uuid, p_active boolean) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform identity.require_right('write');
  if p_account = access.account_id() then
    return 'own-account';
  end if;
  if not p_active and not identity.has_other_administrator(p_account) then
    return 'last-administrator';
  end if;
  update identity.account a set disabled_at = case when p_active then null else now() end
   where a.id = p_account and (a.disabled_at is null) <> p_active;
  if not found then
    return 'unchanged';
  end if;
  delete from identity.flow where account_id = p_account;
  if not p_active then
    delete from identity.device where account_id = p_account;
    perform access.revoke_account_sessions(p_account);
  end if;
  return 'done';
end
$$;

-- Ends the sessions and forgets the browsers of an account of staff, a lost laptop's for one; how many sessions.
create function identity.end_staff_sessions(p_account uuid) returns int4
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform identity.require_right('write');
  delete from identity.device where account_id = p_account;
  delete from identity.flow where account_id = p_account;
  return access.revoke_account_sessions(p_account);
end
$$;

-- No session begins for an account that is switched off, however a sign-in and the switch race.
create function identity.refuse_disabled() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from identity.account a where a.id = new.account_id and a.disabled_at is not null) then
    raise exception 'the account is switched off' using errcode = 'PT401';
  end if;
  return new;
end
$$;
revoke execute on function identity.refuse_disabled() from public;
create trigger refuse_disabled before insert on access.session
  for each row execute function identity.refuse_disabled();

-- Asks for a role for an account; 'waiting', or 'approved' where nobody else could approve.
create function identity.ask_role(p_id uuid, p_grant uuid, p_account uuid, p_role text, p_until timestamptz, p_sealed bytea)
returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_by uuid := access.account_id();
begin
  perform identity.require_right('write');
  if exists (select 1 from access.staff_grants() g where g.account_id = p_account and g.role = p_role and g.is_live) then
    raise exception 'the account holds this role' using errcode = '23505';
  end if;
  update identity.role_request set outcome = 'lapsed', decided_at = now() where outcome is null and expires_at <= now();
  insert into identity.role_request (id, account_id, role, until_at, sealed, requested_by, expires_at)
  values (p_id, p_account, p_role, p_until, p_sealed, v_by, least(now() + interval '14 days', p_until));
  if identity.has_other_approver(v_by, p_account) then
    return 'waiting';
  end if;
  perform access.grant_role_until(p_grant, p_account, p_role, v_by, v_by, p_until);
  update identity.role_request set outcome = 'approved', decided_by = v_by, decided_at = now() where id = p_id;
  return 'approved';
end
$$;

-- What waits (at most 200), and what was decided in the last 30 days (at most 100).
create function identity.list_role_requests()
returns table (id uuid, account_id uuid, invitation_id uuid, invitation_sealed bytea, role text, until_at timestamptz,
  sealed bytea, requested_by uuid, requested_at timestamptz, expires_at timestamptz, decided_by uuid,
  decided_at timestamptz, outcome text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  perform identity.require_right('read');
  return query
  (select r.id, r.account_id, r.invitation_id, i.sealed, r.role, r.until_at, r.sealed, r.requested_by, r.requested_at,
     r.expires_at, r.decided_by, r.decided_at, r.outcome
   from identity.role_request r left join identity.invitation i on i.id = r.invitation_id
   where r.outcome is null and r.expires_at > now()
   order by r.requested_at limit 200)
  union all
  (select r.id, r.account_id, r.invitation_id, i.sealed, r.role, r.until_at, r.sealed, r.requested_by, r.requested_at,
     r.expires_at, r.decided_by, r.decided_at, r.outcome
   from identity.role_request r left join identity.invitation i on i.id = r.invitation_id
   where r.decided_at > now() - interval '30 days'
   order by r.decided_at desc limit 100);
end
$$;

-- Says yes or no. Yes takes somebody who neither asked nor would get the role; who asked may take it back.
create function identity.decide_role(p_id uuid, p_grant uuid, p_approve boolean)
returns table (account_id uuid, invitation_id uuid, role text, outcome text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  v_by uuid := access.account_id();
  r identity.role_request;
begin
  perform identity.require_right('decide');
  select q.* into r from identity.role_request q where q.id = p_id and q.outcome is null and q.expires_at > now() for update;
  if r.id is null then
    raise exception 'no such request' using errcode = 'PT404';
  end if;
  if p_approve and (v_by = r.requested_by or v_by is not distinct from r.account_id) then
    raise exception 'nobody approves a role that she asked for or would get' using errcode = 'PT403';
  end if;
  if r.account_id is not null and p_approve and exists (
    select 1 from identity.account a where a.id = r.account_id and a.disabled_at is not null) then
    raise exception 'the account is switched off' using errcode = '23505';
  end if;
  if r.invitation_id is not null then
    update identity.invitation i set approved_by = case when p_approve then v_by end,
      expires_at = case when p_approve then i.expires_at else least(i.expires_at, now()) end
    where i.id = r.invitation_id and i.used_at is null and i.expires_at > now();
    if not found then
      raise exception 'the letter has ended' using errcode = 'PT404';
    end if;
  elsif p_approve then
    perform access.grant_role_until(p_grant, r.account_id, r.role, r.requested_by, v_by, r.until_at);
  end if;
  update identity.role_request q set decided_by = v_by, decided_at = now(),
    outcome = case when p_approve then 'approved' when v_by = r.requested_by then 'taken-back' else 'refused' end
  where q.id = p_id
  returning q.account_id, q.invitation_id, q.role, q.outcome into account_id, invitation_id, role, outcome;
  return next;
end
$$;

-- Ends a role at once, and every session in it: 'done', 'unchanged' or 'last-administrator'.
create function identity.withdraw_role(p_account uuid, p_role text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform identity.require_right('write');
  if p_role in ('patient', 'trusted_person') then
    return 'unchanged';
  end if;
  if p_role = 'administrator' and not identity.has_other_administrator(p_account) then
    return 'last-administrator';
  end if;
  return case when access.revoke_role(p_account, p_role) then 'done' else 'unchanged' end;
end
$$;

-- As in 0005, and: a letter for staff waits for a second person, whoever wrote the row.
create or replace function identity.keep_invitation() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.kind = 'patient' then
    perform pg_advisory_xact_lock(hashtextextended('identity.patient ' || new.patient_id::text, 0));
    new.account_id := (select l.account_id from identity.patient_account l where l.patient_id = new.patient_id);
    delete from identity.flow f using identity.invitation i
     where f.invitation_id = i.id and i.patient_id = new.patient_id;
    update identity.invitation i set expires_at = least(i.expires_at, now())
     where i.patient_id = new.patient_id and i.used_at is null;
    new.held_until := case when identity.is_in_use(new.account_id) then now() + interval '24 hours' end;
  elsif exists (select 1 from identity.patient_account l where l.account_id = new.account_id) then
    raise exception 'a patient''s own account takes no role' using errcode = '23505';
  elsif new.invited_by is not null then
    new.approved_by := case when identity.has_other_approver(new.invited_by, new.account_id) then null else new.invited_by end;
  end if;
  return new;
end
$$;

create function identity.note_role_request() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into identity.role_request (id, account_id, invitation_id, role, requested_by, expires_at, decided_by, decided_at, outcome)
  values (new.id, new.account_id, new.id, new.role, new.invited_by, new.expires_at, new.approved_by,
    case when new.approved_by is not null then now() end, case when new.approved_by is not null then 'approved' end);
  return null;
end
$$;
revoke execute on function identity.note_role_request() from public;
create trigger note_role_request after insert on identity.invitation
  for each row when (new.kind = 'staff' and new.invited_by is not null) execute function identity.note_role_request();

-- As in 0005, and: a letter for staff that nobody approved opens nothing.
create or replace function identity.use_invitation(p_id uuid, p_account uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update identity.invitation set used_at = now(), used_by = p_account
   where id = p_id and used_at is null and (kind <> 'staff' or invited_by is null or approved_by is not null);
  if not found then
    raise exception 'the invitation was used' using errcode = 'PT404';
  end if;
  update identity.invitation o set expires_at = least(o.expires_at, now())
  from identity.invitation i
  where i.id = p_id and o.patient_id = i.patient_id and o.id <> i.id and o.used_at is null;
end
$$;

do $$
declare
  f text;
begin
  foreach f in array array['require_right(text)', 'has_other_approver(uuid, uuid)', 'list_staff(int4)', 'staff_roles()',
    'take_staff(uuid)', 'has_other_administrator(uuid)', 'set_staff_state(uuid, boolean)', 'end_staff_sessions(uuid)',
    'ask_role(uuid, uuid, uuid, text, timestamptz, bytea)', 'list_role_requests()', 'decide_role(uuid, uuid, boolean)',
    'withdraw_role(uuid, text)'] loop
    execute format('revoke execute on function identity.%s from public', f);
    execute format('grant execute on function identity.%s to app_identity', f);
  end loop;
end
$$;
reset role;
