// `npm start`: the portal, with a demo clinic when the data folder is empty.
import { readConfig } from '#platform/config.ts';
import { runPortal } from './run-portal.ts';

await runPortal({
  readConfig: () => readConfig({ PORTICO_LOG_LEVEL: 'warn', ...process.env }),
  whenNew: 'demo',
  audience: 'person',
});
