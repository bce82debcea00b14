import type { Allergy } from '../../../read/allergy.ts';

/** What may be said about allergies as a whole. */
export type AllergyStanding = 'some' | 'none-known' | 'only-kinds-known' | 'past-only' | 'not-recorded';

/** SNOMED CT: no known allergy at all, of any kind. */
const noneAtAll = '716186003';

/** "None" is said only where somebody recorded it; a list without entries is no answer. */
export const standingOfAllergies = (allergies: readonly Allergy[]): AllergyStanding => {
  const isLive = ({ state }: Allergy): boolean => state === 'active' || state === 'unknown';
  if (allergies.some(isLive)) return 'some';
  const nones = allergies.filter(({ state }) => state === 'none-known');
  if (nones.some(({ concept }) => concept?.codes.some(({ code }) => code === noneAtAll))) return 'none-known';
  if (nones.length > 0) return 'only-kinds-known';
  return allergies.some(({ state }) => state !== 'withdrawn') ? 'past-only' : 'not-recorded';
};
