export { AllergiesPart, ConditionsPart, ImmunizationsPart } from './HealthParts.tsx';
export { MedicinesPart } from './MedicinesPart.tsx';
export { NotePart, NotesPart } from './NotesPart.tsx';
export { VisitsPart } from './VisitParts.tsx';
