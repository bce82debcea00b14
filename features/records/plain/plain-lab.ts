import { words, wordsOrNone, type Pair, type Words } from './words.ts';

export type { Words } from './words.ts';

/**
 * Our own plain words for one laboratory test or vital sign, keyed by LOINC code. They explain; they
 * never judge one person's value. `null` where a direction has no common meaning.
 */
export type PlainLab = {
  readonly loinc: readonly string[];
  readonly name: Words;
  /** One short line for a list: "Average blood sugar, last 3 months". */
  readonly short: Words;
  readonly measures: Words;
  readonly high: Words | null;
  readonly low: Words | null;
  /** What people usually do next. */
  readonly next: Words;
  readonly reviewed: string;
};

export type PlainVital = PlainLab;

/** Writes one entry: each text as English, Spanish. */
export const lab = (
  loinc: string,
  texts: { name: Pair; short: Pair; measures: Pair; high: Pair | null; low: Pair | null; next: Pair },
): Omit<PlainLab, 'reviewed'> => ({
  loinc: loinc.split(' '),
  name: words(texts.name),
  short: words(texts.short),
  measures: words(texts.measures),
  high: wordsOrNone(texts.high),
  low: wordsOrNone(texts.low),
  next: words(texts.next),
});
