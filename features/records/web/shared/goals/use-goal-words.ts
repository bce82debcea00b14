import { useLingui } from '@lingui/react/macro';
import { useFormats } from '../../../../../web/lib/format.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import type { GoalTarget } from '../../../read/goal.ts';
import { useUnitWords } from '../unit-words.ts';

/** "Your goal: under 7 %", in the language on screen; "Goal: ..." for anybody else than the patient. */
export const useGoalWords = (): ((target: GoalTarget) => string) => {
  const { t } = useLingui();
  const { number } = useFormats();
  const unitWords = useUnitWords();
  const isOwn = useSession().role === 'patient';
  return ({ low, high, lowOpen, highOpen, unit: sent }) => {
    const unit = sent ? unitWords(sent) : '';
    const from = low === null ? '' : number(low);
    const to = high === null ? '' : number(high);
    const ends =
      low !== null && high !== null
        ? t`${from} to ${to} ${unit}`
        : high !== null
          ? highOpen
            ? t`under ${to} ${unit}`
            : t`up to ${to} ${unit}`
          : lowOpen
            ? t`above ${from} ${unit}`
            : t`${from} ${unit} or more`;
    return isOwn ? t`Your goal: ${ends}` : t`Goal: ${ends}`;
  };
};
