import { defineConfig } from '@lingui/conf';

/**
 * Two catalogues, one per audience, so that the staff bundle carries no patient text and the
 * reverse. Shared words (web/ui, web/lib, features/.../web/shared) stand in both.
 */
const shared = ['web/ui', 'web/lib', 'features/*/web/shared'];

export default defineConfig({
  locales: ['en', 'es'],
  sourceLocale: 'en',
  catalogs: [
    {
      path: '<rootDir>/web/locales/patient/{locale}',
      include: [...shared, 'web/patient', 'features/*/web/patient'].map((path) => `<rootDir>/${path}/**/*.{ts,tsx}`),
    },
    {
      path: '<rootDir>/web/locales/staff/{locale}',
      include: [...shared, 'web/staff', 'features/*/web/staff'].map((path) => `<rootDir>/${path}/**/*.{ts,tsx}`),
    },
  ],
  rootDir: new URL('..', import.meta.url).pathname,
  orderBy: 'message',
});
