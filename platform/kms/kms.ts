/**
 * The key management port. One key-encryption key (KEK) per domain stands above the data keys of that
 * domain. The default is a local key file; cloud KMS, Vault and PKCS#11 adapters implement the same four
 * members and must bind `context` as their encryption context.
 */
export const keyDomains = ['identity', 'records', 'care', 'documents', 'messaging', 'billing', 'audit'] as const;

export type KeyDomain = (typeof keyDomains)[number];

export type Kms = {
  /** Names this KMS and its key set; kept beside wrapped keys so that a wrong key set is named, not guessed. */
  readonly id: string;
  /** Wraps a short secret under the domain's current KEK. `context` is bound in, not stored. */
  wrap(domain: KeyDomain, plaintext: Buffer, context: Buffer): Promise<Buffer>;
  /** Opens what `wrap` gave. Throws AppError 'integrity' on another key set, domain, context or altered bytes. */
  unwrap(domain: KeyDomain, wrapped: Buffer, context: Buffer): Promise<Buffer>;
  /** Makes a new current KEK for the domain; older versions still unwrap. Gives the new KEK's id. */
  rotate(domain: KeyDomain): Promise<string>;
  /** Id of the KEK that `wrap` uses now for the domain, as `sealed.data_key.kek_id` stores it. */
  currentKekId(domain: KeyDomain): Promise<string>;
};

/** Length-prefixed parts (u16 before each): no two different lists of parts give the same bytes. */
export const lengthPrefixed = (...parts: readonly (string | Buffer)[]): Buffer => {
  const out: Buffer[] = [];
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
    if (bytes.length > 0xffff) throw new RangeError('a context part is longer than 65535 bytes');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length);
    out.push(length, bytes);
  }
  return Buffer.concat(out);
};
