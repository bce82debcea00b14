import { fileURLToPath } from 'node:url';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import babel from '@rolldown/plugin-babel';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { finish } from './build/finish.ts';
import { plainWords } from './build/plain-words.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
// Lingui's babel plugin finds its configuration by this variable only.
process.env['LINGUI_CONFIG'] = here('lingui.config.ts');

/**
 * What both shells stand on, in one file with all that it needs: as many small ones it weighed 10 kB more,
 * and each was a request. What only some pages need stays in parts of its own.
 */
const shell =
  /\/web\/(?:lib\/(?!auth|download|form\.|date-problem|use-|trusted)|ui\/(?:frame\/|Notice|Button|LazyMenu|Waiting|Problem|PageHeading))|\/lucide-react\/.*\/(?:createLucideIcon|circle-alert|circle-check|info|phone|triangle-alert|loader-circle|chevron-down|eye|key-round|log-out|user|house)\./;

export default defineConfig({
  root: here('.'),
  cacheDir: here('../node_modules/.vite'),
  plugins: [
    plainWords(),
    react(),
    // A missing Spanish (or English) string fails the build.
    lingui({ failOnMissing: true, failOnCompileError: true }),
    babel({ presets: [linguiTransformerBabelPreset()] }),
    tailwind(),
    { ...optimizeLocales.vite({ locales: ['en-US', 'es-ES'] }), enforce: 'pre' },
    finish(),
  ],
  worker: {
    format: 'es',
    rolldownOptions: { output: { entryFileNames: 'assets/[name]-[hash].worker.js' } },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { patient: here('index.html'), staff: here('staff/index.html') },
      output: { codeSplitting: { groups: [{ name: 'shell', test: shell }] } },
    },
  },
});
