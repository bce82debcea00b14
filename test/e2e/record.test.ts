// The rest of the record on screen and on paper: medicines, shots, vitals, visits, notes, search, and when results open.
import { after, before, describe, it } from 'node:test';
import { desk, expect, openPage, phone, type Page, type View, type Watched } from './browser.ts';
import { enrolled } from '../harness/enrolled.ts';
import { relatePerson } from '../harness/people.ts';
import { openClinic, type Clinic } from './clinic.ts';

describe('the whole record on screen', () => {
  let clinic: Clinic;
  let maria: string;
  let lena: string;
  before(async () => {
    clinic = await openClinic();
    maria = await clinic.session(clinic.maria);
    lena = await clinic.session(clinic.lena);
  });
  after(() => clinic.close());

  const visiting = async (view: View, work: (page: Page, opened: Watched) => Promise<void>): Promise<void> => {
    const opened = await openPage(clinic.url, { session: maria, ...view });
    try {
      await work(opened.page, opened);
      opened.assertClean();
    } finally {
      await opened.close();
    }
  };

  it('lists medicines, tells the nurses "I don\'t take this", and takes it back', () =>
    visiting(phone, async (page) => {
      await page.goto('/medicines');
      await expect(page.getByRole('heading', { name: 'Current medicines (2)' })).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Ended (2)' })).toBeVisible();
      await page.getByRole('link', { name: /Metformin/ }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Metformin 500 mg tablet/i);
      await expect(page.getByRole('article')).toContainText('Take 1 tablet by mouth twice a day with meals');
      await expect(page.getByRole('article')).toContainText('Dr. Amara Okafor');
      await expect(page.getByRole('article')).toContainText('Harbor laboratory feed');
      await page.getByRole('button', { name: "I don't take this" }).click();
      await expect(page.getByText('The list stays as it is until the care team changes it.')).toBeVisible();
      await page.getByRole('button', { name: 'No, go back' }).click();
      await page.getByRole('button', { name: "I don't take this" }).click();
      await page.getByLabel('Why? (optional)').fill('It upsets my stomach');
      await page.getByRole('button', { name: 'Yes, tell the nurses' }).click();
      await expect(page.getByText('Maria Rivera told us that this is not taken')).toBeVisible();
      await expect(page.getByText('It upsets my stomach')).toBeVisible();
      const tasks = await clinic.server.call('GET', '/api/tasks?state=open', {
        cookie: `__Host-portico=${await clinic.session(clinic.nurse)}`,
      });
      expect(JSON.stringify(tasks.body)).toContain('medicine-not-taken');
      await page.goto('/medicines');
      const row = page.getByRole('link', { name: /Metformin/ });
      await expect(row).toContainText('Current');
      await expect(row).toContainText('Not taken, as reported');
      await row.click();
      await page.getByRole('button', { name: 'Undo: it is taken' }).click();
      await expect(page.getByRole('button', { name: "I don't take this" })).toBeVisible();
    }));

  it('prints immunizations for school: name, birth date, clinic, each date, nothing to press', () =>
    visiting(desk, async (page) => {
      await page.goto('/record/immunizations');
      await expect(page.getByRole('heading', { name: /Vaccines given/ })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Print for school or work' })).toBeVisible();
      await expect(page.getByText('Not given', { exact: true })).toBeVisible();
      await page.emulateMedia({ media: 'print' });
      const paper = page.locator('main');
      for (const text of ['Maria Rivera', 'March 14, 1968', '004-118-22', 'Harbor Health', 'Printed'])
        await expect(paper.getByText(text).first()).toBeVisible();
      const rows = page.locator('main table:visible tbody tr');
      await expect(rows).toHaveCount(2);
      await expect(rows.first()).toContainText('Influenza');
      await expect(rows.first().locator('td').last().locator('span.block')).toHaveCount(2);
      await expect(page.locator('main table:visible')).not.toContainText('Zoster');
      await expect(page.getByRole('button')).toHaveCount(0);
      await expect(page.getByRole('navigation')).toHaveCount(0);
    }));

  it('draws a blood pressure with two figures, by arrow keys and as a table', () =>
    visiting(phone, async (page) => {
      await page.goto('/record/vitals');
      const row = page.getByRole('link', { name: /Blood pressure/ });
      await expect(row).toContainText('126/78');
      await row.click();
      await expect(page.locator('article svg polyline')).toHaveCount(2);
      const points = page.locator('article svg [role=img]');
      await expect(points).toHaveCount(4);
      await points.last().focus();
      await page.keyboard.press('Home');
      await expect(points.first()).toBeFocused();
      await expect(points.first()).toHaveAttribute('aria-label', /148\/94 mmHg/);
      await page.getByText('Show these values as a table').click();
      await expect(page.locator('article table:visible tbody tr')).toHaveCount(4);
    }));

  it('shows the coming visit, and a past one with what was found and its note', () =>
    visiting(phone, async (page) => {
      await page.goto('/visits');
      await expect(page.getByRole('heading', { name: 'Coming (1)' })).toBeVisible();
      await expect(page.getByRole('link', { name: /Blood pressure check/ })).toContainText('Booked');
      await page.getByRole('link', { name: /Diabetes follow-up/ }).click();
      const visit = page.getByRole('article');
      await expect(visit).toContainText('Harbor Clinic, Suite 310');
      await expect(visit).toContainText('What was found');
      await expect(visit).toContainText(/diabetes/i);
      await page.getByRole('link', { name: /Progress note/ }).click();
      await expect(page.getByRole('article')).toContainText('Eat foods with potassium, such as bananas and beans.');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Progress note');
      await page.getByRole('link', { name: 'The visit it belongs to' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Diabetes follow-up');
    }));

  it('finds words across the record by keyboard, in notes too, and keeps them out of the address', () =>
    visiting(desk, async (page) => {
      await page.goto('/record');
      await page.getByLabel('Search the whole record').focus();
      await page.keyboard.type('bananas');
      await page.keyboard.press('Enter');
      await expect(page.getByText('1 entry holds these words')).toBeVisible();
      await expect(page.getByText(/entries were searched/)).toBeVisible();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await expect(page.getByRole('link', { name: /Progress note/ })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('article')).toContainText('such as bananas');
      expect(page.url()).not.toContain('banana');
      await page.goBack();
      await expect(page.getByText('1 entry holds these words')).toBeVisible();
      expect(page.url()).not.toContain('banana');
      await page.getByRole('button', { name: 'Clear the search' }).click();
      await expect(page.getByRole('heading', { name: 'Health' })).toBeVisible();
      await page.getByLabel('Search the whole record').fill('zzzz nothing');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
    }));

  it('leads with the goal of the care team, the lab flag beside it', () =>
    visiting(phone, async (page) => {
      await page.goto('/results');
      const row = page.getByRole('link', { name: /A1c/ });
      await expect(row).toContainText('At your goal');
      await expect(row).toContainText('Above range');
      await row.click();
      const letter = page.getByRole('article');
      await expect(letter).toContainText('Your goal: up to 7 %');
      await expect(letter).toContainText('It is at the goal that Dr. Amara Okafor set with you.');
      await expect(letter).toContainText('This value is above the typical range.');
    }));

  it('never calls missing allergy information "none"', async () => {
    await visiting(phone, async (page) => {
      await page.goto('/record/allergies');
      await expect(page.getByText('Penicillin').first()).toBeVisible();
      await expect(page.getByText('Can be dangerous').first()).toBeVisible();
    });
    await visiting({ ...phone, session: lena }, async (page) => {
      await page.goto('/record/allergies');
      await expect(page.getByRole('heading', { name: 'No allergy information is recorded' })).toBeVisible();
      await expect(page.locator('main')).toContainText('That is not the same as “no allergies”');
      await page.goto('/medicines');
      await expect(page.getByRole('heading', { name: 'No medicines' })).toBeVisible();
      await page.goto('/');
      await expect(page.getByRole('heading', { name: 'No visit is booked' })).toBeVisible();
    });
  });

  it('says nothing about parts that are closed to a trusted person', async () => {
    const daniel = await enrolled(clinic.server, ['trusted_person'], { name: 'Daniel Rivera' });
    await relatePerson(
      clinic.server.database.pool('owner'),
      { accountId: daniel.id as never },
      { kind: 'trusted_person', patientId: clinic.mariaId, viewAreas: ['results'] },
    );
    await visiting({ ...phone, session: await clinic.session(daniel) }, async (page) => {
      await page.goto('/');
      await expect(page.getByRole('heading', { level: 1 })).toContainText("One of Maria's results needs a call now");
      await expect(page.getByText(/visit/i)).toHaveCount(0);
      const tabs = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
      await expect(tabs).toHaveText(['Home', 'Results', 'Record']);
      await tabs.last().click();
      await expect(page.getByRole('link', { name: /Vitals/ })).toBeVisible();
      await expect(page.getByRole('link', { name: /Allergies|Notes|Insurance|Who saw/ })).toHaveCount(0);
      // An address of a closed part: calm words and a way back, and the server is not asked for it.
      await page.goto('/visits');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This part is not shared with you');
      await expect(page.getByRole('alert')).toHaveCount(0);
      await page.getByRole('link', { name: 'Back to Home' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText("One of Maria's results");
    });
  });

  it('asks before results show when she wants somebody with her, and says what the choice means', () =>
    visiting({ ...phone, session: lena }, async (page) => {
      await page.goto('/account/timing');
      const laboratory = page.getByRole('group', { name: 'Laboratory tests' });
      await laboratory.getByLabel('When someone is with me').check();
      await expect(page.getByText('Saved.')).toBeVisible();
      await page.goto('/results');
      await expect(page.getByRole('heading', { name: 'Do you want somebody with you?' })).toBeVisible();
      await page.getByRole('button', { name: 'I am ready: show it' }).click();
      await expect(page.getByRole('heading', { name: 'No results' })).toBeVisible();
      await page.reload();
      await expect(page.getByRole('heading', { name: 'Do you want somebody with you?' })).toBeVisible();
    }));
});
