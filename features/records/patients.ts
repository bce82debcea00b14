import type { Tx } from '#platform/db/pool.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import { personFacts } from './intake/describe.ts';
import { openRow } from './open-rows.ts';
import * as sql from './store.ts';

/** Names of patients for other features, read in the caller's own transaction: row policies apply. */
export const createPatientNames = ({ sealer }: { sealer: Sealer }) => {
  const facts = async (tx: Tx, patientIds: readonly string[]) => {
    const rows = await tx.all(sql.listDemographics, [patientIds.slice(0, 200)]);
    const keys = await sealer.keys(
      rows.map((row) => row.patient_id),
      'records',
    );
    return rows.map((row) => {
      const patient = JSON.parse(openRow(keys.get(row.patient_id)!, 'records.resource', row).toString()) as never;
      return { patientId: row.patient_id, ...personFacts(patient).summary };
    });
  };
  return {
    /** Display names by patient id; patients the caller may not see are left out. At most 200. */
    names: async (tx: Tx, patientIds: readonly string[]): Promise<ReadonlyMap<string, string>> =>
      new Map((await facts(tx, patientIds)).map((one) => [one.patientId, one.name])),
    /** Name and birth date (YYYY-MM-DD), or undefined when the caller may not see the patient or no full date is known. */
    person: async (tx: Tx, patientId: string): Promise<{ name: string; birthDate: string } | undefined> => {
      const [one] = await facts(tx, [patientId]);
      return one?.birthDate?.length === 10 ? { name: one.name, birthDate: one.birthDate } : undefined;
    },
  };
};
