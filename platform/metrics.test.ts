import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMetrics, startMetricsServer } from './metrics.ts';

describe('metrics', () => {
  it('serve figures, health and readiness on loopback', async () => {
    const metrics = createMetrics();
    metrics.requestDone({ operation: 'records.listResults', status: 200, ms: 4 });
    metrics.gauge('portico_waiting', 'Entries that wait', () => 7);
    let isUp = true;
    const server = await startMetricsServer({
      port: 0,
      metrics,
      ready: [{ name: 'database', check: async () => assert.ok(isUp) }],
    });
    try {
      const base = new URL(server.url).origin;
      const text = await (await fetch(server.url)).text();
      assert.match(text, /portico_requests_total\{operation="records.listResults",status="200"\} 1/);
      assert.match(text, /portico_waiting 7/);
      assert.equal((await fetch(`${base}/health`)).status, 200);
      assert.equal((await fetch(`${base}/ready`)).status, 200);
      isUp = false;
      const notReady = await fetch(`${base}/ready`);
      assert.equal(notReady.status, 503);
      assert.equal(await notReady.text(), 'not ready: database\n');
      assert.equal((await fetch(`${base}/other`)).status, 404);
    } finally {
      await server.close();
    }
  });
});
