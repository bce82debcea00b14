import { useLingui } from '@lingui/react/macro';
import { useFormats } from '../../../../../web/lib/format.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import type { GoalTarget } from '../../../read/goal.ts';
import { useUnitWords } from '../unit-words.ts';

/** "under 7 %", in the language on screen; the sender's words where it gave no numbers. */
export const useGoalEnds = (): ((target: GoalTarget) => string) => {
  const { t } = useLingui();
  const { number } = useFormats();
  const unitWords = useUnitWords();
  return ({ low, high, lowOpen, highOpen, unit: sent, value }) => {
    const unit = sent ? unitWords(sent) : '';
    const from = low === null ? '' : number(low);
    const to = high === null ? '' : number(high);
    if (low === null && high === null) return value ?? '';
    return low !== null && high !== null
      ? t`${from} to ${to} ${unit}`
      : high !== null
        ? highOpen
          ? t`under ${to} ${unit}`
          : t`up to ${to} ${unit}`
        : lowOpen
          ? t`above ${from} ${unit}`
          : t`${from} ${unit} or more`;
  };
};

/** "Your goal: under 7 %"; "Goal: ..." for anybody else than the patient. */
export const useGoalWords = (): ((target: GoalTarget) => string) => {
  const { t } = useLingui();
  const endsOf = useGoalEnds();
  const isOwn = useSession().role === 'patient';
  return (target) => {
    const ends = endsOf(target);
    return isOwn ? t`Your goal: ${ends}` : t`Goal: ${ends}`;
  };
};
