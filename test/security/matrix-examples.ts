// One example of a valid request for every operation. An operation without one fails the matrix.
import { newId, type InvitationId } from '#platform/ids.ts';
import { randomBytes } from 'node:crypto';
import type { MatrixActor, PatientFixture, World } from './matrix-world.ts';

export type Example = {
  params?: (world: World, patient: PatientFixture) => Record<string, string>;
  query?: Record<string, string>;
  body?: (world: World, patient: PatientFixture, actor: MatrixActor) => Record<string, unknown>;
  /** Statuses of an answer that the policy let through; 200 alone when absent. */
  passes?: readonly number[];
  /** The caller's session is over afterwards. */
  endsSession?: true;
};

const ofPatient: Example['params'] = (_world, patient) => ({ patientId: patient.id });
const base64url = (length: number): string => 'A'.repeat(length);
const flow = base64url(43);
/** Public steps of a flow that does not exist, or of an invitation that nobody printed: refused, never a failure. */
const refused = [400, 401, 404, 429] as const;

export const examples: Readonly<Record<string, Example>> = {
  'audit.listMyLog': { params: ofPatient },
  'audit.proveMyLog': { params: ofPatient },
  'audit.readCheckpoint': {},
  'audit.readLogKeys': {},
  'audit.readVerifier': {},
  'audit.readTile': { params: (world) => ({ file: world.tile }) },
  // No block of the small log is sealed yet: the answer is "no such file", for everybody signed in.
  'audit.readTagIndex': { params: () => ({ file: '8/000' }), passes: [404] },

  'identity.welcome': {},
  'identity.startSignIn': {
    body: () => ({ name: 'nobody@example.org', startLoginRequest: base64url(128) }),
    passes: [200, ...refused],
  },
  'identity.finishSignIn': { body: () => ({ flow, finishLoginRequest: base64url(86) }), passes: refused },
  'identity.verifyCode': { body: () => ({ flow, code: '000000' }), passes: refused },
  'identity.previewInvitation': { body: () => ({ invitation: 'AAAA-AAAA-AAAA-AAAA' }), passes: refused },
  'identity.startEnrolment': {
    body: () => ({
      invitation: 'AAAA-AAAA-AAAA-AAAA',
      birthDate: '1960-01-01',
      name: 'nobody@example.org',
      language: 'en',
    }),
    passes: refused,
  },
  'identity.choosePassword': { body: () => ({ flow, registrationRequest: base64url(43) }), passes: refused },
  'identity.keepPassword': { body: () => ({ flow, registrationRecord: base64url(256) }), passes: refused },
  'identity.confirmAuthenticator': { body: () => ({ flow, code: '000000' }), passes: refused },
  'identity.finishSetUp': { body: () => ({ flow, recoveryProof: base64url(43) }), passes: refused },
  'identity.recoverAuthenticator': { body: () => ({ flow, recoveryProof: base64url(43) }), passes: refused },
  'identity.recoverPassword': {
    body: () => ({ name: 'nobody@example.org', recoveryProof: base64url(43), code: '000000' }),
    passes: refused,
  },

  'identity.session': {},
  'identity.extendSession': { body: () => ({}) },
  'identity.switchRole': { body: (_world, _patient, actor) => ({ role: actor.role }), endsSession: true },
  'identity.signOut': { body: () => ({}), endsSession: true },
  'identity.signOutEverywhere': { body: () => ({}), endsSession: true },
  'identity.listSignIns': {},
  'identity.stopRenewal': { body: () => ({}) },
  'identity.acceptRole': { body: () => ({ invitation: 'AAAA-AAAA-AAAA-AAAA' }), passes: [404] },
  'identity.invitePatient': { params: ofPatient, body: () => ({ proofing: 'photo-id' }) },
  'identity.inviteStaff': {
    body: () => ({ name: 'Nia Nurse', email: `${randomBytes(6).toString('hex')}@example.org`, role: 'nurse' }),
  },

  'records.listResults': { params: ofPatient },
  'records.listReports': { params: ofPatient },
  'records.getResource': { params: (_world, patient) => ({ patientId: patient.id, id: patient.observationId }) },
  'records.getPatient': { params: ofPatient },
  'records.searchDirectory': {
    body: (_world, patient) => ({ familyName: 'Matrixone', birthDate: patient.birthDate, reason: 'matrix of access' }),
  },
  'records.writeResource': {},
  'records.writeBundle': {},
};

const byHerself = 'invited_by = (select access.account_id()) and approved_by = invited_by';

/** A row that people's own connection may be asked to write, per set of rows with rules to write. */
export const rowExamples: Readonly<Record<string, (patientId: string) => { sql: string; values: unknown[] }>> = {
  [`identity.invitation kind = 'patient' and ${byHerself} insert`]: (patientId) =>
    invitation('patient', 'patient', patientId),
  [`identity.invitation kind = 'staff' and ${byHerself} insert`]: () => invitation('staff', 'nurse', null),
};

const invitation = (kind: string, role: string, patientId: string | null): { sql: string; values: unknown[] } => ({
  sql: `insert into identity.invitation (id, code_hash, kind, role, patient_id, account_id, sealed, invited_by, approved_by, expires_at)
    values ($1, $2, $3, $4, $5, null, $6, access.account_id(), access.account_id(), now() + interval '1 day')`,
  values: [newId<InvitationId>(), randomBytes(32), kind, role, patientId, randomBytes(40)],
});
