import { useLingui } from '@lingui/react/macro';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useFormats } from '../../lib/format.ts';
import { useWidth } from '../../lib/use-width.ts';
import { ChartAxes } from './ChartAxes.tsx';
import { GoalLines, RangeBand } from './ChartBands.tsx';
import { chartHeight, chartScales, type Ends, type Measure, type Scales } from './chart-scale.ts';
import { TrendPoint } from './TrendPoint.tsx';

export type { Measure };

type Props = Ends & {
  /** Oldest first; at least two. */
  measures: readonly Measure[];
  unit: string;
  /** The clinician's goal, in words and as ends. */
  goal?: (Ends & { words: string }) | undefined;
  /** One sentence that says what the picture shows. */
  sentence: string;
  describe: (measure: Measure) => string;
};

/** The text goes below a point whose neighbours lie higher. */
const isValley = (measures: readonly Measure[], index: number): boolean => {
  const neighbours = [measures[index - 1], measures[index + 1]].flatMap((measure) => (measure ? [measure.value] : []));
  const mean = neighbours.reduce((sum, value) => sum + value, 0) / (neighbours.length || 1);
  return mean > (measures[index]?.value ?? 0);
};

const nextIndex = (key: string, index: number, count: number): number | undefined => {
  if (key === 'ArrowRight' || key === 'ArrowUp') return Math.min(count - 1, index + 1);
  if (key === 'ArrowLeft' || key === 'ArrowDown') return Math.max(0, index - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
};

/** Straight segments only: a curve would invent values. */
const Lines = ({ measures, scales: { x, y } }: { measures: readonly Measure[]; scales: Scales }) => {
  const lowers = measures.filter((measure) => measure.lower !== undefined);
  return (
    <g aria-hidden fill="none" strokeWidth="2.25" strokeLinejoin="round">
      <polyline
        points={measures.map((measure) => `${x(measure.at)},${y(measure.value)}`).join(' ')}
        className="stroke-brand forced:stroke-current"
      />
      {lowers.length > 1 ? (
        <polyline
          points={lowers.map((measure) => `${x(measure.at)},${y(measure.lower?.value ?? 0)}`).join(' ')}
          className="stroke-brand opacity-70 forced:stroke-current"
          strokeDasharray="6 4"
        />
      ) : null}
    </g>
  );
};

/** Values over time: the typical range as a band, the goal as a line, each value reachable by arrow keys. */
export const TrendChart = ({ measures, low, high, unit, goal, sentence, describe }: Props) => {
  const { t } = useLingui();
  const formats = useFormats();
  const [frame, width] = useWidth<HTMLDivElement>();
  // By its id: older values may still arrive in front of it.
  const [chosenId, setChosenId] = useState<string>();
  const points = useRef<(SVGGElement | null)[]>([]);
  const first = measures[0];
  const last = measures.at(-1);
  if (!first || !last) return null;
  const found = measures.findIndex(({ id }) => id === chosenId);
  const selected = found < 0 ? measures.length - 1 : found;
  const scales = chartScales(measures, [{ low, high }, goal ?? {}], width);
  const { x, y, left, right } = scales;
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextIndex(event.key, selected, measures.length);
    if (next === undefined) return;
    event.preventDefault();
    setChosenId(measures[next]?.id);
    points.current[next]?.focus();
  };
  const textOf = ({ value, lower }: Measure): string =>
    `${formats.number(value)}${lower ? `/${formats.number(lower.value)}` : ''} ${unit}`;

  return (
    <figure>
      <figcaption className="mb-2 max-w-prose">{sentence}</figcaption>
      <div ref={frame} className="w-full">
        <svg
          width={width}
          height={chartHeight}
          role="group"
          aria-label={t`Trend chart. Use the arrow keys to move from value to value.`}
          className="overflow-visible text-[0.875rem]"
          onPointerLeave={() => setChosenId(undefined)}
        >
          {low === undefined && high === undefined ? null : (
            <RangeBand scales={scales} ends={{ low, high }} first={y(first.value)} last={y(last.value)} />
          )}
          <ChartAxes scales={scales} unit={unit} />
          {goal ? <GoalLines scales={scales} ends={goal} words={goal.words} /> : null}
          <Lines measures={measures} scales={scales} />
          <g onKeyDown={onKeyDown}>
            {measures.map((measure, index) => (
              <TrendPoint
                key={measure.id}
                ref={(element) => {
                  points.current[index] = element;
                }}
                x={x(measure.at)}
                y={y(measure.value)}
                standing={measure.standing}
                lower={measure.lower ? { y: y(measure.lower.value), standing: measure.lower.standing } : undefined}
                label={describe(measure)}
                shownText={index === selected ? textOf(measure) : undefined}
                isTextBelow={!measure.lower && isValley(measures, index)}
                isSelected={index === selected}
                edge={x(measure.at) > right - 60 ? 'right' : x(measure.at) < left + 60 ? 'left' : 'none'}
                onSelect={() => setChosenId(measure.id)}
              />
            ))}
          </g>
        </svg>
      </div>
    </figure>
  );
};
