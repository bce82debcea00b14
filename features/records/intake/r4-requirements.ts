import { checkQuantity, isObject, refuse } from './r4-shape.ts';
import { isInstant } from './r4-dates.ts';

type Resource = Readonly<Record<string, unknown>>;
type Check = (resource: Resource, path: string) => void;

const codes = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Required elements (a list means: one of these) and status codes of R4, for the types that people read. */
const rules: Readonly<Record<string, { needs?: readonly (string | readonly string[])[]; status?: readonly string[] }>> =
  {
    Observation: {
      needs: ['status', 'code'],
      status: codes('registered preliminary final amended corrected cancelled entered-in-error unknown'),
    },
    DiagnosticReport: {
      needs: ['status', 'code'],
      status: codes(
        'registered partial preliminary final amended corrected appended cancelled entered-in-error unknown',
      ),
    },
    AllergyIntolerance: { needs: ['patient'] },
    CarePlan: {
      needs: ['status', 'intent', 'subject'],
      status: codes('draft active on-hold revoked completed entered-in-error unknown'),
    },
    Claim: { needs: ['status', 'patient'], status: codes('active cancelled draft entered-in-error') },
    Condition: { needs: ['subject'] },
    Coverage: { needs: ['status', 'beneficiary'], status: codes('active cancelled draft entered-in-error') },
    DocumentReference: { needs: ['status', 'content'], status: codes('current superseded entered-in-error') },
    Encounter: {
      needs: ['status', 'class'],
      status: codes('planned arrived triaged in-progress onleave finished cancelled entered-in-error unknown'),
    },
    ExplanationOfBenefit: { needs: ['status', 'patient'], status: codes('active cancelled draft entered-in-error') },
    Goal: { needs: ['lifecycleStatus', 'description', 'subject'] },
    Immunization: {
      needs: ['status', 'vaccineCode', 'patient', ['occurrenceDateTime', 'occurrenceString']],
      status: codes('completed entered-in-error not-done'),
    },
    MedicationRequest: {
      needs: ['status', 'intent', ['medicationCodeableConcept', 'medicationReference'], 'subject'],
      status: codes('active on-hold cancelled completed entered-in-error stopped draft unknown'),
    },
    Procedure: {
      needs: ['status', 'subject'],
      status: codes('preparation in-progress not-done on-hold stopped completed entered-in-error unknown'),
    },
    ServiceRequest: {
      needs: ['status', 'intent', 'subject'],
      status: codes('draft active on-hold revoked completed entered-in-error unknown'),
    },
  };

const has = (resource: Resource, element: string): boolean =>
  Object.hasOwn(resource, element) || Object.hasOwn(resource, `_${element}`);

/** The required elements and status codes of a type; does nothing for types without a rule. */
export const requirementsOf = (type: string): Check => {
  const rule = rules[type];
  const shape = shapes[type];
  return (resource, path) => {
    for (const need of rule?.needs ?? []) {
      const names = typeof need === 'string' ? [need] : need;
      if (!names.some((name) => has(resource, name))) refuse(`${path}.${names[0]}`, 'is missing');
    }
    if (rule?.status && has(resource, 'status') && !rule.status.includes(resource.status as string)) {
      if (!Object.hasOwn(resource, '_status')) refuse(`${path}.status`, 'is not a status code of FHIR R4');
    }
    shape?.(resource, path);
  };
};

const concept: Check = (value, path) => {
  if (!isObject(value)) refuse(path, 'must be a coded concept');
  if (value.text !== undefined && typeof value.text !== 'string') refuse(`${path}.text`, 'must be text');
  for (const coding of (value.coding as Resource[] | undefined) ?? []) {
    for (const name of ['system', 'code', 'display'] as const) {
      if (coding[name] !== undefined && typeof coding[name] !== 'string')
        refuse(`${path}.coding.${name}`, 'must be text');
    }
  }
};

const reference: Check = (value, path) => {
  if (!isObject(value)) refuse(path, 'must be a reference');
  if (value.display !== undefined && typeof value.display !== 'string') refuse(`${path}.display`, 'must be text');
};

const listOf =
  (check: Check): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return refuse(path, 'must be a list');
    (value as Resource[]).forEach((item, index) => check(item, `${path}[${index}]`));
  };

const text: Check = (value, path) => {
  if (typeof (value as unknown) !== 'string') refuse(path, 'must be text');
};

const instant: Check = (value, path) => {
  if (typeof (value as unknown) !== 'string' || !isInstant(value as unknown as string)) {
    refuse(path, 'is not a FHIR instant');
  }
};

const elementsOf =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    if (!isObject(value)) return refuse(path, 'must be an object');
    for (const [name, check] of Object.entries(checks)) {
      if (value[name] !== undefined) check(value[name] as Resource, `${path}.${name}`);
    }
  };

const period = elementsOf({ start: text, end: text });
const range = elementsOf({ low: checkQuantity, high: checkQuantity });
const referenceRange = elementsOf({
  low: checkQuantity,
  high: checkQuantity,
  type: concept,
  appliesTo: listOf(concept),
  text,
});

const observed: Readonly<Record<string, Check>> = {
  code: concept,
  valueQuantity: checkQuantity,
  valueCodeableConcept: concept,
  valueString: text,
  valueRange: range,
  valueRatio: elementsOf({ numerator: checkQuantity, denominator: checkQuantity }),
  valueTime: text,
  valuePeriod: period,
  dataAbsentReason: concept,
  interpretation: listOf(concept),
  referenceRange: listOf(referenceRange),
};

/** Shapes that the readers (observation.ts, panel.ts, describe.ts) rely on. */
const shapes: Readonly<Record<string, Check>> = {
  Observation: elementsOf({
    ...observed,
    category: listOf(concept),
    effectivePeriod: period,
    issued: instant,
    performer: listOf(reference),
    note: listOf(elementsOf({ text })),
    hasMember: listOf(reference),
    component: listOf(elementsOf(observed)),
  }),
  DiagnosticReport: elementsOf({
    code: concept,
    category: listOf(concept),
    effectivePeriod: period,
    issued: instant,
    performer: listOf(reference),
    resultsInterpreter: listOf(reference),
    result: listOf(reference),
    conclusion: text,
  }),
  Patient: elementsOf({
    identifier: listOf(elementsOf({ system: text, value: text, type: concept })),
    name: listOf(
      elementsOf({
        use: text,
        family: text,
        text,
        given: listOf(text),
        prefix: listOf(text),
        suffix: listOf(text),
        period,
      }),
    ),
    gender: text,
    birthDate: text,
    communication: listOf(elementsOf({ language: concept })),
  }),
};
