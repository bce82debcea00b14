import type { CriticalLimit } from './critical-limits.ts';
import type { TypicalRange } from './typical-range.ts';

/**
 * Limits and typical ranges of vital signs, for adults at rest: used as those of critical-limits.ts and
 * typical-range.ts are, and marked in the same way. A device sends no range with a blood pressure; without these a
 * pressure of 210 would stand unflagged.
 *
 * Critical: the single values that alone ask for an urgent look in the National Early Warning Score 2 (Royal College of
 * Physicians, 2017) for pulse, breaths and low temperature; 80 mm Hg for a low pressure (NEWS2 begins at 90, usual for many small healthy people); 180/120 mm Hg, "severe", of the American Heart
 * Association (2025 guideline); oxygen 88 %, at which Medicare pays for oxygen at home; 40 °C.
 * Typical: MedlinePlus, "Vital signs" and "Body temperature norms"; below 130 for the upper pressure (AHA).
 * A clinical lead reviews and signs both tables before a clinic relies on them.
 */
export const vitalLimitsReviewed = '2026-11-26';

const systolic = ['8480-6', '8459-0', '8460-8', '8461-6', '76534-7', '87741-5'];
const diastolic = ['8462-4', '8453-3', '8454-1', '8455-8', '76535-4', '87736-5'];
const pulse = ['8867-4', '8889-8', '68999-2'];
const oxygen = ['59408-5', '2708-6', '20564-1'];
const temperature = ['8310-5', '8331-1', '8332-9', '8333-7', '60830-7'];

export const criticalVitals: readonly CriticalLimit[] = [
  { name: 'Systolic blood pressure', loinc: systolic, unit: 'mm[Hg]', low: 80, high: 180 },
  { name: 'Diastolic blood pressure', loinc: diastolic, unit: 'mm[Hg]', high: 120 },
  { name: 'Pulse', loinc: pulse, unit: '/min', low: 40, high: 131 },
  { name: 'Breaths', loinc: ['9279-1'], unit: '/min', low: 8, high: 25 },
  { name: 'Oxygen saturation', loinc: oxygen, unit: '%', low: 88 },
  { name: 'Body temperature', loinc: temperature, unit: 'Cel', low: 35, high: 40 },
  { name: 'Body temperature', loinc: temperature, unit: '[degF]', low: 95, high: 104 },
];

export const typicalVitals: readonly TypicalRange[] = [
  { name: 'Systolic blood pressure', loinc: systolic, unit: 'mm[Hg]', all: { low: 90, high: 129 } },
  { name: 'Diastolic blood pressure', loinc: diastolic, unit: 'mm[Hg]', all: { low: 60, high: 80 } },
  { name: 'Pulse', loinc: pulse, unit: '/min', all: { low: 60, high: 100 } },
  { name: 'Breaths', loinc: ['9279-1'], unit: '/min', all: { low: 12, high: 20 } },
  { name: 'Oxygen saturation', loinc: oxygen, unit: '%', all: { low: 95 } },
  { name: 'Body temperature', loinc: temperature, unit: 'Cel', all: { low: 36.1, high: 37.2 } },
  { name: 'Body temperature', loinc: temperature, unit: '[degF]', all: { low: 97, high: 99 } },
];
