-- What opens and ends sessions, roles and relationships: definer functions of `access_reader`, each for
-- the one process whose features need it. See features/access/README.md.
set role app_owner;
grant create on schema access to access_reader;
set role access_reader;

-- Opens a session for an account that holds the role now. p_cap_hash = sha256(SHA256(cookie token)).
create function access.open_session(p_cap_hash bytea, p_id uuid, p_account uuid, p_role text, p_assurance text,
  p_acting_for uuid, p_actor_sealed bytea, p_idle_timeout interval, p_lifetime interval) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ends_at timestamptz;
begin
  -- "Everywhere" means this one too: see revoke_account_sessions.
  perform pg_advisory_xact_lock_shared(hashtextextended('access.sessions ' || p_account::text, 0));
  -- `for share`: a revocation at the same moment either comes first or finds this session and ends it.
  select coalesce(g.until_at, 'infinity') into ends_at
  from access.role_grant g
  where g.account_id = p_account and g.role = p_role and g.revoked_at is null
    and g.from_at <= now() and (g.until_at is null or g.until_at > now())
  for share;
  if not found then
    raise exception 'the account does not hold this role' using errcode = 'insufficient_privilege';
  end if;
  insert into access.session (cap_hash, id, account_id, role, assurance, acting_for, actor_sealed, idle_timeout, expires_at)
  values (p_cap_hash, p_id, p_account, p_role, p_assurance, p_acting_for, p_actor_sealed, p_idle_timeout,
    least(now() + p_lifetime, ends_at));
end
$$;

-- Ends one session of the account; false when there was none to end.
create function access.revoke_session(p_session uuid, p_account uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update access.session s set revoked_at = now()
  where s.id = p_session and s.account_id = p_account and s.revoked_at is null;
  return found;
end
$$;

-- Ends one live session of the account, or raises PT401: nobody is told "signed out" while another
-- request has just put a new session in this one's place.
create function access.end_session(p_session uuid, p_account uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update access.session s set revoked_at = now()
  where s.id = p_session and s.account_id = p_account and s.revoked_at is null
    and s.expires_at > now() and s.last_seen_at + s.idle_timeout > now();
  if not found then
    raise exception 'no live session' using errcode = 'PT401';
  end if;
end
$$;

-- Puts a new session in the place of a live one, which ends; PT401 when it ended first. Of several such
-- requests at once exactly one passes. The absolute limit is the old session's.
create function access.replace_session(p_session uuid, p_account uuid, p_cap_hash bytea, p_id uuid, p_role text,
  p_actor_sealed bytea, p_idle_timeout interval) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  old access.session;
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('access.sessions ' || p_account::text, 0));
  perform access.end_session(p_session, p_account);
  select s.* into strict old from access.session s where s.id = p_session;
  perform access.open_session(p_cap_hash, p_id, p_account, p_role, old.assurance, null, p_actor_sealed,
    p_idle_timeout, old.expires_at - now());
end
$$;

-- True once per session: its first look at the names of other people's records, which is an entry of their logs.
create function access.first_look() returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update access.session s set looked_at = now()
  from access.live_session l where s.cap_hash = l.cap_hash and s.looked_at is null;
  return found;
end
$$;

-- Ends every session of the account; how many there were. The lock waits for sessions that are being
-- opened at this moment, so that the statement after it sees them.
create function access.revoke_account_sessions(p_account uuid) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ended integer;
begin
  perform pg_advisory_xact_lock(hashtextextended('access.sessions ' || p_account::text, 0));
  update access.session s set revoked_at = now() where s.account_id = p_account and s.revoked_at is null;
  get diagnostics ended = row_count;
  return ended;
end
$$;

-- Roles that the account holds now, for the choice at sign-in.
create function access.roles_of(p_account uuid) returns text[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((
    select array_agg(g.role order by g.role) from access.role_grant g
    where g.account_id = p_account and g.revoked_at is null
      and g.from_at <= now() and (g.until_at is null or g.until_at > now())
  ), '{}');
end
$$;

-- Gives a role; does nothing when the account already holds it.
create function access.grant_role(p_id uuid, p_account uuid, p_role text, p_granted_by uuid, p_approved_by uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into access.role_grant (id, account_id, role, granted_by, approved_by)
  values (p_id, p_account, p_role, p_granted_by, p_approved_by)
  on conflict (account_id, role) where revoked_at is null do nothing;
end
$$;

-- The end of a grant is the end of its sessions, whoever ends it.
create function access.end_role_sessions() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' or new.revoked_at is not null or new.account_id <> old.account_id or new.role <> old.role then
    update access.session s set revoked_at = now()
    where s.account_id = old.account_id and s.role = old.role and s.revoked_at is null;
  elsif new.until_at is not null then
    update access.session s set expires_at = least(s.expires_at, new.until_at)
    where s.account_id = old.account_id and s.role = old.role and s.revoked_at is null;
  end if;
  return null;
end
$$;

-- Ends a role and, through the trigger, every session in it; false when the account did not hold it.
create function access.revoke_role(p_account uuid, p_role text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update access.role_grant g set revoked_at = now()
  where g.account_id = p_account and g.role = p_role and g.revoked_at is null;
  return found;
end
$$;

-- Writes a relationship, or changes the live one of the same kind between the two; its id.
-- Each process may write only the kinds that its features own.
create function access.relate(p_id uuid, p_kind text, p_account uuid, p_patient uuid,
  p_until timestamptz default null, p_view_areas text[] default '{}', p_act_areas text[] default '{}') returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  known uuid;
begin
  if (session_user = 'app_identity' and p_kind not in ('self', 'trusted_person'))
     or (session_user in ('app_importer', 'app_worker') and p_kind in ('self', 'trusted_person')) then
    raise exception 'this process does not write relationships of kind %', p_kind using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('access.relationship ' || p_kind || p_account::text || p_patient::text, 0));
  update access.relationship r set until_at = p_until, view_areas = p_view_areas, act_areas = p_act_areas
  where r.kind = p_kind and r.account_id = p_account and r.patient_id = p_patient
    and (r.until_at is null or r.until_at > now())
  returning r.id into known;
  if known is not null then
    return known;
  end if;
  insert into access.relationship (id, kind, account_id, patient_id, until_at, view_areas, act_areas)
  values (p_id, p_kind, p_account, p_patient, p_until, p_view_areas, p_act_areas);
  return p_id;
end
$$;

-- Ends the live relationships of the kind between the two, at once; how many there were.
create function access.end_relationship(p_kind text, p_account uuid, p_patient uuid) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ended integer;
begin
  if (session_user = 'app_identity' and p_kind not in ('self', 'trusted_person'))
     or (session_user in ('app_importer', 'app_worker') and p_kind in ('self', 'trusted_person')) then
    raise exception 'this process does not write relationships of kind %', p_kind using errcode = 'insufficient_privilege';
  end if;
  -- An end before the beginning cannot be stored: a future relationship ends where it would begin.
  update access.relationship r set until_at = greatest(now(), r.from_at)
  where r.kind = p_kind and r.account_id = p_account and r.patient_id = p_patient
    and (r.until_at is null or r.until_at > now());
  get diagnostics ended = row_count;
  return ended;
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
grant execute on function
  access.open_session(bytea, uuid, uuid, text, text, uuid, bytea, interval, interval),
  access.revoke_session(uuid, uuid), access.revoke_account_sessions(uuid), access.roles_of(uuid),
  access.grant_role(uuid, uuid, text, uuid, uuid), access.revoke_role(uuid, text),
  access.end_session(uuid, uuid), access.replace_session(uuid, uuid, bytea, uuid, text, bytea, interval)
  to app_identity;
-- What changes a session, and its event, are one transaction: the identity pool enters like any other.
grant execute on function access.enter(uuid, text, uuid, text, text) to app_identity;
grant execute on function access.first_look() to app;
grant execute on function
  access.relate(uuid, text, uuid, uuid, timestamptz, text[], text[]), access.end_relationship(text, uuid, uuid)
  to app_identity, app_importer, app_worker;

grant execute on function access.end_role_sessions() to app_owner;
set role app_owner;
create trigger end_role_sessions after update or delete on access.role_grant
  for each row execute function access.end_role_sessions();
set role access_reader;
revoke execute on function access.end_role_sessions() from app_owner;
set role app_owner;
revoke create on schema access from access_reader;
-- A patient is one person: nobody else becomes "herself" beside her.
create unique index relationship_self on access.relationship (patient_id) where kind = 'self' and until_at is null;
reset role;
