// The way back in: the recovery code stands for the factor that is lost, and all of them are set up anew.
import { after, before, describe, it } from 'node:test';
import { codeAt } from '#features/identity/index.ts';
import { expect, openPage, phone } from './browser.ts';
import { openClinic, password, type Clinic } from './clinic.ts';

describe('a patient who lost something', () => {
  let clinic: Clinic;
  before(async () => {
    clinic = await openClinic();
  });
  after(() => clinic.close());

  it('gets back in without her phone, with a new password and a new authenticator', async () => {
    const opened = await openPage(clinic.url, phone);
    const { page } = opened;
    try {
      await page.goto('/sign-in');
      await page.getByRole('link', { name: 'I forgot my password, or lost my phone' }).click();
      await page.getByText('I lost my phone').click();
      await page.locator('#name').fill(clinic.lena.signInName);
      await page.locator('#password').fill(password);
      await page
        .locator('#recovery')
        .fill(clinic.lena.recoveryCode.replace(/.$/, (last) => (last === '7' ? '8' : '7')));
      await page.getByRole('button', { name: 'Continue' }).click();
      await expect(page.getByRole('alert')).toContainText('This recovery code is mistyped');
      await page.locator('#recovery').fill(clinic.lena.recoveryCode.toLowerCase().replaceAll('-', ' '));
      await page.getByRole('button', { name: 'Continue' }).click();
      await expect(page.getByText('Now you set up everything new: password, app, code.')).toBeVisible();
      await page.locator('#new-password').fill('my dog likes bones');
      await expect(page.getByText('This is too easy to guess')).toBeVisible();
      await page.locator('#new-password').fill('marble canyon 31 whistle otter');
      await page.getByRole('button', { name: 'Save and continue' }).click();
      const uri = await page.getByRole('link', { name: 'Open my authenticator app' }).getAttribute('href');
      clinic.tick();
      await page.locator('#code').fill(codeAt(new URL(uri ?? '').searchParams.get('secret') ?? '', clinic.now()));
      await page.getByRole('button', { name: 'Continue' }).click();
      const asked = Number(/Group (\d)/.exec(await page.locator('label[for=group]').innerText())?.[1]);
      const group = await page
        .locator('main ol li')
        .nth(asked - 1)
        .innerText();
      await page.locator('#group').fill(group.split(/\s+/).at(-1) ?? '');
      await page.getByRole('button', { name: 'I have it on paper' }).click();
      await page.getByRole('button', { name: 'Go to the portal' }).click();
      await expect(page.getByText('Your sign-in was set up anew in the last days')).toBeVisible();
      await page.goto('/sign-ins');
      await expect(page.getByText('The account was recovered with the recovery code').first()).toBeVisible();
      opened.assertClean();
    } finally {
      await opened.close();
    }
  });
});
