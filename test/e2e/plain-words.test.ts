// Our own words for tests in the browser: one language at a time, found by either name, and not needed.
import { after, before, describe, it } from 'node:test';
import { desk, expect, openPage } from './browser.ts';
import { openClinic, type Clinic } from './clinic.ts';

const wordsFile = /\/assets\/labs-[\w-]+\.js$/;

describe('plain words on screen', () => {
  let clinic: Clinic;
  let session: string;
  before(async () => {
    clinic = await openClinic();
    session = await clinic.session(clinic.maria);
  });
  after(() => clinic.close());

  it('come in one language, and in the other after a switch, without a blank page', async () => {
    const opened = await openPage(clinic.url, { ...desk, session });
    try {
      const { page } = opened;
      const asked: string[] = [];
      page.on('request', (request) => {
        if (wordsFile.test(request.url())) asked.push(request.url());
      });
      await page.goto('/results');
      await expect(page.getByRole('link', { name: /Potassium/ }).first()).toBeVisible();
      expect(asked.length).toBe(1);
      await page.getByLabel('Search your tests').fill('potasio');
      await expect(page.locator('main ul > li > a')).toHaveCount(1);
      await page.getByRole('button', { name: 'Español' }).click();
      await expect(page.getByRole('link', { name: /Potasio/ }).first()).toBeVisible();
      await expect(page.getByRole('searchbox')).toHaveValue('potasio');
      expect(asked.length).toBe(2);
      opened.assertClean();
    } finally {
      await opened.close();
    }
  });

  it('are not needed: without the file the laboratory’s own name stands, and the value with it', async () => {
    const opened = await openPage(clinic.url, { ...desk, session });
    try {
      const { page } = opened;
      await page.route(wordsFile, (route) => route.abort());
      await page.goto('/results');
      const row = page.getByRole('link', { name: /Potassium \[Moles\/volume\] in Serum or Plasma/ }).first();
      await expect(row).toContainText('Critical – call now');
      await expect(row).toContainText('2.6');
      opened.assertClean();
    } finally {
      await opened.close();
    }
  });
});
