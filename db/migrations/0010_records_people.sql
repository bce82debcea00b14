-- What people add to a record: comments, a patient's choice of timing, "I don't take this", and what was seen when.
set role app_owner;

-- A clinician's words on one result or report. An edit is a new version of the row; earlier words stay inside it.
create table records.comment (
  patient_id uuid not null,
  id uuid not null,
  resource_id uuid not null,
  author_id uuid not null,
  written_at timestamptz not null default now(),
  edited_at timestamptz,
  sealed bytea not null,
  primary key (patient_id, id)
);
create index comment_resource on records.comment (patient_id, resource_id);

-- When new results of a kind are shown: the patient's own choice. No row: now.
create table records.timing (
  patient_id uuid not null,
  category text not null check (category in ('laboratory', 'reports', 'notes')),
  choice text not null check (choice in ('now', 'with-comment', 'with-someone')),
  set_at timestamptz not null default now(),
  primary key (patient_id, category)
);

-- Records that are open before their time: she asked for it, or it was commented on.
create table records.release (
  patient_id uuid not null,
  resource_id uuid not null,
  reason text not null check (reason in ('asked', 'comment')),
  released_at timestamptz not null default now(),
  primary key (patient_id, resource_id)
);

-- What a patient says about an entry of her record; the entry stays as its source sent it.
create table records.statement (
  patient_id uuid not null,
  id uuid not null,
  resource_id uuid not null,
  kind text not null check (kind in ('not-taken')),
  account_id uuid not null,
  made_at timestamptz not null default now(),
  undone_at timestamptz,
  sealed bytea not null,
  primary key (patient_id, id)
);
create unique index statement_standing on records.statement (patient_id, resource_id, kind) where undone_at is null;

-- Since when results are new to somebody: what her last session, before this one, had seen.
create table records.seen (
  patient_id uuid not null,
  account_id uuid not null,
  session_id uuid not null,
  seen_at timestamptz not null,
  previous_at timestamptz,
  primary key (patient_id, account_id)
);

create function records.keep_place() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if (new.patient_id, new.id, new.resource_id) is distinct from (old.patient_id, old.id, old.resource_id) then
    raise exception 'a comment or statement keeps its patient and what it is about' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
revoke execute on function records.keep_place() from public;
create trigger keep_place before update on records.comment for each row execute function records.keep_place();
create trigger keep_place before update on records.statement for each row execute function records.keep_place();

do $$
declare
  t text;
begin
  foreach t in array array['comment', 'timing', 'release', 'statement', 'seen'] loop
    execute format('alter table records.%I enable row level security', t);
    execute format('alter table records.%I force row level security', t);
  end loop;
end
$$;

reset role;
