/**
 * Reads the data types of FHIR R4 (and what senders make of them) without trusting their shape: whatever
 * is missing or of another kind is null, never an exception. Pure; the browser and the server run it.
 */
export type FhirResource = {
  readonly resourceType?: string;
  readonly id?: string;
  readonly [element: string]: unknown;
};

/** A code in a system that the portal's own words go by; `system` is the sender's address otherwise. */
export type Code = { system: string; code: string };

/** A coded concept: the words to show, and its codes. */
export type Concept = { text: string; codes: Code[] };

/** Who or where. `name` null: ask `records.listNames` for `reference` (`Type/<record id>`). */
export type Who = { name: string | null; reference: string | null };

/** FHIR dates as written, with their precision: "2019", "2019-03", "2019-03-04", or with a time. */
export type Span = { start: string | null; end: string | null };

export type Note = { text: string; by: string | null; at: string | null };

export type Element = { readonly [name: string]: unknown };

export const elementOf = (value: unknown): Element | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Element) : null;

/** The items of a list, or the one value that stands where a list could. */
const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [value]);

export const elementsOf = (value: unknown): Element[] =>
  itemsOf(value).flatMap((one): Element[] => {
    const element = elementOf(one);
    return element ? [element] : [];
  });

/** Text with something in it. */
export const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

export const textsOf = (value: unknown): string[] => itemsOf(value).flatMap((one) => textOf(one) ?? []);

/** A number as the sender wrote it (parseExact leaves some as text). */
export const numberTextOf = (value: unknown): string | null =>
  typeof value === 'number' ? String(value) : typeof value === 'string' && value !== '' ? value : null;

const systems: Readonly<Record<string, string>> = {
  'http://loinc.org': 'loinc',
  'http://snomed.info/sct': 'snomed',
  'http://www.nlm.nih.gov/research/umls/rxnorm': 'rxnorm',
  'http://hl7.org/fhir/sid/cvx': 'cvx',
  'http://hl7.org/fhir/sid/ndc': 'ndc',
  'http://hl7.org/fhir/sid/icd-10-cm': 'icd10',
  'http://hl7.org/fhir/sid/icd-10': 'icd10',
  'http://www.ama-assn.org/go/cpt': 'cpt',
};

const codesOf = (coding: unknown): { code: Code | null; display: string | null }[] =>
  elementsOf(coding).map((one) => {
    const system = textOf(one.system) ?? '';
    const code = textOf(one.code);
    return { code: code === null ? null : { system: systems[system] ?? system, code }, display: textOf(one.display) };
  });

/** Words in brackets that name the kind of a SNOMED CT concept: for terminologists, not for readers. */
const semanticTag =
  /\s*\((?:disorder|finding|procedure|regime\/therapy|situation|event|substance|physical object|qualifier value|observable entity|person|body structure|product|medicinal product|morphologic abnormality|organism|environment|occupation|record artifact|social concept|assessment scale)\)\s*$/i;

/** A CodeableConcept, a Coding, or null when it says nothing. */
export const conceptOf = (value: unknown): Concept | null => {
  const concept = elementOf(value);
  if (!concept) return null;
  const codings = codesOf(concept.coding ?? (concept.code === undefined ? [] : [concept]));
  const text =
    textOf(concept.text) ?? codings.find((one) => one.display !== null)?.display ?? codings[0]?.code?.code ?? null;
  return text === null
    ? null
    : { text: text.replace(semanticTag, '') || text, codes: codings.flatMap(({ code }) => code ?? []) };
};

export const conceptsOf = (value: unknown): Concept[] => itemsOf(value).flatMap((one) => conceptOf(one) ?? []);

/** The words of concepts. */
export const wordsOf = (value: unknown): string[] => conceptsOf(value).map(({ text }) => text);

/** First code of a concept or the plain code itself. */
export const codeIn = (value: unknown): string | null =>
  typeof value === 'string' ? textOf(value) : (conceptOf(value)?.codes[0]?.code ?? null);

export const codeOfSystem = (concept: Concept | null, system: string): string | null =>
  concept?.codes.find((one) => one.system === system)?.code ?? null;

export const spanOf = (value: unknown): Span | null => {
  const period = elementOf(value);
  const [start, end] = [textOf(period?.start), textOf(period?.end)];
  return start === null && end === null ? null : { start, end };
};

/** The first of these elements that holds a date: a dateTime, or the start of a period. */
export const whenOf = (resource: Element, ...names: string[]): string | null => {
  for (const name of names) {
    const value = resource[name];
    const found = textOf(value) ?? spanOf(value)?.start ?? null;
    if (found !== null) return found;
  }
  return null;
};

const containedOf = (resource: FhirResource, id: string): Element | null =>
  elementsOf(resource.contained).find((one) => one.id === id) ?? null;

/** The resource that a `#id` reference names. */
export const containedIn = (resource: FhirResource, reference: unknown): Element | null => {
  const text = textOf(elementOf(reference)?.reference);
  return text?.startsWith('#') ? containedOf(resource, text.slice(1)) : null;
};

/** Whom a reference names: its display, a contained resource's name, or the reference to look up. */
export const whoOf = (value: unknown, within: FhirResource = {}): Who | null => {
  const reference = elementOf(value);
  if (!reference) return null;
  const text = textOf(reference.reference);
  const contained = containedIn(within, reference);
  const name = textOf(reference.display) ?? (contained ? nameIn(contained) : null);
  const lookUp = text !== null && /^[A-Z][A-Za-z]+\/[0-9a-f-]{36}$/.test(text) ? text : null;
  return name === null && lookUp === null ? null : { name, reference: lookUp };
};

export const whosOf = (value: unknown, within: FhirResource = {}): Who[] =>
  itemsOf(value).flatMap((one) => whoOf(one, within) ?? []);

/** The record id that a reference of the stored form names. */
export const recordIdIn = (value: unknown, type?: string): string | null => {
  const text = textOf(elementOf(value)?.reference);
  const found = text === null ? null : /^([A-Z][A-Za-z]+)\/([0-9a-f-]{36})$/.exec(text);
  return found && (type === undefined || found[1] === type) ? found[2]! : null;
};

export const recordIdsIn = (value: unknown, type?: string): string[] =>
  elementsOf(value).flatMap((one) => recordIdIn(one, type) ?? []);

/** Why something was done: words of the reasons, and the names that came with references. */
export const reasonsOf = (resource: FhirResource): string[] => [
  ...wordsOf(resource.reasonCode),
  ...whosOf(resource.reasonReference).flatMap(({ name }) => name ?? []),
];

/** "Naomi Feld", with prefix and suffix; the usual or official name before others. */
export const humanNameOf = (value: unknown): string | null => {
  const rank = (name: Element): number =>
    ({ usual: 0, official: 1, old: 8, maiden: 7 })[textOf(name.use) ?? ''] ?? (spanOf(name.period)?.end ? 9 : 2);
  const [best] = elementsOf(value).toSorted((a, b) => rank(a) - rank(b));
  if (!best) return null;
  const parts = [...textsOf(best.prefix), ...textsOf(best.given), ...textsOf(best.family)].join(' ');
  const suffix = textsOf(best.suffix).join(', ');
  return textOf(best.text) ?? textOf(suffix === '' ? parts : `${parts}, ${suffix}`);
};

/** The name of any resource that people and places have: Practitioner, Organization, Location, Medication ... */
export const nameIn = (resource: Element): string | null => {
  if (Array.isArray(resource.name)) return humanNameOf(resource.name);
  const named = textOf(resource.name) ?? conceptOf(resource.code)?.text ?? textOf(resource.description);
  if (named !== null) return named;
  const practitioner = whoOf(resource.practitioner)?.name ?? null;
  return practitioner ?? whoOf(resource.organization)?.name ?? wordsOf(resource.code)[0] ?? null;
};

export const notesOf = (value: unknown): Note[] =>
  elementsOf(value).flatMap((note) => {
    const text = textOf(note.text);
    const by = textOf(note.authorString) ?? whoOf(note.authorReference)?.name ?? null;
    return text === null ? [] : [{ text, by, at: textOf(note.time) }];
  });

/** "5 mg", "<10 mL". UCUM codes without a unit's words are shown as they are; "1" and annotations are no words. */
export const quantityTextOf = (value: unknown): string | null => {
  const quantity = elementOf(value);
  const number = numberTextOf(quantity?.value);
  if (!quantity || number === null) return null;
  const unit = textOf(quantity.unit) ?? textOf(quantity.code);
  const words = unit === null || unit === '1' || /^\{.*\}$/.test(unit) ? '' : ` ${unit}`;
  return `${textOf(quantity.comparator) ?? ''}${number}${words}`;
};

/** "2 to 4 mg" of a Range; one end alone says "from" or "up to". */
export const rangeTextOf = (value: unknown): string | null => {
  const range = elementOf(value);
  const [low, high] = [quantityTextOf(range?.low), quantityTextOf(range?.high)];
  if (low !== null && high !== null) return `${low} – ${high}`;
  return low === null ? (high === null ? null : `≤ ${high}`) : `≥ ${low}`;
};

export type Money = { amount: string; currency: string };

/** An amount with two decimals, as money is read. */
export const moneyOf = (value: unknown): Money | null => {
  const money = elementOf(value);
  const number = numberTextOf(money?.value);
  if (number === null || !Number.isFinite(Number(number))) return null;
  return { amount: Number(number).toFixed(2), currency: textOf(money?.currency) ?? textOf(money?.code) ?? 'USD' };
};

/** What an element of a choice type (value[x]) says, as text; null when it is of a kind that has no words. */
export const choiceTextOf = (element: Element, prefix: string): string | null => {
  for (const name of Object.keys(element)) {
    const kind = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    if (!/^[A-Z]/.test(kind)) continue;
    const value = element[name];
    if (typeof value === 'boolean') return value ? 'Yes' : 'No';
    const found = kind === 'Coding' || kind === 'CodeableConcept' ? conceptOf(value)?.text : plainChoiceOf(value);
    if (found) return found;
  }
  return null;
};

const plainChoiceOf = (value: unknown): string | null =>
  numberTextOf(value) ??
  quantityTextOf(value) ??
  rangeTextOf(value) ??
  spanTextOf(spanOf(value)) ??
  textOf(elementOf(value)?.display);

const spanTextOf = (span: Span | null): string | null =>
  span === null ? null : span.end === null ? span.start : `${span.start ?? ''} – ${span.end}`;

/** Entered in error: it never was so, whatever else it says. */
export const isMistake = (resource: Element): boolean =>
  resource.status === 'entered-in-error' || codeIn(resource.verificationStatus) === 'entered-in-error';

/** What every entry of a record has. */
export type Entry = {
  /** Record id; null for what stands inside another resource. */
  id: string | null;
  /** Entered in error: shown struck out, or not counted, never as true. */
  withdrawn: boolean;
  /** The visit it belongs to, by record id. */
  visitId: string | null;
  notes: Note[];
};

export const entryOf = (resource: FhirResource): Entry => ({
  id: textOf(resource.id),
  withdrawn: isMistake(resource),
  visitId: recordIdIn(resource.encounter, 'Encounter'),
  notes: notesOf(resource.note),
});
