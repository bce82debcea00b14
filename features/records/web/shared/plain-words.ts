import { useLingui } from '@lingui/react';
import { useSession } from '../../../../web/lib/session.ts';
import { findPlainLab } from '../../plain/labs.ts';
import { findPanelName } from '../../plain/panels.ts';
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

/** The portal's own words for a test; without an entry the lab's name is all there is. */
export const plainWordsFor = (
  test: { loinc: string | null; title: string },
  locale: string,
  isForAnother = false,
): PlainWords => {
  const lab: PlainLab | undefined = test.loinc === null ? undefined : findPlainLab(test.loinc);
  const say = (words: Words | null | undefined): string | null => {
    const text = pick(words, locale);
    return text !== null && isForAnother ? toldToAnother(text, locale) : text;
  };
  return {
    name: pick(lab?.name, locale) ?? test.title,
    short: say(lab?.short),
    measures: say(lab?.measures),
    high: say(lab?.high),
    low: say(lab?.low),
    next: say(lab?.next),
  };
};

/** What a report is called: our name for the panel, else for its one test, else the sender's. */
export const panelNameFor = (panel: { loinc: string | null; title: string }, locale: string): string =>
  (panel.loinc === null ? null : pick(findPanelName(panel.loinc), locale)) ?? plainWordsFor(panel, locale).name;

export const usePanelName = (): ((panel: { loinc: string | null; title: string }) => string) => {
  const { locale } = useLingui().i18n;
  return (panel) => panelNameFor(panel, locale);
};

export const usePlainWords = (): ((test: { loinc: string | null; title: string }) => PlainWords) => {
  const { locale } = useLingui().i18n;
  const isForAnother = useSession().role !== 'patient';
  return (test) => plainWordsFor(test, locale, isForAnother);
};
