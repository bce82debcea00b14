import { byCvx } from './find-plain.ts';
import type { PlainVaccine } from './plain-vaccine.ts';
import { childhoodVaccines } from './vaccines/childhood.ts';

/** Every vaccine that has plain words. */
export const plainVaccines: readonly PlainVaccine[] = [...childhoodVaccines];

/** The plain words of a CVX code, if the portal has any. */
export const findPlainVaccine = byCvx(plainVaccines);
