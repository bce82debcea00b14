// Every page of the patient's record: axe finds nothing, nothing scrolls sideways at 320 px, and the page has its name.
import { after, before, describe, it } from 'node:test';
import { axeFindings, desk, expect, openPage, phone, sidewaysPx, type Page } from './browser.ts';
import { openClinic, type Clinic } from './clinic.ts';

const open = async (page: Page, name: RegExp): Promise<void> => {
  await page.getByRole('link', { name }).first().click();
  await page.locator('article').waitFor();
};

const pages: readonly { at: string; title: string; act?: (page: Page) => Promise<void> }[] = [
  { at: '/medicines', title: 'Medicines' },
  {
    at: '/medicines',
    title: 'One medicine',
    act: async (page) => {
      await open(page, /Lisinopril/i);
      await page.getByRole('button', { name: "I don't take this" }).click();
    },
  },
  { at: '/visits', title: 'Visits' },
  { at: '/visits', title: 'One visit', act: (page) => open(page, /Diabetes follow-up/) },
  { at: '/record', title: 'My record' },
  {
    at: '/search',
    title: 'Search the record',
    act: async (page) => {
      await page.getByLabel('Search the whole record').fill('potassium');
      await page.keyboard.press('Enter');
      await page.getByText(/entries? holds? these words/).waitFor();
    },
  },
  { at: '/record/conditions', title: 'Conditions' },
  { at: '/record/allergies', title: 'Allergies' },
  { at: '/record/immunizations', title: 'Immunizations' },
  { at: '/record/vitals', title: 'Vitals' },
  { at: '/record/vitals', title: 'One measurement', act: (page) => open(page, /Blood pressure/) },
  { at: '/record/notes', title: 'Notes and documents' },
  { at: '/record/notes', title: 'One document', act: (page) => open(page, /Progress note/) },
  { at: '/record/care-plan', title: 'Care plan and goals' },
  { at: '/record/procedures', title: 'Procedures' },
  { at: '/record/devices', title: 'Devices' },
  { at: '/record/family-history', title: 'Family history' },
  { at: '/record/coverage', title: 'Insurance' },
  { at: '/record/documents', title: 'Forms and images' },
  { at: '/record/findings', title: 'Answers and findings' },
  { at: '/record/claims', title: 'Bills sent to insurance' },
  { at: '/record/other', title: 'Everything else' },
  { at: '/account', title: 'Name and contact' },
  { at: '/account/timing', title: 'When results open' },
];

describe('every page of the record', () => {
  let clinic: Clinic;
  let session: string;
  before(async () => {
    clinic = await openClinic();
    session = await clinic.session(clinic.maria);
  });
  after(() => clinic.close());

  it('is accessible in both languages, light and dark, and fits 320 px', async () => {
    const opened = await openPage(clinic.url, { ...phone, session });
    const { page } = opened;
    const findings: string[] = [];
    try {
      for (const { at, title, act } of pages) {
        await page.setViewportSize(phone);
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(at);
        await page.locator('main h1').first().waitFor();
        await page.waitForLoadState('networkidle');
        await act?.(page);
        await expect(page).toHaveTitle(`${title} – Harbor Health`);
        const note = (where: string) => (finding: string) => findings.push(`${title}, ${where}: ${finding}`);
        (await axeFindings(page)).forEach(note('phone'));
        await page.getByRole('button', { name: 'Español' }).click();
        await expect(page.locator('html')).toHaveAttribute('lang', 'es');
        await page.setViewportSize({ width: 320, height: 640 });
        const sideways = await sidewaysPx(page);
        if (sideways > 0) findings.push(`${title}: ${sideways} px sideways at 320 px in Spanish`);
        await page.setViewportSize(desk);
        await page.emulateMedia({ colorScheme: 'dark' });
        (await axeFindings(page)).forEach(note('desk, dark, Spanish'));
        await page.getByRole('button', { name: 'English' }).click();
        await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      }
      expect(findings).toEqual([]);
      opened.assertClean();
    } finally {
      await opened.close();
    }
  });
});
