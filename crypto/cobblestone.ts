/**
 * Cobblestone-256 over WebCrypto: C2SP chunked-encryption (https://c2sp.org/chunked-encryption) with
 * SHA-512 and AES-256-GCM. Runs unchanged in browsers, workers and Node. The server's synchronous
 * twin is platform/kms/cobblestone.ts; each checks the vectors that the other made.
 */
export const chunkBytes = 16_384;
const tagBytes = 16;
const saltBytes = 24;
const keyBytes = 32;
const nonceBytes = 12;
const commitmentBytes = 32;
const headerBytes = saltBytes + commitmentBytes;
const sealedChunkBytes = chunkBytes + tagBytes;
const maxChunks = 2 ** 38;
const label = new TextEncoder().encode('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0');

/** The message did not open: wrong key or context, altered, cut, or lengthened. Says nothing more on purpose. */
export class CobblestoneError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CobblestoneError';
  }
}

/** Bytes read by position: a file, a Blob, a ranged download. `end` is exclusive. */
export type CobblestoneSource = {
  readonly byteLength: number;
  read(start: number, end: number): Promise<Uint8Array>;
};

type Derived = { readonly key: CryptoKey; readonly baseNonce: Uint8Array; readonly commitment: Uint8Array };

// WebCrypto wants views over plain ArrayBuffers; every buffer in this package is one.
const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>;

const concat = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
};

/**
 * HKDF-Expand (RFC 5869, section 2.3) with SHA-512 or SHA-256. WebCrypto's own HKDF always runs
 * Extract first, so this is Expand alone, by HMAC.
 * @param prk uniformly random key; @param length bytes wanted, at most 255 hash lengths
 */
export const hkdfExpand = async (
  prk: Uint8Array,
  info: Uint8Array,
  length: number,
  hash: 'SHA-256' | 'SHA-512' = 'SHA-512',
): Promise<Uint8Array> => {
  const hashBytes = hash === 'SHA-512' ? 64 : 32;
  const rounds = Math.ceil(length / hashBytes);
  if (rounds < 1 || rounds > 255) throw new RangeError('HKDF-Expand gives 1 to 255 hash lengths');
  const key = await crypto.subtle.importKey('raw', plain(prk), { name: 'HMAC', hash }, false, ['sign']);
  const out = new Uint8Array(rounds * hashBytes);
  let previous = new Uint8Array(0);
  for (let round = 1; round <= rounds; round++) {
    previous = new Uint8Array(await crypto.subtle.sign('HMAC', key, concat(previous, info, Uint8Array.of(round))));
    out.set(previous, (round - 1) * hashBytes);
  }
  return out.slice(0, length);
};

const derive = async (
  inputKey: Uint8Array,
  salt: Uint8Array,
  context: Uint8Array,
  use: 'encrypt' | 'decrypt',
): Promise<Derived> => {
  if (inputKey.length !== keyBytes) throw new CobblestoneError('the key must be 32 bytes');
  const okm = await hkdfExpand(inputKey, concat(label, salt, context), keyBytes + nonceBytes + commitmentBytes);
  const key = await crypto.subtle.importKey('raw', plain(okm.slice(0, keyBytes)), 'AES-GCM', false, [use]);
  const baseNonce = okm.slice(keyBytes, keyBytes + nonceBytes);
  return { key, baseNonce, commitment: okm.slice(keyBytes + nonceBytes) };
};

const nonceOf = (base: Uint8Array, chunk: number): Uint8Array<ArrayBuffer> => {
  const nonce = Uint8Array.from(base);
  const view = new DataView(nonce.buffer);
  view.setUint32(8, (view.getUint32(8) ^ (chunk % 2 ** 32)) >>> 0);
  view.setUint8(7, view.getUint8(7) ^ Math.floor(chunk / 2 ** 32));
  return nonce;
};

const equal = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a[i]! ^ b[i]!;
  return difference === 0;
};

const openChunk = async (derived: Derived, chunk: number, sealed: Uint8Array): Promise<Uint8Array> => {
  try {
    const parameters = { name: 'AES-GCM', iv: nonceOf(derived.baseNonce, chunk), tagLength: 128 };
    return new Uint8Array(await crypto.subtle.decrypt(parameters, derived.key, plain(sealed)));
  } catch {
    throw new CobblestoneError('a chunk does not open');
  }
};

/** Bytes of the sealed form of `plaintextBytes` bytes: 56, plus 16 for each chunk begun (the last may be empty). */
export const cobblestoneLength = (plaintextBytes: number): number =>
  headerBytes + plaintextBytes + (Math.floor(plaintextBytes / chunkBytes) + 1) * tagBytes;

/**
 * Splits a sealed length into chunks, or refuses a length that no message has (cut inside the
 * header, a chunk or a tag, or right after a full chunk, which is a message without its end).
 */
const layoutOf = (sealedBytes: number): { lastChunk: number; plaintextBytes: number } => {
  const body = sealedBytes - headerBytes;
  const lastChunk = Math.floor(body / sealedChunkBytes);
  const lastBytes = body - lastChunk * sealedChunkBytes;
  if (body < tagBytes || lastBytes < tagBytes) throw new CobblestoneError('the message is cut short');
  if (lastChunk >= maxChunks) throw new CobblestoneError('the message is too long');
  return { lastChunk, plaintextBytes: lastChunk * chunkBytes + lastBytes - tagBytes };
};

/**
 * Seals with a given salt. For vectors only: a salt that repeats under a key loses everything, so
 * this is not exported from the package.
 */
export const sealWithSalt = async (
  key: Uint8Array,
  plaintext: Uint8Array,
  context: Uint8Array,
  salt: Uint8Array,
): Promise<Uint8Array> => {
  if (salt.length !== saltBytes) throw new CobblestoneError('the salt must be 24 bytes');
  const derived = await derive(key, salt, context, 'encrypt');
  const out = new Uint8Array(cobblestoneLength(plaintext.length));
  out.set(salt);
  out.set(derived.commitment, saltBytes);
  const lastChunk = Math.floor(plaintext.length / chunkBytes);
  for (let chunk = 0; chunk <= lastChunk; chunk++) {
    const parameters = { name: 'AES-GCM', iv: nonceOf(derived.baseNonce, chunk), tagLength: 128 };
    const piece = plaintext.subarray(chunk * chunkBytes, (chunk + 1) * chunkBytes);
    const sealed = await crypto.subtle.encrypt(parameters, derived.key, plain(piece));
    out.set(new Uint8Array(sealed), headerBytes + chunk * sealedChunkBytes);
  }
  return out;
};

/**
 * Seals a message under a 32-byte uniformly random key. The same context must be given to open it;
 * it is bound into the key derivation and not stored.
 */
export const sealCobblestone = (key: Uint8Array, plaintext: Uint8Array, context: Uint8Array): Promise<Uint8Array> =>
  sealWithSalt(key, plaintext, context, crypto.getRandomValues(new Uint8Array(saltBytes)));

/** Opens a whole message. Throws CobblestoneError and gives nothing unless every byte is right. */
export const openCobblestone = async (
  key: Uint8Array,
  sealed: Uint8Array,
  context: Uint8Array,
): Promise<Uint8Array> => {
  const { lastChunk, plaintextBytes } = layoutOf(sealed.length);
  const derived = await derive(key, sealed.subarray(0, saltBytes), context, 'decrypt');
  checkCommitment(derived, sealed.subarray(saltBytes, headerBytes));
  const out = new Uint8Array(plaintextBytes);
  for (let chunk = 0; chunk <= lastChunk; chunk++) {
    const start = headerBytes + chunk * sealedChunkBytes;
    const opened = await openChunk(derived, chunk, sealed.subarray(start, start + sealedChunkBytes));
    out.set(opened, chunk * chunkBytes);
  }
  return out;
};

/**
 * Opens bytes `start` (inclusive) to `end` (exclusive) of a message and nothing else. The last
 * chunk is always opened too, so that a cut or lengthened message is refused whatever the range.
 */
export const openCobblestoneRange = async (
  key: Uint8Array,
  source: CobblestoneSource,
  context: Uint8Array,
  range: { start: number; end: number },
): Promise<Uint8Array> => {
  const { lastChunk, plaintextBytes } = layoutOf(source.byteLength);
  const { start, end } = range;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start > end || end > plaintextBytes) {
    throw new RangeError('the range lies outside the message');
  }
  const header = await source.read(0, headerBytes);
  const derived = await derive(key, header.subarray(0, saltBytes), context, 'decrypt');
  checkCommitment(derived, header.subarray(saltBytes, headerBytes));
  const readChunk = async (chunk: number): Promise<Uint8Array> => {
    const from = headerBytes + chunk * sealedChunkBytes;
    const to = Math.min(from + sealedChunkBytes, source.byteLength);
    return openChunk(derived, chunk, await source.read(from, to));
  };
  const tail = await readChunk(lastChunk);
  const out = new Uint8Array(end - start);
  for (let chunk = Math.floor(start / chunkBytes); chunk * chunkBytes < end; chunk++) {
    const opened = chunk === lastChunk ? tail : await readChunk(chunk);
    const base = chunk * chunkBytes;
    out.set(opened.subarray(Math.max(0, start - base), end - base), Math.max(0, base - start));
  }
  return out;
};

const checkCommitment = (derived: Derived, commitment: Uint8Array): void => {
  if (!equal(derived.commitment, commitment)) throw new CobblestoneError('wrong key or context');
};
