export { CommentsPage } from './CommentsPage.tsx';
