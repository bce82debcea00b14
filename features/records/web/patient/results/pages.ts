export { ResultsPage, ChosenResult } from './ResultsPage.tsx';
export { FirstResult } from '../../shared/letter/ChosenLetter.tsx';
