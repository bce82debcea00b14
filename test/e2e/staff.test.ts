// What staff do leaves its trace where the patient reads it; invitations go from paper to a session.
import { after, before, describe, it } from 'node:test';
import { desk, expect, openPage, phone } from './browser.ts';
import { openClinic, type Clinic } from './clinic.ts';
import { enrolled } from '../harness/enrolled.ts';
import { enrol } from './enrol.ts';

describe('staff', () => {
  let clinic: Clinic;
  before(async () => {
    clinic = await openClinic();
  });
  after(() => clinic.close());

  it('finds a patient by keyboard, with a reason, and the patient reads who it was and why', async () => {
    const nurse = await openPage(clinic.url, { ...desk, session: await clinic.session(clinic.nurse) });
    try {
      const { page } = nurse;
      await page.goto('/staff/find');
      await page.locator('#reason').waitFor();
      // The day begins in the first field; "/" comes back to it.
      await expect(page.locator('#family-name')).toBeFocused();
      await page.locator('#family-name').blur();
      await page.keyboard.press('/');
      await expect(page.locator('#family-name')).toBeFocused();
      await page.keyboard.type('Rivera');
      for (const part of ['3', '14', '1968']) {
        await page.keyboard.press('Tab');
        await page.keyboard.type(part);
      }
      await page.keyboard.press('Tab');
      await page.keyboard.type('Question by phone about potassium');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('link', { name: 'Chart of Maria Rivera' })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: 'Summary' })).toBeVisible();
      await page.keyboard.press('2');
      await expect(page.locator('article').first()).toContainText('Critical');
      // Whose chart it is stays in sight.
      await page.mouse.wheel(0, 2_000);
      const header = page.locator('strong', { hasText: '004-118-22' });
      await expect(header).toBeInViewport();
      await expect(page.locator('strong:visible', { hasText: 'March 14, 1968' }).first()).toBeInViewport();
      nurse.assertClean();
    } finally {
      await nurse.close();
    }
    const maria = await openPage(clinic.url, { ...phone, session: await clinic.session(clinic.maria) });
    try {
      const { page } = maria;
      await page.goto('/who-saw');
      await expect(page.locator('[data-verdict=ok]')).toBeVisible({ timeout: 20_000 });
      const row = page.locator('main ol > li', { hasText: 'Nora Nowak' });
      await expect(row).toContainText('Nurse');
      await expect(row).toContainText(/looked at \d+ of your results/i);
      await expect(row).toContainText('Question by phone about potassium');
      maria.assertClean();
    } finally {
      await maria.close();
    }
  });

  it('at the front desk opens no results, and invites a patient who enrols with the printed letter', async () => {
    const opened = await openPage(clinic.url, { ...desk, session: await clinic.session(clinic.desk) });
    let invitation = '';
    try {
      const { page } = opened;
      await page.goto(`/staff/patients/${clinic.mariaId}`);
      await expect(page.getByText('nothing of the chart')).toBeVisible();
      await page.goto(`/staff/patients/${clinic.mariaId}/results`);
      await expect(page.getByText('Your role does not open charts')).toBeVisible();
      await page.goto('/staff/find');
      await page.getByText('Record number').first().click();
      await page.locator('#mrn').fill('004-118-99');
      await page.locator('#reason').fill('Stands at the desk');
      await page.keyboard.press('Enter');
      await expect(page.getByText('No patient has the record number 004-118-99.')).toBeVisible();
      await page.locator('#mrn').fill('00411824');
      await page.locator('#reason').fill('Stands at the desk');
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: 'Invite Iris Sol' }).click();
      await page.getByRole('button', { name: 'Make the invitation for Iris Sol' }).click();
      await expect(page.locator('#proofing-error')).toBeVisible();
      await page.getByText('I saw a photo ID').click();
      await page.getByRole('button', { name: 'Make the invitation for Iris Sol' }).click();
      await expect(page.getByRole('heading', { name: 'The invitation is made. Print it now.' })).toBeFocused();
      await expect(page.getByRole('link', { name: 'Next patient' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Print the letter' })).toBeVisible();
      invitation = await page.locator('article .code-figures').innerText();
      opened.assertClean();
    } finally {
      await opened.close();
    }
    const iris = await openPage(clinic.url, phone);
    try {
      await iris.page.goto('/enroll');
      await enrol(iris.page, clinic, invitation, '1985-12-30');
      await expect(iris.page.getByRole('heading', { level: 1 })).toContainText('Nothing new');
      iris.assertClean();
    } finally {
      await iris.close();
    }
  });

  it('is invited by an administrator, who sees no patient, and approved by somebody else', async () => {
    const officer = await enrolled(clinic.server, ['privacy_officer'], { name: 'Petra Prior' });
    const opened = await openPage(clinic.url, { ...desk, session: await clinic.session(clinic.admin) });
    let invitation = '';
    try {
      const { page } = opened;
      await page.goto('/staff/find');
      await expect(page.getByRole('heading', { level: 1, name: 'Staff' })).toBeVisible();
      await page.getByRole('link', { name: 'Invite staff' }).click();
      await page.locator('#full-name').fill('Bo Chen');
      await expect(page.getByRole('link', { name: 'Find a patient' })).toHaveCount(0);
      await page.locator('#email').fill(`bo-${Date.now()}@example.org`);
      await page.getByRole('button', { name: 'Make the invitation' }).click();
      await expect(page.locator('#role-error')).toContainText('Choose a role');
      await page.locator('#role').selectOption('nurse');
      await page.getByRole('button', { name: 'Make the invitation' }).click();
      invitation = await page.locator('article .code-figures').innerText();
      opened.assertClean();
    } finally {
      await opened.close();
    }
    const second = await openPage(clinic.url, { ...desk, session: await clinic.session(officer) });
    try {
      await second.page.goto('/staff/approvals');
      await second.page.getByRole('button', { name: 'Approve Bo Chen' }).click();
      await expect(second.page.getByText('Nothing waits')).toBeVisible();
      second.assertClean();
    } finally {
      await second.close();
    }
    const bo = await openPage(clinic.url, desk);
    try {
      await bo.page.goto('/staff/enrol');
      await enrol(bo.page, clinic, invitation);
      await expect(bo.page.getByRole('heading', { level: 1, name: 'Results to comment on' })).toBeVisible();
      bo.assertClean();
    } finally {
      await bo.close();
    }
  });
});
