import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { deedOf, isLook, type Deed, type PatientDeed } from '../../deeds.ts';
import { isFullPage, type SummedDeed } from './timeline.ts';

/** What was done, as the end of "Dr. Chen ...": each deed in words of its own. */
const words: Readonly<Record<PatientDeed, ReactNode>> = {
  'own-log': <Trans>opened this page</Trans>,
  review: <Trans>reviewed this log: who looked at your record</Trans>,
  'review-saved': <Trans>saved entries of this log as a file</Trans>,

  'critical-seen': <Trans>saw that there is an alert about a critical result of yours</Trans>,
  'critical-answered': <Trans>answered your critical result</Trans>,
  'critical-raised': <Trans>raised or updated an alert, so that a clinician answers a critical result of yours</Trans>,
  'critical-passed-on': <Trans>passed the alert about your critical result on: it was not answered in time</Trans>,
  'change-told': <Trans>told people who had read a result of yours that it was changed</Trans>,
  'changes-sought': <Trans>looked for results of yours that were changed</Trans>,
  'earlier-seen': <Trans>looked at what a result of yours said before it was changed</Trans>,
  'change-put-away': <Trans>put away a note that a result of yours was changed</Trans>,

  'task-seen': <Trans>saw a task about you</Trans>,
  'task-taken': <Trans>took on a task about you</Trans>,
  'task-put-back': <Trans>put a task about you back on the list</Trans>,
  'task-handed-on': <Trans>handed a task about you on to others</Trans>,
  'task-done': <Trans>noted what came of a task about you</Trans>,

  demographics: <Trans>looked at your name, birth date and record number</Trans>,
  contacts: <Trans>looked at your family and contacts</Trans>,
  results: <Trans>looked at your results</Trans>,
  vitals: <Trans>looked at your vitals</Trans>,
  medicines: <Trans>looked at your medicines</Trans>,
  conditions: <Trans>looked at your conditions, allergies or shots</Trans>,
  'care-plans': <Trans>looked at your care plans and goals</Trans>,
  procedures: <Trans>looked at your procedures or devices</Trans>,
  'family-history': <Trans>looked at your family history</Trans>,
  visits: <Trans>looked at your visits</Trans>,
  appointments: <Trans>looked at your appointments</Trans>,
  documents: <Trans>looked at your notes and documents</Trans>,
  billing: <Trans>looked at your insurance and claims</Trans>,
  other: <Trans>looked at other parts of your record</Trans>,
  home: <Trans>looked at the summary of your record</Trans>,
  search: <Trans>searched in your record</Trans>,
  names: <Trans>looked up names of your care team</Trans>,
  directory: <Trans>found your name in a search</Trans>,
  stored: <Trans>stored records about you</Trans>,

  'comments-read': <Trans>read the comments on your results</Trans>,
  'uncommented-seen': <Trans>looked at results of yours that wait for a comment</Trans>,
  'comment-written': <Trans>commented on one of your results</Trans>,
  'comment-changed': <Trans>changed a comment on one of your results</Trans>,
  'statements-read': <Trans>looked at what you said about your medicines</Trans>,
  'not-taken-said': <Trans>said that you do not take a medicine</Trans>,
  'not-taken-undone': <Trans>took back that you do not take a medicine</Trans>,
  'timing-seen': <Trans>looked at when your results open</Trans>,
  'timing-changed': <Trans>changed when your results open</Trans>,
  'held-opened': <Trans>opened a result that waited</Trans>,

  'account-asked': <Trans>asked whether you have an account</Trans>,
  'letter-made': <Trans>made a new sign-in letter for you</Trans>,
  'letter-printed': <Trans>printed a sign-in letter for you</Trans>,
  'letter-stopped': <Trans>stopped a sign-in letter</Trans>,
  'letter-read': <Trans>looked at what a sign-in letter is for</Trans>,
  'letter-used': <Trans>began to set up your account with a letter</Trans>,
  'found-in-list': <Trans>found your name in a list of people to invite</Trans>,
  'desk-begun': <Trans>began to set up your account with you at the desk</Trans>,
  'desk-watched': <Trans>printed your recovery code at the desk</Trans>,
  'desk-stopped': <Trans>stopped setting up your account at the desk</Trans>,
  'desk-sent': <Trans>sent your recovery code to the desk to be printed</Trans>,
  'set-up-step': <Trans>went on setting up your account</Trans>,
  'set-up': <Trans>set up your account</Trans>,
  'sign-in-begun': <Trans>began to sign in</Trans>,
  'password-typed': <Trans>typed a password to sign in</Trans>,
  'code-typed': <Trans>signed in with a code</Trans>,
  recovery: <Trans>began to recover the account</Trans>,
  'signed-out': <Trans>signed out</Trans>,
  'signed-out-everywhere': <Trans>signed out everywhere</Trans>,
  'account-used': <Trans>used the account</Trans>,
  'sign-ins-read': <Trans>looked at the sign-ins of the account</Trans>,

  damage: <Trans>asked for a record whose seal did not match; it was not shown</Trans>,
  'unknown-read': <Trans>looked at something in your record</Trans>,
  'unknown-act': <Trans>did something in the portal that concerns you</Trans>,
};

const isOfPatients = (deed: Deed): deed is PatientDeed => deed in words;

/** What was tried and refused, as the end of "Dr. Chen ...". */
const DeniedWords = ({ category, action }: { category: string; action: string }): ReactNode => {
  if (category === 'results') return <Trans>tried to open your results; the portal said no</Trans>;
  if (category === 'sign-in') return <Trans>tried to sign in; the portal said no</Trans>;
  if (category === 'account') return <Trans>tried something with your account; the portal said no</Trans>;
  if (isLook(action)) return <Trans>tried to open something in your record; the portal said no</Trans>;
  return <Trans>tried to change something in your record; the portal said no</Trans>;
};

/** What was done, as the end of "Dr. Chen ...". A full page is no number of results: more may have followed. */
export const DeedWords = ({ deed: { line, recordCount } }: { deed: SummedDeed }): ReactNode => {
  const { category, action, outcome } = line;
  if (outcome === 'denied') return <DeniedWords {...{ category, action }} />;
  if (outcome === 'failed' && category !== 'integrity') return <Trans>tried something that did not work</Trans>;
  const deed = deedOf(line);
  if (deed === 'results' && recordCount > 0 && !isFullPage(recordCount))
    return (
      <Trans>
        looked at <Plural value={recordCount} one="# of your results" other="# of your results" />
      </Trans>
    );
  if (deed === 'stored' && recordCount > 0)
    return (
      <Trans>
        stored <Plural value={recordCount} one="# record" other="# records" />
      </Trans>
    );
  return words[isOfPatients(deed) ? deed : 'unknown-act'];
};
