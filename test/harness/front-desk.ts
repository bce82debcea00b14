// People for the tests of the front desk's lists: imported as the importer would, with numbers, addresses and contacts.
import { createRecords } from '#features/records/index.ts';
import { newId, type PatientId } from '#platform/ids.ts';
import type { TestServer } from './server.ts';

export type ListedPerson = {
  given: string;
  family: string;
  birthDate: string;
  mrn?: string;
  language?: string;
  address?: string[];
  deceased?: boolean;
  /** E-mail of a parent or another contact in the record. */
  contactEmail?: string;
};

const resourceOf = (id: string, person: ListedPerson) => ({
  resourceType: 'Patient',
  id,
  name: [{ use: 'official', given: [person.given], family: person.family }],
  birthDate: person.birthDate,
  ...(person.deceased ? { deceasedBoolean: true } : {}),
  ...(person.language ? { communication: [{ language: { coding: [{ code: person.language }] } }] } : {}),
  ...(person.address ? { address: [{ use: 'home', line: person.address, city: 'Springfield', state: 'IL' }] } : {}),
  ...(person.contactEmail ? { contact: [{ telecom: [{ system: 'email', value: person.contactEmail }] }] } : {}),
  ...(person.mrn
    ? {
        identifier: [{ type: { coding: [{ code: 'MR' }] }, system: 'http://juniper.example/mrn', value: person.mrn }],
      }
    : {}),
});

/** Gives the patients' ids, in order. */
export const importPeople = async (server: TestServer, people: readonly ListedPerson[]): Promise<PatientId[]> => {
  const { sealers, importer } = server.portico;
  const { intake } = await createRecords({ sealer: sealers.app, importerSealer: sealers.app_importer });
  const ids: PatientId[] = [];
  for (const person of people) {
    const patientId = newId<PatientId>();
    const json = JSON.stringify(resourceOf(patientId, person));
    const body = { source: 'test', resource: { resourceType: 'Patient', sourceId: patientId, json } };
    await importer.write(intake.writeResource, { params: { patientId }, body }, newId());
    ids.push(patientId);
  }
  return ids;
};

/** One row of a clerk's list, as her page sends it. */
export const listRow = (
  line: number,
  person: Partial<Record<'familyName' | 'givenName' | 'birthDate' | 'mrn' | 'language' | 'email', string>>,
) => ({ line, familyName: '', givenName: '', birthDate: '', mrn: '', language: '', email: '', ...person });
