import {
  listAllergies,
  listAppointments,
  listConditions,
  listImmunizations,
  listMedicines,
  listNotes,
  listProfile,
  listVisits,
} from '../../../contract.ts';
import { readAllergy } from '../../../read/allergy.ts';
import { readAppointment } from '../../../read/appointment.ts';
import { readCondition } from '../../../read/condition.ts';
import type { FhirResource } from '../../../read/elements.ts';
import { readImmunization } from '../../../read/immunization.ts';
import { readMedicine } from '../../../read/medicine.ts';
import { readNote } from '../../../read/note.ts';
import { readPerson } from '../../../read/person.ts';
import { readVisit } from '../../../read/visit.ts';
import { useList } from '../../shared/list/load-list.ts';

/** The lists of a chart, each read once while it is open: facts at the side and pages share them. */
const medicine = (resource: FhirResource) => readMedicine(resource);

export const useMedicines = (patientId: string) => useList(listMedicines, patientId, medicine);
export const useAllergies = (patientId: string) => useList(listAllergies, patientId, readAllergy);
export const useConditions = (patientId: string) => useList(listConditions, patientId, readCondition);
export const useImmunizations = (patientId: string) => useList(listImmunizations, patientId, readImmunization);
export const useVisits = (patientId: string) => useList(listVisits, patientId, readVisit);
export const useAppointments = (patientId: string) => useList(listAppointments, patientId, readAppointment);
export const useNotes = (patientId: string) => useList(listNotes, patientId, readNote);
export const useProfile = (patientId: string) => useList(listProfile, patientId, readPerson);
