import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base32: no I, L, O, U, so that a printed code is read and typed without doubt. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 20 characters in groups of five: 100 bits of 20 bytes. */
export const codeFromBytes = (bytes: Uint8Array): string => {
  const letters = [...bytes.subarray(0, 20)].map((byte) => alphabet[byte & 31]!).join('');
  return letters.match(/.{5}/g)!.join('-');
};

export const newInvitationCode = (): string => codeFromBytes(randomBytes(20));

/** The code as typed, without spaces and dashes, look-alikes mended. */
export const normalCode = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[ -]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

export const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** What the database keeps of an invitation code. */
export const invitationHash = (typed: string): Buffer => sha256(`portico/v1/invitation ${normalCode(typed)}`);

/** 32 random bytes, base64url: session tokens, flow names, device cookies. */
export const newToken = (): string => randomBytes(32).toString('base64url');

const words =
  'amber apple aspen autumn basin beacon birch bloom breeze brook cedar cherry clover coral cotton creek dawn delta ember fern field forest garden glade grove harbor hazel heron hill honey island ivory jasper juniper lake lantern laurel leaf lemon lily linen maple marble meadow mesa mint misty moss north oak ocean olive orchard otter pearl pebble pine plum pond poppy prairie quartz quiet raven reed ridge river robin rose sage sand shore silver sky snow spring stone summer sun swan thistle timber valley velvet violet walnut water willow winter wren'.split(
    ' ',
  );

/** A sign-in name for somebody without e-mail, printed on the invitation: "maple-river-4821". Not a secret. */
export const newPrintedName = (): string => {
  const bytes = randomBytes(4);
  const word = (byte: number): string => words[byte % words.length]!;
  return `${word(bytes[0]!)}-${word(bytes[1]!)}-${1000 + (bytes.readUInt16BE(2) % 9000)}`;
};
