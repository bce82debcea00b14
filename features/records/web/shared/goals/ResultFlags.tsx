import type { Result } from '../../../observation.ts';
import { ResultFlag } from '../ResultFlag.tsx';
import { GoalFlag } from './GoalFlag.tsx';
import type { AtGoal } from './use-goals.ts';

/** The goal leads over the lab's flag, but never over a critical value. */
export const ResultFlags = ({ result, goal }: { result: Result; goal: AtGoal | undefined }) => (
  <>
    {goal && result.state !== 'critical' ? <GoalFlag standing={goal.standing} /> : null}
    <ResultFlag result={result} />
    {goal && result.state === 'critical' ? <GoalFlag standing={goal.standing} /> : null}
  </>
);
