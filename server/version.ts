import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const manifest: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));

/** This release's version, as package.json says. */
export const portalVersion = String((manifest as { version: unknown }).version);
