-- As in 0011, and: work is handed only to a pool that the caller may ask for work (features/tasks/kinds.ts).
set role app_owner;
grant create on schema tasks to access_reader;
set role access_reader;

create or replace function tasks.move(p_patient uuid, p_task uuid, p_pool text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  t tasks.task := tasks.workable(p_patient, p_task);
begin
  if not tasks.may(p_pool, 'create') then
    raise exception 'no rule' using errcode = 'PT403';
  end if;
  if t.done_at is not null or (t.claimed_by is not null and t.claimed_by is distinct from access.account_id()) then
    return false;
  end if;
  update tasks.task set pool = p_pool, claimed_by = null, claimed_at = null where patient_id = p_patient and id = p_task;
  return true;
end
$$;

set role app_owner;
revoke create on schema tasks from access_reader;
reset role;
