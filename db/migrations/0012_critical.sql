-- Critical results and corrected results: what is to be looked at, who must answer, who is told.
--
-- Clear: ids, times, and the clinic's settings. Every value and every word is sealed under the patient's key.
-- Database time decides what is due; whatever runs can be killed at any moment and begins again from these rows.
set role app_owner;

create schema critical authorization app_owner;
grant usage on schema critical to app, app_importer, app_worker;
grant usage, create on schema critical to access_reader;

-- One row: who answers when the responsible clinician does not, and how long she has. No health information.
create table critical.settings (
  only_row boolean primary key default true check (only_row),
  deputy_account uuid,
  answer_minutes integer not null default 30 check (answer_minutes between 5 and 240),
  recent_hours integer not null default 72 check (recent_hours between 1 and 336),
  -- Whether our own limits count beside the laboratory's flag.
  uses_limits boolean not null default true,
  changed_at timestamptz not null default now(),
  changed_by uuid
);

-- Records that wait to be looked at: written by the transaction that stores them, so that none is missed.
create table critical.pending (
  patient_id uuid not null,
  record_id uuid not null,
  version int8 not null,
  work text not null check (work in ('critical', 'change')),
  -- The flight that commits writes it: when the new version could first be seen.
  arrived_at timestamptz not null default clock_timestamp(),
  look_at timestamptz not null default clock_timestamp(),
  tries integer not null default 0,
  primary key (patient_id, record_id, version, work)
);
create index pending_look on critical.pending (look_at);

-- Results and reports as they were before a newer version came. The seal is the record's own, of that version:
-- it opens for no other record, patient or version.
create table critical.earlier (
  patient_id uuid not null,
  record_id uuid not null,
  version int8 not null,
  resource_type text not null,
  stored_at timestamptz not null,
  replaced_at timestamptz not null default clock_timestamp(),
  sealed bytea not null,
  primary key (patient_id, record_id, version)
);

create table critical.alert (
  patient_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  record_version int8 not null,
  -- The work of answering it (tasks.task): whoever takes that sees the chart.
  task_id uuid not null,
  -- Null: nobody is named, every clinician is asked and it is loud from the start.
  responsible uuid,
  raised_at timestamptz not null default now(),
  due_at timestamptz not null,
  escalated_at timestamptz,
  escalated_to uuid,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  -- A newer version of the same result has an alert of its own, which took over this one's clock.
  replaced_by uuid,
  -- When it was last said aloud that nobody has answered.
  reminded_at timestamptz,
  sealed bytea not null,
  primary key (patient_id, id),
  unique (patient_id, record_id, record_version),
  check ((acknowledged_at is null) = (acknowledged_by is null))
);
create index alert_open on critical.alert (due_at, id) where acknowledged_at is null and replaced_by is null;
create index alert_closed on critical.alert (acknowledged_at) where acknowledged_at is not null;

-- What happened to an alert: raised, escalated, acknowledged with the call, the result changed.
create table critical.step (
  patient_id uuid not null,
  id uuid not null,
  alert_id uuid not null,
  at timestamptz not null default now(),
  account_id uuid,
  sealed bytea not null,
  primary key (patient_id, id),
  foreign key (patient_id, alert_id) references critical.alert (patient_id, id)
);
create index step_alert on critical.step (patient_id, alert_id, at);

-- "A result you read was corrected": one per person and version, for whoever read an earlier one.
create table critical.notice (
  patient_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  record_id uuid not null,
  record_version int8 not null,
  told_at timestamptz not null default now(),
  closed_at timestamptz,
  sealed bytea not null,
  primary key (patient_id, id),
  unique (account_id, patient_id, record_id, record_version)
);
create index notice_open on critical.notice (account_id, told_at) where closed_at is null;

-- An alert keeps what it was about, and its answer is the first one. Escalated once.
create function critical.keep_alert() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if (new.patient_id, new.id, new.record_id, new.record_version, new.task_id, new.raised_at) is distinct from
     (old.patient_id, old.id, old.record_id, old.record_version, old.task_id, old.raised_at)
     or (old.acknowledged_at is not null and (new.acknowledged_at, new.acknowledged_by) is distinct from (old.acknowledged_at, old.acknowledged_by))
     or (old.escalated_at is not null and (new.escalated_at, new.escalated_to) is distinct from (old.escalated_at, old.escalated_to)) then
    raise exception 'an alert keeps what happened to it' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
revoke execute on function critical.keep_alert() from public;
create trigger keep_alert before update on critical.alert for each row execute function critical.keep_alert();

do $$
declare
  t text;
begin
  foreach t in array array['settings', 'pending', 'earlier', 'alert', 'step', 'notice'] loop
    execute format('alter table critical.%I enable row level security', t);
    execute format('alter table critical.%I force row level security', t);
  end loop;
end
$$;
create policy keeper on critical.settings to app_owner using (true) with check (true);
insert into critical.settings default values;

set role access_reader;

-- The deputy, as long as that account works here as a clinician; else null.
create function critical.deputy() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select s.deputy_account from critical.settings s
    join access.role_grant g on g.account_id = s.deputy_account
    where g.role = 'clinician' and g.revoked_at is null and g.from_at <= now() and (g.until_at is null or g.until_at > now())
    limit 1
  );
end
$$;

-- The clinician of the patient's care team who has been in it longest; null when there is none.
create function critical.responsible(p_patient uuid) returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select r.account_id from access.relationship r
    join access.role_grant g on g.account_id = r.account_id
    where r.patient_id = p_patient and r.kind = 'care_team'
      and r.from_at <= now() and (r.until_at is null or r.until_at > now())
      and g.role = 'clinician' and g.revoked_at is null and g.from_at <= now() and (g.until_at is null or g.until_at > now())
    order by r.from_at, r.account_id limit 1
  );
end
$$;

-- Who works here as a clinician, with the sealed name: for choosing the deputy, and for naming who must answer.
create function critical.clinicians() returns table (account_id uuid, profile bytea, version int8)
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  if not access.any_patient('critical.settings', 'read') and not access.any_patient('critical.alerts', 'read') then
    raise exception 'no rule' using errcode = 'PT403';
  end if;
  return query
  select a.id, a.profile, a.version from identity.account a
  join access.role_grant g on g.account_id = a.id
  where a.disabled_at is null and g.role = 'clinician' and g.revoked_at is null
    and g.from_at <= now() and (g.until_at is null or g.until_at > now())
  order by a.id limit 500;
end
$$;

-- Who was shown the record before that moment, by the log itself, and in which way she may still be told: 'self',
-- 'trusted_person', 'clinician', 'nurse', or 'gone' for somebody who has no tie and no chart role any more.
create function critical.who_saw(p_patient uuid, p_record uuid, p_before timestamptz)
returns table (account_id uuid, side text, last_at timestamptz)
language plpgsql stable security definer rows 20 set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query
  select s.account_id,
    coalesce(
      (select r.kind from access.relationship r
       where r.account_id = s.account_id and r.patient_id = p_patient and r.kind in ('self', 'trusted_person')
         and r.from_at <= now() and (r.until_at is null or r.until_at > now())
         and (r.kind = 'self' or 'results' = any(r.view_areas || r.act_areas))
       order by r.kind limit 1),
      (select g.role from access.role_grant g
       where g.account_id = s.account_id and g.role in ('clinician', 'nurse') and g.revoked_at is null
         and g.from_at <= now() and (g.until_at is null or g.until_at > now())
       order by g.role limit 1),
      -- Somebody who was trusted, and is no longer, is not told; a colleague's reading is handed on.
      case when exists (select from access.relationship r where r.account_id = s.account_id and r.patient_id = p_patient
        and r.kind in ('self', 'trusted_person')) then 'stranger' else 'gone' end),
    s.last_at
  from (
    select e.account_id, max(e.at) as last_at from audit.event e
    where e.patient_id = p_patient and e.account_id is not null and e.at < p_before
      and position(uuid_send(p_record) in e.exposed) % 16 = 1
    group by e.account_id
  ) s
  order by s.account_id limit 1000;
end
$$;

-- Changes the settings; only who may, and only to a deputy who is a clinician here (or to none).
create function critical.change_settings(p_deputy uuid, p_minutes integer, p_hours integer, p_limits boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not access.any_patient('critical.settings', 'write') then
    raise exception 'no rule' using errcode = 'PT403';
  end if;
  if p_deputy is not null and not exists (
    select from access.role_grant g where g.account_id = p_deputy and g.role = 'clinician' and g.revoked_at is null
      and g.from_at <= now() and (g.until_at is null or g.until_at > now())) then
    return false;
  end if;
  update critical.settings set deputy_account = p_deputy, answer_minutes = p_minutes, recent_hours = p_hours,
    uses_limits = p_limits, changed_at = now(), changed_by = access.account_id();
  return true;
end
$$;

-- The first answer to an alert is its answer; false when somebody was faster or the alert was replaced.
create function critical.acknowledge(p_patient uuid, p_alert uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not access.any_patient('critical.alerts', 'acknowledge') then
    raise exception 'no rule' using errcode = 'PT403';
  end if;
  update critical.alert set acknowledged_at = now(), acknowledged_by = access.account_id()
  where patient_id = p_patient and id = p_alert and acknowledged_at is null and replaced_by is null;
  return found;
end
$$;

-- Notes what the person who acknowledged says about the call.
create function critical.add_step(p_patient uuid, p_alert uuid, p_id uuid, p_sealed bytea, p_mac bytea) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if session_user <> 'app_worker' and not exists (
    select from critical.alert a where a.patient_id = p_patient and a.id = p_alert and a.acknowledged_by = access.account_id()) then
    raise exception 'no rule' using errcode = 'PT403';
  end if;
  insert into critical.step (patient_id, id, alert_id, account_id, sealed)
  values (p_patient, p_id, p_alert, access.account_id(), p_sealed);
  insert into sealed.row_head (subject_id, row_id, table_name, version, mac)
  values (p_patient, p_id, 'critical.step', 1, p_mac);
end
$$;

-- Puts one's own notice away; false when there is none that is open.
create function critical.close_notice(p_id uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update critical.notice set closed_at = now()
  where id = p_id and account_id = access.account_id() and closed_at is null;
  return found;
end
$$;

do $$
declare
  f regprocedure;
begin
  for f in select p.oid from pg_catalog.pg_proc p
    where p.pronamespace = 'critical'::regnamespace and p.proowner = current_user::regrole loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end
$$;
grant execute on function critical.deputy() to app, app_worker;
grant execute on function critical.responsible(uuid), critical.who_saw(uuid, uuid, timestamptz) to app_worker;
grant execute on function critical.add_step(uuid, uuid, uuid, bytea, bytea) to app, app_worker;
grant execute on function critical.clinicians(), critical.change_settings(uuid, integer, integer, boolean),
  critical.acknowledge(uuid, uuid), critical.close_notice(uuid) to app;

set role app_owner;
revoke create on schema critical from access_reader;

reset role;
