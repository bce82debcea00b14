// One Chromium for all browser tests; every page is watched for what must never happen.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, expect, type Browser, type BrowserContext, type Page } from '@playwright/test';

export { expect, type Page };

const candidates = [
  process.env['PORTICO_BROWSER'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Where Chromium is; throws with what to do when it is nowhere. */
export const chromiumPath = (): string => {
  const found = candidates.find((path) => path !== undefined && existsSync(path));
  if (!found)
    throw new Error('Browser tests need Chromium: install Debian\'s "chromium", or set PORTICO_BROWSER to its path.');
  return found;
};

export const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

let launched: Promise<Browser> | undefined;

const launch = (): Promise<Browser> =>
  (launched ??= chromium.launch({
    executablePath: chromiumPath(),
    args: [...chromiumFlags],
  }));

export const phone = { width: 390, height: 844 };
export const desk = { width: 1280, height: 900 };

export type View = {
  width?: number;
  height?: number;
  locale?: 'en-US' | 'es-US';
  colorScheme?: 'light' | 'dark';
  forcedColors?: 'active' | 'none';
  /** Value of the session cookie. */
  session?: string;
};

export type Watched = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Fails when the page broke its content security policy, asked another host, or threw. */
  assertClean(): void;
  close(): Promise<void>;
};

/** The cookie of a signed-in person, for a browser that has not signed in. */
export const sessionCookie = (url: string, value: string) => ({
  name: '__Host-portico',
  value,
  domain: new URL(url).hostname,
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'Strict' as const,
});

/** Opens a page of its own (fresh storage) on the site at `url`. */
export const openPage = async (url: string, view: View = {}): Promise<Watched> => {
  const browser = await launch();
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: view.width ?? desk.width, height: view.height ?? desk.height },
    locale: view.locale ?? 'en-US',
    timezoneId: 'America/New_York',
    colorScheme: view.colorScheme ?? 'light',
    forcedColors: view.forcedColors ?? 'none',
    reducedMotion: 'reduce',
  });
  if (view.session) await context.addCookies([sessionCookie(url, view.session)]);
  const wrongs: string[] = [];
  await context.exposeBinding('reportViolation', (_source, text: string) => {
    wrongs.push(`policy: ${text}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { reportViolation } = globalThis as unknown as { reportViolation: (text: string) => void };
      reportViolation(
        `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
      );
    });
  });
  const { host } = new URL(url);
  context.on('request', (request) => {
    const asked = new URL(request.url());
    if (asked.protocol !== 'data:' && asked.protocol !== 'blob:' && asked.host !== host)
      wrongs.push(`request to ${asked.host}`);
  });
  context.on('console', (message) => {
    if (/Content Security Policy|Trusted ?Type/i.test(message.text())) wrongs.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => {
    wrongs.push(`thrown: ${error.error().stack ?? error.error().message}`);
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return {
    page,
    context,
    assertClean: () => expect(wrongs).toEqual([]),
    close: () => context.close(),
  };
};

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type AxeViolation = { id: string; help: string; nodes: { html: string; failureSummary?: string }[] };

/** Rules whose answer depends on colours: enough where only the colour scheme has changed. */
const colorRules = ['color-contrast', 'link-in-text-block'];

type Axe = { run: (options: object) => Promise<{ violations: AxeViolation[] }> };

/** What axe finds on the page as it is now, in lines that name rule and element. */
export const axeFindings = async (page: Page, only: 'everything' | 'colors' = 'everything'): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const options = only === 'colors' ? { runOnly: { type: 'rule', values: colorRules } } : {};
  const violations = await page.evaluate(async (given) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    return (await axe.run(given)).violations;
  }, options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
};

/** How far the page can be scrolled sideways, in px; 0 when everything fits. */
export const sidewaysPx = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Waits until the page has been drawn with its new colours and width. */
export const painted = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0)));
      }),
  );

/** Ends the browser; the next page starts a new one. */
export const closeBrowser = async (): Promise<void> => {
  const current = launched;
  launched = undefined;
  await (await current)?.close();
};
