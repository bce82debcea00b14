import { quantityText, type FhirReferenceRange } from './fhir-shapes.ts';
import type { ReadQuantity } from './observation.ts';

/** A range to compare with. `from`: sent with the result, or our own typical adult range (say so on screen). */
export type Range = Bounds & { text: string; unit: string | null; from: 'lab' | 'typical' };

/** `lowOpen`/`highOpen`: the limit itself is outside ("< 200"). */
type Bounds = { low: number | null; high: number | null; lowOpen?: boolean; highOpen?: boolean };

const normalMeaning = (range: FhirReferenceRange): boolean => {
  const codes = range.type?.coding?.map((coding) => coding.code) ?? [];
  return !range.type || codes.length === 0 || codes.includes('normal');
};

const bound = (value: number | string | undefined): number | null => {
  const number = Number(value);
  return value === undefined || !Number.isFinite(number) ? null : number;
};

/**
 * The range that the laboratory sent. Only "normal" ranges count (not therapeutic or treatment
 * ones). Several different ones (by age or sex) cannot be chosen from safely: they are shown as text
 * and compared with nothing.
 */
export const labRangeOf = (ranges: FhirReferenceRange[] | undefined, unit: string | null): Range | null => {
  const normal = (ranges ?? []).filter(normalMeaning);
  const first = normal[0];
  if (!first) return null;
  if (normal.length > 1) {
    const text = normal.map(rangeText).filter(Boolean).join('; ');
    return text ? { low: null, high: null, text, unit, from: 'lab' } : null;
  }
  const sameUnits = [first.low, first.high].every((side) => !side || sameUnit(side.unit ?? side.code ?? null, unit));
  const low = sameUnits ? bound(first.low?.value) : null;
  const high = sameUnits ? bound(first.high?.value) : null;
  const fromText = low === null && high === null && sameUnits ? boundsInText(first.text) : { low, high };
  const text = rangeText(first);
  if (!text) return null;
  return { ...fromText, text, unit: first.low?.unit ?? first.high?.unit ?? unit, from: 'lab' };
};

/** The laboratory's own words first; otherwise its numbers, with the unit once. */
const rangeText = (range: FhirReferenceRange): string => {
  if (range.text) return range.text;
  const { low, high } = range;
  if (low?.value !== undefined && high?.value !== undefined) {
    const unit = high.unit ?? low.unit;
    return `${low.value}–${high.value}${unit ? ` ${unit}` : ''}`;
  }
  if (low?.value !== undefined) return `≥ ${quantityText(low)}`;
  if (high?.value !== undefined) return `≤ ${quantityText(high)}`;
  return '';
};

/** Ranges that came as words: "3.5 - 5.1", "< 200", ">= 60". Anything else is not compared. */
const boundsInText = (text: string | undefined): Bounds => {
  const number = String.raw`(-?\d+(?:\.\d+)?)`;
  const trimmed = (text ?? '').trim();
  const both = new RegExp(`^${number}\\s*(?:-|–|to)\\s*${number}(?!\\d)`).exec(trimmed);
  if (both) return { low: Number(both[1]), high: Number(both[2]) };
  const one = new RegExp(`^(<=?|≤|>=?|≥)\\s*${number}(?!\\d)`).exec(trimmed);
  if (!one) return { low: null, high: null };
  return one[1] === '<' || one[1] === '<=' || one[1] === '≤'
    ? { low: null, high: Number(one[2]), highOpen: one[1] === '<' }
    : { low: Number(one[2]), high: null, lowOpen: one[1] === '>' };
};

/** Units are equal when they are the same text, or one side names none. */
export const sameUnit = (a: string | null, b: string | null): boolean =>
  a === null || b === null || canonicalUnit(a) === canonicalUnit(b);

const canonicalUnit = (unit: string): string =>
  unit
    .toLowerCase()
    .replace(/[[\]{}_\s]/g, '')
    .replace(/²/g, '2')
    .replace(/μ|µ/g, 'u')
    .replace(/^(10\*|10\^|10e|x10e|x10\^)/, '10*')
    // 10^9 in a litre are 10^3 in a microlitre: the same number.
    .replace(/^10\*9\/l$|^k\/ul$/, '10*3/ul')
    .replace(/^10\*12\/l$/, '10*6/ul')
    .replace(/^thousand\/ul$/, '10*3/ul')
    .replace(/^m\/ul$/, '10*6/ul')
    // What is counted in a minute stands in brackets or in words; degrees are written in many ways.
    .replace(/^(?:beats?|breaths?|bpm|resp)?(?:\/|per)min(?:ute)?$|^bpm$/, '/min')
    .replace(/^(?:°|deg)?c(?:el(?:sius)?)?$/, 'cel')
    .replace(/^(?:°|deg)?f(?:ahrenheit)?$/, 'degf');

/**
 * Where a value lies. A comparator widens the value to an interval: "<5" is below a range only when
 * the whole interval is, and in range only when it cannot be outside.
 */
export const compare = (value: ReadQuantity, range: Range): 'in' | 'above' | 'below' | 'unknown' => {
  const { low, high } = range;
  if ((low === null && high === null) || !sameUnit(range.unit, value.unit)) return 'unknown';
  const n = value.number;
  if (value.comparator === '<' || value.comparator === '<=') {
    if (low !== null && (n < low || (n === low && value.comparator === '<'))) return 'below';
    return low === null && high !== null && n <= high ? 'in' : 'unknown';
  }
  if (value.comparator === '>' || value.comparator === '>=') {
    if (high !== null && (n > high || (n === high && value.comparator === '>'))) return 'above';
    return high === null && low !== null && n >= low ? 'in' : 'unknown';
  }
  if (value.comparator) return 'unknown';
  if (low !== null && (n < low || (n === low && range.lowOpen))) return 'below';
  if (high !== null && (n > high || (n === high && range.highOpen))) return 'above';
  return 'in';
};

/**
 * A short form of a value that was sent with computed digits (more than four decimals): two decimals,
 * more when rounding would touch or cross a limit of the range. Anything else stays as sent.
 */
export const displayText = (value: ReadQuantity, range: Range | null): string => {
  const sign = value.comparator ?? '';
  const decimals = /\.(\d+)$/.exec(value.text)?.[1]?.length ?? 0;
  if (decimals <= 4) return sign + value.text;
  const side = (n: number): string =>
    [range?.low ?? null, range?.high ?? null].map((limit) => (limit === null ? 0 : Math.sign(n - limit))).join();
  for (let digits = Math.abs(value.number) >= 100 ? 1 : 2; digits <= 4; digits++) {
    const rounded = value.number.toFixed(digits);
    if (side(Number(rounded)) === side(value.number) && (Number(rounded) !== 0 || value.number === 0)) {
      return sign + rounded;
    }
  }
  return sign + value.text;
};
