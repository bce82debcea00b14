import { words, type Pair, type Words } from './words.ts';

/** Our own plain words for one vaccine, keyed by CVX code (two digits at least). */
export type PlainVaccine = {
  readonly cvx: readonly string[];
  readonly name: Words;
  /** One short line for a list. */
  readonly short: Words;
  /** What it protects against, and why that matters. */
  readonly protects: Words;
  /** What people may feel after it. */
  readonly after: Words;
  /** What people usually do next: other doses, when to ask. */
  readonly next: Words;
  readonly reviewed: string;
};

export const vaccine = (
  cvx: string,
  texts: { name: Pair; short: Pair; protects: Pair; after: Pair; next: Pair },
): Omit<PlainVaccine, 'reviewed'> => ({
  cvx: cvx.split(' '),
  name: words(texts.name),
  short: words(texts.short),
  protects: words(texts.protects),
  after: words(texts.after),
  next: words(texts.next),
});
