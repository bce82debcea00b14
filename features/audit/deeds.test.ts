import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { PAGE_SIZE } from '#features/records/contract.ts';
import { contracts } from '../../server/routes.ts';
import { deedOf, isLook, namedOperations, type Deed } from './deeds.ts';
import type { LogLine } from './disclosed.ts';
import { deedsOf, fullPage, isFullPage } from './web/patient/timeline.ts';

const root = path.join(import.meta.dirname, '../..');

/** The words of a page's table of deeds: `'critical-seen': <Trans>…</Trans>`. */
const wordsIn = async (file: string): Promise<Map<string, string>> => {
  const source = await readFile(path.join(root, 'features/audit/web', file), 'utf8');
  const entries = source.matchAll(/^ {2}'?([a-z-]+)'?: (?:\(\s*)?<Trans>\s*([^]*?)\s*<\/Trans>/gm);
  return new Map([...entries].map(([, deed, words]) => [deed!, words!.replaceAll(/\s+/g, ' ')]));
};

/** English words and what they are in Spanish. */
const spanish = async (side: 'patient' | 'staff'): Promise<Map<string, string>> => {
  const source = await readFile(path.join(root, `web/locales/${side}/es.po`), 'utf8');
  const texts = (part: string): string =>
    [...part.matchAll(/^(?:msgid |msgstr )?"(.*)"$/gm)].map((line) => line[1]).join('');
  const pairs = source.split('\n\n').flatMap((block) => {
    const [id, str] = [block.search(/^msgid "/m), block.search(/^msgstr "/m)];
    return id < 0 || str < 0 ? [] : [[texts(block.slice(id, str)), texts(block.slice(str))] as const];
  });
  return new Map(pairs);
};

const lookOf = (operation: string) => {
  const { category, action } = contracts.find(({ id }) => id === operation)!;
  return deedOf({ operation, category, action });
};

const line = (operation: string, recordIds: string[] = []): LogLine => ({
  v: 1,
  id: operation,
  at: '2026-11-26T10:00:00Z',
  request: 'r',
  actor: { name: 'Dr. Achebe', role: 'clinician' },
  operation,
  action: '',
  category: '',
  outcome: 'ok',
  purpose: null,
  onBehalfOf: null,
  n: 1,
  recordIds,
});
const ids = (count: number, from = 0): string[] => Array.from({ length: count }, (_, i) => `id-${from + i}`);

/** Published files of the log hold nothing about anybody and leave no entry. */
const leavesEntries = contracts.filter(({ category }) => category !== 'log');
/** Categories that are about the clinic, never in a patient's log. */
const clinicOnly = new Set(['privilege', 'settings']);
const clinicDeeds = new Set<Deed>(['role-switched', 'role-accepted', 'staff-invited', 'work-counted']);

describe('what the log says was done', () => {
  it('names every operation that leaves an entry, and no other', () => {
    const known = new Set(namedOperations);
    const unnamed = leavesEntries.filter(({ id }) => !known.has(id) && id !== 'identity.welcome');
    assert.deepEqual(
      unnamed.map(({ id }) => id),
      [],
    );
    const real = new Set(contracts.map(({ id }) => id));
    // Made by a program of the server, which is no operation of the web.
    const gone = namedOperations.filter((id) => !real.has(id) && id !== 'identity.makeAccount');
    assert.deepEqual(gone, []);
  });

  it('has true words for each on the patient\u2019s page and on the reviewer\u2019s, in English and Spanish', async () => {
    for (const [side, file] of [
      ['patient', 'patient/DeedWords.tsx'],
      ['staff', 'staff/deed-words.tsx'],
    ] as const) {
      const [words, known] = [await wordsIn(file), await spanish(side)];
      for (const contract of leavesEntries) {
        const deed = lookOf(contract.id);
        if (side === 'patient' && (clinicOnly.has(contract.category) || clinicDeeds.has(deed))) continue;
        const english = words.get(deed);
        assert.ok(english, `${side}: no words for ${contract.id} (${deed})`);
        assert.ok(known.get(english), `${side}: no Spanish for "${english}"`);
      }
    }
  });

  it('never says of a look what is said of an act', () => {
    const looks = new Set<Deed>();
    const acts = new Set<Deed>();
    // Reads by writing: their looks are entries of patients, which only a writing handler can make.
    const readsAlthough = new Set(['records.listUncommented', 'audit.exportLog']);
    for (const { id, action, category } of leavesEntries) {
      if (['account', 'sign-in'].includes(category)) continue;
      (isLook(action) || readsAlthough.has(id) ? looks : acts).add(lookOf(id));
    }
    assert.deepEqual(
      [...looks].filter((deed) => acts.has(deed)),
      [],
    );
    assert.equal(lookOf('critical.listAlerts'), 'critical-seen');
    assert.equal(lookOf('critical.acknowledge'), 'critical-answered');
    assert.equal(lookOf('critical.lookAtResults'), 'critical-raised');
    assert.notEqual(lookOf('tasks.list'), lookOf('tasks.complete'));
  });

  it('tells damage by itself, and operations of another release by whether they changed anything', () => {
    assert.equal(deedOf({ operation: 'records.listResults', category: 'integrity', action: 'read' }), 'damage');
    assert.equal(deedOf({ operation: 'gone.list', category: 'gone', action: 'read' }), 'unknown-read');
    assert.equal(deedOf({ operation: 'gone.send', category: 'gone', action: 'send' }), 'unknown-act');
  });

  it('keeps looking and answering apart within one visit, and adds up the pages of one list', () => {
    const visit = ['critical.acknowledge', 'critical.getAlert', 'critical.listAlerts'].map((id) => line(id));
    assert.deepEqual(
      deedsOf(visit).map(({ key }) => key),
      ['critical-seen', 'critical-answered'],
    );
    const paged = [line('records.listResults', ids(7, fullPage)), line('records.listResults', ids(fullPage))];
    assert.deepEqual(
      deedsOf(paged).map(({ recordCount }) => recordCount),
      [fullPage + 7],
    );
    const [first] = deedsOf([line('records.listResults', ids(fullPage))]);
    assert.ok(isFullPage(first!.recordCount), 'a page is no number of results');
    assert.ok(!isFullPage(fullPage + 7));
    assert.equal(fullPage, PAGE_SIZE);
  });
});
