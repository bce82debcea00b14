import { useQuery } from '@tanstack/react-query';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { listStaff } from '#features/identity/staff/contract.ts';
import { call } from '../../../../web/lib/client.ts';
import { useRoleNames } from '../../../../web/lib/role-names.ts';
import type { ReviewEntry, ReviewKind } from '../../review/contract.ts';

/** Kinds of entries, as the reviewer chooses them. */
export const useKindNames = (): Readonly<Record<ReviewKind, string>> => {
  const { t } = useLingui();
  return {
    record: t`Looks at and changes of records`,
    directory: t`Searches for patients`,
    'sign-in': t`Sign-ins`,
    privilege: t`Roles and accounts of staff`,
    account: t`Accounts and letters`,
    import: t`Records that came in`,
    'access-log': t`Patients who read their log`,
    integrity: t`Damage that was found`,
    'log-review': t`Reviews of this log`,
  };
};

/** Who did it: a colleague, a patient, or a program. */
export const useActorName = (): ((entry: ReviewEntry) => { name: string; role: string }) => {
  const { t } = useLingui();
  const roleNames: Readonly<Record<string, string>> = useRoleNames();
  const programs: Readonly<Record<string, string>> = {
    importer: t`The clinic's record feed`,
    worker: t`The portal itself`,
    sequencer: t`The portal itself`,
    operator: t`Whoever runs the server`,
  };
  // A step before the code knows the account, but nobody is signed in yet: the list of staff names it.
  const staff = useQuery({ queryKey: [listStaff.id, ''], queryFn: () => call(listStaff, { body: {} }) }).data?.staff;
  return ({ actor }) => {
    const program = programs[actor.role];
    if (program) return { name: program, role: t`a program` };
    const role = roleNames[actor.role];
    const known = actor.name || staff?.find(({ id }) => id === actor.accountId)?.name;
    if (!known && actor.accountId) return { name: t`An account`, role: t`not signed in yet` };
    return { name: known || t`Somebody who was not signed in`, role: role ?? (known ? t`not signed in yet` : '') };
  };
};

const recordWords: Readonly<Record<string, ReactNode>> = {
  results: <Trans>results</Trans>,
  vitals: <Trans>vitals</Trans>,
  medicines: <Trans>medicines</Trans>,
  conditions: <Trans>conditions, allergies and shots</Trans>,
  visits: <Trans>visits</Trans>,
  appointments: <Trans>appointments</Trans>,
  documents: <Trans>notes and documents</Trans>,
  notes: <Trans>notes and documents</Trans>,
  demographics: <Trans>name, birth date and contact</Trans>,
  billing: <Trans>insurance and claims</Trans>,
  names: <Trans>names of people on the care team</Trans>,
  home: <Trans>the summary</Trans>,
  search: <Trans>a search in the record</Trans>,
  tasks: <Trans>tasks</Trans>,
};

const signInWords: Readonly<Record<string, ReactNode>> = {
  'identity.startSignIn': <Trans>Began to sign in</Trans>,
  'identity.finishSignIn': <Trans>Entered a password</Trans>,
  'identity.verifyCode': <Trans>Entered a code</Trans>,
  'identity.signOut': <Trans>Signed out</Trans>,
  'identity.signOutEverywhere': <Trans>Signed out everywhere</Trans>,
  'identity.recoverPassword': <Trans>Tried to recover an account</Trans>,
  'identity.recoverAuthenticator': <Trans>Tried to recover an account</Trans>,
  'identity.startEnrolment': <Trans>Began to use a letter</Trans>,
  'identity.finishSetUp': <Trans>Set up an account</Trans>,
};

const otherWords: Readonly<Record<string, ReactNode>> = {
  'identity.listStaff': <Trans>Looked at the list of staff</Trans>,
  'identity.setStaffState': <Trans>Switched an account on or off</Trans>,
  'identity.endStaffSessions': <Trans>Ended the sign-ins of a colleague</Trans>,
  'identity.askRole': <Trans>Asked for a role</Trans>,
  'identity.withdrawRole': <Trans>Ended a role</Trans>,
  'identity.listRoleRequests': <Trans>Looked at roles that wait</Trans>,
  'identity.decideRole': <Trans>Approved or refused a role</Trans>,
  'identity.inviteStaff': <Trans>Made a letter for a colleague</Trans>,
  'identity.invitePatient': <Trans>Made a sign-in letter</Trans>,
  'identity.invitePatients': <Trans>Made sign-in letters from a list</Trans>,
  'identity.printLetters': <Trans>Printed a sign-in letter</Trans>,
  'identity.startDeskSetUp': <Trans>Began to set up an account at the desk</Trans>,
  'identity.watchDeskSetUp': <Trans>Printed a recovery code at the desk</Trans>,
  'identity.cancelDeskSetUp': <Trans>Stopped setting up an account at the desk</Trans>,
  'identity.reviewInvitations': <Trans>Found the name in a list of people to invite</Trans>,
  'identity.readPatientAccount': <Trans>Asked whether there is an account</Trans>,
  'identity.stopRenewal': <Trans>Stopped a sign-in letter</Trans>,
  'identity.switchRole': <Trans>Went on in another role</Trans>,
  'identity.acceptRole': <Trans>Took a role by letter</Trans>,
  'audit.searchLog': <Trans>Reviewed this log</Trans>,
  'audit.exportLog': <Trans>Saved a part of this log as a file</Trans>,
  'records.searchDirectory': <Trans>Found the name in a search</Trans>,
  'records.commentOnResult': <Trans>Commented on a result</Trans>,
};

const categoryWords: Readonly<Record<string, ReactNode>> = {
  'access-log': <Trans>Read the own access log</Trans>,
  integrity: <Trans>Asked for something whose seal did not match</Trans>,
  import: <Trans>Stored records</Trans>,
  account: <Trans>Used an account</Trans>,
  comments: <Trans>Comments on results</Trans>,
};

/** What was done, as one plain sentence without its subject. */
export const DeedWords = ({ entry }: { entry: ReviewEntry }): ReactNode => {
  if (entry.unreadable) return <Trans>This entry cannot be read: it was damaged, or slipped in without a key.</Trans>;
  const said =
    (entry.category === 'sign-in' ? signInWords[entry.operation] : undefined) ??
    otherWords[entry.operation] ??
    categoryWords[entry.category];
  if (said) return said;
  const what = recordWords[entry.category] ?? entry.category;
  return entry.action === 'read' || entry.action === 'search' ? (
    <Trans>Looked at {what}</Trans>
  ) : (
    <Trans>Worked on {what}</Trans>
  );
};
