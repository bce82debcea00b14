import {
  choiceTextOf,
  codeIn,
  codeOfSystem,
  conceptOf,
  conceptsOf,
  elementsOf,
  entryOf,
  whenOf,
  whoOf,
  wordsOf,
  type Concept,
  type Entry,
  type FhirResource,
  type Who,
} from './elements.ts';

export type Condition = Entry & {
  name: string;
  concept: Concept | null;
  snomed: string | null;
  icd10: string | null;
  state: 'active' | 'recurrence' | 'remission' | 'resolved' | 'refuted' | 'withdrawn' | 'unknown';
  /** Provisional, differential or unconfirmed. */
  certain: boolean;
  /** A diagnosis of one visit, an entry of the problem list, or a concern. */
  kind: 'problem' | 'visit' | 'concern' | 'other';
  categories: string[];
  severity: string | null;
  bodySites: string[];
  stages: string[];
  /** As written: a date, an age ("3 a"), or words. */
  since: string | null;
  until: string | null;
  recordedAt: string | null;
  evidence: string[];
  by: Who | null;
};

const kindOf = (categories: readonly Concept[]): Condition['kind'] => {
  const codes = categories.flatMap((one) => one.codes.map(({ code }) => code));
  if (codes.includes('problem-list-item')) return 'problem';
  if (codes.includes('encounter-diagnosis')) return 'visit';
  return codes.includes('health-concern') ? 'concern' : 'other';
};

export const readCondition = (resource: FhirResource): Condition => {
  const entry = entryOf(resource);
  const concept = conceptOf(resource.code);
  const verification = codeIn(resource.verificationStatus);
  const clinical = codeIn(resource.clinicalStatus);
  const categories = conceptsOf(resource.category);
  const until = choiceTextOf(resource, 'abatement');
  const state = (): Condition['state'] => {
    if (entry.withdrawn) return 'withdrawn';
    if (verification === 'refuted') return 'refuted';
    if (clinical === 'active' || clinical === 'remission' || clinical === 'resolved') return clinical;
    if (clinical === 'relapse' || clinical === 'recurrence') return 'recurrence';
    if (clinical === 'inactive') return 'resolved';
    return until === null ? 'unknown' : 'resolved';
  };
  return {
    ...entry,
    name: concept?.text ?? '',
    concept,
    snomed: codeOfSystem(concept, 'snomed'),
    icd10: codeOfSystem(concept, 'icd10'),
    state: state(),
    certain: verification === 'confirmed' || verification === null,
    kind: kindOf(categories),
    categories: categories.map(({ text }) => text),
    severity: conceptOf(resource.severity)?.text ?? null,
    bodySites: wordsOf(resource.bodySite),
    stages: elementsOf(resource.stage).flatMap((one) => wordsOf(one.summary)),
    since: choiceTextOf(resource, 'onset'),
    until,
    recordedAt: whenOf(resource, 'recordedDate'),
    evidence: elementsOf(resource.evidence).flatMap((one) => wordsOf(one.code)),
    by: whoOf(resource.asserter, resource) ?? whoOf(resource.recorder, resource),
  };
};
