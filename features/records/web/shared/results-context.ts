import { createContext, use } from 'react';
import type { Comment } from '../../comments/contract.ts';
import type { Result } from '../../observation.ts';
import type { AtGoal } from './goals/use-goals.ts';
import type { ResultsState } from './load-results.ts';

type Shown = {
  state: ResultsState;
  patientId: string;
  pathOf: (resultId: string) => string;
  goalOf: (result: Result) => AtGoal | undefined;
  /** Comments on a result, and on the reports that it stands in. */
  commentsOn: (result: Result) => Comment[];
};

const ResultsContext = createContext<Shown | undefined>(undefined);
export const ResultsProvider = ResultsContext.Provider;

/** The results that the list around this page has loaded. Throws outside of it. */
export const useShownResults = (): Shown => {
  const shown = use(ResultsContext);
  if (!shown) throw new Error('useShownResults outside of a results page');
  return shown;
};
