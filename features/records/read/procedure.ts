import {
  choiceTextOf,
  codeOfSystem,
  conceptOf,
  elementsOf,
  entryOf,
  reasonsOf,
  textOf,
  whenOf,
  whoOf,
  wordsOf,
  type Concept,
  type Entry,
  type FhirResource,
  type Who,
} from './elements.ts';

export type Procedure = Entry & {
  name: string;
  concept: Concept | null;
  snomed: string | null;
  state: 'done' | 'in-progress' | 'planned' | 'not-done' | 'stopped' | 'withdrawn' | 'unknown';
  /** When it began (FHIR date); `when`: the whole span, or the sender's words for it ("in childhood"). */
  at: string | null;
  when: string | null;
  category: string | null;
  by: (Who & { role: string | null })[];
  place: Who | null;
  reasons: string[];
  bodySites: string[];
  outcome: string | null;
  complications: string[];
  followUp: string[];
  statusReason: string | null;
  /** Devices put in, taken out or changed. */
  devices: { action: string | null; device: Who | null }[];
};

const states: Readonly<Record<string, Procedure['state']>> = {
  completed: 'done',
  'in-progress': 'in-progress',
  'on-hold': 'in-progress',
  preparation: 'planned',
  'not-done': 'not-done',
  stopped: 'stopped',
  'entered-in-error': 'withdrawn',
};

export const readProcedure = (resource: FhirResource): Procedure => {
  const concept = conceptOf(resource.code);
  return {
    ...entryOf(resource),
    name: concept?.text ?? '',
    concept,
    snomed: codeOfSystem(concept, 'snomed'),
    state: states[textOf(resource.status) ?? ''] ?? 'unknown',
    at: whenOf(resource, 'performedDateTime', 'performedPeriod'),
    when: choiceTextOf(resource, 'performed'),
    category: conceptOf(resource.category)?.text ?? null,
    by: elementsOf(resource.performer).flatMap((one) => {
      const who = whoOf(one.actor, resource);
      return who ? [{ ...who, role: conceptOf(one.function)?.text ?? null }] : [];
    }),
    place: whoOf(resource.location, resource),
    reasons: reasonsOf(resource),
    bodySites: wordsOf(resource.bodySite),
    outcome: conceptOf(resource.outcome)?.text ?? null,
    complications: wordsOf(resource.complication),
    followUp: wordsOf(resource.followUp),
    statusReason: conceptOf(resource.statusReason)?.text ?? null,
    devices: elementsOf(resource.focalDevice).map((one) => ({
      action: conceptOf(one.action)?.text ?? null,
      device: whoOf(one.manipulated, resource),
    })),
  };
};
