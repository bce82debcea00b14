export { RecordPage } from './RecordPage.tsx';
export { SearchPage } from './SearchPage.tsx';
