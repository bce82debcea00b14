import type { PatientId, RecordId } from '#platform/ids.ts';
import type { Sealer } from '#platform/kms/sealer.ts';

/** Names records: the same resource of the same source is the same row, in every run. */
export type RecordIds = {
  patient(source: string, sourceId: string): PatientId;
  /** A Patient resource has the patient's own id. */
  record(patientId: string, source: string, type: string, sourceId: string): RecordId;
  shared(source: string, type: string, sourceId: string): RecordId;
};

/** UUIDv8 (RFC 9562, 5.8): 122 bits of our own. */
const uuidOf = (token: Buffer): string => {
  const bytes = Buffer.from(token);
  bytes[6] = 0x80 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

/**
 * Record ids come from source, type and the sender's id through a keyed hash: a second import meets
 * the same row, references can be written before their target, two importers cannot make doubles, and
 * no index of foreign ids (which can name a diagnosis: "hiv-viral-load-1") stands in the database.
 * @param sealer prepared for the domain `records`
 */
export const createRecordIds = (sealer: Pick<Sealer, 'directoryToken'>): RecordIds => {
  const of = (column: string, parts: readonly string[]): string => uuidOf(sealer.directoryToken(column, parts, 128));
  return {
    patient: (source, sourceId) => of('records.patient.patient_id', [source, sourceId]) as PatientId,
    record: (patientId, source, type, sourceId) =>
      (type === 'Patient' ? patientId : of('records.resource.id', [patientId, source, type, sourceId])) as RecordId,
    shared: (source, type, sourceId) => of('records.shared_resource.id', [source, type, sourceId]) as RecordId,
  };
};
