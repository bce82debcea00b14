// A critical value is answered by keyboard, a task is taken and tried, a correction is shown side by side.
import { after, before, describe, it } from 'node:test';
import { newId, type RecordId } from '#platform/ids.ts';
import { bring, minutesPass } from '../harness/critical-clinic.ts';
import { enrolled } from '../harness/enrolled.ts';
import { relatePerson } from '../harness/people.ts';
import { axeFindings, desk, expect, openPage, phone, sidewaysPx, type Page } from './browser.ts';
import { openClinic, type Clinic } from './clinic.ts';

/** Nothing to find for axe and no scrolling sideways, in both languages, on a phone and on a desk, light and dark. */
const expectTidy = async (page: Page): Promise<void> => {
  const findings: string[] = [];
  for (const language of ['es', 'en'] as const) {
    await page
      .getByRole('button', { name: language === 'es' ? 'Español' : 'English' })
      .first()
      .click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    for (const view of [phone, desk]) {
      await page.setViewportSize(view);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const found = await axeFindings(page, colorScheme === 'light' ? 'everything' : 'colors');
        findings.push(...found.map((one) => `${language} ${view.width} ${colorScheme}: ${one}`));
      }
    }
    await page.setViewportSize({ width: 320, height: 640 });
    await expect.poll(() => sidewaysPx(page), { message: `${language} at 320 px` }).toBe(0);
    await page.setViewportSize(desk);
    await page.emulateMedia({ colorScheme: 'light' });
  }
  expect(findings).toEqual([]);
};

describe('critical and corrected results on screen', () => {
  let clinic: Clinic;
  let doctorSession: string;
  const step = () => clinic.server.portico.watch.step();

  /** The clinic's people come with critical values of their own. */
  const answerAll = async (): Promise<void> => {
    await step();
    const cookie = `__Host-portico=${doctorSession}`;
    const { body } = await clinic.server.call('GET', '/api/alerts', { cookie });
    for (const { patientId, id } of body.alerts) {
      const at = `/api/patients/${patientId}/alerts/${id}/acknowledge`;
      await clinic.server.call('POST', at, { cookie, body: { call: { result: 'reached' } } });
    }
  };

  before(async () => {
    clinic = await openClinic();
    const doctor = await enrolled(clinic.server, ['clinician'], { name: 'Dr. Dora Dean' });
    await relatePerson(
      clinic.server.database.pool('owner'),
      { accountId: doctor.id as never },
      { kind: 'care_team', patientId: clinic.mariaId },
    );
    doctorSession = await clinic.session(doctor);
    await answerAll();
  });
  after(() => clinic.close());

  it('says to an administrator that nobody is named, until somebody is', async () => {
    const admin = await openPage(clinic.url, { session: await clinic.session(clinic.admin) });
    const { page } = admin;
    try {
      await page.goto('/staff/people');
      await page.getByRole('link', { name: 'Name a deputy' }).click();
      await expect(page.getByText('No deputy is named')).toBeVisible();
      await expectTidy(page);
      await page.getByLabel('Minutes to answer').fill('4');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText('Enter a whole number from 5 to 240')).toBeVisible();
      await page.getByLabel('Minutes to answer').fill('20');
      await page.getByLabel('Deputy').selectOption({ label: 'Dr. Dora Dean' });
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText('Saved')).toBeVisible();
      await expect(page.getByText('No deputy is named')).toHaveCount(0);
      admin.assertClean();
    } finally {
      await admin.close();
    }
  });

  it('is answered by keyboard in the clinician’s name; the call that was not made waits as a task', async () => {
    const doctor = await openPage(clinic.url, { session: doctorSession });
    const { page } = doctor;
    try {
      await bring(clinic.server, clinic.mariaId, { value: 6.9 });
      await step();
      await minutesPass(clinic.server, clinic.mariaId, 21);
      await step();
      await page.goto('/staff/sign-ins');
      await expect(page.getByRole('alert').filter({ hasText: '1 critical result is late' })).toBeVisible();
      await page.keyboard.press('g');
      await page.keyboard.press('a');
      await expect(page.getByText(/late by \d+ minute/).first()).toBeVisible();
      await expectTidy(page);
      await page.keyboard.press('a');
      const dialog = page.getByRole('alertdialog', { name: 'Answer for' });
      await expect(dialog.getByText('6.9')).toBeVisible();
      await dialog.getByRole('button', { name: /^Save the answer for/ }).click();
      await expect(dialog.getByText('Choose what came of the call')).toBeVisible();
      expect(await axeFindings(page)).toEqual([]);
      await dialog.getByRole('radio', { name: 'I did not call' }).press(' ');
      await dialog.getByLabel('Why not?').fill('She is here, in room 4.');
      await dialog.getByRole('button', { name: /^Save the answer for/ }).press('Enter');
      await expect(page.getByText('Answered in your name')).toBeVisible();
      await expect(page.getByText('A call now waits on the task list.')).toBeVisible();
      await expect(page.getByText('1 critical result is late')).toHaveCount(0);
      await page.keyboard.press('g');
      await page.keyboard.press('t');
      await expect(page.getByRole('heading', { level: 1, name: 'Tasks' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Take this' })).toBeVisible();
      await page.keyboard.press('t');
      await expect(page.getByText(/You took this at/)).toBeVisible();
      await expectTidy(page);
      await page.keyboard.press('d');
      await page.getByRole('radio', { name: /^Not reached/ }).press(' ');
      await page.getByRole('button', { name: /^Save for/ }).press('Enter');
      await expect(page.getByRole('button', { name: 'Take this' })).toBeVisible();
      doctor.assertClean();
    } finally {
      await doctor.close();
    }
  });

  it('is corrected: whoever read the old value is told, with both beside each other', async () => {
    const sourceId = newId<RecordId>();
    const recordId = await bring(clinic.server, clinic.mariaId, { sourceId, value: 3.1 });
    const maria = await clinic.session(clinic.maria);
    const at = `/api/patients/${clinic.mariaId}/records/${recordId}`;
    for (const session of [maria, doctorSession]) {
      await clinic.server.call('GET', at, { cookie: `__Host-portico=${session}` });
    }
    await bring(clinic.server, clinic.mariaId, { sourceId, value: 4.1, status: 'corrected' });
    await minutesPass(clinic.server, clinic.mariaId, 2);
    await step();
    const doctor = await openPage(clinic.url, { session: doctorSession });
    const patient = await openPage(clinic.url, { ...phone, session: maria });
    try {
      await doctor.page.goto('/staff/corrected');
      const theirs = doctor.page.getByRole('article');
      await expect(theirs.getByRole('group', { name: 'Before' })).toContainText('3.1');
      await expect(theirs.getByRole('group', { name: /^Corrected on/ })).toContainText('4.1');
      await expectTidy(doctor.page);
      await theirs.getByRole('button', { name: /^Seen, put away for/ }).click();
      await expect(doctor.page.getByText('Nothing you read was changed')).toBeVisible();
      await patient.page.goto('/');
      const hers = patient.page.getByRole('region', { name: /^A result you read on .* was corrected$/ });
      await expect(hers.getByRole('group', { name: 'Before' })).toContainText('3.1');
      await hers.getByRole('link').first().click();
      await expect(patient.page.getByText('What it said before')).toBeVisible();
      expect(await axeFindings(patient.page)).toEqual([]);
      await patient.page.goto('/');
      await hers.getByRole('button', { name: 'I have seen this' }).click();
      await expect(hers).toHaveCount(0);
      doctor.assertClean();
      patient.assertClean();
    } finally {
      await doctor.close();
      await patient.close();
    }
  });
});
