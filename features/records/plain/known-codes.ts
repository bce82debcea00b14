import { criticalLimits } from '../critical-limits.ts';
import { typicalRanges } from '../typical-range.ts';
import { plainLabs } from './labs.ts';

const known = new Set([...criticalLimits, ...typicalRanges, ...plainLabs].flatMap((entry) => entry.loinc));

/** Whether a LOINC code is a laboratory test that the portal knows. */
export const isKnownLab = (loinc: string): boolean => known.has(loinc);
