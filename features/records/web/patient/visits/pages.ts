export { VisitsPage } from './VisitsPage.tsx';
export { FirstVisit, ChosenVisit } from './ChosenVisit.tsx';
