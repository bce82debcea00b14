import { byLoinc } from './find-plain.ts';
import type { PlainVital } from './plain-lab.ts';
import { bodyVitals } from './vitals/body.ts';
import { heartAndBreathVitals } from './vitals/heart-and-breath.ts';
import { otherMeasures } from './vitals/other-measures.ts';

/** Every vital sign, and other measurement of the body, that has plain words. */
export const plainVitals: readonly PlainVital[] = [...heartAndBreathVitals, ...bodyVitals, ...otherMeasures];

/** The plain words of a LOINC code, if the portal has any. */
export const findPlainVital = byLoinc(plainVitals);
