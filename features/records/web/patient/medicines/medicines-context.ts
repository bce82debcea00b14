import { createContext, use } from 'react';
import type { Medicine } from '../../../read/medicine.ts';
import type { ListState } from '../../shared/list/load-list.ts';
import type { MedicineGroup } from '../../shared/medicines/group-medicines.ts';

type Shown = { state: ListState<Medicine>; groups: readonly MedicineGroup[]; first: MedicineGroup | undefined };

const MedicinesContext = createContext<Shown | undefined>(undefined);
export const MedicinesProvider = MedicinesContext.Provider;

/** The medicines that the list around this page has loaded. Throws outside of it. */
export const useShownMedicines = (): Shown => {
  const shown = use(MedicinesContext);
  if (!shown) throw new Error('useShownMedicines outside of the medicines page');
  return shown;
};
