import { randomFillSync } from 'node:crypto';

// One call to the system's generator for many nonces: per nonce it costs more than the encryption.
const pool = Buffer.allocUnsafeSlow(12 * 512);
let used = pool.length;

/** Writes 12 fresh random bytes into `target` at `offset`. Each pooled byte is used once, then cleared. */
export const takeNonce = (target: Buffer, offset: number): void => {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  pool.copy(target, offset, used, used + 12);
  pool.fill(0, used, used + 12);
  used += 12;
};
