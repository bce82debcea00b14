export { AllergiesPart, ConditionsPart, ImmunizationsPart } from './HealthParts.tsx';
export { MedicinesPart } from './MedicinesPart.tsx';
export { PatientFrame } from './PatientFrame.tsx';
export { SummaryPart } from './SummaryPart.tsx';
export { NotesPart, VisitsPart } from './VisitParts.tsx';
export { VitalsPart } from './VitalsPart.tsx';
