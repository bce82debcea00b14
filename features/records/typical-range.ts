import type { Person } from './observation.ts';
import { sameUnit, type Range } from './range.ts';
import { typicalVitals } from './vital-limits.ts';

/**
 * Typical adult ranges, used only when the laboratory sent none, and always marked `typical`. Only
 * tests whose adult range barely differs between laboratories are here; where it differs by sex both
 * are given and nothing is said until the sex is known. Values: common U.S. reference intervals as
 * published by the National Library of Medicine (MedlinePlus) and the American Board of Internal
 * Medicine's reference ranges (2025). A clinical lead reviews this table together with critical-limits.ts.
 */
export const typicalRangesReviewed = '2026-11-22';

type Bounds = { low?: number; high?: number };
export type TypicalRange = { name: string; loinc: readonly string[]; unit: string } & (
  | { all: Bounds }
  | { female: Bounds; male: Bounds }
);

export const typicalRanges: readonly TypicalRange[] = [
  { name: 'Sodium', loinc: ['2951-2', '2947-0'], unit: 'mmol/L', all: { low: 136, high: 145 } },
  { name: 'Potassium', loinc: ['2823-3', '6298-4'], unit: 'mmol/L', all: { low: 3.5, high: 5.0 } },
  { name: 'Chloride', loinc: ['2075-0', '2069-3'], unit: 'mmol/L', all: { low: 98, high: 106 } },
  {
    name: 'Carbon dioxide',
    loinc: ['2028-9', '20565-8'],
    unit: 'mmol/L',
    all: { low: 23, high: 28 },
  },
  { name: 'Urea nitrogen', loinc: ['3094-0', '6299-2'], unit: 'mg/dL', all: { low: 8, high: 20 } },
  { name: 'Calcium', loinc: ['17861-6', '49765-1'], unit: 'mg/dL', all: { low: 8.6, high: 10.2 } },
  { name: 'Hemoglobin A1c', loinc: ['4548-4', '17856-6'], unit: '%', all: { low: 4.0, high: 5.6 } },
  { name: 'Total cholesterol', loinc: ['2093-3'], unit: 'mg/dL', all: { high: 199 } },
  { name: 'Triglycerides', loinc: ['2571-8'], unit: 'mg/dL', all: { high: 149 } },
  {
    name: 'LDL cholesterol',
    loinc: ['18262-6', '13457-7', '2089-1'],
    unit: 'mg/dL',
    all: { high: 129 },
  },
  {
    name: 'HDL cholesterol',
    loinc: ['2085-9'],
    unit: 'mg/dL',
    female: { low: 50 },
    male: { low: 40 },
  },
  {
    name: 'White blood cells',
    loinc: ['6690-2', '26464-8'],
    unit: '10*3/uL',
    all: { low: 4.0, high: 11.0 },
  },
  { name: 'Platelets', loinc: ['777-3', '26515-7'], unit: '10*3/uL', all: { low: 150, high: 450 } },
  {
    name: 'Hemoglobin',
    loinc: ['718-7'],
    unit: 'g/dL',
    female: { low: 12.0, high: 16.0 },
    male: { low: 14.0, high: 18.0 },
  },
  {
    name: 'Hematocrit',
    loinc: ['4544-3', '20570-8'],
    unit: '%',
    female: { low: 37, high: 47 },
    male: { low: 42, high: 50 },
  },
  { name: 'MCV', loinc: ['787-2'], unit: 'fL', all: { low: 80, high: 98 } },
  { name: 'MCH', loinc: ['785-6'], unit: 'pg', all: { low: 28, high: 32 } },
  { name: 'MCHC', loinc: ['786-4'], unit: 'g/dL', all: { low: 33, high: 36 } },
  {
    name: 'Creatinine',
    loinc: ['2160-0', '38483-4'],
    unit: 'mg/dL',
    female: { low: 0.5, high: 1.1 },
    male: { low: 0.7, high: 1.3 },
  },
  {
    name: 'eGFR',
    loinc: ['33914-3', '48642-3', '62238-1', '98979-8'],
    unit: 'mL/min/{1.73_m2}',
    all: { low: 60 },
  },
  {
    name: 'Urine albumin/creatinine',
    loinc: ['14959-1', '9318-7'],
    unit: 'mg/g',
    all: { high: 29.99 },
  },
  { name: 'TSH', loinc: ['3016-3', '11580-8'], unit: 'mIU/L', all: { low: 0.5, high: 4.5 } },
];

const byCode = new Map<string, TypicalRange[]>();
for (const range of [...typicalRanges, ...typicalVitals]) {
  for (const code of range.loinc) byCode.set(code, [...(byCode.get(code) ?? []), range]);
}

const asRange = (bounds: Bounds, unit: string): Range => {
  const low = bounds.low ?? null;
  const high = bounds.high ?? null;
  const text =
    low !== null && high !== null
      ? `${low}–${high} ${unitText(unit)}`
      : low !== null
        ? `≥ ${low} ${unitText(unit)}`
        : `≤ ${high} ${unitText(unit)}`;
  return { low, high, text, unit, from: 'typical' };
};

/**
 * UCUM as people write it: "mL/min/{1.73_m2}" becomes "mL/min/1.73 m²". An annotation that is the whole unit ("{INR}")
 * or stands behind one ("mg{creat}") is no unit and falls away; in a ratio ("{beats}/min") it is a word of it.
 */
export const unitText = (unit: string): string =>
  unit
    .replace(/\{1\.73_m2\}|1\.73\.?m2/, '1.73 m²')
    .replace(/^kg\/m2$/, 'kg/m²')
    .replace('mm[Hg]', 'mmHg')
    .replace(/^Cel$/, '°C')
    .replace(/^\[degF\]$/, '°F')
    .replace(/^\{[^}]*\}$|(?<=[\w%\]])\{[^}]*\}/g, '')
    .replace(/[{}]/g, '')
    .replace(/\[IU\]/i, 'IU')
    .replace(/^u(?=(?:g|mol|mol_H2O|U|IU|kat|m|L)\b)/, 'µ')
    .replace(/\/u(?=(?:g|mol|L)\b)/, '/µ')
    .replace(/^10\*3\/µL$/, 'thousand/µL')
    .replace(/^10\*6\/µL$/, 'million/µL');

/** Our typical range for an adult, or null. The unit must be the table's. Nobody known to be a child gets one. */
export const typicalRangeOf = (loinc: string | null, unit: string | null, person: Person): Range | null => {
  if (loinc === null || unit === null) return null;
  const found = byCode.get(loinc)?.find((range) => sameUnit(range.unit, unit));
  if (!found) return null;
  if (person.ageYears !== undefined && person.ageYears < 18) return null;
  if ('all' in found) return asRange(found.all, found.unit);
  return person.sex ? asRange(found[person.sex], found.unit) : null;
};
