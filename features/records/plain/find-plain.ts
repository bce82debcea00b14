type Coding = { readonly system?: string | undefined; readonly code?: string | undefined };

const index = <E>(entries: readonly E[], codesOf: (entry: E) => readonly string[]): Map<string, E> =>
  new Map(entries.flatMap((entry) => codesOf(entry).map((code) => [code, entry] as const)));

/** Finds laboratory tests and vital signs by their LOINC code. */
export const byLoinc = <E extends { readonly loinc: readonly string[] }>(entries: readonly E[]) => {
  const found = index(entries, ({ loinc }) => loinc);
  return (loinc: string | null): E | undefined => (loinc === null ? undefined : found.get(loinc));
};

/** Finds vaccines by their CVX code; "3" and "03" are the same code. */
export const byCvx = <E extends { readonly cvx: readonly string[] }>(entries: readonly E[]) => {
  const found = index(entries, ({ cvx }) => cvx);
  return (cvx: string | null): E | undefined => (cvx === null ? undefined : found.get(cvx.trim().padStart(2, '0')));
};

const snomedSystem = 'http://snomed.info/sct';
const icd10System = 'http://hl7.org/fhir/sid/icd-10-cm';
/** An ICD-10-CM category, "E11": shorter codes mean chapters and find nothing. */
const categoryLength = 3;

/**
 * Finds conditions by their SNOMED CT code, else by ICD-10-CM: the longest of our codes that begins the
 * given one, so that E11.65 finds E11.
 */
export const byCondition = <E extends { readonly snomed: readonly string[]; readonly icd10: readonly string[] }>(
  entries: readonly E[],
) => {
  const bySnomed = index(entries, ({ snomed }) => snomed);
  const byIcd10 = index(entries, ({ icd10 }) => icd10);
  const findIcd10 = (code: string): E | undefined => {
    for (let length = code.length; length >= categoryLength; length -= 1) {
      const entry = byIcd10.get(code.slice(0, length));
      if (entry) return entry;
    }
    return undefined;
  };
  return (codings: readonly Coding[]): E | undefined => {
    const codesOf = (system: string): string[] =>
      codings.flatMap((coding) => (coding.system === system && coding.code ? [coding.code] : []));
    for (const code of codesOf(snomedSystem)) if (bySnomed.has(code)) return bySnomed.get(code);
    for (const code of codesOf(icd10System)) {
      const entry = findIcd10(code.toUpperCase());
      if (entry) return entry;
    }
    return undefined;
  };
};
