/** What other features may use of records. */
export { createRecords, type Records } from './records.ts';
export { policies } from './policy.ts';
export { acceptResource, parseResource, RESOURCE_LIMIT_BYTES, type AcceptedResource } from './intake/accept.ts';
export { identifiersOf } from './intake/describe.ts';
export { createRecordIds, type RecordIds } from './intake/record-ids.ts';
export { personTokens } from './intake/person-tokens.ts';
export { checkResource, type CheckedResource } from './intake/r4-check.ts';
export { isObject } from './intake/r4-shape.ts';
export { parseStrict } from './intake/strict-json.ts';
export { isDirectoryType, isR4Type, kindOf, r4Types } from './intake/r4-types.ts';
export type { Counts, TypeCounts } from './intake/write-batch.ts';
export {
  findPeople,
  findPeopleByToken,
  findSharedByToken,
  findStored,
  findStoredShared,
} from './intake/write-statements.ts';
export { openRow } from './open-rows.ts';
export { sideOf } from './list-handlers.ts';
export { isHeld } from './store.ts';
export type { OnStored, StoredChange } from './intake/stored-change.ts';
export { parseExact } from './exact-json.ts';
export { interpretObservation, type Person, type Result } from './observation.ts';
export { criticalLimitsReviewed } from './critical-limits.ts';
export { textOf, type FhirDiagnosticReport, type FhirObservation } from './fhir-shapes.ts';
export type { AskCareTeam } from './statements/routes.ts';
export { readResource } from './read/every-reader.ts';
export type { FhirResource } from './read/elements.ts';
