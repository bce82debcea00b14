import { useLingui } from '@lingui/react/macro';
import { unitText } from '../../typical-range.ts';

/** Explicit turns of the direction of writing, and letters that are written from right to left. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Units stand in the middle of sentences that are plain text: what comes after keeps its direction. */
const isolated = (unit: string): string => {
  const straight = unit.replace(turning, '');
  return rightToLeft.test(straight) ? `\u2068${straight}\u2069` : straight;
};

/** A unit as people read it, in the language on screen. */
export const useUnitWords = (): ((unit: string) => string) => {
  const { t } = useLingui();
  const words: readonly (readonly [RegExp, string])[] = [
    [/^thousand\//, t`thousand/`],
    [/^million\//, t`million/`],
  ];
  return (unit) => words.reduce((text, [pattern, word]) => text.replace(pattern, word), isolated(unitText(unit)));
};
