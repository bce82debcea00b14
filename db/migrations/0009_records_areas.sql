-- The parts of a record, one for each that can be opened to somebody; when a record came; until when a patient's own
-- choice of timing may hold it. Lists go by area and type, both clear already: the blind list token goes.
set role app_owner;

alter table records.resource no force row level security;
alter table sealed.row_head no force row level security;

alter table records.resource drop constraint resource_area_check;
update records.resource set area = case
    when resource_type in ('MedicationRequest', 'MedicationStatement', 'MedicationDispense', 'MedicationAdministration')
      then 'medicines'
    when resource_type in ('Immunization', 'AllergyIntolerance', 'Condition', 'Procedure', 'CarePlan', 'Goal', 'CareTeam',
      'Device', 'DeviceUseStatement', 'FamilyMemberHistory') then 'conditions'
    when resource_type in ('Encounter', 'EpisodeOfCare') then 'visits'
    when resource_type in ('Appointment', 'AppointmentResponse') then 'appointments'
    when resource_type in ('DocumentReference', 'Composition', 'Binary', 'QuestionnaireResponse', 'ImagingStudy', 'Media',
      'DocumentManifest', 'Consent') then 'documents'
    when resource_type in ('BodyStructure', 'MolecularSequence') then 'results'
    -- Observations too: which of them are vital signs stands sealed. They are shown as "other" until their source
    -- brings them again, and are closed to trusted persons until then (the importer moves what stands elsewhere).
    else 'other' end
  where area = 'clinical' or resource_type in ('ImagingStudy', 'Media');
alter table records.resource add constraint resource_area_check check (area in (
  'results', 'vitals', 'medicines', 'conditions', 'visits', 'appointments', 'documents', 'demographics', 'billing', 'other'));

-- A head follows its row; its version and MAC stay, and the area is no part of the MAC.
alter table sealed.row_head disable trigger keep_head;
update sealed.row_head h set area = r.area from records.resource r
  where r.patient_id = h.subject_id and r.id = h.row_id and h.table_name = 'records.resource' and h.area <> r.area;
alter table sealed.row_head enable trigger keep_head;

-- When it first came; `stored_at` is when it last changed.
alter table records.resource add column arrived_at timestamptz;
update records.resource set arrived_at = stored_at;
alter table records.resource alter column arrived_at set not null, alter column arrived_at set default now(),
  -- Which choice of timing is about it, and the time (three working days after it came) when it opens whatever was chosen.
  add column held_as text check (held_as in ('laboratory', 'reports', 'notes')),
  add column opens_at timestamptz,
  add constraint resource_hold check ((held_as is null) = (opens_at is null));

drop index records.resource_list;
alter table records.resource drop column list_token;
create index resource_list on records.resource (patient_id, area, resource_type, at desc, id desc);
-- What came lately, for the home page and the results to comment on.
create index resource_arrived on records.resource (patient_id, arrived_at desc) where held_as is not null;

alter table records.resource force row level security;
alter table sealed.row_head force row level security;
reset role;
