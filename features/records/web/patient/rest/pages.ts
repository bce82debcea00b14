export { DocumentsPage, FindingsPage, ClaimsPage, OtherPage } from './RestPages.tsx';
