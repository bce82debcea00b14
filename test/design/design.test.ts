// The design system: every component has its stories, and looks as it did when somebody last looked at it.
import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { PNG } from 'pngjs';
import {
  axeFindings,
  closeBrowser,
  expect,
  openPage,
  painted,
  sidewaysPx,
  type Page,
  type Watched,
} from '../e2e/browser.ts';
import { openDesignSite, type DesignSite } from './design-site.ts';
import { differ, findFault } from './pictures.ts';
import { groupNames, offered, shown } from './stories.ts';

const kept = path.join(import.meta.dirname, 'pictures');
const maxKeptBytes = 3_000_000;
const now = new Date('2026-11-26T15:00:00Z');
const wide = { width: 760, height: 720 };
const overlays = ['menu', 'dialog', 'timeout'];

describe('the design system', () => {
  let site: DesignSite;
  before(async () => {
    site = await openDesignSite();
  });
  after(async () => {
    await site.close();
    await closeBrowser();
  });

  const openGroup = async (group: string, locale: 'en-US' | 'es-US'): Promise<Watched> => {
    const opened = await openPage(site.url, { ...wide, locale });
    const { page } = opened;
    await page.clock.setFixedTime(now);
    await page.goto(`/?still&group=${group}`);
    await page.locator('#root > *').first().waitFor();
    if (overlays.includes(group))
      await page.locator('[role=menu], [role=dialog], [role=alertdialog]').first().waitFor();
    await page.evaluate(() => document.fonts.ready);
    // What is said without a network is seen too.
    if (group === 'messages') await opened.context.setOffline(true);
    return opened;
  };

  /** Frames and headings of several pages stand below each other here: only what is inside of them counts. */
  const findingsOn = async (page: Page, only?: 'colors'): Promise<string[]> =>
    (await axeFindings(page, only)).filter((finding) => !/^(?:landmark-|heading-order)/.test(finding));

  const picture = async (page: Page, group: string): Promise<Buffer> => {
    await painted(page);
    const still = { animations: 'disabled', caret: 'hide', scale: 'css' } as const;
    return overlays.includes(group) ? page.screenshot(still) : page.locator(`#${group}`).screenshot(still);
  };

  it('shows every component of web/ui', () => {
    const seen = shown();
    assert.ok(seen.size > 30);
    assert.deepEqual(
      offered().filter((component) => !seen.has(component)),
      [],
    );
  });

  for (const group of groupNames()) {
    it(`${group}: in light, dark and forced colours, for staff, at 320 px, in Spanish`, async () => {
      const faults: (string | undefined)[] = [];
      const findings: string[] = [];
      const keep = async (page: Page, look: string) =>
        faults.push(findFault(kept, `${group}-${look}`, await picture(page, group)));
      const english = await openGroup(group, 'en-US');
      const spanish = await openGroup(group, 'es-US');
      try {
        const { page } = english;
        await keep(page, 'light');
        findings.push(...(await findingsOn(page)));
        await page.emulateMedia({ colorScheme: 'dark' });
        await keep(page, 'dark');
        findings.push(...(await findingsOn(page, 'colors')));
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
        await keep(page, 'forced');
        await page.emulateMedia({ forcedColors: 'none' });
        await page.evaluate(() => document.documentElement.classList.add('staff'));
        await keep(page, 'staff');
        await page.evaluate(() => document.documentElement.classList.remove('staff'));
        await page.setViewportSize({ width: 320, height: 640 });
        await keep(page, '320');
        await expect.poll(() => sidewaysPx(page)).toBe(0);
        await keep(spanish.page, 'es');
        await spanish.page.setViewportSize({ width: 320, height: 640 });
        await expect.poll(() => sidewaysPx(spanish.page)).toBe(0);
        assert.deepEqual(
          faults.filter((fault) => fault !== undefined),
          [],
        );
        assert.deepEqual(findings, []);
        for (const opened of [english, spanish]) opened.assertClean();
      } finally {
        await english.close();
        await spanish.close();
      }
    });
  }

  it('would notice a lost icon, another colour, a thinner line', async () => {
    const { page, close } = await openGroup('flags', 'en-US');
    try {
      const before = PNG.sync.read(await picture(page, 'flags'));
      const again = PNG.sync.read(await picture(page, 'flags'));
      assert.equal(differ(before, again).tooMany, 0);
      const changes = [
        'document.querySelector("#flags svg").style.visibility = "hidden"',
        'document.documentElement.style.setProperty("--warn-soft", "#e8f0fc")',
        'document.querySelectorAll("#flags h3 + div > span")[4].style.borderColor = "transparent"',
      ];
      for (const change of changes) {
        await page.evaluate(change);
        const { tooMany } = differ(before, PNG.sync.read(await picture(page, 'flags')));
        assert.ok(tooMany > 0, change);
        await page.reload();
        await page.locator('#flags').waitFor();
        await page.evaluate(() => document.fonts.ready);
      }
    } finally {
      await close();
    }
  });

  it('keeps no picture that nothing is compared with, and few bytes in all', () => {
    const files = readdirSync(kept);
    const names = groupNames();
    assert.deepEqual(
      files.filter((file) => !names.includes(file.split('-')[0]!)),
      [],
    );
    assert.ok(files.reduce((sum, file) => sum + statSync(path.join(kept, file)).size, 0) < maxKeptBytes);
  });
});
