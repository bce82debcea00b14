import type { Locale } from './i18n.ts';

const telling: Record<Locale, ReadonlySet<string>> = {
  en: new Set(
    'the and of to is are was were your you for with this that not please call from at been has have it by on be as if we'.split(
      ' ',
    ),
  ),
  es: new Set(
    'el la los las de del que y es son fue su sus para con este esta no por favor llame desde al ha han se un una en como si'.split(
      ' ',
    ),
  ),
};

/**
 * The language that somebody wrote in, told by its small words; undefined when they do not tell.
 * Records rarely name it, and a voice that reads English as Spanish cannot be understood.
 */
export const writtenLanguage = (text: string): Locale | undefined => {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = (locale: Locale): number => words.filter((word) => telling[locale].has(word)).length;
  const english = count('en');
  const spanish = count('es') + (/[ñ¿¡áéíóú]/i.test(text) ? 1 : 0);
  if (english === spanish) return undefined;
  return english > spanish ? 'en' : 'es';
};
