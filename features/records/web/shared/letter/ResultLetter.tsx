import { Trans } from '@lingui/react/macro';
import { Suspense, useEffect, useRef, type ReactNode } from 'react';
import { useParts } from '../../../../../web/lib/parts.ts';
import { useIsWide } from '../../../../../web/lib/use-is-wide.ts';
import { Card } from '../../../../../web/ui/Card.tsx';
import { PrintButton } from '../../../../../web/ui/PrintButton.tsx';
import { RangeBar } from '../../../../../web/ui/chart/RangeBar.tsx';
import type { Result } from '../../../observation.ts';
import { testKey, trendOf } from '../../../trend.ts';
import { LetterHeading } from './LetterHeading.tsx';
import { ConclusionNote } from './ConclusionNote.tsx';
import { DayAndSource } from '../DayAndSource.tsx';
import { LetterFacts } from './LetterFacts.tsx';
import { LetterMeaning } from './LetterMeaning.tsx';
import { LetterNotices } from './LetterNotices.tsx';
import { LetterTrend } from './LetterTrend.tsx';
import { usePlainWords } from '../plain-words.ts';
import { CommentNote } from '../comments/CommentNote.tsx';
import { ResultFlags } from '../goals/ResultFlags.tsx';
import { useGoalWords } from '../goals/use-goal-words.ts';
import type { AtGoal } from '../goals/use-goals.ts';
import { ResultValueText } from '../ResultValueText.tsx';
import { useShownResults } from '../results-context.ts';
import { standingOf } from '../standing.ts';
import { useUnitWords } from '../unit-words.ts';
import { WrittenWords } from '../WrittenWords.tsx';

type Props = {
  result: Result;
  /** A way back to the list, shown on a phone. */
  back?: ReactNode;
  /** The letter was opened by a link: its heading takes the focus. */
  takesFocus: boolean;
};

const LabRange = ({ result, goal }: { result: Result; goal: AtGoal | undefined }) => {
  const unitWords = useUnitWords();
  const goalWords = useGoalWords();
  const { range, value } = result;
  const shownGoal = goal
    ? { low: goal.target.low ?? undefined, high: goal.target.high ?? undefined, words: goalWords(goal.target) }
    : undefined;
  if (!range && !shownGoal) return null;
  if (value.kind !== 'quantity' || (range && range.low === null && range.high === null && !shownGoal)) {
    return (
      <p className="text-sm text-ink-2">
        <Trans>
          Range from the lab: <bdi>{range?.text}</bdi>
        </Trans>
      </p>
    );
  }
  return (
    <div>
      <RangeBar
        value={value.number}
        low={range?.low ?? undefined}
        high={range?.high ?? undefined}
        unit={unitWords(value.unit ?? range?.unit ?? '')}
        standing={standingOf(result.state)}
        goal={shownGoal}
      />
      <p className="text-sm text-ink-2">
        {!range ? (
          <Trans>The lab gave no range</Trans>
        ) : range.from === 'lab' ? (
          <Trans>This range came from the lab.</Trans>
        ) : (
          <Trans>The lab sent no range. This is a common one for adults.</Trans>
        )}
      </p>
    </div>
  );
};

/** One result, to be read like a letter: what it is, where it stands, what it means, what comes next. */
export const ResultLetter = ({ result, back, takesFocus }: Props) => {
  const { state, patientId, goalOf, commentsOn } = useShownResults();
  const { EarlierValue } = useParts();
  const words = usePlainWords()(result);
  const Title = useIsWide() ? 'h2' : 'h1';
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, [takesFocus, result.id]);
  const goal = goalOf(result);
  const key = testKey(result);
  const ofThisTest = state.results.filter((other) => testKey(other) === key);
  const trend = trendOf(ofThisTest);
  const panel = state.panels.find((one) => one.conclusion && one.results.some((member) => member.id === result.id));
  return (
    <article>
      {back}
      <Card as="div" className="space-y-6 p-5 md:p-7 in-[.staff]:space-y-4 in-[.staff]:p-4 print:p-0">
        <LetterNotices result={result} />
        <header>
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
            <Title ref={heading} tabIndex={-1} className="text-2xl outline-none md:text-3xl in-[.staff]:text-xl">
              {words.name}
            </Title>
            <div className="flex flex-wrap gap-2">
              <ResultFlags result={result} goal={goal} />
            </div>
          </div>
          {words.short ? <p className="mt-1 text-ink-2">{words.short}</p> : null}
          <DayAndSource takenAt={result.takenAt} by={result.performer} className="mt-1 text-ink-2" />
        </header>
        {commentsOn(result).map((comment) => (
          <CommentNote key={comment.id} comment={comment} />
        ))}
        <div className="grid items-center gap-x-8 gap-y-4 sm:grid-cols-[auto_minmax(12rem,1fr)]">
          <ResultValueText result={result} big />
          <LabRange result={result} goal={goal} />
        </div>
        {EarlierValue && result.id ? (
          <Suspense>
            <EarlierValue patientId={patientId} recordId={result.id} status={result.status} />
          </Suspense>
        ) : null}
        {panel ? <ConclusionNote panel={panel} /> : null}
        {result.notes.map((note) => (
          <section key={note}>
            <LetterHeading>
              <Trans>The lab's note</Trans>
            </LetterHeading>
            <WrittenWords text={note} className="max-w-prose" />
          </section>
        ))}
        <LetterMeaning
          result={result}
          words={words}
          previous={trend.latest.id === result.id ? trend.previous : null}
          goal={goal}
        />
        <LetterTrend trend={trend} all={ofThisTest} openId={result.id} goal={goal} />
        <LetterFacts result={result} name={words.name} />
        <PrintButton>
          <Trans>Print this result</Trans>
        </PrintButton>
      </Card>
    </article>
  );
};
