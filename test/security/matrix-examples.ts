// One example of a valid request for every operation. An operation without one fails the matrix.
import { newId, type InvitationId } from '#platform/ids.ts';
import { randomBytes } from 'node:crypto';
import * as records from '#features/records/contract.ts';
import type { MatrixActor, PatientFixture, World } from './matrix-world.ts';
import { workExamples } from './matrix-work.ts';

export type Example = {
  params?: (world: World, patient: PatientFixture, actor: MatrixActor) => Record<string, string>;
  query?: Record<string, string>;
  body?: (world: World, patient: PatientFixture, actor: MatrixActor) => Record<string, unknown>;
  /** Statuses of an answer that the policy let through; 200 alone when absent. */
  passes?: readonly number[];
  /** Afterwards the caller's session is over, or her ties are others: each time a new account of the role asks. */
  endsSession?: true;
};

const ofPatient: Example['params'] = (_world, patient) => ({ patientId: patient.id });
const noCells = { familyName: '', givenName: '', birthDate: '', mrn: '', language: '', email: '' };
const base64url = (length: number): string => 'A'.repeat(length);
const flow = base64url(43);
const lastDay = () => ({
  from: new Date(Date.now() - 86_400_000).toISOString(),
  to: new Date(Date.now() + 60_000).toISOString(),
});
/** An account of staff, and a request, that nobody has: the policy lets the caller ask, and there is none. */
const nobody = '0191d1a0-0000-7000-8000-000000000001';
const ofNobody: Example['params'] = () => ({ accountId: nobody, requestId: nobody });
/** Every list of the record, by its operation. */
const recordLists = Object.values(records).flatMap((one) =>
  typeof one === 'object' && 'id' in one && one.id.startsWith('records.list') ? [one.id] : [],
);
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
  'audit.searchLog': { body: () => ({ ...lastDay(), reason: 'matrix of access' }) },
  'audit.exportLog': { body: () => ({ ...lastDay(), reason: 'matrix of access', format: 'csv' }) },

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
  'identity.readPatientAccount': { params: ofPatient },
  'identity.reviewInvitations': {
    body: (_world, patient) => ({
      reason: 'matrix of access',
      rows: [{ ...noCells, line: 1, familyName: 'Matrixone', birthDate: patient.birthDate }],
    }),
  },
  // Whoever is let through is told of each patient; who never may is refused before.
  'identity.invitePatients': {
    body: (_world, patient) => ({
      batch: randomBytes(32).toString('base64url'),
      rows: [{ line: 1, patientId: patient.id, language: 'en', confirmed: true }],
    }),
  },
  'identity.printLetters': { body: () => ({ invitations: ['AAAAA-AAAAA-AAAAA-AAAAA'] }), passes: [404] },
  'identity.startDeskSetUp': { params: ofPatient, body: () => ({ proofs: ['photo-id'], language: 'en' }) },
  'identity.watchDeskSetUp': {
    params: () => ({ setUpId: nobody }),
    body: () => ({}),
  },
  'identity.cancelDeskSetUp': { params: () => ({ setUpId: nobody }), body: () => ({}) },
  'identity.sendToDesk': { body: () => ({ flow, sealed: base64url(80) }), passes: refused },
  'identity.listStaff': { body: () => ({ words: 'mara' }) },
  'identity.setStaffState': { params: ofNobody, body: () => ({ active: false, reason: 'matrix' }), passes: [404] },
  'identity.endStaffSessions': { params: ofNobody, body: () => ({ reason: 'matrix' }), passes: [404] },
  'identity.askRole': { params: ofNobody, body: () => ({ role: 'nurse', reason: 'matrix' }), passes: [404] },
  'identity.withdrawRole': { params: ofNobody, body: () => ({ role: 'nurse', reason: 'matrix' }), passes: [404] },
  'identity.listRoleRequests': {},
  'identity.decideRole': { params: ofNobody, body: () => ({ approve: true }), passes: [404] },

  ...Object.fromEntries(recordLists.map((id) => [id, { params: ofPatient }])),
  'records.getResource': { params: (_world, patient) => ({ patientId: patient.id, id: patient.observationId }) },
  'records.getPatient': { params: ofPatient },
  'records.listNames': { body: (world) => ({ references: [world.clinician] }) },
  'records.getNote': { params: (_world, patient) => ({ patientId: patient.id, id: patient.noteId }) },
  'records.getNoteFile': { params: (_world, patient) => ({ patientId: patient.id, id: patient.noteId, index: '0' }) },
  'records.getReportText': { params: (_world, patient) => ({ patientId: patient.id, id: patient.reportId }) },
  'records.getReportFile': {
    params: (_world, patient) => ({ patientId: patient.id, id: patient.reportId, index: '0' }),
  },
  'records.commentOnResult': {
    params: (_world, patient) => ({ patientId: patient.id, id: patient.observationId }),
    body: () => ({ text: 'Nothing to worry about.', language: 'en' }),
  },
  // Somebody else wrote it: let through, and told so.
  'records.editComment': {
    params: (_world, patient) => ({ patientId: patient.id, id: patient.commentId }),
    body: () => ({ text: 'Nothing to worry about.', language: 'en' }),
    passes: [409],
  },
  'records.listComments': { params: ofPatient },
  'records.listUncommented': {},
  'records.getTiming': { params: ofPatient },
  'records.setTiming': { params: ofPatient, body: () => ({ category: 'notes', choice: 'with-someone' }) },
  'records.openHeldResult': {
    params: (_world, patient) => ({ patientId: patient.id, id: patient.observationId }),
    body: () => ({}),
  },
  'records.markNotTaken': {
    params: (_world, patient) => ({ patientId: patient.id, id: patient.medicineId }),
    body: () => ({ note: 'It made me dizzy' }),
  },
  'records.undoNotTaken': {
    params: (_world, patient) => ({ patientId: patient.id, id: patient.medicineId }),
    body: () => ({}),
  },
  'records.listStatements': { params: ofPatient },
  'records.searchRecord': { params: ofPatient, body: () => ({ words: 'potassium' }) },
  'records.getHome': { params: ofPatient },
  'records.searchDirectory': {
    body: (_world, patient) => ({ familyName: 'Matrixone', birthDate: patient.birthDate, reason: 'matrix of access' }),
  },
  ...workExamples,
  'records.writeResource': {},
  'records.writeBundle': {},
};

const byHerself = 'invited_by = (select access.account_id()) and approved_by = invited_by';
const byHerselfForStaff =
  'invited_by = (select access.account_id()) and (approved_by is null or approved_by = invited_by)';

/** A row that people's own connection may be asked to write, per set of rows with rules to write. */
export const rowExamples: Readonly<Record<string, (patientId: string) => { sql: string; values: unknown[] }>> = {
  [`identity.invitation kind = 'patient' and ${byHerself} insert`]: (patientId) =>
    invitation('patient', 'patient', patientId),
  [`identity.invitation kind = 'staff' and ${byHerselfForStaff} insert`]: () => invitation('staff', 'nurse', null),
  'records.comment insert': (patientId) => ({
    sql: `insert into records.comment (patient_id, id, resource_id, author_id, sealed) values ($1, $2, $3, $3, $4)`,
    values: [patientId, newId(), newId(), randomBytes(40)],
  }),
  'records.comment update': (patientId) => touched('records.comment', patientId),
  'records.statement insert': (patientId) => ({
    sql: `insert into records.statement (patient_id, id, resource_id, kind, account_id, sealed)
      values ($1, $2, $3, 'not-taken', $3, $4)`,
    values: [patientId, newId(), newId(), randomBytes(40)],
  }),
  'records.statement update': (patientId) => touched('records.statement', patientId),
  'records.timing insert': (patientId) => ({
    sql: `insert into records.timing (patient_id, category, choice) values ($1, 'notes', 'now')`,
    values: [patientId],
  }),
  'records.timing update': (patientId) => ({
    sql: `update records.timing set choice = 'now' where patient_id = $1 and category = 'laboratory'`,
    values: [patientId],
  }),
  'records.release insert': (patientId) => ({
    sql: `insert into records.release (patient_id, resource_id, reason) values ($1, $2, 'asked')`,
    values: [patientId, newId()],
  }),
  'records.release update': (patientId) => ({
    sql: `update records.release set reason = 'comment' where ctid = (
      select ctid from records.release where patient_id = $1 limit 1)`,
    values: [patientId],
  }),
  'records.seen insert': (patientId) => ({
    sql: `insert into records.seen (patient_id, account_id, session_id, seen_at) values ($1, $2, $2, now())`,
    values: [patientId, newId()],
  }),
  'records.seen update': (patientId) => ({
    sql: `update records.seen set seen_at = now() where patient_id = $1`,
    values: [patientId],
  }),
  ...Object.fromEntries(
    ['records.comment', 'records.statement'].flatMap((table) => {
      const key = `sealed.row_head table_name = '${table}' and area = ''`;
      return [
        [`${key} insert`, (patientId: string) => head(table, patientId)],
        [`${key} update`, (patientId: string) => raisedHead(table, patientId)],
      ];
    }),
  ),
};

/** The one row of the table that matrix-world.ts gives each patient. */
const touched = (table: string, patientId: string): { sql: string; values: unknown[] } => ({
  sql: `update ${table} set sealed = $2 where patient_id = $1`,
  values: [patientId, randomBytes(40)],
});

const head = (table: string, patientId: string): { sql: string; values: unknown[] } => ({
  sql: `insert into sealed.row_head (subject_id, row_id, table_name, version, mac) values ($1, $2, $3, 1, $4)`,
  values: [patientId, newId(), table, randomBytes(36)],
});

const raisedHead = (table: string, patientId: string): { sql: string; values: unknown[] } => ({
  sql: `update sealed.row_head set version = version + 1 where subject_id = $1 and table_name = $2`,
  values: [patientId, table],
});

const invitation = (kind: string, role: string, patientId: string | null): { sql: string; values: unknown[] } => ({
  sql: `insert into identity.invitation (id, code_hash, kind, role, patient_id, account_id, sealed, invited_by, approved_by, expires_at)
    values ($1, $2, $3, $4, $5, null, $6, access.account_id(), access.account_id(), now() + interval '1 day')`,
  values: [newId<InvitationId>(), randomBytes(32), kind, role, patientId, randomBytes(40)],
});
