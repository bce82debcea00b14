import { byCvx } from './find-plain.ts';
import type { PlainVaccine } from './plain-vaccine.ts';
import { adultAndTravelVaccines } from './vaccines/adult-and-travel.ts';
import { childhoodVaccines } from './vaccines/childhood.ts';

/** Every vaccine that has plain words, and what is recorded beside vaccines (antibodies, skin test). */
export const plainVaccines: readonly PlainVaccine[] = [...childhoodVaccines, ...adultAndTravelVaccines];

/** The plain words of a CVX code, if the portal has any. */
export const findPlainVaccine = byCvx(plainVaccines);
