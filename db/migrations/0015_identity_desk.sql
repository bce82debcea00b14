-- The front desk: letters for a list of patients, and an account set up while the patient stands there
-- (features/identity/desk).
--
-- Letters of a list are ordinary invitations: their codes are derived from a secret that only the clerk's browser
-- holds, so the unique code_hash is what makes a repeated request find its letters instead of making more.
set role app_owner;

-- `desk_until`: set for a set-up at the desk; its code begins until then, and once (`started_at`).
-- `paper_sealed`: the sheet with the recovery code on its way to the desk's printer, encrypted by the patient's
-- browser under a key that only the clerk's browser shares; gone once it was handed over.
alter table identity.invitation
  add column desk_until timestamptz,
  add column started_at timestamptz,
  add column paper_sealed bytea check (octet_length(paper_sealed) between 28 and 800),
  add constraint desk_is_for_patients check (desk_until is null or kind = 'patient');
grant insert (desk_until) on identity.invitation to app;

-- What a list needs to know of its people: whose account exists, and whose letter is open since when.
create function identity.list_invitees(p_patients uuid[])
returns table (patient_id uuid, account_id uuid, invited_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, (select l.account_id from identity.patient_account l where l.patient_id = p.id),
    (select max(i.created_at) from identity.invitation i
      where i.patient_id = p.id and i.kind = 'patient' and i.used_at is null and i.tries_left > 0
        and i.desk_until is null and i.expires_at > now())
  from unnest(p_patients[1:500]) as p(id)
$$;

-- Which sign-in names exist, and whose: a list must not give one person's name to another.
create function identity.list_names(p_tokens bytea[]) returns table (token bytea, account_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.sign_in_token, a.id from identity.account a where a.sign_in_token = any (p_tokens[1:500])
$$;

-- A clerk's own letters of the last hour, by code: to be given again, and to be printed.
create function identity.list_letters(p_clerk uuid, p_hashes bytea[])
returns table (id uuid, code_hash bytea, patient_id uuid, account_id uuid, sealed bytea, expires_at timestamptz,
  held_until timestamptz, is_open boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.id, i.code_hash, i.patient_id, i.account_id, i.sealed, i.expires_at, i.held_until,
    i.used_at is null and i.tries_left > 0 and i.expires_at > clock_timestamp()
  from identity.invitation i
  where i.code_hash = any (p_hashes[1:500]) and i.kind = 'patient' and i.invited_by = p_clerk
    and i.desk_until is null and i.created_at > now() - interval '1 hour'
$$;

-- As in 0005, and: a code of the desk opens only in its ten minutes, and only until it was begun.
create or replace function identity.take_invitation(p_code_hash bytea)
returns table (id uuid, kind text, role text, patient_id uuid, account_id uuid, sealed bytea, tries_left int4,
  invited_by uuid, approved_by uuid, held_until timestamptz)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select i.id, i.kind, i.role, i.patient_id, i.account_id, i.sealed, i.tries_left, i.invited_by, i.approved_by,
         case when i.held_until > clock_timestamp() then i.held_until end
  from identity.invitation i
  where i.code_hash = p_code_hash and i.used_at is null and i.tries_left > 0 and i.expires_at > clock_timestamp()
    and (i.desk_until is null or (i.started_at is null and i.desk_until > clock_timestamp()))
  for update
$$;

-- A set-up at the desk has begun: its code is spent. Other invitations stay as they are.
create function identity.begin_invitation(p_id uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update identity.invitation set started_at = now()
   where id = p_id and desk_until is not null and started_at is null
$$;

-- How far a set-up at the desk has come, for the clerk who began it.
create function identity.desk_stage(p_id uuid, p_clerk uuid) returns table (patient_id uuid, stage text, paper bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.patient_id, case
      when i.used_at is not null then 'done'
      when i.expires_at <= clock_timestamp() or i.tries_left = 0 then 'ended'
      when i.started_at is null and i.desk_until > clock_timestamp() then 'waiting'
      else coalesce((select case f.stage when 'new-password' then 'password' else f.stage end from identity.flow f
        where f.invitation_id = i.id and f.expires_at > clock_timestamp() order by f.expires_at desc limit 1), 'ended') end,
    i.paper_sealed
  from identity.invitation i
  where i.id = p_id and i.invited_by = p_clerk and i.desk_until is not null
$$;

-- Hands the sheet over once; none when another look took it.
create function identity.take_desk_paper(p_id uuid, p_clerk uuid) returns bytea
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with had as (
    select i.id, i.paper_sealed from identity.invitation i
    where i.id = p_id and i.invited_by = p_clerk and i.paper_sealed is not null for update)
  update identity.invitation i set paper_sealed = null from had where i.id = had.id returning had.paper_sealed
$$;

create function identity.put_desk_paper(p_flow bytea, p_sealed bytea) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with put as (
    update identity.invitation i set paper_sealed = p_sealed from identity.flow f
    where f.token_hash = p_flow and f.stage = 'recovery' and f.expires_at > clock_timestamp()
      and i.id = f.invitation_id and i.desk_until is not null and i.used_at is null returning 1)
  select exists (select 1 from put)
$$;

-- The clerk stops it: the code and what was begun with it end. Whose it was.
create function identity.end_desk_set_up(p_id uuid, p_clerk uuid) returns setof uuid
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with ended as (
    update identity.invitation set expires_at = least(expires_at, now()), paper_sealed = null
    where id = p_id and invited_by = p_clerk and desk_until is not null and used_at is null
      and expires_at > now() returning id, patient_id),
  over as (delete from identity.flow f using ended where f.invitation_id = ended.id)
  select patient_id from ended
$$;

do $$
declare
  f text;
begin
  foreach f in array array['list_invitees(uuid[])', 'list_names(bytea[])', 'list_letters(uuid, bytea[])',
    'begin_invitation(uuid)', 'desk_stage(uuid, uuid)', 'take_desk_paper(uuid, uuid)',
    'put_desk_paper(bytea, bytea)', 'end_desk_set_up(uuid, uuid)'] loop
    execute format('revoke execute on function identity.%s from public', f);
    execute format('grant execute on function identity.%s to app_identity', f);
  end loop;
end
$$;
reset role;
