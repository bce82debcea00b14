import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { AppError } from '#platform/errors.ts';
import { hkdfExpand } from './cobblestone.ts';
import { type KeyDomain, lengthPrefixed } from './kms.ts';
import { DataKey, type HeadContext, headKeyVersionOf, keyVersionOf, type RowContext } from './row-seal.ts';

export type { HeadContext, RowContext } from './row-seal.ts';

/** The keys of a subject in a domain as they leave the KMS. Version 0 is the index key, from 1 on data keys. */
export type UnwrappedKey = { readonly version: number; readonly key: Buffer; readonly active: boolean };

/**
 * Seals and opens one subject's rows in one domain. Synchronous: get it once per request with
 * `sealer.key(subject, domain)`, then work. Hold it no longer than the request: the sealer's cache
 * decides how long keys live.
 */
export class SubjectKey {
  readonly subjectId: string;
  readonly domain: KeyDomain;
  readonly #byVersion = new Map<number, DataKey>();
  readonly #current: DataKey;
  readonly #tokenKey: KeyObject;

  /** @param keys all versions, exactly one index key among them; throws 'integrity' when one is missing */
  constructor(subjectId: string, domain: KeyDomain, keys: readonly UnwrappedKey[]) {
    this.subjectId = subjectId;
    this.domain = domain;
    let current: DataKey | undefined;
    for (const { version, key, active } of keys) {
      if (version === 0) continue;
      const made = new DataKey(subjectId, domain, version, key);
      this.#byVersion.set(version, made);
      if (active && version > (current?.version ?? 0)) current = made;
    }
    const indexKey = keys.find((key) => key.version === 0)?.key;
    if (!current || !indexKey) throw new AppError('integrity', 'A key of this record is missing.');
    this.#current = current;
    this.#tokenKey = createSecretKey(hkdfExpand(indexKey, lengthPrefixed('portico/v1/token', domain, subjectId), 32));
  }

  /** Seals one column of one row under the newest key. 33 bytes longer than the plaintext. */
  seal(at: RowContext, plaintext: Buffer): Buffer {
    return this.#current.seal(at, plaintext);
  }

  /** Opens what `seal` gave for exactly this place and version; throws AppError 'integrity' otherwise. */
  open(at: RowContext, sealed: Buffer): Buffer {
    return this.#version(keyVersionOf(sealed)).open(at, sealed);
  }

  /** The MAC to store in `sealed.row_head.mac` with this version; write both in the row's own transaction. */
  head(at: HeadContext): Buffer {
    return this.#current.head(at);
  }

  /**
   * Checks the head that was joined with a row. Throws AppError 'integrity' when the MAC is wrong, and
   * when the head says deleted: a row that is there all the same was put back.
   */
  checkHead(at: HeadContext, mac: Buffer): void {
    this.verifyHead(at, mac);
    if (at.deleted) throw new AppError('integrity', 'A deleted record is present.');
  }

  /** As checkHead, for heads of deleted rows too (`portico audit verify --records`). */
  verifyHead(at: HeadContext, mac: Buffer): void {
    this.#version(headKeyVersionOf(mac)).checkHead(at, mac);
  }

  /**
   * Blind token of a value under this subject's own index key: equal values of one subject and purpose
   * give equal tokens; tokens of two subjects say nothing about each other. 16 bytes.
   * @param purpose `schema.table.column`
   */
  token(purpose: string, value: string): Buffer {
    return createHmac('sha256', this.#tokenKey)
      .update(lengthPrefixed(purpose))
      .update(value, 'utf8')
      .digest()
      .subarray(0, 16);
  }

  /** True when the value was sealed under an older key: the next write of the row re-encrypts it. */
  isStale(sealed: Buffer): boolean {
    return keyVersionOf(sealed) < this.#current.version;
  }

  #version(version: number): DataKey {
    const key = this.#byVersion.get(version);
    if (!key) throw new AppError('integrity', 'A stored record names a key that does not exist.');
    return key;
  }
}
