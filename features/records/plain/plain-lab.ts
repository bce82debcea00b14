/** Words in the portal's two languages, at a sixth-grade reading level. */
export type Words = { readonly en: string; readonly es: string };

/**
 * Our own plain words for one laboratory test, keyed by LOINC code. They explain; they never judge
 * one person's value. `null` where a direction has no common meaning.
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
};

/** When a person last read these words against their sources (MedlinePlus lab test pages). */
export const plainLabsReviewed = '2026-11-22';
