import { demoInsurer, demoOrganization } from '../cast/clinic.ts';
import { add, day, refTo, staffRef, type Chart } from './chart.ts';
import { concept, dollars, hl7, type Concept, type Resource } from './elements.ts';
import type { Visit } from './visits.ts';

const insurer = { reference: `Organization/${demoInsurer.id}`, display: demoInsurer.name };

/** Health insurance: `self` unless somebody else's policy covers the person. */
export const addCoverage = (
  chart: Chart,
  {
    since,
    plan,
    memberId,
    subscriber,
  }: { since: number; plan: string; memberId: string; subscriber?: readonly [string, string] },
): Resource =>
  add(chart, 'Coverage', {
    status: 'active',
    type: hl7('v3-ActCode', 'EHCPOL', 'extended healthcare'),
    subscriberId: memberId,
    relationship: subscriber
      ? hl7('subscriber-relationship', ...subscriber)
      : hl7('subscriber-relationship', 'self', 'Self'),
    period: { start: day(chart, since) },
    payor: [insurer],
    class: [{ type: hl7('coverage-class', 'plan', 'Plan'), value: plan, name: plan }],
  });

const bill = (
  visit: Visit,
  coverage: Resource,
  service: Concept,
  diagnosis: object,
  { charged, allowed, patientPays }: Prices,
): void => {
  const { chart } = visit;
  const common = {
    status: 'active',
    type: hl7('claim-type', 'professional', 'Professional'),
    use: 'claim',
    billablePeriod: { start: visit.takenAt.slice(0, 10), end: visit.takenAt.slice(0, 10) },
    created: visit.issuedAt,
    insurer,
    provider: { reference: `Organization/${demoOrganization.id}`, display: demoOrganization.name },
    priority: hl7('processpriority', 'normal', 'Normal'),
    careTeam: [{ sequence: 1, provider: staffRef(visit.by) }],
    diagnosis: [{ sequence: 1, diagnosisCodeableConcept: diagnosis }],
    insurance: [{ sequence: 1, focal: true, coverage: refTo(coverage) }],
  };
  const item = {
    sequence: 1,
    productOrService: service,
    servicedDate: visit.takenAt.slice(0, 10),
    encounter: [refTo(visit.encounter)],
    net: dollars(charged),
  };
  const claim = add(chart, 'Claim', { ...common, item: [item], total: dollars(charged) });
  const amount = (code: string, words: string, value: number) => ({
    category: hl7('adjudication', code, words),
    amount: dollars(value),
  });
  const { priority: _, ...answered } = common;
  add(chart, 'ExplanationOfBenefit', {
    ...answered,
    insurance: [{ focal: true, coverage: refTo(coverage) }],
    outcome: 'complete',
    claim: refTo(claim),
    item: [
      {
        ...item,
        adjudication: [
          amount('submitted', 'Submitted Amount', charged),
          amount('eligible', 'Eligible Amount', allowed),
          amount('copay', 'CoPay', patientPays),
          amount('benefit', 'Benefit Amount', allowed - patientPays),
        ],
      },
    ],
    total: [
      amount('submitted', 'Submitted Amount', charged),
      amount('eligible', 'Eligible Amount', allowed),
      amount('benefit', 'Benefit Amount', allowed - patientPays),
    ],
    payment: { amount: dollars(allowed - patientPays), date: day(chart, Math.max(0, visit.days - 14)) },
  });
};

type Prices = { charged: number; allowed: number; patientPays: number };

const officeVisit = concept('snomed', '185349003', 'Encounter for check up', 'Office visit');
const officePrices: Prices = { charged: 168, allowed: 121.4, patientPays: 25 };

/** A claim and the insurer's answer for each visit of the last year and a half that is old enough to be settled. */
export const billVisits = (visits: readonly Visit[], coverage: Resource, diagnosis: object): void => {
  for (const visit of visits) {
    const isOffice = !['emergency', 'hospital', 'phone'].includes(visit.kind);
    if (isOffice && visit.days < 540 && visit.days > 21) bill(visit, coverage, officeVisit, diagnosis, officePrices);
  }
};
