import { createHmac } from 'node:crypto';

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bytes for one purpose; the same seed and purpose always give the same bytes. */
const derive = (seed: Buffer, purpose: string): Buffer =>
  createHmac('sha256', seed).update(`portico demo ${purpose}`).digest();

/** A password that is easy to type: four groups of four, about 79 bits. */
export const demoPassword = (seed: Buffer, email: string): string => {
  // 31 letters do not divide 256: bytes past the last whole multiple are skipped, so that each is equally likely.
  const letters: string[] = [];
  for (let round = 0; letters.length < 16; round++) {
    for (const byte of derive(seed, `password ${round} ${email}`)) {
      if (byte < 248 && letters.length < 16) letters.push(alphabet[byte % 31]!);
    }
  }
  return [0, 4, 8, 12].map((from) => letters.slice(from, from + 4).join('')).join('-');
};

/** An authenticator key: 160 bits as base32, RFC 4648 without padding. */
export const demoTotpSecret = (seed: Buffer, email: string): string => {
  const bytes = derive(seed, `totp ${email}`).subarray(0, 20);
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += base32[(held >>> bits) & 31]!;
    }
  }
  return text;
};
