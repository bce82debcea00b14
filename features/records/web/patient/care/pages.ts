export { CarePlanPage } from './CarePlanPage.tsx';
export { ProceduresPage } from './ProceduresPage.tsx';
export { DevicesPage } from './DevicesPage.tsx';
export { FamilyHistoryPage } from './FamilyHistoryPage.tsx';
export { CoveragePage } from './CoveragePage.tsx';
