// A low potassium arrives: one true sentence, read, understood, printed; and what waits because she chose so.
import { after, before, describe, it } from 'node:test';
import { desk, expect, openPage, phone, type Page, type View } from './browser.ts';
import { potassiumBundle } from './chart.ts';
import { openClinic, type Clinic } from './clinic.ts';

describe('news in the record', () => {
  let clinic: Clinic;
  before(async () => {
    clinic = await openClinic();
  });
  after(() => clinic.close());

  /** A visit to the portal with a sign-in of its own. */
  const visiting = async (view: View, work: (page: Page) => Promise<void>): Promise<void> => {
    const opened = await openPage(clinic.url, { session: await clinic.session(clinic.maria), ...view });
    try {
      await work(opened.page);
      opened.assertClean();
    } finally {
      await opened.close();
    }
  };

  it('is told by one true sentence, read, understood, and printed with her name on it', async () => {
    await visiting(phone, async (page) => {
      await page.goto('/');
      await page.locator('#newest').waitFor();
    });
    await visiting(phone, async (page) => {
      await page.goto('/');
      // A dangerous value stays first although it is not new any more.
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('One result needs a call now');
      await expect(page.getByRole('heading', { name: 'Newest results' })).toBeVisible();
    });
    await clinic.receive(potassiumBundle('later', '3.3'));
    await visiting(phone, async (page) => {
      await page.goto('/');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('One thing changed since earlier today');
      await expect(page.getByRole('heading', { name: 'New results' })).toBeVisible();
      await page.getByRole('link', { name: /Potassium/ }).click();
      const letter = page.getByRole('article');
      await expect(letter).toContainText('3.3');
      await expect(letter).toContainText('Below range');
      await expect(letter).toContainText('This value is below the typical range.');
      await expect(letter).toContainText('What comes next');
      await page.locator('article svg [role=img]').first().waitFor();
      await page.emulateMedia({ media: 'print' });
      for (const text of ['Maria Rivera', 'March 14, 1968', 'Harbor Health', 'Printed'])
        await expect(page.locator('main').getByText(text).first()).toBeVisible();
      await expect(page.getByRole('button')).toHaveCount(0);
      await expect(page.locator('article table:visible tbody tr')).toHaveCount(5);
    });
  });

  it('waits when she chose so, says until when, and opens when she asks', async () => {
    await visiting(desk, async (page) => {
      await page.goto('/account/timing');
      await page.getByRole('group', { name: 'Laboratory tests' }).getByLabel("With the clinician's comment").check();
      await expect(page.getByText('Saved.')).toBeVisible();
    });
    await clinic.receive(potassiumBundle('held', '3.4'));
    await visiting(phone, async (page) => {
      await page.goto('/');
      await expect(page.getByRole('heading', { name: 'To do' })).toBeVisible();
      await page.getByRole('link', { name: /Something new waits for the comment/ }).click();
      await expect(
        page.getByRole('heading', { name: /new reports? or results? waits? for the clinician's comment/ }),
      ).toBeVisible();
      await expect(page.getByText(/Opens by itself on/)).toBeVisible();
      await expect(page.getByRole('link', { name: /Potassium/ })).toContainText('3.3');
      const { completeness } = await (await page.request.get(`/api/patients/${clinic.mariaId}/results`)).json();
      await page.goto(`/results/${completeness.held[0].id}`);
      await expect(page.getByRole('heading', { name: "This result waits for the clinician's comment" })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Open now' })).toBeVisible();
      // Opened with its report, from the list.
      await page.goto('/results');
      await page.getByRole('button', { name: 'Open now' }).click();
      await expect(page.getByRole('link', { name: /Potassium/ })).toContainText('3.4');
      await expect(page.getByText(/Opens by itself on/)).toHaveCount(0);
    });
  });

  it('opens with the comment, which stands first in the letter and among the things to do', async () => {
    await clinic.receive(potassiumBundle('commented', '3.5'));
    const nurse = { cookie: `__Host-portico=${await clinic.session(clinic.nurse)}` };
    const list = await clinic.server.call('GET', `/api/patients/${clinic.mariaId}/reports`, nurse);
    const newest = list.body.resources.find((report: { result?: unknown[] }) => report.result?.length === 1);
    const said = await clinic.server.call('POST', `/api/patients/${clinic.mariaId}/records/${newest.id}/comments`, {
      ...nurse,
      body: { text: 'Potassium is back in range. Keep eating beans.', language: 'en' },
    });
    expect(said.status).toBe(200);
    await visiting(phone, async (page) => {
      await page.goto('/');
      await page.getByRole('link', { name: /Read what Nora Nowak wrote/ }).click();
      const letter = page.getByRole('article');
      await expect(letter).toContainText('From Nora Nowak');
      const text = await letter.innerText();
      expect(text.indexOf('Keep eating beans')).toBeGreaterThan(0);
      expect(text.indexOf('Keep eating beans')).toBeLessThan(text.indexOf('Typical range'));
    });
  });
});
