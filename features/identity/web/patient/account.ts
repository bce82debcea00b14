export { SignInsPage } from '../shared/SignInsPage.tsx';
