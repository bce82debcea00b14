import { scaleLinear, scaleUtc } from 'd3-scale';
import type { Standing } from '../Flag.tsx';

/** One point in time. `lower` is the second figure of a reading that has two, such as a blood pressure. */
export type Measure = {
  id: string;
  at: Date;
  value: number;
  standing: Standing;
  lower?: { value: number; standing: Standing };
};

/** Ends of a range or a goal; either may be open. */
export type Ends = { low?: number | undefined; high?: number | undefined };

export const chartHeight = 260;
export const chartMargin = { top: 38, right: 18, bottom: 34, left: 46 };
/** Room that one date label needs, so that labels never run into each other. */
const tickWidth = 110;

const valueDomain = (measures: readonly Measure[], ends: readonly Ends[]): [number, number] => {
  const all = [
    ...measures.flatMap(({ value, lower }) => (lower ? [value, lower.value] : [value])),
    ...ends.flatMap(({ low, high }) => [low, high]).filter((end) => end !== undefined),
  ];
  const bottom = Math.min(...all);
  const top = Math.max(...all);
  const pad = (top - bottom || Math.abs(top) || 1) * 0.12;
  return [bottom >= 0 ? Math.max(0, bottom - pad) : bottom - pad, top + pad];
};

/** Time and value in px for a drawing of this width, with what the axes need. */
export const chartScales = (measures: readonly Measure[], ends: readonly Ends[], width: number) => {
  const first = measures[0]!;
  const last = measures.at(-1)!;
  const { left, right, top, bottom } = chartMargin;
  const x = scaleUtc([first.at, last.at], [left + 10, Math.max(left + 40, width - right - 10)]);
  const y = scaleLinear(valueDomain(measures, ends), [chartHeight - bottom, top]);
  return {
    x,
    y,
    left,
    right: width - right,
    dayTicks: x.ticks(Math.max(1, Math.min(6, Math.floor((width - left) / tickWidth)))),
    valueTicks: y.ticks(5),
  };
};

export type Scales = ReturnType<typeof chartScales>;
