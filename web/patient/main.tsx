import { reloadPlain } from '#features/records/web/plain/load-plain.ts';
import { startApp } from '../lib/start-app.tsx';
import { createPatientRouter } from './router.tsx';

void startApp({
  loadCatalog: async (locale) => {
    const words = reloadPlain(locale);
    const catalog = await (locale === 'es' ? import('../locales/patient/es.po') : import('../locales/patient/en.po'));
    await words;
    return catalog;
  },
  createRouter: createPatientRouter,
});
