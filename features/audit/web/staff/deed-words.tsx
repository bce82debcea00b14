import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { deedOf, type Deed } from '../../deeds.ts';
import type { ReviewEntry } from '../../review/contract.ts';

/** What was done, as one plain sentence without its subject. */
const words: Readonly<Record<Deed, ReactNode>> = {
  'own-log': <Trans>Read the own access log</Trans>,
  review: <Trans>Reviewed this log</Trans>,
  'review-saved': <Trans>Saved a part of this log as a file</Trans>,

  'critical-seen': <Trans>Saw an alert about a critical result</Trans>,
  'critical-answered': <Trans>Answered a critical result</Trans>,
  'critical-raised': <Trans>Raised or updated an alert about a critical result</Trans>,
  'critical-passed-on': <Trans>Passed on an alert that was not answered in time</Trans>,
  'change-told': <Trans>Told readers of a result that it was changed</Trans>,
  'changes-sought': <Trans>Looked for changed results</Trans>,
  'earlier-seen': <Trans>Looked at what a result said earlier</Trans>,
  'change-put-away': <Trans>Put away a note of a changed result</Trans>,
  'settings-seen': <Trans>Looked at the settings for critical results</Trans>,
  'settings-changed': <Trans>Changed the settings for critical results</Trans>,

  'work-counted': <Trans>Saw how much work waits</Trans>,
  'task-seen': <Trans>Saw a task</Trans>,
  'task-taken': <Trans>Took on a task</Trans>,
  'task-put-back': <Trans>Put a task back</Trans>,
  'task-handed-on': <Trans>Handed a task on</Trans>,
  'task-done': <Trans>Noted what came of a task</Trans>,

  demographics: <Trans>Looked at name, birth date and contact</Trans>,
  contacts: <Trans>Looked at family and contacts</Trans>,
  results: <Trans>Looked at results</Trans>,
  vitals: <Trans>Looked at vitals</Trans>,
  medicines: <Trans>Looked at medicines</Trans>,
  conditions: <Trans>Looked at conditions, allergies or shots</Trans>,
  'care-plans': <Trans>Looked at care plans and goals</Trans>,
  procedures: <Trans>Looked at procedures or devices</Trans>,
  'family-history': <Trans>Looked at the family history</Trans>,
  visits: <Trans>Looked at visits</Trans>,
  appointments: <Trans>Looked at appointments</Trans>,
  documents: <Trans>Looked at notes and documents</Trans>,
  billing: <Trans>Looked at insurance and claims</Trans>,
  other: <Trans>Looked at other parts of the record</Trans>,
  home: <Trans>Looked at the summary</Trans>,
  search: <Trans>Searched in the record</Trans>,
  names: <Trans>Looked up names of people on the care team</Trans>,
  directory: <Trans>Found the name in a search</Trans>,
  stored: <Trans>Stored records</Trans>,

  'comments-read': <Trans>Read comments on results</Trans>,
  'uncommented-seen': <Trans>Saw results that wait for a comment</Trans>,
  'comment-written': <Trans>Commented on a result</Trans>,
  'comment-changed': <Trans>Changed a comment on a result</Trans>,
  'statements-read': <Trans>Looked at what the patient said about medicines</Trans>,
  'not-taken-said': <Trans>Said that a medicine is not taken</Trans>,
  'not-taken-undone': <Trans>Took back that a medicine is not taken</Trans>,
  'timing-seen': <Trans>Looked at when results open</Trans>,
  'timing-changed': <Trans>Changed when results open</Trans>,
  'held-opened': <Trans>Opened a result that waited</Trans>,

  'account-asked': <Trans>Asked whether there is an account</Trans>,
  'letter-made': <Trans>Made a sign-in letter</Trans>,
  'letter-printed': <Trans>Printed a sign-in letter</Trans>,
  'letter-stopped': <Trans>Stopped a sign-in letter</Trans>,
  'letter-read': <Trans>Looked at what a letter is for</Trans>,
  'letter-used': <Trans>Began to use a letter</Trans>,
  'found-in-list': <Trans>Found the name in a list of people to invite</Trans>,
  'desk-begun': <Trans>Began to set up an account at the desk</Trans>,
  'desk-watched': <Trans>Printed a recovery code at the desk</Trans>,
  'desk-stopped': <Trans>Stopped setting up an account at the desk</Trans>,
  'desk-sent': <Trans>Sent a recovery code to the desk</Trans>,
  'set-up-step': <Trans>Went on setting up an account</Trans>,
  'set-up': <Trans>Set up an account</Trans>,
  'sign-in-begun': <Trans>Began to sign in</Trans>,
  'password-typed': <Trans>Entered a password</Trans>,
  'code-typed': <Trans>Entered a code</Trans>,
  recovery: <Trans>Tried to recover an account</Trans>,
  'signed-out': <Trans>Signed out</Trans>,
  'signed-out-everywhere': <Trans>Signed out everywhere</Trans>,
  'account-used': <Trans>Used an account</Trans>,
  'sign-ins-read': <Trans>Looked at the own sign-ins</Trans>,
  'role-switched': <Trans>Went on in another role</Trans>,
  'role-accepted': <Trans>Took a role by letter</Trans>,

  'staff-listed': <Trans>Looked at the list of staff</Trans>,
  'staff-switched': <Trans>Switched an account on or off</Trans>,
  'staff-sessions-ended': <Trans>Ended the sign-ins of a colleague</Trans>,
  'staff-invited': <Trans>Made a letter for a colleague</Trans>,
  'role-asked': <Trans>Asked for a role</Trans>,
  'role-ended': <Trans>Ended a role</Trans>,
  'role-requests-seen': <Trans>Looked at roles that wait</Trans>,
  'role-decided': <Trans>Approved or refused a role</Trans>,

  damage: <Trans>Asked for something whose seal did not match</Trans>,
  'unknown-read': <Trans>Looked at something</Trans>,
  'unknown-act': <Trans>Changed something</Trans>,
};

export const DeedWords = ({ entry }: { entry: ReviewEntry }): ReactNode =>
  entry.unreadable ? (
    <Trans>This entry cannot be read: it was damaged, or slipped in without a key.</Trans>
  ) : (
    words[deedOf(entry)]
  );
