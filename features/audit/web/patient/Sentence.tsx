import { Trans, useLingui } from '@lingui/react/macro';
import { useRoleNames } from '../../../../web/lib/role-names.ts';
import { writtenLanguage } from '../../../../web/lib/written-language.ts';
import type { LogLine } from '../../disclosed.ts';
import { DeedWords } from './DeedWords.tsx';
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
