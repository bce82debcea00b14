import { statement } from '#platform/db/statement.ts';

/** Definer functions of db/migrations/0013 and 0021: each asks the caller's right itself. */
export const listStaff = statement({
  name: 'identity.listStaff',
  text: 'select account_id, profile, version, created_at, disabled_at, last_sign_in_at from identity.list_staff($1)',
  params: ['int4'],
  columns: {
    account_id: 'uuid',
    profile: 'bytea',
    version: 'int8',
    created_at: 'timestamptz',
    disabled_at: 'timestamptz?',
    last_sign_in_at: 'timestamptz?',
  },
});

export const staffRoles = statement({
  name: 'identity.staffRoles',
  text: 'select account_id, role, until_at from identity.staff_roles()',
  columns: { account_id: 'uuid', role: 'text', until_at: 'timestamptz?' },
});

export const takeStaff = statement({
  name: 'identity.takeStaff',
  text: 'select profile, version, disabled_at from identity.take_staff($1)',
  params: ['uuid'],
  columns: { profile: 'bytea', version: 'int8', disabled_at: 'timestamptz?' },
});

export const setStaffState = statement({
  name: 'identity.setStaffState',
  text: 'select identity.set_staff_state($1, $2) as outcome',
  params: ['uuid', 'bool'],
  columns: { outcome: 'text' },
});

export const endStaffSessions = statement({
  name: 'identity.endStaffSessions',
  text: 'select identity.end_staff_sessions($1) as ended',
  params: ['uuid'],
  columns: { ended: 'int4' },
});

export const askRole = statement({
  name: 'identity.askRole',
  text: 'select identity.ask_role($1, $2, $3, $4, $5, $6) as outcome',
  params: ['uuid', 'uuid', 'uuid', 'text', 'timestamptz', 'bytea'],
  columns: { outcome: 'text' },
});

export const withdrawRole = statement({
  name: 'identity.withdrawRole',
  text: 'select identity.withdraw_role($1, $2) as outcome',
  params: ['uuid', 'text'],
  columns: { outcome: 'text' },
});

export const listRoleRequests = statement({
  name: 'identity.listRoleRequests',
  text: `select id, account_id, invitation_id, invitation_sealed, role, until_at, sealed, requested_by, requested_at,
      expires_at, decided_by, decided_at, outcome
    from identity.list_role_requests()`,
  columns: {
    id: 'uuid',
    account_id: 'uuid?',
    invitation_id: 'uuid?',
    invitation_sealed: 'bytea?',
    role: 'text',
    until_at: 'timestamptz?',
    sealed: 'bytea?',
    requested_by: 'uuid',
    requested_at: 'timestamptz',
    expires_at: 'timestamptz',
    decided_by: 'uuid?',
    decided_at: 'timestamptz?',
    outcome: 'text?',
  },
});

export const decideRole = statement({
  name: 'identity.decideRole',
  text: 'select account_id, invitation_id, role, outcome from identity.decide_role($1, $2, $3)',
  params: ['uuid', 'uuid', 'bool'],
  columns: { account_id: 'uuid?', invitation_id: 'uuid?', role: 'text', outcome: 'text' },
});

/** Whether, and by whom, a role could be approved (0021_identity_approval.sql). */
export const approvalOf = statement({
  name: 'identity.approvalOf',
  text: 'select identity.approval_of($1, $2, $3) as way',
  params: ['uuid', 'uuid', 'text'],
  columns: { way: 'text' },
});

export const inviteApprover = statement({
  name: 'identity.inviteApprover',
  text: 'select identity.invite_approver($1, $2, $3, $4) as made',
  params: ['uuid', 'bytea', 'bytea', 'uuid'],
  columns: { made: 'bool' },
});
