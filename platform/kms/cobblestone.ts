import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { AppError } from '#platform/errors.ts';

/**
 * Cobblestone-256 over node:crypto, synchronous: C2SP chunked-encryption with SHA-512 and AES-256-GCM
 * (crypto/SPEC.md). Used for every wrap and, later, for files. Written apart from the WebCrypto version
 * in crypto/cobblestone.ts, so that the two can check each other.
 */
const chunkBytes = 16_384;
const tagBytes = 16;
const saltBytes = 24;
const headerBytes = 56;
const sealedChunkBytes = chunkBytes + tagBytes;
const label = Buffer.from('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0', 'latin1');

/** HKDF-Expand (RFC 5869, 2.3) by HMAC: Node's hkdfSync always runs Extract and is several times slower. */
export const hkdfExpand = (prk: Buffer, info: Buffer, length: number, hash: 'sha256' | 'sha512' = 'sha512'): Buffer => {
  const hashBytes = hash === 'sha512' ? 64 : 32;
  const rounds = Math.ceil(length / hashBytes);
  if (rounds < 1 || rounds > 255) throw new RangeError('HKDF-Expand gives 1 to 255 hash lengths');
  const blocks: Buffer[] = [];
  for (let round = 1; round <= rounds; round++) {
    const hmac = createHmac(hash, prk);
    if (round > 1) hmac.update(blocks[round - 2]!);
    blocks.push(hmac.update(info).update(Buffer.of(round)).digest());
  }
  return Buffer.concat(blocks).subarray(0, length);
};

const derive = (key: Buffer, salt: Buffer, context: Buffer) => {
  if (key.length !== 32) throw new AppError('integrity', 'a Cobblestone key has 32 bytes');
  const okm = hkdfExpand(key, Buffer.concat([label, salt, context]), 76);
  return { aeadKey: okm.subarray(0, 32), baseNonce: okm.subarray(32, 44), commitment: okm.subarray(44) };
};

const nonceOf = (baseNonce: Buffer, chunk: number): Buffer => {
  const nonce = Buffer.from(baseNonce);
  nonce.writeUInt32BE((nonce.readUInt32BE(8) ^ chunk) >>> 0, 8);
  return nonce;
};

/** Seals with a given salt: vectors only. A salt must never repeat under a key. */
export const sealWithSalt = (key: Buffer, plaintext: Buffer, context: Buffer, salt: Buffer): Buffer => {
  if (salt.length !== saltBytes) throw new RangeError('a Cobblestone salt has 24 bytes');
  const { aeadKey, baseNonce, commitment } = derive(key, salt, context);
  const out = [salt, commitment];
  const lastChunk = Math.floor(plaintext.length / chunkBytes);
  for (let chunk = 0; chunk <= lastChunk; chunk++) {
    const cipher = createCipheriv('aes-256-gcm', aeadKey, nonceOf(baseNonce, chunk));
    out.push(cipher.update(plaintext.subarray(chunk * chunkBytes, (chunk + 1) * chunkBytes)), cipher.final());
    out.push(cipher.getAuthTag());
  }
  return Buffer.concat(out);
};

/** Seals a message under a 32-byte random key; `context` is bound in, not stored. Overhead 72 bytes below 16 KiB. */
export const sealCobblestone = (key: Buffer, plaintext: Buffer, context: Buffer): Buffer =>
  sealWithSalt(key, plaintext, context, randomBytes(saltBytes));

/** Opens a whole message; throws AppError 'integrity' and gives nothing unless every byte is right. */
export const openCobblestone = (key: Buffer, sealed: Buffer, context: Buffer): Buffer => {
  const bodyBytes = sealed.length - headerBytes;
  const lastChunk = Math.floor(bodyBytes / sealedChunkBytes);
  if (bodyBytes < tagBytes || bodyBytes - lastChunk * sealedChunkBytes < tagBytes) {
    throw new AppError('integrity', 'a sealed message is cut short');
  }
  const { aeadKey, baseNonce, commitment } = derive(key, sealed.subarray(0, saltBytes), context);
  if (!timingSafeEqual(commitment, sealed.subarray(saltBytes, headerBytes))) {
    throw new AppError('integrity', 'a sealed message does not belong to this key and context');
  }
  const out: Buffer[] = [];
  for (let chunk = 0; chunk <= lastChunk; chunk++) {
    const start = headerBytes + chunk * sealedChunkBytes;
    const end = Math.min(start + sealedChunkBytes, sealed.length);
    const decipher = createDecipheriv('aes-256-gcm', aeadKey, nonceOf(baseNonce, chunk), { authTagLength: tagBytes });
    decipher.setAuthTag(sealed.subarray(end - tagBytes, end));
    out.push(decipher.update(sealed.subarray(start, end - tagBytes)));
    try {
      decipher.final();
    } catch {
      throw new AppError('integrity', 'a sealed message was altered');
    }
  }
  return out.length === 1 ? out[0]! : Buffer.concat(out);
};
