export { VitalsPage, FirstVital, ChosenVital } from './VitalsPage.tsx';
