import { byLoinc } from './find-plain.ts';
import { allergyLabs } from './labs/allergy.ts';
import { bloodCountLabs } from './labs/blood-count.ts';
import { chemistryLabs } from './labs/chemistry.ts';
import { heartAndLiverLabs } from './labs/heart-and-liver.ts';
import { hormoneAndVitaminLabs } from './labs/hormones-and-vitamins.ts';
import type { PlainLab } from './plain-lab.ts';

/** Every laboratory test that has plain words. The browser loads one language of it (web/plain). */
export const plainLabs: readonly PlainLab[] = [
  ...bloodCountLabs,
  ...chemistryLabs,
  ...heartAndLiverLabs,
  ...hormoneAndVitaminLabs,
  ...allergyLabs,
];

/** The plain words of a LOINC code, if the portal has any. */
export const findPlainLab = byLoinc(plainLabs);
