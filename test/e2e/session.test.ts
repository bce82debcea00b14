// The session's end on screen: the warning, staying, leaving in every tab, and a session that is over.
import { after, before, describe, it } from 'node:test';
import { axeFindings, expect, openPage, phone, type Watched } from './browser.ts';
import { openClinic, type Clinic } from './clinic.ts';

describe('the session on screen', () => {
  let clinic: Clinic;
  before(async () => {
    clinic = await openClinic();
  });
  after(() => clinic.close());

  /** Leaves the session `leftS` seconds of its idle time, as if nobody had touched it. */
  const age = (leftS: number) =>
    clinic.server.database
      .pool('superuser')
      .query(
        'update access.session set last_seen_at = now() - idle_timeout + make_interval(secs => $2) where account_id = $1 and revoked_at is null',
        [clinic.maria.id, leftS],
      );

  const open = async (): Promise<Watched> =>
    openPage(clinic.url, { ...phone, session: await clinic.session(clinic.maria) });

  it('warns two minutes before, in every tab, and stays when asked to', async () => {
    const opened = await open();
    try {
      // The pages' own clock is moved on; how much is left is the server's to say.
      await opened.context.clock.install();
      const { page } = opened;
      const second = await opened.context.newPage();
      for (const tab of [page, second]) {
        await tab.goto('/sign-ins');
        await tab.locator('main li').first().waitFor();
      }
      await age(110);
      await opened.context.clock.fastForward('13:05');
      await expect(second.getByRole('alertdialog')).toBeVisible();
      const warning = page.getByRole('alertdialog');
      await expect(warning).toBeVisible();
      await expect(warning.getByRole('button', { name: 'Stay signed in' })).toBeFocused();
      expect(await axeFindings(page)).toEqual([]);
      await warning.getByRole('button', { name: 'Stay signed in' }).click();
      await expect(warning).toBeHidden();
      await expect(second.getByRole('alertdialog')).toBeHidden();
      opened.assertClean();
    } finally {
      await opened.close();
    }
  });

  it('signs out in every tab at once', async () => {
    const opened = await open();
    try {
      const { page } = opened;
      await page.goto('/');
      const second = await opened.context.newPage();
      await second.goto('/results');
      await second.locator('main ul a').first().waitFor();
      await page.getByRole('button', { name: /Account of/ }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
      await expect(second.getByRole('heading', { name: 'We signed you out' })).toBeVisible();
      expect(await second.locator('body').innerText()).not.toMatch(/A1c|Potassium/);
      opened.assertClean();
    } finally {
      await opened.close();
    }
  });

  it('shows nothing once the session has ended on the server', async () => {
    const opened = await open();
    try {
      const { page } = opened;
      await page.goto('/');
      await page.locator('#newest').waitFor();
      await age(-5);
      await page.getByRole('link', { name: 'Medicines', exact: true }).click();
      await expect(page.getByRole('heading', { name: 'We signed you out' })).toBeVisible();
      expect(await page.locator('body').innerText()).not.toMatch(/A1c|Potassium|Maria/);
      opened.assertClean();
    } finally {
      await opened.close();
    }
  });
});
