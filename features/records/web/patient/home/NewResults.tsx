import { Link } from '@tanstack/react-router';
import { Plural, Trans } from '@lingui/react/macro';
import { FlaskConical } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormats } from '../../../../../web/lib/format.ts';
import { Card } from '../../../../../web/ui/Card.tsx';
import type { Comment } from '../../../comments/contract.ts';
import type { Result } from '../../../observation.ts';
import { ConclusionNote } from '../../shared/letter/ConclusionNote.tsx';
import { usePanelName, usePlainWords } from '../../shared/plain-words.ts';
import { CommentNote } from '../../shared/comments/CommentNote.tsx';
import { ResultFlags } from '../../shared/goals/ResultFlags.tsx';
import type { AtGoal } from '../../shared/goals/use-goals.ts';
import { ResultValueText } from '../../shared/ResultValueText.tsx';
import type { NewestDay } from './newest-day.ts';

const tileCount = 6;

type Props = {
  day: NewestDay;
  /** Comments on what is shown here, newest first. */
  comments: readonly Comment[];
  isNew: (recordId: string | null) => boolean;
  nameOf: (recordId: string) => ReactNode;
  goalOf: (result: Result) => AtGoal | undefined;
};

/** The newest day's results: the clinician's words first, then what stands out. */
export const NewResults = ({ day, comments, isNew, nameOf, goalOf }: Props) => {
  const formats = useFormats();
  const words = usePlainWords();
  const panelName = usePanelName();
  const shown = day.results.slice(0, tileCount);
  const more = day.results.length - shown.length;
  return (
    <Card labelledBy="newest" className="p-5 md:p-6">
      <div className="mb-4 flex flex-wrap items-center gap-x-3">
        <h2 id="newest" className="flex items-center gap-2.5 text-xl">
          <FlaskConical aria-hidden size={21} className="text-brand" />
          {day.panels.some(({ reportId, results }) => isNew(reportId) || results.some(({ id }) => isNew(id))) ? (
            <Trans>New results</Trans>
          ) : (
            <Trans>Newest results</Trans>
          )}
        </h2>
        <p className="dates text-ink-2">{formats.date(day.takenAt)}</p>
      </div>
      <div className="space-y-3">
        {comments.map((comment) => (
          <CommentNote key={comment.id} comment={comment} about={nameOf(comment.recordId)} />
        ))}
        {day.panels
          .filter((panel) => panel.conclusion)
          .map((panel) => (
            <ConclusionNote key={panel.reportId} panel={panel} about={panelName(panel)} />
          ))}
        <ul className="grid grid-cols-1 gap-3 sm:grid-cols-2 xl:grid-cols-3">
          {shown.map((result, index) => {
            const { name, short } = words(result);
            return (
              <li key={result.id ?? index}>
                <Link
                  to={`/results/${result.id}`}
                  className="grid h-full grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 rounded-control border border-line px-4 py-3 text-ink no-underline hover:border-control hover:bg-sunken hover:text-ink sm:flex sm:flex-col sm:items-start sm:p-4"
                >
                  <span>
                    <span className="block font-semibold">{name}</span>
                    {short ? <span className="block text-sm text-ink-2">{short}</span> : null}
                  </span>
                  <span className="row-span-2 max-w-36 text-right sm:mt-auto sm:max-w-none sm:block sm:pt-2 sm:text-left">
                    <ResultValueText result={result} tile />
                  </span>
                  <span className="mt-1.5 flex flex-wrap gap-2">
                    <ResultFlags result={result} goal={goalOf(result)} />
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
      </div>
      <p className="mt-4">
        <Link to="/results" className="inline-flex min-h-11 items-center font-semibold">
          {more > 0 ? (
            <Plural
              value={more}
              one="# more from this day, and all results"
              other="# more from this day, and all results"
            />
          ) : (
            <Trans>All results</Trans>
          )}
        </Link>
      </p>
    </Card>
  );
};
