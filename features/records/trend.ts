import type { Result, ResultState } from './observation.ts';
import { bySeverity, time } from './panel.ts';
import { sameUnit, type Range } from './range.ts';

export type TrendPoint = {
  resultId: string | null;
  at: string;
  timeMs: number;
  number: number;
  text: string;
  state: ResultState;
};

/** One test over time, oldest first, in one unit. */
export type Trend = {
  loinc: string | null;
  title: string;
  unit: string | null;
  points: TrendPoint[];
  /** The newest result's range; `rangeVaries` when an earlier one had another. */
  range: Range | null;
  rangeVaries: boolean;
  /** Results of this test that cannot be drawn: other unit, no number, or no date. */
  leftOut: number;
  /** Results that the laboratory took back: never drawn. */
  withdrawn: number;
  latest: Result;
  /** The one before the latest point, for "up from" and "down from". */
  previous: TrendPoint | null;
};

/** What makes two results the same test: the LOINC code, else the sender's name. */
export const testKey = (result: Result): string => result.loinc ?? `name:${result.title.toLowerCase()}`;

/** One trend per test, the test with the newest result first. Values are never converted between units. */
export const groupTrends = (results: readonly Result[]): Trend[] => {
  const byTest = new Map<string, Result[]>();
  for (const result of results) {
    const key = testKey(result);
    const group = byTest.get(key);
    if (group) group.push(result);
    else byTest.set(key, [result]);
  }
  return [...byTest.values()]
    .map(trendOf)
    .toSorted(
      (a, b) =>
        time(b.latest.takenAt) - time(a.latest.takenAt) ||
        bySeverity(a.latest.state, b.latest.state) ||
        a.title.localeCompare(b.title),
    );
};

/** The trend of results of one test. @param results at least one */
export const trendOf = (results: readonly Result[]): Trend => {
  const ordered = results.toSorted((a, b) => time(a.takenAt) - time(b.takenAt));
  const live = ordered.filter((result) => !result.withdrawn);
  const latest = live.at(-1) ?? ordered.at(-1)!;
  const unit = latest.value.kind === 'quantity' ? latest.value.unit : null;
  const points: TrendPoint[] = [];
  for (const result of live) {
    const { value, takenAt } = result;
    if (value.kind !== 'quantity' || takenAt === null || time(takenAt) === 0) continue;
    if ((value.unit === null) !== (unit === null) || !sameUnit(value.unit, unit)) continue;
    points.push({
      resultId: result.id,
      at: takenAt,
      timeMs: time(takenAt),
      number: value.number,
      text: value.display,
      state: result.state,
    });
  }
  const ranges = live.flatMap((result) => (result.range ? [`${result.range.low}|${result.range.high}`] : []));
  return {
    loinc: latest.loinc,
    title: latest.title,
    unit,
    points,
    range: latest.range,
    rangeVaries: new Set(ranges).size > 1,
    leftOut: live.length - points.length,
    withdrawn: ordered.length - live.length,
    latest,
    previous: points.at(-2) ?? null,
  };
};
