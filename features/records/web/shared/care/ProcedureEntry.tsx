import { Trans } from '@lingui/react/macro';
import { Ban, CircleHelp, CircleSlash, CircleStop, Hourglass, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Pill } from '../../../../../web/ui/Pill.tsx';
import type { Procedure } from '../../../read/procedure.ts';
import { Dotted, Entry } from '../list/Entry.tsx';
import { NotesText } from '../list/NotesText.tsx';
import { WhenText } from '../list/WhenText.tsx';
import { namesIn } from '../list/WhoName.tsx';

const states: Partial<Record<Procedure['state'], { icon: LucideIcon; name: ReactNode }>> = {
  'in-progress': { icon: Hourglass, name: <Trans>Under way</Trans> },
  planned: { icon: Hourglass, name: <Trans>Planned</Trans> },
  'not-done': { icon: Ban, name: <Trans>Not done</Trans> },
  stopped: { icon: CircleStop, name: <Trans>Stopped before the end</Trans> },
  withdrawn: { icon: CircleSlash, name: <Trans>Entered by mistake</Trans> },
  unknown: { icon: CircleHelp, name: <Trans>Status not given</Trans> },
};

export const ProcedureState = ({ procedure }: { procedure: Procedure }) => {
  const state = states[procedure.state];
  return state ? (
    <Pill tone="quiet" icon={state.icon}>
      {state.name}
    </Pill>
  ) : null;
};

export const ProcedureDate = ({ procedure: { at, when } }: { procedure: Procedure }) =>
  at ? <WhenText at={at} /> : (when ?? <Trans>No date given</Trans>);

/** One procedure: what, when, by whom, what for, and how it ended. */
export const ProcedureEntry = ({ procedure }: { procedure: Procedure }) => {
  const reasons = procedure.reasons.join(', ');
  const complications = procedure.complications.join(', ');
  const followUp = procedure.followUp.join(', ');
  const { outcome } = procedure;
  return (
    <Entry
      title={procedure.name ? <bdi>{procedure.name}</bdi> : <Trans>Procedure without a name</Trans>}
      flags={<ProcedureState procedure={procedure} />}
      sub={<ProcedureDate procedure={procedure} />}
      when={
        <Dotted
          parts={[
            namesIn(procedure.by),
            procedure.place?.name,
            procedure.bodySites.join(', '),
            procedure.reasons.length > 0 ? <Trans>for {reasons}</Trans> : null,
            procedure.statusReason,
            procedure.outcome ? <Trans>outcome: {outcome}</Trans> : null,
            procedure.complications.length > 0 ? <Trans>complications: {complications}</Trans> : null,
            procedure.followUp.length > 0 ? <Trans>afterwards: {followUp}</Trans> : null,
          ]}
        />
      }
    >
      <NotesText notes={procedure.notes} />
    </Entry>
  );
};
