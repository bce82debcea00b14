import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * React Aria writes two <style> elements at run time. The page's CSP allows exactly these two by
 * hash, so the HTML is the same for everybody. They are read from the installed package at build,
 * so an update that changes them changes the hashes with it, and one that moves them fails here.
 */
const sources = ['overlays/usePreventScroll.mjs', 'interactions/usePress.mjs'];

const styleText = (code: string, file: string): string => {
  const found = /style\.textContent = `([^`]*)`\.trim\(\)/.exec(code);
  if (!found?.[1]) throw new Error(`no style element found in ${file}`);
  return found[1]
    .replaceAll(/\$\{(\$[\w$]+)\}/g, (_whole, name: string) => {
      const value = new RegExp(`const ${name.replaceAll('$', '\\$')} = '([^']+)'`).exec(code);
      if (!value?.[1]) throw new Error(`no value of ${name} in ${file}`);
      return value[1];
    })
    .trim();
};

/** CSP source expressions (`sha256-...`), one per style element. */
export const reactAriaStyleHashes = (): string[] => {
  const root = dirname(createRequire(import.meta.url).resolve('react-aria/package.json'));
  return sources.map((file) => {
    const code = readFileSync(join(root, 'dist/private', file), 'utf8');
    return `sha256-${createHash('sha256').update(styleText(code, file)).digest('base64')}`;
  });
};
