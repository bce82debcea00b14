-- Work that waits for somebody: who should do it, until when, who took it, what came of it.
--
-- Clear: ids, times and the pool that it waits for. What the work is and every word about it is sealed under
-- the patient's key: a list of kinds beside patients would already tell what they have. People only read
-- these tables (features/tasks/policy.ts); they change them through the functions below, which ask the same policy.
set role app_owner;

create schema tasks authorization app_owner;
grant usage on schema tasks to app, app_worker;
grant usage, create on schema tasks to access_reader;

create table tasks.task (
  patient_id uuid not null,
  id uuid not null,
  pool text not null check (pool in ('clinician', 'nurse', 'desk', 'billing')),
  origin text not null check (origin in ('patient', 'staff', 'program')),
  urgent boolean not null,
  due_at timestamptz not null,
  -- The record that the work is about.
  record_id uuid,
  -- Same work, same token, under the patient's own key: it is not asked for twice.
  cause_token bytea not null check (octet_length(cause_token) = 16),
  created_by uuid,
  created_at timestamptz not null default now(),
  claimed_by uuid,
  claimed_at timestamptz,
  done_by uuid,
  done_at timestamptz,
  -- The kind.
  sealed bytea not null,
  primary key (patient_id, id),
  check ((claimed_by is null) = (claimed_at is null))
);
create unique index task_cause on tasks.task (patient_id, cause_token) where done_at is null;
create index task_open on tasks.task (pool, due_at, id) where done_at is null;
create index task_done on tasks.task (pool, done_at, id) where done_at is not null;
create index task_claimed on tasks.task (claimed_by, patient_id) where done_at is null and claimed_by is not null;

-- What happened to a task, in order: made (with what is asked), claimed, released, tried, moved, done.
create table tasks.step (
  patient_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  at timestamptz not null default now(),
  account_id uuid,
  -- Written by somebody who sees charts: for those alone.
  clinical boolean not null,
  sealed bytea not null,
  primary key (patient_id, id),
  foreign key (patient_id, task_id) references tasks.task (patient_id, id)
);
create index step_task on tasks.step (patient_id, task_id, at);

-- What was asked does not change, and what is done stays done.
create function tasks.keep_task() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if (new.patient_id, new.id, new.origin, new.urgent, new.cause_token, new.created_at, new.sealed) is distinct from
     (old.patient_id, old.id, old.origin, old.urgent, old.cause_token, old.created_at, old.sealed)
     or new.created_by is distinct from old.created_by or new.record_id is distinct from old.record_id
     or old.done_at is not null then
    raise exception 'a task keeps what was asked, and its end' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
revoke execute on function tasks.keep_task() from public;
create trigger keep_task before update on tasks.task for each row execute function tasks.keep_task();

alter table tasks.task enable row level security;
alter table tasks.task force row level security;
alter table tasks.step enable row level security;
alter table tasks.step force row level security;

set role access_reader;

-- Whether the caller may do this with work of the pool: by the compiled policy, or as the program of jobs.
create function tasks.may(p_pool text, p_action text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return session_user = 'app_worker' or exists (
    select from access.live_session s
    join access.policy_rule p on p.role = s.role and p.relationship = 'any'
    where p.resource = 'tasks.' || p_pool and p.action = p_action
  );
end
$$;

-- Makes a task with its first step; false when the same work waits already.
create function tasks.add(p_patient uuid, p_id uuid, p_pool text, p_urgent boolean, p_due_minutes integer, p_record uuid,
  p_cause bytea, p_sealed bytea, p_mac bytea, p_step uuid, p_step_sealed bytea, p_step_mac bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  me access.live_session;
  made_by text := 'program';
begin
  if session_user <> 'app_worker' then
    select s.* into me from access.live_session s;
    if me.id is null then
      raise exception 'no live session' using errcode = 'PT401';
    end if;
    made_by := case when me.role in ('patient', 'trusted_person') then 'patient' else 'staff' end;
    if made_by = 'patient' then
      if p_pool <> 'nurse' or p_urgent or not p_patient = any(access.patient_ids('tasks.fromPatient', 'create')) then
        raise exception 'no relationship' using errcode = 'PT404';
      end if;
    elsif not tasks.may(p_pool, 'create') then
      raise exception 'no rule' using errcode = 'PT403';
    end if;
  end if;
  insert into tasks.task (patient_id, id, pool, origin, urgent, due_at, record_id, cause_token, created_by, sealed)
  values (p_patient, p_id, p_pool, made_by, p_urgent, now() + make_interval(mins => p_due_minutes), p_record, p_cause,
    me.account_id, p_sealed)
  on conflict (patient_id, cause_token) where done_at is null do nothing;
  if not found then
    return false;
  end if;
  insert into tasks.step (patient_id, id, task_id, account_id, clinical, sealed)
  values (p_patient, p_step, p_id, me.account_id, coalesce(me.role, '') not in ('front_desk', 'billing'), p_step_sealed);
  insert into sealed.row_head (subject_id, row_id, table_name, version, mac)
  values (p_patient, p_id, 'tasks.task', 1, p_mac), (p_patient, p_step, 'tasks.step', 1, p_step_mac);
  return true;
end
$$;

-- The task, locked; PT404 when there is none that the caller may work on.
create function tasks.workable(p_patient uuid, p_task uuid) returns tasks.task
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_task tasks.task;
begin
  select t.* into found_task from tasks.task t where t.patient_id = p_patient and t.id = p_task for update;
  if found_task.id is null or not tasks.may(found_task.pool, 'work') then
    raise exception 'no such task' using errcode = 'PT404';
  end if;
  return found_task;
end
$$;

-- Notes a step of a task that the caller may work on.
create function tasks.add_step(p_patient uuid, p_task uuid, p_id uuid, p_sealed bytea, p_mac bytea) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform tasks.workable(p_patient, p_task);
  insert into tasks.step (patient_id, id, task_id, account_id, clinical, sealed)
  values (p_patient, p_id, p_task, access.account_id(),
    coalesce((select s.role from access.live_session s), '') not in ('front_desk', 'billing'), p_sealed);
  insert into sealed.row_head (subject_id, row_id, table_name, version, mac)
  values (p_patient, p_id, 'tasks.step', 1, p_mac);
end
$$;

-- Takes the task; false when it is done, or somebody else's and not taken over. Taking one's own again renews the chart.
create function tasks.claim(p_patient uuid, p_task uuid, p_take_over boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  t tasks.task := tasks.workable(p_patient, p_task);
  me uuid := access.account_id();
begin
  if me is null or t.done_at is not null or (t.claimed_by is distinct from me and t.claimed_by is not null and not p_take_over) then
    return false;
  end if;
  update tasks.task set claimed_by = me, claimed_at = now() where patient_id = p_patient and id = p_task;
  return true;
end
$$;

-- Puts the task back; false when it is not the caller's.
create function tasks.release(p_patient uuid, p_task uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  t tasks.task := tasks.workable(p_patient, p_task);
begin
  if t.done_at is not null or t.claimed_by is null or t.claimed_by <> access.account_id() then
    return false;
  end if;
  update tasks.task set claimed_by = null, claimed_at = null where patient_id = p_patient and id = p_task;
  return true;
end
$$;

-- Ends the task, or puts it back to be tried again so many minutes from now; false when it is done or somebody else's.
create function tasks.finish(p_patient uuid, p_task uuid, p_again_minutes integer, p_take_over boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  t tasks.task := tasks.workable(p_patient, p_task);
  me uuid := access.account_id();
begin
  if t.done_at is not null or (t.claimed_by is distinct from me and t.claimed_by is not null and not p_take_over) then
    return false;
  end if;
  if p_again_minutes is null then
    update tasks.task set done_by = me, done_at = now() where patient_id = p_patient and id = p_task;
  else
    update tasks.task set claimed_by = null, claimed_at = null, due_at = now() + make_interval(mins => p_again_minutes)
    where patient_id = p_patient and id = p_task;
  end if;
  return true;
end
$$;

-- Hands the task to another pool; false when it is done or somebody else's.
create function tasks.move(p_patient uuid, p_task uuid, p_pool text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  t tasks.task := tasks.workable(p_patient, p_task);
begin
  if t.done_at is not null or (t.claimed_by is not null and t.claimed_by is distinct from access.account_id()) then
    return false;
  end if;
  update tasks.task set pool = p_pool, claimed_by = null, claimed_at = null where patient_id = p_patient and id = p_task;
  return true;
end
$$;

-- Whoever has taken clinical work sees that patient's chart until it is done or put back, and three days at most:
-- a task that was forgotten keeps no chart open.
create function tasks.open_charts() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if old.claimed_by is not null and (new.claimed_by is distinct from old.claimed_by or new.done_at is not null)
     and not exists (
       select from tasks.task t where t.claimed_by = old.claimed_by and t.patient_id = old.patient_id
         and t.done_at is null and t.pool in ('clinician', 'nurse')) then
    update access.relationship r set until_at = greatest(now(), r.from_at)
    where r.kind = 'open_task' and r.account_id = old.claimed_by and r.patient_id = old.patient_id
      and (r.until_at is null or r.until_at > now());
  end if;
  if new.claimed_by is not null and new.done_at is null and new.pool in ('clinician', 'nurse') then
    perform pg_advisory_xact_lock(hashtextextended('access.relationship open_task' || new.claimed_by::text || new.patient_id::text, 0));
    update access.relationship r set until_at = now() + interval '3 days'
    where r.kind = 'open_task' and r.account_id = new.claimed_by and r.patient_id = new.patient_id
      and r.until_at is not null and r.until_at > now();
    if not found then
      insert into access.relationship (id, kind, account_id, patient_id, until_at)
      values (gen_random_uuid(), 'open_task', new.claimed_by, new.patient_id, now() + interval '3 days');
    end if;
  end if;
  return null;
end
$$;

do $$
declare
  f regprocedure;
begin
  for f in select p.oid from pg_catalog.pg_proc p
    where p.pronamespace = 'tasks'::regnamespace and p.proowner = current_user::regrole loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end
$$;
grant execute on function tasks.add(uuid, uuid, text, boolean, integer, uuid, bytea, bytea, bytea, uuid, bytea, bytea),
  tasks.add_step(uuid, uuid, uuid, bytea, bytea), tasks.finish(uuid, uuid, integer, boolean) to app, app_worker;
grant execute on function tasks.claim(uuid, uuid, boolean), tasks.release(uuid, uuid), tasks.move(uuid, uuid, text) to app;

grant execute on function tasks.open_charts() to app_owner;
set role app_owner;
create trigger open_charts after update of claimed_by, done_at, pool on tasks.task
  for each row execute function tasks.open_charts();
set role access_reader;
revoke execute on function tasks.open_charts() from app_owner;
set role app_owner;
revoke create on schema tasks from access_reader;

reset role;
