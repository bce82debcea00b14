import { criticalLimitOf } from './critical-limits.ts';
import { codeOf, quantityText, textOf, type FhirObservation, type FhirQuantity } from './fhir-shapes.ts';
import { flagOf, type LabFlag } from './lab-flag.ts';
import { compare, displayText, labRangeOf, type Range } from './range.ts';
import { typicalRangeOf } from './typical-range.ts';

/**
 * Turns a FHIR R4 Observation into what a person is shown. Pure and isomorphic: the browser, the
 * print, the tests and later the export use this one reading.
 *
 * Safety rule (tested as a property): a value that the laboratory flagged, that lies outside the
 * laboratory's own range, or that passes a critical limit is never shown as unflagged. Sources may
 * only make a state worse, never better.
 */
export type ResultState = 'in' | 'above' | 'below' | 'critical' | 'abnormal' | 'unknown';

export type ResultStatus =
  | 'registered'
  | 'preliminary'
  | 'final'
  | 'amended'
  | 'corrected'
  | 'cancelled'
  | 'entered-in-error'
  | 'unknown';

export type ResultValue =
  /** `text`: exactly as sent. `display`: shortened when the source sent computed digits (keep `text` in the details). */
  | {
      kind: 'quantity';
      text: string;
      display: string;
      number: number;
      comparator: string | null;
      unit: string | null;
    }
  | { kind: 'text'; text: string }
  /** No value: the sender's reason in words (dataAbsentReason), or null. Never shown as normal. */
  | { kind: 'absent'; reason: string | null };

export type Result = {
  /** Record id; null for a component. */
  id: string | null;
  /** LOINC code, the key into plain/labs.ts; null when the source gave none. */
  loinc: string | null;
  /** The sender's name of the test. */
  title: string;
  /** When the sample was taken, as the source wrote it (a date, or a date with time); falls back to `issued`. */
  takenAt: string | null;
  issuedAt: string | null;
  value: ResultValue;
  range: Range | null;
  state: ResultState;
  /** Which way a critical or out-of-range value lies, when known. */
  direction: 'high' | 'low' | null;
  /** The laboratory's own flag, shown beside whatever else is said. */
  labFlag: LabFlag | null;
  /** Why the state is critical: the laboratory said so, or a limit of critical-limits.ts is passed. */
  criticalBy: 'lab' | 'limit' | null;
  status: ResultStatus;
  /** True for entered-in-error and cancelled: the value must not be read as a result. */
  withdrawn: boolean;
  /** Comments that came with the result, as sent. */
  notes: string[];
  /** Who reported it, by the display name in the resource. */
  performer: string | null;
  components: Result[];
};

/**
 * What is known about the person; without it only what holds for every adult is applied. With a birth
 * date (FHIR date) each result is read by the age at that time: an adult's old results are a child's.
 */
export type Person = { birthDate?: string; ageYears?: number; sex?: 'female' | 'male' };

const ageAt = (person: Person, takenAt: string | null): Person => {
  if (person.birthDate === undefined || takenAt === null) return person;
  const years = Number(takenAt.slice(0, 4)) - Number(person.birthDate.slice(0, 4));
  const day = takenAt.slice(5, 10);
  const birthday = person.birthDate.slice(5, 10);
  const isBefore = day.length === 5 && birthday.length === 5 && day < birthday;
  return Number.isFinite(years) ? { ...person, ageYears: years - (isBefore ? 1 : 0) } : person;
};

const statuses: readonly string[] = [
  'registered',
  'preliminary',
  'final',
  'amended',
  'corrected',
  'cancelled',
  'entered-in-error',
];

/** Reads one Observation. Never throws on a resource that was accepted on write. */
export const interpretObservation = (observation: FhirObservation, person: Person = {}): Result => {
  const status = (statuses.includes(observation.status ?? '') ? observation.status : 'unknown') as ResultStatus;
  const withdrawn = status === 'entered-in-error' || status === 'cancelled';
  const takenAt =
    observation.effectiveDateTime ??
    observation.effectivePeriod?.start ??
    observation.effectiveInstant ??
    observation.issued ??
    null;
  const personThen = ageAt(person, takenAt);
  return {
    ...read(observation, personThen, withdrawn),
    id: observation.id ?? null,
    takenAt,
    issuedAt: observation.issued ?? null,
    status,
    withdrawn,
    notes: (observation.note ?? []).flatMap((note) => (note.text ? [note.text] : [])),
    performer: observation.performer?.find((one) => one.display)?.display ?? null,
    components: (observation.component ?? []).map((part) => ({
      ...read(part, personThen, withdrawn),
      id: null,
      takenAt: null,
      issuedAt: null,
      status,
      withdrawn,
      notes: [],
      performer: null,
      components: [],
    })),
  };
};

type Read = Pick<Result, 'loinc' | 'title' | 'value' | 'range' | 'state' | 'direction' | 'labFlag' | 'criticalBy'>;

const read = (part: FhirObservation, person: Person, withdrawn: boolean): Read => {
  const loinc = codeOf(part.code, 'http://loinc.org');
  const title = textOf(part.code) ?? loinc ?? '';
  const labFlag = flagOf(part.interpretation);
  const quantity = quantityOf(part);
  if (!quantity) {
    const value = plainValue(part);
    const range = labRangeOf(part.referenceRange, null);
    const judged = withdrawn ? nothing : judge(labFlag, null, null);
    return { loinc, title, value, range, labFlag, ...judged };
  }
  const { number, unit, comparator } = quantity;
  const fromLab = labRangeOf(part.referenceRange, unit);
  const labSays = fromLab ? compare(quantity, fromLab) : null;
  const limit = criticalLimitOf(loinc, quantity, person);
  let range = fromLab;
  let rangeSays = labSays;
  if (!fromLab) {
    const typical = typicalRangeOf(loinc, unit, person);
    const typicalSays = typical ? compare(quantity, typical) : null;
    // The laboratory's "normal" rests on a range that it did not send; ours must not contradict it.
    const contradicts = labFlag?.state === 'in' && typicalSays !== 'in' && typicalSays !== null;
    if (typical && !contradicts) {
      range = typical;
      rangeSays = typicalSays;
    }
  }
  const judged = withdrawn ? nothing : judge(labFlag, rangeSays, limit);
  const text = quantity.text;
  const value: ResultValue = {
    kind: 'quantity',
    text,
    display: displayText(quantity, range),
    number,
    comparator,
    unit,
  };
  return { loinc, title, value, range, labFlag, ...judged };
};

type Judged = Pick<Result, 'state' | 'direction' | 'criticalBy'>;
const nothing: Judged = { state: 'unknown', direction: null, criticalBy: null };

/** The worst of what the laboratory said, what its range says, and our critical limits. */
const judge = (
  flag: LabFlag | null,
  range: 'in' | 'above' | 'below' | 'unknown' | null,
  limit: 'high' | 'low' | null,
): Judged => {
  const direction = limit ?? flag?.direction ?? (range === 'above' ? 'high' : range === 'below' ? 'low' : null);
  if (flag?.state === 'critical') return { state: 'critical', direction, criticalBy: 'lab' };
  if (limit) return { state: 'critical', direction, criticalBy: 'limit' };
  if (flag?.state === 'above' || flag?.state === 'below') return { state: flag.state, direction, criticalBy: null };
  if (range === 'above' || range === 'below') return { state: range, direction, criticalBy: null };
  if (flag?.state === 'abnormal') return { state: 'abnormal', direction: null, criticalBy: null };
  if (flag?.state === 'in' || range === 'in') return { state: 'in', direction: null, criticalBy: null };
  return nothing;
};

export type ReadQuantity = {
  number: number;
  text: string;
  unit: string | null;
  comparator: string | null;
};

const quantityOf = (part: FhirObservation): ReadQuantity | null => {
  if (part.valueInteger !== undefined) {
    return {
      number: Number(part.valueInteger),
      text: String(part.valueInteger),
      unit: null,
      comparator: null,
    };
  }
  const quantity: FhirQuantity | undefined = part.valueQuantity;
  if (quantity?.value === undefined) return null;
  const number = Number(quantity.value);
  if (!Number.isFinite(number)) return null;
  return {
    number,
    text: String(quantity.value),
    unit: quantity.unit ?? quantity.code ?? null,
    comparator: quantity.comparator ?? null,
  };
};

const plainValue = (part: FhirObservation): ResultValue => {
  const text =
    part.valueString ??
    textOf(part.valueCodeableConcept) ??
    (part.valueBoolean === undefined ? undefined : part.valueBoolean ? 'Yes' : 'No') ??
    part.valueDateTime ??
    part.valueTime ??
    rangeText(part.valueRange) ??
    ratioText(part) ??
    periodText(part.valuePeriod);
  if (text !== undefined && text !== null && text !== '') return { kind: 'text', text };
  return { kind: 'absent', reason: textOf(part.dataAbsentReason) };
};

const rangeText = (range: FhirObservation['valueRange']): string | undefined =>
  range ? [quantityText(range.low), quantityText(range.high)].filter(Boolean).join(' – ') : undefined;

const ratioText = (part: FhirObservation): string | undefined =>
  part.valueRatio
    ? [quantityText(part.valueRatio.numerator), quantityText(part.valueRatio.denominator)].filter(Boolean).join(' : ')
    : undefined;

const periodText = (period: FhirObservation['valuePeriod']): string | undefined =>
  period ? [period.start, period.end].filter(Boolean).join(' – ') : undefined;
