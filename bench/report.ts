import { writeFileSync } from 'node:fs';

/** One line of the table and of bench/last.json. A figure that does not apply is null. */
export type Figure = {
  name: string;
  connections: number | null;
  requestsPerSecond: number | null;
  p50Ms: number | null;
  p99Ms: number | null;
  nodeCpuUs: number | null;
  postgresCpuUs: number | null;
  /** The raw path. */
  baseline: Baseline;
  /** The raw path with the JSON as text, spliced unread. */
  leanest: Baseline;
};

export type Baseline = { nodeCpuUs: number | null; postgresCpuUs: number | null; requestsPerSecond: number | null };

export const noBaseline: Baseline = { nodeCpuUs: null, postgresCpuUs: null, requestsPerSecond: null };

/** Middle value; null when nothing was measured. */
export const median = (values: readonly (number | null)[]): number | null => {
  const sorted = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

const rounded = (value: number | null, digits: number): number | null =>
  value === null ? null : Number(value.toFixed(digits));

const total = (of: { nodeCpuUs: number | null; postgresCpuUs: number | null }): number | null =>
  of.nodeCpuUs === null || of.postgresCpuUs === null ? null : of.nodeCpuUs + of.postgresCpuUs;

/** Processor time as a multiple of another path's, or null. */
export const ratioOf = (figure: Figure, to: Baseline): number | null => {
  const own = total(figure);
  const raw = total(to);
  return own === null || raw === null || raw === 0 ? null : own / raw;
};

const show = (value: number | null, digits = 0): string => (value === null ? '-' : value.toFixed(digits));

/** The table that `npm run bench` prints. */
export const tableOf = (figures: readonly Figure[]): string => {
  const head = [
    '',
    'conn',
    'per s',
    'p50 ms',
    'p99 ms',
    'node us',
    'pg us',
    'raw node',
    'raw pg',
    'x raw',
    'x leanest',
  ];
  const rows = figures.map((figure) => [
    figure.name,
    show(figure.connections),
    show(figure.requestsPerSecond),
    show(figure.p50Ms, 2),
    show(figure.p99Ms, 2),
    show(figure.nodeCpuUs),
    show(figure.postgresCpuUs),
    show(figure.baseline.nodeCpuUs),
    show(figure.baseline.postgresCpuUs),
    show(ratioOf(figure, figure.baseline), 2),
    show(ratioOf(figure, figure.leanest), 2),
  ]);
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map((row) =>
      row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  '),
    )
    .join('\n');
};

const tidyBaseline = ({ nodeCpuUs, postgresCpuUs, requestsPerSecond }: Baseline): Baseline => ({
  nodeCpuUs: rounded(nodeCpuUs, 1),
  postgresCpuUs: rounded(postgresCpuUs, 1),
  requestsPerSecond: rounded(requestsPerSecond, 1),
});

/** Writes bench/last.json; figures rounded to what the method can tell. */
export const writeFigures = (file: string, figures: readonly Figure[]): void => {
  const tidy = figures.map((figure) => ({
    name: figure.name,
    connections: figure.connections,
    requestsPerSecond: rounded(figure.requestsPerSecond, 1),
    p50Ms: rounded(figure.p50Ms, 3),
    p99Ms: rounded(figure.p99Ms, 3),
    nodeCpuUs: rounded(figure.nodeCpuUs, 1),
    postgresCpuUs: rounded(figure.postgresCpuUs, 1),
    baseline: tidyBaseline(figure.baseline),
    leanest: tidyBaseline(figure.leanest),
  }));
  writeFileSync(file, `${JSON.stringify(tidy, null, 2)}\n`);
};
