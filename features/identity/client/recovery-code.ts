/**
 * The recovery code: 160 random bits made and kept by the client. The server gets only a proof derived
 * from it, so that the code itself can later open a key slot that the server cannot.
 *
 * Printed as 8 groups of 4 letters of Crockford's base32 (no I, L, O, U), then a group of 2 as checksum.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLetters = 32;

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

const checksumOf = async (letters: string): Promise<string> => {
  const [first = 0, second = 0] = await sha256(new TextEncoder().encode(`portico/v1/recovery-check ${letters}`));
  return `${alphabet[first & 31]}${alphabet[second & 31]}`;
};

const grouped = (letters: string): string => letters.replaceAll(/(.{4})(?=.)/g, '$1-');

/** A fresh code, as it is shown and printed. */
export const newRecoveryCode = async (): Promise<string> => {
  // Each byte gives five bits: 32 letters are 160 bits.
  const letters = [...crypto.getRandomValues(new Uint8Array(codeLetters))].map((byte) => alphabet[byte & 31]).join('');
  return grouped(letters + (await checksumOf(letters)));
};

/** The code's letters as typed by a person, look-alikes mended; undefined when it was mistyped. */
export const parseRecoveryCode = async (typed: string): Promise<string | undefined> => {
  const letters = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{34}$/.test(letters)) return undefined;
  const code = letters.slice(0, codeLetters);
  return letters.slice(codeLetters) === (await checksumOf(code)) ? code : undefined;
};

const toBase64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** What the server gets: 32 bytes by HKDF-SHA-256, from which the code cannot be found. Undefined when mistyped. */
export const recoveryProofOf = async (typed: string): Promise<string | undefined> => {
  const code = await parseRecoveryCode(typed);
  if (code === undefined) return undefined;
  const secret = await crypto.subtle.importKey('raw', new TextEncoder().encode(code), 'HKDF', false, ['deriveBits']);
  const info = new TextEncoder().encode('portico/v1/recovery-proof');
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info },
    secret,
    256,
  );
  return toBase64url(new Uint8Array(bits));
};
