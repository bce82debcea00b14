import type { Who } from '../../../read/elements.ts';
import { useNames } from '../../shared/list/use-names.ts';

/** Names in a row, each once; those that came as references are asked for together. */
export const useNamesOf = (all: readonly (Who | null)[]): ((some: readonly (Who | null)[]) => string) => {
  const nameOf = useNames(all);
  return (some) => [...new Set(some.flatMap((who) => nameOf(who) ?? []))].join(', ');
};
