-- Who approves a role of staff: never who asks for it, never who gets it, and never one person alone. One exception
-- is left: the first administrator, as long as nobody else was ever an approver, gives somebody else the role that
-- makes a second one (docs/adr/0021). Replaces what 0013 let an approver do who was alone again after seven days.
set role app_owner;
grant create on schema access to access_reader;
set role access_reader;

-- Accounts that may approve roles now, as far as their roles say.
create or replace function access.approvers() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select distinct g.account_id from access.role_grant g
  where g.role in ('administrator', 'privacy_officer') and g.revoked_at is null
    and g.from_at <= now() and (g.until_at is null or g.until_at > now());
end
$$;

-- Whether anybody but this account could ever approve: grants are ended, never deleted.
create function access.had_other_approver(p_account uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (
    select from access.role_grant g
    where g.role in ('administrator', 'privacy_officer') and g.account_id is distinct from p_account);
end
$$;
revoke execute on function access.had_other_approver(uuid) from public;
grant execute on function access.had_other_approver(uuid) to app_owner;

-- Gives a role; does nothing when the account already holds it. A grant whose time ran out ends first.
create or replace function access.grant_role(p_id uuid, p_account uuid, p_role text, p_granted_by uuid, p_approved_by uuid)
returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update access.role_grant g set revoked_at = now()
  where g.account_id = p_account and g.role = p_role and g.revoked_at is null and g.until_at <= now();
  insert into access.role_grant (id, account_id, role, granted_by, approved_by)
  values (p_id, p_account, p_role, p_granted_by, p_approved_by)
  on conflict (account_id, role) where revoked_at is null do nothing;
end
$$;

set role app_owner;
revoke create on schema access from access_reader;

-- Whether anybody but these two can approve now.
create or replace function identity.has_other_approver(p_asker uuid, p_subject uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select 1 from access.approvers() as p(account_id) join identity.account a on a.id = p.account_id
    where a.id <> p_asker and a.id is distinct from p_subject and a.disabled_at is null)
$$;

-- How a role that p_asker asks for, for p_subject (null: an account that is yet to be made), can be approved:
-- 'other': by somebody else. 'alone': the first administrator makes the second approver. 'first': she must do that
-- before anything else. 'nobody': only p_subject could, who may not. 'operator': nobody is left who could.
create function identity.approval_of(p_asker uuid, p_subject uuid, p_role text) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case
    when identity.has_other_approver(p_asker, p_subject) then 'other'
    when not access.had_other_approver(p_asker) then
      case when p_role in ('administrator', 'privacy_officer') and p_subject is distinct from p_asker then 'alone' else 'first' end
    when identity.has_other_approver(p_asker, null) then 'nobody'
    else 'operator' end
$$;

-- As in 0013, and: what nobody could approve is not asked for; its answer is then that of identity.approval_of.
create or replace function identity.ask_role(p_id uuid, p_grant uuid, p_account uuid, p_role text, p_until timestamptz, p_sealed bytea)
returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_by uuid := access.account_id();
  v_way text;
begin
  perform identity.require_right('write');
  if exists (select 1 from access.staff_grants() g where g.account_id = p_account and g.role = p_role and g.is_live) then
    raise exception 'the account holds this role' using errcode = '23505';
  end if;
  v_way := identity.approval_of(v_by, p_account, p_role);
  if v_way not in ('other', 'alone') then
    return v_way;
  end if;
  update identity.role_request set outcome = 'lapsed', decided_at = now() where outcome is null and expires_at <= now();
  insert into identity.role_request (id, account_id, role, until_at, sealed, requested_by, expires_at)
  values (p_id, p_account, p_role, p_until, p_sealed, v_by, least(now() + interval '14 days', p_until));
  if v_way = 'other' then
    return 'waiting';
  end if;
  perform access.grant_role_until(p_grant, p_account, p_role, v_by, v_by, p_until);
  update identity.role_request set outcome = 'approved', decided_by = v_by, decided_at = now() where id = p_id;
  return 'approved';
end
$$;

-- As in 0013, with the approver of a letter for staff as identity.approval_of says.
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
    new.approved_by := case when identity.approval_of(new.invited_by, new.account_id, new.role) = 'alone' then new.invited_by end;
  end if;
  return new;
end
$$;

-- As in 0013, and: a letter that the first administrator approved alone opens only until there is a second approver.
-- The lock is that of identity.take_staff, so that of two such letters one opens.
create or replace function identity.use_invitation(p_id uuid, p_account uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  i identity.invitation;
begin
  select v.* into i from identity.invitation v where v.id = p_id;
  if i.kind = 'staff' then
    perform pg_advisory_xact_lock(hashtextextended('identity.administrators', 0));
    if i.invited_by is not null and (i.approved_by is null or (i.approved_by = i.invited_by
         and identity.approval_of(i.invited_by, i.account_id, i.role) <> 'alone')) then
      raise exception 'nobody else approved the letter' using errcode = 'PT404';
    end if;
  end if;
  update identity.invitation set used_at = now(), used_by = p_account where id = p_id and used_at is null;
  if not found then
    raise exception 'the invitation was used' using errcode = 'PT404';
  end if;
  update identity.invitation o set expires_at = least(o.expires_at, now())
  where o.patient_id = i.patient_id and o.id <> i.id and o.used_at is null;
  -- Letters that she approved alone and that somebody is using at this moment fail above.
  if i.kind = 'staff' and i.approved_by = i.invited_by then
    update identity.invitation o set expires_at = least(o.expires_at, now())
    where o.id in (select v.id from identity.invitation v
      where v.kind = 'staff' and v.approved_by = v.invited_by and v.id <> i.id and v.used_at is null
      for update skip locked);
  end if;
end
$$;

-- `portico invite-approver`: a letter for a privacy officer, asked for by whoever runs the server, for a clinic where
-- nobody else is left who could approve. It opens nothing until an approver of the clinic says yes.
create function identity.invite_approver(p_id uuid, p_code_hash bytea, p_sealed bytea, p_system uuid) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with made as (
    insert into identity.invitation (id, code_hash, kind, role, sealed, invited_by, approved_by, expires_at)
    select p_id, p_code_hash, 'staff', 'privacy_officer', p_sealed, p_system, null, now() + interval '7 days'
    where identity.has_other_approver(p_system, null)
    returning 1)
  select exists (select 1 from made)
$$;

revoke execute on function identity.approval_of(uuid, uuid, text), identity.invite_approver(uuid, bytea, bytea, uuid) from public;
grant execute on function identity.approval_of(uuid, uuid, text), identity.invite_approver(uuid, bytea, bytea, uuid)
  to app_identity;
reset role;
