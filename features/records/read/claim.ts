import {
  conceptOf,
  elementOf,
  elementsOf,
  entryOf,
  moneyOf,
  numberTextOf,
  recordIdIn,
  recordIdsIn,
  spanOf,
  textOf,
  whenOf,
  whoOf,
  wordsOf,
  type Element,
  type Entry,
  type FhirResource,
  type Money,
  type Span,
  type Who,
} from './elements.ts';

export type ClaimLine = {
  what: string;
  net: Money | null;
  span: Span | null;
  place: string | null;
  /** What was decided about the line: "Line Provider Payment Amount", 112.42. */
  decisions: { what: string; amount: Money | null }[];
  visitId: string | null;
};

/** A Claim (asked for), or an ExplanationOfBenefit or ClaimResponse (decided). */
export type Claim = Entry & {
  kind: 'claim' | 'decision' | 'other';
  type: string | null;
  use: string | null;
  state: 'active' | 'cancelled' | 'draft' | 'withdrawn' | 'unknown';
  outcome: string | null;
  words: string | null;
  at: string | null;
  span: Span | null;
  provider: Who | null;
  insurer: Who | null;
  insurance: string[];
  priority: string | null;
  lines: ClaimLine[];
  totals: { what: string; amount: Money }[];
  total: Money | null;
  paid: Money | null;
  paidAt: string | null;
  people: (Who & { role: string | null })[];
  diagnosisIds: string[];
  diagnoses: string[];
  procedureIds: string[];
  prescriptionId: string | null;
  claimId: string | null;
};

const kinds: Readonly<Record<string, Claim['kind']>> = {
  Claim: 'claim',
  ExplanationOfBenefit: 'decision',
  ClaimResponse: 'decision',
};

const states: Readonly<Record<string, Claim['state']>> = {
  active: 'active',
  cancelled: 'cancelled',
  draft: 'draft',
  'entered-in-error': 'withdrawn',
};

const lineOf = (line: Element): ClaimLine => {
  const day = textOf(line.servicedDate);
  return {
    what: conceptOf(line.productOrService)?.text ?? conceptOf(line.category)?.text ?? '',
    net: moneyOf(line.net) ?? moneyOf(line.unitPrice),
    span: spanOf(line.servicedPeriod) ?? (day === null ? null : { start: day, end: null }),
    place: conceptOf(line.locationCodeableConcept)?.text ?? null,
    decisions: elementsOf(line.adjudication).map((one) => ({
      what: conceptOf(one.category)?.text ?? '',
      amount: moneyOf(one.amount),
    })),
    visitId: recordIdsIn(line.encounter, 'Encounter')[0] ?? null,
  };
};

const inSequence = (items: unknown): Element[] =>
  elementsOf(items).toSorted((a, b) => Number(numberTextOf(a.sequence) ?? 0) - Number(numberTextOf(b.sequence) ?? 0));

export const readClaim = (resource: FhirResource): Claim => {
  const payment = elementOf(resource.payment);
  const diagnoses = inSequence(resource.diagnosis);
  return {
    ...entryOf(resource),
    kind: kinds[resource.resourceType ?? ''] ?? 'other',
    type: conceptOf(resource.type)?.text ?? null,
    use: textOf(resource.use),
    state: states[textOf(resource.status) ?? ''] ?? 'unknown',
    outcome: textOf(resource.outcome),
    words: textOf(resource.disposition),
    at: whenOf(resource, 'created', 'billablePeriod', 'date'),
    span: spanOf(resource.billablePeriod),
    provider: whoOf(resource.provider, resource),
    insurer: whoOf(resource.insurer, resource),
    insurance: elementsOf(resource.insurance).flatMap((one) => whoOf(one.coverage, resource)?.name ?? []),
    priority: conceptOf(resource.priority)?.text ?? null,
    lines: inSequence(resource.item).map(lineOf),
    totals: elementsOf(resource.total).flatMap((one) => {
      const amount = moneyOf(one.amount);
      return amount ? [{ what: conceptOf(one.category)?.text ?? '', amount }] : [];
    }),
    total: moneyOf(resource.total),
    paid: moneyOf(payment?.amount),
    paidAt: textOf(payment?.date),
    people: elementsOf(resource.careTeam).flatMap((one) => {
      const who = whoOf(one.provider, resource);
      return who ? [{ ...who, role: conceptOf(one.role)?.text ?? null }] : [];
    }),
    diagnosisIds: diagnoses.flatMap((one) => recordIdIn(one.diagnosisReference) ?? []),
    diagnoses: diagnoses.flatMap((one) => wordsOf(one.diagnosisCodeableConcept)),
    procedureIds: inSequence(resource.procedure).flatMap((one) => recordIdIn(one.procedureReference) ?? []),
    prescriptionId: recordIdIn(resource.prescription),
    claimId: recordIdIn(resource.claim),
  };
};
