import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, type ReactNode } from 'react';
import { useFormats } from '../../../../../web/lib/format.ts';
import { useIsPatientSide } from '../../../../../web/lib/session.ts';
import { PrintButton } from '../../../../../web/ui/PrintButton.tsx';
import { worstState } from '../../../panel.ts';
import type { VitalPoint, VitalTrend } from '../../../read/vital.ts';
import { usePlainVital } from '../../plain/use-plain.ts';
import { GoalFlag } from '../goals/GoalFlag.tsx';
import { useGoalWords } from '../goals/use-goal-words.ts';
import type { AtGoal } from '../goals/use-goals.ts';
import { Detail, DetailHeading } from '../list/Detail.tsx';
import { PaperTable } from '../list/PaperTable.tsx';
import { WhenText } from '../list/WhenText.tsx';
import { standingOf } from '../standing.ts';
import { useUnitWords } from '../unit-words.ts';
import { VitalFlag } from './VitalFlag.tsx';
import { VitalValue } from './VitalValue.tsx';

const TrendChart = lazy(() =>
  import('../../../../../web/ui/chart/TrendChart.tsx').then((module) => ({ default: module.TrendChart })),
);

const textOf = ({ text, lower }: VitalPoint): string => (lower ? `${text}/${lower.text}` : text);

const Chart = ({ trend, goal }: { trend: VitalTrend; goal: AtGoal | undefined }) => {
  const goalWords = useGoalWords();
  const { t } = useLingui();
  const formats = useFormats();
  const unitWords = useUnitWords();
  const unit = trend.unit ? unitWords(trend.unit) : '';
  const [first] = trend.points;
  const last = trend.points.at(-1);
  if (!first || !last || trend.points.length < 2) return null;
  const states: Record<VitalPoint['state'], string> = {
    in: t`in range`,
    above: t`above range`,
    below: t`below range`,
    abnormal: t`outside range`,
    critical: t`critical`,
    unknown: t`no range given`,
  };
  const from = `${textOf(first)} ${unit}`.trim();
  const to = `${textOf(last)} ${unit}`.trim();
  const firstDay = formats.month(first.at);
  const lastDay = formats.month(last.at);
  if (trend.points.every((point) => textOf(point) === textOf(last)))
    return (
      <p>
        <Trans>
          {from} each time, from {firstDay} to {lastDay}.
        </Trans>
      </p>
    );
  // One range cannot be the band of two figures.
  const range = last.lower ? null : trend.latest.range;
  return (
    <Suspense fallback={<div className="h-72" />}>
      <TrendChart
        measures={trend.points.map((point) => ({
          id: point.id,
          at: new Date(point.timeMs),
          value: point.number,
          standing: standingOf(point.state),
          ...(point.lower ? { lower: { value: point.lower.number, standing: standingOf(point.lower.state) } } : {}),
        }))}
        low={range?.low ?? undefined}
        high={range?.high ?? undefined}
        unit={unit}
        goal={
          goal
            ? { low: goal.target.low ?? undefined, high: goal.target.high ?? undefined, words: goalWords(goal.target) }
            : undefined
        }
        sentence={t`From ${from} in ${firstDay} to ${to} in ${lastDay}.`}
        describe={(measure) => {
          const point = trend.points.find((one) => one.timeMs === measure.at.getTime()) ?? last;
          const state = states[worstState([point.state, ...(point.lower ? [point.lower.state] : [])])];
          return `${formats.date(measure.at)}: ${textOf(point)} ${unit}, ${state}`;
        }}
      />
    </Suspense>
  );
};

const ValueTable = ({ trend, onScreen }: { trend: VitalTrend; onScreen: boolean }) => (
  <PaperTable
    rows={trend.all}
    onScreen={onScreen}
    keyOf={(result, index) => result.id ?? String(index)}
    columns={[
      {
        key: 'date',
        title: <Trans>Date</Trans>,
        nowrap: true,
        cell: ({ takenAt }) => (takenAt ? <WhenText at={takenAt} short /> : '–'),
      },
      { key: 'value', title: <Trans>Value</Trans>, cell: (result) => <VitalValue result={result} /> },
      { key: 'state', title: <Trans>Where it stands</Trans>, cell: (result) => <VitalFlag result={result} /> },
    ]}
  />
);

const Meaning = ({ trend }: { trend: VitalTrend }) => {
  const plain = usePlainVital()(trend.loinc);
  const isPatientSide = useIsPatientSide();
  if (!plain || !isPatientSide) return null;
  const { direction } = trend.latest;
  return (
    <section className="max-w-prose space-y-3">
      <DetailHeading>
        <Trans>What this means</Trans>
      </DetailHeading>
      {plain.measures ? <p>{plain.measures}</p> : null}
      {direction === 'high' && plain.high ? <p>{plain.high}</p> : null}
      {direction === 'low' && plain.low ? <p>{plain.low}</p> : null}
      {plain.next ? <p>{plain.next}</p> : null}
    </section>
  );
};

type Props = { trend: VitalTrend; goal: AtGoal | undefined; back?: ReactNode; takesFocus: boolean };

/** One kind of measurement: the newest value, how it moved, what it means, and each value in a table. */
export const VitalLetter = ({ trend, goal, back, takesFocus }: Props) => {
  const goalWords = useGoalWords();
  const plain = usePlainVital()(trend.loinc);
  const { latest } = trend;
  return (
    <Detail
      back={back}
      title={plain?.name ?? trend.title}
      flags={
        <>
          {goal ? <GoalFlag standing={goal.standing} /> : null}
          <VitalFlag result={latest} />
        </>
      }
      sub={
        <>
          {plain?.short ? <p>{plain.short}</p> : null}
          {latest.takenAt ? (
            <p>
              <WhenText at={latest.takenAt} />
            </p>
          ) : null}
        </>
      }
      focusKey={takesFocus ? trend.key : undefined}
    >
      <div>
        <VitalValue result={latest} big />
        {goal ? <p className="mt-1 font-semibold text-info">{goalWords(goal.target)}</p> : null}
      </div>
      <section className="space-y-3">
        <Chart trend={trend} goal={goal} />
        {trend.leftOut > 0 && trend.points.length > 1 ? (
          <p className="text-sm text-ink-2">
            <Plural
              value={trend.leftOut}
              one="# value is not in the picture (another unit, or no number). It is in the table."
              other="# values are not in the picture (another unit, or no number). They are in the table."
            />
          </p>
        ) : null}
        {trend.all.length > 1 ? (
          <details className="screen-only">
            <summary className="w-fit font-semibold text-brand underline underline-offset-4">
              <Trans>Show these values as a table</Trans>
            </summary>
            <ValueTable trend={trend} onScreen />
          </details>
        ) : null}
        <ValueTable trend={trend} onScreen={false} />
      </section>
      <Meaning trend={trend} />
      <PrintButton />
    </Detail>
  );
};
