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

-- One look-up for the session, its ties to the patient and its role's rules: this runs before every operation.
create function access.enter(p_account uuid, p_role text, p_patient uuid, p_resource text, p_action text) returns table (
  session_id uuid, account_id uuid, role text, assurance text, acting_for uuid, actor_sealed bytea,
  relationships text[], areas text[], touch_due boolean, idle_deadline timestamptz, absolute_deadline timestamptz)
language plpgsql stable security definer rows 1 set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
#variable_conflict use_column
declare
  -- Each way in: 'self', 'any', or for one area of a trusted person 'results:view'.
  ways text[];
begin
  select s.id, s.account_id, s.role, s.assurance, s.acting_for, s.actor_sealed,
    array(
      select r.kind from access.relationship r
      where r.account_id = s.account_id and r.patient_id = p_patient
        and (s.acting_for is null or r.patient_id = s.acting_for)
        and r.from_at <= now() and (r.until_at is null or r.until_at > now())
    ),
    '{}', s.last_seen_at < now() - interval '1 minute', s.idle_deadline, s.absolute_deadline,
    array(
      select coalesce(p.area || ':' || p.mode, p.relationship) from access.policy_rule p
      where p.resource = p_resource and p.action = p_action and p.role = s.role
    )
  into session_id, account_id, role, assurance, acting_for, actor_sealed, relationships,
    areas, touch_due, idle_deadline, absolute_deadline, ways
  from access.live_session s
  where s.account_id = p_account and s.role = p_role;
  if session_id is null then
    raise exception 'no live session' using errcode = 'PT401';
  end if;
  if ways = '{}' then
    raise exception 'no rule' using errcode = 'PT403';
  end if;
  if 'trusted_person' = any(relationships) then
    areas := (select e.areas from access.me(p_patient) e);
  end if;
  if p_patient is not null and not ('any' = any(ways) or relationships && ways or areas && ways) then
    raise exception 'no relationship' using errcode = 'PT404';
  end if;
  return next;
end
$$;
revoke execute on function access.enter(uuid, text, uuid, text, text) from public;
grant execute on function access.enter(uuid, text, uuid, text, text) to app, app_worker;
set role app_owner;
revoke create on schema access from access_reader;
reset role;

