// A process that sends requests: bounded in number and in time, over loopback only.
import { answerParent } from './child.ts';
import { ownCpuUs } from './cpu.ts';
import { openConnection, shot, type Shot } from './http-client.ts';

/** A kind of request: its variants are sent in turn. `{id}` in path and body becomes a fresh UUID. */
export type Load = {
  port: number;
  method: 'GET' | 'POST' | 'PUT';
  variants: { path: string; headers?: Record<string, string>; body?: string }[];
};

export type Run = { load: Load; connections: number; durationMs: number; maxRequests: number };

export type LoadResult = { requests: number; seconds: number; p50Ms: number; p99Ms: number; clientCpuUs: number };

/** Nearest-rank percentile of sorted values. */
const percentile = (sorted: Float64Array, share: number): number =>
  sorted.length === 0 ? 0 : sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!;

const shotsOf = ({ port, method, variants }: Load): (() => Shot) => {
  const host = `localhost:${port}`;
  let next = 0;
  const fixed = variants.map((variant) =>
    variant.body?.includes('{id}')
      ? undefined
      : shot(method, { host, path: variant.path }, variant.headers, variant.body),
  );
  return () => {
    const at = next++ % variants.length;
    const ready = fixed[at];
    if (ready) return ready;
    const { path, headers, body } = variants[at]!;
    const id = crypto.randomUUID();
    return shot(method, { host, path: path.replace('{id}', id) }, headers, body!.replaceAll('{id}', id));
  };
};

const run = async ({ load, connections, durationMs, maxRequests }: Run): Promise<LoadResult> => {
  const next = shotsOf(load);
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(load.port)));
  const took = new Float64Array(maxRequests);
  let sent = 0;
  let done = 0;
  const cpuBefore = ownCpuUs();
  const started = performance.now();
  const deadline = started + durationMs;
  try {
    await Promise.all(
      open.map(async (connection) => {
        while (sent < maxRequests && performance.now() < deadline) {
          sent += 1;
          const at = performance.now();
          const { status, bytes } = await connection.send(next());
          took[done++] = performance.now() - at;
          if (status !== 200)
            throw new Error(`a request was answered ${status}: ${bytes.toString('utf8').slice(0, 600)}`);
        }
      }),
    );
  } finally {
    for (const connection of open) connection.close();
  }
  const seconds = (performance.now() - started) / 1_000;
  const sorted = took.subarray(0, done).toSorted();
  return {
    requests: done,
    seconds,
    p50Ms: percentile(sorted, 0.5),
    p99Ms: percentile(sorted, 0.99),
    clientCpuUs: ownCpuUs() - cpuBefore,
  };
};

if (process.send) answerParent({ run });
