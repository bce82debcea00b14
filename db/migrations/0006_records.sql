-- Health records as FHIR R4 resources, sealed row by row. See features/records/README.md.
-- Clear: ids, times, the resource type and its area (for row-level security), where it came from.
set role app_owner;

create schema records authorization app_owner;
grant usage on schema records to app, app_importer, app_worker;

-- Where records come from, and how each feed is doing. No health information: everybody signed in may
-- read it, because every list says what it is based on.
create table records.source (
  id uuid primary key,
  name text not null unique check (name ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
  title text not null check (length(title) between 1 and 120),
  -- A feed that should report at least this often; null: brought by hand.
  expected_every interval,
  last_success_at timestamptz,
  last_failure_at timestamptz,
  -- A key of plain words ('unreachable', 'refused'), never the sender's text.
  problem text check (problem ~ '^[a-z-]{1,40}$')
);

-- One row per person: the few facts of a page header (name, birth date, record number), sealed. Full
-- demographics are the Patient resource below.
create table records.patient (
  patient_id uuid primary key,
  -- Row id of this summary, for its head; not the patient's.
  id uuid not null unique,
  source_id uuid not null references records.source (id),
  sealed bytea not null,
  updated_at timestamptz not null default now()
);

-- Compound blind tokens: surname with birth date, its sound with the birth year, authority with
-- identifier. None for a name alone: its frequency would tell who it is.
create table records.patient_token (
  kind text not null check (kind in ('name-birth-date', 'sound-birth-year', 'identifier', 'record-number')),
  token bytea not null check (octet_length(token) between 4 and 32),
  patient_id uuid not null references records.patient (patient_id),
  primary key (kind, token, patient_id)
);
create index patient_token_patient on records.patient_token (patient_id);

-- Authorities that number patients here ("http://hospital.example/mrn"): a search by record number
-- needs their names. No number stands here.
create table records.authority (
  system text primary key check (length(system) between 1 and 400)
);

-- When each source last brought something about a person: what is brought by hand (files) says nothing
-- about anybody else.
create table records.patient_feed (
  patient_id uuid not null,
  source_id uuid not null references records.source (id),
  last_success_at timestamptz not null,
  primary key (patient_id, source_id)
);

create table records.resource (
  patient_id uuid not null,
  -- Derived from source, type and the sender's id by a secret key (UUIDv8), so that a second import
  -- meets the same row without an index of foreign ids.
  id uuid not null,
  resource_type text not null check (resource_type ~ '^[A-Z][A-Za-z]{2,40}$'),
  area text not null check (area in ('results', 'clinical', 'demographics', 'billing')),
  -- When it happened, for the order of lists; when it was stored if the resource names no time.
  at timestamptz not null,
  -- Which list shows it, and its code, as tokens under the patient's own key (a code is a diagnosis).
  list_token bytea check (octet_length(list_token) = 16),
  code_token bytea check (octet_length(code_token) = 16),
  -- Tells whether new content is new, without opening the row.
  content_token bytea not null check (octet_length(content_token) = 16),
  source_id uuid not null references records.source (id),
  stored_at timestamptz not null default now(),
  sealed bytea not null,
  primary key (patient_id, id)
);
create index resource_list on records.resource (patient_id, list_token, at desc, id desc);

-- What belongs to no patient: practitioners, organizations, places, medicines of a formulary.
create table records.shared_resource (
  id uuid primary key,
  resource_type text not null check (resource_type ~ '^[A-Z][A-Za-z]{2,40}$'),
  content_token bytea not null check (octet_length(content_token) = 16),
  source_id uuid not null references records.source (id),
  stored_at timestamptz not null default now(),
  sealed bytea not null
);

-- Business identifiers of shared resources (an NPI), as tokens: conditional references find them here.
create table records.shared_token (
  token bytea not null check (octet_length(token) = 16),
  resource_id uuid not null references records.shared_resource (id),
  primary key (token, resource_id)
);

-- Every table here says to the database how old rows may change: a record keeps its owner and type.
create function records.keep_owner() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if (new.patient_id, new.id, new.resource_type) is distinct from (old.patient_id, old.id, old.resource_type) then
    raise exception 'a record keeps its patient, id and type' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
revoke execute on function records.keep_owner() from public;
create trigger keep_owner before update on records.resource
  for each row execute function records.keep_owner();

do $$
declare
  t text;
begin
  foreach t in array array['source', 'patient', 'patient_token', 'patient_feed', 'authority', 'resource', 'shared_resource', 'shared_token'] loop
    execute format('alter table records.%I enable row level security', t);
    execute format('alter table records.%I force row level security', t);
  end loop;
end
$$;

grant select on records.source, records.patient, records.patient_token, records.patient_feed, records.authority, records.resource to app;
grant select, insert, update on records.source, records.patient, records.patient_feed, records.resource, records.shared_resource
  to app_importer;
grant select, insert, delete on records.patient_token, records.shared_token to app_importer;
grant select, insert on records.authority to app_importer;
grant select, insert, update on sealed.row_head to app_importer;
grant select on sealed.row_head to app;

reset role;
