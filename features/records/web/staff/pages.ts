export { ChartPage, ChosenResult } from './ChartPage.tsx';
export { FindPatientPage } from './FindPatientPage.tsx';
export { FirstResult } from '../shared/letter/ChosenLetter.tsx';
