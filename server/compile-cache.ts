import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Imported first: what is imported after it, TypeScript with its types stripped,
// is compiled once and kept beside the packages it belongs to.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/portico-compiled'));
