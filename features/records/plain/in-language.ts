import type { Words } from './words.ts';

export type Language = 'en' | 'es';

/** An entry in one language; `also` is its name in the other one, for whoever searches by that. */
export type InLanguage<E> = {
  readonly [K in keyof E]: E[K] extends Words ? string : E[K] extends Words | null ? string | null : E[K];
} & { readonly also: string };

const isWords = (value: unknown): value is Words => typeof value === 'object' && value !== null && 'en' in value;

/** What the browser loads of an entry: one language of it. */
export const inLanguage = <E extends { readonly name: Words }>(entry: E, language: Language): InLanguage<E> => {
  const fields = Object.entries(entry).map(([key, value]) => [key, isWords(value) ? value[language] : value] as const);
  return { ...Object.fromEntries(fields), also: entry.name[language === 'en' ? 'es' : 'en'] } as InLanguage<E>;
};
