// A server that lies about the log is caught by the patient's own browser.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { lies, type ProofAnswer } from '../harness/lying-server.ts';
import { expect, openPage, phone } from './browser.ts';
import { openClinic, type Clinic } from './clinic.ts';

/** The entry that the lies are about: one of the importer's and hers, in the middle of the page. */
const liedAbout = 2;

describe('who saw my record', () => {
  let clinic: Clinic;
  let session: string;
  before(async () => {
    clinic = await openClinic();
    session = await clinic.session(clinic.maria);
  });
  after(() => clinic.close());

  for (const [name, lie] of Object.entries(lies(liedAbout))) {
    it(`catches a server that ${name}`, async () => {
      const opened = await openPage(clinic.url, { ...phone, session });
      try {
        let lied = 0;
        await opened.context.route('**/access-log/proof*', async (route) => {
          const response = await route.fetch();
          const honest = (await response.json()) as ProofAnswer;
          lied += 1;
          await route.fulfill({ response, json: honest.proof ? lie(honest) : honest });
        });
        await opened.page.goto('/who-saw');
        const verdict = opened.page.locator('[data-verdict]');
        await expect(verdict).toBeVisible({ timeout: 30_000 });
        assert.ok(lied > 0);
        await expect(verdict).toHaveAttribute('data-verdict', 'bad');
        await expect(verdict).toContainText('The check failed');
        await expect(opened.page.getByText('Checked on this')).toHaveCount(0);
        await expect(opened.page.getByRole('button', { name: 'Save the proof', exact: true })).toBeVisible();
        opened.assertClean();
      } finally {
        await opened.close();
      }
    });
  }

  it('shows a line for an entry whose words the server keeps back, and asks her to call', async () => {
    const opened = await openPage(clinic.url, { ...phone, session });
    try {
      await opened.context.route('**/access-log/proof*', async (route) => {
        const response = await route.fetch();
        const honest = (await response.json()) as ProofAnswer;
        const events = honest.events.map((event) => (event.n === liedAbout ? { n: event.n, unreadable: true } : event));
        await route.fulfill({ response, json: { ...honest, events } });
      });
      await opened.page.goto('/who-saw');
      const verdict = opened.page.locator('[data-verdict]');
      await expect(verdict).toHaveAttribute('data-verdict', 'bad', { timeout: 30_000 });
      await expect(verdict).toContainText('its words cannot be read');
      await expect(opened.page.getByText(`Entry number ${liedAbout} cannot be read`)).toBeVisible();
      opened.assertClean();
    } finally {
      await opened.close();
    }
  });

  it('gives the proof of a look to take away, and says whom to call', async () => {
    const opened = await openPage(clinic.url, { ...phone, session });
    const { page } = opened;
    try {
      await page.goto('/who-saw');
      await expect(page.locator('[data-verdict="ok"]')).toBeVisible({ timeout: 30_000 });
      await expect(page.getByText('Was one of these not right?')).toBeVisible();
      await page.getByText('Proof to keep').first().click();
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save the proof of this look' }).first().click();
      const saved = await download;
      // A look of one entry is a proof of the common form; longer ones are checked in my-log.test.ts.
      expect(saved.suggestedFilename()).toMatch(/^portico-entry-\d+\.tlog-proof$/);
      assert.match(await readFile(await saved.path(), 'utf8'), /^c2sp\.org\/tlog-proof@v1\n/);
      opened.assertClean();
    } finally {
      await opened.close();
    }
  });

  it('continues from the last visit, also after signing out, and notices another log', async () => {
    const opened = await openPage(clinic.url, { ...phone, session });
    const { page } = opened;
    try {
      await page.goto('/who-saw');
      await expect(page.getByText('From now on this browser remembers the log')).toBeVisible({ timeout: 20_000 });
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save the proof', exact: true }).click();
      expect((await download).suggestedFilename()).toBe('portico-access-log-proof.json');
      await page.reload();
      await expect(page.getByText('The log continues the one seen here on')).toBeVisible({ timeout: 20_000 });
      await page.evaluate(() => {
        for (const [key, text] of Object.entries(localStorage)) {
          if (!key.startsWith('portico.log.')) continue;
          const memory = JSON.parse(String(text)) as { log: { root: string } };
          memory.log.root = btoa('x'.repeat(32));
          localStorage.setItem(key, JSON.stringify(memory));
        }
      });
      await page.reload();
      await expect(page.getByText('does not continue the one you saw')).toBeVisible({ timeout: 20_000 });
      opened.assertClean();
    } finally {
      await opened.close();
    }
  });
});
