import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { sqlState, type Pool } from '#platform/db/pool.ts';
import { AppError } from '#platform/errors.ts';
import { hkdfExpand } from './cobblestone.ts';
import { addDataKeyVersion, createDataKeys, findDataKeys } from './data-key-store.ts';
import { type KeyDomain, keyDomains, type Kms, lengthPrefixed } from './kms.ts';
import { SubjectKey, type UnwrappedKey } from './subject-key.ts';

/** Subject of what belongs to no person: shared resources, directory tokens, system events. */
export const systemSubject = '00000000-0000-7000-8000-000000000000';

const cacheEntries = 10_000;
const cacheTtlMs = 5 * 60_000;
const subjectsAtOnce = 100;

export type SealerOptions = {
  kms: Kms;
  /**
   * Connections of the process's own role. Not the pool whose open transactions call the sealer: with
   * every connection in a transaction that waits for a key, nobody would get one. One or two suffice.
   */
  pool: Pick<Pool, 'run'>;
  /** Monotonic milliseconds; tests move it. */
  now?: () => number;
};

export type Sealer = {
  /**
   * The subject's key in the domain; made on first use. Safe against other processes doing the same.
   * Throws `not-found` where the process may not make the first key of a subject nobody knows (role `app`).
   */
  key(subjectId: string, domain: KeyDomain): Promise<SubjectKey>;
  /** The subject's key if it has one; never makes one. For what runs before the caller's right was checked. */
  find(subjectId: string, domain: KeyDomain): Promise<SubjectKey | undefined>;
  /** Keys of several subjects in few round trips, by subject id; missing ones are made. */
  keys(subjectIds: readonly string[], domain: KeyDomain): Promise<Map<string, SubjectKey>>;
  /** The key if it is in the cache now. */
  peek(subjectId: string, domain: KeyDomain): SubjectKey | undefined;
  /** Loads the index keys that directory tokens need; once at start, for the domains the process uses. */
  prepare(domains: readonly KeyDomain[]): Promise<void>;
  /**
   * Compound blind index over already normalised parts, under a key of the column's own. Sync, so
   * `prepare` must have run for the domain (the first word of the column).
   * @param column `schema.table.column`; the schema is the key domain
   * @param bits length, a multiple of 8 from 8 to 256; short for values with few possibilities
   */
  directoryToken(column: string, parts: readonly string[], bits?: number): Buffer;
  /**
   * Adds a data key version: it seals new rows from 10 minutes on, when every process (cache: 5 minutes)
   * knows it; older rows open as before and are re-encrypted when next written. Gives the new version.
   */
  rotateDataKey(subjectId: string, domain: KeyDomain): Promise<number>;
  /** Forgets cached keys of a subject, at shredding. */
  evict(subjectId: string): void;
  readonly cachedKeys: number;
};

const wrapContextOf = (domain: KeyDomain, subjectId: string, version: number): Buffer =>
  lengthPrefixed('portico/v1/data-key', domain, subjectId, String(version));

/** Context under which a data key version is wrapped; for rotation, which re-wraps without using the key. */
export const dataKeyContext = wrapContextOf;

const checkSubject = (subjectId: string): void => {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(subjectId)) {
    throw new RangeError('a subject id is a lower-case UUID');
  }
};

/** Seals and opens rows under data keys that the KMS wraps; keys stay in memory for at most 5 minutes. */
export const createSealer = ({ kms, pool, now }: SealerOptions): Sealer => {
  const cache = new LRUCache<string, SubjectKey>({
    max: cacheEntries,
    ttl: cacheTtlMs,
    ttlResolution: now ? 0 : 1000,
    ...(now ? { perf: { now } } : {}),
  });
  const loading = new Map<string, Promise<SubjectKey>>();
  const columnKeys = new Map<string, KeyObject>();
  const indexKeys = new Map<KeyDomain, Buffer>();
  const nameOf = (subjectId: string, domain: KeyDomain) => `${subjectId} ${domain}`;

  const lookUp = async (subjectIds: readonly string[], domain: KeyDomain) => {
    const [rows] = await pool.run([findDataKeys(subjectIds, domain)]);
    return unwrapAll(kms, domain, rows);
  };

  const create = async (subjectId: string, domain: KeyDomain): Promise<UnwrappedKey[]> => {
    const wrapNew = (version: number) => kms.wrap(domain, randomBytes(32), wrapContextOf(domain, subjectId, version));
    const [wrappedIndexKey, wrappedDataKey, kekId] = await Promise.all([
      wrapNew(0),
      wrapNew(1),
      kms.currentKekId(domain),
    ]);
    // Somebody else may have made them meanwhile: theirs stay, and all of us read back what is stored.
    const made = createDataKeys({ subjectId, domain, wrappedIndexKey, wrappedDataKey, kekId });
    const [, rows] = await pool.run([made, findDataKeys([subjectId], domain)]).catch((error: unknown) => {
      throw sqlState(error) === 'PT404' ? new AppError('not-found', undefined, { cause: error }) : error;
    });
    return (await unwrapAll(kms, domain, rows)).get(subjectId) ?? [];
  };

  const load = async (subjectIds: readonly string[], domain: KeyDomain): Promise<Map<string, SubjectKey>> => {
    const found = await lookUp(subjectIds, domain);
    const keys = new Map<string, SubjectKey>();
    for (const subjectId of subjectIds) {
      const unwrapped = found.get(subjectId) ?? (await create(subjectId, domain));
      if (subjectId === systemSubject) rememberIndexKey(domain, unwrapped);
      const key = new SubjectKey(subjectId, domain, unwrapped);
      cache.set(nameOf(subjectId, domain), key);
      keys.set(subjectId, key);
    }
    return keys;
  };

  const rememberIndexKey = (domain: KeyDomain, unwrapped: readonly UnwrappedKey[]): void => {
    const index = unwrapped.find((key) => key.version === 0);
    if (index) indexKeys.set(domain, index.key);
  };

  const peek = (subjectId: string, domain: KeyDomain) => cache.get(nameOf(subjectId, domain));

  const key = async (subjectId: string, domain: KeyDomain): Promise<SubjectKey> => {
    const name = nameOf(subjectId, domain);
    const cached = cache.get(name);
    if (cached) return cached;
    checkSubject(subjectId);
    const underway = loading.get(name);
    if (underway) return underway;
    const started = load([subjectId], domain).then((keys) => keys.get(subjectId)!);
    loading.set(name, started);
    try {
      return await started;
    } finally {
      loading.delete(name);
    }
  };

  const find = async (subjectId: string, domain: KeyDomain): Promise<SubjectKey | undefined> => {
    const cached = peek(subjectId, domain);
    if (cached) return cached;
    checkSubject(subjectId);
    const unwrapped = (await lookUp([subjectId], domain)).get(subjectId);
    if (!unwrapped) return undefined;
    const made = new SubjectKey(subjectId, domain, unwrapped);
    cache.set(nameOf(subjectId, domain), made);
    return made;
  };

  const columnKey = (column: string): KeyObject => {
    const known = columnKeys.get(column);
    if (known) return known;
    if (!/^[a-z0-9_]+\.[a-z0-9_]+\.[a-z0-9_]+$/.test(column)) throw new RangeError(`not a column: ${column}`);
    const domain = column.slice(0, column.indexOf('.')) as KeyDomain;
    const indexKey = indexKeys.get(domain);
    if (!indexKey) throw new Error(`directoryToken(${column}): call sealer.prepare(['${domain}']) at start`);
    const made = createSecretKey(hkdfExpand(indexKey, lengthPrefixed('portico/v1/directory', column), 32));
    columnKeys.set(column, made);
    return made;
  };

  return {
    key,
    find,
    peek,
    keys: async (subjectIds, domain) => {
      const keys = new Map<string, SubjectKey>();
      const missing: string[] = [];
      for (const subjectId of new Set(subjectIds)) {
        const cached = peek(subjectId, domain);
        if (cached) keys.set(subjectId, cached);
        else {
          checkSubject(subjectId);
          missing.push(subjectId);
        }
      }
      for (let from = 0; from < missing.length; from += subjectsAtOnce) {
        const loaded = await load(missing.slice(from, from + subjectsAtOnce), domain);
        for (const [subjectId, loadedKey] of loaded) keys.set(subjectId, loadedKey);
      }
      return keys;
    },
    prepare: async (domains) => {
      for (const domain of domains) await load([systemSubject], domain);
    },
    directoryToken: (column, parts, bits = 128) => {
      if (bits % 8 !== 0 || bits < 8 || bits > 256) throw new RangeError('bits: a multiple of 8 from 8 to 256');
      if (parts.length === 0) throw new RangeError('a directory token needs parts');
      return createHmac('sha256', columnKey(column))
        .update(lengthPrefixed(...parts))
        .digest()
        .subarray(0, bits / 8);
    },
    rotateDataKey: async (subjectId, domain) => {
      await key(subjectId, domain);
      const [rows] = await pool.run([findDataKeys([subjectId], domain)]);
      const version = Math.max(...rows.map((row) => row.version)) + 1;
      const wrapped = await kms.wrap(domain, randomBytes(32), wrapContextOf(domain, subjectId, version));
      const kekId = await kms.currentKekId(domain);
      const [[answer]] = await pool.run([addDataKeyVersion({ subjectId, domain, version, wrapped, kekId })]);
      if (!answer?.added) throw new AppError('conflict', 'The key is being rotated by another process.');
      cache.delete(nameOf(subjectId, domain));
      return version;
    },
    evict: (subjectId) => {
      for (const domain of keyDomains) cache.delete(nameOf(subjectId, domain));
    },
    get cachedKeys() {
      return cache.size;
    },
  };
};

const unwrapAll = async (
  kms: Kms,
  domain: KeyDomain,
  rows: readonly { subject_id: string; version: number; wrapped: Buffer; active: boolean }[],
): Promise<Map<string, UnwrappedKey[]>> => {
  const bySubject = new Map<string, UnwrappedKey[]>();
  await Promise.all(
    rows.map(async ({ subject_id: subjectId, version, wrapped, active }) => {
      const key = await kms.unwrap(domain, wrapped, wrapContextOf(domain, subjectId, version));
      const keys = bySubject.get(subjectId);
      if (keys) keys.push({ version, key, active });
      else bySubject.set(subjectId, [{ version, key, active }]);
    }),
  );
  return bySubject;
};
