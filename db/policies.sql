-- Generated from the policy.ts files of the features. Do not edit: `npx portico policy write` makes it.
-- Every rule that lets anybody reach a row is here or names a role that cannot sign in (test/security).
set role app_owner;

-- Deny by default: every table of ours has forced row security, named below or not.
do $$
declare
  t regclass;
begin
  for t in
    select c.oid from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspowner = 'app_owner'::regrole and c.relkind in ('r', 'p')
      and not (c.relrowsecurity and c.relforcerowsecurity)
  loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
  end loop;
end
$$;

-- What an earlier version of this file made goes first.
do $$
declare
  p record;
begin
  for p in
    select o.polname, o.polrelid::regclass as t from pg_catalog.pg_policy o where o.polname like 'rule: %'
  loop
    execute format('drop policy %I on %s', p.polname, p.t);
  end loop;
end
$$;

delete from access.policy_rule;
insert into access.policy_rule (resource, action, role, relationship, area, mode) values
  ('audit.accessLog', 'read', 'patient', 'self', null, 'view'),
  ('audit.publicLog', 'read', 'administrator', 'any', null, 'view'),
  ('audit.publicLog', 'read', 'billing', 'any', null, 'view'),
  ('audit.publicLog', 'read', 'clinician', 'any', null, 'view'),
  ('audit.publicLog', 'read', 'front_desk', 'any', null, 'view'),
  ('audit.publicLog', 'read', 'nurse', 'any', null, 'view'),
  ('audit.publicLog', 'read', 'patient', 'any', null, 'view'),
  ('audit.publicLog', 'read', 'privacy_officer', 'any', null, 'view'),
  ('audit.publicLog', 'read', 'records_officer', 'any', null, 'view'),
  ('audit.publicLog', 'read', 'trusted_person', 'any', null, 'view'),
  ('identity.account', 'read', 'administrator', 'own', null, 'view'),
  ('identity.account', 'read', 'billing', 'own', null, 'view'),
  ('identity.account', 'read', 'clinician', 'own', null, 'view'),
  ('identity.account', 'read', 'front_desk', 'own', null, 'view'),
  ('identity.account', 'read', 'nurse', 'own', null, 'view'),
  ('identity.account', 'read', 'patient', 'own', null, 'view'),
  ('identity.account', 'read', 'privacy_officer', 'own', null, 'view'),
  ('identity.account', 'read', 'records_officer', 'own', null, 'view'),
  ('identity.account', 'read', 'trusted_person', 'own', null, 'view'),
  ('identity.account', 'write', 'administrator', 'own', null, 'act'),
  ('identity.account', 'write', 'billing', 'own', null, 'act'),
  ('identity.account', 'write', 'clinician', 'own', null, 'act'),
  ('identity.account', 'write', 'front_desk', 'own', null, 'act'),
  ('identity.account', 'write', 'nurse', 'own', null, 'act'),
  ('identity.account', 'write', 'patient', 'own', null, 'act'),
  ('identity.account', 'write', 'privacy_officer', 'own', null, 'act'),
  ('identity.account', 'write', 'records_officer', 'own', null, 'act'),
  ('identity.account', 'write', 'trusted_person', 'own', null, 'act'),
  ('identity.patientInvitation', 'invite', 'front_desk', 'any', null, 'act'),
  ('identity.staffInvitation', 'invite', 'administrator', 'any', null, 'act'),
  ('records.billing', 'read', 'patient', 'self', null, 'view'),
  ('records.clinical', 'read', 'clinician', 'care_team', null, 'view'),
  ('records.clinical', 'read', 'clinician', 'open_task', null, 'view'),
  ('records.clinical', 'read', 'clinician', 'pool_member', null, 'view'),
  ('records.clinical', 'read', 'clinician', 'todays_schedule', null, 'view'),
  ('records.clinical', 'read', 'nurse', 'care_team', null, 'view'),
  ('records.clinical', 'read', 'nurse', 'open_task', null, 'view'),
  ('records.clinical', 'read', 'nurse', 'pool_member', null, 'view'),
  ('records.clinical', 'read', 'nurse', 'todays_schedule', null, 'view'),
  ('records.clinical', 'read', 'patient', 'self', null, 'view'),
  ('records.demographics', 'read', 'billing', 'any', null, 'view'),
  ('records.demographics', 'read', 'clinician', 'care_team', null, 'view'),
  ('records.demographics', 'read', 'clinician', 'open_task', null, 'view'),
  ('records.demographics', 'read', 'clinician', 'pool_member', null, 'view'),
  ('records.demographics', 'read', 'clinician', 'todays_schedule', null, 'view'),
  ('records.demographics', 'read', 'front_desk', 'any', null, 'view'),
  ('records.demographics', 'read', 'nurse', 'care_team', null, 'view'),
  ('records.demographics', 'read', 'nurse', 'open_task', null, 'view'),
  ('records.demographics', 'read', 'nurse', 'pool_member', null, 'view'),
  ('records.demographics', 'read', 'nurse', 'todays_schedule', null, 'view'),
  ('records.demographics', 'read', 'patient', 'self', null, 'view'),
  ('records.demographics', 'read', 'records_officer', 'care_team', null, 'view'),
  ('records.demographics', 'read', 'records_officer', 'open_task', null, 'view'),
  ('records.demographics', 'read', 'records_officer', 'pool_member', null, 'view'),
  ('records.demographics', 'read', 'records_officer', 'todays_schedule', null, 'view'),
  ('records.demographics', 'read', 'trusted_person', 'trusted_person', null, 'view'),
  ('records.directory', 'search', 'billing', 'any', null, 'view'),
  ('records.directory', 'search', 'clinician', 'any', null, 'view'),
  ('records.directory', 'search', 'front_desk', 'any', null, 'view'),
  ('records.directory', 'search', 'nurse', 'any', null, 'view'),
  ('records.directory', 'search', 'privacy_officer', 'any', null, 'view'),
  ('records.directory', 'search', 'records_officer', 'any', null, 'view'),
  ('records.results', 'read', 'clinician', 'care_team', null, 'view'),
  ('records.results', 'read', 'clinician', 'open_task', null, 'view'),
  ('records.results', 'read', 'clinician', 'pool_member', null, 'view'),
  ('records.results', 'read', 'clinician', 'todays_schedule', null, 'view'),
  ('records.results', 'read', 'nurse', 'care_team', null, 'view'),
  ('records.results', 'read', 'nurse', 'open_task', null, 'view'),
  ('records.results', 'read', 'nurse', 'pool_member', null, 'view'),
  ('records.results', 'read', 'nurse', 'todays_schedule', null, 'view'),
  ('records.results', 'read', 'patient', 'self', null, 'view'),
  ('records.results', 'read', 'trusted_person', 'trusted_person', 'results', 'view');

grant usage on schema audit to app, app_identity, app_importer, app_sequencer, app_worker;
grant usage on schema identity to app, app_sequencer;
grant usage on schema records to app, app_importer, app_sequencer;
grant usage on schema sealed to app, app_importer, app_sequencer;

-- audit.event
revoke all on audit.event from app, app_identity, app_importer, app_sequencer, app_worker;
grant select, insert on audit.event to app;
grant insert on audit.event to app_identity;
grant insert on audit.event to app_importer;
grant select, insert on audit.event to app_sequencer;
grant insert on audit.event to app_worker;
create policy "rule: audit.accessLog select app" on audit.event for select to app
  using (patient_id = any((select access.related('{"patient self"}', '{}', '{}'))::uuid[]));
create policy "rule: audit.log select app_sequencer" on audit.event for select to app_sequencer
  using (true);
create policy "rule: audit.event insert app" on audit.event for insert to app
  with check (at between now() - interval '5 minutes' and now() + interval '5 minutes');
create policy "rule: audit.event insert app_identity" on audit.event for insert to app_identity
  with check (at between now() - interval '5 minutes' and now() + interval '5 minutes');
create policy "rule: audit.event insert app_importer" on audit.event for insert to app_importer
  with check (at between now() - interval '5 minutes' and now() + interval '5 minutes');
create policy "rule: audit.event insert app_worker" on audit.event for insert to app_worker
  with check (at between now() - interval '5 minutes' and now() + interval '5 minutes');
create policy "rule: audit.event insert app_sequencer" on audit.event for insert to app_sequencer
  with check (at between now() - interval '5 minutes' and now() + interval '5 minutes');

-- audit.leaf
revoke all on audit.leaf from app, app_identity, app_importer, app_sequencer, app_worker;
grant select on audit.leaf to app;
grant select, insert on audit.leaf to app_sequencer;
create policy "rule: audit.accessLog select app" on audit.leaf for select to app
  using (patient_id = any((select access.related('{"patient self"}', '{}', '{}'))::uuid[]));
create policy "rule: audit.log select app_sequencer" on audit.leaf for select to app_sequencer
  using (true);
create policy "rule: audit.log insert app_sequencer" on audit.leaf for insert to app_sequencer
  with check (true);

-- audit.log_state
revoke all on audit.log_state from app, app_identity, app_importer, app_sequencer, app_worker;
grant select, insert, update on audit.log_state to app_sequencer;
create policy "rule: audit.log select app_sequencer" on audit.log_state for select to app_sequencer
  using (true);
create policy "rule: audit.log insert app_sequencer" on audit.log_state for insert to app_sequencer
  with check (true);
create policy "rule: audit.log update app_sequencer" on audit.log_state for update to app_sequencer
  using (true)
  with check (true);

-- audit.patient_log
revoke all on audit.patient_log from app, app_identity, app_importer, app_sequencer, app_worker;
grant select on audit.patient_log to app;
grant select, insert, update on audit.patient_log to app_sequencer;
create policy "rule: audit.accessLog select app" on audit.patient_log for select to app
  using (patient_id = any((select access.related('{"patient self"}', '{}', '{}'))::uuid[]));
create policy "rule: audit.log select app_sequencer" on audit.patient_log for select to app_sequencer
  using (true);
create policy "rule: audit.log insert app_sequencer" on audit.patient_log for insert to app_sequencer
  with check (true);
create policy "rule: audit.log update app_sequencer" on audit.patient_log for update to app_sequencer
  using (true)
  with check (true);

-- audit.pending
revoke all on audit.pending from app, app_identity, app_importer, app_sequencer, app_worker;
grant insert on audit.pending to app;
grant insert on audit.pending to app_identity;
grant insert on audit.pending to app_importer;
grant select, insert, delete on audit.pending to app_sequencer;
grant insert on audit.pending to app_worker;
create policy "rule: audit.log select app_sequencer" on audit.pending for select to app_sequencer
  using (true);
create policy "rule: audit.event insert app" on audit.pending for insert to app
  with check (true);
create policy "rule: audit.event insert app_identity" on audit.pending for insert to app_identity
  with check (true);
create policy "rule: audit.event insert app_importer" on audit.pending for insert to app_importer
  with check (true);
create policy "rule: audit.event insert app_worker" on audit.pending for insert to app_worker
  with check (true);
create policy "rule: audit.event insert app_sequencer" on audit.pending for insert to app_sequencer
  with check (true);
create policy "rule: audit.log delete app_sequencer" on audit.pending for delete to app_sequencer
  using (true);

-- audit.signing_key
revoke all on audit.signing_key from app, app_identity, app_importer, app_sequencer, app_worker;
grant select, insert on audit.signing_key to app_sequencer;
create policy "rule: audit.log select app_sequencer" on audit.signing_key for select to app_sequencer
  using (true);
create policy "rule: audit.log insert app_sequencer" on audit.signing_key for insert to app_sequencer
  with check (true);

-- audit.tag_index
revoke all on audit.tag_index from app, app_identity, app_importer, app_sequencer, app_worker;
grant select on audit.tag_index to app;
grant select, insert on audit.tag_index to app_sequencer;
create policy "rule: audit.log select app_sequencer" on audit.tag_index for select to app_sequencer
  using (true);
create policy "rule: audit.tagIndex select app" on audit.tag_index for select to app
  using (true);
create policy "rule: audit.log insert app_sequencer" on audit.tag_index for insert to app_sequencer
  with check (true);

-- audit.tile
revoke all on audit.tile from app, app_identity, app_importer, app_sequencer, app_worker;
grant select, insert on audit.tile to app_sequencer;
create policy "rule: audit.log select app_sequencer" on audit.tile for select to app_sequencer
  using (true);
create policy "rule: audit.log insert app_sequencer" on audit.tile for insert to app_sequencer
  with check (true);

-- identity.account
revoke all on identity.account from app, app_identity, app_importer, app_sequencer, app_worker;
grant select (id, profile, version, created_at) on identity.account to app;
create policy "rule: identity.account select app" on identity.account for select to app
  using (id = (select access.own_account('identity.account', 'read')));

-- identity.credential
revoke all on identity.credential from app, app_identity, app_importer, app_sequencer, app_worker;
grant select on identity.credential to app_sequencer;
create policy "rule: audit.records select app_sequencer" on identity.credential for select to app_sequencer
  using (true);

-- identity.invitation
revoke all on identity.invitation from app, app_identity, app_importer, app_sequencer, app_worker;
grant insert (id, code_hash, kind, role, patient_id, account_id, sealed, invited_by, approved_by, expires_at) on identity.invitation to app;
create policy "rule: identity.patientInvitation insert app" on identity.invitation for insert to app
  with check ((kind = 'patient' and invited_by = (select access.account_id()) and approved_by = invited_by) and (select access.any_patient('identity.patientInvitation', 'invite')));
create policy "rule: identity.staffInvitation insert app" on identity.invitation for insert to app
  with check ((kind = 'staff' and invited_by = (select access.account_id()) and approved_by = invited_by) and (select access.any_patient('identity.staffInvitation', 'invite')));

-- identity.recovery
revoke all on identity.recovery from app, app_identity, app_importer, app_sequencer, app_worker;
grant select on identity.recovery to app_sequencer;
create policy "rule: audit.records select app_sequencer" on identity.recovery for select to app_sequencer
  using (true);

-- identity.sign_in
revoke all on identity.sign_in from app, app_identity, app_importer, app_sequencer, app_worker;
grant select on identity.sign_in to app;
create policy "rule: identity.account select app" on identity.sign_in for select to app
  using (account_id = (select access.own_account('identity.account', 'read')));

-- identity.totp
revoke all on identity.totp from app, app_identity, app_importer, app_sequencer, app_worker;
grant select on identity.totp to app_sequencer;
create policy "rule: audit.records select app_sequencer" on identity.totp for select to app_sequencer
  using (true);

-- records.authority
revoke all on records.authority from app, app_identity, app_importer, app_sequencer, app_worker;
grant select on records.authority to app;
grant select, insert on records.authority to app_importer;
create policy "rule: records.feeds select app" on records.authority for select to app
  using (true);
create policy "rule: records.feeds select app_importer" on records.authority for select to app_importer
  using (true);
create policy "rule: records.feeds insert app_importer" on records.authority for insert to app_importer
  with check (true);

-- records.patient
revoke all on records.patient from app, app_identity, app_importer, app_sequencer, app_worker;
grant select on records.patient to app;
grant select, insert, update on records.patient to app_importer;
grant select on records.patient to app_sequencer;
create policy "rule: records.directory select app" on records.patient for select to app
  using ((select access.any_patient('records.directory', 'search')));
create policy "rule: audit.records select app_sequencer" on records.patient for select to app_sequencer
  using (true);
create policy "rule: records.directory select app_importer" on records.patient for select to app_importer
  using (true);
create policy "rule: records.directory insert app_importer" on records.patient for insert to app_importer
  with check (true);
create policy "rule: records.directory update app_importer" on records.patient for update to app_importer
  using (true)
  with check (true);

-- records.patient_feed
revoke all on records.patient_feed from app, app_identity, app_importer, app_sequencer, app_worker;
grant select on records.patient_feed to app;
grant select, insert, update on records.patient_feed to app_importer;
create policy "rule: records.results select app" on records.patient_feed for select to app
  using (patient_id = any((select access.related('{"clinician care_team","clinician open_task","clinician pool_member","clinician todays_schedule","nurse care_team","nurse open_task","nurse pool_member","nurse todays_schedule","patient self"}', '{"results"}', '{}'))::uuid[]));
create policy "rule: records.results select app_importer" on records.patient_feed for select to app_importer
  using (true);
create policy "rule: records.results insert app_importer" on records.patient_feed for insert to app_importer
  with check (true);
create policy "rule: records.results update app_importer" on records.patient_feed for update to app_importer
  using (true)
  with check (true);

-- records.patient_token
revoke all on records.patient_token from app, app_identity, app_importer, app_sequencer, app_worker;
grant select on records.patient_token to app;
grant select, insert, delete on records.patient_token to app_importer;
create policy "rule: records.directory select app" on records.patient_token for select to app
  using ((select access.any_patient('records.directory', 'search')));
create policy "rule: records.directory select app_importer" on records.patient_token for select to app_importer
  using (true);
create policy "rule: records.directory insert app_importer" on records.patient_token for insert to app_importer
  with check (true);
create policy "rule: records.directory delete app_importer" on records.patient_token for delete to app_importer
  using (true);

-- records.resource
revoke all on records.resource from app, app_identity, app_importer, app_sequencer, app_worker;
grant select on records.resource to app;
grant select, insert, update on records.resource to app_importer;
grant select on records.resource to app_sequencer;
create policy "rule: records.billing select app" on records.resource for select to app
  using ((area = 'billing') and patient_id = any((select access.related('{"patient self"}', '{}', '{}'))::uuid[]));
create policy "rule: records.clinical select app" on records.resource for select to app
  using ((area = 'clinical') and patient_id = any((select access.related('{"clinician care_team","clinician open_task","clinician pool_member","clinician todays_schedule","nurse care_team","nurse open_task","nurse pool_member","nurse todays_schedule","patient self"}', '{}', '{}'))::uuid[]));
create policy "rule: records.demographics select app" on records.resource for select to app
  using ((area = 'demographics') and (patient_id = any((select access.related('{"clinician care_team","clinician open_task","clinician pool_member","clinician todays_schedule","nurse care_team","nurse open_task","nurse pool_member","nurse todays_schedule","patient self","records_officer care_team","records_officer open_task","records_officer pool_member","records_officer todays_schedule","trusted_person trusted_person"}', '{}', '{}'))::uuid[])
    or (select access.any_patient('records.demographics', 'read'))));
create policy "rule: records.results select app" on records.resource for select to app
  using ((area = 'results') and patient_id = any((select access.related('{"clinician care_team","clinician open_task","clinician pool_member","clinician todays_schedule","nurse care_team","nurse open_task","nurse pool_member","nurse todays_schedule","patient self"}', '{"results"}', '{}'))::uuid[]));
create policy "rule: audit.records select app_sequencer" on records.resource for select to app_sequencer
  using (true);
create policy "rule: records.billing select app_importer" on records.resource for select to app_importer
  using (area = 'billing');
create policy "rule: records.clinical select app_importer" on records.resource for select to app_importer
  using (area = 'clinical');
create policy "rule: records.demographics select app_importer" on records.resource for select to app_importer
  using (area = 'demographics');
create policy "rule: records.results select app_importer" on records.resource for select to app_importer
  using (area = 'results');
create policy "rule: records.billing insert app_importer" on records.resource for insert to app_importer
  with check (area = 'billing');
create policy "rule: records.clinical insert app_importer" on records.resource for insert to app_importer
  with check (area = 'clinical');
create policy "rule: records.demographics insert app_importer" on records.resource for insert to app_importer
  with check (area = 'demographics');
create policy "rule: records.results insert app_importer" on records.resource for insert to app_importer
  with check (area = 'results');
create policy "rule: records.billing update app_importer" on records.resource for update to app_importer
  using (area = 'billing')
  with check (area = 'billing');
create policy "rule: records.clinical update app_importer" on records.resource for update to app_importer
  using (area = 'clinical')
  with check (area = 'clinical');
create policy "rule: records.demographics update app_importer" on records.resource for update to app_importer
  using (area = 'demographics')
  with check (area = 'demographics');
create policy "rule: records.results update app_importer" on records.resource for update to app_importer
  using (area = 'results')
  with check (area = 'results');

-- records.shared_resource
revoke all on records.shared_resource from app, app_identity, app_importer, app_sequencer, app_worker;
grant select, insert, update on records.shared_resource to app_importer;
grant select on records.shared_resource to app_sequencer;
create policy "rule: audit.records select app_sequencer" on records.shared_resource for select to app_sequencer
  using (true);
create policy "rule: records.intake select app_importer" on records.shared_resource for select to app_importer
  using (true);
create policy "rule: records.intake insert app_importer" on records.shared_resource for insert to app_importer
  with check (true);
create policy "rule: records.intake update app_importer" on records.shared_resource for update to app_importer
  using (true)
  with check (true);

-- records.shared_token
revoke all on records.shared_token from app, app_identity, app_importer, app_sequencer, app_worker;
grant select, insert, delete on records.shared_token to app_importer;
create policy "rule: records.intake select app_importer" on records.shared_token for select to app_importer
  using (true);
create policy "rule: records.intake insert app_importer" on records.shared_token for insert to app_importer
  with check (true);
create policy "rule: records.intake delete app_importer" on records.shared_token for delete to app_importer
  using (true);

-- records.source
revoke all on records.source from app, app_identity, app_importer, app_sequencer, app_worker;
grant select on records.source to app;
grant select, insert, update on records.source to app_importer;
create policy "rule: records.feeds select app" on records.source for select to app
  using (true);
create policy "rule: records.feeds select app_importer" on records.source for select to app_importer
  using (true);
create policy "rule: records.feeds insert app_importer" on records.source for insert to app_importer
  with check (true);
create policy "rule: records.feeds update app_importer" on records.source for update to app_importer
  using (true)
  with check (true);

-- sealed.row_head
revoke all on sealed.row_head from app, app_identity, app_importer, app_sequencer, app_worker;
grant select on sealed.row_head to app;
grant select, insert, update on sealed.row_head to app_importer;
grant select on sealed.row_head to app_sequencer;
create policy "rule: records.billing select app" on sealed.row_head for select to app
  using ((table_name = 'records.resource' and area = 'billing') and subject_id = any((select access.related('{"patient self"}', '{}', '{}'))::uuid[]));
create policy "rule: records.clinical select app" on sealed.row_head for select to app
  using ((table_name = 'records.resource' and area = 'clinical') and subject_id = any((select access.related('{"clinician care_team","clinician open_task","clinician pool_member","clinician todays_schedule","nurse care_team","nurse open_task","nurse pool_member","nurse todays_schedule","patient self"}', '{}', '{}'))::uuid[]));
create policy "rule: records.demographics select app" on sealed.row_head for select to app
  using ((table_name = 'records.resource' and area = 'demographics') and (subject_id = any((select access.related('{"clinician care_team","clinician open_task","clinician pool_member","clinician todays_schedule","nurse care_team","nurse open_task","nurse pool_member","nurse todays_schedule","patient self","records_officer care_team","records_officer open_task","records_officer pool_member","records_officer todays_schedule","trusted_person trusted_person"}', '{}', '{}'))::uuid[])
    or (select access.any_patient('records.demographics', 'read'))));
create policy "rule: records.directory select app" on sealed.row_head for select to app
  using ((table_name = 'records.patient' and area = '') and (select access.any_patient('records.directory', 'search')));
create policy "rule: records.results select app" on sealed.row_head for select to app
  using ((table_name = 'records.resource' and area = 'results') and subject_id = any((select access.related('{"clinician care_team","clinician open_task","clinician pool_member","clinician todays_schedule","nurse care_team","nurse open_task","nurse pool_member","nurse todays_schedule","patient self"}', '{"results"}', '{}'))::uuid[]));
create policy "rule: audit.records select app_sequencer" on sealed.row_head for select to app_sequencer
  using (true);
create policy "rule: records.billing select app_importer" on sealed.row_head for select to app_importer
  using (table_name = 'records.resource' and area = 'billing');
create policy "rule: records.clinical select app_importer" on sealed.row_head for select to app_importer
  using (table_name = 'records.resource' and area = 'clinical');
create policy "rule: records.demographics select app_importer" on sealed.row_head for select to app_importer
  using (table_name = 'records.resource' and area = 'demographics');
create policy "rule: records.directory select app_importer" on sealed.row_head for select to app_importer
  using (table_name = 'records.patient' and area = '');
create policy "rule: records.intake select app_importer" on sealed.row_head for select to app_importer
  using (table_name = 'records.shared_resource' and area = '');
create policy "rule: records.results select app_importer" on sealed.row_head for select to app_importer
  using (table_name = 'records.resource' and area = 'results');
create policy "rule: records.billing insert app_importer" on sealed.row_head for insert to app_importer
  with check (table_name = 'records.resource' and area = 'billing');
create policy "rule: records.clinical insert app_importer" on sealed.row_head for insert to app_importer
  with check (table_name = 'records.resource' and area = 'clinical');
create policy "rule: records.demographics insert app_importer" on sealed.row_head for insert to app_importer
  with check (table_name = 'records.resource' and area = 'demographics');
create policy "rule: records.directory insert app_importer" on sealed.row_head for insert to app_importer
  with check (table_name = 'records.patient' and area = '');
create policy "rule: records.intake insert app_importer" on sealed.row_head for insert to app_importer
  with check (table_name = 'records.shared_resource' and area = '');
create policy "rule: records.results insert app_importer" on sealed.row_head for insert to app_importer
  with check (table_name = 'records.resource' and area = 'results');
create policy "rule: records.billing update app_importer" on sealed.row_head for update to app_importer
  using (table_name = 'records.resource' and area = 'billing')
  with check (table_name = 'records.resource' and area = 'billing');
create policy "rule: records.clinical update app_importer" on sealed.row_head for update to app_importer
  using (table_name = 'records.resource' and area = 'clinical')
  with check (table_name = 'records.resource' and area = 'clinical');
create policy "rule: records.demographics update app_importer" on sealed.row_head for update to app_importer
  using (table_name = 'records.resource' and area = 'demographics')
  with check (table_name = 'records.resource' and area = 'demographics');
create policy "rule: records.directory update app_importer" on sealed.row_head for update to app_importer
  using (table_name = 'records.patient' and area = '')
  with check (table_name = 'records.patient' and area = '');
create policy "rule: records.intake update app_importer" on sealed.row_head for update to app_importer
  using (table_name = 'records.shared_resource' and area = '')
  with check (table_name = 'records.shared_resource' and area = '');
create policy "rule: records.results update app_importer" on sealed.row_head for update to app_importer
  using (table_name = 'records.resource' and area = 'results')
  with check (table_name = 'records.resource' and area = 'results');

reset role;
