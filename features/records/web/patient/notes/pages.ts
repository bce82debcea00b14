export { NotesPage, FirstNote, ChosenNote } from './NotesPage.tsx';
