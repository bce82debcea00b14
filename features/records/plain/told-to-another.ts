const theirs: readonly (readonly [RegExp, string])[] = [
  [/\b(tell|make|for) you\b/g, '$1 them'],
  [/\bYour\b/g, 'Their'],
  [/\byour\b/g, 'their'],
  [/\bYou\b/g, 'They'],
  [/\byou\b/g, 'they'],
];

/**
 * Words to the patient, told to somebody else. English only: Spanish "su" is the other person's as
 * well. A test holds that "you" is never another object in the plain words, where "they" would be wrong.
 */
export const toldToAnother = (text: string, locale: string): string =>
  locale === 'es' ? text : theirs.reduce((told, [pattern, word]) => told.replace(pattern, word), text);
