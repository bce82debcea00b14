export { CriticalSettingsPage } from './CriticalSettingsPage.tsx';
