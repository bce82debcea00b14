import { syllable } from 'syllable';

export type Language = 'en' | 'es';

/** What the formulas of reading ease count. */
export type Counts = { readonly sentences: number; readonly words: number; readonly syllables: number };

const silentU = /(?<=[qg])u(?=[eiéí])/g;
/** A written accent on a weak vowel, or two strong ones, are two syllables: "dí-a", "o-í-do", "le-a". */
const spanishNucleus = /[iuüy]?[aeoáéó](?:[iuü]|y(?![a-záéíóúüñ]))?|[íú]|[iuü]+/g;

/** Syllables of a Spanish word by its spelling, which decides them all but for a few borrowed words. */
export const spanishSyllables = (word: string): number => {
  const lower = word.toLowerCase().replaceAll(silentU, '');
  return Math.max(1, lower.replace(/y$/, 'i').match(spanishNucleus)?.length ?? 0);
};

/** An abbreviation is read letter by letter: "TSH" has three syllables. */
const isSpelled = (word: string): boolean => /^[A-ZÑ]{2,5}$/.test(word);

const syllablesOf = (word: string, language: Language): number => {
  if (isSpelled(word)) return word.length;
  if (/^\d/.test(word)) return 1;
  return language === 'en' ? Math.max(1, syllable(word)) : spanishSyllables(word);
};

/** Sentences end at . ! ? before a space, and where a text ends. Numbers are words of one syllable. */
export const countText = (texts: readonly string[], language: Language): Counts => {
  const sentences = texts.flatMap((text) => text.split(/(?<=[.!?]["”)]?)\s+/)).filter((text) => /\p{L}/u.test(text));
  const words = sentences.flatMap((text) => text.match(/\d[\d.,]*|[\p{L}\p{M}]+(?:['’][\p{L}]+)?/gu) ?? []);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word, language), 0);
  return { sentences: sentences.length, words: words.length, syllables };
};

/** Flesch-Kincaid grade (Kincaid et al. 1975): the United States school year that reads it with ease. */
export const fleschKincaidGrade = ({ sentences, words, syllables }: Counts): number =>
  0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;

/** Fernández-Huerta (1959), with words a sentence: 60 and above is read with ease in the seventh school year. */
export const fernandezHuerta = ({ sentences, words, syllables }: Counts): number =>
  206.84 - 60 * (syllables / words) - 1.02 * (words / sentences);

/** Szigriszt-Pazos (1993), read by the INFLESZ scale of Barrio-Cantalejo (2008): 55 is normal, 65 quite easy. */
export const szigrisztPazos = ({ sentences, words, syllables }: Counts): number =>
  206.835 - 62.3 * (syllables / words) - words / sentences;
