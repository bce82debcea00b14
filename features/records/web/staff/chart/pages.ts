export { PatientFrame } from './PatientFrame.tsx';
