import { words, wordsOrNone, type Pair, type Words } from './words.ts';

/** Our own plain words for one condition, keyed by SNOMED CT and ICD-10-CM. */
export type PlainCondition = {
  readonly snomed: readonly string[];
  /** A category ("E11") stands for every code below it that has no entry of its own. */
  readonly icd10: readonly string[];
  readonly name: Words;
  /** One short line for a list. */
  readonly short: Words;
  readonly what: Words;
  /** What people usually do. */
  readonly next: Words;
  /** When to call, and whom; null only where there is nothing to call about ("Full-time work"). */
  readonly call: Words | null;
  readonly reviewed: string;
};

/** `codes`: SNOMED CT codes are numbers, ICD-10-CM codes begin with a letter. */
export const condition = (
  codes: string,
  texts: { name: Pair; short: Pair; what: Pair; next: Pair; call: Pair | null },
): Omit<PlainCondition, 'reviewed'> => ({
  snomed: codes.split(' ').filter((code) => /^\d/.test(code)),
  icd10: codes.split(' ').filter((code) => /^[A-Z]/.test(code)),
  name: words(texts.name),
  short: words(texts.short),
  what: words(texts.what),
  next: words(texts.next),
  call: wordsOrNone(texts.call),
});
