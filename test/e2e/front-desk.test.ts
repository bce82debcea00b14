// The front desk: letters for a list, by keyboard and in two languages, and an account set up while the patient stands there.
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { deskAddress } from '../../features/identity/client/desk-paper.ts';
import { qrPath } from '../../web/lib/auth/qr.ts';
import { importPeople } from '../harness/front-desk.ts';
import { axeFindings, desk, expect, openPage, phone, sidewaysPx, type Page } from './browser.ts';
import { openClinic, type Clinic } from './clinic.ts';
import { choosePassword, sayWho, setUpApp, typeGroup } from './enrol.ts';

const list = [
  'Apellidos;Nombre;Fecha de nacimiento;MRN;Correo;Diagnóstico',
  'Peña;Inés;1961-07-08;JH-7001;ines@example.org;secreto',
  'Okafor;Chidi;2/3/1955;;;secreto',
  'Okafor;Chidi;1955-02-03;;;secreto',
  'Nadie;Nunca;1970-01-01;;;secreto',
  'Brand;Una;1980-01-01;;same@example.org;',
  'Brand;Dos;1981-01-01;;same@example.org;',
].join('\r\n');

const expectAccessible = async (page: Page): Promise<void> => {
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  await expect.poll(() => sidewaysPx(page)).toBe(0);
  await page.setViewportSize(desk);
};

const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    // The square's key is random and drawn only: the test listens where it is made. And print() says that it was asked.
    const made: number[][] = [];
    const random = crypto.getRandomValues.bind(crypto);
    crypto.getRandomValues = ((into: Uint8Array<ArrayBuffer>) => {
      const filled = random(into);
      if (filled.length === 32) made.push([...filled]);
      return filled;
    }) as typeof crypto.getRandomValues;
    Object.assign(globalThis, { made, printed: 0, print: () => Object.assign(globalThis, { printed: 1 }) });
  });

/** The address in the square on screen, and a look that it is that one. */
const readSquare = async (page: Page, url: string): Promise<string> => {
  const made = await page.evaluate(() => (globalThis as unknown as { made: number[][] }).made);
  const code = await page.locator('.code-figures.text-xl').innerText();
  const link = deskAddress(url, code, Buffer.from(made.at(-1)!).toString('base64url'), 'en');
  const drawn = await page
    .getByRole('img', { name: /Picture for the patient/ })
    .locator('path')
    .getAttribute('d');
  expect(drawn).toBe(qrPath(link).path);
  return link;
};

describe('the front desk', () => {
  let clinic: Clinic;
  let unaId = '';
  before(async () => {
    clinic = await openClinic();
    const ids = await importPeople(clinic.server, [
      {
        given: 'Inés',
        family: 'Peña',
        birthDate: '1961-07-08',
        mrn: 'JH-7001',
        language: 'es',
        address: ['7 Olmo St'],
      },
      { given: 'Chidi', family: 'Okafor', birthDate: '1955-02-03' },
      { given: 'Una', family: 'Brand', birthDate: '1980-01-01' },
      { given: 'Dos', family: 'Brand', birthDate: '1981-01-01' },
    ]);
    unaId = ids[2]!;
  });
  after(() => clinic.close());

  it('makes letters from a list with the keyboard alone, once, and prints each person’s page', async () => {
    const opened = await openPage(clinic.url, { ...desk, session: await clinic.session(clinic.desk) });
    const { page } = opened;
    try {
      await page.goto('/staff/find');
      await page.locator('#family-name').waitFor();
      await page.locator('#family-name').blur();
      await page.keyboard.press('g');
      await page.keyboard.press('i');
      await expect(page.getByRole('heading', { level: 1, name: 'Invite from a list' })).toBeFocused();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Check the list' }).press('Enter');
      await expect(page.getByRole('alert')).toContainText('Paste a list with a row of headings');
      // A file as Excel on a Spanish Windows writes it.
      await page.locator('[data-list-file]').setInputFiles({
        name: 'lista.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(list, 'latin1'),
      });
      await expect(page.locator('#list')).toHaveValue(/Peña;Inés/);
      const asked = page.waitForRequest(/\/review$/);
      await page.locator('#reason').press('Enter');
      // What is not needed never leaves the browser.
      expect((await asked).postData()).not.toContain('secreto');
      await expect(page.getByRole('heading', { level: 1, name: '2 people are ready for a letter' })).toBeFocused();
      const row = (name: string) => page.locator('main li', { hasText: name });
      await expect(page.getByText('Diagnóstico')).toBeVisible();
      await expect(row('Inés Peña')).toContainText('Letter in Spanish');
      await expect(row('Row 4')).toContainText('The same person as in row 3');
      await expect(row('Nadie')).toContainText('No record with these names');
      await expect(row('Una Brand')).toContainText('The same e-mail as in row 7');
      await expectAccessible(page);

      // The answer is lost on the way; the second press makes no second letter.
      await page.route(
        /\/api\/invitations\/patients$/,
        async (route) => {
          await route.fetch();
          await route.abort();
        },
        { times: 1 },
      );
      await page.getByRole('button', { name: 'Make 2 letters' }).press('Enter');
      await expect(page.getByRole('alert')).toContainText('nobody gets two letters');
      await page.getByRole('button', { name: 'Make 2 letters' }).press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: '2 letters are made' })).toBeFocused();
      const file = page.getByRole('link', { name: 'Open 2 letters to print' });
      await expect(file).toBeVisible({ timeout: 20_000 });
      await expectAccessible(page);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Save as a file' }).press('Enter'),
      ]);
      expect(
        readFileSync(await download.path())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
      const { rows } = await clinic.server.database
        .pool('superuser')
        .query(`select count(*)::int as n from identity.invitation where kind = 'patient'`);
      expect(rows[0].n).toBe(2);
      opened.assertClean();
    } finally {
      await opened.close();
    }
  });

  it('does the same in Spanish, asks about who was invited, and prints the page where no file can be made', async () => {
    const opened = await openPage(clinic.url, { ...desk, session: await clinic.session(clinic.desk) });
    const { page } = opened;
    try {
      await page.goto('/staff/invite-list');
      await page.getByRole('button', { name: 'Español' }).click();
      await page.locator('#list').fill(list);
      await page.getByRole('button', { name: 'Revisar la lista' }).click();
      await expect(
        page.getByRole('heading', { level: 1, name: '0 personas están listas para una carta' }),
      ).toBeFocused();
      const choice = page.getByRole('checkbox', { name: /Hacer una carta para Inés Peña/ });
      await expect(choice).not.toBeChecked();
      await expect(page.getByRole('button', { name: /^Hacer/ })).toHaveCount(0);
      await choice.check();
      await expectAccessible(page);
      await page.route(/\/patients\/letters$/, (route) => route.fulfill({ status: 503, body: '{}' }));
      await page.getByRole('button', { name: 'Hacer 1 carta' }).click();
      await expect(page.getByText('No se pudo hacer el archivo de cartas')).toBeVisible();
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('article')).toHaveCount(1);
      await expect(page.locator('article')).toContainText('Inés Peña');
      await expect(page.locator('article .code-figures')).toHaveText(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
      opened.assertClean();
    } finally {
      await opened.close();
    }
  });

  it('sets an account up with the patient’s own phone, and prints the recovery code it never shows', async () => {
    const clerk = await openPage(clinic.url, { ...desk, session: await clinic.session(clinic.desk) });
    const patient = await openPage(clinic.url, phone);
    try {
      const { page } = clerk;
      await page.goto('/staff/find');
      await page.locator('#family-name').fill('Sol');
      await page.locator('#birth-date').fill('12');
      await page.locator('#birth-date-day').fill('30');
      await page.locator('#birth-date-year').fill('1985');
      await page.locator('#reason').fill('Stands at the desk');
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: 'Invite Iris Sol' }).click();
      await page.getByRole('link', { name: 'Set up with the patient here' }).click();
      await page.getByText('Known to staff').click();
      await page.getByRole('button', { name: 'Begin with Iris Sol' }).click();
      await expect(page.getByRole('alert')).toContainText('Tick a photo ID, or two of the others');
      await expectAccessible(page);
      await page.getByText('Said the address on file').click();
      await listen(page);
      await page.getByRole('button', { name: 'Begin with Iris Sol' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Iris Sol sets up the account' })).toBeFocused();
      await expect(page.getByRole('img', { name: /Picture for the patient/ })).toBeVisible();
      await expectAccessible(page);
      const link = await readSquare(page, clinic.url);
      const step = (name: string) => page.locator('ol li[aria-current=step]', { hasText: name });
      await expect(step('Opens the page')).toBeVisible();

      const mobile = patient.page;
      await mobile.goto(link);
      await expect(mobile.locator('#invitation')).toHaveValue(/^[0-9A-Z-]{23}$/);
      // Neither code nor key stays in the address bar, nor ever reached a server.
      expect(new URL(mobile.url()).hash).toBe('');
      await mobile.getByRole('button', { name: 'Continue' }).click();
      await sayWho(mobile, '1985-12-30');
      await expect(step('Chooses a password')).toBeVisible();
      await choosePassword(mobile);
      await expect(step('Sets up the code app')).toBeVisible();
      await setUpApp(mobile, clinic);
      await mobile.getByRole('button', { name: 'Print it at the desk' }).click();
      await expect(mobile.getByText('Ask for your paper.')).toBeVisible();
      expect(await axeFindings(mobile)).toEqual([]);
      await expect(page.getByText('The recovery code came to be printed')).toBeVisible();
      expect(await page.evaluate(() => (globalThis as unknown as { printed: number }).printed)).toBe(1);
      const groups = await typeGroup(mobile);
      await expect(page.getByText('Iris Sol is in')).toBeVisible();
      await expect(page.getByText(groups[0]!, { exact: true })).toBeHidden();
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.print-only ol li').first()).toContainText(groups[0]!);
      await expect(page.getByText('Recovery code for')).toBeVisible();
      await mobile.getByRole('button', { name: 'Go to the portal' }).click();
      await expect(mobile.getByRole('heading', { level: 1 })).toBeVisible();
      // What the desk did for her stands in her own log, in true words.
      await mobile.goto('/who-saw');
      for (const deed of [
        'found your name in a search',
        'set up your account with you at the desk',
        'printed your recovery code',
      ])
        await expect(mobile.locator('main')).toContainText(deed, { timeout: 20_000 });
      clerk.assertClean();
      patient.assertClean();
    } finally {
      await patient.close();
      await clerk.close();
    }
  });

  it('stops a set-up, and a code that ended says whom to call', async () => {
    const clerk = await openPage(clinic.url, { ...desk, session: await clinic.session(clinic.desk) });
    const patient = await openPage(clinic.url, { ...phone, locale: 'es-US' });
    try {
      const { page } = clerk;
      await page.goto(`/staff/invite/${unaId}/desk`);
      await page.getByText('A photo ID: name and face fit').click();
      await page.getByRole('button', { name: 'Begin with Una Brand' }).click();
      const code = await page.locator('.code-figures.text-xl').innerText();
      await page.getByRole('button', { name: 'Stop this set-up' }).click();
      await expect(page.getByText('This set-up has ended')).toBeVisible();
      await expect(page.getByText(/have the patient call 555-0100/)).toBeVisible();
      await patient.page.goto(`/enrol#code=${code}`);
      await patient.page.getByRole('button', { name: 'Continuar' }).click();
      await expect(patient.page.getByRole('alert')).toContainText('555-0100');
      await page.getByRole('button', { name: 'Begin again' }).click();
      await expect(page.getByRole('button', { name: 'Begin with Una Brand' })).toBeVisible();
      clerk.assertClean();
    } finally {
      await patient.close();
      await clerk.close();
    }
  });
});
