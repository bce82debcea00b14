export { FindPatientPage } from './FindPatientPage.tsx';
