import type { Result, ResultState } from '../observation.ts';
import { time, worstState } from '../panel.ts';
import { sameUnit } from '../range.ts';
import { testKey } from '../trend.ts';

/** LOINC codes of a blood pressure and its two figures. */
const upperCode = '8480-6';
const lowerCode = '8462-4';

export type VitalFigure = { number: number; text: string; state: ResultState };

/** One measurement that can be drawn; `lower` is the second figure of a blood pressure. */
export type VitalPoint = VitalFigure & {
  id: string;
  at: string;
  timeMs: number;
  lower: VitalFigure | null;
};

/** One kind of measurement over time, oldest first, in one unit. */
export type VitalTrend = {
  key: string;
  loinc: string | null;
  title: string;
  unit: string | null;
  points: VitalPoint[];
  latest: Result;
  /** Every measurement, newest first, also those that cannot be drawn. */
  all: Result[];
  /** Measurements in another unit, without a number or a date. */
  leftOut: number;
};

const figureOf = (result: Result | undefined): VitalFigure | null =>
  result?.value.kind === 'quantity'
    ? { number: result.value.number, text: result.value.display, state: result.state }
    : null;

const partOf = (result: Result, loinc: string): Result | undefined =>
  result.components.find((component) => component.loinc === loinc);

/** The two figures of a blood pressure, upper first; undefined for anything else. */
export const pressureOf = (
  result: Result,
): { upper: VitalFigure; lower: VitalFigure; unit: string | null; state: ResultState } | undefined => {
  const first = partOf(result, upperCode);
  const upper = figureOf(first);
  const lower = figureOf(partOf(result, lowerCode));
  if (!upper || !lower) return undefined;
  return {
    upper,
    lower,
    unit: first?.value.kind === 'quantity' ? first.value.unit : null,
    state: worstState([upper.state, lower.state, result.state]),
  };
};

const unitOf = (result: Result): string | null =>
  pressureOf(result)?.unit ?? (result.value.kind === 'quantity' ? result.value.unit : null);

const pointOf = (result: Result, unit: string | null): VitalPoint | undefined => {
  const pressure = pressureOf(result);
  const figure = pressure?.upper ?? figureOf(result);
  const { takenAt } = result;
  if (!figure || takenAt === null || time(takenAt) === 0) return undefined;
  const own = unitOf(result);
  if ((own === null) !== (unit === null) || !sameUnit(own, unit)) return undefined;
  return { ...figure, id: result.id ?? '', at: takenAt, timeMs: time(takenAt), lower: pressure?.lower ?? null };
};

/** What people look for first stands first. */
const order: readonly string[] = [
  '85354-9',
  '55284-4',
  '29463-7',
  '8302-2',
  '39156-5',
  '8867-4',
  '8310-5',
  '9279-1',
  '59408-5',
  '2708-6',
  '9843-4',
];
const rankOf = (loinc: string | null): number => {
  const index = order.indexOf(loinc ?? '');
  return index < 0 ? order.length : index;
};

/** One trend per kind of measurement. Values are never converted between units; withdrawn ones are never drawn. */
export const groupVitals = (results: readonly Result[]): VitalTrend[] => {
  const groups = new Map<string, Result[]>();
  for (const result of results) groups.set(testKey(result), [...(groups.get(testKey(result)) ?? []), result]);
  return [...groups]
    .map(([key, members]) => trendOfVital(key, members))
    .toSorted((a, b) => rankOf(a.loinc) - rankOf(b.loinc) || a.title.localeCompare(b.title));
};

const trendOfVital = (key: string, members: readonly Result[]): VitalTrend => {
  const all = members.toSorted((a, b) => time(b.takenAt) - time(a.takenAt));
  const live = all.filter((result) => !result.withdrawn);
  const latest = live[0] ?? all[0]!;
  const unit = unitOf(latest);
  const points = live.flatMap((result) => pointOf(result, unit) ?? []).toReversed();
  return {
    key,
    loinc: latest.loinc,
    title: latest.title,
    unit,
    points,
    latest,
    all,
    leftOut: live.length - points.length,
  };
};
