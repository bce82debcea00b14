import { byLoinc } from './find-plain.ts';
import { allergyLabs } from './labs/allergy.ts';
import { bloodCountLabs } from './labs/blood-count.ts';
import { chemistryLabs } from './labs/chemistry.ts';
import { heartAndLiverLabs } from './labs/heart-and-liver.ts';
import { hormoneAndVitaminLabs } from './labs/hormones-and-vitamins.ts';
import { bloodAndClottingLabs } from './labs/blood-and-clotting.ts';
import { defenseAndMarkerLabs } from './labs/defenses-and-markers.ts';
import { drugLevelLabs } from './labs/drug-levels.ts';
import { heartLabs } from './labs/heart.ts';
import { hormoneLabs } from './labs/hormones.ts';
import { infectionLabs } from './labs/infections.ts';
import { liverAndPancreasLabs } from './labs/liver-and-pancreas.ts';
import { sugarAndKidneyLabs } from './labs/sugar-and-kidney.ts';
import { urineLabs } from './labs/urine.ts';
import type { PlainLab } from './plain-lab.ts';

/** Every laboratory test that has plain words. The browser loads one language of it (web/plain). */
export const plainLabs: readonly PlainLab[] = [
  ...bloodCountLabs,
  ...chemistryLabs,
  ...heartAndLiverLabs,
  ...hormoneAndVitaminLabs,
  ...bloodAndClottingLabs,
  ...heartLabs,
  ...liverAndPancreasLabs,
  ...sugarAndKidneyLabs,
  ...urineLabs,
  ...hormoneLabs,
  ...infectionLabs,
  ...defenseAndMarkerLabs,
  ...drugLevelLabs,
  ...allergyLabs,
];

/** The plain words of a LOINC code, if the portal has any. */
export const findPlainLab = byLoinc(plainLabs);
