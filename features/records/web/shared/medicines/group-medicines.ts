import type { Medicine, MedicineState } from '../../../read/medicine.ts';
import { time } from '../../../panel.ts';

/** All entries about one medicine: the one that leads, then the others, newest first. */
export type MedicineGroup = { key: string; lead: Medicine; others: Medicine[] };

const rank: readonly MedicineState[] = ['active', 'on-hold', 'planned', 'unknown', 'not-taken', 'ended', 'withdrawn'];
const rankOf = ({ state }: Medicine): number => rank.indexOf(state);

const keyOf = ({ rxnorm, name, id }: Medicine): string =>
  rxnorm ? `rx:${rxnorm}` : name ? `name:${name.toLowerCase()}` : `id:${id}`;

/**
 * Entries about the same medicine together. An entry that is current leads, whatever came later, so that
 * nothing that is to be taken hides behind a newer entry that has ended.
 */
export const groupMedicines = (medicines: readonly Medicine[]): MedicineGroup[] => {
  const groups = new Map<string, Medicine[]>();
  for (const medicine of medicines) {
    const key = keyOf(medicine);
    groups.set(key, [...(groups.get(key) ?? []), medicine]);
  }
  return [...groups].map(([key, members]) => {
    const [lead, ...others] = members.toSorted((a, b) => rankOf(a) - rankOf(b) || time(b.at) - time(a.at));
    return { key, lead: lead!, others };
  });
};

export type MedicineStanding = 'now' | 'paused' | 'unclear' | 'past';

/** Where a medicine is listed. What the source does not say is never called past. */
export const standingOfMedicine = ({ state }: Pick<Medicine, 'state'>): MedicineStanding => {
  if (state === 'active') return 'now';
  if (state === 'on-hold' || state === 'planned') return 'paused';
  return state === 'unknown' ? 'unclear' : 'past';
};
