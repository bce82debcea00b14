-- Whether anybody whose record the caller may open has chosen to wait for a comment: asked once in a statement, and
-- only where something is not open yet. After a load of old records that is all of them, and mostly nobody waits.
set role app_owner;
create function records.anybody_waits() returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from records.timing t where t.choice = 'with-comment');
end
$$;
revoke execute on function records.anybody_waits() from public;
grant execute on function records.anybody_waits() to app;
reset role;
