import { allergyLabs } from './labs-allergy.ts';
import { bloodCountLabs } from './labs-blood-count.ts';
import { chemistryLabs } from './labs-chemistry.ts';
import { heartAndLiverLabs } from './labs-heart-liver.ts';
import { hormoneAndVitaminLabs } from './labs-hormones-vitamins.ts';
import type { PlainLab } from './plain-lab.ts';

/** Every laboratory test that has plain words. */
export const plainLabs: readonly PlainLab[] = [
  ...bloodCountLabs,
  ...chemistryLabs,
  ...heartAndLiverLabs,
  ...hormoneAndVitaminLabs,
  ...allergyLabs,
];

const byCode = new Map<string, PlainLab>();
for (const lab of plainLabs) for (const code of lab.loinc) byCode.set(code, lab);

/** The plain words of a LOINC code, if the portal has any. */
export const findPlainLab = (loinc: string | null): PlainLab | undefined =>
  loinc === null ? undefined : byCode.get(loinc);
