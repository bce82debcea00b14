-- The house's roles and the one row that says what this installation is.
--
-- One login role per process role, so that a thief of one process gains what that process may do
-- and no more. Roles belong to the cluster, not the database: they are made only when missing.
-- Passwords are set at start from the installation's secrets, never here.
do $$
declare
  r text;
begin
  foreach r in array array['app_owner', 'access_reader'] loop
    if not exists (select 1 from pg_catalog.pg_roles where rolname = r) then
      execute format('create role %I nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit', r);
    end if;
  end loop;
  foreach r in array array['app', 'app_identity', 'app_sequencer', 'app_importer', 'app_worker'] loop
    if not exists (select 1 from pg_catalog.pg_roles where rolname = r) then
      execute format('create role %I login nosuperuser nobypassrls nocreatedb nocreaterole noinherit', r);
    end if;
  end loop;
  -- The migration owner may not be a superuser (managed PostgreSQL): it must be able to act as both.
  -- Asking first would differ between versions: before 16 there is no SET option to ask about.
  execute format('grant app_owner to %I', current_user);
  execute format('grant access_reader to %I', current_user);
  execute format('grant create, connect on database %I to app_owner', current_database());
  execute format('grant connect on database %I to app, app_identity, app_sequencer, app_importer, app_worker', current_database());
  execute format('revoke temporary on database %I from public', current_database());
end
$$;

revoke all on schema public from public;

-- What the readers of rows rely on: ISO dates in UTC; and limits on every statement.
do $$
declare
  r text;
begin
  foreach r in array array['app', 'app_identity', 'app_sequencer', 'app_importer', 'app_worker'] loop
    execute format('alter role %I set timezone = ''UTC''', r);
    execute format('alter role %I set datestyle = ''ISO, YMD''', r);
    execute format('alter role %I set bytea_output = ''hex''', r);
    execute format('alter role %I set plan_cache_mode = ''force_generic_plan''', r);
    execute format('alter role %I set synchronous_commit = ''on''', r);
    execute format('alter role %I set statement_timeout = ''30s''', r);
    execute format('alter role %I set lock_timeout = ''10s''', r);
    execute format('alter role %I set idle_in_transaction_session_timeout = ''60s''', r);
  end loop;
end
$$;

-- The sequencer runs a few large statements a second on tables that grow from nothing: a plan kept from
-- when they were empty reads all of the log for each event (10 s for 10,000 events on a log of 20,000).
alter role app_sequencer set plan_cache_mode = 'force_custom_plan';

create schema portico authorization app_owner;
grant usage on schema portico to app, app_identity, app_sequencer, app_importer, app_worker;

set role app_owner;

-- One row. `demo` is a property of the database, decided when it is made: the trigger refuses any change.
create table portico.installation (
  only_row boolean primary key default true check (only_row),
  demo boolean not null,
  clinic_name text not null check (length(clinic_name) between 1 and 120),
  clinic_phone text not null check (length(clinic_phone) between 3 and 40),
  created_at timestamptz not null default now()
);

create function portico.keep_demo() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op in ('DELETE', 'TRUNCATE') or new.demo is distinct from old.demo then
    raise exception 'demo mode is decided when the database is made and cannot change';
  end if;
  return new;
end
$$;
revoke execute on function portico.keep_demo() from public;

create trigger keep_demo before update or delete on portico.installation
  for each row execute function portico.keep_demo();
create trigger keep_demo_truncate before truncate on portico.installation
  for each statement execute function portico.keep_demo();

alter table portico.installation enable row level security;
alter table portico.installation force row level security;
create policy installation_read on portico.installation for select using (true);
create policy installation_write on portico.installation for all to app_owner using (true) with check (true);
grant select on portico.installation to app, app_identity, app_sequencer, app_importer, app_worker;

reset role;
