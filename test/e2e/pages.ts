// Who visits which page. A page of a router that nobody visits fails the test.

import type { Page } from './browser.ts';

/** The people of the clinic (clinic.ts), and `nobody` who is not signed in. */
export type Visitor =
  | 'nobody'
  | 'maria'
  | 'lena'
  | 'carer'
  | 'nurse'
  | 'clinician'
  | 'desk'
  | 'billing'
  | 'admin'
  | 'officer';

export type Visit = {
  /** The router's pattern; `$patientId` is Maria's, another `$` is that of the first row of the list above it. */
  page: string;
  /** Where it leads, when that is another page. */
  leadsTo?: string;
  /** What must have appeared, besides the heading. */
  ready?: string;
  /** The state in which it is looked at, and what leads there. */
  state?: string;
  act?: (page: Page) => Promise<void>;
  /** Not open to the visitor: the server refuses, the page says so. */
  isClosed?: true;
};

const from = (prefix: string, pages: readonly (string | Visit)[]): Visit[] =>
  pages.map((given) => {
    const visit = typeof given === 'string' ? { page: given } : given;
    const led = visit.leadsTo === undefined ? {} : { leadsTo: `${prefix}${visit.leadsTo}` };
    return { ...visit, page: `${prefix}${visit.page}`, ...led };
  });

const sentEmpty = async (page: Page): Promise<void> => {
  await page.locator('main button[type=submit]').click();
  await page.locator('main [role=alert]').first().waitFor();
};

const openPages: readonly (string | Visit)[] = [
  '/sign-in',
  { page: '/sign-in', state: 'sent empty', act: sentEmpty },
  '/enrol',
  { page: '/enroll', leadsTo: '/enrol' },
  '/recover',
  '/signed-out',
  '/timed-out',
];

const whoSaw = { page: '/who-saw', ready: '[data-verdict=ok]' };

const asksToStop: Visit = {
  page: '/medicines/$id',
  state: 'not taken',
  act: (page) => page.getByRole('button', { name: /I don't take this|No tomo esto/ }).click(),
};

const finds: Visit = {
  page: '/search',
  state: 'found',
  act: async (page) => {
    await page.locator('main input[type=search]').fill('potassium');
    await page.keyboard.press('Enter');
    await page.locator('main ul a').first().waitFor();
  },
};

const recordPages = [
  '/record/conditions',
  '/record/allergies',
  '/record/immunizations',
  '/record/vitals',
  '/record/care-plan',
  '/record/procedures',
  '/record/devices',
  '/record/family-history',
  '/record/coverage',
  '/record/notes',
  '/record/documents',
  '/record/findings',
  '/record/claims',
  '/record/other',
];

const chart = '/patients/$patientId';
const chartParts = ['', '/results', '/results/$id', '/medicines', '/conditions', '/allergies', '/immunizations'].concat(
  '/vitals',
  '/visits',
  '/notes',
  '/notes/$noteId',
  '/more',
);

/** Every page of the portal, by who visits it. */
export const visits: Readonly<Record<Visitor, readonly Visit[]>> = {
  nobody: [...from('', openPages), ...from('/staff', openPages)],
  maria: from('', [
    '/',
    '/results',
    '/results/$id',
    '/medicines',
    '/medicines/$id',
    asksToStop,
    '/visits',
    '/visits/$id',
    '/record',
    '/search',
    finds,
    ...recordPages,
    '/record/vitals/$id',
    '/record/notes/$id',
    '/account',
    '/account/timing',
    whoSaw,
    '/sign-ins',
  ]),
  // A record without anything in it: every list says what was looked for.
  lena: from('', ['/', '/results', '/medicines', '/visits', '/record', ...recordPages, whoSaw]),
  // A trusted person who may see results and visits of Maria, nothing else.
  carer: from('', [
    '/',
    '/results',
    '/visits',
    '/record',
    { page: '/medicines', isClosed: true },
    { page: '/record/allergies', isClosed: true },
    '/sign-ins',
  ]),
  nurse: from('/staff', [
    { page: '/', leadsTo: '/comments' },
    '/comments',
    '/find',
    ...chartParts.map((part) => `${chart}${part}`),
    '/tasks',
    '/alerts',
    '/corrected',
    '/role',
    '/sign-ins',
  ]),
  clinician: from('/staff', ['/comments', '/alerts', chart]),
  desk: from('/staff', [
    { page: '/', leadsTo: '/find' },
    chart,
    '/invite/$patientId',
    '/invite/$patientId/desk',
    '/invite-list',
    '/tasks',
  ]),
  billing: from('/staff', [{ page: '/', leadsTo: '/find' }, chart, '/tasks']),
  admin: from('/staff', [
    { page: '/', leadsTo: '/people' },
    '/people',
    '/people/$accountId',
    '/approvals',
    '/invite-staff',
    '/settings/critical',
  ]),
  officer: from('/staff', [{ page: '/', leadsTo: '/log' }, '/log', '/find', '/people', '/approvals']),
};
