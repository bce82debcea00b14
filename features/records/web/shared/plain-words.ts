import { useLingui } from '@lingui/react';
import { findPanelName } from '../../plain/panels.ts';
import { usePlainLab } from '../plain/use-plain.ts';

export type PlainWords = {
  name: string;
  short: string | null;
  measures: string | null;
  high: string | null;
  low: string | null;
  next: string | null;
};

type Test = { loinc: string | null; title: string };

/** The portal's own words for a test; without an entry the lab's name is all there is. */
export const usePlainWords = (): ((test: Test) => PlainWords) => {
  const find = usePlainLab();
  return ({ loinc, title }) =>
    find(loinc) ?? { name: title, short: null, measures: null, high: null, low: null, next: null };
};

/** What a report is called: our name for the panel, else for its one test, else the sender's. */
export const usePanelName = (): ((panel: Test) => string) => {
  const words = usePlainWords();
  const language = useLingui().i18n.locale === 'es' ? 'es' : 'en';
  return (panel) => (panel.loinc === null ? undefined : findPanelName(panel.loinc)?.[language]) ?? words(panel).name;
};
