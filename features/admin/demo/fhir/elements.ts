/** Small parts of FHIR R4 resources. */
export type Resource = { resourceType: string; id: string; [element: string]: unknown };
export type Concept = {
  coding?: { system: string; code: string; display: string }[];
  text: string;
};

export const systems = {
  loinc: 'http://loinc.org',
  snomed: 'http://snomed.info/sct',
  icd10: 'http://hl7.org/fhir/sid/icd-10-cm',
  rxnorm: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  cvx: 'http://hl7.org/fhir/sid/cvx',
  ucum: 'http://unitsofmeasure.org',
} as const;

/** One code of a system, with the words people read. */
export const concept = (system: keyof typeof systems, code: string, display: string, text = display): Concept => ({
  coding: [{ system: systems[system], code, display }],
  text,
});

/** A code of HL7's own tables. */
export const hl7 = (codeSystem: string, code: string, display: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${codeSystem}`, code, display }],
});

/** A decimal that keeps its zeros: 5.90 stays 5.90. */
export const exact = (value: number, decimals: number): number =>
  (JSON as unknown as { rawJSON(text: string): number }).rawJSON(value.toFixed(decimals));

export const quantity = (value: number, decimals: number, unit: string, ucum = unit) => ({
  value: exact(value, decimals),
  unit,
  system: systems.ucum,
  code: ucum,
});

export const dollars = (value: number) => ({ value: exact(value, 2), currency: 'USD' });
