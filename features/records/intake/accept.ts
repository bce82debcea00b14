import type { RecordId } from '#platform/ids.ts';
import { AppError } from '#platform/errors.ts';
import { parseRaw } from '../exact-json.ts';
import { isCritical } from './danger.ts';
import { describeResource, identifiersOf, personFacts, type Description, type PersonFacts } from './describe.ts';
import { checkResource, type CheckedResource } from './r4-check.ts';
import { isObject } from './r4-shape.ts';
import { checkText } from './r4-text.ts';
import { isR4Type } from './r4-types.ts';
import { parseStrict } from './strict-json.ts';

/** Largest single resource: a scanned document inside a DocumentReference is the largest kind. */
export const RESOURCE_LIMIT_BYTES = 8 * 1024 * 1024;

/** One resource that passed every check and carries its record id: what the store accepts. */
export type AcceptedResource = Description & {
  readonly resourceType: string;
  readonly recordId: RecordId;
  /** Null: shared by all patients. */
  readonly patientId: string | null;
  /** The bytes that will be answered: compact JSON, numbers as the source wrote them. */
  readonly text: string;
  readonly person: PersonFacts | null;
  /** A dangerous value: no choice of timing holds it. */
  readonly isCritical: boolean;
  /** A file whose place is that of what names it in the same delivery. */
  readonly isPlaced?: boolean;
  /** Business identifiers of a shared resource. */
  readonly identifiers: readonly { system: string; value: string }[];
};

const nameOf = (value: unknown): string =>
  isObject(value) && typeof value.resourceType === 'string' && isR4Type(value.resourceType)
    ? value.resourceType
    : 'resource';

/** Parses JSON text for storing. @throws AppError 'invalid' */
export const parseResource = (text: string): CheckedResource => {
  const resource = checkResource(parseStrict(text, nameOf, parseRaw));
  checkText(resource, resource.resourceType);
  return resource;
};

/**
 * Makes a checked resource ready for the store: it gets its record id, and the one form of its bytes.
 * @param resource checked; its references already name records where they resolve
 */
export const acceptResource = (
  resource: CheckedResource,
  place: { recordId: RecordId; patientId: string | null },
): AcceptedResource => {
  const { resourceType, id: _, ...rest } = resource;
  const text = JSON.stringify({ resourceType, id: place.recordId, ...rest });
  if (Buffer.byteLength(text) > RESOURCE_LIMIT_BYTES) {
    throw new AppError('too-large', `${resourceType}: a single resource may have ${RESOURCE_LIMIT_BYTES} bytes`);
  }
  return {
    ...describeResource(resource),
    ...place,
    resourceType,
    text,
    isCritical: isCritical(resource, text),
    person: resourceType === 'Patient' ? personFacts(resource) : null,
    identifiers: place.patientId === null ? identifiersOf(resource).slice(0, 20) : [],
  };
};
