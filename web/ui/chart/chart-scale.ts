import { scaleLinear, scaleUtc, type ScaleTime } from 'd3-scale';
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
/** Room that one month takes below the chart, so that labels never run into each other. */
const tickWidth = 92;
const mostTicks = 6;

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

/** Months to name: each once, apart from each other, and none cut off at the side. */
const monthTicks = (x: ScaleTime<number, number>, width: number): Date[] => {
  const months = new Map(
    x
      .ticks(mostTicks)
      .map((tick) => [tick.toISOString().slice(0, 7), tick] as const)
      .toReversed(),
  );
  const all = [...months.values()].toReversed();
  const step = all.length > 1 ? x(all[1]!) - x(all[0]!) : tickWidth;
  const every = Math.max(1, Math.ceil(tickWidth / step));
  return all.filter((tick, index) => index % every === 0 && x(tick) <= width - 40);
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
    dayTicks: monthTicks(x, width),
    valueTicks: y.ticks(5),
  };
};

export type Scales = ReturnType<typeof chartScales>;
