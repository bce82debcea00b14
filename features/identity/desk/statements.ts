import { statement } from '#platform/db/statement.ts';

/** Definer functions of db/migrations/0015_identity_desk.sql, on the pool `app_identity`. */
export const listInvitees = statement({
  name: 'identity.listInvitees',
  text: 'select patient_id, account_id, invited_at from identity.list_invitees($1)',
  params: ['uuid[]'],
  columns: { patient_id: 'uuid', account_id: 'uuid?', invited_at: 'timestamptz?' },
});

export const listNames = statement({
  name: 'identity.listNames',
  text: 'select token, account_id from identity.list_names($1)',
  params: ['bytea[]'],
  columns: { token: 'bytea', account_id: 'uuid' },
});

export const listLetters = statement({
  name: 'identity.listLetters',
  text: `select id, code_hash, patient_id, account_id, sealed, expires_at, held_until, is_open
    from identity.list_letters($1, $2)`,
  params: ['uuid', 'bytea[]'],
  columns: {
    id: 'uuid',
    code_hash: 'bytea',
    patient_id: 'uuid',
    account_id: 'uuid?',
    sealed: 'bytea',
    expires_at: 'timestamptz',
    held_until: 'timestamptz?',
    is_open: 'bool',
  },
});

export const beginInvitation = statement({
  name: 'identity.beginInvitation',
  text: 'select identity.begin_invitation($1)',
  params: ['uuid'],
});

export const findDeskStage = statement({
  name: 'identity.findDeskStage',
  text: 'select patient_id, stage, paper from identity.desk_stage($1, $2)',
  params: ['uuid', 'uuid'],
  columns: { patient_id: 'uuid', stage: 'text', paper: 'bytea?' },
});

export const takeDeskPaper = statement({
  name: 'identity.takeDeskPaper',
  text: 'select identity.take_desk_paper($1, $2) as paper',
  params: ['uuid', 'uuid'],
  columns: { paper: 'bytea?' },
});

export const putDeskPaper = statement({
  name: 'identity.putDeskPaper',
  text: 'select identity.put_desk_paper($1, $2) as put',
  params: ['bytea', 'bytea'],
  columns: { put: 'bool' },
});

export const endDeskSetUp = statement({
  name: 'identity.endDeskSetUp',
  text: 'select patient_id from identity.end_desk_set_up($1, $2) as patient_id',
  params: ['uuid', 'uuid'],
  columns: { patient_id: 'uuid' },
});

// As `app`: one request of a batch at a time, so that a second press finds what the first one made.
export const lockBatch = statement({
  name: 'identity.lockBatch',
  text: `select pg_advisory_xact_lock(hashtextextended('identity.batch ' || $1, 0))`,
  params: ['text'],
});

export const insertInvitation = statement({
  name: 'identity.insertDeskInvitation',
  text: `insert into identity.invitation
      (id, code_hash, kind, role, patient_id, account_id, sealed, invited_by, approved_by, expires_at, desk_until)
    values ($1, $2, 'patient', 'patient', $3, $4, $5, $6, $6, $7, $8)`,
  params: ['uuid', 'bytea', 'uuid', 'uuid', 'bytea', 'uuid', 'timestamptz', 'timestamptz'],
});
