export { AllergiesPart, ConditionsPart, ImmunizationsPart } from './HealthParts.tsx';
export { MedicinesPart } from './MedicinesPart.tsx';
export { PatientFrame } from './PatientFrame.tsx';
export { SummaryPart } from './SummaryPart.tsx';
export { MorePart } from './MorePart.tsx';
export { NotePart, NotesPart } from './NotesPart.tsx';
export { VisitsPart } from './VisitParts.tsx';
export { VitalsPart } from './VitalsPart.tsx';
