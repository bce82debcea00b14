// Characters that turn the direction of writing must not reach out of the name, note or value that holds them.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { importFhirFiles } from '#features/ehr/index.ts';
import { enrolled } from '../harness/enrolled.ts';
import { importDepsOf } from '../harness/import.ts';
import { desk, expect, openPage, type Page } from './browser.ts';
import { openClinic, type Clinic } from './clinic.ts';

/** Everything after it is written from right to left, unless it is isolated. */
const turn = '\u202e';
/** Marks where such a text ends. */
const end = '§';
const source = { name: 'turned', title: `${turn}deef${end}` };

const chart = (): string => {
  const subject = { reference: 'Patient/turned' };
  const observation = (id: string, value: number, day: string) => ({
    resourceType: 'Observation',
    id,
    status: 'final',
    category: [{ coding: [{ code: 'laboratory' }] }],
    code: { text: `${turn}tset${end}` },
    subject,
    effectiveDateTime: day,
    valueQuantity: { value, unit: `${turn}tinu${end}` },
    referenceRange: [{ text: `${turn}egnar${end}` }],
    note: [{ text: `${turn}eton${end}` }],
    performer: [{ display: `${turn}bal${end}` }],
  });
  const resources = [
    {
      resourceType: 'Patient',
      id: 'turned',
      name: [{ family: `${turn}live${end}`, given: ['Eve'] }],
      birthDate: '1970-01-02',
    },
    observation('t1', 4.1, '2026-01-05'),
    observation('t2', 5.2, '2026-02-05'),
  ];
  return JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ resource })),
  });
};

/** Texts with such a character whose element does not hold it in, and how many there are in all. */
const escaping = (page: Page): Promise<{ found: number; loose: string[] }> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const loose: string[] = [];
    let found = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      const holder = node.parentElement;
      if (!text.includes('\u202e') || !holder) continue;
      found++;
      const { unicodeBidi } = getComputedStyle(holder);
      // Nothing stands behind it in the same element: it is the last thing that is written there.
      const isLast = node === holder.lastChild && text.trimEnd().endsWith('§') && text.split('\u202e').length === 2;
      if (!isLast || !['isolate', 'isolate-override', 'plaintext'].includes(unicodeBidi))
        loose.push(`${holder.tagName} ${unicodeBidi}: ${holder.outerHTML.slice(0, 200)}`);
    }
    return { found, loose };
  });

describe('direction of writing', () => {
  let clinic: Clinic;
  let folder: string;
  before(async () => {
    clinic = await openClinic();
    folder = mkdtempSync(path.join(tmpdir(), 'portico-turned-'));
    const file = path.join(folder, 'turned.json');
    writeFileSync(file, chart());
    const { refused } = await importFhirFiles([file], importDepsOf(clinic.server, source));
    assert.equal(refused, 0);
  });
  after(async () => {
    await clinic.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('of what comes from records ends with it, on every page that shows such things', async () => {
    const patientId = clinic.server.portico.records.recordIds.patient(source.name, 'turned');
    const person = await enrolled(clinic.server, ['patient'], { name: `${turn}live${end}`, patientId });
    const { page, close } = await openPage(clinic.url, { ...desk, session: await clinic.session(person) });
    try {
      let seen = 0;
      for (const at of ['/', '/results', '/who-saw']) {
        await page.goto(at);
        await expect(page.locator('h1').first()).toBeVisible();
        await page.waitForLoadState('networkidle');
        for (const folded of await page.locator('details').all())
          await folded.evaluate((it) => it.setAttribute('open', ''));
        const { found, loose } = await escaping(page);
        assert.deepEqual(loose, [], at);
        seen += found;
      }
      assert.ok(seen > 5, `${seen} such texts`);
    } finally {
      await close();
    }
  });
});
