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

type Pair = readonly [en: string, es: string];
const words = ([en, es]: Pair): Words => ({ en, es });

/** Writes one entry: each text as English, Spanish. */
export const lab = (
  loinc: string,
  texts: { name: Pair; short: Pair; measures: Pair; high: Pair | null; low: Pair | null; next: Pair },
): PlainLab => ({
  loinc: loinc.split(' '),
  name: words(texts.name),
  short: words(texts.short),
  measures: words(texts.measures),
  high: texts.high && words(texts.high),
  low: texts.low && words(texts.low),
  next: words(texts.next),
});

/** Endings that many tests share. */
export const next = {
  askTeam: [
    'If your value is out of range, ask your care team what it means for you. One value alone rarely tells the whole story.',
    'Si su valor está fuera de rango, pregunte a su equipo médico qué significa para usted. Un solo valor rara vez dice todo.',
  ],
  repeat: [
    'A value that is a little out of range is often just checked again. Your care team will tell you when.',
    'Un valor un poco fuera de rango muchas veces solo se repite. Su equipo médico le dirá cuándo.',
  ],
  withOthers: [
    'Your care team reads this value together with the other parts of the same test.',
    'Su equipo médico lee este valor junto con las otras partes de la misma prueba.',
  ],
  salts: [
    'Do not change your salt, water or pills on your own. Call your care team if you feel weak, confused or unwell.',
    'No cambie por su cuenta la sal, el agua ni las pastillas. Llame a su equipo médico si se siente débil, confundido o mal.',
  ],
  heart: [
    'Food, moving more and, for some people, medicine can change this value. Talk with your care team about your goal.',
    'La comida, el movimiento y, para algunas personas, las medicinas pueden cambiar este valor. Hable con su equipo médico sobre su meta.',
  ],
  sugar: [
    'Food, moving more and medicine can change this value. Talk with your care team about your goal.',
    'La comida, el movimiento y las medicinas pueden cambiar este valor. Hable con su equipo médico sobre su meta.',
  ],
} as const satisfies Record<string, Pair>;
