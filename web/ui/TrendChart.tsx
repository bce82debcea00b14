import { scaleLinear, scaleUtc } from 'd3-scale';
import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useFormats } from '../lib/format.ts';
import { useWidth } from '../lib/use-width.ts';
import type { Standing } from './Flag.tsx';
import { TrendPoint } from './TrendPoint.tsx';

export type Measure = { id: string; at: Date; value: number; standing: Standing };
type Props = {
  /** Oldest first; at least two. */
  measures: readonly Measure[];
  low?: number | undefined;
  high?: number | undefined;
  unit: string;
  /** One sentence that says what the picture shows. */
  sentence: string;
  describe: (measure: Measure) => string;
};

const height = 260;
const margin = { top: 30, right: 18, bottom: 34, left: 46 };
/** Room that one date label needs, so that labels never run into each other. */
const tickWidth = 110;

const valueDomain = (measures: readonly Measure[], low?: number, high?: number): [number, number] => {
  const values = measures.map((measure) => measure.value);
  const bottom = Math.min(...values, ...(low === undefined ? [] : [low]));
  const top = Math.max(...values, ...(high === undefined ? [] : [high]));
  const pad = (top - bottom || Math.abs(top) || 1) * 0.12;
  return [bottom >= 0 ? Math.max(0, bottom - pad) : bottom - pad, top + pad];
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

type Band = { x: [left: number, right: number]; y: [top: number, bottom: number]; first: number; last: number };

/** The typical range as a band. Its label keeps away from where the line runs through it. All in px. */
const RangeBand = ({ x: [left, right], y: [top, bottom], first, last }: Band) => {
  const isIn = (at: number): boolean => at >= top - 20 && at <= bottom + 20;
  const labelsLeft = isIn(last) && !isIn(first);
  return (
    <g aria-hidden>
      <rect
        x={left}
        y={top}
        width={Math.max(0, right - left)}
        height={Math.max(0, bottom - top)}
        className="fill-ok-soft stroke-ok print:fill-transparent forced:fill-none forced:stroke-[CanvasText]"
        strokeWidth="0.75"
        strokeDasharray="4 4"
      />
      <text
        x={labelsLeft ? left + 8 : right - 8}
        y={last < (top + bottom) / 2 ? bottom - 8 : Math.min(top + 18, bottom - 4)}
        textAnchor={labelsLeft ? 'start' : 'end'}
        className="fill-ok font-semibold"
      >
        <Trans>Typical range</Trans>
      </text>
    </g>
  );
};

/** Values over time: straight segments only (a curve would invent values), the range as a band. */
export const TrendChart = ({ measures, low, high, unit, sentence, describe }: Props) => {
  const { t } = useLingui();
  const formats = useFormats();
  const [frame, width] = useWidth<HTMLDivElement>();
  const [selected, setSelected] = useState(measures.length - 1);
  const points = useRef<(SVGGElement | null)[]>([]);
  const first = measures[0];
  const last = measures.at(-1);
  if (!first || !last) return null;

  const x = scaleUtc([first.at, last.at], [margin.left + 10, Math.max(margin.left + 40, width - margin.right - 10)]);
  const domain = valueDomain(measures, low, high);
  const y = scaleLinear(domain, [height - margin.bottom, margin.top]);
  const ticks = x.ticks(Math.max(1, Math.min(6, Math.floor((width - margin.left) / tickWidth))));
  const [bottom = 0, top = 1] = y.domain();
  const bandTop = y(high ?? top);
  const bandBottom = y(low ?? bottom);
  const right = width - margin.right;
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextIndex(event.key, selected, measures.length);
    if (next === undefined) return;
    event.preventDefault();
    setSelected(next);
    points.current[next]?.focus();
  };

  return (
    <figure>
      <figcaption className="mb-2 max-w-prose">{sentence}</figcaption>
      <div ref={frame} className="w-full">
        <svg
          width={width}
          height={height}
          role="group"
          aria-label={t`Trend chart. Use the arrow keys to move from value to value.`}
          className="overflow-visible text-[0.875rem]"
        >
          {low === undefined && high === undefined ? null : (
            <RangeBand x={[margin.left, right]} y={[bandTop, bandBottom]} first={y(first.value)} last={y(last.value)} />
          )}
          <g aria-hidden className="tabular-nums">
            <text x={0} y={14} className="fill-ink-2">
              {unit}
            </text>
            {y.ticks(5).map((tick) => (
              <g key={tick}>
                <line
                  x1={margin.left}
                  x2={right}
                  y1={y(tick)}
                  y2={y(tick)}
                  className="stroke-line forced:stroke-[GrayText]"
                />
                <text x={margin.left - 8} y={y(tick) + 5} textAnchor="end" className="fill-ink-2">
                  {formats.number(tick)}
                </text>
              </g>
            ))}
            {ticks.map((tick) => (
              <text key={tick.getTime()} x={x(tick)} y={height - 8} textAnchor="middle" className="fill-ink-2">
                {formats.utcMonth(tick)}
              </text>
            ))}
          </g>
          <polyline
            aria-hidden
            points={measures.map((measure) => `${x(measure.at)},${y(measure.value)}`).join(' ')}
            fill="none"
            className="stroke-brand forced:stroke-current"
            strokeWidth="2.25"
            strokeLinejoin="round"
          />
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
                label={describe(measure)}
                shownText={index === selected ? `${formats.number(measure.value)} ${unit}` : undefined}
                isTextBelow={isValley(measures, index)}
                isSelected={index === selected}
                edge={x(measure.at) > right - 60 ? 'right' : x(measure.at) < margin.left + 60 ? 'left' : 'none'}
                onSelect={() => setSelected(index)}
              />
            ))}
          </g>
        </svg>
      </div>
    </figure>
  );
};
