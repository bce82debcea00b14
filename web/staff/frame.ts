export { FirstPage } from './FirstPage.tsx';
export { Shell } from './Shell.tsx';
