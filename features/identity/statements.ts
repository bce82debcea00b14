import { statement } from '#platform/db/statement.ts';

/** Identity's definer functions, callable on the `app_identity` pool only (db/migrations/0005_identity.sql). */
const call = <const P extends readonly string[]>(name: string, params: P, run = `identity.${name}`) =>
  statement({
    name: `identity.${name}`,
    text: `select ${run}(${params.map((_type, index) => `$${index + 1}`).join(', ')})`,
    params,
  });

export const findSecret = statement({
  name: 'identity.findSecret',
  text: 'select identity.find_secret($1) as wrapped',
  params: ['text'],
  columns: { wrapped: 'bytea?' },
});

export const keepSecret = statement({
  name: 'identity.keepSecret',
  text: 'select identity.keep_secret($1, $2) as wrapped',
  params: ['text', 'bytea'],
  columns: { wrapped: 'bytea' },
});

/** `full_key` 0: counted. n: the nth key is full, for `wait_s` more seconds; `is_first`: it just became so. */
export const consume = statement({
  name: 'identity.consume',
  text: 'select full_key, is_first, wait_s from identity.consume($1, $2, $3)',
  params: ['bytea[]', 'int4[]', 'int4[]'],
  columns: { full_key: 'int4', is_first: 'bool', wait_s: 'int4' },
});

export const refund = call('refund', ['bytea[]']);

const factorColumns = {
  id: 'uuid',
  sealed: 'bytea',
  head_version: 'int8?',
  head_deleted: 'bool?',
  head_mac: 'bytea?',
} as const;
const factorList = Object.keys(factorColumns).join(', ');

export const findForSignIn = statement({
  name: 'identity.findForSignIn',
  text: `select account_id, ${factorList}, device_known from identity.find_for_sign_in($1, $2)`,
  params: ['bytea', 'bytea'],
  columns: { account_id: 'uuid', ...factorColumns, device_known: 'bool' },
});

export const findAccount = statement({
  name: 'identity.findAccount',
  text: 'select profile, version from identity.find_account($1)',
  params: ['uuid'],
  columns: { profile: 'bytea', version: 'int8' },
});

export const listFactors = statement({
  name: 'identity.listFactors',
  text: `select name, ${factorList} from identity.find_factors($1)`,
  params: ['uuid'],
  columns: { name: 'text', ...factorColumns },
});

export const useTotpStep = statement({
  name: 'identity.useTotpStep',
  text: 'select identity.use_totp_step($1, $2) as first',
  params: ['uuid', 'int8'],
  columns: { first: 'bool' },
});

export const isNameTaken = statement({
  name: 'identity.isNameTaken',
  text: 'select identity.is_name_taken($1, $2) as taken',
  params: ['bytea', 'uuid'],
  columns: { taken: 'bool' },
});

export const findAccountByName = statement({
  name: 'identity.findAccountByName',
  text: 'select identity.find_account_by_name($1) as account_id',
  params: ['bytea'],
  columns: { account_id: 'uuid?' },
});

export const findPatientAccount = statement({
  name: 'identity.findPatientAccount',
  text: 'select identity.find_patient_account($1) as account_id',
  params: ['uuid'],
  columns: { account_id: 'uuid?' },
});

export const isPatientsOwn = statement({
  name: 'identity.isPatientsOwn',
  text: 'select identity.is_patients_own($1) as own',
  params: ['uuid'],
  columns: { own: 'bool' },
});

/** Whether somebody got into the account within 30 days. */
export const isInUse = statement({
  name: 'identity.isInUse',
  text: 'select identity.is_in_use($1) as used',
  params: ['uuid'],
  columns: { used: 'bool' },
});

export const findRenewal = statement({
  name: 'identity.findRenewal',
  text: 'select asked_at, opens_at from identity.find_renewal($1)',
  params: ['uuid'],
  columns: { asked_at: 'timestamptz', opens_at: 'timestamptz' },
});

export const stopRenewal = statement({
  name: 'identity.stopRenewal',
  text: 'select patient_id from identity.stop_renewal($1) as patient_id',
  params: ['uuid'],
  columns: { patient_id: 'uuid' },
});

export const linkPatient = call('link_patient', ['uuid', 'uuid']);

export const addAccount = call('add_account', ['uuid', 'bytea', 'bytea']);

export const putFactors = statement({
  name: 'identity.putFactors',
  text: 'select identity.put_factors($1, $2, $3, $4, $5, $6) as put',
  params: ['uuid', 'int8', 'uuid[]', 'bytea[]', 'bytea[]', 'int8'],
  columns: { put: 'bool' },
});

export const rememberDevice = call('remember_device', ['bytea', 'uuid']);
export const forgetDevices = call('forget_devices', ['uuid']);
export const noteSignIn = call('note_sign_in', ['uuid', 'uuid', 'text', 'text', 'bytea']);

export const beginFlow = call('begin_flow', ['uuid', 'bytea', 'text', 'text', 'uuid', 'uuid', 'bytea', 'int4']);

export const takeFlow = statement({
  name: 'identity.takeFlow',
  text: 'select id, kind, account_id, invitation_id, sealed, version, code_tries from identity.take_flow($1, $2)',
  params: ['bytea', 'text'],
  columns: {
    id: 'uuid',
    kind: 'text',
    account_id: 'uuid?',
    invitation_id: 'uuid?',
    sealed: 'bytea',
    version: 'int8',
    code_tries: 'int4',
  },
});

export const advanceFlow = call('advance_flow', ['uuid', 'text', 'text', 'bytea', 'int8', 'int4']);

export const noteCodeTry = statement({
  name: 'identity.noteCodeTry',
  text: 'select identity.note_code_try($1) as tries',
  params: ['uuid'],
  columns: { tries: 'int4' },
});

export const endFlow = call('end_flow', ['uuid']);

const invitationColumns = {
  id: 'uuid',
  kind: 'text',
  role: 'text',
  patient_id: 'uuid?',
  account_id: 'uuid?',
  sealed: 'bytea',
  tries_left: 'int4',
  invited_by: 'uuid?',
  approved_by: 'uuid?',
  held_until: 'timestamptz?',
} as const;
const invitationList = Object.keys(invitationColumns).join(', ');

export const takeInvitation = statement({
  name: 'identity.takeInvitation',
  text: `select ${invitationList} from identity.take_invitation($1)`,
  params: ['bytea'],
  columns: invitationColumns,
});

export const takeInvitationById = statement({
  name: 'identity.takeInvitationById',
  text: `select ${invitationList} from identity.take_invitation_by_id($1)`,
  params: ['uuid'],
  columns: invitationColumns,
});

export const missInvitation = statement({
  name: 'identity.missInvitation',
  text: 'select identity.miss_invitation($1) as tries_left',
  params: ['uuid'],
  columns: { tries_left: 'int4' },
});

export const useInvitation = call('use_invitation', ['uuid', 'uuid']);

export const inviteFirstAdministrator = statement({
  name: 'identity.inviteFirstAdministrator',
  text: 'select identity.invite_first_administrator($1, $2, $3) as made',
  params: ['uuid', 'bytea', 'bytea'],
  columns: { made: 'bool' },
});

// Schema access: only this pool may open sessions.
export const openSession = call(
  'openSession',
  ['bytea', 'uuid', 'uuid', 'text', 'text', 'uuid', 'bytea', 'interval', 'interval'],
  'access.open_session',
);
export const revokeSession = call('revokeSession', ['uuid', 'uuid'], 'access.revoke_session');
/** PT401 unless it ended exactly one live session. */
export const endSession = call('endSession', ['uuid', 'uuid'], 'access.end_session');
/** The same, and a new session stands in its place. */
export const replaceSession = call(
  'replaceSession',
  ['uuid', 'uuid', 'bytea', 'uuid', 'text', 'bytea', 'interval'],
  'access.replace_session',
);
export const revokeAccountSessions = call('revokeAccountSessions', ['uuid'], 'access.revoke_account_sessions');
export const rolesOf = statement({
  name: 'identity.rolesOf',
  text: 'select access.roles_of($1) as roles',
  params: ['uuid'],
  columns: { roles: 'text[]' },
});
export const grantRole = call('grantRole', ['uuid', 'uuid', 'text', 'uuid', 'uuid'], 'access.grant_role');
export const relate = call(
  'relate',
  ['uuid', 'text', 'uuid', 'uuid', 'timestamptz', 'text[]', 'text[]'],
  'access.relate',
);

export const myPatients = statement({
  name: 'identity.myPatients',
  text: 'select patient_id, kind, view_areas, act_areas from access.my_patients()',
  columns: { patient_id: 'uuid', kind: 'text', view_areas: 'text[]', act_areas: 'text[]' },
});

// As `app`, under row policies.
/** True once per session. */
export const firstLook = statement({
  name: 'identity.firstLook',
  text: 'select access.first_look() as first',
  columns: { first: 'bool' },
});

export const findOwnAccount = statement({
  name: 'identity.findOwnAccount',
  text: 'select id, profile, version from identity.account where id = $1',
  params: ['uuid'],
  columns: { id: 'uuid', profile: 'bytea', version: 'int8' },
});

/**
 * The newest 70 sign-ins, and the newest 30 kinds of what failed or was not finished, one row a day and
 * kind: whoever tries again and again cannot push the rest out of sight.
 */
export const listOwnSignIns = statement({
  name: 'identity.listOwnSignIns',
  text: `select id, at, step, outcome, sealed, times from (
      (select id, at, step, outcome, sealed, 1 as times from identity.sign_in
       where account_id = $1 and outcome = 'ok' order by at desc, id desc limit 70)
      union all
      (select id, at, step, outcome, sealed, times from (
         select id, at, step, outcome, sealed,
           row_number() over (partition by step, outcome, at::date order by at desc, id desc) as place,
           (count(*) over (partition by step, outcome, at::date))::int4 as times
         from identity.sign_in
         where account_id = $1 and outcome <> 'ok' and at > now() - interval '90 days') f
       where place = 1 order by at desc, id desc limit 30)) history
    order by at desc, id desc`,
  params: ['uuid'],
  columns: { id: 'uuid', at: 'timestamptz', step: 'text', outcome: 'text', sealed: 'bytea', times: 'int4' },
});

/** Null unless recovery, or a letter from the desk, replaced the factors within the last seven days. */
export const findFactorsReplaced = statement({
  name: 'identity.findFactorsReplaced',
  text: `select max(at) as at from identity.sign_in
    where account_id = $1 and step in ('recovery', 'renewal') and outcome = 'ok' and at > now() - interval '7 days'`,
  params: ['uuid'],
  columns: { at: 'timestamptz?' },
});

export const findInstallation = statement({
  name: 'identity.findInstallation',
  text: 'select demo, clinic_name, clinic_phone from portico.installation',
  columns: { demo: 'bool', clinic_name: 'text', clinic_phone: 'text' },
});

export const insertInvitation = statement({
  name: 'identity.insertInvitation',
  text: `insert into identity.invitation
      (id, code_hash, kind, role, patient_id, account_id, sealed, invited_by, approved_by, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
  params: ['uuid', 'bytea', 'text', 'text', 'uuid', 'uuid', 'bytea', 'uuid', 'uuid', 'timestamptz'],
});
