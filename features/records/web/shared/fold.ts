/** Text for comparing: no accents, no capitals. */
export const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Whether a text holds every word that was typed. */
export const holdsWords = (text: string, typed: string): boolean => {
  const folded = fold(text);
  return fold(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => folded.includes(word));
};
