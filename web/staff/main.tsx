import { startApp } from '../lib/start-app.tsx';
import { createStaffRouter } from './router.tsx';

void startApp({
  loadCatalog: (locale) => (locale === 'es' ? import('../locales/staff/es.po') : import('../locales/staff/en.po')),
  createRouter: createStaffRouter,
});
