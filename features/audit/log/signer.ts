import { createPrivateKey, createPublicKey, randomBytes, sign, type KeyObject } from 'node:crypto';
import {
  cosignatureText,
  cosignatureType,
  ed25519Type,
  formatCheckpoint,
  formatSignature,
  formatVerifierKey,
  parseVerifierKey,
  sameBytes,
  verifyConsistency,
  type Checkpoint,
  type Hash,
  type VerifierKey,
} from '@portico/crypto';

// PKCS #8 of an Ed25519 private key is this prefix and the 32-byte seed (RFC 8410).
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

const privateKeyOf = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' });

const publicKeyOf = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);

/** A new Ed25519 seed and the verifier key (`name+id+base64`) that belongs to it. */
export const newSigningKey = (name: string, type: number = ed25519Type): { seed: Buffer; vkey: string } => {
  const seed = randomBytes(32);
  return { seed, vkey: formatVerifierKey(name, type, publicKeyOf(privateKeyOf(seed))) };
};

/** The signer would have contradicted what it signed before. Nothing may be signed until a person looked. */
export class EquivocationRefused extends Error {}

export type Signer = {
  readonly key: VerifierKey;
  readonly last: Checkpoint;
  /** The signed note of `next`. Refuses unless `proof` shows that it extends the last one signed. */
  sign(next: Checkpoint, proof: readonly Hash[]): string;
};

const checkedKey = (seed: Buffer, vkey: string, type: number): { key: VerifierKey; secret: KeyObject } => {
  const key = parseVerifierKey(vkey);
  const secret = privateKeyOf(seed);
  if (key.type !== type || !sameBytes(key.publicKey, publicKeyOf(secret))) {
    throw new Error('the signing key does not belong to its verifier key');
  }
  return { key, secret };
};

/**
 * Signs checkpoints, each only with a consistency proof from the one before.
 * @param last the last checkpoint known to be signed, from the database or the published files
 */
export const createSigner = (seed: Buffer, vkey: string, last: Checkpoint): Signer => {
  const { key, secret } = checkedKey(seed, vkey, ed25519Type);
  let signed = last;
  return {
    key,
    get last() {
      return signed;
    },
    sign: (next, proof) => {
      if (next.origin !== signed.origin || next.origin !== key.name) throw new EquivocationRefused('another origin');
      if (!verifyConsistency(signed.size, next.size, signed.root, next.root, proof)) {
        throw new EquivocationRefused(
          `no proof that the log of ${next.size} entries extends the signed ${signed.size}`,
        );
      }
      const text = formatCheckpoint(next);
      const note = `${text}\n${formatSignature(key, sign(null, Buffer.from(text), secret))}`;
      signed = next;
      return note;
    },
  };
};

/** One cosignature line (C2SP tlog-cosignature, Ed25519) over a checkpoint's text. The caller has checked consistency. */
export const cosign = (seed: Buffer, vkey: string, text: string, at: Date): string => {
  const { key, secret } = checkedKey(seed, vkey, cosignatureType);
  const seconds = Math.floor(at.getTime() / 1000);
  const bytes = Buffer.alloc(72);
  bytes.writeBigUInt64BE(BigInt(seconds));
  sign(null, Buffer.from(cosignatureText(text, seconds)), secret).copy(bytes, 8);
  return formatSignature(key, bytes);
};
