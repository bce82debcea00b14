import assert from 'node:assert/strict';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { freshDatabase } from '../../../test/harness/database.ts';
import { importDepsOf } from '../../../test/harness/import.ts';
import { startTestServer, type TestServer } from '../../../test/harness/server.ts';
import { importFhirFiles } from './import-files.ts';
import { ENTRY_LIMIT, FILE_LIMIT_BYTES } from './read-file.ts';

const megabyte = 1024 * 1024;

describe('a bundle as large as allowed', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let server: TestServer;
  let folder: string;

  before(async () => {
    database = await freshDatabase();
    server = await startTestServer({ database });
    folder = mkdtempSync(join(tmpdir(), 'portico-large-'));
  });
  after(async () => {
    await server.stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const writeLargeBundle = async (file: string): Promise<void> => {
    const out = createWriteStream(file);
    const note = 'x'.repeat(2_100);
    out.write('{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"p"}}');
    for (let i = 1; i < ENTRY_LIMIT; i++) {
      const resource = {
        resourceType: 'Observation',
        id: `o${i}`,
        status: 'final',
        category: [{ coding: [{ code: 'laboratory' }] }],
        code: { coding: [{ system: 'http://loinc.org', code: '2823-3' }] },
        subject: { reference: 'Patient/p' },
        effectiveDateTime: '2026-01-05T08:00:00Z',
        valueQuantity: { value: 4 + i / 100_000, unit: 'mmol/L' },
        note: [{ text: note }],
      };
      out.write(`,${JSON.stringify({ resource })}`);
    }
    await new Promise<void>((resolve) => out.end(']}', () => resolve()));
  };

  it('is imported in bounded memory', async (t) => {
    const file = join(folder, 'large.json');
    await writeLargeBundle(file);
    const size = statSync(file).size;
    assert.ok(size > 45 * megabyte && size <= FILE_LIMIT_BYTES);
    const before = process.memoryUsage.rss();
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
    const started = performance.now();
    const report = await importFhirFiles([file], importDepsOf(server));
    clearInterval(watch);
    assert.equal(report.refused, 0);
    assert.equal(report.counts.Observation?.created, ENTRY_LIMIT - 1);
    const grown = (peak - before) / megabyte;
    t.diagnostic(`${Math.round(performance.now() - started)} ms, ${Math.round(grown)} MB more at most`);
    assert.ok(grown < 450, `${grown} MB`);
  });
});
