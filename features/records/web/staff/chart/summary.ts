export { SummaryPart } from './SummaryPart.tsx';
export { VitalsPart } from './VitalsPart.tsx';
