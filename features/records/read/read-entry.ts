import { textOf as conceptWords, type FhirObservation } from '../fhir-shapes.ts';
import { readAllergy } from './allergy.ts';
import { readAppointment } from './appointment.ts';
import { readCarePlan, readCareTeam } from './care-plan.ts';
import { readClaim } from './claim.ts';
import { readCondition } from './condition.ts';
import { readCoverage } from './coverage.ts';
import { readDevice } from './device.ts';
import type { FhirResource } from './elements.ts';
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
import { readVisit } from './visit.ts';

/** What stands in a line about any resource: its name in the sender's words, and its date as written. */
export type Heading = { title: string; at: string | null; withdrawn: boolean };

type Reader = (resource: FhirResource) => Heading;

const observed: Reader = (resource) => {
  const observation = resource as FhirObservation;
  return {
    title: conceptWords(observation.code) ?? '',
    at: observation.effectiveDateTime ?? observation.effectivePeriod?.start ?? observation.issued ?? null,
    withdrawn: observation.status === 'entered-in-error' || observation.status === 'cancelled',
  };
};

const medicine: Reader = (resource) => {
  const { name, at, withdrawn } = readMedicine(resource);
  return { title: name ?? '', at, withdrawn };
};

const note: Reader = readNote;

const readers: Readonly<Record<string, Reader>> = {
  Observation: observed,
  DiagnosticReport: note,
  DocumentReference: note,
  Composition: note,
  Binary: note,
  MedicationRequest: medicine,
  MedicationStatement: medicine,
  MedicationDispense: medicine,
  MedicationAdministration: medicine,
  Immunization: (resource) => {
    const { name, at, atWords, withdrawn } = readImmunization(resource);
    return { title: name, at: at ?? atWords, withdrawn };
  },
  AllergyIntolerance: (resource) => {
    const { name, recordedAt, since, withdrawn } = readAllergy(resource);
    return { title: name, at: recordedAt ?? since, withdrawn };
  },
  Condition: (resource) => {
    const { name, since, recordedAt, withdrawn } = readCondition(resource);
    return { title: name, at: since ?? recordedAt, withdrawn };
  },
  Procedure: (resource) => {
    const { name, at, withdrawn } = readProcedure(resource);
    return { title: name, at, withdrawn };
  },
  Device: (resource) => {
    const { name, made, withdrawn } = readDevice(resource);
    return { title: name, at: made, withdrawn };
  },
  DeviceUseStatement: (resource) => {
    const { name, usedAt, withdrawn } = readDevice(resource);
    return { title: name, at: usedAt, withdrawn };
  },
  FamilyMemberHistory: (resource) => {
    const { relation, at, withdrawn } = readFamilyHistory(resource);
    return { title: relation, at, withdrawn };
  },
  CarePlan: (resource) => {
    const { title, span, madeAt, withdrawn } = readCarePlan(resource);
    return { title, at: span?.start ?? madeAt, withdrawn };
  },
  Goal: (resource) => {
    const { description, startedAt, withdrawn } = readGoal(resource);
    return { title: description, at: startedAt, withdrawn };
  },
  CareTeam: (resource) => {
    const { title, span, withdrawn } = readCareTeam(resource);
    return { title: title ?? '', at: span?.start ?? null, withdrawn };
  },
  Encounter: (resource) => {
    const { title, span, withdrawn } = readVisit(resource);
    return { title: title ?? '', at: span?.start ?? null, withdrawn };
  },
  Appointment: (resource) => {
    const { title, start, withdrawn } = readAppointment(resource);
    return { title: title ?? '', at: start, withdrawn };
  },
  QuestionnaireResponse: (resource) => {
    const { name, at, withdrawn } = readForm(resource);
    return { title: name ?? '', at, withdrawn };
  },
  ImagingStudy: readImaging,
  Media: readImaging,
  Coverage: (resource) => {
    const { title, span, withdrawn } = readCoverage(resource);
    return { title, at: span?.start ?? null, withdrawn };
  },
  Patient: (resource) => ({ title: readPerson(resource).name ?? '', at: null, withdrawn: false }),
  RelatedPerson: (resource) => ({ title: readPerson(resource).name ?? '', at: null, withdrawn: false }),
  Claim: (resource) => claimed(resource),
  ExplanationOfBenefit: (resource) => claimed(resource),
  ClaimResponse: (resource) => claimed(resource),
};

const claimed: Reader = (resource) => {
  const { lines, type, at, withdrawn } = readClaim(resource);
  return { title: lines[0]?.what ?? type ?? '', at, withdrawn };
};

/** The heading of any resource of a record. */
export const headingOf = (resource: FhirResource): Heading => {
  const { title, at, withdrawn } = (readers[resource.resourceType ?? ''] ?? readOther)(resource);
  return { title, at, withdrawn };
};
