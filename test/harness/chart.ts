// A patient with records, for tests: stored by the importer's own operations.
import { randomUUID } from 'node:crypto';
import { parseResource, acceptResource } from '#features/records/index.ts';
import type { PatientId } from '#platform/ids.ts';
import type { TestServer } from './server.ts';

export type Stored = { id: string; outcome: string };

/** Stores one resource of a patient as a source of this name would have sent it. */
export const storeResource = async (
  server: TestServer,
  patientId: string,
  resource: { resourceType: string; id?: string; [element: string]: unknown },
  source = 'test-feed',
): Promise<Stored> => {
  const { importer, records } = server.portico;
  const { id: sourceId = randomUUID(), ...rest } = resource;
  const body = {
    source,
    resource: { resourceType: resource.resourceType, sourceId, json: JSON.stringify(rest) },
  };
  return (await importer.write(records.intake.writeResource, { params: { patientId }, body }, randomUUID())) as Stored;
};

/** A new patient with nothing but a name and a birth date. */
export const newPatient = async (server: TestServer, birthDate = '1980-05-06'): Promise<PatientId> => {
  const sourceId = randomUUID();
  const patientId = server.portico.records.recordIds.patient('test-feed', sourceId);
  await storeResource(server, patientId, {
    resourceType: 'Patient',
    id: sourceId,
    name: [{ family: 'Tester', given: ['Tess'] }],
    birthDate,
  });
  return patientId;
};

/** A resource that belongs to nobody: a practitioner, a medicine of a formulary. Gives its reference. */
export const storeShared = async (
  server: TestServer,
  resource: { resourceType: string; [element: string]: unknown },
): Promise<string> => {
  const { importer, records } = server.portico;
  const recordId = records.recordIds.shared('test-feed', resource.resourceType, randomUUID());
  const accepted = acceptResource(parseResource(JSON.stringify(resource)), { recordId, patientId: null });
  const body = { source: 'test-feed', sourceTitle: 'Test feed', resources: [accepted] };
  await importer.write(records.intake.writeBundle, { body }, randomUUID());
  return `${resource.resourceType}/${recordId}`;
};

export const laboratory = (name: string, value: number, day: string, more: object = {}) => ({
  resourceType: 'Observation',
  status: 'final',
  category: [{ coding: [{ code: 'laboratory' }] }],
  code: { text: name },
  effectiveDateTime: day,
  valueQuantity: { value, unit: 'mmol/L' },
  ...more,
});
