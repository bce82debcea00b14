import { Trans } from '@lingui/react/macro';
import { CircleCheck, CircleDot, CircleHelp, CircleSlash, RotateCcw, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Pill, type PillTone } from '../../../../../web/ui/Pill.tsx';
import type { Condition } from '../../../read/condition.ts';

const states: Record<Condition['state'], { tone: PillTone; icon: LucideIcon; name: ReactNode }> = {
  active: { tone: 'info', icon: CircleDot, name: <Trans>Active</Trans> },
  recurrence: { tone: 'info', icon: RotateCcw, name: <Trans>Came back</Trans> },
  remission: { tone: 'ok', icon: CircleCheck, name: <Trans>In remission</Trans> },
  resolved: { tone: 'quiet', icon: CircleCheck, name: <Trans>Over</Trans> },
  refuted: { tone: 'quiet', icon: CircleSlash, name: <Trans>Ruled out</Trans> },
  withdrawn: { tone: 'quiet', icon: CircleSlash, name: <Trans>Entered by mistake</Trans> },
  unknown: { tone: 'quiet', icon: CircleHelp, name: <Trans>Status not given</Trans> },
};

export const ConditionState = ({ condition }: { condition: Condition }) => {
  const { tone, icon, name } = states[condition.state];
  return (
    <>
      <Pill tone={tone} icon={icon}>
        {name}
      </Pill>
      {condition.certain ? null : (
        <Pill tone="quiet" icon={CircleHelp}>
          <Trans>Not confirmed</Trans>
        </Pill>
      )}
    </>
  );
};
