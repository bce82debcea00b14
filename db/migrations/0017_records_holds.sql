-- Whether a record that is not open yet is held: asked of those few only, so that all others do not pay for the two
-- tables behind it. With the caller's own rights: row-level security holds in it as anywhere.
set role app_owner;
create function records.is_held(p_patient uuid, p_resource uuid, p_category text, p_arrived_at timestamptz) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return exists (
      select from records.timing t
      where t.patient_id = p_patient and t.category = p_category and t.choice = 'with-comment'
        and t.set_at < p_arrived_at)
    and not exists (
      select from records.release l where l.patient_id = p_patient and l.resource_id = p_resource);
end
$$;
revoke execute on function records.is_held(uuid, uuid, text, timestamptz) from public;
grant execute on function records.is_held(uuid, uuid, text, timestamptz) to app;
reset role;
