export { RolePage } from './RolePage.tsx';
export { SignInsPage } from '../shared/SignInsPage.tsx';
export { InvitePatientPage } from './InvitePatientPage.tsx';
export { InviteStaffPage } from './InviteStaffPage.tsx';
