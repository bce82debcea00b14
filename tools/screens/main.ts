// npm run screens [-- NAME...]   pictures of every main page of a demo clinic, on a phone and on a desk, in English and
// in Spanish, into docs/screens. With NAME only those, and no new index.
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeBrowser, desk, openPage, painted, phone, type Page } from '../../test/e2e/browser.ts';
import { openDemoPortal, type DemoPortal } from '../demo-portal.ts';
import { sittings, type Shot, type Sitting } from './shots.ts';

const folder = join(import.meta.dirname, '../../docs/screens');
const languages = ['en', 'es'] as const;
const views = { phone, desk } as const;
/** A long list goes on; what it looks like is seen by then. */
const maxHeight = { phone: 1_500, desk: 1_000 } as const;
const quality = 60;
const maxTotalBytes = 6_500_000;

type Language = (typeof languages)[number];
type View = keyof typeof views;

const fileOf = (name: string, view: View, language: Language): string => `${name}.${view}.${language}.webp`;

const arrive = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await page.locator('h1:visible').first().waitFor();
  await page.waitForLoadState('networkidle');
};

/** The browser writes WebP itself; a picture is of the page from its top. */
const capture = async (page: Page, view: View): Promise<Buffer> => {
  const { width } = views[view];
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(Math.max(height, views[view].height), maxHeight[view]) });
  await page.evaluate(() => scrollTo(0, 0));
  await painted(page);
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality });
  await devtools.detach();
  return Buffer.from(data, 'base64');
};

const take = async (page: Page, shot: Shot, view: View, patientId: string): Promise<Buffer> => {
  await arrive(page, shot.at.replace('$patientId', patientId));
  for (const row of shot.open ?? []) {
    await page.locator(row).locator('visible=true').first().click();
    await page.waitForLoadState('networkidle');
  }
  return capture(page, view);
};

const sit = async (demo: DemoPortal, sitting: Sitting, language: Language, session: string | undefined, ask: Ask) => {
  const { patientId, names } = ask;
  for (const view of ['phone', 'desk'] as const) {
    const opened = await openPage(demo.url, {
      ...views[view],
      locale: language === 'es' ? 'es-US' : 'en-US',
      ...(session ? { session } : {}),
    });
    try {
      await opened.context.addInitScript((chosen) => localStorage.setItem('portico.language', chosen), language);
      for (const shot of sitting.shots.filter(({ name }) => names.length === 0 || names.includes(name))) {
        await opened.page.setViewportSize(views[view]);
        writeFileSync(join(folder, fileOf(shot.name, view, language)), await take(opened.page, shot, view, patientId));
      }
      opened.assertClean();
    } finally {
      await opened.close();
    }
  }
};

type Ask = { patientId: string; names: readonly string[] };

const indexOf = (): string => {
  const picture = (name: string, view: View, language: Language): string => {
    const file = fileOf(name, view, language);
    return `<a href="${file}"><img src="${file}" alt="${name}, ${view}, ${language}" width="${view === 'desk' ? 300 : 110}"></a>`;
  };
  const rows = (sitting: Sitting): string[] => [
    `## ${sitting.title}`,
    '',
    '| | English | Spanish |',
    '|---|---|---|',
    ...sitting.shots.map(({ name }) => {
      const cells = languages.map((language) =>
        (['desk', 'phone'] as const).map((view) => picture(name, view, language)).join(' '),
      );
      return `| ${name} | ${cells.join(' | ')} |`;
    }),
    '',
  ];
  return [
    '# Screens',
    '',
    'Every main page of the demo clinic on a desk (1280 px) and a phone (390 px), in English and Spanish; made by',
    '`npm run screens`. The people are made up. Patient pages in Spanish are of Lucía Herrera Soto, whose notes are in',
    'Spanish; the others of Elena Marsh.',
    '',
    ...sittings.flatMap(rows),
  ].join('\n');
};

/** Elena's record, as her clinician meets it in her work list. */
const patientOf = async (url: string, session: string): Promise<string> => {
  const answer = await fetch(`${url}/api/session`, { headers: { cookie: `__Host-portico=${session}` } });
  const { patients } = (await answer.json()) as { patients: { id: string }[] };
  return patients[0]!.id;
};

const main = async (names: readonly string[]): Promise<void> => {
  if (names.length === 0) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const demo = await openDemoPortal();
  try {
    const sessions = new Map<string, string>();
    const sessionOf = async (email: string): Promise<string> => {
      const known = sessions.get(email) ?? (await demo.session(email));
      sessions.set(email, known);
      return known;
    };
    const patientId = await patientOf(demo.url, await sessionOf('elena.marsh'));
    for (const sitting of sittings) {
      if (names.length > 0 && !sitting.shots.some(({ name }) => names.includes(name))) continue;
      for (const language of languages) {
        const session = sitting.as ? await sessionOf(sitting.as[language]) : undefined;
        process.stderr.write(`${sitting.title}, ${language}...\n`);
        await sit(demo, sitting, language, session, { patientId, names });
      }
    }
  } finally {
    await closeBrowser();
    await demo.close();
  }
  if (names.length === 0) writeFileSync(join(folder, 'README.md'), indexOf());
  const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  process.stdout.write(`${readdirSync(folder).length} files, ${(bytes / 1e6).toFixed(1)} MB\n`);
  if (bytes > maxTotalBytes) process.exitCode = 1;
};

await main(process.argv.slice(2));
