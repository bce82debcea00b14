export { ChosenResult, ResultsPart } from './ResultsPart.tsx';
export { FirstResult } from '../../shared/letter/ChosenLetter.tsx';
