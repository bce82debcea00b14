import { textOf, type FhirCodeableConcept } from '../fhir-shapes.ts';
import type { PatientSummary } from '../contract.ts';
import type { FhirResource } from '../read/elements.ts';
import { partIdsOf } from './danger.ts';
import { bodyIdsOf, placeOf, type Place } from './place.ts';
import type { CheckedResource } from './r4-check.ts';
import { momentOf } from './r4-dates.ts';

/** What the database needs to know of a resource beside its sealed bytes. */
export type Description = Place & {
  /** Files (Binary, Media) that it names: they stand where it stands. */
  bodyIds: readonly string[];
  /** Results that it names (report, panel). */
  partIds: readonly string[];
  /** `system|code` of its first code, before it becomes a token. */
  code: string | null;
  at: Date | null;
};

/** Where a checked resource belongs, and when it happened. */
export const describeResource = (resource: CheckedResource): Description => ({
  ...placeOf(resource),
  bodyIds: bodyIdsOf(resource as FhirResource),
  partIds: partIdsOf(resource as FhirResource),
  code: codeOf(resource),
  at: happenedAt(resource),
});

const codeOf = (resource: CheckedResource): string | null => {
  const concept = (resource.code ?? resource.vaccineCode ?? resource.medicationCodeableConcept ?? resource.type) as
    | FhirCodeableConcept
    | undefined;
  const coding = Array.isArray(concept?.coding) ? concept.coding[0] : undefined;
  return coding?.code ? `${coding.system ?? ''}|${coding.code}` : null;
};

const whenElements = [
  'effectiveDateTime',
  'effectivePeriod',
  'effectiveInstant',
  'occurrenceDateTime',
  'occurrencePeriod',
  'performedDateTime',
  'performedPeriod',
  'onsetDateTime',
  'onsetPeriod',
  'recordedDate',
  'authoredOn',
  'authored',
  'period',
  'billablePeriod',
  'started',
  'date',
  'issued',
  'recorded',
  'start',
  'created',
  'sent',
  'startDate',
  'statusDate',
];

const happenedAt = (resource: CheckedResource): Date | null => {
  for (const element of whenElements) {
    const value = resource[element];
    const text = typeof value === 'string' ? value : (value as { start?: string } | undefined)?.start;
    const moment = momentOf(typeof text === 'string' ? text : undefined);
    if (moment) return moment;
  }
  return null;
};

type HumanName = { use?: string; family?: string; given?: string[]; text?: string; period?: { end?: string } };
export type Identifier = { system?: string; value?: string; type?: FhirCodeableConcept };

/** What a Patient resource says about the person, for page headers and the directory. */
export type PersonFacts = {
  summary: Omit<PatientSummary, 'id'>;
  /** Every family name, former ones too. */
  families: string[];
  identifiers: { system: string; value: string }[];
  /** Authorities whose numbers are medical record numbers. */
  authorities: string[];
};

const isRecordNumber = (identifier: Identifier): boolean =>
  identifier.type?.coding?.some((coding) => coding.code === 'MR') ?? false;

/** The identifiers of any resource that have both an authority and a value. */
export const identifiersOf = (resource: CheckedResource): { system: string; value: string }[] => {
  const all = Array.isArray(resource.identifier) ? (resource.identifier as Identifier[]) : [resource.identifier];
  return (all as (Identifier | undefined)[]).flatMap((one) =>
    typeof one?.system === 'string' && typeof one.value === 'string' && one.value.trim() !== ''
      ? [{ system: one.system, value: one.value }]
      : [],
  );
};

const rankOfName = (name: HumanName): number =>
  (name.period?.end ? 10 : 0) +
  ({ usual: 0, official: 1, nickname: 5, anonymous: 6, maiden: 7, old: 8, temp: 4 }[name.use ?? ''] ?? 2);

/** A name that came as one text still has a last word to be found by. */
const familyOf = (name: HumanName): string[] => {
  const family = name.family ?? name.text?.trim().split(/\s+/).at(-1);
  return family ? [family] : [];
};

export const personFacts = (patient: CheckedResource): PersonFacts => {
  const names = ((patient.name ?? []) as HumanName[]).toSorted((a, b) => rankOfName(a) - rankOfName(b));
  const best = names[0];
  const given = best?.given?.join(' ') ?? null;
  const identifiers = (patient.identifier ?? []) as Identifier[];
  const mrn = identifiers.find(isRecordNumber) ?? null;
  const languages = (patient.communication ?? []) as { language?: FhirCodeableConcept; preferred?: boolean }[];
  const language = languages.find((one) => one.preferred) ?? languages[0];
  return {
    summary: {
      name: best?.text ?? [given, best?.family].filter(Boolean).join(' '),
      familyName: best?.family ?? null,
      givenName: given,
      birthDate: (patient.birthDate as string | undefined) ?? null,
      mrn: mrn?.value ?? null,
      gender: (patient.gender as string | undefined) ?? null,
      language: language?.language?.coding?.[0]?.code ?? textOf(language?.language),
      deceased: patient.deceasedBoolean === true || patient.deceasedDateTime !== undefined,
    },
    families: [...new Set(names.flatMap(familyOf))].slice(0, 10),
    identifiers: identifiersOf(patient).slice(0, 50),
    authorities: identifiers.filter(isRecordNumber).flatMap((one) => (one.system ? [one.system] : [])),
  };
};
