// The console, role by role: a comment with ten seconds to take it back, one patient per tab, roles that two
// people give, and a colleague who snoops.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { relatePerson } from '../harness/people.ts';
import { enrolled, type Enrolled } from '../harness/enrolled.ts';
import { desk, expect, openPage, phone, sidewaysPx, type Page } from './browser.ts';
import { openClinic, type Clinic } from './clinic.ts';

/** Words of Maria's chart that only her care team may read. */
const chartWords = ['Potassium', 'Hemoglobin', 'Metformin', 'Lisinopril', 'mmol/L', 'Harbor Reference Laboratory'];

const parts = [
  'Summary',
  'Results',
  'Medicines',
  'Conditions',
  'Allergies',
  'Immunizations',
  'Vitals',
  'Visits',
  'Notes and documents',
];

const findMaria = async (page: Page, reason: string): Promise<void> => {
  await page.goto('/staff/find');
  await page.locator('#family-name').fill('Rivera');
  await page.locator('#birth-date').fill('3');
  await page.locator('#birth-date-day').fill('14');
  await page.locator('#birth-date-year').fill('1968');
  await page.locator('#reason').fill(reason);
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: '1 person found' }).waitFor();
};

describe('the staff console', () => {
  let clinic: Clinic;
  let officer: Enrolled;
  let billing: Enrolled;
  before(async () => {
    clinic = await openClinic();
    officer = await enrolled(clinic.server, ['privacy_officer'], { name: 'Helen Brandt' });
    billing = await enrolled(clinic.server, ['billing'], { name: 'Walter Osei' });
    const tie = { kind: 'care_team', patientId: clinic.lenaId } as const;
    await relatePerson(clinic.server.database.pool('owner'), { accountId: clinic.nurse.id as never }, tie);
  });
  after(() => clinic.close());

  const as = async (person: Enrolled, view = desk) =>
    openPage(clinic.url, { ...view, session: await clinic.session(person) });

  it('holds a comment for ten seconds: taken back it is a draft again, left alone it reaches the patient', async () => {
    const opened = await as(clinic.nurse);
    const { page } = opened;
    try {
      await page.goto('/staff');
      await expect(page.getByRole('heading', { level: 1, name: 'Results to comment on' })).toBeVisible();
      const work = page.getByRole('link', { name: /Results to comment on/ });
      await expect(work).toContainText('1');
      const composer = page.getByLabel('Comment for the patient');
      await page.keyboard.press('c');
      await expect(composer).toBeFocused();
      await page.keyboard.type('This is fine. We look again in spring.');
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('button', { name: /^Undo/ })).toBeVisible();
      await expect(work).not.toContainText('1');
      await expect(page.getByRole('heading', { name: "You're done" })).toBeVisible();
      await page.getByRole('button', { name: /^Undo/ }).click();
      await expect(work).toContainText('1');
      await expect(composer).toHaveValue('This is fine. We look again in spring.');
      // Whose it is stands beside the button that sends.
      await expect(page.locator('form').filter({ has: composer })).toContainText(/Maria Rivera.*Mar 14, 1968/);
      await page.getByRole('button', { name: 'Send to Maria Rivera' }).click();
      await expect(page.getByRole('button', { name: /^Undo/ })).toHaveCount(0, { timeout: 15_000 });
      const cookie = `__Host-portico=${await clinic.session(clinic.maria)}`;
      const { body } = await clinic.server.call('GET', `/api/patients/${clinic.mariaId}/comments`, { cookie });
      assert.equal(body.comments[0].text, 'This is fine. We look again in spring.');
      assert.equal(body.comments[0].author.name, 'Nora Nowak');
      opened.assertClean();
    } finally {
      await opened.close();
    }
  });

  it('keeps one patient per tab, whose name and allergies stay in sight, and moves by single keys', async () => {
    const opened = await as(clinic.nurse);
    const { page } = opened;
    try {
      await page.goto(`/staff/patients/${clinic.mariaId}`);
      await expect(page.getByRole('heading', { level: 1, name: 'Summary' })).toBeVisible();
      for (const [key, name] of [
        ['3', 'Medicines'],
        ['7', 'Vitals'],
        ['2', 'Results'],
      ] as const) {
        await page.keyboard.press(key);
        await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
      }
      // A note is read in place, found by keyboard.
      await page.keyboard.press('9');
      await expect(page.getByRole('heading', { level: 1, name: 'Notes and documents' })).toBeVisible();
      await page.locator('main [data-rows] a[href*="/notes/"]').first().waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/notes\/[0-9a-f-]{36}$/);
      await expect(page.locator('main article')).toContainText(/\w{3}/);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
      await page.keyboard.press('Escape');
      await page.keyboard.press('g');
      await page.keyboard.press('f');
      await expect(page.getByRole('heading', { level: 1, name: 'Find a patient' })).toBeVisible();
      await page.locator('#family-name').fill('Novak');
      await page.locator('#birth-date').fill('7');
      await page.getByText('Record number').first().click();
      await page.locator('#mrn').fill('004-118-23');
      await page.locator('#reason').fill('Visit today');
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: /^Chart of Lena/ }).click();
      await expect(page.getByText('One patient per tab: the chart of Maria Rivera was closed.')).toBeVisible();
      await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('Lena');
      await expect(page.getByRole('navigation', { name: 'Main' })).not.toContainText('Maria');
      opened.assertClean();
    } finally {
      await opened.close();
    }
  });

  it('fits its charts at 1280, 390 and 320 px', async () => {
    for (const width of [1280, 390, 320]) {
      const opened = await as(clinic.nurse, { width, height: 844 });
      const { page } = opened;
      try {
        await page.goto(`/staff/patients/${clinic.mariaId}`);
        for (const [index, part] of parts.entries()) {
          await page.keyboard.press(String(index + 1));
          await expect(page.getByRole('heading', { level: 1, name: part })).toBeVisible();
          const row = page.locator('main [data-row], main [data-rows] a[href]').filter({ visible: true });
          await expect(row.first(), part).toBeVisible();
          assert.equal(await sidewaysPx(page), 0, `${part} at ${width}`);
        }
        opened.assertClean();
      } finally {
        await opened.close();
      }
    }
  });

  it('shows no word of a chart to the front desk, billing, the administrator or the privacy officer', async () => {
    for (const person of [clinic.desk, billing, clinic.admin, officer]) {
      const opened = await as(person);
      const { page } = opened;
      const answers: string[] = [];
      page.on('response', (response) => {
        if (response.url().includes('/api/'))
          void response.text().then(
            (text) => answers.push(text),
            () => {},
          );
      });
      try {
        for (const path of [
          '/staff',
          `/staff/patients/${clinic.mariaId}`,
          `/staff/patients/${clinic.mariaId}/results`,
        ]) {
          await page.goto(path);
          await page.locator('h1').first().waitFor();
          await page.waitForLoadState('networkidle');
          answers.push(await page.locator('body').innerText());
        }
        const all = answers.join('\n');
        assert.deepEqual(
          chartWords.filter((one) => all.includes(one)),
          [],
          person.signInName,
        );
        opened.assertClean();
      } finally {
        await opened.close();
      }
    }
  });

  it('gives a role when a second person approves it', async () => {
    const opened = await as(clinic.admin);
    try {
      const { page } = opened;
      await page.goto('/staff');
      await page.getByRole('link', { name: /Finn Falk/ }).click();
      await page.getByRole('button', { name: 'Give a role' }).click();
      await page.locator('#ask-role').selectOption('billing');
      await page.getByRole('button', { name: 'Ask for this role for Finn Falk' }).click();
      await expect(page.locator('#ask-reason')).toHaveAttribute('aria-invalid', 'true');
      await page.locator('#ask-reason').fill('Covers billing in May');
      await page.getByRole('button', { name: 'Ask for this role for Finn Falk' }).click();
      await expect(page.getByText('Asked. The role begins when another administrator')).toBeVisible();
      await page.goto('/staff/approvals');
      await expect(page.getByText('You asked, or it is for you: somebody else approves.')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Approve Finn Falk' })).toHaveCount(0);
      opened.assertClean();
    } finally {
      await opened.close();
    }
    const second = await as(officer);
    try {
      const { page } = second;
      await page.goto('/staff/approvals');
      await expect(page.getByText('Covers billing in May')).toBeVisible();
      await page.getByRole('button', { name: 'Approve Finn Falk' }).click();
      await expect(page.getByText('Nothing waits')).toBeVisible();
      await page.goto('/staff/people');
      await expect(page.getByRole('link', { name: /Finn Falk/ })).toContainText('Front desk, Billing');
      second.assertClean();
    } finally {
      await second.close();
    }
  });

  it('lets a colleague who snoops be found: the patient sees it, asks, and gets her answer', async () => {
    const snooper = await as(clinic.nurse);
    await findMaria(snooper.page, 'Just curious');
    await snooper.page.getByRole('link', { name: 'Chart of Maria Rivera' }).click();
    await expect(snooper.page.getByRole('heading', { level: 1, name: 'Summary' })).toBeVisible();

    const maria = await as(clinic.maria, phone);
    await maria.page.goto('/who-saw');
    await expect(maria.page.locator('[data-verdict=ok]')).toBeVisible({ timeout: 20_000 });
    const row = maria.page.locator('main ol > li', { hasText: 'Just curious' });
    await expect(row).toContainText('Nora Nowak');
    await maria.close();

    // She calls and asks. The privacy officer looks for her entries by this colleague, and saves them.
    const review = await as(officer);
    const { page } = review;
    await findMaria(page, 'Maria Rivera asked by phone');
    await page.getByRole('link', { name: 'Access log of Maria Rivera' }).click();
    await page.locator('#review-reason').fill('Answer to Maria Rivera');
    await page.locator('#review-who').selectOption({ label: 'Nora Nowak' });
    await page.getByRole('button', { name: 'Search the log' }).click();
    await expect(page.locator('main li', { hasText: 'Just curious' }).first()).toContainText('Maria Rivera');
    await expect(page.locator('main li', { hasText: 'Looked at results' }).first()).toContainText('Nora Nowak');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as table (CSV)' }).click();
    assert.match((await saving).suggestedFilename(), /^access-log-.*\.csv$/);
    await expect(page.getByText(/^Saved: \d+ entr/)).toBeVisible();
    review.assertClean();
    await review.close();

    // The administrator switches the account off; the open chart ends with it.
    const admin = await as(clinic.admin);
    await admin.page.goto('/staff/people');
    await admin.page.getByRole('link', { name: /Nora Nowak/ }).click();
    await admin.page.getByRole('button', { name: 'Switch the account off' }).click();
    await admin.page.getByLabel('Reason').fill('Looked without a reason of work');
    await admin.page.getByRole('button', { name: 'Switch off: Nora Nowak' }).click();
    await expect(admin.page.getByRole('button', { name: 'Switch the account on' })).toBeVisible();
    admin.assertClean();
    await admin.close();
    await snooper.page.keyboard.press('8');
    await snooper.page.waitForURL('**/staff/timed-out');
    await snooper.close();

    // Maria finds the review itself in her log, with its reason: somebody looked into it.
    const again = await as(clinic.maria, phone);
    await again.page.goto('/who-saw');
    await expect(again.page.locator('[data-verdict=ok]')).toBeVisible({ timeout: 20_000 });
    const answer = again.page.locator('main ol > li', { hasText: 'Answer to Maria Rivera' });
    await expect(answer).toContainText('Helen Brandt');
    await expect(answer).toContainText('reviewed this log');
    again.assertClean();
    await again.close();
  });
});
