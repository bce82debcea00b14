/** Words in the portal's two languages, at a sixth-grade reading level. */
export type Words = { readonly en: string; readonly es: string };

/** How the content files write it: English, then Spanish. */
export type Pair = readonly [en: string, es: string];

export const words = ([en, es]: Pair): Words => ({ en, es });
export const wordsOrNone = (pair: Pair | null): Words | null => pair && words(pair);

/** Entries and the day (ISO) on which whoever wrote them last read each over, in both languages. */
export const reviewed = <E>(day: string, entries: readonly E[]): readonly (E & { readonly reviewed: string })[] =>
  entries.map((entry) => ({ ...entry, reviewed: day }));
