import type { Who } from '../../../read/elements.ts';

/** Who or where, by name; nothing where the record names nobody. */
export const WhoName = ({ who }: { who: Who | null | undefined }) => (who?.name ? <bdi>{who.name}</bdi> : null);

/** The first of several that has a name. */
export const firstNamed = (whos: readonly Who[]): Who | undefined => whos.find(({ name }) => name !== null);

/** Names in a row, each once. */
export const namesIn = (whos: readonly Who[]): string =>
  [...new Set(whos.flatMap(({ name }) => name ?? []))].join(', ');
