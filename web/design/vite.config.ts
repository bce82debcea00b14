import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vite';
import base from '../vite.config.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The design system's own page: never a part of what patients and staff load. `npm run design` shows it. */
export default {
  ...mergeConfig(base, { publicDir: here('../public'), server: { port: 8090, host: 'localhost' } }),
  root: here('.'),
  build: { ...base.build, outDir: here('dist'), manifest: false, rolldownOptions: { input: here('index.html') } },
};
