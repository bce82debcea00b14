-- Encryption at rest: the wrapped data keys, and the head of every sealed row. See docs/encryption-at-rest.md.
set role app_owner;

create schema sealed authorization app_owner;
grant usage on schema sealed to app, app_identity, app_sequencer, app_importer, app_worker;
grant usage, create on schema sealed to access_reader;

-- Which key domains a process may use: it unwraps only what its work needs.
create table sealed.role_domain (
  role_name text not null,
  domain text not null check (domain in ('identity', 'records', 'care', 'documents', 'messaging', 'billing', 'audit')),
  primary key (role_name, domain)
);
insert into sealed.role_domain (role_name, domain) values
  ('app', 'records'), ('app', 'care'), ('app', 'documents'), ('app', 'messaging'), ('app', 'billing'), ('app', 'audit'),
  -- The serving process shows the caller's own name and seals it into her events.
  ('app', 'identity'),
  ('app_identity', 'identity'), ('app_identity', 'audit'),
  ('app_importer', 'records'), ('app_importer', 'documents'), ('app_importer', 'audit'),
  ('app_worker', 'records'), ('app_worker', 'care'), ('app_worker', 'documents'), ('app_worker', 'messaging'),
  ('app_worker', 'billing'), ('app_worker', 'audit'),
  ('app_sequencer', 'audit');

-- One key per subject (a patient, an account, or the system), domain and version, wrapped under the
-- domain's KEK. Version 0 is the index key (blind tokens), from 1 on data keys. Nothing here opens
-- without the KMS.
create table sealed.data_key (
  subject_id uuid not null,
  domain text not null check (domain in ('identity', 'records', 'care', 'documents', 'messaging', 'billing', 'audit')),
  version integer not null check (version >= 0),
  wrapped bytea not null check (octet_length(wrapped) between 32 and 4096),
  kek_id text not null,
  created_at timestamptz not null default now(),
  -- A new version seals only after every process has had time to learn of it (key cache: 5 minutes).
  active_from timestamptz not null default now(),
  primary key (subject_id, domain, version)
);
create index data_key_kek on sealed.data_key (domain, kek_id);

-- The one version of a row that may be read. A table of its own: putting back an old row does not put
-- back its head, and the MAC (under the subject's key) keeps a head from being written by hand.
create table sealed.row_head (
  subject_id uuid not null,
  row_id uuid not null,
  table_name text not null check (table_name ~ '^[a-z0-9_]+\.[a-z0-9_]+$'),
  -- The row's area where its table has areas: who may see the row may see its head, and nobody else.
  area text not null default '' check (area ~ '^[a-z_]{0,40}$'),
  version bigint not null check (version >= 1),
  deleted boolean not null default false,
  mac bytea not null check (octet_length(mac) = 36),
  primary key (subject_id, row_id)
);
-- Tell the planner that a subject has many heads whatever the average says: else, where most people have
-- few records, it reads all heads of a subject for each row of a list (20 rows: 1.2 ms instead of 0.1).
alter table sealed.row_head alter column subject_id set (n_distinct = -0.001);

create function sealed.keep_head() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a row head is marked deleted, never removed' using errcode = 'check_violation';
  end if;
  if (new.subject_id, new.row_id, new.table_name) is distinct from (old.subject_id, old.row_id, old.table_name)
     or new.version <= old.version then
    raise exception 'the version of a row only rises' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
revoke execute on function sealed.keep_head() from public;
create trigger keep_head before update or delete on sealed.row_head
  for each row execute function sealed.keep_head();

alter table sealed.role_domain enable row level security;
alter table sealed.role_domain force row level security;
alter table sealed.data_key enable row level security;
alter table sealed.data_key force row level security;
-- Policies of row_head are generated: each feature's policy names it beside its own tables (docs/adr).
alter table sealed.row_head enable row level security;
alter table sealed.row_head force row level security;

create policy reader on sealed.role_domain for select to access_reader using (true);
create policy keeper on sealed.role_domain to app_owner using (true) with check (true);
create policy reader on sealed.data_key to access_reader using (true) with check (true);
-- KEK rotation re-wraps every key as the owner (portico keys rotate).
create policy keeper on sealed.data_key to app_owner using (true) with check (true);
create policy keeper on sealed.row_head for select to app_owner using (true);
grant select on sealed.role_domain to access_reader;
grant select, insert on sealed.data_key to access_reader;

set role access_reader;

create function sealed.check_domain(p_domain text) returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select 1 from sealed.role_domain r where r.role_name = session_user and r.domain = p_domain) then
    raise exception 'role % has no keys of the domain %', session_user, p_domain using errcode = 'insufficient_privilege';
  end if;
end
$$;

-- Every version of the keys of the given subjects: by exact id only, so that nobody can list subjects.
create function sealed.find_data_keys(p_subjects uuid[], p_domain text)
returns table (subject_id uuid, version integer, wrapped bytea, active boolean)
language plpgsql stable security definer rows 2 set search_path = pg_catalog, pg_temp as $$
begin
  perform sealed.check_domain(p_domain);
  if cardinality(p_subjects) > 100 then
    raise exception 'at most 100 subjects at once' using errcode = 'program_limit_exceeded';
  end if;
  return query
  select k.subject_id, k.version, k.wrapped, k.active_from <= now()
  from sealed.data_key k
  where k.subject_id = any(p_subjects) and k.domain = p_domain
  order by k.subject_id, k.version
  limit 6400;
end
$$;

-- The first keys of a subject; keeps the existing ones when somebody was faster. The serving process makes
-- none for a subject that nobody knows: patients come by the importer, accounts by identity, and each of
-- those makes the first key itself (or a relationship names the patient).
create function sealed.create_data_keys(p_subject uuid, p_domain text, p_index_key bytea, p_data_key bytea, p_kek_id text)
returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform sealed.check_domain(p_domain);
  if session_user = 'app' and p_subject <> '00000000-0000-7000-8000-000000000000'
     and not exists (select from sealed.data_key k where k.subject_id = p_subject)
     and not exists (select from access.relationship r where r.patient_id = p_subject) then
    raise exception 'no such subject' using errcode = 'PT404';
  end if;
  -- In force since a minute: also for whoever lost the race to make them in a transaction that began earlier.
  insert into sealed.data_key (subject_id, domain, version, wrapped, kek_id, active_from)
  values (p_subject, p_domain, 0, p_index_key, p_kek_id, now() - interval '1 minute'),
    (p_subject, p_domain, 1, p_data_key, p_kek_id, now() - interval '1 minute')
  on conflict do nothing;
end
$$;

-- The next data key of a subject, in force after 10 minutes; false when that version exists.
create function sealed.add_data_key_version(p_subject uuid, p_domain text, p_version integer, p_data_key bytea, p_kek_id text)
returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform sealed.check_domain(p_domain);
  if p_version < 2 or not exists (
    select 1 from sealed.data_key k
    where k.subject_id = p_subject and k.domain = p_domain and k.version = p_version - 1
  ) then
    raise exception 'key versions have no gaps' using errcode = 'check_violation';
  end if;
  insert into sealed.data_key (subject_id, domain, version, wrapped, kek_id, active_from)
  values (p_subject, p_domain, p_version, p_data_key, p_kek_id, now() + interval '10 minutes')
  on conflict do nothing;
  return found;
end
$$;

revoke execute on function sealed.check_domain(text), sealed.find_data_keys(uuid[], text),
  sealed.create_data_keys(uuid, text, bytea, bytea, text),
  sealed.add_data_key_version(uuid, text, integer, bytea, text) from public;
grant execute on function sealed.find_data_keys(uuid[], text), sealed.create_data_keys(uuid, text, bytea, bytea, text),
  sealed.add_data_key_version(uuid, text, integer, bytea, text)
  to app, app_identity, app_sequencer, app_importer, app_worker;

set role app_owner;
revoke create on schema sealed from access_reader;

reset role;
