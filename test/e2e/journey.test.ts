// The patient's whole way, by keyboard alone: sign in, read a result, see the trend, check who saw the
// record, sign out; Back shows nothing.
import { after, before, describe, it } from 'node:test';
import { desk, expect, openPage, phone, type Page } from './browser.ts';
import { openClinic, password, type Clinic } from './clinic.ts';
import { words } from './words.ts';

const mostTabs = 80;

/** Presses Tab until the focus is on what the locator names; a keyboard user has no other way. */
const tabTo = async (page: Page, role: string, name: string | RegExp): Promise<void> => {
  const target = page.getByRole(role as 'link', { name, exact: typeof name === 'string' }).first();
  await target.waitFor();
  for (let press = 0; press < mostTabs; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${String(name)}`);
};

describe('a patient, by keyboard', () => {
  let clinic: Clinic;
  before(async () => {
    clinic = await openClinic();
  });
  after(() => clinic.close());

  const journeys = [
    { language: 'en', locale: 'en-US', view: desk },
    { language: 'es', locale: 'es-US', view: phone },
    { language: 'en', locale: 'en-US', view: phone },
    { language: 'es', locale: 'es-US', view: desk },
  ] as const;

  for (const { language, locale, view } of journeys) {
    it(`goes all the way in ${language} at ${view.width} px`, async () => {
      const say = words[language];
      const opened = await openPage(clinic.url, { ...view, locale });
      const { page } = opened;
      try {
        await page.goto('/');
        await page.waitForURL('**/sign-in');
        if (language === 'es') {
          // The account speaks English; the choice made here stays.
          await tabTo(page, 'button', 'English');
          await page.keyboard.press('Enter');
          await tabTo(page, 'button', 'Español');
          await page.keyboard.press('Enter');
        }
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await tabTo(page, 'textbox', say.signInName);
        await page.keyboard.type(clinic.maria.signInName);
        await page.keyboard.press('Tab');
        await page.keyboard.type(password);
        await page.keyboard.press('Enter');
        await tabTo(page, 'textbox', say.code);
        await page.keyboard.type(clinic.code(clinic.maria));
        await page.keyboard.press('Enter');

        await expect(page.getByRole('heading', { name: say.newest })).toBeVisible();
        await expect(page.getByText('Dr. Amara Okafor').first()).toBeVisible();
        await tabTo(page, 'link', say.results);
        await page.keyboard.press('Enter');
        await tabTo(page, 'link', /A1c.*5[.,]9/s);
        await page.keyboard.press('Enter');
        await expect(page).toHaveURL(/\/results\/[0-9a-f-]{36}$/);
        await expect(page.getByRole('heading', { name: say.meaning })).toBeVisible();
        await expect(page.locator('article').getByText(say.above).first()).toBeVisible();

        // The trend: the last value has the focus stop, the arrows go from value to value.
        await tabTo(page, 'img', /5[.,]9 %/);
        await page.keyboard.press('ArrowLeft');
        await expect(page.getByRole('img', { name: /6[.,]2 %/ })).toBeFocused();
        await page.keyboard.press('Home');
        await expect(page.getByRole('img', { name: /6[.,]1 %/ })).toBeFocused();
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await expect(page.locator('details[open] table tbody tr')).toHaveCount(8);

        await tabTo(page, 'link', say.home);
        await page.keyboard.press('Enter');
        await tabTo(page, 'link', new RegExp(say.whoSaw));
        await page.keyboard.press('Enter');
        await expect(page.getByText(say.firstLine, { exact: true })).toBeVisible();
        const checked = view === phone ? say.checkedOnPhone : say.checkedOnComputer;
        await expect(page.getByText(checked)).toBeVisible({ timeout: 20_000 });

        await tabTo(page, 'button', new RegExp(say.account));
        await page.keyboard.press('Enter');
        await expect(page.getByRole('menuitem', { name: say.signOut })).toBeVisible();
        await page.keyboard.press('End');
        await page.keyboard.press('Enter');
        await expect(page.getByRole('heading', { name: say.signedOut })).toBeVisible();

        for (let back = 0; back < 3; back += 1) {
          await page.goBack().catch(() => null);
          await page.waitForLoadState('networkidle');
          expect(await page.locator('body').innerText()).not.toMatch(/A1c|Okafor|Maria/);
        }
        opened.assertClean();
      } finally {
        await opened.close();
      }
    });
  }

  it('says what was wrong with a password, above the heading and at the field', async () => {
    const opened = await openPage(clinic.url, phone);
    const { page } = opened;
    try {
      await page.goto('/sign-in');
      await page.getByRole('button', { name: 'Continue' }).click();
      await expect(page.getByRole('alert')).toBeFocused();
      await page.getByRole('link', { name: 'Enter your password' }).click();
      await expect(page.getByLabel('Password')).toBeFocused();
      await page.getByLabel('Sign-in name').fill(clinic.maria.signInName);
      await page.getByLabel('Password').fill('not the right password at all');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toContainText('do not go together');
      opened.assertClean();
    } finally {
      await opened.close();
    }
  });
});
