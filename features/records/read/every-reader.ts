import type { FhirDiagnosticReport, FhirObservation } from '../fhir-shapes.ts';
import { interpretObservation } from '../observation.ts';
import { groupPanels } from '../panel.ts';
import { readAllergy } from './allergy.ts';
import { readAppointment } from './appointment.ts';
import { readCarePlan, readCareTeam } from './care-plan.ts';
import { readClaim } from './claim.ts';
import { readCondition } from './condition.ts';
import { readCoverage } from './coverage.ts';
import { readDevice } from './device.ts';
import { nameIn, type FhirResource } from './elements.ts';
import { readFamilyHistory } from './family-history.ts';
import { readForm } from './form.ts';
import { readGoal } from './goal.ts';
import { readImaging } from './imaging.ts';
import { readImmunization } from './immunization.ts';
import { readMedicine } from './medicine.ts';
import { readNote } from './note.ts';
import { readOther } from './other.ts';
import { readPerson } from './person.ts';
import { readProcedure } from './procedure.ts';
import { readResultFacts } from './result-facts.ts';
import { readVisit } from './visit.ts';

type Reader = (resource: FhirResource) => unknown;

const named: Reader = (resource) => ({ name: nameIn(resource) });

/** The reader of each type, as the screens use them; `readOther` for every type that is not named here. */
const readers: Readonly<Record<string, Reader>> = {
  Observation: (resource) => [interpretObservation(resource as FhirObservation), readResultFacts(resource)],
  DiagnosticReport: (resource) => [
    groupPanels([resource as FhirDiagnosticReport], []),
    readNote(resource),
    readResultFacts(resource),
  ],
  AllergyIntolerance: readAllergy,
  Appointment: readAppointment,
  Binary: readNote,
  CarePlan: readCarePlan,
  CareTeam: readCareTeam,
  Claim: readClaim,
  ClaimResponse: readClaim,
  Composition: readNote,
  Condition: readCondition,
  Coverage: readCoverage,
  Device: readDevice,
  DeviceUseStatement: readDevice,
  DocumentReference: readNote,
  Encounter: readVisit,
  EpisodeOfCare: readVisit,
  ExplanationOfBenefit: readClaim,
  FamilyMemberHistory: readFamilyHistory,
  Goal: readGoal,
  ImagingStudy: readImaging,
  Immunization: readImmunization,
  Media: readImaging,
  MedicationAdministration: readMedicine,
  MedicationDispense: readMedicine,
  MedicationRequest: readMedicine,
  MedicationStatement: readMedicine,
  Patient: readPerson,
  Person: readPerson,
  Procedure: readProcedure,
  QuestionnaireResponse: readForm,
  RelatedPerson: readPerson,
  // Belong to no patient and are shown by their name.
  HealthcareService: named,
  Location: named,
  Medication: named,
  Organization: named,
  Practitioner: named,
  PractitionerRole: named,
};

/** All that the screens are given of a resource. Never throws on what was accepted on write. */
export const readResource = (resource: FhirResource): unknown =>
  (readers[resource.resourceType ?? ''] ?? readOther)(resource);
