import type { PlainLab } from './plain-lab.ts';

/** Every laboratory test that has plain words. */
export const plainLabs: readonly PlainLab[] = [];

const byCode = new Map<string, PlainLab>();
for (const lab of plainLabs) for (const code of lab.loinc) byCode.set(code, lab);

/** The plain words of a LOINC code, if the portal has any. */
export const findPlainLab = (loinc: string | null): PlainLab | undefined =>
  loinc === null ? undefined : byCode.get(loinc);
