import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#platform/config.ts';

const seedBytes = 32;

/**
 * The seed that the demo accounts' passwords and authenticator keys derive from:
 * random per installation, 0600, and apart from the database.
 */
export function loadDemoSeed(config: Config): Buffer {
  const file = join(config.secretsFolder, 'demo-seed');
  mkdirSync(config.secretsFolder, { recursive: true, mode: 0o700 });
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, randomBytes(seedBytes), { mode: 0o600 });
  try {
    linkSync(partial, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(partial, { force: true });
  }
  const seed = readFileSync(file);
  if (seed.length !== seedBytes) throw new Error(`${file} does not hold a seed of ${seedBytes} bytes`);
  return seed;
}

export async function prepareDemo(options: {
  config: Config;
  onStep?: unknown;
  portico: unknown;
  database: unknown;
}): Promise<[]> {
  loadDemoSeed(options.config);
  return [];
}
