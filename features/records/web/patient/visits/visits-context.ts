import { createContext, use } from 'react';
import type { Appointment } from '../../../read/appointment.ts';
import type { Visit } from '../../../read/visit.ts';
import type { ListState } from '../../shared/list/load-list.ts';
import type { VisitItem } from '../../shared/visits/visit-items.ts';

type Shown = {
  visits: ListState<Visit>;
  appointments: ListState<Appointment>;
  coming: readonly VisitItem[];
  past: readonly VisitItem[];
};

const VisitsContext = createContext<Shown | undefined>(undefined);
export const VisitsProvider = VisitsContext.Provider;

/** The visits that the list around this page has loaded. Throws outside of it. */
export const useShownVisits = (): Shown => {
  const shown = use(VisitsContext);
  if (!shown) throw new Error('useShownVisits outside of the visits page');
  return shown;
};
