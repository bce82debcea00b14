import { maySee, type Area, type CurrentPatient } from '../lib/current-patient.ts';

/** Which part of a record a page shows; `own` is for the patient alone. */
const partOf: Record<string, Area | 'own'> = {
  '/results': 'results',
  '/medicines': 'medicines',
  '/visits': 'visits',
  '/record/conditions': 'conditions',
  '/record/allergies': 'conditions',
  '/record/immunizations': 'conditions',
  '/record/care-plan': 'conditions',
  '/record/procedures': 'conditions',
  '/record/devices': 'conditions',
  '/record/family-history': 'conditions',
  '/record/vitals': 'results',
  '/record/notes': 'documents',
  '/record/documents': 'documents',
  '/record/coverage': 'billing',
  '/record/claims': 'billing',
  '/record/findings': 'own',
  '/record/other': 'own',
  '/account': 'own',
  '/who-saw': 'own',
};

/** A page of a part that is not open to this person: nothing is asked of the server for it. */
export const isClosed = (patient: CurrentPatient, path: string): boolean => {
  const page = Object.keys(partOf).find((one) => path === one || path.startsWith(`${one}/`));
  const part = page === undefined ? undefined : partOf[page];
  if (part === undefined) return false;
  return part === 'own' ? patient.relationship !== 'self' : !maySee(patient, part);
};
