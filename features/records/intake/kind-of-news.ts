import type { FhirCodeableConcept } from '../fhir-shapes.ts';
import { isKnownLab } from '../plain/known-codes.ts';
import type { CheckedResource } from './r4-check.ts';

/**
 * Which kind of news a resource is, as far as its sender says. A patient's choice of timing goes by this, so what says
 * too little is never called harmless: `undefined` here becomes 'unclear', which waits by any of her choices.
 */
export type Coding = { system?: string; code: string };

const wordsOf = (text: string): string[] => text.trim().split(/\s+/);

const conceptsIn = (value: unknown): FhirCodeableConcept[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]) as FhirCodeableConcept[];

export const codingsIn = (value: unknown): Coding[] =>
  conceptsIn(value).flatMap((concept) =>
    (concept.coding ?? []).flatMap(({ system, code }) =>
      code ? [{ ...(system ? { system } : {}), code: code.toLowerCase() }] : [],
    ),
  );

const textsIn = (value: unknown): string =>
  conceptsIn(value)
    .flatMap((concept) => [concept.text, ...(concept.coding ?? []).map(({ display }) => display)])
    .filter(Boolean)
    .join('; ');

/** HL7 table 0074 and the categories of observations. */
const laboratorySections = new Set(
  wordsOf('lab laboratory bg blb ch cg cp ge hm imm mb mcb myc osl par sp sr tx urn vr'),
);
const otherSections = new Set(
  wordsOf('imaging img rad rx ct cus cth nmr nms ous rus vus xrc ec en pf au rc rt icu nrs phy pt phr'),
);

/** Sections and documents of LOINC, and of SNOMED CT, whose class is laboratory or pathology. */
const laboratoryDocuments = new Set(
  wordsOf(`26436-6 26437-4 26438-2 26435-8 18717-9 18718-7 18719-5 18720-3 18721-1 18722-9 18723-7 18724-5 18725-2
    18727-8 18728-6 18729-4 18767-4 18768-2 18769-0 11502-2 11526-1 11529-5 27898-6 60567-5 22034-3 22635-7 22636-5 22637-3
    34574-4 33717-0 33718-8 50398-7 51969-4 55752-0 56874-1 81247-9 lp7839-6 lp29693-6
    108252007 15220000 4241000179101 371528001 252416005 394595002 394596001 394916005 408454008`),
);
const imagingDocuments = new Set(
  wordsOf('18748-4 18726-0 18755-9 18760-9 68604-8 lp29684-5 lp29708-2 363679005 4201000179104 394914008'),
);

const isOfTable0074 = ({ system }: Coding): boolean =>
  system === undefined || /0074|diagnostic-service|observation-category/i.test(system);
const isPlainLab = ({ code }: Coding): boolean => code === 'lab' || code === 'laboratory';

const laboratoryWords =
  /\blab(?:s|orator\w*)?\b|\b(?:patholog|patolog|histolog|cytolog|citolog|biops|ha?ematolog|microbiolog|serolog|virolog|toxicolog|urinalys|cytogenetic|molecular gen|genetic test|blood (?:bank|gas)|(?:clinical )?chemistry)/i;
const imagingWords =
  /\b(?:imaging|radiolog|x-?ray|ultrasound|mammogra|tomogra|magnetic resonance|imagen|radiograf|ecograf)/i;

const saysLaboratory = (concepts: unknown): boolean =>
  codingsIn(concepts).some(
    (one) =>
      isPlainLab(one) || (isOfTable0074(one) && laboratorySections.has(one.code)) || laboratoryDocuments.has(one.code),
  ) || laboratoryWords.test(textsIn(concepts));

const saysOther = (concepts: unknown): boolean =>
  codingsIn(concepts).some((one) => otherSections.has(one.code) || imagingDocuments.has(one.code)) ||
  imagingWords.test(textsIn(concepts));

const loincsOf = (value: unknown): string[] =>
  codingsIn(value).flatMap(({ system, code }) => (system === 'http://loinc.org' ? [code] : []));

const isLabCode = (value: unknown): boolean => loincsOf(value).some((code) => isKnownLab(code));

/** LOINC's own long names say what was measured, in what: "Potassium [Moles/volume] in Serum or Plasma". */
const labName =
  /\bin (?:[\w-]+ ){0,3}(?:serum|plasma|blood|urine|stool|saliva|sputum|semen|isolate|tissue|specimen|fluid)\b/i;

const isFilled = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

/** Categories of observations that are no results. */
const noResults = new Set(
  wordsOf(`social-history survey exam therapy activity procedure sdoh functional-status disability-status cognitive-status
    treatment-intervention-preference care-experience-preference observation-adi-documentation`),
);

export type ObservationKind = 'laboratory' | 'imaging' | 'vital' | 'finding';

/** Vital signs of US Core, for senders that give no category. */
const vitalCodes = new Set(
  wordsOf(`85353-1 85354-9 8480-6 8462-4 8867-4 9279-1 8310-5 2708-6 59408-5 29463-7 3141-9 8302-2 8306-3 39156-5 59576-9
    9843-4 8289-1 8287-5 77606-2`),
);

/** By its category; where that says nothing, by its code, its sample and its shape. */
export const kindOfObservation = (resource: CheckedResource): ObservationKind | undefined => {
  const { category } = resource;
  const codes = codingsIn(category).map(({ code }) => code);
  if (saysLaboratory(category)) return 'laboratory';
  if (saysOther(category)) return 'imaging';
  if (codes.includes('vital-signs')) return 'vital';
  if (resource.specimen !== undefined) return 'laboratory';
  if (codes.some((code) => noResults.has(code))) return 'finding';
  if (isLabCode(resource.code)) return 'laboratory';
  if (loincsOf(resource.code).some((code) => vitalCodes.has(code))) return 'vital';
  if (labName.test(textsIn(resource.code))) return 'laboratory';
  return isFilled(resource.interpretation) || isFilled(resource.referenceRange) ? 'laboratory' : undefined;
};

/** A report is a laboratory's by its category, its own code, or the samples that it names. */
export const kindOfReport = (resource: CheckedResource): 'laboratory' | 'reports' | undefined => {
  const { category, code } = resource;
  if (saysLaboratory(category) || isFilled(resource.specimen)) return 'laboratory';
  if (saysOther(category)) return 'reports';
  if (saysLaboratory(code) || isLabCode(code) || labName.test(textsIn(code))) return 'laboratory';
  return saysOther(code) || isFilled(resource.imagingStudy) ? 'reports' : undefined;
};

/** A note of a specialty that works with samples is a note all the same. */
const noteWords = /\b(?:note|consult|referral|letter|speech|nota|carta|interconsulta)/i;

/** A document is a note, unless its type or category says that a laboratory's or an imaging report stands in it. */
export const kindOfDocument = (resource: CheckedResource): 'laboratory' | 'reports' | 'notes' | undefined => {
  const said = [...conceptsIn(resource.type), ...conceptsIn(resource.category)];
  const words = textsIn(said);
  const isNamed = codingsIn(said).length > 0 || words !== '';
  if (!isNamed) return undefined;
  const isNote = noteWords.test(textsIn(resource.type));
  const codes = codingsIn(said);
  if (codes.some((one) => isPlainLab(one) || laboratoryDocuments.has(one.code))) return 'laboratory';
  if (codes.some(({ code }) => imagingDocuments.has(code))) return 'reports';
  if (!isNote && laboratoryWords.test(words)) return 'laboratory';
  return !isNote && imagingWords.test(words) ? 'reports' : 'notes';
};
