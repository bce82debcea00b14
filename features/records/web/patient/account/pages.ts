export { ProfilePage } from './ProfilePage.tsx';
export { TimingPage } from './TimingPage.tsx';
