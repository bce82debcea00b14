// Lighthouse over pages of a running portal, offline and signed in.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import lighthouse, { desktopConfig } from 'lighthouse';
import { chromiumFlags, chromiumPath, sessionCookie } from '../../test/e2e/browser.ts';

export type Device = 'phone' | 'desk';
export type Category = 'performance' | 'accessibility' | 'best-practices';
export type Audited = {
  /** 0 to 100. */
  scores: Partial<Record<Category, number>>;
  /** What kept a category from 100, one line each. */
  faults: string[];
  figures: Record<'first-contentful-paint' | 'largest-contentful-paint' | 'total-blocking-time', number | undefined>;
};

export type Auditor = {
  audit(address: string, device: Device, categories: readonly Category[]): Promise<Audited>;
  close(): Promise<void>;
};

const portTimeoutMs = 20_000;

/** Chromium writes the port that it chose into its folder. */
const debuggingPort = async (folder: string): Promise<number> => {
  const giveUpAt = Date.now() + portTimeoutMs;
  for (;;) {
    try {
      return Number(readFileSync(join(folder, 'DevToolsActivePort'), 'utf8').split('\n')[0]);
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await pause(50);
    }
  }
};

/** A browser for one visitor of `url`; `session` is the session cookie's value. */
export const openAuditor = async (url: string, session?: string): Promise<Auditor> => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-lighthouse-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath(),
    args: [...chromiumFlags, '--remote-debugging-port=0'],
  });
  if (session) await context.addCookies([sessionCookie(url, session)]);
  const port = await debuggingPort(folder);
  return {
    audit: async (address, device, categories) => {
      const flags = { port, onlyCategories: [...categories], disableStorageReset: true, logLevel: 'error' as const };
      const result = await lighthouse(`${url}${address}`, flags, device === 'desk' ? desktopConfig : undefined);
      if (!result || result.lhr.runtimeError)
        throw new Error(`${address}: ${result?.lhr.runtimeError?.message ?? 'Lighthouse gave nothing'}`);
      const { lhr } = result;
      const landed = new URL(lhr.finalDisplayedUrl).pathname;
      if (landed !== address) throw new Error(`${address} leads to ${landed}`);
      const scores: Audited['scores'] = {};
      for (const category of categories) scores[category] = Math.round((lhr.categories[category]?.score ?? 0) * 100);
      const judged = categories.flatMap((category) => lhr.categories[category]?.auditRefs ?? []);
      const faults = judged
        .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 0.9)
        .map(({ id }) => `${id} ${lhr.audits[id]?.displayValue ?? ''}`.trim());
      const figure = (id: string): number | undefined => lhr.audits[id]?.numericValue;
      return {
        scores,
        faults,
        figures: {
          'first-contentful-paint': figure('first-contentful-paint'),
          'largest-contentful-paint': figure('largest-contentful-paint'),
          'total-blocking-time': figure('total-blocking-time'),
        },
      };
    },
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
