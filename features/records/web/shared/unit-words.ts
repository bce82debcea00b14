import { useLingui } from '@lingui/react/macro';
import { unitText } from '../../typical-range.ts';

/** A unit as people read it, in the language on screen. */
export const useUnitWords = (): ((unit: string) => string) => {
  const { t } = useLingui();
  const words: readonly (readonly [RegExp, string])[] = [
    [/^thousand\//, t`thousand/`],
    [/^million\//, t`million/`],
  ];
  return (unit) => words.reduce((text, [pattern, word]) => text.replace(pattern, word), unitText(unit));
};
