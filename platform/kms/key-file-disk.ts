import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type KeyFile, keyFileSchema } from './key-file-format.ts';

const maxFileBytes = 1024 * 1024;

/** The key file cannot be used as it is; the message says what to do. Holds no key material. */
export class KeyFileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'KeyFileError';
  }
}

const errorCode = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** Reads and checks the key file: only its owner may read it, and the owner is us (or root). */
export const readKeyFile = (file: string): KeyFile => {
  const text = readOwnerOnly(file);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new KeyFileError(`the key file ${file} is not JSON: restore it from its own backup`);
  }
  const checked = keyFileSchema.safeParse(parsed);
  if (!checked.success) {
    const where = checked.error.issues[0]?.path.join('.') ?? '';
    throw new KeyFileError(`the key file ${file} is damaged at "${where}": restore it from its own backup`);
  }
  for (const [domain, keks] of Object.entries(checked.data.domains)) {
    const rising = keks.every((kek, i) => i === 0 || kek.version > keks[i - 1]!.version);
    if (!rising) throw new KeyFileError(`the key file ${file} is damaged: versions of ${domain} do not rise`);
  }
  return checked.data;
};

const readOwnerOnly = (file: string): string => {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      throw new KeyFileError(
        `there is no key file at ${file}: restore it from its own backup, or make a new one only for an empty database`,
      );
    }
    throw new KeyFileError(`the key file ${file} cannot be opened (${errorCode(error) ?? 'unknown error'})`);
  }
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw new KeyFileError(`the key file ${file} is not a file`);
    if ((stat.mode & 0o077) !== 0) {
      const mode = (stat.mode & 0o777).toString(8).padStart(3, '0');
      throw new KeyFileError(`the key file ${file} has mode ${mode}, so others may read it: run  chmod 600 ${file}`);
    }
    const me = process.geteuid?.() ?? stat.uid;
    if (stat.uid !== me && stat.uid !== 0) {
      throw new KeyFileError(
        `the key file ${file} belongs to user ${stat.uid}, not to the user ${me} that runs Portico`,
      );
    }
    if (stat.size > maxFileBytes) throw new KeyFileError(`the key file ${file} is larger than 1 MiB`);
    return readFileSync(descriptor, 'utf8');
  } finally {
    closeSync(descriptor);
  }
};

const syncFolder = (folder: string): void => {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/**
 * Writes the key file whole or not at all: a temporary file (0600, flushed), then a rename, then the
 * folder flushed. `mustBeNew` refuses to replace a file, however close the race.
 */
export const writeKeyFile = (file: string, keys: KeyFile, mustBeNew: boolean): void => {
  const temporary = `${file}.${randomUUID()}.tmp`;
  const descriptor = openSync(temporary, 'wx', 0o600);
  try {
    writeFileSync(descriptor, `${JSON.stringify(keys, null, 2)}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  try {
    // link() fails if the name is taken, rename() replaces: exactly the two cases.
    if (mustBeNew) linkSync(temporary, file);
    else renameSync(temporary, file);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw new KeyFileError(`there is already a key file at ${file}`);
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
  syncFolder(path.dirname(file));
};

/** Runs `work` while holding `<file>.lock`, so that two rotations cannot lose one's new key. */
export const withKeyFileLock = <T>(file: string, work: () => T): T => {
  const lock = `${file}.lock`;
  takeLock(lock);
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
};

const takeLock = (lock: string): void => {
  for (let attempt = 1; ; attempt++) {
    try {
      const descriptor = openSync(lock, 'wx', 0o600);
      writeFileSync(descriptor, String(process.pid));
      closeSync(descriptor);
      return;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
      if (attempt > 1 || holderLives(lock)) {
        throw new KeyFileError(`another process is changing the key file (${lock})`);
      }
      rmSync(lock, { force: true });
    }
  }
};

const holderLives = (lock: string): boolean => {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
};
