-- The tamper-evident log: events and what the sequencer makes of them.
--
-- Permissions here are hygiene, not evidence: a superuser can lift every one of them. The evidence is
-- the signed transparency log that is computed from these rows (features/audit/README.md).
set role app_owner;

create schema audit authorization app_owner;
grant usage on schema audit to app, app_identity, app_importer, app_worker, app_sequencer;

-- One row per (request, patient). Clear: ids, time and the ids of the records that were shown.
-- `sealed` holds the disclosed and the internal part with their salts. Events that concern no
-- patient carry the system subject. `cmt` is what the log commits to.
create table audit.event (
  patient_id uuid not null,
  id uuid not null,
  account_id uuid,
  at timestamptz not null,
  sealed bytea not null,
  exposed bytea not null,
  exposed_salt bytea not null,
  -- The one check here: each costs a twelfth of a read, and whatever else is odd does not fit `cmt`.
  cmt bytea not null check (length(cmt) = 32),
  primary key (patient_id, id)
);

-- Events that the log does not hold yet. Emptied by the sequencer in the transaction that adds the leaves.
create table audit.pending (
  event_id uuid primary key,
  patient_id uuid not null,
  cmt bytea not null
);

-- The entries of the log, in order. `entry` is public; the other columns lead back to the event.
create table audit.leaf (
  idx bigint primary key check (idx >= 0),
  entry bytea not null check (length(entry) in (42, 65)),
  patient_id uuid,
  n bigint check (n > 0),
  -- An event stands in the log once, whatever is put into the queue.
  event_id uuid unique,
  unique (patient_id, n),
  check (num_nulls(patient_id, n, event_id) in (0, 3))
);

-- Full hash tiles (C2SP tlog-tiles): 256 hashes and the root above them.
create table audit.tile (
  level integer not null check (level between 0 and 7),
  idx bigint not null check (idx >= 0),
  hashes bytea not null check (length(hashes) = 8192),
  root bytea not null check (length(root) = 32),
  primary key (level, idx)
);

-- Which sealed blocks the tag index covers, and where its leaf stands.
create table audit.tag_index (
  level integer not null check (level in (8, 12, 16, 20, 24)),
  block bigint not null check (block >= 0),
  tag_count bigint not null check (tag_count >= 0),
  root bytea not null check (length(root) = 32),
  leaf_idx bigint not null unique,
  primary key (level, block)
);

-- One row: how far the log has come, and the last checkpoint that was signed.
create table audit.log_state (
  only_row boolean primary key default true check (only_row),
  origin text not null,
  size bigint not null check (size >= 0),
  root bytea not null check (length(root) = 32),
  signed_size bigint not null check (signed_size >= 0 and signed_size <= size),
  note text not null,
  created_at timestamptz not null default now()
);

-- The log's signing key: a seed wrapped by the KMS in the audit domain. Only the sequencer reads it.
create table audit.signing_key (
  vkey text primary key,
  algorithm text not null check (algorithm = 'ed25519'),
  wrapped bytea not null,
  created_at timestamptz not null default now()
);

-- Per patient: how many entries, and the key of her tags, wrapped by the KMS in the audit domain.
create table audit.patient_log (
  patient_id uuid primary key,
  version integer not null check (version > 0),
  entry_count bigint not null check (entry_count >= 0),
  wrapped bytea not null
);

create function audit.refuse_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'the audit log only grows: % on %.% refused', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;
revoke execute on function audit.refuse_change() from public;

do $$
declare
  t text;
begin
  foreach t in array array['event', 'leaf', 'tile', 'tag_index', 'signing_key'] loop
    execute format('create trigger append_only before update or delete on audit.%I for each row execute function audit.refuse_change()', t);
    execute format('create trigger append_only_truncate before truncate on audit.%I for each statement execute function audit.refuse_change()', t);
  end loop;
  foreach t in array array['event', 'pending', 'leaf', 'tile', 'tag_index', 'log_state', 'signing_key', 'patient_log'] loop
    execute format('alter table audit.%I enable row level security', t);
    execute format('alter table audit.%I force row level security', t);
  end loop;
end
$$;

-- People and service actors append; reading back goes by the policy 'audit.accessLog' only.
grant insert on audit.event, audit.pending to app, app_identity, app_importer, app_worker, app_sequencer;
grant select on audit.event, audit.leaf, audit.patient_log, audit.tag_index to app;

grant select on audit.event, audit.leaf, audit.tile, audit.tag_index, audit.signing_key to app_sequencer;
grant select, delete on audit.pending to app_sequencer;
grant insert on audit.leaf, audit.tile, audit.tag_index, audit.signing_key, audit.log_state, audit.patient_log to app_sequencer;
grant select, update on audit.log_state, audit.patient_log to app_sequencer;

reset role;
