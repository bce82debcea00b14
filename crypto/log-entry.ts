import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { isHash, type Hash } from './tlog.ts';

/**
 * What stands in the log: `0x01 || cmt || tag` for an event, `0x02 || link hash || label` for a link of
 * a key chain (both 65 bytes, both "tagged"), `0x03 || level || be64(block) || root` for the tag index
 * of a block (42 bytes). See SPEC.md.
 */
export type LogEntry =
  | { readonly kind: 'event'; readonly cmt: Hash; readonly tag: Hash }
  | { readonly kind: 'key'; readonly cmt: Hash; readonly tag: Hash }
  | { readonly kind: 'index'; readonly level: number; readonly block: number; readonly root: Hash };

export const eventByte = 0x01;
export const keyByte = 0x02;
export const indexByte = 0x03;
/** Blocks of 2^level entries that the tag index covers. */
export const indexLevels = [8, 12, 16, 20, 24] as const;

export const be64 = (value: number): Uint8Array => {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError('not an index');
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
};

export const readBe64 = (bytes: Uint8Array, at = 0): number => {
  const value = Number(new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getBigUint64(at));
  if (!Number.isSafeInteger(value)) throw new RangeError('index beyond 2^53');
  return value;
};

export const concatBytes = (...parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

export const encodeEntry = (entry: LogEntry): Uint8Array => {
  if (entry.kind === 'index') {
    return concatBytes(new Uint8Array([indexByte, entry.level]), be64(entry.block), checked(entry.root));
  }
  return concatBytes(
    new Uint8Array([entry.kind === 'event' ? eventByte : keyByte]),
    checked(entry.cmt),
    checked(entry.tag),
  );
};

/** Reads an entry; throws RangeError on any other bytes. */
export const decodeEntry = (bytes: Uint8Array): LogEntry => {
  const type = bytes[0];
  if ((type === eventByte || type === keyByte) && bytes.length === 65) {
    return { kind: type === eventByte ? 'event' : 'key', cmt: bytes.subarray(1, 33), tag: bytes.subarray(33) };
  }
  const level = bytes[1]!;
  if (type === indexByte && bytes.length === 42 && (indexLevels as readonly number[]).includes(level)) {
    return { kind: 'index', level, block: readBe64(bytes, 2), root: bytes.subarray(10) };
  }
  throw new RangeError('unknown log entry');
};

const checked = (hash: Hash): Hash => {
  if (!isHash(hash)) throw new RangeError('an entry holds 32-byte hashes');
  return hash;
};

/** HMAC-SHA-256(K_log, be64(n)): marks the n-th entry of one patient to whoever holds her log key. */
export const tagOf = (logKey: Uint8Array, n: number): Hash => hmac(sha256, logKey, be64(n));

const label = new TextEncoder().encode('pa1');

/** SHA-256(salt || part): how each part of an event enters its commitment. */
export const partHash = (salt: Uint8Array, part: Uint8Array): Hash => {
  if (salt.length !== 32) throw new RangeError('a salt has 32 bytes');
  return sha256(concatBytes(salt, part));
};

/** cmt = SHA-256("pa1" || disclosed hash || internal hash || exposed hash). */
export const eventCommitment = (disclosedHash: Hash, internalHash: Hash, exposedHash: Hash): Hash =>
  sha256(concatBytes(label, checked(disclosedHash), checked(internalHash), checked(exposedHash)));
