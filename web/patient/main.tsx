import { startApp } from '../lib/start-app.tsx';
import { createPatientRouter } from './router.tsx';

void startApp({
  loadCatalog: (locale) => (locale === 'es' ? import('../locales/patient/es.po') : import('../locales/patient/en.po')),
  createRouter: createPatientRouter,
});
