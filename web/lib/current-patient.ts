import { createContext, use } from 'react';
import type { Session } from './session.ts';

export type CurrentPatient = Session['patients'][number];

const storageKey = 'portico.patient';

/** One patient per tab: the choice lives in the tab, the person's own record comes first. */
export const firstPatient = (session: Session): CurrentPatient | undefined => {
  const chosen = sessionStorage.getItem(storageKey);
  return (
    session.patients.find((patient) => patient.id === chosen) ??
    session.patients.find((patient) => patient.relationship === 'self') ??
    session.patients[0]
  );
};

export const rememberPatient = (id: string): void => sessionStorage.setItem(storageKey, id);

const PatientContext = createContext<CurrentPatient | undefined>(undefined);
export const PatientProvider = PatientContext.Provider;

/** Whose record is on screen. Throws outside of a signed-in patient page. */
export const useCurrentPatient = (): CurrentPatient => {
  const current = use(PatientContext);
  if (!current) throw new Error('useCurrentPatient outside of a patient page');
  return current;
};

/** A trusted person reads: of a record only what is shared. Never so for staff. */
export const useIsShared = (): boolean => {
  const current = use(PatientContext);
  return current !== undefined && current.relationship !== 'self';
};

/** The parts of a record that can be opened to a trusted person one by one. */
export type Area =
  | 'results'
  | 'medicines'
  | 'conditions'
  | 'visits'
  | 'appointments'
  | 'documents'
  | 'billing'
  | 'profile';

/** Whether a part is open to the caller. The server decides anyway; here nothing dead is offered. */
export const maySee = (patient: CurrentPatient, area: Area): boolean =>
  patient.relationship === 'self' || patient.viewAreas.includes(area) || patient.actAreas.includes(area);

/** Whether the caller may change something in a part. */
export const mayAct = (patient: CurrentPatient, area: Area): boolean =>
  patient.relationship === 'self' || patient.actAreas.includes(area);
