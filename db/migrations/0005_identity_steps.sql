-- Identity's steps: definer functions that only the identity pool may call, each doing one thing.
-- They run as app_owner under the policies of 0005_identity.sql.
set role app_owner;

------------------------------------------------------------------------------------------------
-- Secrets
create function identity.find_secret(p_name text) returns bytea
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select wrapped from identity.server_secret where name = p_name
$$;

-- Two starting processes agree: the first row wins, both read it.
create function identity.keep_secret(p_name text, p_wrapped bytea) returns bytea
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into identity.server_secret (name, wrapped) values (p_name, p_wrapped) on conflict (name) do nothing;
  select wrapped from identity.server_secret where name = p_name
$$;

------------------------------------------------------------------------------------------------
-- Throttling. Keys come most specific first; the first one that is full stops the count, so that an
-- attacker who has used up his own bucket adds nothing to the shared ones.
-- `full_key` 0: counted. n: the nth is full; `is_first` says it just became so in this window, `wait_s` for how long.
create function identity.consume(p_keys bytea[], p_limits int4[], p_windows_s int4[])
returns table (full_key int4, is_first boolean, wait_s int4)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_points int4;
  v_until timestamptz;
begin
  for i in 1 .. coalesce(array_length(p_keys, 1), 0) loop
    insert into identity.throttle as t (key, points, until_at)
    values (p_keys[i], 1, clock_timestamp() + make_interval(secs => p_windows_s[i]))
    on conflict (key) do update set
      points = case when t.until_at <= clock_timestamp() then 1 else least(t.points + 1, 1000000) end,
      until_at = case when t.until_at <= clock_timestamp()
                      then clock_timestamp() + make_interval(secs => p_windows_s[i]) else t.until_at end
    returning t.points, t.until_at into v_points, v_until;
    if v_points > p_limits[i] then
      return query select i, v_points = p_limits[i] + 1,
        greatest(1, ceil(extract(epoch from v_until - clock_timestamp())))::int4;
      return;
    end if;
  end loop;
  delete from identity.throttle where key in (
    select key from identity.throttle where until_at < clock_timestamp() - interval '1 day'
    order by until_at limit 5 for update skip locked);
  return query select 0, false, 0;
end
$$;

-- What succeeded was no guess.
create function identity.refund(p_keys bytea[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update identity.throttle set points = greatest(points - 1, 0) where key = any (p_keys)
$$;

------------------------------------------------------------------------------------------------
-- Accounts and factors
create function identity.find_for_sign_in(p_token bytea, p_device bytea)
returns table (account_id uuid, id uuid, sealed bytea, head_version int8, head_deleted boolean, head_mac bytea, device_known boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id, c.id, c.sealed, h.version, h.deleted, h.mac,
         exists (select 1 from identity.device d where d.token_hash = p_device and d.account_id = a.id)
  from identity.account a join identity.credential c on c.account_id = a.id
  left join sealed.row_head h on h.subject_id = '00000000-0000-7000-8000-000000000000' and h.row_id = c.id
  where a.sign_in_token = p_token and a.disabled_at is null
$$;

create function identity.find_account(p_account uuid)
returns table (profile bytea, version int8)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.profile, a.version from identity.account a where a.id = p_account and a.disabled_at is null
$$;

create function identity.find_factors(p_account uuid)
returns table (name text, id uuid, sealed bytea, head_version int8, head_deleted boolean, head_mac bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select f.name, f.id, f.sealed, h.version, h.deleted, h.mac
  from identity.account a
  cross join lateral (
    select 'credential' as name, c.id, c.sealed from identity.credential c where c.account_id = a.id
    union all select 'totp', t.id, t.sealed from identity.totp t where t.account_id = a.id
    union all select 'recovery', r.id, r.sealed from identity.recovery r where r.account_id = a.id) f
  left join sealed.row_head h on h.subject_id = '00000000-0000-7000-8000-000000000000' and h.row_id = f.id
  where a.id = p_account and a.disabled_at is null
$$;

-- True exactly once per step, whoever else is trying at the same moment.
create function identity.use_totp_step(p_account uuid, p_step int8) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with used as (
    update identity.totp set last_step = p_step where account_id = p_account and last_step < p_step returning 1)
  select exists (select 1 from used)
$$;

create function identity.is_name_taken(p_token bytea, p_except uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from identity.account where sign_in_token = p_token and id is distinct from p_except)
$$;

create function identity.find_account_by_name(p_token bytea) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select id from identity.account where sign_in_token = p_token
$$;

create function identity.add_account(p_account uuid, p_token bytea, p_profile bytea) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into identity.account (id, sign_in_token, profile) values (p_account, p_token, p_profile)
$$;

-- All factors change together: recovery gives new ones, never a way around one of them. The arrays are
-- in the order credential, totp, recovery. `p_version` is the version that the rows were sealed for;
-- false when another change came first.
create function identity.put_factors(
  p_account uuid, p_version int8, p_ids uuid[], p_sealed bytea[], p_macs bytea[], p_step int8) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_tables text[] := array['identity.credential', 'identity.totp', 'identity.recovery'];
begin
  if p_version = 1 then
    insert into identity.credential (id, account_id, sealed, version) values (p_ids[1], p_account, p_sealed[1], 1);
    insert into identity.totp (id, account_id, sealed, version, last_step) values (p_ids[2], p_account, p_sealed[2], 1, p_step);
    insert into identity.recovery (id, account_id, sealed, version) values (p_ids[3], p_account, p_sealed[3], 1);
    insert into sealed.row_head (subject_id, row_id, table_name, version, mac)
    select '00000000-0000-7000-8000-000000000000', p_ids[i], v_tables[i], 1, p_macs[i] from generate_series(1, 3) i;
    return true;
  end if;
  update identity.credential set sealed = p_sealed[1], version = p_version, changed_at = now()
   where account_id = p_account and id = p_ids[1] and version = p_version - 1;
  if not found then
    return false;
  end if;
  update identity.totp set sealed = p_sealed[2], version = p_version, last_step = p_step, changed_at = now()
   where account_id = p_account and id = p_ids[2];
  update identity.recovery set sealed = p_sealed[3], version = p_version, changed_at = now()
   where account_id = p_account and id = p_ids[3];
  update sealed.row_head h set version = p_version, mac = p_macs[i] from generate_series(1, 3) i
   where h.subject_id = '00000000-0000-7000-8000-000000000000' and h.row_id = p_ids[i] and h.table_name = v_tables[i];
  -- What was begun with the old factors, or invited beside them, is over.
  delete from identity.device where account_id = p_account;
  delete from identity.flow where account_id = p_account;
  update identity.invitation set expires_at = least(expires_at, now()) where account_id = p_account and used_at is null;
  return true;
end
$$;

create function identity.remember_device(p_token bytea, p_account uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into identity.device (token_hash, account_id) values (p_token, p_account)
  on conflict (token_hash) do update set account_id = excluded.account_id, used_at = now();
  -- At most 20 remembered browsers; the ones used longest ago are forgotten first.
  delete from identity.device where token_hash in (
    select token_hash from identity.device where account_id = p_account order by used_at desc offset 20);
end
$$;

create function identity.forget_devices(p_account uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from identity.device where account_id = p_account
$$;

-- One row a try: it says how far the try came. The log keeps every step.
create function identity.note_sign_in(p_id uuid, p_account uuid, p_step text, p_outcome text, p_sealed bytea) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into identity.sign_in as s (id, account_id, step, outcome, sealed) values (p_id, p_account, p_step, p_outcome, p_sealed)
  on conflict (id) do update set step = excluded.step, outcome = excluded.outcome, account_id = excluded.account_id
  where s.account_id is not distinct from excluded.account_id
     -- An enrolment begins before its account exists.
     or (s.account_id is null and s.step = 'enrolment' and excluded.step = 'enrolment')
$$;

-- The account a patient signs in with: a second invitation renews it.
create function identity.find_patient_account(p_patient uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select account_id from identity.patient_account where patient_id = p_patient
$$;

-- A patient's account stays hers: another one is never put in its place.
create function identity.link_patient(p_patient uuid, p_account uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into identity.patient_account (patient_id, account_id) values (p_patient, p_account)
  on conflict (patient_id) do nothing;
  if not exists (select 1 from identity.patient_account l where l.patient_id = p_patient and l.account_id = p_account) then
    raise exception 'the patient has another account' using errcode = 'unique_violation';
  end if;
end
$$;

-- Whether an account is a patient's own.
create function identity.is_patients_own(p_account uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from identity.patient_account where account_id = p_account)
$$;

------------------------------------------------------------------------------------------------
-- Flows. The database's clock decides expiry; a row lock makes each step happen once.
create function identity.begin_flow(
  p_id uuid, p_token bytea, p_kind text, p_stage text, p_account uuid, p_invitation uuid, p_sealed bytea, p_ttl_s int4) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from identity.flow where id in (
    select id from identity.flow where expires_at < clock_timestamp() - interval '1 hour'
    order by expires_at limit 20 for update skip locked);
  insert into identity.flow (id, token_hash, kind, stage, account_id, invitation_id, sealed, expires_at)
  values (p_id, p_token, p_kind, p_stage, p_account, p_invitation, p_sealed,
          clock_timestamp() + make_interval(secs => least(p_ttl_s, 3600)));
end
$$;

create function identity.take_flow(p_token bytea, p_stage text)
returns table (id uuid, kind text, account_id uuid, invitation_id uuid, sealed bytea, version int8, code_tries int4)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select f.id, f.kind, f.account_id, f.invitation_id, f.sealed, f.version, f.code_tries
  from identity.flow f
  where f.token_hash = p_token and f.stage = p_stage and f.expires_at > clock_timestamp()
  for update
$$;

create function identity.advance_flow(p_id uuid, p_kind text, p_stage text, p_sealed bytea, p_version int8, p_ttl_s int4) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update identity.flow set kind = p_kind, stage = p_stage, sealed = p_sealed, version = p_version, code_tries = 0,
         expires_at = clock_timestamp() + make_interval(secs => least(p_ttl_s, 3600))
   where id = p_id
$$;

create function identity.note_code_try(p_id uuid) returns int4
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update identity.flow set code_tries = code_tries + 1 where id = p_id returning code_tries
$$;

create function identity.end_flow(p_id uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from identity.flow where id = p_id
$$;

------------------------------------------------------------------------------------------------
-- Invitations
create function identity.take_invitation(p_code_hash bytea)
returns table (id uuid, kind text, role text, patient_id uuid, account_id uuid, sealed bytea, tries_left int4,
  invited_by uuid, approved_by uuid, held_until timestamptz)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select i.id, i.kind, i.role, i.patient_id, i.account_id, i.sealed, i.tries_left, i.invited_by, i.approved_by,
         case when i.held_until > clock_timestamp() then i.held_until end
  from identity.invitation i
  where i.code_hash = p_code_hash and i.used_at is null and i.tries_left > 0 and i.expires_at > clock_timestamp()
  for update
$$;

-- For the last step: nothing about the patient changes between this look and the end of the transaction.
-- None while it is held, and none when the patient's account is not the one the invitation was made for.
create function identity.take_invitation_by_id(p_id uuid)
returns table (id uuid, kind text, role text, patient_id uuid, account_id uuid, sealed bytea, tries_left int4,
  invited_by uuid, approved_by uuid, held_until timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  v_patient uuid;
begin
  select i.patient_id into v_patient from identity.invitation i where i.id = p_id;
  if v_patient is not null then
    perform pg_advisory_xact_lock(hashtextextended('identity.patient ' || v_patient::text, 0));
  end if;
  return query
  select i.id, i.kind, i.role, i.patient_id, i.account_id, i.sealed, i.tries_left, i.invited_by, i.approved_by, i.held_until
  from identity.invitation i
  where i.id = p_id and i.used_at is null and i.tries_left > 0 and i.expires_at > clock_timestamp()
    and (i.held_until is null or i.held_until <= clock_timestamp())
    and (i.kind <> 'staff' or i.account_id is null)
    and (i.kind <> 'patient' or i.account_id is not distinct from
      (select l.account_id from identity.patient_account l where l.patient_id = i.patient_id))
  for update;
end
$$;

create function identity.miss_invitation(p_id uuid) returns int4
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update identity.invitation set tries_left = greatest(tries_left - 1, 0) where id = p_id returning tries_left
$$;

-- Uses it up; every other open invitation of the same patient ends.
create function identity.use_invitation(p_id uuid, p_account uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update identity.invitation set used_at = now(), used_by = p_account where id = p_id and used_at is null;
  if not found then
    raise exception 'the invitation was used' using errcode = 'PT404';
  end if;
  update identity.invitation o set expires_at = least(o.expires_at, now())
  from identity.invitation i
  where i.id = p_id and o.patient_id = i.patient_id and o.id <> i.id and o.used_at is null;
end
$$;

-- What an account's owner is told while somebody holds a letter that would replace her factors.
create function identity.find_renewal(p_account uuid)
returns table (asked_at timestamptz, opens_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.created_at, coalesce(i.held_until, i.created_at) from identity.invitation i
  where i.account_id = p_account and i.kind = 'patient' and i.used_at is null and i.tries_left > 0 and i.expires_at > now()
  order by i.created_at desc limit 1
$$;

-- The owner says no: the letter, and what was begun with it, are dead. The patients they were for.
create function identity.stop_renewal(p_account uuid) returns setof uuid
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from identity.flow where account_id = p_account and kind = 'enrol';
  update identity.invitation set expires_at = least(expires_at, now())
   where account_id = p_account and kind = 'patient' and used_at is null and expires_at > now()
  returning patient_id
$$;

-- Whether somebody got into the account within 30 days: then a letter to replace its factors is held.
create function identity.is_in_use(p_account uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select 1 from identity.sign_in s
    where s.account_id = p_account and s.outcome = 'ok' and s.step in ('code', 'recovery', 'enrolment', 'renewal')
      and s.at > now() - interval '30 days')
$$;

-- What an invitation may be, whoever writes the row. A patient's is for the account she has, if she has
-- one; it ends her earlier ones; and while that account is in use, its owner has a day to say no.
create function identity.keep_invitation() returns trigger
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
  end if;
  return new;
end
$$;
create trigger keep_invitation before insert on identity.invitation
  for each row execute function identity.keep_invitation();

-- The first administrator's invitation, made by `portico serve --init` on an empty installation.
-- An earlier one, printed by a start that failed later, ends.
create function identity.invite_first_administrator(p_id uuid, p_code_hash bytea, p_sealed bytea) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update identity.invitation set expires_at = least(expires_at, now()) where invited_by is null and used_at is null;
  with made as (
    insert into identity.invitation (id, code_hash, kind, role, sealed, invited_by, approved_by, expires_at)
    select p_id, p_code_hash, 'staff', 'administrator', p_sealed, null, null, now() + interval '7 days'
    where not exists (select 1 from identity.account)
    returning 1)
  select exists (select 1 from made)
$$;

-- Only the identity pool may execute any of this.
do $$
declare
  f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
           where n.nspname = 'identity' loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to app_identity', f);
  end loop;
end
$$;

reset role;
