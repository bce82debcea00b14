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

-- Factors. Each row has an id of its own and a head in sealed.row_head: an old password, authenticator
-- or recovery code that is put back behind the program does not open.
--
-- The OPAQUE record. A key slot of the end-to-end design will sit beside it, opened by the same
-- sign-in; it gets a table of its own.
create table identity.credential (
  id uuid primary key,
  account_id uuid not null unique references identity.account (id),
  sealed bytea not null,
  version int8 not null,
  changed_at timestamptz not null default now()
);

-- The authenticator's secret, and the last 30-second step that was accepted: each code works once.
create table identity.totp (
  id uuid primary key,
  account_id uuid not null unique references identity.account (id),
  sealed bytea not null,
  version int8 not null,
  last_step int8 not null default 0,
  changed_at timestamptz not null default now()
);

-- Holds SHA-256 of a verifier that the client derives from the 160-bit code; the code itself never comes here.
create table identity.recovery (
  id uuid primary key,
  account_id uuid not null unique references identity.account (id),
  sealed bytea not null,
  version int8 not null,
  changed_at timestamptz not null default now()
);

-- `sealed` holds name, birth date (patients), suggested sign-in name, how the person was proofed.
-- `account_id` set, patients: a renewal after everything was lost; it replaces that account's factors, and
-- not before `held_until`. `account_id` set, staff: a role offered to that account, which its owner takes
-- while she is signed in; no factor changes.
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
  held_until timestamptz,
  used_at timestamptz,
  used_by uuid,
  check ((kind = 'patient') = (patient_id is not null)),
  check ((kind = 'patient') = (role = 'patient')),
  check (expires_at <= created_at + interval '90 days')
);
create index invitation_patient on identity.invitation (patient_id) where patient_id is not null;
create index invitation_account on identity.invitation (account_id) where account_id is not null;

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
  step text not null check (step in ('start', 'password', 'code', 'recovery', 'enrolment', 'renewal', 'role')),
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
-- The factors' heads belong to the system subject, as their seals do.
create policy identity_heads on sealed.row_head for all to app_owner
  using (table_name in ('identity.credential', 'identity.totp', 'identity.recovery'))
  with check (table_name in ('identity.credential', 'identity.totp', 'identity.recovery'));
grant select (id, profile, version, created_at) on identity.account to app;
grant select on identity.sign_in to app;
grant insert (id, code_hash, kind, role, patient_id, account_id, sealed, invited_by, approved_by, expires_at) on identity.invitation to app;

reset role;
