import { plainConditions } from './conditions.ts';
import { plainLabs } from './labs.ts';
import { plainVaccines } from './vaccines.ts';
import { plainVitals } from './vitals.ts';
import type { Words } from './words.ts';

export type Kind = 'laboratory tests' | 'vital signs' | 'vaccines' | 'conditions';

/** An entry of any kind, for whoever goes through all of them: tests, the reading level. */
export type AnyEntry = {
  readonly kind: Kind;
  readonly name: Words;
  readonly short: Words;
  /** What follows the name and the short line. */
  readonly texts: readonly Words[];
  readonly reviewed: string;
  /** Each with its code system: "cvx 03". */
  readonly codes: readonly string[];
};

const coded = (system: string, codes: readonly string[]): string[] => codes.map((code) => `${system} ${code}`);
const present = (texts: readonly (Words | null)[]): Words[] => texts.filter((text) => text !== null);

const measured = (kind: Kind, entries: typeof plainLabs): AnyEntry[] =>
  entries.map(({ loinc, name, short, measures, high, low, next, reviewed }) => ({
    kind,
    name,
    short,
    texts: present([measures, high, low, next]),
    reviewed,
    codes: coded('loinc', loinc),
  }));

/** All plain words of the portal. */
export const everyEntry: readonly AnyEntry[] = [
  ...measured('laboratory tests', plainLabs),
  ...measured('vital signs', plainVitals),
  ...plainVaccines.map(({ cvx, name, short, protects, after, next, reviewed }) => ({
    kind: 'vaccines' as const,
    name,
    short,
    texts: [protects, after, next],
    reviewed,
    codes: coded('cvx', cvx),
  })),
  ...plainConditions.map(({ snomed, icd10, name, short, what, next, call, reviewed }) => ({
    kind: 'conditions' as const,
    name,
    short,
    texts: present([what, next, call]),
    reviewed,
    codes: [...coded('snomed', snomed), ...coded('icd10', icd10)],
  })),
];
