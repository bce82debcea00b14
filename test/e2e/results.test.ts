// Results on screen and on paper: what they say, what they never claim, what is printed.
import { after, before, describe, it } from 'node:test';
import { desk, expect, openPage, phone } from './browser.ts';
import { openClinic, type Clinic } from './clinic.ts';

describe('results on screen', () => {
  let clinic: Clinic;
  let maria: string;
  let lena: string;
  before(async () => {
    clinic = await openClinic();
    maria = await clinic.session(clinic.maria);
    lena = await clinic.session(clinic.lena);
  });
  after(() => clinic.close());

  it('gives a critical value a state of its own: red, the phone, and what to do', async () => {
    const opened = await openPage(clinic.url, { ...phone, session: maria });
    try {
      const { page } = opened;
      await page.goto('/');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('One result needs a call now');
      await expect(page.getByRole('link', { name: /Call 555-0100 now/ })).toHaveAttribute('href', 'tel:555-0100');
      // What the call is about stands in the box, and the call among the things to do.
      const box = page.getByRole('region', { name: /Call 555-0100 now/ });
      await expect(box).toContainText('far below the typical range');
      await expect(box.getByRole('link', { name: '911' })).toHaveAttribute('href', 'tel:911');
      await expect(page.getByRole('link', { name: /Call 555-0100 about this result/ })).toBeVisible();
      await box.getByRole('link', { name: /Potassium/ }).click();
      await expect(page.getByText('Do not wait for your next visit')).toBeVisible();
      await expect(page.getByText('Call 555-0100 now', { exact: true })).toBeVisible();
      await expect(page.locator('article')).toContainText('Critical – call now');
      await expect(page.locator('article')).toContainText('Sample checked twice. Called to the clinic.');
      // One style is asserted, so that a style sheet without its sources is noticed.
      const red = await page
        .locator('article [class*=bg-bad-soft]')
        .first()
        .evaluate((box) => getComputedStyle(box).backgroundColor);
      expect(red).toBe('rgb(252, 231, 234)');
      opened.assertClean();
    } finally {
      await opened.close();
    }
  });

  it('finds a test by its name in either language, with or without accents', async () => {
    const opened = await openPage(clinic.url, { ...desk, session: maria });
    try {
      const { page } = opened;
      await page.goto('/results');
      const rows = page.locator('main ul > li > a');
      await expect(rows).toHaveCount(5);
      await page.getByLabel('Search your tests').fill('sodium');
      await expect(rows).toHaveCount(1);
      await page.getByLabel('Search your tests').fill('nothing like it');
      await expect(page.getByText('No test with this name is in your results.')).toBeVisible();
      await page.getByLabel('Search your tests').fill('');
      await page.getByText('By date').click();
      await expect(page.getByRole('heading', { name: 'Diabetes follow-up panel' })).toBeVisible();
      opened.assertClean();
    } finally {
      await opened.close();
    }
  });

  it('says "none" only when every source answered', async () => {
    const opened = await openPage(clinic.url, { ...phone, session: lena });
    const superuser = clinic.server.database.pool('superuser');
    try {
      const { page } = opened;
      await page.goto('/results');
      await expect(page.getByRole('heading', { name: 'No results' })).toBeVisible();
      await superuser.query("update records.source set last_failure_at = now() + interval '1 second'");
      await page.reload();
      await expect(page.getByText('Some results may be missing')).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Nothing to show – but we cannot say “none”' })).toBeVisible();
      await page.goto('/');
      await expect(page.getByRole('heading', { level: 1 })).toContainText('We could not check everything');
      opened.assertClean();
    } finally {
      await superuser.query('update records.source set last_failure_at = null');
      await opened.close();
    }
  });

  it('prints name, birth date, clinic and date, the table, and nothing to press', async () => {
    const opened = await openPage(clinic.url, { ...desk, session: maria });
    try {
      const { page } = opened;
      await page.goto('/results');
      await page.getByRole('link', { name: /A1c/ }).first().click();
      await page.locator('article svg [role=img]').first().waitFor();
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const paper = page.locator('main');
      for (const text of ['Maria Rivera', 'March 14, 1968', '004-118-22', 'Harbor Health', '555-0100', 'Printed']) {
        await expect(paper.getByText(text).first()).toBeVisible();
      }
      await expect(page.getByRole('button')).toHaveCount(0);
      await expect(page.getByRole('searchbox')).toHaveCount(0);
      await expect(page.getByRole('navigation')).toHaveCount(0);
      await expect(page.locator('article table:visible tbody tr')).toHaveCount(8);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
        'rgb(255, 255, 255)',
      );
      await page.goto('/results');
      await page.locator('main table:visible tbody tr').first().waitFor();
      await expect(page.locator('main table:visible tbody tr')).toHaveCount(5);
      await expect(page.locator('main p:visible', { hasText: 'March 14, 1968' })).toHaveCount(1);
      opened.assertClean();
    } finally {
      await opened.close();
    }
  });
});
