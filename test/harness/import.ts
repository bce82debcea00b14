import type { TestServer } from './server.ts';
import type { ImportDeps } from '../../features/ehr/fhir/import-files.ts';

/** What an import needs, from a test server; for tests. */
export const importDepsOf = (server: TestServer, source?: ImportDeps['source']): ImportDeps => {
  const { portico } = server;
  return {
    importer: portico.importer,
    intake: portico.records.intake,
    recordIds: portico.records.recordIds,
    pool: portico.pools.app_importer,
    sealer: portico.sealers.app_importer,
    ...(source ? { source } : {}),
  };
};
