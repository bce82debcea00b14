import { boneAndSkinConditions } from './conditions/bones-and-skin.ts';
import { breathingConditions } from './conditions/breathing.ts';
import { dailyLifeConditions } from './conditions/daily-life.ts';
import { heartConditions } from './conditions/heart.ts';
import { mindAndNerveConditions } from './conditions/mind-and-nerves.ts';
import { organAndCancerConditions } from './conditions/organs-and-cancer.ts';
import { sugarAndHormoneConditions } from './conditions/sugar-and-hormones.ts';
import { byCondition } from './find-plain.ts';
import type { PlainCondition } from './plain-condition.ts';

/** Every condition that has plain words. */
export const plainConditions: readonly PlainCondition[] = [
  ...heartConditions,
  ...sugarAndHormoneConditions,
  ...breathingConditions,
  ...boneAndSkinConditions,
  ...mindAndNerveConditions,
  ...organAndCancerConditions,
  ...dailyLifeConditions,
];

/** The plain words of a condition's codings (`condition.code.coding`), if the portal has any. */
export const findPlainCondition = byCondition(plainConditions);
