import type { Concept } from '../../../read/elements.ts';

const systems: Readonly<Record<string, string>> = {
  snomed: 'http://snomed.info/sct',
  icd10: 'http://hl7.org/fhir/sid/icd-10-cm',
};

/** Codes of a concept as the plain words are looked up by. */
export const codingsOf = (concept: Concept | null): { system: string; code: string }[] =>
  (concept?.codes ?? []).map(({ system, code }) => ({ system: systems[system] ?? system, code }));
