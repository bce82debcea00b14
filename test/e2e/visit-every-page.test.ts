// Every page that a router knows, by everybody who may open it: both languages, a desk, a phone and 320 px, light,
// dark and forced colours, axe, keyboard only, no violation of the page policy, no error in the console.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { relatePerson } from '../harness/people.ts';
import { enrolled, type Enrolled } from '../harness/enrolled.ts';
import { desk, expect, openPage, phone, type Page } from './browser.ts';
import { openClinic, type Clinic } from './clinic.ts';
import { lookAt } from './look.ts';
import { visits, type Visit, type Visitor } from './pages.ts';
import { patientPages, staffPages } from './router-pages.ts';

const names = ['Maria', 'Rivera', 'Lena', 'Novak', 'Nora', 'Falk'];
/** Visits of one person that share a browser window. */
const chunkSize = 8;

/** What the browser itself writes when the server says that there is no such part for the caller. */
const refused = /the server responded with a status of 404/;

const chunks = (given: readonly Visit[]): Visit[][] =>
  Array.from({ length: Math.ceil(given.length / chunkSize) }, (_, index) =>
    given.slice(index * chunkSize, (index + 1) * chunkSize),
  );

describe('every page', { concurrency: 2 }, () => {
  let clinic: Clinic;
  const sessions = new Map<Visitor, string>();
  before(async () => {
    clinic = await openClinic();
    const { server, mariaId } = clinic;
    const staff = (role: 'clinician' | 'billing' | 'privacy_officer', name: string) =>
      enrolled(server, [role], { name });
    const clinician = await staff('clinician', 'Amara Okafor');
    const people: Record<Exclude<Visitor, 'nobody'>, Enrolled> = {
      ...clinic,
      clinician,
      billing: await staff('billing', 'Walter Osei'),
      officer: await staff('privacy_officer', 'Helen Brandt'),
      carer: await enrolled(server, ['trusted_person'], {
        name: 'Carla Rivera',
        trustedFor: [{ patientId: mariaId, viewAreas: ['results', 'visits'], actAreas: [] }],
      }),
    };
    await relatePerson(
      server.database.pool('owner'),
      { accountId: clinician.id as never },
      {
        kind: 'care_team',
        patientId: mariaId,
      },
    );
    for (const visitor of Object.keys(visits) as Visitor[])
      if (visitor !== 'nobody') sessions.set(visitor, await clinic.session(people[visitor]));
  });
  after(() => clinic.close());

  /** The address of a pattern: the invited patient's, Maria's, or the first row of the list that stands above. */
  const addressOf = async (page: Page, pattern: string): Promise<string> => {
    const known = pattern
      .replace('/invite/$patientId', `/invite/${clinic.irisId}`)
      .replace('$patientId', clinic.mariaId);
    const [list, rest] = known.split('/$');
    if (rest === undefined) return known;
    await page.goto(list!);
    const row = page.locator(`main a[href^="${list}/"]`).first();
    await row.waitFor();
    return (await row.getAttribute('href'))!;
  };

  const arrive = async (page: Page, address: string): Promise<void> => {
    await page.goto(address);
    await page.locator('h1:visible').first().waitFor();
    await page.waitForLoadState('networkidle');
  };

  const visit = async (page: Page, { page: pattern, leadsTo, ready, act }: Visit): Promise<string[]> => {
    await page.setViewportSize(desk);
    const address = await addressOf(page, pattern);
    await arrive(page, address);
    if (ready) await page.locator(ready).first().waitFor({ timeout: 20_000 });
    await act?.(page);
    const landed = new URL(page.url()).pathname;
    const expected = leadsTo ?? address;
    return [...(landed === expected ? [] : [`leads to ${landed}`]), ...(await lookAt(page, names))];
  };

  for (const [visitor, at, view] of [
    ['maria', '/results', phone],
    ['nurse', '/staff/patients/$patientId/results', desk],
  ] as const) {
    it(`of ${visitor} is gone after signing out, with Back too`, async () => {
      const person = visitor === 'maria' ? clinic.maria : clinic.nurse;
      const opened = await openPage(clinic.url, { ...view, session: await clinic.session(person) });
      const { page } = opened;
      try {
        await arrive(page, at.replace('$patientId', clinic.mariaId));
        await page.locator('main a', { hasText: 'Potassium' }).first().click();
        await expect(page.locator('body')).toContainText('Potassium');
        await page
          .getByRole('button', { name: /Account of/ })
          .locator('visible=true')
          .click();
        await page.getByRole('menuitem', { name: 'Sign out' }).click();
        await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
        const away: (() => Promise<unknown>)[] = [() => page.goBack(), () => page.reload(), () => page.goForward()];
        for (const go of away) {
          await go();
          await page.locator('h1:visible').first().waitFor();
          await page.waitForLoadState('networkidle');
          assert.doesNotMatch(await page.locator('body').innerText(), /Potassium|Rivera|mmol|Critical/);
          assert.match(page.url(), /sign-in|signed-out|timed-out/);
        }
        opened.assertClean();
      } finally {
        await opened.close();
      }
    });
  }

  it('is visited by somebody', async () => {
    const routed = [...(await patientPages()), ...(await staffPages()).map((page) => `/staff${page}`)];
    assert.ok(routed.length > 50);
    const visited = new Set(Object.values(visits).flatMap((list) => list.map(({ page }) => page)));
    assert.deepEqual(
      routed.filter((page) => !visited.has(page)),
      [],
    );
    assert.deepEqual(
      [...visited].filter((page) => !routed.includes(page)),
      [],
    );
  });

  for (const visitor of Object.keys(visits) as Visitor[]) {
    for (const [index, some] of chunks(visits[visitor]).entries()) {
      it(`for ${visitor}, ${index + 1}: ${some.map(({ page, state }) => (state ? `${page} (${state})` : page)).join(', ')}`, async () => {
        const session = sessions.get(visitor);
        const opened = await openPage(clinic.url, { ...desk, ...(session ? { session } : {}) });
        const { page } = opened;
        const findings: string[] = [];
        const consoleErrors: string[] = [];
        page.on('console', (message) => {
          if (message.type() === 'error') consoleErrors.push(`console: ${message.text()}`);
        });
        try {
          for (const one of some) {
            const wrong = await visit(page, one);
            const expected = one.isClosed ? refused : /^$/;
            const errors = consoleErrors.splice(0).filter((text) => !expected.test(text));
            findings.push(...[...wrong, ...errors].map((finding) => `${one.page} ${finding}`));
          }
          assert.deepEqual(findings, []);
          opened.assertClean();
        } finally {
          await opened.close();
        }
      });
    }
  }
});
