import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import { useFormats } from '../../../../../web/lib/format.ts';
import type { Result } from '../../../observation.ts';
import { time } from '../../../panel.ts';
import type { Trend, TrendPoint } from '../../../trend.ts';
import { LetterHeading } from './LetterHeading.tsx';
import { useGoalWords } from '../goals/use-goal-words.ts';
import type { AtGoal } from '../goals/use-goals.ts';
import { ResultFlag } from '../ResultFlag.tsx';
import { ResultValueText } from '../ResultValueText.tsx';
import { useShownResults } from '../results-context.ts';
import { standingOf } from '../standing.ts';
import { useUnitWords } from '../unit-words.ts';

const TrendChart = lazy(() =>
  import('../../../../../web/ui/chart/TrendChart.tsx').then((module) => ({ default: module.TrendChart })),
);

type Props = { trend: Trend; all: readonly Result[]; openId: string | null; goal: AtGoal | undefined };

const ValueTable = ({ all, openId }: Pick<Props, 'all' | 'openId'>) => {
  const formats = useFormats();
  return (
    <table className="mt-3 w-full border-collapse text-left">
      <thead>
        <tr className="border-b border-control text-sm">
          <th scope="col" className="py-2 pr-3">
            <Trans>Date</Trans>
          </th>
          <th scope="col" className="py-2 pr-3">
            <Trans>Value</Trans>
          </th>
          <th scope="col" className="hidden py-2 min-[26.25rem]:table-cell">
            <Trans>Where it stands</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {all
          .toSorted((a, b) => time(b.takenAt) - time(a.takenAt))
          .map((result, index) => (
            <tr
              key={result.id ?? index}
              className={`break-inside-avoid border-b border-line align-top ${result.id === openId ? 'font-semibold' : ''}`}
            >
              <td className="dates py-2 pr-3 whitespace-nowrap">
                {result.takenAt ? formats.shortDate(result.takenAt) : '–'}
              </td>
              <td className="py-2 pr-3">
                <ResultValueText result={result} />
                <span className="mt-1 block min-[26.25rem]:hidden">
                  <ResultFlag result={result} />
                </span>
              </td>
              <td className="hidden py-2 min-[26.25rem]:table-cell">
                <ResultFlag result={result} />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
};

/** One sentence that says what the picture shows; the picture's own description. */
const useSentence = (trend: Trend, unit: string): string => {
  const { t } = useLingui();
  const formats = useFormats();
  const [first] = trend.points;
  const last = trend.points.at(-1);
  if (!first || !last) return '';
  const numbers = trend.points.map((point) => point.number);
  const from = `${first.text} ${unit}`.trim();
  const to = `${last.text} ${unit}`.trim();
  const firstDay = formats.month(first.at);
  const lastDay = formats.month(last.at);
  const lowest = formats.number(Math.min(...numbers));
  const highest = formats.number(Math.max(...numbers));
  return t`From ${from} in ${firstDay} to ${to} in ${lastDay}. The lowest value was ${lowest}, the highest ${highest}.`;
};

/** What the picture leaves out, said beneath it. */
const Remarks = ({ trend }: { trend: Trend }) => (
  <>
    {trend.rangeVaries ? (
      <p className="text-sm text-ink-2">
        <Trans>
          The lab used other ranges before. The band shows the newest one; each value below keeps its own flag.
        </Trans>
      </p>
    ) : null}
    {trend.leftOut > 0 && trend.points.length > 1 ? (
      <p className="text-sm text-ink-2">
        <Plural
          value={trend.leftOut}
          one="# value is not in the picture (another unit, or no number). It is in the table."
          other="# values are not in the picture (another unit, or no number). They are in the table."
        />
      </p>
    ) : null}
    {trend.withdrawn > 0 ? (
      <p className="text-sm text-ink-2">
        <Plural
          value={trend.withdrawn}
          one="# result the lab withdrew is only in the table."
          other="# results the lab withdrew are only in the table."
        />
      </p>
    ) : null}
  </>
);

/** Until every page of the list is here, older values may lack. */
const PartOnly = () => {
  const { state } = useShownResults();
  if (state.isComplete) return null;
  return (
    <p className="text-sm font-semibold text-ink-2">
      {state.partError ? (
        <Trans>This is only a part of the values: the rest could not be loaded.</Trans>
      ) : (
        <Trans>Older values are still loading.</Trans>
      )}
    </p>
  );
};

export const LetterTrend = ({ trend, all, openId, goal }: Props) => {
  const goalWords = useGoalWords();
  const { t } = useLingui();
  const formats = useFormats();
  const unitWords = useUnitWords();
  const unit = trend.unit ? unitWords(trend.unit) : '';
  const sentence = useSentence(trend, unit);
  const range = trend.range;
  const words: Record<TrendPoint['state'], string> = {
    in: t`in range`,
    above: t`above range`,
    below: t`below range`,
    abnormal: t`outside range`,
    critical: t`critical`,
    unknown: t`no range given`,
  };
  if (all.length < 2) {
    return (
      <p className="text-ink-2">
        <Trans>This is the only result of this test here, so there is no trend yet.</Trans>
      </p>
    );
  }
  return (
    <section className="space-y-3">
      <div className="break-inside-avoid">
        <LetterHeading>
          <Trans>Over time</Trans>
        </LetterHeading>
        {trend.points.length > 1 ? (
          <Suspense fallback={<div className="h-72" />}>
            <TrendChart
              measures={trend.points.map((point, index) => ({
                id: point.resultId ?? String(index),
                at: new Date(point.timeMs),
                value: point.number,
                standing: standingOf(point.state),
              }))}
              low={range?.low ?? undefined}
              high={range?.high ?? undefined}
              unit={unit}
              goal={
                goal
                  ? {
                      low: goal.target.low ?? undefined,
                      high: goal.target.high ?? undefined,
                      words: goalWords(goal.target),
                    }
                  : undefined
              }
              sentence={sentence}
              describe={(measure) => {
                const point = trend.points.find((one) => one.timeMs === measure.at.getTime());
                const state = words[point?.state ?? 'unknown'];
                return `${formats.date(measure.at)}: ${formats.number(measure.value)} ${unit}, ${state}`;
              }}
            />
          </Suspense>
        ) : null}
      </div>
      <PartOnly />
      <Remarks trend={trend} />
      <details className="screen-only">
        <summary className="w-fit font-semibold text-brand underline underline-offset-4">
          <Trans>Show these values as a table</Trans>
        </summary>
        <ValueTable all={all} openId={openId} />
      </details>
      <div className="print-only">
        <ValueTable all={all} openId={openId} />
      </div>
    </section>
  );
};
