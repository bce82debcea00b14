export { DeskSetUpPage } from './DeskSetUpPage.tsx';
export { InviteListPage } from './InviteListPage.tsx';
