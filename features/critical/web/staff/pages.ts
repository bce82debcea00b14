export { AlertsPage } from './AlertsPage.tsx';
export { CorrectedPage } from './CorrectedPage.tsx';
