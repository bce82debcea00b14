import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';

/** The database's login roles, one per process role. */
export const loginRoles = ['app', 'app_identity', 'app_sequencer', 'app_importer', 'app_worker'] as const;
export type LoginRole = (typeof loginRoles)[number];

const password = z.string().check(z.minLength(20), z.maxLength(200));

const secretsSchema = z.strictObject({
  superuser: password,
  migrator: password,
  roles: z.strictObject({
    app: password,
    app_identity: password,
    app_sequencer: password,
    app_importer: password,
    app_worker: password,
  }),
});

/** Passwords of the database logins. `superuser` and `migrator` are used by the embedded cluster only. */
export type DatabaseSecrets = z.output<typeof secretsSchema>;

/** Fresh random passwords, 192 bits each. */
export function newDatabaseSecrets(): DatabaseSecrets {
  const make = (): string => randomBytes(24).toString('base64url');
  return {
    superuser: make(),
    migrator: make(),
    roles: {
      app: make(),
      app_identity: make(),
      app_sequencer: make(),
      app_importer: make(),
      app_worker: make(),
    },
  };
}

/**
 * Reads the passwords from a 0600 file, making it the first time. The file
 * appears whole or not at all, so two starting processes agree. Throws when it
 * is there but not understood: replacing it would lock the database.
 */
export function loadDatabaseSecrets(file: string): DatabaseSecrets {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, `${JSON.stringify(newDatabaseSecrets(), null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(partial, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(partial, { force: true });
  }
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${file} is not readable as JSON`, { cause });
  }
  const parsed = secretsSchema.safeParse(content);
  if (!parsed.success) throw new Error(`${file} does not hold the database passwords in the expected form`);
  return parsed.data;
}
