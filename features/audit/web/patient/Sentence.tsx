import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useRoleNames } from '../../../../web/lib/role-names.ts';
import { writtenLanguage } from '../../../../web/lib/written-language.ts';
import type { LogLine } from '../../disclosed.ts';
import { deedsOf } from './timeline.ts';

/** Names of programs, in words. Everybody else goes by the name and role that the log holds. */
const useActor = (line: LogLine): { name: string; role: string } => {
  const { t } = useLingui();
  const roleNames: Readonly<Record<string, string>> = useRoleNames();
  const programs: Readonly<Record<string, string>> = {
    importer: t`The clinic's record feed`,
    worker: t`The portal itself`,
    sequencer: t`The portal itself`,
  };
  const program = programs[line.actor.role];
  if (program) return { name: program, role: t`a program` };
  return {
    name: line.actor.name || t`Somebody who was not signed in`,
    role: roleNames[line.actor.role] ?? line.actor.role,
  };
};

type Deed = { line: LogLine; recordCount: number };

/** What was tried and refused, as the end of "Dr. Chen ...". */
const DeniedWords = ({ category }: { category: string }): ReactNode => {
  if (category === 'results') return <Trans>tried to open your results; the portal said no</Trans>;
  if (category === 'account') return <Trans>tried to set up your account; the portal said no</Trans>;
  return <Trans>tried to open something in your record; the portal said no</Trans>;
};

const AccountWords = ({ operation }: { operation: string }): ReactNode => {
  const made = ['identity.invitePatient', 'identity.invitePatients'];
  if (made.includes(operation)) return <Trans>made a new sign-in letter for you</Trans>;
  if (operation === 'identity.printLetters') return <Trans>printed a sign-in letter for you</Trans>;
  if (operation === 'identity.startDeskSetUp') return <Trans>began to set up your account with you at the desk</Trans>;
  if (operation === 'identity.watchDeskSetUp') return <Trans>printed your recovery code at the desk</Trans>;
  if (operation === 'identity.cancelDeskSetUp') return <Trans>stopped setting up your account at the desk</Trans>;
  if (operation === 'identity.startEnrolment') return <Trans>began to set up your account with a letter</Trans>;
  if (operation === 'identity.finishSetUp') return <Trans>set up your account</Trans>;
  if (operation === 'identity.readPatientAccount') return <Trans>asked whether you have an account</Trans>;
  if (operation === 'identity.stopRenewal') return <Trans>stopped a sign-in letter</Trans>;
  return <Trans>used the account</Trans>;
};

/** Parts of the record, as the end of "Dr. Chen ...". */
const looks: Readonly<Record<string, ReactNode>> = {
  demographics: <Trans>looked at your name, birth date and record number</Trans>,
  directory: <Trans>found your name in a search</Trans>,
  vitals: <Trans>looked at your vitals</Trans>,
  medicines: <Trans>looked at your medicines</Trans>,
  conditions: <Trans>looked at your conditions, allergies or shots</Trans>,
  visits: <Trans>looked at your visits</Trans>,
  appointments: <Trans>looked at your appointments</Trans>,
  documents: <Trans>looked at your notes and documents</Trans>,
  notes: <Trans>looked at your notes and documents</Trans>,
  billing: <Trans>looked at your insurance and claims</Trans>,
  other: <Trans>looked at other parts of your record</Trans>,
  home: <Trans>looked at the summary of your record</Trans>,
  search: <Trans>searched in your record</Trans>,
  names: <Trans>looked up names of your care team</Trans>,
  tasks: <Trans>worked on a task about you</Trans>,
  critical: <Trans>dealt with a critical or corrected result of yours</Trans>,
  timing: <Trans>looked at when your results open</Trans>,
  'log-review': <Trans>reviewed this log: who looked at your record</Trans>,
  'sign-in': <Trans>signed in or out</Trans>,
  'access-log': <Trans>opened this page</Trans>,
  integrity: <Trans>asked for a record whose seal did not match; it was not shown</Trans>,
};

const CommentWords = ({ operation }: { operation: string }): ReactNode => {
  if (operation === 'records.commentOnResult') return <Trans>commented on one of your results</Trans>;
  if (operation === 'records.editComment') return <Trans>changed a comment on one of your results</Trans>;
  if (operation === 'records.listUncommented') return <Trans>looked at results of yours that wait for a comment</Trans>;
  return <Trans>read the comments on your results</Trans>;
};

/** What was done, as the end of "Dr. Chen ...". */
const DeedWords = ({ deed: { line, recordCount } }: { deed: Deed }): ReactNode => {
  const { category, operation, outcome } = line;
  if (outcome === 'denied') return <DeniedWords category={category} />;
  if (outcome === 'failed') return <Trans>tried something that did not work</Trans>;
  if (category === 'results') {
    return recordCount > 0 ? (
      <Trans>
        looked at <Plural value={recordCount} one="# of your results" other="# of your results" />
      </Trans>
    ) : (
      <Trans>looked at your results</Trans>
    );
  }
  if (category === 'import') {
    return (
      <Trans>
        stored <Plural value={recordCount} one="# record" other="# records" />
      </Trans>
    );
  }
  if (category === 'account') return <AccountWords operation={operation} />;
  if (category === 'comments') return <CommentWords operation={operation} />;
  return looks[category] ?? <Trans>used the portal ({category})</Trans>;
};

/** "Ana Torres, nurse, looked at 12 of your results." and the reasons that she gave. */
export const OtherSentence = ({ lines }: { lines: readonly [LogLine, ...LogLine[]] }) => {
  const { name, role } = useActor(lines[0]);
  const reasons = [...new Set(lines.flatMap((line) => line.purpose ?? []))];
  if (lines[0].unreadable) {
    return (
      <p>
        <Trans>
          Entry number {lines[0].n} cannot be read. It stands in the log, but the server could not open its words. Ask
          us what it was.
        </Trans>
      </p>
    );
  }
  const principals = [...new Set(lines.flatMap((line) => line.onBehalfOf ?? []))];
  return (
    <>
      <p>
        <strong className="font-semibold">{name}</strong> <span className="text-ink-2">· {role}</span>
      </p>
      {deedsOf(lines).map((deed) => (
        <p key={deed.key} className="first-letter:uppercase">
          <DeedWords deed={deed} />
        </p>
      ))}
      {reasons.map((reason) => (
        <p key={reason} className="text-ink-2">
          <Trans>
            Reason given: “<bdi lang={writtenLanguage(reason)}>{reason}</bdi>”
          </Trans>
        </p>
      ))}
      {principals.map((principal) => (
        <p key={principal} className="text-ink-2">
          <Trans>
            On behalf of <bdi>{principal}</bdi>
          </Trans>
        </p>
      ))}
    </>
  );
};
