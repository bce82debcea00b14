import { Trans } from '@lingui/react/macro';
import { CircleSlash, FilePen, FileText, History } from 'lucide-react';
import { memo } from 'react';
import { useIsWide } from '../../../../../web/lib/use-is-wide.ts';
import { Pill } from '../../../../../web/ui/Pill.tsx';
import { RowLink } from '../../../../../web/ui/RowLink.tsx';
import type { Note } from '../../../read/note.ts';
import { Dotted } from '../list/Entry.tsx';
import { WhenText } from '../list/WhenText.tsx';
import { namesIn } from '../list/WhoName.tsx';

export const NoteState = ({ note }: { note: Note }) => (
  <>
    {note.state === 'superseded' ? (
      <Pill tone="quiet" icon={History}>
        <Trans>Replaced by a newer one</Trans>
      </Pill>
    ) : null}
    {note.state === 'withdrawn' ? (
      <Pill tone="quiet" icon={CircleSlash}>
        <Trans>Entered by mistake</Trans>
      </Pill>
    ) : null}
    {note.isDraft ? (
      <Pill tone="warn" icon={FilePen}>
        <Trans>Not finished</Trans>
      </Pill>
    ) : null}
  </>
);

export const NoteTitle = ({ note }: { note: Note }) =>
  note.title ? <bdi>{note.title}</bdi> : <Trans>Document without a name</Trans>;

type Props = {
  note: Note;
  /** What the visit was for, where it is known: ten notes of one title are told apart by it. */
  about: string | undefined;
  to: string;
  isOpen: boolean;
};

/** One note or document in the list: what it is, when, by whom. */
export const NoteRow = memo(({ note, about, to, isOpen }: Props) => {
  const isWide = useIsWide();
  const authors = namesIn(note.authors);
  return (
    <li className="border-t border-line first:border-t-0">
      <RowLink
        to={to}
        isOpen={isOpen}
        resetScroll={!isWide}
        className={
          'flex items-start gap-4 px-4 py-3.5 text-ink no-underline hover:bg-sunken hover:text-ink focus-visible:-outline-offset-3 md:px-5 ' +
          'in-[.staff]:px-3 in-[.staff]:py-1.5 lg:aria-[current=page]:bg-brand-soft lg:aria-[current=page]:shadow-[inset_4px_0_0_var(--brand)]'
        }
      >
        <FileText aria-hidden size={21} strokeWidth={1.75} className="mt-0.5 shrink-0 text-brand" />
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">
            <NoteTitle note={note} />
          </span>
          {about || (note.description && note.description !== note.title) ? (
            <span className="block text-sm">
              <bdi>{about ?? note.description}</bdi>
            </span>
          ) : null}
          <span className="block text-sm text-ink-2">
            <Dotted
              parts={[
                note.at ? <WhenText at={note.at} short /> : <Trans>No date given</Trans>,
                authors ? <bdi>{authors}</bdi> : null,
              ]}
            />
          </span>
          <span className="mt-1.5 flex flex-wrap gap-2 empty:hidden">
            <NoteState note={note} />
          </span>
        </span>
      </RowLink>
    </li>
  );
});
