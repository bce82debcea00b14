import { existsSync } from 'node:fs';
import { demoClinic } from '#features/admin/index.ts';
import { isLoopback, type Config } from '#platform/config.ts';
import type { Connection } from '#platform/db/embedded/connections.ts';
import { createLocalKeyFile } from '#platform/kms/local-key-file.ts';
import { endDemo, isDemoBegun } from './demo.ts';
import { createInstallation, findInstallation, type Installation } from './installation.ts';

/** What to make when the database is new. */
export type WhenNew = 'demo' | 'real' | 'nothing';

/** A start that a person can put right; the message says how. */
export class StartRefused extends Error {
  override name = 'StartRefused';
}

/**
 * The installation this database is; a new one is made as `whenNew` says, with
 * its keys. Throws StartRefused when that may not be.
 */
export async function settleInstallation(
  config: Config,
  whenNew: WhenNew,
  owner: Connection,
): Promise<{ installation: Installation; isNew: boolean }> {
  const existing = await findInstallation(owner);
  if (existing) {
    if (existing.demo && !isLoopback(config.host)) {
      throw new StartRefused(
        'This is a demo clinic: it is served on this machine only. Leave PORTICO_HOST at 127.0.0.1.',
      );
    }
    if (existing.demo && isDemoBegun(config) && whenNew !== 'demo') {
      throw new StartRefused('The demo clinic here was not finished. Run `npm start` to make it.');
    }
    return { installation: existing, isNew: false };
  }
  if (whenNew === 'nothing') {
    throw new StartRefused(
      'There is no installation here yet. Run `npx portico serve --init` to make one, or `npm start` in an empty folder for a demo clinic.',
    );
  }
  const demo = whenNew === 'demo';
  if (demo && (config.databaseUrl || !isDemoBegun(config))) {
    throw new StartRefused(
      'A demo clinic is made only in an empty folder with its own database. Run `npx portico serve --init` for a real one, or name an empty folder in PORTICO_DATA.',
    );
  }
  if (demo && !isLoopback(config.host)) throw new StartRefused('A demo clinic is served on this machine only.');
  // Patients with a critical value are told to call this number: there is no safe default for a real clinic.
  if (!demo && (!config.clinicName || !config.clinicPhone)) {
    throw new StartRefused(
      'Set PORTICO_CLINIC_NAME and PORTICO_CLINIC_PHONE: patients see both, and are told to call that number when a result is critical.',
    );
  }
  // A later `npm start` must never take this for an unfinished demo.
  if (!demo) endDemo(config);
  const installation: Installation = {
    demo,
    clinicName: config.clinicName ?? demoClinic.name,
    clinicPhone: config.clinicPhone ?? demoClinic.phone,
  };
  if (!existsSync(config.keyFile)) createLocalKeyFile(config.keyFile);
  await createInstallation(owner, installation);
  return { installation, isNew: true };
}
