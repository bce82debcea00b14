import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'vite';
import { reactAriaStyleHashes } from './csp-hashes.ts';

const compressible = /\.(?:js|css|html|svg|json|wasm|webmanifest)$/;
const smallestBytes = 512;
/** Above this the best quality takes many seconds and saves little. */
const bestQualityBytes = 600_000;

const compressFolder = (folder: string): void => {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !compressible.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    if (bytes.length < smallestBytes) continue;
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: bytes.length > bestQualityBytes ? 9 : 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
  }
};

/** Fonts that every first screen needs: asked for with the page, not after the style sheet. */
const preloaded = /(?:atkinson-hyperlegible-next|newsreader)-latin-wght-normal-.*\.woff2$/;

/** Writes `csp.json` (style hashes for the server's header), preloads the two fonts, compresses. */
export const finish = (): Plugin => {
  let folder = '';
  return {
    name: 'portico-finish',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        return Object.keys(bundle ?? {})
          .filter((file) => preloaded.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' },
            injectTo: 'head-prepend' as const,
          }));
      },
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const workers = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.worker.js'));
        const csp = { styleHashes: reactAriaStyleHashes(), workers: workers.map((name) => `/assets/${name}`) };
        writeFileSync(join(folder, 'csp.json'), `${JSON.stringify(csp, null, 2)}\n`);
        compressFolder(folder);
      },
    },
  };
};
