// From a letter's code to a session, as a person with the paper in hand does it.
import { codeAt } from '#features/identity/index.ts';
import { expect, type Page } from './browser.ts';
import type { Clinic } from './clinic.ts';

export const typeDate = async (page: Page, [year = '', month = '', day = '']: string[]): Promise<void> => {
  await page.locator('#birth-date').fill(month);
  await page.locator('#birth-date-day').fill(day);
  await page.locator('#birth-date-year').fill(year);
};

/** The page after the code: who it is, and the sign-in name. */
export const sayWho = async (page: Page, birthDate?: string): Promise<void> => {
  await page.locator('#name').waitFor();
  if (birthDate) await typeDate(page, birthDate.split('-'));
  await page.getByRole('button', { name: 'Continue' }).click();
};

export const choosePassword = async (page: Page): Promise<void> => {
  await page.locator('#new-password').fill('short');
  await expect(page.getByText('10 more characters needed')).toBeVisible();
  await page.locator('#new-password').fill('violet anchor 57 drizzle teapot');
  await expect(page.getByText('This is a strong password')).toBeVisible();
  await page.getByRole('button', { name: 'Save and continue' }).click();
};

export const setUpApp = async (page: Page, clinic: Clinic): Promise<void> => {
  await expect(page.getByRole('img', { name: /authenticator app/ })).toBeVisible();
  const uri = await page.getByRole('link', { name: /^open (my authenticator|an) app/i }).getAttribute('href');
  const secret = new URL(uri ?? '').searchParams.get('secret') ?? '';
  clinic.tick();
  await page.locator('#code').fill(codeAt(secret, clinic.now()));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.locator('#group').waitFor();
};

/** One wrong group first, then the right one; gives the whole code. */
export const typeGroup = async (page: Page): Promise<string[]> => {
  const asked = Number(/Group (\d)/.exec((await page.locator('label[for=group]').innerText()) ?? '')?.[1]);
  const items = await page.locator('main ol li').allInnerTexts();
  const groups = items.map((text) => text.split(/\s+/).at(-1) ?? '');
  await page.locator('#group').fill('XXXX');
  await page.getByRole('button', { name: 'I have it on paper' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.locator('#group').fill(groups[asked - 1] ?? '');
  await page.getByRole('button', { name: 'I have it on paper' }).click();
  await expect(page.getByText('Next time: your password and a code from your app.')).toBeVisible();
  return groups;
};

export const enrol = async (page: Page, clinic: Clinic, invitation: string, birthDate?: string): Promise<void> => {
  await page.locator('#invitation').fill(invitation.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: 'Continue' }).click();
  await sayWho(page, birthDate);
  await choosePassword(page);
  await setUpApp(page, clinic);
  await typeGroup(page);
  await page.getByRole('button', { name: 'Go to the portal' }).click();
};
