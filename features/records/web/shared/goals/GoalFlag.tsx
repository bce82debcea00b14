import { Trans } from '@lingui/react/macro';
import { Target } from 'lucide-react';
import { useSession } from '../../../../../web/lib/session.ts';
import { Pill } from '../../../../../web/ui/Pill.tsx';
import type { AtGoal } from './use-goals.ts';

/** Where a value stands beside the goal of the care team; the lab's flag stands beside it, never instead. */
export const GoalFlag = ({ standing }: { standing: AtGoal['standing'] }) => {
  const isOwn = useSession().role === 'patient';
  if (standing === 'at-goal') {
    return (
      <Pill tone="ok" icon={Target}>
        {isOwn ? <Trans>At your goal</Trans> : <Trans>At the goal</Trans>}
      </Pill>
    );
  }
  return (
    <Pill tone="info" icon={Target}>
      {standing === 'above' ? (
        isOwn ? (
          <Trans>Above your goal</Trans>
        ) : (
          <Trans>Above the goal</Trans>
        )
      ) : isOwn ? (
        <Trans>Below your goal</Trans>
      ) : (
        <Trans>Below the goal</Trans>
      )}
    </Pill>
  );
};
