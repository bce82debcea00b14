import type { Person, ReadQuantity } from './observation.ts';
import { sameUnit } from './range.ts';
import { criticalVitals } from './vital-limits.ts';

/**
 * Critical limits for adults: a value at or beyond one needs a clinician the same day. The numbers
 * are the means that U.S. hospitals reported in G. J. Kost, "Critical limits for urgent clinician
 * notification at US medical centers", JAMA 1990;263:704-707; INR and lactate follow common U.S.
 * laboratory policies. They only ever add a warning: a laboratory's own LL, HH or AA always counts.
 *
 * A clinical lead reviews and signs this table before a clinic relies on it (hazard "critical value").
 */
export const criticalLimitsReviewed = '2026-11-22';

export type CriticalLimit = {
  name: string;
  loinc: readonly string[];
  unit: string;
  low?: number;
  high?: number;
};

export const criticalLimits: readonly CriticalLimit[] = [
  {
    name: 'Potassium',
    loinc: ['2823-3', '6298-4', '75940-7', '77142-8'],
    unit: 'mmol/L',
    low: 2.8,
    high: 6.2,
  },
  {
    name: 'Potassium',
    loinc: ['2823-3', '6298-4', '75940-7', '77142-8'],
    unit: 'meq/L',
    low: 2.8,
    high: 6.2,
  },
  { name: 'Sodium', loinc: ['2951-2', '2947-0', '77139-4'], unit: 'mmol/L', low: 120, high: 158 },
  { name: 'Sodium', loinc: ['2951-2', '2947-0', '77139-4'], unit: 'meq/L', low: 120, high: 158 },
  { name: 'Chloride', loinc: ['2075-0', '2069-3', '77138-6'], unit: 'mmol/L', low: 75, high: 126 },
  {
    name: 'Carbon dioxide',
    loinc: ['2028-9', '20565-8', '77143-6', '1963-8'],
    unit: 'mmol/L',
    low: 11,
    high: 40,
  },
  {
    name: 'Glucose',
    loinc: ['2345-7', '2339-0', '1558-6', '41653-7', '2340-8', '74774-1', '1557-8'],
    unit: 'mg/dL',
    low: 46,
    high: 484,
  },
  {
    name: 'Glucose',
    loinc: ['2345-7', '2339-0', '14749-6', '15074-8'],
    unit: 'mmol/L',
    low: 2.6,
    high: 26.9,
  },
  { name: 'Calcium', loinc: ['17861-6', '49765-1', '2000-8'], unit: 'mg/dL', low: 6.6, high: 12.9 },
  { name: 'Magnesium', loinc: ['19123-9', '2601-3'], unit: 'mg/dL', low: 1.0, high: 4.9 },
  { name: 'Phosphate', loinc: ['2777-1'], unit: 'mg/dL', low: 1.2, high: 8.9 },
  { name: 'Urea nitrogen', loinc: ['3094-0', '6299-2', '49071-4'], unit: 'mg/dL', high: 104 },
  { name: 'Creatinine', loinc: ['2160-0', '38483-4', '77140-2'], unit: 'mg/dL', high: 7.4 },
  {
    name: 'Hemoglobin',
    loinc: ['718-7', '20509-6', '30313-1', '30350-3'],
    unit: 'g/dL',
    low: 6.6,
    high: 19.9,
  },
  { name: 'Hematocrit', loinc: ['4544-3', '20570-8', '71833-8'], unit: '%', low: 18, high: 61 },
  { name: 'Platelets', loinc: ['777-3', '26515-7', '778-1'], unit: '10*3/uL', low: 37, high: 910 },
  {
    name: 'White blood cells',
    loinc: ['6690-2', '26464-8', '804-5'],
    unit: '10*3/uL',
    low: 2.0,
    high: 37,
  },
  { name: 'INR', loinc: ['6301-6', '34714-6', '38875-1', '46418-0'], unit: '{INR}', high: 5 },
  { name: 'Lactate', loinc: ['2524-7', '32693-4', '2518-9'], unit: 'mmol/L', high: 4 },
];

const byCode = new Map<string, CriticalLimit[]>();
for (const limit of [...criticalLimits, ...criticalVitals]) {
  for (const code of limit.loinc) byCode.set(code, [...(byCode.get(code) ?? []), limit]);
}

/** INR is a ratio: senders leave its unit out or write 1. Every other number needs its unit. */
const isUnitOf = (limit: CriticalLimit, unit: string | null): boolean =>
  limit.unit === '{INR}' && (unit === null || ['1', 'ratio', '{ratio}'].includes(unit.toLowerCase()))
    ? true
    : unit !== null && sameUnit(limit.unit, unit);

/**
 * Which critical limit a value passes, if any. The unit must be the table's: a number in another
 * unit says nothing. Children have other limits; for someone known to be under 18 only the
 * laboratory's flag counts.
 */
export const criticalLimitOf = (loinc: string | null, value: ReadQuantity, person: Person): 'high' | 'low' | null => {
  if (loinc === null || (person.ageYears !== undefined && person.ageYears < 18)) return null;
  const limits = byCode.get(loinc) ?? [];
  const fits = limits.find((limit) => isUnitOf(limit, value.unit));
  if (!fits) return null;
  const n = value.number;
  const mayBeHigh = value.comparator !== '<' && value.comparator !== '<=';
  const mayBeLow = value.comparator !== '>' && value.comparator !== '>=';
  if (fits.low !== undefined && mayBeLow && n <= fits.low) return 'low';
  if (fits.high !== undefined && mayBeHigh && n >= fits.high) return 'high';
  return null;
};
