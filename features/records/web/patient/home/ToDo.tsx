import { Trans } from '@lingui/react/macro';
import { FileText, Hourglass, MessageSquareText, Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormats } from '../../../../../web/lib/format.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { Card } from '../../../../../web/ui/Card.tsx';
import { LinkRow } from '../../../../../web/ui/LinkRow.tsx';
import type { Comment } from '../../../comments/contract.ts';
import type { Result } from '../../../observation.ts';
import { namesIn } from '../../shared/list/WhoName.tsx';
import { usePlainWords } from '../../shared/plain-words.ts';
import { FarOut } from './CallNow.tsx';
import type { HomeState } from './load-home.ts';

const shownNotes = 3;

/** The newest comment of each author and result: reading one is one thing to do. */
const toRead = (comments: readonly Comment[]): Comment[] => [
  ...new Map(comments.toReversed().map((comment) => [comment.recordId, comment])).values(),
];

/** What a comment is about: where it stands, its name, the day of the sample. */
export type NamedResult = { to: string; name: ReactNode; at: string | null };

type Props = { state: HomeState; urgent: readonly Result[]; resultOf: (recordId: string) => NamedResult };

/** What waits to be read or decided; nothing is listed that is not there. */
export const ToDo = ({ state, urgent, resultOf }: Props) => {
  const formats = useFormats();
  const { clinic } = useSession();
  const words = usePlainWords();
  const { home, newNotes } = state;
  if (!home) return null;
  const held = home.completeness.withheld;
  const [firstHeld] = home.completeness.held ?? [];
  const comments = toRead(home.comments);
  const isEmpty = urgent.length === 0 && comments.length === 0 && held === 0 && newNotes.length === 0;
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
        {urgent.map((result, index) => (
          <LinkRow
            key={result.id ?? index}
            to={`/results/${result.id}`}
            icon={Phone}
            tone="bad"
            title={<Trans>Call {clinic.phone} about this result</Trans>}
          >
            {words(result).name} · <FarOut result={result} />
          </LinkRow>
        ))}
        {comments.map((comment) => {
          const { to, name, at } = resultOf(comment.recordId);
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
              {at ? <span className="dates"> · {formats.dayAndMonth(at)}</span> : null}
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
