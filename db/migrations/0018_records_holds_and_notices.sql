-- What nobody can put in a class waits by any of the patient's choices. A notice is put away under its own patient.
set role app_owner;

alter table records.resource drop constraint resource_held_as_check,
  add constraint resource_held_as_check check (held_as in ('laboratory', 'reports', 'notes', 'unclear'));

-- As before (0017), and 'unclear' (a report that does not say what it is, a file of one) waits as long as any kind does.
create or replace function records.is_held(p_patient uuid, p_resource uuid, p_category text, p_arrived_at timestamptz)
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return exists (
      select from records.timing t
      where t.patient_id = p_patient and (t.category = p_category or p_category = 'unclear')
        and t.choice = 'with-comment' and t.set_at < p_arrived_at)
    and not exists (
      select from records.release l where l.patient_id = p_patient and l.resource_id = p_resource);
end
$$;

grant create on schema critical to access_reader;
set role access_reader;

-- Puts one's own notice away; says whom it was about, null when there is none that is open. With a patient: hers only.
drop function critical.close_notice(uuid);
create function critical.close_notice(p_id uuid, p_patient uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  about uuid;
begin
  update critical.notice set closed_at = now()
  where id = p_id and account_id = access.account_id() and closed_at is null and (p_patient is null or patient_id = p_patient)
  returning patient_id into about;
  return about;
end
$$;
revoke execute on function critical.close_notice(uuid, uuid) from public;
grant execute on function critical.close_notice(uuid, uuid) to app;

set role app_owner;
revoke create on schema critical from access_reader;
reset role;
