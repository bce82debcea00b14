-- The door of every operation: who is asking, and whether the compiled policy lets that role do the
-- action on the resource (for the patient, through a live relationship). It raises instead of
-- answering "no", because raising ends the caller's whole batch: neither rows nor an event of a look
-- that did not happen can be left behind.
--   PT401  no live session, or not the session the caller took it for
--   PT403  no rule for the role
--   PT404  no relationship with this patient (whether the patient exists is itself private)
set role app_owner;
grant create on schema access to access_reader;
set role access_reader;

create function access.enter(p_account uuid, p_role text, p_patient uuid, p_resource text, p_action text) returns table (
  session_id uuid, account_id uuid, role text, assurance text, acting_for uuid, actor_sealed bytea,
  relationships text[], areas text[], touch_due boolean, idle_deadline timestamptz, absolute_deadline timestamptz)
language plpgsql stable security definer rows 1 set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  m record;
  rules integer;
  met integer;
begin
  select e.* into m from access.me(p_patient) e;
  if not found or m.account_id <> p_account or m.role <> p_role then
    raise exception 'no live session' using errcode = 'PT401';
  end if;
  select count(*), count(*) filter (where p_patient is null or p.relationship = 'any'
      or (p.relationship = any(m.relationships) and (p.area is null or (p.area || ':' || p.mode) = any(m.areas))))
    into rules, met
  from access.policy_rule p
  where p.resource = p_resource and p.action = p_action and p.role = m.role;
  if rules = 0 then
    raise exception 'no rule' using errcode = 'PT403';
  end if;
  if met = 0 then
    raise exception 'no relationship' using errcode = 'PT404';
  end if;
  return query select m.session_id, m.account_id, m.role, m.assurance, m.acting_for, m.actor_sealed,
    m.relationships, m.areas, m.touch_due, m.idle_deadline, m.absolute_deadline;
end
$$;
revoke execute on function access.enter(uuid, text, uuid, text, text) from public;
grant execute on function access.enter(uuid, text, uuid, text, text) to app, app_worker;
set role app_owner;
revoke create on schema access from access_reader;
reset role;

