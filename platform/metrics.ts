import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What is measured. Labels are operation ids and status numbers only: never a person, path or address. */
export type Metrics = {
  readonly registry: Registry;
  /** One finished request. */
  requestDone(done: { operation: string; status: number; ms: number }): void;
  /** A figure read when the metrics are fetched. */
  gauge(name: `portico_${string}`, help: string, read: () => number | Promise<number>): void;
  /** A counter that a feature raises. */
  counter(name: `portico_${string}`, help: string): { add(count?: number): void };
};

/** A registry of its own (several servers can run in one process, as tests do). */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'portico_requests_total',
    help: 'Finished requests by operation and status',
    labelNames: ['operation', 'status'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'portico_request_seconds',
    help: 'Time to answer by operation',
    labelNames: ['operation'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  // Looked up once: finding a line by its labels costs more than counting. As many as operations have statuses.
  const lines = new Map<string, { count: Counter.Internal; time: Histogram.Internal<'operation'> }>();
  return {
    registry,
    requestDone({ operation, status, ms }) {
      const name = `${operation} ${status}`;
      let line = lines.get(name);
      if (!line) {
        line = { count: requests.labels(operation, String(status)), time: seconds.labels(operation) };
        lines.set(name, line);
      }
      line.count.inc();
      line.time.observe(ms / 1000);
    },
    gauge(name, help, read) {
      const gauge: Gauge = new Gauge({
        name,
        help,
        registers: [registry],
        async collect() {
          gauge.set(await read());
        },
      });
    },
    counter(name, help) {
      const counter = new Counter({ name, help, registers: [registry] });
      return { add: (count = 1) => counter.inc(count) };
    },
  };
}

/** A named condition of readiness: resolves when it holds, throws when it does not. */
export type ReadyCheck = { readonly name: string; readonly check: () => Promise<void> };

const checkTimeoutMs = 2_000;

/**
 * Serves /metrics, /health (the process answers) and /ready (it can serve people)
 * on loopback, apart from the portal's own port, so that no proxy publishes them.
 */
export async function startMetricsServer(options: {
  port: number;
  metrics: Metrics;
  ready: readonly ReadyCheck[];
}): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    void answer(request.url ?? '', options, response).catch(() => send(response, 500, 'text/plain', 'failed\n'));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Options = Parameters<typeof startMetricsServer>[0];

async function answer(path: string, { metrics, ready }: Options, response: ServerResponse): Promise<void> {
  if (path === '/metrics') return send(response, 200, metrics.registry.contentType, await metrics.registry.metrics());
  if (path === '/health') return send(response, 200, 'text/plain', 'ok\n');
  if (path !== '/ready') return send(response, 404, 'text/plain', 'not found\n');
  const failed = (await Promise.all(ready.map(findFailed))).filter((name) => name !== undefined);
  if (failed.length === 0) return send(response, 200, 'text/plain', 'ready\n');
  return send(response, 503, 'text/plain', `not ready: ${failed.join(', ')}\n`);
}

async function findFailed({ name, check }: ReadyCheck): Promise<string | undefined> {
  try {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new Error('late')), checkTimeoutMs);
    await Promise.race([check(), late.promise]).finally(() => clearTimeout(timer));
    return undefined;
  } catch {
    return name;
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}
