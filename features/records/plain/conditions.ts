import { heartConditions } from './conditions/heart.ts';
import { byCondition } from './find-plain.ts';
import type { PlainCondition } from './plain-condition.ts';

/** Every condition that has plain words. */
export const plainConditions: readonly PlainCondition[] = [...heartConditions];

/** The plain words of a condition's codings (`condition.code.coding`), if the portal has any. */
export const findPlainCondition = byCondition(plainConditions);
