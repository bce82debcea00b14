import { dosagesOf, type Dosage } from './dosage.ts';
import {
  codeIn,
  codeOfSystem,
  conceptOf,
  conceptsOf,
  containedIn,
  elementOf,
  elementsOf,
  entryOf,
  numberTextOf,
  quantityTextOf,
  reasonsOf,
  recordIdsIn,
  spanOf,
  textOf,
  whenOf,
  whoOf,
  wordsOf,
  type Concept,
  type Entry,
  type FhirResource,
  type Span,
  type Who,
} from './elements.ts';

/** What a record says about a medicine: it was prescribed, is taken, was handed out, or was given. */
export type MedicineKind = 'prescribed' | 'statement' | 'dispensed' | 'given';

/**
 * `active`: taken now as far as this record says. `ended`: completed, stopped, cancelled or its time is over.
 * `planned`: drafts and plans. `not-taken`: the source itself says that it is not taken.
 */
export type MedicineState = 'active' | 'on-hold' | 'ended' | 'planned' | 'not-taken' | 'withdrawn' | 'unknown';

export type Medicine = Entry & {
  kind: MedicineKind;
  /** Null: look up `medication` (a reference to a shared Medication). */
  name: string | null;
  medication: Who | null;
  concept: Concept | null;
  rxnorm: string | null;
  state: MedicineState;
  /** FHIR status as sent. */
  status: string | null;
  statusReasons: string[];
  /** Prescribed, stated, handed out or given at; the date that stands beside it ("as of"). */
  at: string | null;
  span: Span | null;
  dosages: Dosage[];
  /** For what, in words; conditions by record id in `reasonIds`. */
  reasons: string[];
  reasonIds: string[];
  by: Who | null;
  quantity: string | null;
  /** Days that one supply lasts, and how often it may be filled again. */
  supply: string | null;
  refills: string | null;
  category: string[];
  /** A proposal or plan is no prescription. */
  isProposal: boolean;
  /** The order says NOT to take it. */
  doNotTake: boolean;
  /** Reported by somebody, not ordered here. */
  reported: boolean;
  priority: string | null;
  /** Whether another product may be handed out; null: not said. */
  maySubstitute: boolean | null;
};

const kinds: Readonly<Record<string, MedicineKind>> = {
  MedicationRequest: 'prescribed',
  MedicationStatement: 'statement',
  MedicationDispense: 'dispensed',
  MedicationAdministration: 'given',
};

const stateOf = (kind: MedicineKind, status: string | null, end: string | null, now: Date): MedicineState => {
  if (status === 'entered-in-error') return 'withdrawn';
  if (status === 'not-taken') return 'not-taken';
  if (status === 'on-hold' || status === 'held') return 'on-hold';
  if (['stopped', 'completed', 'cancelled', 'not-done', 'declined'].includes(status ?? '')) return 'ended';
  if (['draft', 'intended', 'preparation'].includes(status ?? '')) return 'planned';
  if (kind === 'given' || kind === 'dispensed') return status === 'in-progress' ? 'active' : 'unknown';
  if (status !== 'active') return 'unknown';
  return end !== null && isOver(end, now) ? 'ended' : 'active';
};

/** Whether a FHIR date is over: a day ends with itself, a month and a year too. */
export const isOver = (date: string, now: Date): boolean =>
  date < now.toISOString().slice(0, Math.min(date.length, 10));

/** Reads any of the four medication resources. */
export const readMedicine = (resource: FhirResource, now: Date = new Date()): Medicine => {
  const kind = kinds[resource.resourceType ?? ''] ?? 'statement';
  const contained = containedIn(resource, resource.medicationReference);
  const concept = conceptOf(resource.medicationCodeableConcept) ?? (contained ? conceptOf(contained.code) : null);
  const medication = whoOf(resource.medicationReference, resource);
  const status = textOf(resource.status);
  const dosages = dosagesOf(
    resource.dosageInstruction ?? (Array.isArray(resource.dosage) ? resource.dosage : [resource.dosage]),
  );
  const dispense = elementOf(resource.dispenseRequest);
  const span =
    spanOf(resource.effectivePeriod) ??
    dosages.find((dosage) => dosage.span !== null)?.span ??
    spanOf(dispense?.validityPeriod);
  const intent = textOf(resource.intent);
  const takenUntil = spanOf(resource.effectivePeriod)?.end ?? dosages.find((one) => one.span?.end)?.span?.end ?? null;
  return {
    ...entryOf(resource),
    visitId: entryOf(resource).visitId ?? recordIdsIn(resource.context, 'Encounter')[0] ?? null,
    kind,
    name: concept?.text ?? medication?.name ?? null,
    medication,
    concept,
    rxnorm: codeOfSystem(concept, 'rxnorm'),
    state: stateOf(kind, status, takenUntil, now),
    status,
    statusReasons: wordsOf(resource.statusReason ?? resource.statusReasonCodeableConcept),
    at: whenOf(
      resource,
      'authoredOn',
      'effectiveDateTime',
      'effectivePeriod',
      'whenHandedOver',
      'whenPrepared',
      'dateAsserted',
    ),
    span: span ?? null,
    dosages,
    reasons: reasonsOf(resource),
    reasonIds: recordIdsIn(resource.reasonReference),
    by:
      whoOf(resource.requester, resource) ??
      whoOf(resource.informationSource, resource) ??
      elementsOf(resource.performer).map((one) => whoOf(one.actor ?? one, resource))[0] ??
      whoOf(resource.recorder, resource),
    quantity: quantityTextOf(dispense?.quantity) ?? quantityTextOf(resource.quantity),
    supply: quantityTextOf(dispense?.expectedSupplyDuration) ?? quantityTextOf(resource.daysSupply),
    refills: numberTextOf(dispense?.numberOfRepeatsAllowed),
    category: conceptsOf(resource.category).map(({ text }) => text),
    isProposal: intent === 'proposal' || intent === 'plan',
    doNotTake: resource.doNotPerform === true,
    reported: resource.reportedBoolean === true || resource.reportedReference !== undefined,
    priority: codeIn(resource.priority),
    maySubstitute: substitutionOf(elementOf(resource.substitution)),
  };
};

const substitutionOf = (substitution: ReturnType<typeof elementOf>): boolean | null => {
  if (!substitution) return null;
  const allowed = substitution.allowedBoolean ?? substitution.wasSubstituted;
  return typeof allowed === 'boolean' ? allowed : null;
};
