import * as z from 'zod/mini';
import { route, uuid } from '#platform/contract.ts';
import { listOf, type ListName } from './lists.ts';

/**
 * Operations on records. FHIR resources travel as the stored bytes (`stored-json`): read the answer
 * with `parseExact` (exact-json.ts) so that "5.90" stays "5.90", then interpret it with
 * observation.ts, panel.ts and trend.ts, which run in the browser too.
 */

const patientParams = z.strictObject({ patientId: uuid });
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
/** What the person typed as the reason of a look; shown to the patient word for word. */
const reason = z.string().check(z.trim(), z.minLength(4), z.maxLength(200));
/** `<ISO time>_<record id>` of the last row seen; both are clear in the database anyway. */
const cursor = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const pageQuery = z.strictObject({ cursor: z.optional(cursor) });

/** Rows in one page of a list. */
export const PAGE_SIZE = 200;
/** Hits that one directory search may show. */
export const DIRECTORY_HITS = 20;

export type SourceState = 'ok' | 'late' | 'failed' | 'never';

/** What a list is based on; shown with it, so that "none" is never claimed without proof. Times are ISO 8601. */
export type Completeness = {
  checkedAt: string;
  sources: {
    id: string;
    name: string;
    lastSuccessAt: string | null;
    state: SourceState;
    problem?: string;
  }[];
  /** Records that wait for their time because the patient chose so; never counted for staff. */
  withheld: number;
  /** The first of them, soonest first: `records.openHeldResult` opens one at once. */
  held?: { id: string; arrivedAt: string; opensAt: string }[];
  /** Records of this list over all pages. */
  total: number;
};

/** Answer of every list; the types of FHIR resources in it stand in lists.ts. */
export type ResourceList<R = unknown> = {
  completeness: Completeness;
  resources: R[];
  next: string | null;
};

const listRoute = (name: ListName) => {
  const list = listOf(name);
  return route({
    id: `records.list${pascal(name)}`,
    method: 'GET',
    path: `/api/patients/:patientId/${name}`,
    summary: `${list.about}, newest first, with what was checked and when`,
    audience: 'any',
    resource: list.resource ?? `records.${list.area}`,
    action: 'read',
    category: list.area,
    patient: 'patientId',
    params: patientParams,
    query: pageQuery,
    response: 'stored-json',
  });
};

const pascal = (name: string): string =>
  name.replaceAll(/(?:^|-)([a-z])/g, (_whole, letter: string) => letter.toUpperCase());

/** Any list of lists.ts: all answer a ResourceList. */
export type ListContract = ReturnType<typeof listRoute>;

export const listResults = listRoute('results');
export const listReports = listRoute('reports');
export const listSpecimens = listRoute('specimens');
export const listVitals = listRoute('vitals');
export const listMedicines = listRoute('medicines');
export const listImmunizations = listRoute('immunizations');
export const listAllergies = listRoute('allergies');
export const listConditions = listRoute('conditions');
export const listProcedures = listRoute('procedures');
export const listCarePlans = listRoute('care-plans');
export const listDevices = listRoute('devices');
export const listFamilyHistory = listRoute('family-history');
export const listVisits = listRoute('visits');
export const listAppointments = listRoute('appointments');
export const listNotes = listRoute('notes');
export const listDocuments = listRoute('documents');
export const listCoverage = listRoute('coverage');
export const listClaims = listRoute('claims');
export const listProfile = listRoute('profile');
export const listContacts = listRoute('contacts');
export const listObservations = listRoute('observations');
export const listOther = listRoute('other');

/** One FHIR resource of the results area: an Observation, a DiagnosticReport, a Specimen. */
export const getResource = route({
  id: 'records.getResource',
  method: 'GET',
  path: '/api/patients/:patientId/records/:id',
  summary: 'One result or report',
  audience: 'any',
  resource: 'records.results',
  action: 'read',
  category: 'results',
  patient: 'patientId',
  params: z.strictObject({ patientId: uuid, id: uuid }),
  response: 'stored-json',
});

/** Demographics as people read them: what stands in a page header and on a print. */
const patientSummary = z.strictObject({
  id: uuid,
  name: z.string(),
  familyName: z.nullable(z.string()),
  givenName: z.nullable(z.string()),
  birthDate: z.nullable(z.string()),
  mrn: z.nullable(z.string()),
  gender: z.nullable(z.string()),
  /** BCP 47, or null when the record names none. */
  language: z.nullable(z.string()),
  deceased: z.boolean(),
});
export type PatientSummary = z.output<typeof patientSummary>;

export const getPatient = route({
  id: 'records.getPatient',
  method: 'GET',
  path: '/api/patients/:patientId',
  summary: 'Name, birth date and record number',
  audience: 'any',
  resource: 'records.demographics',
  action: 'read',
  category: 'demographics',
  patient: 'patientId',
  params: patientParams,
  response: patientSummary,
});

const directoryHit = z.strictObject({
  id: uuid,
  name: z.string(),
  birthDate: z.nullable(z.string()),
  mrn: z.nullable(z.string()),
  /** Whether the caller has a relationship that opens this person's results. */
  mayOpenResults: z.boolean(),
});
export type DirectoryHit = z.output<typeof directoryHit>;

/**
 * Finds people by family name + birth date, by how the family name sounds + birth year, or by record
 * number. A name alone finds nobody: the index has no name-only token. Each person shown is an entry
 * in that person's access log, with the reason.
 */
export const searchDirectory = route({
  id: 'records.searchDirectory',
  method: 'POST',
  path: '/api/directory/search',
  summary: 'Find a patient, with a reason',
  audience: 'staff',
  resource: 'records.directory',
  action: 'search',
  category: 'directory',
  reason: 'required',
  body: z.strictObject({
    familyName: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(100))),
    birthDate: z.optional(date),
    birthYear: z.optional(z.number().check(z.int(), z.minimum(1880), z.maximum(2200))),
    mrn: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(100))),
    reason,
  }),
  response: z.strictObject({
    hits: z.array(directoryHit).check(z.maxLength(DIRECTORY_HITS)),
    /** True when more people matched than are shown. */
    more: z.boolean(),
  }),
});

/** One resource ready to be stored: references already local, numbers as the source wrote them. */
const resourceDraft = z.strictObject({
  /** FHIR type and the id that the source gives it; together with the source the identity of the record. */
  resourceType: z.string().check(z.regex(/^[A-Z][A-Za-z]{2,40}$/)),
  sourceId: z.string().check(z.minLength(1), z.maxLength(300)),
  /** FHIR R4 JSON text. `id` is replaced by the record id. */
  json: z.string().check(z.minLength(2), z.maxLength(8 * 1024 * 1024)),
});
export type ResourceDraft = z.output<typeof resourceDraft>;

const writeCounts = z.strictObject({
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
});

/** Stores one resource of a patient already known (the EHR gateway's unit of work). */
export const writeResource = route({
  id: 'records.writeResource',
  method: 'PUT',
  path: '/internal/patients/:patientId/records',
  summary: 'Store one FHIR resource of a patient',
  audience: 'service',
  resource: 'records.intake',
  action: 'write',
  category: 'import',
  patient: 'patientId',
  params: patientParams,
  body: z.strictObject({
    source: z.string().check(z.minLength(1), z.maxLength(100)),
    resource: resourceDraft,
  }),
  response: z.strictObject({ id: uuid, outcome: z.enum(['created', 'updated', 'unchanged']) }),
});

/**
 * Stores one bundle: all of it or nothing. In-process only: `resources` are accepted resources
 * (intake/accept.ts), checked and canonical already, handed over in memory by the importer.
 */
export const writeBundle = route({
  id: 'records.writeBundle',
  method: 'POST',
  path: '/internal/bundles',
  summary: 'Store the resources of one bundle, all or nothing',
  audience: 'service',
  resource: 'records.intake',
  action: 'write',
  category: 'import',
  body: z.strictObject({
    source: z.string().check(z.minLength(1), z.maxLength(63)),
    sourceTitle: z.string().check(z.minLength(1), z.maxLength(120)),
    resources: z.array(z.unknown()).check(z.maxLength(20_000)),
  }),
  response: z.strictObject({ counts: z.record(z.string(), writeCounts) }),
});
