import { reloadPlain } from '#features/records/web/plain/load-plain.ts';
import { startApp } from '../lib/start-app.tsx';
import { createStaffRouter } from './router.tsx';

void startApp({
  loadCatalog: async (locale) => {
    const words = reloadPlain(locale);
    const catalog = await (locale === 'es' ? import('../locales/staff/es.po') : import('../locales/staff/en.po'));
    await words;
    return catalog;
  },
  createRouter: createStaffRouter,
});
