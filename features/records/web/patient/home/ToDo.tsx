import { Trans } from '@lingui/react/macro';
import { FileText, Hourglass, MessageSquareText } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormats } from '../../../../../web/lib/format.ts';
import { Card } from '../../../../../web/ui/Card.tsx';
import { LinkRow } from '../../../../../web/ui/LinkRow.tsx';
import type { Comment } from '../../../comments/contract.ts';
import { namesIn } from '../../shared/list/WhoName.tsx';
import type { HomeState } from './load-home.ts';

const shownNotes = 3;

/** The newest comment of each author and result: reading one is one thing to do. */
const toRead = (comments: readonly Comment[]): Comment[] => [
  ...new Map(comments.toReversed().map((comment) => [comment.recordId, comment])).values(),
];

type Props = { state: HomeState; resultOf: (recordId: string) => { to: string; name: ReactNode } };

/** What waits to be read or decided; nothing is listed that is not there. */
export const ToDo = ({ state, resultOf }: Props) => {
  const formats = useFormats();
  const { home, newNotes } = state;
  if (!home) return null;
  const held = home.completeness.withheld;
  const [firstHeld] = home.completeness.held ?? [];
  const comments = toRead(home.comments);
  const isEmpty = comments.length === 0 && held === 0 && newNotes.length === 0;
  return (
    <Card labelledBy="to-do" className="h-full overflow-hidden">
      <h2 id="to-do" className="px-5 pt-5 pb-2 text-xl">
        <Trans>To do</Trans>
      </h2>
      {isEmpty ? (
        <p className="px-5 pb-5 text-ink-2">
          <Trans>Nothing waits for you in this portal.</Trans>
        </p>
      ) : null}
      <ul>
        {comments.map((comment) => {
          const { to, name } = resultOf(comment.recordId);
          return (
            <LinkRow
              key={comment.id}
              to={to}
              icon={MessageSquareText}
              tone="info"
              title={
                <Trans>
                  Read what <bdi>{comment.author.name}</bdi> wrote
                </Trans>
              }
            >
              {name}
            </LinkRow>
          );
        })}
        {held > 0 ? (
          <LinkRow
            to="/results"
            icon={Hourglass}
            tone="accent"
            title={<Trans>Something new waits for the comment</Trans>}
          >
            {firstHeld ? (
              <Trans>Open now, or wait until {formats.dayAndMonth(firstHeld.opensAt)}</Trans>
            ) : (
              <Trans>Open now, or wait for the comment</Trans>
            )}
          </LinkRow>
        ) : null}
        {newNotes.slice(0, shownNotes).map((note) => (
          <LinkRow key={note.id} to={`/record/notes/${note.id}`} icon={FileText} title={<Trans>Read a new note</Trans>}>
            {[note.title, namesIn(note.authors), note.at ? formats.dayAndMonth(note.at) : '']
              .filter(Boolean)
              .join(' · ')}
          </LinkRow>
        ))}
        {newNotes.length > shownNotes ? (
          <LinkRow to="/record/notes" icon={FileText} title={<Trans>All notes and documents</Trans>} />
        ) : null}
      </ul>
    </Card>
  );
};
