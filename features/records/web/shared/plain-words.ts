import { useLingui } from '@lingui/react';
import { findPlainLab } from '../../plain/labs.ts';
import type { PlainLab, Words } from '../../plain/plain-lab.ts';

export type PlainWords = {
  name: string;
  short: string | null;
  measures: string | null;
  high: string | null;
  low: string | null;
  next: string | null;
};

const pick = (words: Words | null | undefined, locale: string): string | null =>
  words?.[locale === 'es' ? 'es' : 'en'] ?? null;

/** The portal's own words for a test; without an entry the lab's name is all there is. */
export const plainWordsFor = (test: { loinc: string | null; title: string }, locale: string): PlainWords => {
  const lab: PlainLab | undefined = test.loinc === null ? undefined : findPlainLab(test.loinc);
  return {
    name: pick(lab?.name, locale) ?? test.title,
    short: pick(lab?.short, locale),
    measures: pick(lab?.measures, locale),
    high: pick(lab?.high, locale),
    low: pick(lab?.low, locale),
    next: pick(lab?.next, locale),
  };
};

export const usePlainWords = (): ((test: { loinc: string | null; title: string }) => PlainWords) => {
  const { locale } = useLingui().i18n;
  return (test) => plainWordsFor(test, locale);
};
