import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { createContext, use, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { maySee, useCurrentPatient, type CurrentPatient } from '../../../../../web/lib/current-patient.ts';
import { usePageTitle } from '../../../../../web/lib/page-title.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { longListClass, useGrowing } from '../../../../../web/lib/use-growing.ts';
import { BackLink } from '../../../../../web/ui/BackLink.tsx';
import { Card } from '../../../../../web/ui/Card.tsx';
import { EmptyState } from '../../../../../web/ui/EmptyState.tsx';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import { SearchField } from '../../../../../web/ui/SearchField.tsx';
import { Waiting } from '../../../../../web/ui/Waiting.tsx';
import { listNotes, listVisits } from '../../../contract.ts';
import { time } from '../../../panel.ts';
import { readNote, type Note } from '../../../read/note.ts';
import { readVisit } from '../../../read/visit.ts';
import { holdsWords } from '../../shared/fold.ts';
import { ListState } from '../../shared/list/ListState.tsx';
import { ListTop } from '../../shared/list/ListTop.tsx';
import { useList, type ListState as State } from '../../shared/list/load-list.ts';
import { PaperIncomplete } from '../../shared/list/PaperIncomplete.tsx';
import { PaperTable } from '../../shared/list/PaperTable.tsx';
import { TwoPane, useOpenId } from '../../shared/list/TwoPane.tsx';
import { WhenText } from '../../shared/list/WhenText.tsx';
import { namesIn } from '../../shared/list/WhoName.tsx';
import { NoteRow, NoteState, NoteTitle } from '../../shared/notes/NoteRow.tsx';
import { BackToRecord } from '../BackToRecord.tsx';
import { NoteLetter } from './NoteLetter.tsx';

type Shown = { state: State<Note>; notes: readonly Note[] };
const NotesContext = createContext<Shown | undefined>(undefined);

const useShownNotes = (): Shown => {
  const shown = use(NotesContext);
  if (!shown) throw new Error('useShownNotes outside of the notes page');
  return shown;
};

const textOf = (note: Note): string =>
  [note.title, note.description ?? '', ...note.categories, namesIn(note.authors)].join(' ');

/** What the visits were for, by record id: notes of one title are told apart by it. */
const useReasons = (patient: CurrentPatient): ((note: Note) => string | undefined) => {
  const visits = useList(listVisits, patient.id, readVisit, maySee(patient, 'visits'));
  const reasons = useMemo(() => new Map(visits.items.map(({ id, reasons }) => [id, reasons[0]])), [visits.items]);
  return useCallback((note) => reasons.get(note.visitId), [reasons]);
};

const List = ({ notes, shownId }: { notes: readonly Note[]; shownId: string | undefined }) => {
  const reasonOf = useReasons(useCurrentPatient());
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const deferred = useDeferredValue(typed);
  const found = useMemo(
    () => notes.filter((note) => holdsWords(`${textOf(note)} ${reasonOf(note) ?? ''}`, deferred)),
    [notes, deferred, reasonOf],
  );
  const count = useGrowing(found.length);
  return (
    <Card as="div" className="overflow-hidden">
      <div className="border-b border-line p-4 md:px-5">
        <SearchField label={t`Search titles, reasons and authors`} value={typed} onChange={setTyped} />
        <p className="mt-2 text-sm">
          <Link to="/search">
            <Trans>Search inside of the notes</Trans>
          </Link>
        </p>
      </div>
      <p role="status" className="sr-only">
        {deferred ? plural(found.length, { one: '# document found', other: '# documents found' }) : ''}
      </p>
      <ul className={longListClass(found.length)}>
        {found.slice(0, count).map((note) => (
          <NoteRow
            key={note.id}
            note={note}
            about={reasonOf(note)}
            to={`/record/notes/${note.id}`}
            isOpen={shownId === note.id}
          />
        ))}
      </ul>
      {found.length === 0 ? (
        <p className="px-4 py-4 text-ink-2 md:px-5">
          <Trans>No title, reason or author holds these words.</Trans>
        </p>
      ) : null}
    </Card>
  );
};

/** What the care team wrote, newest first; each opens as text to read. */
export const NotesPage = () => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const patient = useCurrentPatient();
  const openId = useOpenId();
  const state = useList(listNotes, patient.id, readNote);
  const notes = useMemo(() => state.items.toSorted((a, b) => time(b.at) - time(a.at)), [state.items]);
  return (
    <NotesContext value={{ state, notes }}>
      <TwoPane
        top={
          <>
            <BackToRecord />
            <ListTop
              canPrint={notes.length > 0}
              heading={
                <PageHeading title={t`Notes and documents`} clinic={clinic.name}>
                  <Trans>Notes and documents</Trans>
                </PageHeading>
              }
            />
            <div className="mb-5">
              <ListState kind="notes" state={state}>
                {null}
              </ListState>
            </div>
          </>
        }
        list={notes.length > 0 ? <List notes={notes} shownId={openId ?? notes[0]?.id ?? undefined} /> : null}
        paper={
          <>
            <PaperTable
              rows={notes}
              keyOf={(note, index) => note.id ?? String(index)}
              columns={[
                {
                  key: 'at',
                  title: <Trans>Date</Trans>,
                  nowrap: true,
                  cell: ({ at }) => (at ? <WhenText at={at} short /> : '–'),
                },
                { key: 'title', title: <Trans>Document</Trans>, cell: (note) => <NoteTitle note={note} /> },
                { key: 'by', title: <Trans>By</Trans>, cell: ({ authors }) => namesIn(authors) || '–' },
                { key: 'state', title: <Trans>Status</Trans>, cell: (note) => <NoteState note={note} /> },
              ]}
            />
            <PaperIncomplete state={state} />
          </>
        }
      />
    </NotesContext>
  );
};

/** Beside the list on a desk: nothing is opened by itself, since each opening is an entry in the log. */
export const FirstNote = () => (
  <EmptyState title={<Trans>Choose a document to read it</Trans>}>
    <Trans>It opens here.</Trans>
  </EmptyState>
);

const back = (
  <BackLink to="/record/notes" className="lg:hidden">
    <Trans>All notes and documents</Trans>
  </BackLink>
);

export const ChosenNote = () => {
  const { t } = useLingui();
  usePageTitle(t`One document`, useSession().clinic.name);
  const { state, notes } = useShownNotes();
  const id = useOpenId();
  const note = notes.find((one) => one.id === id);
  if (note) return <NoteLetter key={note.id} note={note} back={back} />;
  if (!state.isComplete && !state.partError && !state.error) return <Waiting />;
  return (
    <>
      {back}
      <EmptyState title={<Trans>This document is not in your list</Trans>}>
        <Trans>It may have been taken back, or the address is wrong.</Trans>
      </EmptyState>
    </>
  );
};
