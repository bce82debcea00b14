import { AppError } from '#platform/errors.ts';
import { openCobblestone, sealCobblestone } from './cobblestone.ts';
import { readKeyFile, withKeyFileLock, writeKeyFile } from './key-file-disk.ts';
import { type KeyFile, newKek, newKeyFile } from './key-file-format.ts';
import { type KeyDomain, type Kms, keyDomains, lengthPrefixed } from './kms.ts';

export { KeyFileError } from './key-file-disk.ts';

/**
 * A KMS in one file (JSON, mode 0600), kept outside the database and its backups. Wrapped form:
 * `0x01 || be32(KEK version) || Cobblestone-256(KEK, plaintext, context)`; the context that is bound
 * in names the domain and the KEK version besides the caller's own context.
 */
const formatByte = 1;
const prefixBytes = 5;

/** Makes a new key file; throws KeyFileError when one is there. For an empty database only. */
export const createLocalKeyFile = (file: string, now = new Date()): void => writeKeyFile(file, newKeyFile(now), true);

/**
 * Opens the local key file. Throws KeyFileError when it is missing, damaged, or readable by others.
 * It is never made here: a new key set beside an old database would make every record unreadable.
 * @param options.domains the domains this process may use; all when absent
 */
export const localKeyFile = (file: string, options: { domains?: readonly KeyDomain[] } = {}): Kms => {
  const allowed = new Set<KeyDomain>(options.domains ?? keyDomains);
  let keys = load(file, allowed);
  const checkDomain = (domain: KeyDomain): void => {
    if (!allowed.has(domain)) throw new AppError('integrity', `this process holds no keys of the domain ${domain}`);
  };
  /** Another process may have rotated: an unknown version makes us read the file once more. */
  const kekOf = (domain: KeyDomain, version: number): Buffer => {
    const known = keys.find(domain, version);
    if (known) return known;
    keys = load(file, allowed);
    const now = keys.find(domain, version);
    if (!now) throw new AppError('integrity', `the key file holds no version ${version} of the ${domain} key`);
    return now;
  };
  return {
    get id() {
      return `local:${keys.file.id}`;
    },
    wrap: async (domain, plaintext, context) => {
      checkDomain(domain);
      const { version, key } = keys.current(domain);
      const prefix = Buffer.alloc(prefixBytes, formatByte);
      prefix.writeUInt32BE(version, 1);
      return Buffer.concat([prefix, sealCobblestone(key, plaintext, wrapContext(domain, version, context))]);
    },
    unwrap: async (domain, wrapped, context) => {
      checkDomain(domain);
      if (wrapped.length < prefixBytes || wrapped[0] !== formatByte) {
        throw new AppError('integrity', 'a wrapped key has an unknown format');
      }
      const version = wrapped.readUInt32BE(1);
      const sealed = wrapped.subarray(prefixBytes);
      return openCobblestone(kekOf(domain, version), sealed, wrapContext(domain, version, context));
    },
    rotate: async (domain) => {
      checkDomain(domain);
      const added = withKeyFileLock(file, () => addVersion(file, domain));
      keys = load(file, allowed);
      return kekId(keys.file, domain, added);
    },
    currentKekId: async (domain) => {
      checkDomain(domain);
      return kekId(keys.file, domain, keys.current(domain).version);
    },
  };
};

const wrapContext = (domain: KeyDomain, version: number, context: Buffer): Buffer =>
  lengthPrefixed('portico/v1/kek-wrap', domain, String(version), context);

const kekId = (file: Pick<KeyFile, 'id'>, domain: KeyDomain, version: number): string =>
  `local:${file.id}:${domain}:${version}`;

const addVersion = (file: string, domain: KeyDomain): number => {
  const keys = readKeyFile(file);
  const keks = keys.domains[domain];
  const version = keks.at(-1)!.version + 1;
  keks.push(newKek(version, new Date()));
  writeKeyFile(file, keys, false);
  return version;
};

/** Keeps only what this process needs: the id and the KEKs of its domains. */
const load = (file: string, allowed: ReadonlySet<KeyDomain>) => {
  const { id, domains } = readKeyFile(file);
  const byDomain = new Map<KeyDomain, { version: number; key: Buffer }[]>();
  for (const domain of allowed) {
    const keks = domains[domain].map(({ version, key }) => ({ version, key: Buffer.from(key, 'base64url') }));
    byDomain.set(domain, keks);
  }
  return {
    file: { id },
    find: (domain: KeyDomain, version: number) => byDomain.get(domain)?.find((kek) => kek.version === version)?.key,
    current: (domain: KeyDomain) => byDomain.get(domain)!.at(-1)!,
  };
};
