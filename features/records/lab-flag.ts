import { textOf, type FhirCodeableConcept } from './fhir-shapes.ts';
import type { ResultState } from './observation.ts';

/** The laboratory's own flag: its code, its words, and what it says about the value. */
export type LabFlag = {
  code: string;
  text: string;
  state: ResultState;
  direction: 'high' | 'low' | null;
};

/**
 * HL7 ObservationInterpretation (v3) and the older v2 table 0078, as far as they judge a value.
 * "<" and ">" mean off the instrument's scale: shown as out of range, not as critical.
 */
const meanings: Readonly<Record<string, [ResultState, 'high' | 'low' | null]>> = {
  N: ['in', null],
  A: ['abnormal', null],
  AA: ['critical', null],
  H: ['above', 'high'],
  HU: ['above', 'high'],
  'H>': ['above', 'high'],
  HX: ['above', 'high'],
  HH: ['critical', 'high'],
  'HH*': ['critical', 'high'],
  '>': ['above', 'high'],
  L: ['below', 'low'],
  LU: ['below', 'low'],
  'L<': ['below', 'low'],
  LX: ['below', 'low'],
  LL: ['critical', 'low'],
  '<': ['below', 'low'],
  EX: ['abnormal', null],
};

const rank: readonly ResultState[] = ['unknown', 'in', 'abnormal', 'below', 'above', 'critical'];

/** The worst flag among those sent; a code that judges nothing (POS, R, S ...) is kept with state `unknown`. */
export const flagOf = (interpretation: FhirCodeableConcept[] | undefined): LabFlag | null => {
  let worst: LabFlag | null = null;
  for (const concept of interpretation ?? []) {
    const codes = (concept.coding ?? []).flatMap((coding) => (coding.code ? [coding.code] : []));
    for (const code of codes.length > 0 ? codes : concept.text ? [concept.text] : []) {
      const [state, direction] = meanings[code.toUpperCase()] ?? byWords(code);
      const flag = { code, text: textOf(concept) ?? code, state, direction };
      if (!worst || rank.indexOf(state) > rank.indexOf(worst.state)) worst = flag;
    }
  }
  return worst;
};

/** Senders without a code write words. Only words that warn are read; "normal" in free text proves nothing. */
const byWords = (text: string): [ResultState, 'high' | 'low' | null] => {
  const words = text.toLowerCase();
  const direction = /\bhigh\b/.test(words) ? 'high' : /\blow\b/.test(words) ? 'low' : null;
  if (/\b(critical|panic)\b/.test(words)) return ['critical', direction];
  if (direction) return [direction === 'high' ? 'above' : 'below', direction];
  if (/\babnormal\b/.test(words)) return ['abnormal', null];
  return ['unknown', null];
};
