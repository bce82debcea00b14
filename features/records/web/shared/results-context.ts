import { createContext, use } from 'react';
import type { ResultsState } from './load-results.ts';

type Shown = { state: ResultsState; patientId: string; pathOf: (resultId: string) => string };

const ResultsContext = createContext<Shown | undefined>(undefined);
export const ResultsProvider = ResultsContext.Provider;

/** The results that the list around this page has loaded. Throws outside of it. */
export const useShownResults = (): Shown => {
  const shown = use(ResultsContext);
  if (!shown) throw new Error('useShownResults outside of a results page');
  return shown;
};
