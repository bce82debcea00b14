// Patients with results as the importer brings them, and the watch over them, for tests of critical and corrected results.
import { newId, type PatientId, type RecordId, type RequestId } from '#platform/ids.ts';
import { makePerson, type Person } from './people.ts';
import { importedPatient } from './enrolled.ts';
import type { TestServer } from './server.ts';

const hourMs = 3_600_000;

export type ResultOptions = {
  /** The sender's id; the same id again is a newer version. */
  sourceId?: string;
  value?: number;
  status?: string;
  /** HL7 interpretation code. */
  flag?: string;
  hoursAgo?: number;
  note?: string;
  /** What the sender calls the test. */
  title?: string;
};

/** An adult. */
export const adult = (server: TestServer, family: string): Promise<PatientId> =>
  importedPatient(server, { given: 'Cora', family, birthDate: '1960-04-05' });

/** When a result was taken does not change with its versions. */
const takenAt = new Map<string, string>();

/** A potassium result; critical below 2.8 or above 6.2 mmol/L. Gives its record id. */
export const bring = async (
  server: TestServer,
  patientId: PatientId,
  options: ResultOptions = {},
): Promise<RecordId> => {
  const sourceId = options.sourceId ?? newId<RecordId>();
  const taken = takenAt.get(sourceId) ?? new Date(Date.now() - (options.hoursAgo ?? 1) * hourMs).toISOString();
  takenAt.set(sourceId, taken);
  const resource = {
    resourceType: 'Observation',
    id: sourceId,
    status: options.status ?? 'final',
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] },
    ],
    code: {
      coding: [{ system: 'http://loinc.org', code: '2823-3', display: 'Potassium' }],
      text: options.title ?? 'Potassium',
    },
    subject: { reference: `Patient/${patientId}` },
    effectiveDateTime: taken,
    valueQuantity: {
      value: options.value ?? 6.9,
      unit: 'mmol/L',
      system: 'http://unitsofmeasure.org',
      code: 'mmol/L',
    },
    ...(options.flag ? { interpretation: [{ coding: [{ code: options.flag }] }] } : {}),
    ...(options.note ? { note: [{ text: options.note }] } : {}),
  };
  const body = { source: 'lab', resource: { resourceType: 'Observation', sourceId, json: JSON.stringify(resource) } };
  const { records, importer } = server.portico;
  const stored = (await importer.write(
    records.intake.writeResource,
    { params: { patientId }, body },
    newId<RequestId>(),
  )) as { id: RecordId };
  return stored.id;
};

/** Minutes pass for this patient's alerts and notes, in the database's own rows. */
export const minutesPass = async (server: TestServer, patientId: PatientId, minutes: number): Promise<void> => {
  const superuser = server.database.pool('superuser');
  const by = `make_interval(mins => ${minutes})`;
  await superuser.query(
    `update critical.alert set due_at = due_at - ${by}, reminded_at = reminded_at - ${by} where patient_id = $1`,
    [patientId],
  );
  await superuser.query(`update critical.pending set look_at = look_at - ${by} where patient_id = $1`, [patientId]);
};

/** A clinician or nurse, in the care team of these patients. */
export const clinician = async (
  server: TestServer,
  options: { role?: 'clinician' | 'nurse'; careTeamOf?: readonly PatientId[] } = {},
): Promise<Person> =>
  makePerson(server.database.pool('owner'), {
    role: options.role ?? 'clinician',
    relationships: (options.careTeamOf ?? []).map((patientId) => ({ kind: 'care_team', patientId })),
  });
