export { ApprovalsPage } from './ApprovalsPage.tsx';
export { PeoplePage } from './PeoplePage.tsx';
