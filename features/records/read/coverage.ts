import type { FhirPeriod } from '../fhir-shapes.ts';
import { nameOf, whoOf, type Concept, type Reference } from './concept.ts';

export type FhirCoverage = {
  id?: string;
  status?: string;
  type?: Concept;
  subscriberId?: string;
  identifier?: { value?: string }[];
  subscriber?: Reference;
  policyHolder?: Reference;
  relationship?: Concept;
  period?: FhirPeriod;
  payor?: Reference[];
  class?: { type?: Concept; value?: string; name?: string }[];
  order?: number | string;
};

export type Coverage = {
  id: string;
  payer: string | null;
  kind: string | null;
  plan: string | null;
  group: string | null;
  memberId: string | null;
  /** Whose plan it is, in relation to the patient. */
  relationship: string | null;
  since: string | null;
  until: string | null;
  status: string | null;
  isActive: boolean;
};

const classOf = (resource: FhirCoverage, code: string): string | null => {
  const found = resource.class?.find(({ type }) => type?.coding?.some((coding) => coding.code === code));
  return found?.name ?? found?.value ?? null;
};

/** Reads a FHIR R4 Coverage. */
export const readCoverage = (resource: FhirCoverage): Coverage => ({
  id: resource.id ?? '',
  payer: (resource.payor ?? []).flatMap((payor) => whoOf(payor) ?? [])[0] ?? null,
  kind: nameOf(resource.type),
  plan: classOf(resource, 'plan'),
  group: classOf(resource, 'group'),
  memberId: resource.subscriberId ?? resource.identifier?.find((one) => one.value)?.value ?? null,
  relationship: nameOf(resource.relationship),
  since: resource.period?.start ?? null,
  until: resource.period?.end ?? null,
  status: resource.status ?? null,
  isActive: resource.status === undefined || resource.status === 'active',
});
