// Every page, in both languages, at both widths, light, dark and with forced colours: axe finds nothing,
// and at 320 px nothing has to be scrolled sideways.
import { after, before, describe, it } from 'node:test';
import { axeFindings, desk, expect, openPage, phone, sidewaysPx, type Page } from './browser.ts';
import { openClinic, type Clinic } from './clinic.ts';

type Looked = {
  name: string;
  at: (clinic: Clinic) => string;
  who?: 'maria' | 'lena' | 'nurse' | 'desk' | 'admin';
  ready: string;
  act?: (page: Page) => Promise<void>;
};

const pages: readonly Looked[] = [
  { name: 'sign-in', at: () => '/sign-in', ready: '#password' },
  {
    name: 'sign-in with errors',
    at: () => '/sign-in',
    ready: '#password',
    act: async (page) => {
      await page.locator('button[type=submit]').click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'enrolment', at: () => '/enrol', ready: '#invitation' },
  { name: 'recovery', at: () => '/recover', ready: '#lost' },
  { name: 'signed out', at: () => '/signed-out', ready: 'h1' },
  { name: 'home', at: () => '/', who: 'maria', ready: '#newest' },
  { name: 'results', at: () => '/results', who: 'maria', ready: 'main ul a' },
  {
    name: 'one result',
    at: () => '/results',
    who: 'maria',
    ready: 'main ul a',
    act: async (page) => {
      await page.locator('main ul a').nth(1).click();
      await page.locator('article svg [role=img]').first().waitFor();
    },
  },
  { name: 'no results', at: () => '/results', who: 'lena', ready: 'main h2' },
  { name: 'who saw my record', at: () => '/who-saw', who: 'maria', ready: '[data-verdict=ok]' },
  { name: 'my sign-ins', at: () => '/sign-ins', who: 'maria', ready: 'main li' },
  { name: 'staff sign-in', at: () => '/staff/sign-in', ready: '#password' },
  { name: 'find a patient', at: () => '/staff/find', who: 'nurse', ready: '#reason' },
  { name: 'a chart', at: (clinic) => `/staff/patients/${clinic.mariaId}`, who: 'nurse', ready: 'article' },
  { name: 'invite a patient', at: (clinic) => `/staff/invite/${clinic.lenaId}`, who: 'desk', ready: '#proofing' },
  { name: 'invite from a list', at: () => '/staff/invite-list', who: 'desk', ready: '#list' },
  {
    name: 'set up at the desk',
    at: (clinic) => `/staff/invite/${clinic.lenaId}/desk`,
    who: 'desk',
    ready: '#proofs',
  },
  { name: 'invite staff', at: () => '/staff/invite-staff', who: 'admin', ready: '#full-name' },
];

const schemes = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const;

/** Waits until the page has been drawn with its new colours and width. */
const painted = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0)));
      }),
  );

describe('every page is accessible', () => {
  let clinic: Clinic;
  const sessions = new Map<string, string>();
  before(async () => {
    clinic = await openClinic();
    for (const who of ['maria', 'lena', 'nurse', 'desk', 'admin'] as const)
      sessions.set(who, await clinic.session(clinic[who]));
  });
  after(() => clinic.close());

  for (const { name, at, who, ready, act } of pages) {
    it(name, async () => {
      const session = who ? sessions.get(who) : undefined;
      const opened = await openPage(clinic.url, session ? { session } : {});
      const { page } = opened;
      try {
        await page.goto(at(clinic));
        await page.locator(ready).first().waitFor({ timeout: 20_000 });
        await act?.(page);
        const findings: string[] = [];
        for (const language of ['en', 'es'] as const) {
          if (language === 'es') {
            await page.getByRole('button', { name: 'Español' }).click();
            await expect(page.locator('html')).toHaveAttribute('lang', 'es');
          }
          for (const view of [desk, phone]) {
            await page.setViewportSize(view);
            for (const scheme of schemes) {
              // Forced colours are the system's in every language.
              if (language === 'es' && scheme.forcedColors === 'active') continue;
              await page.emulateMedia(scheme);
              await painted(page);
              for (const finding of await axeFindings(page, scheme === schemes[0] ? 'everything' : 'colors')) {
                findings.push(`${language} ${view.width} ${scheme.colorScheme} ${scheme.forcedColors}: ${finding}`);
              }
            }
          }
          await page.setViewportSize({ width: 320, height: 640 });
          await expect.poll(() => sidewaysPx(page), { message: `${language} at 320 px` }).toBe(0);
          await page.setViewportSize(desk);
        }
        expect(findings).toEqual([]);
        opened.assertClean();
      } finally {
        await opened.close();
      }
    });
  }
});
