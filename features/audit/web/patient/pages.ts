export { WhoSawPage } from './WhoSawPage.tsx';
