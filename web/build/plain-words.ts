import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { inLanguage, type Language } from '../../features/records/plain/in-language.ts';
import type { Words } from '../../features/records/plain/words.ts';

const asked = /^(.*\/records\/plain\/\w+\.ts)\?words=(en|es)$/;

/**
 * `import('.../plain/labs.ts?words=es')` loads one language of a file of plain words, as data. The
 * source keeps both languages beside each other, for whoever reviews them.
 */
export const plainWords = (): Plugin => ({
  name: 'portico-plain-words',
  enforce: 'pre',
  async load(id) {
    const [, file, language] = asked.exec(id) ?? [];
    if (!file) return null;
    const kind = basename(file, '.ts');
    const source = (await import(pathToFileURL(file).href)) as Record<string, readonly { name: Words }[]>;
    const entries = source[`plain${kind[0]!.toUpperCase()}${kind.slice(1)}`];
    if (!entries) throw new Error(`${file} has no plain words`);
    const json = JSON.stringify(entries.map((entry) => inLanguage(entry, language as Language)));
    return { code: `export const entries = JSON.parse(${JSON.stringify(json)});`, map: null, moduleType: 'js' };
  },
});
