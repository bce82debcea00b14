/**
 * What an entry of the log says was done, by the operation that left it. To see that something waits is one
 * deed, to answer it another: whoever opens a list has dealt with nothing. The pages hold words for each deed.
 */
const byOperation = {
  'audit.listMyLog': 'own-log',
  'audit.proveMyLog': 'own-log',
  'audit.searchLog': 'review',
  'audit.exportLog': 'review-saved',

  'critical.acknowledge': 'critical-answered',
  'critical.countAlerts': 'work-counted',
  'critical.listAlerts': 'critical-seen',
  'critical.getAlert': 'critical-seen',
  'critical.lookAtResults': 'critical-raised',
  'critical.escalate': 'critical-passed-on',
  'critical.tellOfChanges': 'change-told',
  'critical.listCorrections': 'changes-sought',
  'critical.listMyCorrections': 'changes-sought',
  'critical.listEarlier': 'earlier-seen',
  'critical.closeCorrection': 'change-put-away',
  'critical.closeMyCorrection': 'change-put-away',
  'critical.readSettings': 'settings-seen',
  'critical.changeSettings': 'settings-changed',

  'tasks.count': 'work-counted',
  'tasks.list': 'task-seen',
  'tasks.get': 'task-seen',
  'tasks.claim': 'task-taken',
  'tasks.release': 'task-put-back',
  'tasks.reassign': 'task-handed-on',
  'tasks.complete': 'task-done',

  'records.getPatient': 'demographics',
  'records.listProfile': 'demographics',
  'records.listContacts': 'contacts',
  'records.getResource': 'results',
  'records.listResults': 'results',
  'records.listReports': 'results',
  'records.listSpecimens': 'results',
  'records.getReportText': 'results',
  'records.getReportFile': 'results',
  'records.listVitals': 'vitals',
  'records.listMedicines': 'medicines',
  'records.listAllergies': 'conditions',
  'records.listConditions': 'conditions',
  'records.listImmunizations': 'conditions',
  'records.listCarePlans': 'care-plans',
  'records.listDevices': 'procedures',
  'records.listProcedures': 'procedures',
  'records.listFamilyHistory': 'family-history',
  'records.listVisits': 'visits',
  'records.listAppointments': 'appointments',
  'records.listNotes': 'documents',
  'records.listDocuments': 'documents',
  'records.getNote': 'documents',
  'records.getNoteFile': 'documents',
  'records.listClaims': 'billing',
  'records.listCoverage': 'billing',
  'records.listObservations': 'other',
  'records.listOther': 'other',
  'records.getHome': 'home',
  'records.searchRecord': 'search',
  'records.listNames': 'names',
  'records.searchDirectory': 'directory',
  'records.writeBundle': 'stored',
  'records.writeResource': 'stored',
  'records.listComments': 'comments-read',
  'records.listUncommented': 'uncommented-seen',
  'records.commentOnResult': 'comment-written',
  'records.editComment': 'comment-changed',
  'records.listStatements': 'statements-read',
  'records.markNotTaken': 'not-taken-said',
  'records.undoNotTaken': 'not-taken-undone',
  'records.getTiming': 'timing-seen',
  'records.setTiming': 'timing-changed',
  'records.openHeldResult': 'held-opened',

  'identity.readPatientAccount': 'account-asked',
  'identity.invitePatient': 'letter-made',
  'identity.invitePatients': 'letter-made',
  'identity.printLetters': 'letter-printed',
  'identity.stopRenewal': 'letter-stopped',
  'identity.reviewInvitations': 'found-in-list',
  'identity.startDeskSetUp': 'desk-begun',
  'identity.watchDeskSetUp': 'desk-watched',
  'identity.cancelDeskSetUp': 'desk-stopped',
  'identity.sendToDesk': 'desk-sent',
  'identity.previewInvitation': 'letter-read',
  'identity.startEnrolment': 'letter-used',
  'identity.choosePassword': 'set-up-step',
  'identity.keepPassword': 'set-up-step',
  'identity.confirmAuthenticator': 'set-up-step',
  'identity.finishSetUp': 'set-up',
  'identity.makeAccount': 'set-up',
  'identity.startSignIn': 'sign-in-begun',
  'identity.finishSignIn': 'password-typed',
  'identity.verifyCode': 'code-typed',
  'identity.recoverPassword': 'recovery',
  'identity.recoverAuthenticator': 'recovery',
  'identity.signOut': 'signed-out',
  'identity.signOutEverywhere': 'signed-out-everywhere',
  'identity.session': 'account-used',
  'identity.extendSession': 'account-used',
  'identity.listSignIns': 'sign-ins-read',
  'identity.switchRole': 'role-switched',
  'identity.acceptRole': 'role-accepted',

  'identity.listStaff': 'staff-listed',
  'identity.setStaffState': 'staff-switched',
  'identity.endStaffSessions': 'staff-sessions-ended',
  'identity.inviteStaff': 'staff-invited',
  'identity.askRole': 'role-asked',
  'identity.withdrawRole': 'role-ended',
  'identity.listRoleRequests': 'role-requests-seen',
  'identity.decideRole': 'role-decided',
} as const;

/** What no operation names: damage that was found, and operations of another release. */
type Unnamed = 'damage' | 'unknown-read' | 'unknown-act';
export type Deed = (typeof byOperation)[keyof typeof byOperation] | Unnamed;

/** Deeds about the clinic's own people and settings: never in a patient's log. */
export type ClinicDeed =
  | `staff-${'listed' | 'switched' | 'sessions-ended' | 'invited'}`
  | `role-${'switched' | 'accepted' | 'asked' | 'ended' | 'requests-seen' | 'decided'}`
  | `settings-${'seen' | 'changed'}`
  | 'work-counted';
export type PatientDeed = Exclude<Deed, ClinicDeed>;

type Entry = { operation: string; category: string; action: string };

export const deedOf = ({ operation, category, action }: Entry): Deed => {
  if (category === 'integrity') return 'damage';
  const known: Readonly<Record<string, Deed | undefined>> = byOperation;
  return known[operation] ?? (isLook(action) ? 'unknown-read' : 'unknown-act');
};

/** Whether the action only shows something. */
export const isLook = (action: string): boolean => action === 'read' || action === 'search' || action === 'look';

/** Operations that the map names: a test holds it against the contracts. */
export const namedOperations: readonly string[] = Object.keys(byOperation);
