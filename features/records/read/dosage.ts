import {
  conceptOf,
  elementOf,
  elementsOf,
  numberTextOf,
  quantityTextOf,
  rangeTextOf,
  spanOf,
  textOf,
  textsOf,
  wordsOf,
  type Element,
  type Span,
} from './elements.ts';

/** How often, in parts that the screen words in the reader's language; null where the sender did not say. */
export type HowOften = {
  /** "2 times" as 2; a range as "2-3". */
  times: string | null;
  /** Per how many of the unit: 1 for "a day", 6 for "every 6 hours". */
  period: string | null;
  unit: 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year' | null;
  /** Codes such as BID, QHS, or AC/PC/HS: the sender's word when it gave one. */
  code: string | null;
  /** Times of day ("08:00") and parts of day ("MORN", "AC"). */
  at: string[];
  days: string[];
};

/** One line of instructions, truthfully: the sender's own words first, and never a dose that was not sent. */
export type Dosage = {
  /** The sender's words for the whole line, as written. */
  words: string | null;
  /** "1 tablet", "5 mL", "2 – 4 mg", "10 mL/h". */
  dose: string | null;
  howOften: HowOften | null;
  /** true: only when needed; words: needed for what; null: not said. */
  asNeeded: boolean | string | null;
  route: string | null;
  site: string | null;
  method: string | null;
  more: string[];
  forPatient: string | null;
  span: Span | null;
  /** The most in a period, as sent. */
  max: string | null;
};

const units: Readonly<Record<string, HowOften['unit']>> = {
  s: 'second',
  min: 'minute',
  h: 'hour',
  d: 'day',
  wk: 'week',
  mo: 'month',
  a: 'year',
};

const upTo = (low: unknown, high: unknown): string | null => {
  const [from, to] = [numberTextOf(low), numberTextOf(high)];
  const whole = (text: string): string => (Number.isFinite(Number(text)) ? String(Number(text)) : text);
  if (from === null) return null;
  return to === null || to === from ? whole(from) : `${whole(from)}-${whole(to)}`;
};

const howOftenOf = (timing: Element | null): HowOften | null => {
  if (!timing) return null;
  const repeat = elementOf(timing.repeat) ?? {};
  const found: HowOften = {
    times: upTo(repeat.frequency, repeat.frequencyMax),
    period: upTo(repeat.period, repeat.periodMax),
    unit: units[textOf(repeat.periodUnit) ?? ''] ?? null,
    code: conceptOf(timing.code)?.text ?? null,
    at: [...textsOf(repeat.timeOfDay), ...textsOf(repeat.when)],
    days: textsOf(repeat.dayOfWeek),
  };
  const saysSomething =
    (found.times !== null && found.unit !== null) ||
    found.code !== null ||
    found.at.length > 0 ||
    found.days.length > 0;
  return saysSomething || (found.period !== null && found.unit !== null) ? found : null;
};

const doseOf = (dosage: Element): string | null => {
  // R4 has doseAndRate; a MedicationAdministration has dose itself.
  for (const one of [...elementsOf(dosage.doseAndRate), dosage]) {
    const dose = quantityTextOf(one.doseQuantity) ?? rangeTextOf(one.doseRange) ?? quantityTextOf(one.dose);
    const rate = quantityTextOf(one.rateQuantity) ?? rangeTextOf(one.rateRange) ?? ratioTextOf(one.rateRatio);
    if (dose !== null || rate !== null) return [dose, rate].filter((part) => part !== null).join(', ');
  }
  return null;
};

const ratioTextOf = (value: unknown): string | null => {
  const ratio = elementOf(value);
  const [over, under] = [quantityTextOf(ratio?.numerator), quantityTextOf(ratio?.denominator)];
  return over === null || under === null ? null : `${over} / ${under}`;
};

export const dosageOf = (dosage: Element): Dosage => {
  const timing = elementOf(dosage.timing);
  const neededFor = conceptOf(dosage.asNeededCodeableConcept)?.text ?? null;
  return {
    words: textOf(dosage.text),
    dose: doseOf(dosage),
    howOften: howOftenOf(timing),
    asNeeded: neededFor ?? (typeof dosage.asNeededBoolean === 'boolean' ? dosage.asNeededBoolean : null),
    route: conceptOf(dosage.route)?.text ?? null,
    site: conceptOf(dosage.site)?.text ?? null,
    method: conceptOf(dosage.method)?.text ?? null,
    more: wordsOf(dosage.additionalInstruction),
    forPatient: textOf(dosage.patientInstruction),
    span: spanOf(elementOf(timing?.repeat)?.boundsPeriod),
    max: ratioTextOf(dosage.maxDosePerPeriod) ?? quantityTextOf(dosage.maxDosePerAdministration),
  };
};

/** Whether a line says anything at all beside its number. */
export const saysHow = (dosage: Dosage): boolean =>
  dosage.words !== null ||
  dosage.dose !== null ||
  dosage.howOften !== null ||
  dosage.asNeeded !== null ||
  dosage.forPatient !== null ||
  dosage.more.length > 0;

/** Lines in their order; those of one `sequence` are meant together. */
export const dosagesOf = (value: unknown): Dosage[] =>
  elementsOf(value)
    .toSorted((a, b) => Number(numberTextOf(a.sequence) ?? 0) - Number(numberTextOf(b.sequence) ?? 0))
    .map(dosageOf)
    .filter(saysHow);
