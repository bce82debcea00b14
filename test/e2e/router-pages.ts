// The addresses that the two routers know, asked of the routers themselves.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown, type Plugin } from 'rolldown';

const root = path.resolve(import.meta.dirname, '../..');
const macros = '\0macros';

/** Routes without their screens: what is loaded later stays away, and words are nobody's concern here. */
const routesOnly: Plugin = {
  name: 'routes-only',
  resolveId: (id) => (id.startsWith('@lingui/') && id.endsWith('/macro') ? macros : null),
  load: (id) => (id === macros ? 'export const Trans = null, Plural = null, useLingui = null, t = null;' : null),
  resolveDynamicImport: (id) => (typeof id === 'string' ? { id, external: true } : null),
};

type Router = { routesByPath: Record<string, unknown> };

/** Every address pattern of a router, such as `/results/$id`; those that only hold others are left out. */
const pagesOf = async (audience: 'patient' | 'staff', create: string): Promise<string[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'portico-routes-'));
  try {
    const bundle = await rolldown({
      input: path.join(root, `web/${audience}/router.tsx`),
      cwd: root,
      platform: 'node',
      plugins: [routesOnly],
      logLevel: 'silent',
    });
    const file = path.join(folder, 'router.mjs');
    await bundle.write({ file, format: 'esm' });
    const made = (await import(pathToFileURL(file).href)) as Record<string, (queryClient: object) => Router>;
    return Object.keys(made[create]!({}).routesByPath).toSorted();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const patientPages = (): Promise<string[]> => pagesOf('patient', 'createPatientRouter');
export const staffPages = (): Promise<string[]> => pagesOf('staff', 'createStaffRouter');
