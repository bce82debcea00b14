/**
 * The parts of FHIR R4 that the portal reads. Decimals may be strings: `parseExact` keeps their text.
 */
export type Decimal = number | string;
export type FhirCoding = { system?: string; code?: string; display?: string };
export type FhirCodeableConcept = { coding?: FhirCoding[]; text?: string };
export type FhirQuantity = {
  value?: Decimal;
  comparator?: string;
  unit?: string;
  system?: string;
  code?: string;
};
export type FhirReference = { reference?: string; display?: string };
export type FhirPeriod = { start?: string; end?: string };

export type FhirReferenceRange = {
  low?: FhirQuantity;
  high?: FhirQuantity;
  type?: FhirCodeableConcept;
  appliesTo?: FhirCodeableConcept[];
  age?: unknown;
  text?: string;
};

export type FhirObservation = {
  resourceType?: string;
  id?: string;
  status?: string;
  category?: FhirCodeableConcept[];
  code?: FhirCodeableConcept;
  subject?: FhirReference;
  effectiveDateTime?: string;
  effectiveInstant?: string;
  effectivePeriod?: FhirPeriod;
  issued?: string;
  performer?: FhirReference[];
  valueQuantity?: FhirQuantity;
  valueCodeableConcept?: FhirCodeableConcept;
  valueString?: string;
  valueBoolean?: boolean;
  valueInteger?: Decimal;
  valueRange?: { low?: FhirQuantity; high?: FhirQuantity };
  valueRatio?: { numerator?: FhirQuantity; denominator?: FhirQuantity };
  valueTime?: string;
  valueDateTime?: string;
  valuePeriod?: FhirPeriod;
  dataAbsentReason?: FhirCodeableConcept;
  interpretation?: FhirCodeableConcept[];
  note?: { text?: string }[];
  referenceRange?: FhirReferenceRange[];
  hasMember?: FhirReference[];
  component?: FhirObservation[];
};

export type FhirDiagnosticReport = {
  resourceType?: string;
  id?: string;
  status?: string;
  code?: FhirCodeableConcept;
  category?: FhirCodeableConcept[];
  effectiveDateTime?: string;
  effectivePeriod?: FhirPeriod;
  issued?: string;
  performer?: FhirReference[];
  resultsInterpreter?: FhirReference[];
  result?: FhirReference[];
  conclusion?: string;
};

/** The code of one system, or null. */
export const codeOf = (concept: FhirCodeableConcept | undefined, system: string): string | null =>
  concept?.coding?.find((coding) => coding.system === system)?.code ?? null;

/** The words of a concept: its text, else the first display. */
export const textOf = (concept: FhirCodeableConcept | undefined): string | null =>
  concept?.text ?? concept?.coding?.find((coding) => coding.display)?.display ?? concept?.coding?.[0]?.code ?? null;

/** "5.90 mg/dL", "<0.01 ng/mL", or "". */
export const quantityText = (quantity: FhirQuantity | undefined): string =>
  quantity?.value === undefined
    ? ''
    : `${quantity.comparator ?? ''}${quantity.value}${(quantity.unit ?? quantity.code) ? ` ${quantity.unit ?? quantity.code}` : ''}`;
