import { useSession } from '../../../../web/lib/session.ts';

/** Whom the words of a page speak to: the person herself, somebody she trusts, or staff. */
export type Whose = { side: 'own' | 'trusted' | 'staff'; name: string };

/** Whose record this is for the person who reads it; `name` is the patient's first name. */
export const useWhose = (patientId: string): Whose => {
  const { patients, role } = useSession();
  const patient = patients.find((one) => one.id === patientId);
  if (!patient || (role !== 'patient' && role !== 'trusted_person')) return { side: 'staff', name: '' };
  const name = patient.name.split(/\s+/)[0] || patient.name;
  return { side: patient.relationship === 'self' ? 'own' : 'trusted', name };
};
