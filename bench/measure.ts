import type { Child } from './child.ts';
import { postgresCpu, usedBetween } from './cpu.ts';
import type { Load, LoadResult, Run } from './load-generator.ts';
import { median, noBaseline, type Figure } from './report.ts';

/** What one run on one path came to. CPU is per request. */
type Sample = Pick<Figure, 'requestsPerSecond' | 'p50Ms' | 'p99Ms' | 'nodeCpuUs' | 'postgresCpuUs'>;

/** One side of a comparison: a server process and the requests it gets. */
export type Side = { server: Child; load: Load };

/** The portal and what it is compared with. */
export type Sides = { readonly own: Side; readonly raw: Side; readonly leanest: Side };

export type Bench = { generator: Child; postmasterPid: () => number; rounds: number; durationMs: number };

export const connectionCounts = [1, 16] as const;
const maxRequests = 40_000;
/** The compiler needs thousands of requests before a server is as fast as it will be for days. */
const warmUp = { connections: 16, maxRequests: 6_000, durationMs: 12_000 };

/** Runs `work` and gives what it cost, per unit of what it says it did. */
export const costOf = async (
  server: Child,
  postmasterPid: number,
  work: () => Promise<{ units: number; seconds: number; p50Ms: number | null; p99Ms: number | null }>,
): Promise<Sample> => {
  const postgresBefore = postgresCpu(postmasterPid);
  const nodeBefore = await server.ask<number>('cpu');
  const { units, seconds, p50Ms, p99Ms } = await work();
  const nodeAfter = await server.ask<number>('cpu');
  const postgres = usedBetween(postgresBefore, postgresCpu(postmasterPid));
  return {
    requestsPerSecond: units / seconds,
    p50Ms,
    p99Ms,
    nodeCpuUs: (nodeAfter - nodeBefore) / units,
    postgresCpuUs: postgres === null ? null : postgres / units,
  };
};

const fire = (bench: Bench, side: Side, how: Omit<Run, 'load'>): Promise<LoadResult> =>
  bench.generator.ask<LoadResult>('run', { load: side.load, ...how } satisfies Run);

const sample = (bench: Bench, side: Side, connections: number): Promise<Sample> =>
  costOf(side.server, bench.postmasterPid(), async () => {
    const { requests, seconds, p50Ms, p99Ms } = await fire(bench, side, {
      connections,
      durationMs: bench.durationMs,
      maxRequests,
    });
    return { units: requests, seconds, p50Ms, p99Ms };
  });

/** The medians of several samples. */
export const middleOf = (samples: readonly Sample[]): Sample => ({
  requestsPerSecond: median(samples.map((s) => s.requestsPerSecond)),
  p50Ms: median(samples.map((s) => s.p50Ms)),
  p99Ms: median(samples.map((s) => s.p99Ms)),
  nodeCpuUs: median(samples.map((s) => s.nodeCpuUs)),
  postgresCpuUs: median(samples.map((s) => s.postgresCpuUs)),
});

/**
 * All paths in turn, so that whatever else the machine does hits each; the median of the rounds.
 */
export const compare = async (bench: Bench, name: string, connections: number, sides: Sides): Promise<Figure> => {
  const { own, raw, leanest } = sides;
  const samples = new Map<Side, Sample[]>([raw, leanest, own].map((side) => [side, []]));
  for (const side of samples.keys()) await fire(bench, side, warmUp);
  for (let round = 0; round < bench.rounds; round++) {
    for (const [side, taken] of samples) taken.push(await sample(bench, side, connections));
  }
  const baselineOf = (side: Side): Figure['baseline'] => {
    const { nodeCpuUs, postgresCpuUs, requestsPerSecond } = middleOf(samples.get(side)!);
    return { nodeCpuUs, postgresCpuUs, requestsPerSecond };
  };
  return { name, connections, ...middleOf(samples.get(own)!), baseline: baselineOf(raw), leanest: baselineOf(leanest) };
};

/** The portal alone, warm; there is no raw counterpart. */
export const alone = async (bench: Bench, name: string, connections: number, side: Side): Promise<Figure> => {
  await fire(bench, side, { ...warmUp, durationMs: bench.durationMs });
  return repeat(bench, name, connections, () => sample(bench, side, connections));
};

/** One request and no more, as the first of its kind: nothing is compiled, planned or cached for it. */
export const first = async (bench: Bench, name: string, side: Side): Promise<Figure> => {
  const once = await costOf(side.server, bench.postmasterPid(), async () => {
    const { requests, seconds, p50Ms, p99Ms } = await fire(bench, side, {
      connections: 1,
      maxRequests: 1,
      durationMs: 30_000,
    });
    return { units: requests, seconds, p50Ms, p99Ms };
  });
  return { name, connections: 1, ...once, baseline: noBaseline, leanest: noBaseline };
};

/** Repeats something that has no raw counterpart. */
export const repeat = async (
  bench: Bench,
  name: string,
  connections: number | null,
  once: () => Promise<Sample>,
): Promise<Figure> => {
  const samples: Sample[] = [];
  for (let round = 0; round < bench.rounds; round++) samples.push(await once());
  return { name, connections, ...middleOf(samples), baseline: noBaseline, leanest: noBaseline };
};
