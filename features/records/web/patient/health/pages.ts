export { ConditionsPage } from './ConditionsPage.tsx';
export { AllergiesPage } from './AllergiesPage.tsx';
export { ImmunizationsPage } from './ImmunizationsPage.tsx';
