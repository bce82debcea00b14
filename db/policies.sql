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
  ('audit.review', 'export', 'privacy_officer', 'any', null, 'view'),
  ('audit.review', 'search', 'privacy_officer', 'any', null, 'view'),
  ('critical.alerts', 'acknowledge', 'clinician', 'any', null, 'act'),
  ('critical.alerts', 'read', 'clinician', 'any', null, 'view'),
  ('critical.alerts', 'read', 'nurse', 'any', null, 'view'),
  ('critical.earlier', 'read', 'clinician', 'care_team', null, 'view'),
  ('critical.earlier', 'read', 'clinician', 'open_task', null, 'view'),
  ('critical.earlier', 'read', 'clinician', 'pool_member', null, 'view'),
  ('critical.earlier', 'read', 'clinician', 'todays_schedule', null, 'view'),
  ('critical.earlier', 'read', 'nurse', 'care_team', null, 'view'),
  ('critical.earlier', 'read', 'nurse', 'open_task', null, 'view'),
  ('critical.earlier', 'read', 'nurse', 'pool_member', null, 'view'),
  ('critical.earlier', 'read', 'nurse', 'todays_schedule', null, 'view'),
  ('critical.earlier', 'read', 'patient', 'self', null, 'view'),
  ('critical.earlier', 'read', 'trusted_person', 'trusted_person', 'results', 'view'),
  ('critical.notices', 'close', 'patient', 'self', null, 'act'),
  ('critical.notices', 'close', 'trusted_person', 'trusted_person', null, 'act'),
  ('critical.notices', 'keep', 'clinician', 'own', null, 'act'),
  ('critical.notices', 'keep', 'nurse', 'own', null, 'act'),
  ('critical.notices', 'keep', 'patient', 'own', null, 'act'),
  ('critical.notices', 'keep', 'trusted_person', 'own', null, 'act'),
  ('critical.notices', 'read', 'patient', 'self', null, 'view'),
  ('critical.notices', 'read', 'trusted_person', 'trusted_person', 'results', 'view'),
  ('critical.ownNotices', 'close', 'clinician', 'any', null, 'act'),
  ('critical.ownNotices', 'close', 'nurse', 'any', null, 'act'),
  ('critical.ownNotices', 'read', 'clinician', 'any', null, 'view'),
  ('critical.ownNotices', 'read', 'nurse', 'any', null, 'view'),
  ('critical.settings', 'read', 'administrator', 'any', null, 'view'),
  ('critical.settings', 'write', 'administrator', 'any', null, 'act'),
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
  ('identity.patientInvitation', 'read', 'front_desk', 'any', null, 'view'),
  ('identity.staffInvitation', 'invite', 'administrator', 'any', null, 'act'),
  ('identity.staffRoles', 'decide', 'administrator', 'any', null, 'act'),
  ('identity.staffRoles', 'decide', 'privacy_officer', 'any', null, 'act'),
  ('identity.staffRoles', 'read', 'administrator', 'any', null, 'view'),
  ('identity.staffRoles', 'read', 'privacy_officer', 'any', null, 'view'),
  ('identity.staffRoles', 'write', 'administrator', 'any', null, 'act'),
  ('records.appointments', 'read', 'clinician', 'care_team', null, 'view'),
  ('records.appointments', 'read', 'clinician', 'open_task', null, 'view'),
  ('records.appointments', 'read', 'clinician', 'pool_member', null, 'view'),
  ('records.appointments', 'read', 'clinician', 'todays_schedule', null, 'view'),
  ('records.appointments', 'read', 'nurse', 'care_team', null, 'view'),
  ('records.appointments', 'read', 'nurse', 'open_task', null, 'view'),
  ('records.appointments', 'read', 'nurse', 'pool_member', null, 'view'),
  ('records.appointments', 'read', 'nurse', 'todays_schedule', null, 'view'),
  ('records.appointments', 'read', 'patient', 'self', null, 'view'),
  ('records.appointments', 'read', 'trusted_person', 'trusted_person', 'appointments', 'view'),
  ('records.billing', 'read', 'patient', 'self', null, 'view'),
  ('records.billing', 'read', 'trusted_person', 'trusted_person', 'billing', 'view'),
  ('records.comments', 'read', 'clinician', 'care_team', null, 'view'),
  ('records.comments', 'read', 'clinician', 'open_task', null, 'view'),
  ('records.comments', 'read', 'clinician', 'pool_member', null, 'view'),
  ('records.comments', 'read', 'clinician', 'todays_schedule', null, 'view'),
  ('records.comments', 'read', 'nurse', 'care_team', null, 'view'),
  ('records.comments', 'read', 'nurse', 'open_task', null, 'view'),
  ('records.comments', 'read', 'nurse', 'pool_member', null, 'view'),
  ('records.comments', 'read', 'nurse', 'todays_schedule', null, 'view'),
  ('records.comments', 'read', 'patient', 'self', null, 'view'),
  ('records.comments', 'read', 'trusted_person', 'trusted_person', 'results', 'view'),
  ('records.comments', 'write', 'clinician', 'care_team', null, 'act'),
  ('records.comments', 'write', 'clinician', 'open_task', null, 'act'),
  ('records.comments', 'write', 'clinician', 'pool_member', null, 'act'),
  ('records.comments', 'write', 'clinician', 'todays_schedule', null, 'act'),
  ('records.comments', 'write', 'nurse', 'care_team', null, 'act'),
  ('records.comments', 'write', 'nurse', 'open_task', null, 'act'),
  ('records.comments', 'write', 'nurse', 'pool_member', null, 'act'),
  ('records.comments', 'write', 'nurse', 'todays_schedule', null, 'act'),
  ('records.conditions', 'read', 'clinician', 'care_team', null, 'view'),
  ('records.conditions', 'read', 'clinician', 'open_task', null, 'view'),
  ('records.conditions', 'read', 'clinician', 'pool_member', null, 'view'),
  ('records.conditions', 'read', 'clinician', 'todays_schedule', null, 'view'),
  ('records.conditions', 'read', 'nurse', 'care_team', null, 'view'),
  ('records.conditions', 'read', 'nurse', 'open_task', null, 'view'),
  ('records.conditions', 'read', 'nurse', 'pool_member', null, 'view'),
  ('records.conditions', 'read', 'nurse', 'todays_schedule', null, 'view'),
  ('records.conditions', 'read', 'patient', 'self', null, 'view'),
  ('records.conditions', 'read', 'trusted_person', 'trusted_person', 'conditions', 'view'),
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
  ('records.documents', 'read', 'clinician', 'care_team', null, 'view'),
  ('records.documents', 'read', 'clinician', 'open_task', null, 'view'),
  ('records.documents', 'read', 'clinician', 'pool_member', null, 'view'),
  ('records.documents', 'read', 'clinician', 'todays_schedule', null, 'view'),
  ('records.documents', 'read', 'nurse', 'care_team', null, 'view'),
  ('records.documents', 'read', 'nurse', 'open_task', null, 'view'),
  ('records.documents', 'read', 'nurse', 'pool_member', null, 'view'),
  ('records.documents', 'read', 'nurse', 'todays_schedule', null, 'view'),
  ('records.documents', 'read', 'patient', 'self', null, 'view'),
  ('records.documents', 'read', 'trusted_person', 'trusted_person', 'documents', 'view'),
  ('records.home', 'read', 'clinician', 'care_team', null, 'view'),
  ('records.home', 'read', 'clinician', 'open_task', null, 'view'),
  ('records.home', 'read', 'clinician', 'pool_member', null, 'view'),
  ('records.home', 'read', 'clinician', 'todays_schedule', null, 'view'),
  ('records.home', 'read', 'nurse', 'care_team', null, 'view'),
  ('records.home', 'read', 'nurse', 'open_task', null, 'view'),
  ('records.home', 'read', 'nurse', 'pool_member', null, 'view'),
  ('records.home', 'read', 'nurse', 'todays_schedule', null, 'view'),
  ('records.home', 'read', 'patient', 'self', null, 'view'),
  ('records.home', 'read', 'trusted_person', 'trusted_person', null, 'view'),
  ('records.medicines', 'read', 'clinician', 'care_team', null, 'view'),
  ('records.medicines', 'read', 'clinician', 'open_task', null, 'view'),
  ('records.medicines', 'read', 'clinician', 'pool_member', null, 'view'),
  ('records.medicines', 'read', 'clinician', 'todays_schedule', null, 'view'),
  ('records.medicines', 'read', 'nurse', 'care_team', null, 'view'),
  ('records.medicines', 'read', 'nurse', 'open_task', null, 'view'),
  ('records.medicines', 'read', 'nurse', 'pool_member', null, 'view'),
  ('records.medicines', 'read', 'nurse', 'todays_schedule', null, 'view'),
  ('records.medicines', 'read', 'patient', 'self', null, 'view'),
  ('records.medicines', 'read', 'trusted_person', 'trusted_person', 'medicines', 'view'),
  ('records.names', 'read', 'clinician', 'any', null, 'view'),
  ('records.names', 'read', 'nurse', 'any', null, 'view'),
  ('records.names', 'read', 'patient', 'any', null, 'view'),
  ('records.names', 'read', 'trusted_person', 'any', null, 'view'),
  ('records.other', 'read', 'clinician', 'care_team', null, 'view'),
  ('records.other', 'read', 'clinician', 'open_task', null, 'view'),
  ('records.other', 'read', 'clinician', 'pool_member', null, 'view'),
  ('records.other', 'read', 'clinician', 'todays_schedule', null, 'view'),
  ('records.other', 'read', 'nurse', 'care_team', null, 'view'),
  ('records.other', 'read', 'nurse', 'open_task', null, 'view'),
  ('records.other', 'read', 'nurse', 'pool_member', null, 'view'),
  ('records.other', 'read', 'nurse', 'todays_schedule', null, 'view'),
  ('records.other', 'read', 'patient', 'self', null, 'view'),
  ('records.profile', 'read', 'clinician', 'care_team', null, 'view'),
  ('records.profile', 'read', 'clinician', 'open_task', null, 'view'),
  ('records.profile', 'read', 'clinician', 'pool_member', null, 'view'),
  ('records.profile', 'read', 'clinician', 'todays_schedule', null, 'view'),
  ('records.profile', 'read', 'nurse', 'care_team', null, 'view'),
  ('records.profile', 'read', 'nurse', 'open_task', null, 'view'),
  ('records.profile', 'read', 'nurse', 'pool_member', null, 'view'),
  ('records.profile', 'read', 'nurse', 'todays_schedule', null, 'view'),
  ('records.profile', 'read', 'patient', 'self', null, 'view'),
  ('records.profile', 'read', 'records_officer', 'care_team', null, 'view'),
  ('records.profile', 'read', 'records_officer', 'open_task', null, 'view'),
  ('records.profile', 'read', 'records_officer', 'pool_member', null, 'view'),
  ('records.profile', 'read', 'records_officer', 'todays_schedule', null, 'view'),
  ('records.profile', 'read', 'trusted_person', 'trusted_person', 'profile', 'view'),
  ('records.releases', 'read', 'clinician', 'care_team', null, 'view'),
  ('records.releases', 'read', 'clinician', 'open_task', null, 'view'),
  ('records.releases', 'read', 'clinician', 'pool_member', null, 'view'),
  ('records.releases', 'read', 'clinician', 'todays_schedule', null, 'view'),
  ('records.releases', 'read', 'nurse', 'care_team', null, 'view'),
  ('records.releases', 'read', 'nurse', 'open_task', null, 'view'),
  ('records.releases', 'read', 'nurse', 'pool_member', null, 'view'),
  ('records.releases', 'read', 'nurse', 'todays_schedule', null, 'view'),
  ('records.releases', 'read', 'patient', 'self', null, 'view'),
  ('records.releases', 'read', 'trusted_person', 'trusted_person', null, 'view'),
  ('records.releases', 'write', 'clinician', 'care_team', null, 'act'),
  ('records.releases', 'write', 'clinician', 'open_task', null, 'act'),
  ('records.releases', 'write', 'clinician', 'pool_member', null, 'act'),
  ('records.releases', 'write', 'clinician', 'todays_schedule', null, 'act'),
  ('records.releases', 'write', 'nurse', 'care_team', null, 'act'),
  ('records.releases', 'write', 'nurse', 'open_task', null, 'act'),
  ('records.releases', 'write', 'nurse', 'pool_member', null, 'act'),
  ('records.releases', 'write', 'nurse', 'todays_schedule', null, 'act'),
  ('records.releases', 'write', 'patient', 'self', null, 'act'),
  ('records.results', 'read', 'clinician', 'care_team', null, 'view'),
  ('records.results', 'read', 'clinician', 'open_task', null, 'view'),
  ('records.results', 'read', 'clinician', 'pool_member', null, 'view'),
  ('records.results', 'read', 'clinician', 'todays_schedule', null, 'view'),
  ('records.results', 'read', 'nurse', 'care_team', null, 'view'),
  ('records.results', 'read', 'nurse', 'open_task', null, 'view'),
  ('records.results', 'read', 'nurse', 'pool_member', null, 'view'),
  ('records.results', 'read', 'nurse', 'todays_schedule', null, 'view'),
  ('records.results', 'read', 'patient', 'self', null, 'view'),
  ('records.results', 'read', 'trusted_person', 'trusted_person', 'results', 'view'),
  ('records.search', 'search', 'clinician', 'care_team', null, 'view'),
  ('records.search', 'search', 'clinician', 'open_task', null, 'view'),
  ('records.search', 'search', 'clinician', 'pool_member', null, 'view'),
  ('records.search', 'search', 'clinician', 'todays_schedule', null, 'view'),
  ('records.search', 'search', 'nurse', 'care_team', null, 'view'),
  ('records.search', 'search', 'nurse', 'open_task', null, 'view'),
  ('records.search', 'search', 'nurse', 'pool_member', null, 'view'),
  ('records.search', 'search', 'nurse', 'todays_schedule', null, 'view'),
  ('records.search', 'search', 'patient', 'self', null, 'view'),
  ('records.search', 'search', 'trusted_person', 'trusted_person', null, 'view'),
  ('records.seen', 'read', 'patient', 'self', null, 'view'),
  ('records.seen', 'read', 'trusted_person', 'trusted_person', null, 'view'),
  ('records.seen', 'write', 'patient', 'self', null, 'act'),
  ('records.seen', 'write', 'trusted_person', 'trusted_person', null, 'act'),
  ('records.statements', 'read', 'clinician', 'care_team', null, 'view'),
  ('records.statements', 'read', 'clinician', 'open_task', null, 'view'),
  ('records.statements', 'read', 'clinician', 'pool_member', null, 'view'),
  ('records.statements', 'read', 'clinician', 'todays_schedule', null, 'view'),
  ('records.statements', 'read', 'nurse', 'care_team', null, 'view'),
  ('records.statements', 'read', 'nurse', 'open_task', null, 'view'),
  ('records.statements', 'read', 'nurse', 'pool_member', null, 'view'),
  ('records.statements', 'read', 'nurse', 'todays_schedule', null, 'view'),
  ('records.statements', 'read', 'patient', 'self', null, 'view'),
  ('records.statements', 'read', 'trusted_person', 'trusted_person', 'medicines', 'view'),
  ('records.statements', 'write', 'patient', 'self', null, 'act'),
  ('records.statements', 'write', 'trusted_person', 'trusted_person', 'medicines', 'act'),
  ('records.timing', 'open', 'patient', 'self', null, 'act'),
  ('records.timing', 'read', 'clinician', 'care_team', null, 'view'),
  ('records.timing', 'read', 'clinician', 'open_task', null, 'view'),
  ('records.timing', 'read', 'clinician', 'pool_member', null, 'view'),
  ('records.timing', 'read', 'clinician', 'todays_schedule', null, 'view'),
  ('records.timing', 'read', 'nurse', 'care_team', null, 'view'),
  ('records.timing', 'read', 'nurse', 'open_task', null, 'view'),
  ('records.timing', 'read', 'nurse', 'pool_member', null, 'view'),
  ('records.timing', 'read', 'nurse', 'todays_schedule', null, 'view'),
  ('records.timing', 'read', 'patient', 'self', null, 'view'),
  ('records.timing', 'read', 'trusted_person', 'trusted_person', null, 'view'),
  ('records.timing', 'write', 'patient', 'self', null, 'act'),
  ('records.visits', 'read', 'clinician', 'care_team', null, 'view'),
  ('records.visits', 'read', 'clinician', 'open_task', null, 'view'),
  ('records.visits', 'read', 'clinician', 'pool_member', null, 'view'),
  ('records.visits', 'read', 'clinician', 'todays_schedule', null, 'view'),
  ('records.visits', 'read', 'nurse', 'care_team', null, 'view'),
  ('records.visits', 'read', 'nurse', 'open_task', null, 'view'),
  ('records.visits', 'read', 'nurse', 'pool_member', null, 'view'),
  ('records.visits', 'read', 'nurse', 'todays_schedule', null, 'view'),
  ('records.visits', 'read', 'patient', 'self', null, 'view'),
  ('records.visits', 'read', 'trusted_person', 'trusted_person', 'visits', 'view'),
  ('records.vitals', 'read', 'clinician', 'care_team', null, 'view'),
  ('records.vitals', 'read', 'clinician', 'open_task', null, 'view'),
  ('records.vitals', 'read', 'clinician', 'pool_member', null, 'view'),
  ('records.vitals', 'read', 'clinician', 'todays_schedule', null, 'view'),
  ('records.vitals', 'read', 'nurse', 'care_team', null, 'view'),
  ('records.vitals', 'read', 'nurse', 'open_task', null, 'view'),
  ('records.vitals', 'read', 'nurse', 'pool_member', null, 'view'),
  ('records.vitals', 'read', 'nurse', 'todays_schedule', null, 'view'),
  ('records.vitals', 'read', 'patient', 'self', null, 'view'),
  ('records.vitals', 'read', 'trusted_person', 'trusted_person', 'results', 'view'),
  ('tasks.billing', 'create', 'billing', 'any', null, 'act'),
  ('tasks.billing', 'create', 'front_desk', 'any', null, 'act'),
  ('tasks.billing', 'read', 'billing', 'any', null, 'view'),
  ('tasks.billing', 'work', 'billing', 'any', null, 'act'),
  ('tasks.clinician', 'create', 'clinician', 'any', null, 'act'),
  ('tasks.clinician', 'create', 'front_desk', 'any', null, 'act'),
  ('tasks.clinician', 'create', 'nurse', 'any', null, 'act'),
  ('tasks.clinician', 'read', 'clinician', 'any', null, 'view'),
  ('tasks.clinician', 'read', 'nurse', 'any', null, 'view'),
  ('tasks.clinician', 'work', 'clinician', 'any', null, 'act'),
  ('tasks.clinician', 'work', 'nurse', 'any', null, 'act'),
  ('tasks.desk', 'create', 'billing', 'any', null, 'act'),
  ('tasks.desk', 'create', 'clinician', 'any', null, 'act'),
  ('tasks.desk', 'create', 'front_desk', 'any', null, 'act'),
  ('tasks.desk', 'create', 'nurse', 'any', null, 'act'),
  ('tasks.desk', 'read', 'front_desk', 'any', null, 'view'),
  ('tasks.desk', 'work', 'front_desk', 'any', null, 'act'),
  ('tasks.deskNotes', 'read', 'billing', 'any', null, 'view'),
  ('tasks.deskNotes', 'read', 'clinician', 'any', null, 'view'),
  ('tasks.deskNotes', 'read', 'front_desk', 'any', null, 'view'),
  ('tasks.deskNotes', 'read', 'nurse', 'any', null, 'view'),
  ('tasks.fromPatient', 'create', 'patient', 'self', null, 'act'),
  ('tasks.fromPatient', 'create', 'trusted_person', 'trusted_person', 'medicines', 'act'),
  ('tasks.notes', 'read', 'clinician', 'any', null, 'view'),
  ('tasks.notes', 'read', 'nurse', 'any', null, 'view'),
  ('tasks.nurse', 'create', 'clinician', 'any', null, 'act'),
  ('tasks.nurse', 'create', 'front_desk', 'any', null, 'act'),
  ('tasks.nurse', 'create', 'nurse', 'any', null, 'act'),
  ('tasks.nurse', 'read', 'clinician', 'any', null, 'view'),
  ('tasks.nurse', 'read', 'nurse', 'any', null, 'view'),
  ('tasks.nurse', 'work', 'clinician', 'any', null, 'act'),
  ('tasks.nurse', 'work', 'nurse', 'any', null, 'act'),
  ('tasks.work', 'read', 'billing', 'any', null, 'view'),
  ('tasks.work', 'read', 'clinician', 'any', null, 'view'),
  ('tasks.work', 'read', 'front_desk', 'any', null, 'view'),
  ('tasks.work', 'read', 'nurse', 'any', null, 'view'),
  ('tasks.work', 'work', 'billing', 'any', null, 'act'),
  ('tasks.work', 'work', 'clinician', 'any', null, 'act'),
  ('tasks.work', 'work', 'front_desk', 'any', null, 'act'),
  ('tasks.work', 'work', 'nurse', 'any', null, 'act');

delete from access.chart;
delete from access.opening;
insert into access.opening (rows_of, way, area, mode, labels) values
  ('records.resource select by area', 'administrator any', null, 'view', array[]::bytea[]),
  ('records.resource select by area', 'billing any', null, 'view', array['demographics']::bytea[]),
  ('records.resource select by area', 'clinician any', null, 'view', array[]::bytea[]),
  ('records.resource select by area', 'clinician care_team', null, 'view', array['appointments', 'conditions', 'demographics', 'documents', 'medicines', 'other', 'results', 'visits', 'vitals']::bytea[]),
  ('records.resource select by area', 'clinician open_task', null, 'view', array['appointments', 'conditions', 'demographics', 'documents', 'medicines', 'other', 'results', 'visits', 'vitals']::bytea[]),
  ('records.resource select by area', 'clinician pool_member', null, 'view', array['appointments', 'conditions', 'demographics', 'documents', 'medicines', 'other', 'results', 'visits', 'vitals']::bytea[]),
  ('records.resource select by area', 'clinician todays_schedule', null, 'view', array['appointments', 'conditions', 'demographics', 'documents', 'medicines', 'other', 'results', 'visits', 'vitals']::bytea[]),
  ('records.resource select by area', 'front_desk any', null, 'view', array['demographics']::bytea[]),
  ('records.resource select by area', 'nurse any', null, 'view', array[]::bytea[]),
  ('records.resource select by area', 'nurse care_team', null, 'view', array['appointments', 'conditions', 'demographics', 'documents', 'medicines', 'other', 'results', 'visits', 'vitals']::bytea[]),
  ('records.resource select by area', 'nurse open_task', null, 'view', array['appointments', 'conditions', 'demographics', 'documents', 'medicines', 'other', 'results', 'visits', 'vitals']::bytea[]),
  ('records.resource select by area', 'nurse pool_member', null, 'view', array['appointments', 'conditions', 'demographics', 'documents', 'medicines', 'other', 'results', 'visits', 'vitals']::bytea[]),
  ('records.resource select by area', 'nurse todays_schedule', null, 'view', array['appointments', 'conditions', 'demographics', 'documents', 'medicines', 'other', 'results', 'visits', 'vitals']::bytea[]),
  ('records.resource select by area', 'patient any', null, 'view', array[]::bytea[]),
  ('records.resource select by area', 'patient self', null, 'view', array['appointments', 'billing', 'conditions', 'demographics', 'documents', 'medicines', 'other', 'results', 'visits', 'vitals']::bytea[]),
  ('records.resource select by area', 'privacy_officer any', null, 'view', array[]::bytea[]),
  ('records.resource select by area', 'records_officer any', null, 'view', array[]::bytea[]),
  ('records.resource select by area', 'records_officer care_team', null, 'view', array['demographics']::bytea[]),
  ('records.resource select by area', 'records_officer open_task', null, 'view', array['demographics']::bytea[]),
  ('records.resource select by area', 'records_officer pool_member', null, 'view', array['demographics']::bytea[]),
  ('records.resource select by area', 'records_officer todays_schedule', null, 'view', array['demographics']::bytea[]),
  ('records.resource select by area', 'trusted_person any', null, 'view', array[]::bytea[]),
  ('records.resource select by area', 'trusted_person trusted_person', 'appointments', 'view', array['appointments']::bytea[]),
  ('records.resource select by area', 'trusted_person trusted_person', 'billing', 'view', array['billing']::bytea[]),
  ('records.resource select by area', 'trusted_person trusted_person', 'conditions', 'view', array['conditions']::bytea[]),
  ('records.resource select by area', 'trusted_person trusted_person', 'documents', 'view', array['documents']::bytea[]),
  ('records.resource select by area', 'trusted_person trusted_person', 'medicines', 'view', array['medicines']::bytea[]),
  ('records.resource select by area', 'trusted_person trusted_person', 'results', 'view', array['results', 'vitals']::bytea[]),
  ('records.resource select by area', 'trusted_person trusted_person', 'visits', 'view', array['visits']::bytea[]),
  ('records.resource select by area', 'trusted_person trusted_person', null, 'view', array['demographics']::bytea[]),
  ('sealed.row_head insert by area,table_name', 'administrator any', null, 'view', array[]::bytea[]),
  ('sealed.row_head insert by area,table_name', 'billing any', null, 'view', array[]::bytea[]),
  ('sealed.row_head insert by area,table_name', 'clinician any', null, 'view', array[]::bytea[]),
  ('sealed.row_head insert by area,table_name', 'clinician care_team', null, 'view', array['/records.comment']::bytea[]),
  ('sealed.row_head insert by area,table_name', 'clinician open_task', null, 'view', array['/records.comment']::bytea[]),
  ('sealed.row_head insert by area,table_name', 'clinician pool_member', null, 'view', array['/records.comment']::bytea[]),
  ('sealed.row_head insert by area,table_name', 'clinician todays_schedule', null, 'view', array['/records.comment']::bytea[]),
  ('sealed.row_head insert by area,table_name', 'front_desk any', null, 'view', array[]::bytea[]),
  ('sealed.row_head insert by area,table_name', 'nurse any', null, 'view', array[]::bytea[]),
  ('sealed.row_head insert by area,table_name', 'nurse care_team', null, 'view', array['/records.comment']::bytea[]),
  ('sealed.row_head insert by area,table_name', 'nurse open_task', null, 'view', array['/records.comment']::bytea[]),
  ('sealed.row_head insert by area,table_name', 'nurse pool_member', null, 'view', array['/records.comment']::bytea[]),
  ('sealed.row_head insert by area,table_name', 'nurse todays_schedule', null, 'view', array['/records.comment']::bytea[]),
  ('sealed.row_head insert by area,table_name', 'patient any', null, 'view', array[]::bytea[]),
  ('sealed.row_head insert by area,table_name', 'patient self', null, 'view', array['/records.statement']::bytea[]),
  ('sealed.row_head insert by area,table_name', 'privacy_officer any', null, 'view', array[]::bytea[]),
  ('sealed.row_head insert by area,table_name', 'records_officer any', null, 'view', array[]::bytea[]),
  ('sealed.row_head insert by area,table_name', 'trusted_person any', null, 'view', array[]::bytea[]),
  ('sealed.row_head insert by area,table_name', 'trusted_person trusted_person', 'medicines', 'act', array['/records.statement']::bytea[]),
  ('sealed.row_head select by area,table_name', 'administrator any', null, 'view', array[]::bytea[]),
  ('sealed.row_head select by area,table_name', 'billing any', null, 'view', array['/records.patient', '/tasks.step', '/tasks.task', 'demographics/records.resource']::bytea[]),
  ('sealed.row_head select by area,table_name', 'clinician any', null, 'view', array['/critical.alert', '/critical.notice', '/critical.step', '/records.patient', '/tasks.step', '/tasks.task']::bytea[]),
  ('sealed.row_head select by area,table_name', 'clinician care_team', null, 'view', array['/records.comment', '/records.statement', 'appointments/records.resource', 'conditions/records.resource', 'demographics/records.resource', 'documents/records.resource', 'medicines/records.resource', 'other/records.resource', 'results/records.resource', 'visits/records.resource', 'vitals/records.resource']::bytea[]),
  ('sealed.row_head select by area,table_name', 'clinician open_task', null, 'view', array['/records.comment', '/records.statement', 'appointments/records.resource', 'conditions/records.resource', 'demographics/records.resource', 'documents/records.resource', 'medicines/records.resource', 'other/records.resource', 'results/records.resource', 'visits/records.resource', 'vitals/records.resource']::bytea[]),
  ('sealed.row_head select by area,table_name', 'clinician pool_member', null, 'view', array['/records.comment', '/records.statement', 'appointments/records.resource', 'conditions/records.resource', 'demographics/records.resource', 'documents/records.resource', 'medicines/records.resource', 'other/records.resource', 'results/records.resource', 'visits/records.resource', 'vitals/records.resource']::bytea[]),
  ('sealed.row_head select by area,table_name', 'clinician todays_schedule', null, 'view', array['/records.comment', '/records.statement', 'appointments/records.resource', 'conditions/records.resource', 'demographics/records.resource', 'documents/records.resource', 'medicines/records.resource', 'other/records.resource', 'results/records.resource', 'visits/records.resource', 'vitals/records.resource']::bytea[]),
  ('sealed.row_head select by area,table_name', 'front_desk any', null, 'view', array['/records.patient', '/tasks.step', '/tasks.task', 'demographics/records.resource']::bytea[]),
  ('sealed.row_head select by area,table_name', 'nurse any', null, 'view', array['/critical.alert', '/critical.notice', '/critical.step', '/records.patient', '/tasks.step', '/tasks.task']::bytea[]),
  ('sealed.row_head select by area,table_name', 'nurse care_team', null, 'view', array['/records.comment', '/records.statement', 'appointments/records.resource', 'conditions/records.resource', 'demographics/records.resource', 'documents/records.resource', 'medicines/records.resource', 'other/records.resource', 'results/records.resource', 'visits/records.resource', 'vitals/records.resource']::bytea[]),
  ('sealed.row_head select by area,table_name', 'nurse open_task', null, 'view', array['/records.comment', '/records.statement', 'appointments/records.resource', 'conditions/records.resource', 'demographics/records.resource', 'documents/records.resource', 'medicines/records.resource', 'other/records.resource', 'results/records.resource', 'visits/records.resource', 'vitals/records.resource']::bytea[]),
  ('sealed.row_head select by area,table_name', 'nurse pool_member', null, 'view', array['/records.comment', '/records.statement', 'appointments/records.resource', 'conditions/records.resource', 'demographics/records.resource', 'documents/records.resource', 'medicines/records.resource', 'other/records.resource', 'results/records.resource', 'visits/records.resource', 'vitals/records.resource']::bytea[]),
  ('sealed.row_head select by area,table_name', 'nurse todays_schedule', null, 'view', array['/records.comment', '/records.statement', 'appointments/records.resource', 'conditions/records.resource', 'demographics/records.resource', 'documents/records.resource', 'medicines/records.resource', 'other/records.resource', 'results/records.resource', 'visits/records.resource', 'vitals/records.resource']::bytea[]),
  ('sealed.row_head select by area,table_name', 'patient any', null, 'view', array[]::bytea[]),
  ('sealed.row_head select by area,table_name', 'patient self', null, 'view', array['/critical.notice', '/records.comment', '/records.statement', 'appointments/records.resource', 'billing/records.resource', 'conditions/records.resource', 'demographics/records.resource', 'documents/records.resource', 'medicines/records.resource', 'other/records.resource', 'results/records.resource', 'visits/records.resource', 'vitals/records.resource']::bytea[]),
  ('sealed.row_head select by area,table_name', 'privacy_officer any', null, 'view', array['/records.patient']::bytea[]),
  ('sealed.row_head select by area,table_name', 'records_officer any', null, 'view', array['/records.patient']::bytea[]),
  ('sealed.row_head select by area,table_name', 'records_officer care_team', null, 'view', array['demographics/records.resource']::bytea[]),
  ('sealed.row_head select by area,table_name', 'records_officer open_task', null, 'view', array['demographics/records.resource']::bytea[]),
  ('sealed.row_head select by area,table_name', 'records_officer pool_member', null, 'view', array['demographics/records.resource']::bytea[]),
  ('sealed.row_head select by area,table_name', 'records_officer todays_schedule', null, 'view', array['demographics/records.resource']::bytea[]),
  ('sealed.row_head select by area,table_name', 'trusted_person any', null, 'view', array[]::bytea[]),
  ('sealed.row_head select by area,table_name', 'trusted_person trusted_person', 'appointments', 'view', array['appointments/records.resource']::bytea[]),
  ('sealed.row_head select by area,table_name', 'trusted_person trusted_person', 'billing', 'view', array['billing/records.resource']::bytea[]),
  ('sealed.row_head select by area,table_name', 'trusted_person trusted_person', 'conditions', 'view', array['conditions/records.resource']::bytea[]),
  ('sealed.row_head select by area,table_name', 'trusted_person trusted_person', 'documents', 'view', array['documents/records.resource']::bytea[]),
  ('sealed.row_head select by area,table_name', 'trusted_person trusted_person', 'medicines', 'view', array['/records.statement', 'medicines/records.resource']::bytea[]),
  ('sealed.row_head select by area,table_name', 'trusted_person trusted_person', 'results', 'view', array['/critical.notice', '/records.comment', 'results/records.resource', 'vitals/records.resource']::bytea[]),
  ('sealed.row_head select by area,table_name', 'trusted_person trusted_person', 'visits', 'view', array['visits/records.resource']::bytea[]),
  ('sealed.row_head select by area,table_name', 'trusted_person trusted_person', null, 'view', array['demographics/records.resource']::bytea[]),
  ('sealed.row_head update by area,table_name', 'administrator any', null, 'view', array[]::bytea[]),
  ('sealed.row_head update by area,table_name', 'billing any', null, 'view', array[]::bytea[]),
  ('sealed.row_head update by area,table_name', 'clinician any', null, 'view', array[]::bytea[]),
  ('sealed.row_head update by area,table_name', 'clinician care_team', null, 'view', array['/records.comment']::bytea[]),
  ('sealed.row_head update by area,table_name', 'clinician open_task', null, 'view', array['/records.comment']::bytea[]),
  ('sealed.row_head update by area,table_name', 'clinician pool_member', null, 'view', array['/records.comment']::bytea[]),
  ('sealed.row_head update by area,table_name', 'clinician todays_schedule', null, 'view', array['/records.comment']::bytea[]),
  ('sealed.row_head update by area,table_name', 'front_desk any', null, 'view', array[]::bytea[]),
  ('sealed.row_head update by area,table_name', 'nurse any', null, 'view', array[]::bytea[]),
  ('sealed.row_head update by area,table_name', 'nurse care_team', null, 'view', array['/records.comment']::bytea[]),
  ('sealed.row_head update by area,table_name', 'nurse open_task', null, 'view', array['/records.comment']::bytea[]),
  ('sealed.row_head update by area,table_name', 'nurse pool_member', null, 'view', array['/records.comment']::bytea[]),
  ('sealed.row_head update by area,table_name', 'nurse todays_schedule', null, 'view', array['/records.comment']::bytea[]),
  ('sealed.row_head update by area,table_name', 'patient any', null, 'view', array[]::bytea[]),
  ('sealed.row_head update by area,table_name', 'patient self', null, 'view', array['/records.statement']::bytea[]),
  ('sealed.row_head update by area,table_name', 'privacy_officer any', null, 'view', array[]::bytea[]),
  ('sealed.row_head update by area,table_name', 'records_officer any', null, 'view', array[]::bytea[]),
  ('sealed.row_head update by area,table_name', 'trusted_person any', null, 'view', array[]::bytea[]),
  ('sealed.row_head update by area,table_name', 'trusted_person trusted_person', 'medicines', 'act', array['/records.statement']::bytea[]),
  ('tables', 'clinician care_team', null, 'view', array['critical.earlier select', 'records.comment insert', 'records.comment select', 'records.comment update', 'records.patient_feed select', 'records.release insert', 'records.release select', 'records.release update', 'records.statement select', 'records.timing select']::bytea[]),
  ('tables', 'clinician open_task', null, 'view', array['critical.earlier select', 'records.comment insert', 'records.comment select', 'records.comment update', 'records.patient_feed select', 'records.release insert', 'records.release select', 'records.release update', 'records.statement select', 'records.timing select']::bytea[]),
  ('tables', 'clinician pool_member', null, 'view', array['critical.earlier select', 'records.comment insert', 'records.comment select', 'records.comment update', 'records.patient_feed select', 'records.release insert', 'records.release select', 'records.release update', 'records.statement select', 'records.timing select']::bytea[]),
  ('tables', 'clinician todays_schedule', null, 'view', array['critical.earlier select', 'records.comment insert', 'records.comment select', 'records.comment update', 'records.patient_feed select', 'records.release insert', 'records.release select', 'records.release update', 'records.statement select', 'records.timing select']::bytea[]),
  ('tables', 'nurse care_team', null, 'view', array['critical.earlier select', 'records.comment insert', 'records.comment select', 'records.comment update', 'records.patient_feed select', 'records.release insert', 'records.release select', 'records.release update', 'records.statement select', 'records.timing select']::bytea[]),
  ('tables', 'nurse open_task', null, 'view', array['critical.earlier select', 'records.comment insert', 'records.comment select', 'records.comment update', 'records.patient_feed select', 'records.release insert', 'records.release select', 'records.release update', 'records.statement select', 'records.timing select']::bytea[]),
  ('tables', 'nurse pool_member', null, 'view', array['critical.earlier select', 'records.comment insert', 'records.comment select', 'records.comment update', 'records.patient_feed select', 'records.release insert', 'records.release select', 'records.release update', 'records.statement select', 'records.timing select']::bytea[]),
  ('tables', 'nurse todays_schedule', null, 'view', array['critical.earlier select', 'records.comment insert', 'records.comment select', 'records.comment update', 'records.patient_feed select', 'records.release insert', 'records.release select', 'records.release update', 'records.statement select', 'records.timing select']::bytea[]),
  ('tables', 'patient self', null, 'view', array['audit.event select', 'audit.leaf select', 'audit.patient_log select', 'critical.earlier select', 'records.comment select', 'records.patient_feed select', 'records.release insert', 'records.release select', 'records.release update', 'records.seen insert', 'records.seen select', 'records.seen update', 'records.statement insert', 'records.statement select', 'records.statement update', 'records.timing insert', 'records.timing select', 'records.timing update']::bytea[]),
  ('tables', 'trusted_person trusted_person', 'medicines', 'act', array['records.statement insert', 'records.statement update']::bytea[]),
  ('tables', 'trusted_person trusted_person', 'medicines', 'view', array['records.statement select']::bytea[]),
  ('tables', 'trusted_person trusted_person', 'results', 'view', array['critical.earlier select', 'records.comment select']::bytea[]),
  ('tables', 'trusted_person trusted_person', null, 'view', array['records.patient_feed select', 'records.release select', 'records.seen insert', 'records.seen select', 'records.seen update', 'records.timing select']::bytea[]),
  ('tasks.task select by pool', 'administrator any', null, 'view', array[]::bytea[]),
  ('tasks.task select by pool', 'billing any', null, 'view', array['billing']::bytea[]),
  ('tasks.task select by pool', 'clinician any', null, 'view', array['clinician', 'nurse']::bytea[]),
  ('tasks.task select by pool', 'front_desk any', null, 'view', array['desk']::bytea[]),
  ('tasks.task select by pool', 'nurse any', null, 'view', array['clinician', 'nurse']::bytea[]),
  ('tasks.task select by pool', 'patient any', null, 'view', array[]::bytea[]),
  ('tasks.task select by pool', 'privacy_officer any', null, 'view', array[]::bytea[]),
  ('tasks.task select by pool', 'records_officer any', null, 'view', array[]::bytea[]),
  ('tasks.task select by pool', 'trusted_person any', null, 'view', array[]::bytea[]);
insert into access.opening (rows_of, way, area, mode, labels)
select 'rights', role || ' ' || relationship, area, mode, array_agg(textsend(right_name))
from access.policy_rule group by role, relationship, area, mode;

grant usage on schema audit to access_reader, app, app_identity, app_importer, app_sequencer, app_worker;
grant usage on schema critical to access_reader, app, app_importer, app_sequencer, app_worker;
grant usage on schema identity to access_reader, app, app_sequencer;
grant usage on schema records to app, app_importer, app_sequencer, app_worker;
grant usage on schema sealed to access_reader, app, app_importer, app_sequencer, app_worker;
grant usage on schema tasks to access_reader, app, app_sequencer, app_worker;

-- audit.event
revoke all on audit.event from app, app_identity, app_importer, app_sequencer, app_worker;
grant select on audit.event to access_reader;
grant select, insert on audit.event to app;
grant insert on audit.event to app_identity;
grant insert on audit.event to app_importer;
grant select, insert on audit.event to app_sequencer;
grant insert on audit.event to app_worker;
create policy "rule: 2 resources select app" on audit.event for select to app
  using ((patient_id = any((select access.related('audit.event select', '{"patient self"}', '{}', '{}'))::uuid[])
    or (select access.any_patient('audit.review', 'search'))
    or (select access.any_patient('audit.review', 'export'))));
create policy "rule: audit.log select app_sequencer" on audit.event for select to app_sequencer
  using (true);
create policy "rule: critical.watch select access_reader" on audit.event for select to access_reader
  using (true);
create policy "rule: audit.event insert app" on audit.event for insert to app
  with check (at between current_timestamp - interval '5 minutes' and current_timestamp + interval '5 minutes' and length(cmt) = 32);
create policy "rule: audit.event insert app_identity" on audit.event for insert to app_identity
  with check (at between current_timestamp - interval '5 minutes' and current_timestamp + interval '5 minutes' and length(cmt) = 32);
create policy "rule: audit.event insert app_importer" on audit.event for insert to app_importer
  with check (at between current_timestamp - interval '5 minutes' and current_timestamp + interval '5 minutes' and length(cmt) = 32);
create policy "rule: audit.event insert app_worker" on audit.event for insert to app_worker
  with check (at between current_timestamp - interval '5 minutes' and current_timestamp + interval '5 minutes' and length(cmt) = 32);
create policy "rule: audit.event insert app_sequencer" on audit.event for insert to app_sequencer
  with check (at between current_timestamp - interval '5 minutes' and current_timestamp + interval '5 minutes' and length(cmt) = 32);

-- audit.leaf
revoke all on audit.leaf from app, app_identity, app_importer, app_sequencer, app_worker;
grant select on audit.leaf to app;
grant select, insert on audit.leaf to app_sequencer;
create policy "rule: audit.accessLog select app" on audit.leaf for select to app
  using (patient_id = any((select access.related('audit.leaf select', '{"patient self"}', '{}', '{}'))::uuid[]));
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
  using (patient_id = any((select access.related('audit.patient_log select', '{"patient self"}', '{}', '{}'))::uuid[]));
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

-- critical.alert
revoke all on critical.alert from app, app_identity, app_importer, app_sequencer, app_worker;
grant select, update on critical.alert to access_reader;
grant select on critical.alert to app;
grant select on critical.alert to app_sequencer;
grant select, insert, update on critical.alert to app_worker;
create policy "rule: critical.alerts select app" on critical.alert for select to app
  using ((select access.any_patient('critical.alerts', 'read')));
create policy "rule: audit.records select app_sequencer" on critical.alert for select to app_sequencer
  using (true);
create policy "rule: critical.alerts select app_worker" on critical.alert for select to app_worker
  using (true);
create policy "rule: critical.alerts select access_reader" on critical.alert for select to access_reader
  using (true);
create policy "rule: critical.alerts insert app_worker" on critical.alert for insert to app_worker
  with check (true);
create policy "rule: critical.alerts update app_worker" on critical.alert for update to app_worker
  using (true)
  with check (true);
create policy "rule: critical.alerts update access_reader" on critical.alert for update to access_reader
  using (true)
  with check (true);

-- critical.earlier
revoke all on critical.earlier from app, app_identity, app_importer, app_sequencer, app_worker;
grant select on critical.earlier to app;
grant insert on critical.earlier to app_importer;
grant select on critical.earlier to app_worker;
create policy "rule: critical.earlier select app" on critical.earlier for select to app
  using (patient_id = any((select access.related('critical.earlier select', '{"clinician care_team","clinician open_task","clinician pool_member","clinician todays_schedule","nurse care_team","nurse open_task","nurse pool_member","nurse todays_schedule","patient self"}', '{"results"}', '{}'))::uuid[]));
create policy "rule: critical.watch select app_worker" on critical.earlier for select to app_worker
  using (true);
create policy "rule: critical.watch insert app_importer" on critical.earlier for insert to app_importer
  with check (true);

-- critical.notice
revoke all on critical.notice from app, app_identity, app_importer, app_sequencer, app_worker;
grant select, update on critical.notice to access_reader;
grant select on critical.notice to app;
grant select on critical.notice to app_sequencer;
grant select, insert, update on critical.notice to app_worker;
create policy "rule: critical.notices select app" on critical.notice for select to app
  using (account_id = (select access.own_account('critical.notices', 'keep')));
create policy "rule: audit.records select app_sequencer" on critical.notice for select to app_sequencer
  using (true);
create policy "rule: critical.notices select app_worker" on critical.notice for select to app_worker
  using (true);
create policy "rule: critical.notices select access_reader" on critical.notice for select to access_reader
  using (true);
create policy "rule: critical.notices insert app_worker" on critical.notice for insert to app_worker
  with check (true);
create policy "rule: critical.notices update app_worker" on critical.notice for update to app_worker
  using (true)
  with check (true);
create policy "rule: critical.notices update access_reader" on critical.notice for update to access_reader
  using (true)
  with check (true);

-- critical.pending
revoke all on critical.pending from app, app_identity, app_importer, app_sequencer, app_worker;
grant insert on critical.pending to app_importer;
grant select, update, delete on critical.pending to app_worker;
create policy "rule: critical.watch select app_worker" on critical.pending for select to app_worker
  using (true);
create policy "rule: critical.watch insert app_importer" on critical.pending for insert to app_importer
  with check (true);
create policy "rule: critical.watch update app_worker" on critical.pending for update to app_worker
  using (true)
  with check (true);
create policy "rule: critical.watch delete app_worker" on critical.pending for delete to app_worker
  using (true);

-- critical.settings
revoke all on critical.settings from app, app_identity, app_importer, app_sequencer, app_worker;
grant select, update on critical.settings to access_reader;
grant select on critical.settings to app;
grant select on critical.settings to app_worker;
create policy "rule: critical.settings select app" on critical.settings for select to app
  using ((select access.any_patient('critical.settings', 'read')));
create policy "rule: critical.settings select app_worker" on critical.settings for select to app_worker
  using (true);
create policy "rule: critical.settings select access_reader" on critical.settings for select to access_reader
  using (true);
create policy "rule: critical.settings update access_reader" on critical.settings for update to access_reader
  using (true)
  with check (true);

-- critical.step
revoke all on critical.step from app, app_identity, app_importer, app_sequencer, app_worker;
grant insert on critical.step to access_reader;
grant select on critical.step to app;
grant select on critical.step to app_sequencer;
grant select on critical.step to app_worker;
create policy "rule: critical.alerts select app" on critical.step for select to app
  using ((select access.any_patient('critical.alerts', 'read')));
create policy "rule: audit.records select app_sequencer" on critical.step for select to app_sequencer
  using (true);
create policy "rule: critical.alerts select app_worker" on critical.step for select to app_worker
  using (true);
create policy "rule: critical.alerts insert access_reader" on critical.step for insert to access_reader
  with check (true);

-- identity.account
revoke all on identity.account from app, app_identity, app_importer, app_sequencer, app_worker;
grant select on identity.account to access_reader;
grant select (id, profile, version, created_at) on identity.account to app;
create policy "rule: identity.account select app" on identity.account for select to app
  using (id = (select access.own_account('identity.account', 'read')));
create policy "rule: critical.watch select access_reader" on identity.account for select to access_reader
  using (true);

-- identity.credential
revoke all on identity.credential from app, app_identity, app_importer, app_sequencer, app_worker;
grant select on identity.credential to app_sequencer;
create policy "rule: audit.records select app_sequencer" on identity.credential for select to app_sequencer
  using (true);

-- identity.invitation
revoke all on identity.invitation from app, app_identity, app_importer, app_sequencer, app_worker;
grant insert (id, code_hash, kind, role, patient_id, account_id, sealed, invited_by, approved_by, expires_at, desk_until) on identity.invitation to app;
create policy "rule: identity.patientInvitation insert app" on identity.invitation for insert to app
  with check ((kind = 'patient' and invited_by = (select access.account_id()) and approved_by = invited_by) and (select access.any_patient('identity.patientInvitation', 'invite')));
create policy "rule: identity.staffInvitation insert app" on identity.invitation for insert to app
  with check ((kind = 'staff' and invited_by = (select access.account_id()) and (approved_by is null or approved_by = invited_by)) and (select access.any_patient('identity.staffInvitation', 'invite')));

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

-- records.comment
revoke all on records.comment from app, app_identity, app_importer, app_sequencer, app_worker;
grant select, insert, update on records.comment to app;
grant select on records.comment to app_sequencer;
create policy "rule: records.comments select app" on records.comment for select to app
  using (patient_id = any((select access.related('records.comment select', '{"clinician care_team","clinician open_task","clinician pool_member","clinician todays_schedule","nurse care_team","nurse open_task","nurse pool_member","nurse todays_schedule","patient self"}', '{"results"}', '{}'))::uuid[]));
create policy "rule: audit.records select app_sequencer" on records.comment for select to app_sequencer
  using (true);
create policy "rule: records.comments insert app" on records.comment for insert to app
  with check (patient_id = any((select access.related('records.comment insert', '{"clinician care_team","clinician open_task","clinician pool_member","clinician todays_schedule","nurse care_team","nurse open_task","nurse pool_member","nurse todays_schedule"}', '{}', '{}'))::uuid[]));
create policy "rule: records.comments update app" on records.comment for update to app
  using (patient_id = any((select access.related('records.comment update', '{"clinician care_team","clinician open_task","clinician pool_member","clinician todays_schedule","nurse care_team","nurse open_task","nurse pool_member","nurse todays_schedule"}', '{}', '{}'))::uuid[]))
  with check (patient_id = any((select access.related('records.comment update', '{"clinician care_team","clinician open_task","clinician pool_member","clinician todays_schedule","nurse care_team","nurse open_task","nurse pool_member","nurse todays_schedule"}', '{}', '{}'))::uuid[]));

-- records.patient
revoke all on records.patient from app, app_identity, app_importer, app_sequencer, app_worker;
grant select on records.patient to app;
grant select, insert, update on records.patient to app_importer;
grant select on records.patient to app_sequencer;
grant select on records.patient to app_worker;
create policy "rule: records.directory select app" on records.patient for select to app
  using ((select access.any_patient('records.directory', 'search')));
create policy "rule: audit.records select app_sequencer" on records.patient for select to app_sequencer
  using (true);
create policy "rule: critical.watch select app_worker" on records.patient for select to app_worker
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
create policy "rule: records.home select app" on records.patient_feed for select to app
  using (patient_id = any((select access.related('records.patient_feed select', '{"clinician care_team","clinician open_task","clinician pool_member","clinician todays_schedule","nurse care_team","nurse open_task","nurse pool_member","nurse todays_schedule","patient self","trusted_person trusted_person"}', '{}', '{}'))::uuid[]));
create policy "rule: records.intake select app_importer" on records.patient_feed for select to app_importer
  using (true);
create policy "rule: records.intake insert app_importer" on records.patient_feed for insert to app_importer
  with check (true);
create policy "rule: records.intake update app_importer" on records.patient_feed for update to app_importer
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

-- records.release
revoke all on records.release from app, app_identity, app_importer, app_sequencer, app_worker;
grant select, insert, update on records.release to app;
create policy "rule: records.releases select app" on records.release for select to app
  using (patient_id = any((select access.related('records.release select', '{"clinician care_team","clinician open_task","clinician pool_member","clinician todays_schedule","nurse care_team","nurse open_task","nurse pool_member","nurse todays_schedule","patient self","trusted_person trusted_person"}', '{}', '{}'))::uuid[]));
create policy "rule: records.releases insert app" on records.release for insert to app
  with check (patient_id = any((select access.related('records.release insert', '{"clinician care_team","clinician open_task","clinician pool_member","clinician todays_schedule","nurse care_team","nurse open_task","nurse pool_member","nurse todays_schedule","patient self"}', '{}', '{}'))::uuid[]));
create policy "rule: records.releases update app" on records.release for update to app
  using (patient_id = any((select access.related('records.release update', '{"clinician care_team","clinician open_task","clinician pool_member","clinician todays_schedule","nurse care_team","nurse open_task","nurse pool_member","nurse todays_schedule","patient self"}', '{}', '{}'))::uuid[]))
  with check (patient_id = any((select access.related('records.release update', '{"clinician care_team","clinician open_task","clinician pool_member","clinician todays_schedule","nurse care_team","nurse open_task","nurse pool_member","nurse todays_schedule","patient self"}', '{}', '{}'))::uuid[]));

-- records.resource
revoke all on records.resource from app, app_identity, app_importer, app_sequencer, app_worker;
grant select on records.resource to app;
grant select, insert, update on records.resource to app_importer;
grant select on records.resource to app_sequencer;
grant select on records.resource to app_worker;
create policy "rule: 10 parts select app" on records.resource for select to app
  using ((uuid_send(patient_id) || textsend(area)) = any((select access.keys('records.resource select by area'))::bytea[])
    or textsend(area) = any((select access.role_keys('records.resource select by area'))::bytea[]));
create policy "rule: audit.records select app_sequencer" on records.resource for select to app_sequencer
  using (true);
create policy "rule: critical.watch select app_worker" on records.resource for select to app_worker
  using (area = 'results');
create policy "rule: 10 parts select app_importer" on records.resource for select to app_importer
  using (area = any('{"appointments","billing","conditions","demographics","documents","medicines","other","results","visits","vitals"}'));
create policy "rule: 10 parts insert app_importer" on records.resource for insert to app_importer
  with check (area = any('{"appointments","billing","conditions","demographics","documents","medicines","other","results","visits","vitals"}'));
create policy "rule: 10 parts update app_importer" on records.resource for update to app_importer
  using (area = any('{"appointments","billing","conditions","demographics","documents","medicines","other","results","visits","vitals"}'))
  with check (area = any('{"appointments","billing","conditions","demographics","documents","medicines","other","results","visits","vitals"}'));

-- records.seen
revoke all on records.seen from app, app_identity, app_importer, app_sequencer, app_worker;
grant select, insert, update on records.seen to app;
create policy "rule: records.seen select app" on records.seen for select to app
  using (patient_id = any((select access.related('records.seen select', '{"patient self","trusted_person trusted_person"}', '{}', '{}'))::uuid[]));
create policy "rule: records.seen insert app" on records.seen for insert to app
  with check (patient_id = any((select access.related('records.seen insert', '{"patient self","trusted_person trusted_person"}', '{}', '{}'))::uuid[]));
create policy "rule: records.seen update app" on records.seen for update to app
  using (patient_id = any((select access.related('records.seen update', '{"patient self","trusted_person trusted_person"}', '{}', '{}'))::uuid[]))
  with check (patient_id = any((select access.related('records.seen update', '{"patient self","trusted_person trusted_person"}', '{}', '{}'))::uuid[]));

-- records.shared_resource
revoke all on records.shared_resource from app, app_identity, app_importer, app_sequencer, app_worker;
grant select on records.shared_resource to app;
grant select, insert, update on records.shared_resource to app_importer;
grant select on records.shared_resource to app_sequencer;
create policy "rule: records.names select app" on records.shared_resource for select to app
  using ((resource_type in ('Practitioner', 'PractitionerRole', 'Organization', 'Location', 'HealthcareService', 'Medication')) and (select access.any_patient('records.names', 'read')));
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

-- records.statement
revoke all on records.statement from app, app_identity, app_importer, app_sequencer, app_worker;
grant select, insert, update on records.statement to app;
grant select on records.statement to app_sequencer;
create policy "rule: records.statements select app" on records.statement for select to app
  using (patient_id = any((select access.related('records.statement select', '{"clinician care_team","clinician open_task","clinician pool_member","clinician todays_schedule","nurse care_team","nurse open_task","nurse pool_member","nurse todays_schedule","patient self"}', '{"medicines"}', '{}'))::uuid[]));
create policy "rule: audit.records select app_sequencer" on records.statement for select to app_sequencer
  using (true);
create policy "rule: records.statements insert app" on records.statement for insert to app
  with check (patient_id = any((select access.related('records.statement insert', '{"patient self"}', '{}', '{"medicines"}'))::uuid[]));
create policy "rule: records.statements update app" on records.statement for update to app
  using (patient_id = any((select access.related('records.statement update', '{"patient self"}', '{}', '{"medicines"}'))::uuid[]))
  with check (patient_id = any((select access.related('records.statement update', '{"patient self"}', '{}', '{"medicines"}'))::uuid[]));

-- records.timing
revoke all on records.timing from app, app_identity, app_importer, app_sequencer, app_worker;
grant select, insert, update on records.timing to app;
create policy "rule: records.timing select app" on records.timing for select to app
  using (patient_id = any((select access.related('records.timing select', '{"clinician care_team","clinician open_task","clinician pool_member","clinician todays_schedule","nurse care_team","nurse open_task","nurse pool_member","nurse todays_schedule","patient self","trusted_person trusted_person"}', '{}', '{}'))::uuid[]));
create policy "rule: records.timing insert app" on records.timing for insert to app
  with check (patient_id = any((select access.related('records.timing insert', '{"patient self"}', '{}', '{}'))::uuid[]));
create policy "rule: records.timing update app" on records.timing for update to app
  using (patient_id = any((select access.related('records.timing update', '{"patient self"}', '{}', '{}'))::uuid[]))
  with check (patient_id = any((select access.related('records.timing update', '{"patient self"}', '{}', '{}'))::uuid[]));

-- sealed.row_head
revoke all on sealed.row_head from app, app_identity, app_importer, app_sequencer, app_worker;
grant insert on sealed.row_head to access_reader;
grant select, insert, update on sealed.row_head to app;
grant select, insert, update on sealed.row_head to app_importer;
grant select on sealed.row_head to app_sequencer;
grant select, insert, update on sealed.row_head to app_worker;
create policy "rule: 18 parts select app" on sealed.row_head for select to app
  using ((uuid_send(subject_id) || textsend(area || '/' || table_name)) = any((select access.keys('sealed.row_head select by area,table_name'))::bytea[])
    or textsend(area || '/' || table_name) = any((select access.role_keys('sealed.row_head select by area,table_name'))::bytea[]));
create policy "rule: records.names select app" on sealed.row_head for select to app
  using ((table_name = 'records.shared_resource' and area = '') and (select access.any_patient('records.names', 'read')));
create policy "rule: audit.records select app_sequencer" on sealed.row_head for select to app_sequencer
  using (true);
create policy "rule: 7 parts select app_worker" on sealed.row_head for select to app_worker
  using ((area || '/' || table_name) = any('{"/critical.alert","/critical.notice","/critical.step","/records.patient","/tasks.step","/tasks.task","results/records.resource"}'));
create policy "rule: 12 parts select app_importer" on sealed.row_head for select to app_importer
  using ((area || '/' || table_name) = any('{"/records.patient","/records.shared_resource","appointments/records.resource","billing/records.resource","conditions/records.resource","demographics/records.resource","documents/records.resource","medicines/records.resource","other/records.resource","results/records.resource","visits/records.resource","vitals/records.resource"}'));
create policy "rule: 2 parts insert app" on sealed.row_head for insert to app
  with check ((uuid_send(subject_id) || textsend(area || '/' || table_name)) = any((select access.keys('sealed.row_head insert by area,table_name'))::bytea[]));
create policy "rule: 2 parts insert app_worker" on sealed.row_head for insert to app_worker
  with check ((area || '/' || table_name) = any('{"/critical.alert","/critical.notice"}'));
create policy "rule: 12 parts insert app_importer" on sealed.row_head for insert to app_importer
  with check ((area || '/' || table_name) = any('{"/records.patient","/records.shared_resource","appointments/records.resource","billing/records.resource","conditions/records.resource","demographics/records.resource","documents/records.resource","medicines/records.resource","other/records.resource","results/records.resource","visits/records.resource","vitals/records.resource"}'));
create policy "rule: critical.alerts insert access_reader" on sealed.row_head for insert to access_reader
  with check (true);
create policy "rule: 2 parts update app" on sealed.row_head for update to app
  using ((uuid_send(subject_id) || textsend(area || '/' || table_name)) = any((select access.keys('sealed.row_head update by area,table_name'))::bytea[]))
  with check ((uuid_send(subject_id) || textsend(area || '/' || table_name)) = any((select access.keys('sealed.row_head update by area,table_name'))::bytea[]));
create policy "rule: critical.alerts update app_worker" on sealed.row_head for update to app_worker
  using (table_name = 'critical.alert' and area = '')
  with check (table_name = 'critical.alert' and area = '');
create policy "rule: 12 parts update app_importer" on sealed.row_head for update to app_importer
  using ((area || '/' || table_name) = any('{"/records.patient","/records.shared_resource","appointments/records.resource","billing/records.resource","conditions/records.resource","demographics/records.resource","documents/records.resource","medicines/records.resource","other/records.resource","results/records.resource","visits/records.resource","vitals/records.resource"}'))
  with check ((area || '/' || table_name) = any('{"/records.patient","/records.shared_resource","appointments/records.resource","billing/records.resource","conditions/records.resource","demographics/records.resource","documents/records.resource","medicines/records.resource","other/records.resource","results/records.resource","visits/records.resource","vitals/records.resource"}'));

-- tasks.step
revoke all on tasks.step from app, app_identity, app_importer, app_sequencer, app_worker;
grant select, insert on tasks.step to access_reader;
grant select on tasks.step to app;
grant select on tasks.step to app_sequencer;
create policy "rule: tasks.deskNotes select app" on tasks.step for select to app
  using ((not clinical) and (select access.any_patient('tasks.deskNotes', 'read')));
create policy "rule: tasks.notes select app" on tasks.step for select to app
  using ((clinical) and (select access.any_patient('tasks.notes', 'read')));
create policy "rule: audit.records select app_sequencer" on tasks.step for select to app_sequencer
  using (true);
create policy "rule: tasks.keeping select access_reader" on tasks.step for select to access_reader
  using (true);
create policy "rule: tasks.keeping insert access_reader" on tasks.step for insert to access_reader
  with check (true);

-- tasks.task
revoke all on tasks.task from app, app_identity, app_importer, app_sequencer, app_worker;
grant select, insert, update on tasks.task to access_reader;
grant select on tasks.task to app;
grant select on tasks.task to app_sequencer;
grant select on tasks.task to app_worker;
create policy "rule: 4 parts select app" on tasks.task for select to app
  using (textsend(pool) = any((select access.role_keys('tasks.task select by pool'))::bytea[]));
create policy "rule: audit.records select app_sequencer" on tasks.task for select to app_sequencer
  using (true);
create policy "rule: 4 parts select app_worker" on tasks.task for select to app_worker
  using (pool = any('{"billing","clinician","desk","nurse"}'));
create policy "rule: tasks.keeping select access_reader" on tasks.task for select to access_reader
  using (true);
create policy "rule: tasks.keeping insert access_reader" on tasks.task for insert to access_reader
  with check (true);
create policy "rule: tasks.keeping update access_reader" on tasks.task for update to access_reader
  using (true)
  with check (true);

reset role;
