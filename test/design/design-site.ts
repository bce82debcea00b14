// The design system's page, built and served as the portal serves its own pages.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Hono } from 'hono';
import { serveStatic } from '#platform/http/static.ts';
import { listen } from '#platform/tls/listener.ts';

const root = path.resolve(import.meta.dirname, '../..');
const buildTimeoutMs = 120_000;

export type DesignSite = { readonly url: string; close(): Promise<void> };

/** Builds the page into a folder of its own and serves it, content security policy and all. */
export const openDesignSite = async (): Promise<DesignSite> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'portico-design-'));
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', '--logLevel', 'error', '--outDir', folder, '--emptyOutDir'],
    {
      cwd: path.join(root, 'web/design'),
      timeout: buildTimeoutMs,
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  const app = new Hono();
  await serveStatic(app, folder, false);
  const listener = await listen({
    fetch: (request) => app.fetch(request),
    host: '127.0.0.1',
    port: 0,
    tls: undefined,
  });
  return {
    url: `http://localhost:${listener.port}`,
    close: async () => {
      await listener.close(500);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
