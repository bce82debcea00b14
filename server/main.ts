// `npm start`: the portal, with a demo clinic when the data folder is empty.
import './compile-cache.ts';

const { readConfig } = await import('#platform/config.ts');
const { runPortal } = await import('./run-portal.ts');

await runPortal({
  readConfig: () => readConfig({ PORTICO_LOG_LEVEL: 'warn', ...process.env }),
  whenNew: 'demo',
  audience: 'person',
});
