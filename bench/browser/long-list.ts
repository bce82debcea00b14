// npm run bench:list   5,000 results on a phone whose processor is four times slower: how smooth they scroll and search.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeAt, signInFromTerminal } from '#features/identity/index.ts';
import { withClient } from '#platform/db/embedded/connections.ts';
import { ensureWebBundle } from '../../server/web-bundle.ts';
import { closeBrowser, openPage, phone, type Page } from '../../test/e2e/browser.ts';
import { startChild } from '../child.ts';
import { startBenchDatabase } from '../database.ts';
import { observationJson } from '../observation.ts';
import type { BenchAccount, Ports } from '../portico-server.ts';
import { startOptions } from '../world.ts';

const count = 5_000;
const tests = 80;
const slower = 4;
const dayMs = 86_400_000;
const frameMs = 1_000 / 60;

const kinds = ['Sodium', 'Glucose', 'Calcium', 'Ferritin', 'Albumin', 'Chloride', 'Creatinine', 'Platelets'];

/** 80 tests, each taken about 62 times in six years. */
const bundle = (): string => {
  const entry: object[] = [
    { resource: { resourceType: 'Patient', id: 'long', birthDate: '1970-01-01', name: [{ family: 'Long' }] } },
  ];
  for (let index = 0; index < count; index++) {
    const test = index % tests;
    const at = new Date(Date.now() - Math.floor(index / tests) * 35 * dayMs).toISOString();
    const resource = JSON.parse(observationJson('long', `r${index}`, at, 3.4 + (index % 20) / 10)) as Record<
      string,
      unknown
    >;
    const text = `${kinds[test % kinds.length]} ${Math.floor(test / kinds.length) + 1}`;
    entry.push({ resource: { ...resource, code: { coding: [{ system: 'urn:bench', code: `t${test}` }], text } } });
  }
  return JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry });
};

type Watch = { frames: number[]; tasks: number[]; events: number[] };

const startWatch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const watch: Watch = { frames: [], tasks: [], events: [] };
    Object.assign(globalThis, { watch });
    const observe = (type: 'longtask' | 'event', into: number[], more: object = {}) =>
      new PerformanceObserver((list) => into.push(...list.getEntries().map((one) => one.duration))).observe({
        type,
        ...more,
      });
    observe('longtask', watch.tasks);
    observe('event', watch.events, { durationThreshold: 16 });
    let last = performance.now();
    const tick = (now: number): void => {
      watch.frames.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });

const endWatch = (page: Page): Promise<Watch> =>
  page.evaluate(() => {
    const { watch } = globalThis as unknown as { watch: Watch };
    const seen = { frames: [...watch.frames], tasks: [...watch.tasks], events: [...watch.events] };
    for (const list of Object.values(watch)) list.length = 0;
    return seen;
  });

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? 0;
const round = (value: number): string => value.toFixed(0);

const say = (what: string, { frames, tasks, events }: Watch): void => {
  const late = frames.filter((gap) => gap > 3 * frameMs).length;
  process.stdout.write(
    `${what}: frame gap p50 ${round(percentile(frames, 0.5))} p95 ${round(percentile(frames, 0.95))} worst ${round(
      Math.max(0, ...frames),
    )} ms, ${late} of ${frames.length} later than 50 ms; ${tasks.length} long tasks, worst ${round(
      Math.max(0, ...tasks),
    )} ms; slowest answer to a key ${round(Math.max(0, ...events))} ms\n`,
  );
};

const measure = async (page: Page): Promise<void> => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const started = performance.now();
  await page.goto('/results');
  await page.locator('main li a').first().waitFor({ timeout: 60_000 });
  process.stdout.write(`first row after ${round(performance.now() - started)} ms\n`);
  await page.waitForLoadState('networkidle');
  const rows = () => page.locator('main li a').count();
  process.stdout.write(`${await rows()} rows at first\n`);
  await startWatch(page);
  await page.waitForTimeout(1_000);
  say('at rest', await endWatch(page));
  for (const far of [8_000, 30_000]) {
    await devtools.send('Input.synthesizeScrollGesture', { x: 195, y: 600, yDistance: -far, speed: 4_000 });
    say(`scrolled ${far} px`, await endWatch(page));
  }
  process.stdout.write(`${await rows()} rows then\n`);
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(1_000);
  await endWatch(page);
  const search = page.locator('main input[type=search]').first();
  await search.click();
  for (const letter of 'ferritin 7') {
    await page.keyboard.type(letter);
    await page.waitForTimeout(150);
  }
  await page.waitForTimeout(500);
  say('searched', await endWatch(page));
  process.stdout.write(`${await rows()} rows found\n`);
};

const main = async (): Promise<void> => {
  const webRoot = await ensureWebBundle();
  const database = await startBenchDatabase();
  const portico = startChild(join(import.meta.dirname, '../portico-server.ts'));
  try {
    const { port } = await portico.ask<Ports>('start', { ...startOptions(database), webRoot });
    const file = join(database.folder, 'long.json');
    writeFileSync(file, bundle());
    await portico.ask('importFiles', [file]);
    const patientId = await withClient(database.superuser, async (client) => {
      await client.query('vacuum analyze');
      const { rows } = await client.query<{ patient_id: string }>('select patient_id from records.resource limit 1');
      return rows[0]!.patient_id;
    });
    const account = await portico.ask<BenchAccount>('makePatientAccount', patientId);
    const url = `http://localhost:${port}`;
    const { cookie } = await signInFromTerminal(url, { name: account.signInName }, async (what) =>
      what === 'password' ? account.password : codeAt(account.totpSecret, new Date()),
    );
    const opened = await openPage(url, { ...phone, session: /__Host-portico=([^;]+)/.exec(cookie)![1]! });
    try {
      await measure(opened.page);
    } finally {
      await opened.close();
      await closeBrowser();
    }
  } finally {
    await portico.stop();
    await database.stop();
  }
};

await main();
