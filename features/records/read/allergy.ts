import {
  choiceTextOf,
  codeIn,
  conceptOf,
  elementsOf,
  entryOf,
  textOf,
  textsOf,
  whenOf,
  whoOf,
  wordsOf,
  type Concept,
  type Entry,
  type FhirResource,
  type Who,
} from './elements.ts';

export type AllergyReaction = {
  what: string[];
  substance: string | null;
  severity: string | null;
  at: string | null;
  words: string | null;
};

export type Allergy = Entry & {
  name: string;
  concept: Concept | null;
  /** `none-known`: the source says that there is no known allergy (of this kind): no allergy, and worth saying. */
  state: 'active' | 'inactive' | 'resolved' | 'refuted' | 'none-known' | 'withdrawn' | 'unknown';
  /** Not confirmed: shown as "not confirmed". */
  certain: boolean;
  type: 'allergy' | 'intolerance' | null;
  categories: string[];
  /** "high": can be dangerous. */
  criticality: 'low' | 'high' | 'unable-to-assess' | null;
  reactions: AllergyReaction[];
  /** The worst severity among the reactions. */
  worst: 'mild' | 'moderate' | 'severe' | null;
  since: string | null;
  recordedAt: string | null;
  lastAt: string | null;
  by: Who | null;
};

/** SNOMED CT codes that say "none", not "an allergy to". */
const noneKnown = new Set(['716186003', '409137002', '429625007', '428607008', '428197003', '1003774007']);

export const readAllergy = (resource: FhirResource): Allergy => {
  const concept = conceptOf(resource.code);
  const entry = entryOf(resource);
  const verification = codeIn(resource.verificationStatus);
  const clinical = codeIn(resource.clinicalStatus);
  const reactions = elementsOf(resource.reaction).map((one) => ({
    what: wordsOf(one.manifestation),
    substance: conceptOf(one.substance)?.text ?? null,
    severity: textOf(one.severity),
    at: textOf(one.onset),
    words: textOf(one.description),
  }));
  const state = (): Allergy['state'] => {
    if (entry.withdrawn) return 'withdrawn';
    if (verification === 'refuted') return 'refuted';
    if (concept?.codes.some(({ code }) => noneKnown.has(code))) return 'none-known';
    if (clinical === 'inactive' || clinical === 'resolved' || clinical === 'active') return clinical;
    return 'unknown';
  };
  const name = concept?.text ?? reactions.find((one) => one.substance !== null)?.substance ?? '';
  return {
    ...entry,
    name,
    concept,
    state: state(),
    certain: verification === 'confirmed' || verification === null,
    type: resource.type === 'allergy' || resource.type === 'intolerance' ? resource.type : null,
    categories: textsOf(resource.category),
    criticality: ['low', 'high', 'unable-to-assess'].includes(textOf(resource.criticality) ?? '')
      ? (resource.criticality as Allergy['criticality'])
      : null,
    reactions,
    worst:
      (['severe', 'moderate', 'mild'] as const).find((one) => reactions.some(({ severity }) => severity === one)) ??
      null,
    since: choiceTextOf(resource, 'onset'),
    recordedAt: whenOf(resource, 'recordedDate'),
    lastAt: textOf(resource.lastOccurrence),
    by: whoOf(resource.asserter, resource) ?? whoOf(resource.recorder, resource),
  };
};
