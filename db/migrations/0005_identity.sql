-- Identity: accounts, factors, invitations, sign-in flows, own history, throttling.
--
-- Before a session exists nobody is "the actor", so nothing here is decided by row policies:
-- the API's identity pool (`app_identity`) may only call the definer functions below, each of which
-- does one step. `app` reads its own account and its own sign-in history under the generated
-- policies, and the front desk or an administrator inserts invitations under theirs.
--
-- What a thief of this schema gains: sealed names, OPAQUE records that cannot be guessed against
-- without the wrapped server secret (KEK outside the database), hashes of random codes.
create schema identity authorization app_owner;
grant usage on schema identity to app, app_identity;

set role app_owner;

-- Wrapped by the KMS under domain "identity": the OPAQUE server setup and the keys of blind tokens.
create table identity.server_secret (
  name text primary key check (name ~ '^[a-z-]{3,40}$'),
  wrapped bytea not null,
  created_at timestamptz not null default now()
);

-- `profile` seals {name, signInName, language} under the account's own key.
-- The blind token is unique: this is a small directory, one row a person, never a patient table.
create table identity.account (
  id uuid primary key,
  sign_in_token bytea not null unique check (length(sign_in_token) between 8 and 32),
  profile bytea not null,
  version int8 not null default 1,
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);

-- The OPAQUE record. A key slot of the end-to-end design will sit beside it, opened by the same
-- sign-in; it gets a table of its own.
create table identity.credential (
  account_id uuid primary key references identity.account (id),
  sealed bytea not null,
  version int8 not null default 1,
  changed_at timestamptz not null default now()
);

-- The authenticator's secret, and the last 30-second step that was accepted: each code works once.
create table identity.totp (
  account_id uuid primary key references identity.account (id),
  sealed bytea not null,
  version int8 not null default 1,
  last_step int8 not null default 0,
  changed_at timestamptz not null default now()
);

-- SHA-256 of a verifier that the client derives from the 160-bit code; the code itself never comes here.
create table identity.recovery (
  account_id uuid primary key references identity.account (id),
  verifier_hash bytea not null check (length(verifier_hash) = 32),
  changed_at timestamptz not null default now()
);

-- `sealed` holds name, birth date (patients), suggested sign-in name, how the person was proofed.
-- `account_id` set: a re-invitation after everything was lost; it replaces that account's factors.
create table identity.invitation (
  id uuid primary key,
  code_hash bytea not null unique check (length(code_hash) = 32),
  kind text not null check (kind in ('patient', 'staff')),
  role text not null,
  patient_id uuid,
  account_id uuid references identity.account (id),
  sealed bytea not null,
  tries_left int4 not null default 5 check (tries_left between 0 and 5),
  invited_by uuid,
  approved_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid,
  check ((kind = 'patient') = (patient_id is not null)),
  check ((kind = 'patient') = (role = 'patient')),
  check (expires_at <= created_at + interval '90 days')
);
create index invitation_patient on identity.invitation (patient_id) where patient_id is not null;

-- Which account is a patient's own. Who may see what follows from access.relationship, never from here.
create table identity.patient_account (
  patient_id uuid primary key,
  account_id uuid not null references identity.account (id)
);

-- Short-lived server state between two requests of one sign-in, enrolment or recovery.
create table identity.flow (
  id uuid primary key,
  token_hash bytea not null unique check (length(token_hash) = 32),
  kind text not null check (kind in ('sign-in', 'enrol', 'recover')),
  stage text not null check (stage in ('password', 'code', 'new-password', 'authenticator', 'recovery')),
  account_id uuid,
  invitation_id uuid references identity.invitation (id),
  sealed bytea not null,
  version int8 not null default 1,
  code_tries int4 not null default 0,
  expires_at timestamptz not null
);
create index flow_expires on identity.flow (expires_at);

-- A browser that has signed in before: it has throttling buckets of its own, so that an attacker
-- elsewhere cannot lock its owner out.
create table identity.device (
  token_hash bytea primary key check (length(token_hash) = 32),
  account_id uuid not null references identity.account (id),
  created_at timestamptz not null default now(),
  used_at timestamptz not null default now()
);
create index device_account on identity.device (account_id);

-- History shown to the account's owner. `account_id` null: a name nobody has.
create table identity.sign_in (
  id uuid primary key,
  account_id uuid,
  at timestamptz not null default now(),
  step text not null check (step in ('start', 'password', 'code', 'recovery', 'enrolment', 'role')),
  outcome text not null check (outcome in ('started', 'ok', 'wrong', 'refused')),
  sealed bytea not null
);
create index sign_in_account on identity.sign_in (account_id, at desc);

create table identity.throttle (
  key bytea primary key check (length(key) between 8 and 32),
  points int4 not null,
  until_at timestamptz not null
);
create index throttle_until on identity.throttle (until_at);

-- Forced row security on every table. The definer functions run as app_owner; these policies are
-- theirs alone. Policies for `app` are generated from features/identity/policy.ts.
do $$
declare
  t text;
begin
  foreach t in array array['server_secret', 'account', 'credential', 'totp', 'recovery', 'invitation', 'patient_account', 'flow', 'device', 'sign_in', 'throttle'] loop
    execute format('alter table identity.%I enable row level security', t);
    execute format('alter table identity.%I force row level security', t);
    execute format('create policy %I on identity.%I for all to app_owner using (true) with check (true)', t || '_definer', t);
  end loop;
end
$$;
grant select (id, profile, version, created_at) on identity.account to app;
grant select on identity.sign_in to app;
grant insert (id, code_hash, kind, role, patient_id, account_id, sealed, invited_by, approved_by, expires_at) on identity.invitation to app;

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
create function identity.consume(p_keys bytea[], p_limits int4[], p_windows_s int4[]) returns int4
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_points int4;
begin
  for i in 1 .. coalesce(array_length(p_keys, 1), 0) loop
    insert into identity.throttle as t (key, points, until_at)
    values (p_keys[i], 1, clock_timestamp() + make_interval(secs => p_windows_s[i]))
    on conflict (key) do update set
      points = case when t.until_at <= clock_timestamp() then 1 else least(t.points + 1, 1000000) end,
      until_at = case when t.until_at <= clock_timestamp()
                      then clock_timestamp() + make_interval(secs => p_windows_s[i]) else t.until_at end
    returning t.points into v_points;
    if v_points > p_limits[i] then
      return i;
    end if;
  end loop;
  delete from identity.throttle where key in (
    select key from identity.throttle where until_at < clock_timestamp() - interval '1 day'
    order by until_at limit 5 for update skip locked);
  return 0;
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
returns table (account_id uuid, credential bytea, credential_version int8, device_known boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id, c.sealed, c.version,
         exists (select 1 from identity.device d where d.token_hash = p_device and d.account_id = a.id)
  from identity.account a join identity.credential c on c.account_id = a.id
  where a.sign_in_token = p_token and a.disabled_at is null
$$;

create function identity.find_account(p_account uuid)
returns table (profile bytea, version int8)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.profile, a.version from identity.account a where a.id = p_account and a.disabled_at is null
$$;

create function identity.find_factors(p_account uuid)
returns table (totp bytea, totp_version int8, last_step int8, credential_version int8, recovery_hash bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.sealed, t.version, t.last_step, c.version, r.verifier_hash
  from identity.totp t
  join identity.account a on a.id = t.account_id and a.disabled_at is null
  join identity.credential c on c.account_id = t.account_id
  join identity.recovery r on r.account_id = t.account_id
  where t.account_id = p_account
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

create function identity.add_account(
  p_account uuid, p_token bytea, p_profile bytea, p_credential bytea, p_totp bytea, p_step int8, p_recovery_hash bytea) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into identity.account (id, sign_in_token, profile) values (p_account, p_token, p_profile);
  insert into identity.credential (account_id, sealed) values (p_account, p_credential);
  insert into identity.totp (account_id, sealed, last_step) values (p_account, p_totp, p_step);
  insert into identity.recovery (account_id, verifier_hash) values (p_account, p_recovery_hash);
end
$$;

-- All factors change together: recovery gives new ones, never a way around one of them.
-- `p_version` is the version that the new rows were sealed for; false when another change came first.
create function identity.replace_factors(
  p_account uuid, p_version int8, p_credential bytea, p_totp bytea, p_step int8, p_recovery_hash bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update identity.credential set sealed = p_credential, version = p_version, changed_at = now()
   where account_id = p_account and version = p_version - 1;
  if not found then
    return false;
  end if;
  update identity.totp set sealed = p_totp, version = p_version, last_step = p_step, changed_at = now() where account_id = p_account;
  update identity.recovery set verifier_hash = p_recovery_hash, changed_at = now() where account_id = p_account;
  delete from identity.device where account_id = p_account;
  delete from identity.flow where account_id = p_account and kind <> 'enrol';
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
  on conflict (id) do update set step = excluded.step, outcome = excluded.outcome
  where s.account_id is not distinct from excluded.account_id
$$;

-- The account a patient signs in with: a second invitation renews it.
create function identity.find_patient_account(p_patient uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select account_id from identity.patient_account where patient_id = p_patient
$$;

create function identity.link_patient(p_patient uuid, p_account uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into identity.patient_account (patient_id, account_id) values (p_patient, p_account)
  on conflict (patient_id) do update set account_id = excluded.account_id
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
returns table (id uuid, kind text, role text, patient_id uuid, account_id uuid, sealed bytea, tries_left int4, invited_by uuid, approved_by uuid)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select i.id, i.kind, i.role, i.patient_id, i.account_id, i.sealed, i.tries_left, i.invited_by, i.approved_by
  from identity.invitation i
  where i.code_hash = p_code_hash and i.used_at is null and i.tries_left > 0 and i.expires_at > clock_timestamp()
  for update
$$;

create function identity.take_invitation_by_id(p_id uuid)
returns table (id uuid, kind text, role text, patient_id uuid, account_id uuid, sealed bytea, tries_left int4, invited_by uuid, approved_by uuid)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select i.id, i.kind, i.role, i.patient_id, i.account_id, i.sealed, i.tries_left, i.invited_by, i.approved_by
  from identity.invitation i
  where i.id = p_id and i.used_at is null and i.tries_left > 0 and i.expires_at > clock_timestamp()
  for update
$$;

create function identity.miss_invitation(p_id uuid) returns int4
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update identity.invitation set tries_left = greatest(tries_left - 1, 0) where id = p_id returning tries_left
$$;

create function identity.use_invitation(p_id uuid, p_account uuid) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with used as (
    update identity.invitation set used_at = now(), used_by = p_account where id = p_id and used_at is null returning 1)
  select exists (select 1 from used)
$$;

-- The first administrator's invitation, made by `portico serve --init` on an empty installation.
create function identity.invite_first_administrator(p_id uuid, p_code_hash bytea, p_sealed bytea) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
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
