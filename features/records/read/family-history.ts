import {
  choiceTextOf,
  conceptOf,
  elementsOf,
  entryOf,
  notesOf,
  textOf,
  wordsOf,
  type Concept,
  type Entry,
  type FhirResource,
  type Note,
} from './elements.ts';

export type FamilyHistory = Entry & {
  relation: string;
  name: string | null;
  sex: string | null;
  state: 'complete' | 'partial' | 'unknown' | 'withdrawn';
  born: string | null;
  age: string | null;
  /** "Yes", or at what age or date. */
  died: string | null;
  at: string | null;
  reasons: string[];
  conditions: {
    name: string;
    concept: Concept | null;
    outcome: string | null;
    since: string | null;
    causedDeath: boolean;
    notes: Note[];
  }[];
};

export const readFamilyHistory = (resource: FhirResource): FamilyHistory => {
  const status = textOf(resource.status);
  return {
    ...entryOf(resource),
    relation: conceptOf(resource.relationship)?.text ?? '',
    name: textOf(resource.name),
    sex: conceptOf(resource.sex)?.text ?? null,
    state:
      status === 'entered-in-error'
        ? 'withdrawn'
        : status === 'completed'
          ? 'complete'
          : status === 'partial'
            ? 'partial'
            : 'unknown',
    born: choiceTextOf(resource, 'born'),
    age: choiceTextOf(resource, 'age'),
    died: choiceTextOf(resource, 'deceased'),
    at: textOf(resource.date),
    reasons: wordsOf(resource.reasonCode),
    conditions: elementsOf(resource.condition).map((one) => ({
      name: conceptOf(one.code)?.text ?? '',
      concept: conceptOf(one.code),
      outcome: conceptOf(one.outcome)?.text ?? null,
      since: choiceTextOf(one, 'onset'),
      causedDeath: one.contributedToDeath === true,
      notes: notesOf(one.note),
    })),
  };
};
