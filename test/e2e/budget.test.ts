// What the browser has to load: entry and routes stay small as served, and the build left what the server needs.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { ensureWebBundle } from '../../server/web-bundle.ts';

type Chunk = { file: string; imports?: string[]; dynamicImports?: string[]; isEntry?: boolean };

const entryLimitBytes = 120_000;
const routeLimitBytes = 40_000;
/** One kind of plain words in one language; it comes beside the page that shows it. */
const wordsLimitBytes = 20_000;
/** React Aria's overlays: loaded when somebody reaches for a menu, or when the session is about to end. */
const overlayLimitBytes = 50_000;
const isOverlay = (key: string): boolean => /ui\/(?:MenuPopover|TimeoutDialog)\.tsx$/.test(key);

describe('the built pages', () => {
  let folder: string;
  let manifest: Record<string, Chunk>;
  before(async () => {
    folder = await ensureWebBundle();
    manifest = JSON.parse(readFileSync(path.join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  });

  const servedBytes = (file: string): number => {
    const plain = path.join(folder, file);
    const compressed = statSync(`${plain}.br`, { throwIfNoEntry: false });
    return compressed?.size ?? statSync(plain).size;
  };

  const closureOf = (key: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(key)) return seen;
    seen.add(key);
    for (const imported of manifest[key]?.imports ?? []) closureOf(imported, seen);
    return seen;
  };

  const scripts = (keys: Iterable<string>): string[] =>
    [...new Set([...keys].map((key) => manifest[key]?.file ?? ''))].filter((file) => file.endsWith('.js'));
  const total = (files: readonly string[]): number => files.reduce((sum, file) => sum + servedBytes(file), 0);

  for (const entry of ['index.html', 'staff/index.html']) {
    it(`keep the entry of ${entry} under ${entryLimitBytes} bytes`, () => {
      const bytes = total(scripts(closureOf(entry)));
      assert.ok(bytes > 10_000 && bytes <= entryLimitBytes, `${bytes} bytes`);
    });
  }

  it(`keep each lazy part under ${routeLimitBytes} bytes beyond the entry`, () => {
    for (const entry of ['index.html', 'staff/index.html']) {
      const atStart = new Set(scripts(closureOf(entry)));
      const lazy = [...closureOf(entry)].flatMap((key) => manifest[key]?.dynamicImports ?? []);
      assert.ok(lazy.length > 3);
      for (const key of lazy) {
        const bytes = total(scripts(closureOf(key)).filter((file) => !atStart.has(file)));
        assert.ok(bytes <= (isOverlay(key) ? overlayLimitBytes : routeLimitBytes), `${key}: ${bytes} bytes`);
      }
    }
  });

  it('load plain words one kind and one language at a time', () => {
    const words = Object.keys(manifest).filter((key) => /records\/plain\/.*\?words=/.test(key));
    assert.equal(words.length, 8, words.join(' '));
    for (const key of words) {
      const bytes = total(scripts(closureOf(key)));
      assert.ok(bytes > 1_000 && bytes <= wordsLimitBytes, `${key}: ${bytes} bytes`);
    }
    const importers = Object.keys(manifest).filter((key) => manifest[key]?.imports?.some((one) => words.includes(one)));
    assert.deepEqual(importers, []);
  });

  it('carry no patient page in the staff bundle and none of the staff in the patient bundle', () => {
    const reach = (key: string, seen = new Set<string>()): Set<string> => {
      if (seen.has(key)) return seen;
      seen.add(key);
      const chunk = manifest[key];
      for (const next of [...(chunk?.imports ?? []), ...(chunk?.dynamicImports ?? [])]) reach(next, seen);
      return seen;
    };
    assert.deepEqual(
      [...reach('index.html')].filter((key) => key.includes('/staff/')),
      [],
    );
    assert.deepEqual(
      [...reach('staff/index.html')].filter((key) => key.includes('/patient/')),
      [],
    );
  });

  it('name the hashes of the two run-time style elements for the page policy', () => {
    const { styleHashes } = JSON.parse(readFileSync(path.join(folder, 'csp.json'), 'utf8')) as {
      styleHashes: string[];
    };
    assert.equal(styleHashes.length, 2);
    for (const hash of styleHashes) assert.match(hash, /^sha256-[A-Za-z0-9+/]{43}=$/);
  });
});
