import type { Tx } from '#platform/db/pool.ts';
import { statement } from '#platform/db/statement.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import type { PatientSummary } from './contract.ts';
import { personFacts } from './intake/describe.ts';
import { createPeopleMatcher } from './match-people.ts';
import { openRow } from './open-rows.ts';
import * as sql from './store.ts';

/** People of the directory by id, for whoever may search it (row policies apply). */
const listPeople = statement({
  name: 'records.listPeople',
  text: `select r.id, r.patient_id, r.sealed, h.version, h.deleted, h.mac from records.patient r
    left join sealed.row_head h on h.subject_id = r.patient_id and h.row_id = r.id
    where r.patient_id = any($1) limit 200`,
  params: ['uuid[]'],
  columns: { id: 'uuid', patient_id: 'uuid', sealed: 'bytea', version: 'int8?', deleted: 'bool?', mac: 'bytea?' },
});

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
    ...createPeopleMatcher({ sealer }),
    /** Name, birth date and record number as in the directory, by patient id; left out whom the caller may not find. At most 200. */
    directory: async (
      tx: Tx,
      patientIds: readonly string[],
    ): Promise<ReadonlyMap<string, Pick<PatientSummary, 'name' | 'birthDate' | 'mrn'>>> => {
      const rows = await tx.all(listPeople, [patientIds.slice(0, 200)]);
      const keys = await sealer.keys(
        rows.map((row) => row.patient_id),
        'records',
      );
      return new Map(
        rows.map((row) => {
          const opened = openRow(keys.get(row.patient_id)!, 'records.patient', row).toString();
          const { name, birthDate, mrn } = JSON.parse(opened) as PatientSummary;
          return [row.patient_id, { name, birthDate, mrn }];
        }),
      );
    },
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
