import { createContext, use, type ComponentType } from 'react';

/**
 * Parts of other features that a page has room for. Features' screens are closed to each other, so the
 * shells, which know all of them, fill the places; an empty one shows nothing.
 */
export type Parts = {
  /** On Home, above everything but what needs a call: what changed of what was read before. */
  HomeNotices?: ComponentType<{ patientId: string; pathOf: (recordId: string) => string }>;
  /** In a result's letter, below the value: what it was before a correction. */
  EarlierValue?: ComponentType<{ patientId: string; recordId: string; status: string }>;
  /** Beside work about a patient whose chart is open to the reader: phones, and the medicines of now. */
  ReachPatient?: ComponentType<{ patientId: string }>;
};

const PartsContext = createContext<Parts>({});
export const PartsProvider = PartsContext.Provider;
export const useParts = (): Parts => use(PartsContext);
