import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromBase64, toBase64 } from './base64.ts';

/** C2SP signed-note: text, a blank line, signature lines `— name base64(keyId || signature)`. */
export type NoteSignature = { readonly name: string; readonly keyId: number; readonly signature: Uint8Array };
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] };

/** Signature types of the C2SP registry that Portico uses. */
export const ed25519Type = 0x01;
export const cosignatureType = 0x04;

export type VerifierKey = {
  readonly name: string;
  readonly keyId: number;
  readonly type: typeof ed25519Type | typeof cosignatureType;
  readonly publicKey: Uint8Array;
};

const noteLimit = 100_000;
const signatureLimit = 64;
const encoder = new TextEncoder();
// Key names: not empty, no space of any kind, no plus.
const namePattern = /^[^\s+\u0085]+$/u;
// Control characters other than newline are not allowed anywhere in a note.
// oxlint-disable-next-line no-control-regex
const controlPattern = /[\u0000-\u0009\u000b-\u001f]/u;

export const isKeyName = (name: string): boolean => namePattern.test(name);

/** First four bytes of SHA-256(name || newline || type || key), big-endian. */
export const keyIdOf = (name: string, type: number, publicKey: Uint8Array): number => {
  const head = encoder.encode(`${name}\n`);
  const bytes = new Uint8Array(head.length + 1 + publicKey.length);
  bytes.set(head);
  bytes[head.length] = type;
  bytes.set(publicKey, head.length + 1);
  return new DataView(sha256(bytes).buffer).getUint32(0);
};

/** `name+keyid+base64(type || key)`, the form other tools read too. */
export const formatVerifierKey = (name: string, type: number, publicKey: Uint8Array): string => {
  if (!isKeyName(name)) throw new RangeError('a key name has no spaces and no plus');
  const material = new Uint8Array(1 + publicKey.length);
  material[0] = type;
  material.set(publicKey, 1);
  return `${name}+${keyIdOf(name, type, publicKey).toString(16).padStart(8, '0')}+${toBase64(material)}`;
};

/** Reads a verifier key; throws RangeError when it is malformed, of another algorithm, or its id does not fit. */
export const parseVerifierKey = (text: string): VerifierKey => {
  const [name = '', id = '', ...rest] = text.split('+');
  const material = fromBase64(rest.join('+'));
  const type = material[0];
  const publicKey = material.subarray(1);
  if (!isKeyName(name) || !/^[0-9a-f]{8}$/.test(id) || publicKey.length !== 32)
    throw new RangeError('not a verifier key');
  if (type !== ed25519Type && type !== cosignatureType) throw new RangeError('unknown signature type');
  const keyId = Number.parseInt(id, 16);
  if (keyId !== keyIdOf(name, type, publicKey)) throw new RangeError('the key id does not belong to the key');
  return { name, keyId, type, publicKey };
};

const parseSignature = (line: string): NoteSignature => {
  const [dash, name = '', base64 = '', ...rest] = line.split(' ');
  if (dash !== '\u2014' || rest.length > 0 || !isKeyName(name)) throw new RangeError('malformed signature line');
  const bytes = fromBase64(base64);
  if (bytes.length < 5) throw new RangeError('malformed signature line');
  return { name, keyId: new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), signature: bytes.subarray(4) };
};

/** Splits a note; throws RangeError when it is malformed. Nothing in it is trusted yet. */
export const parseNote = (note: string): Note => {
  if (note.length > noteLimit || controlPattern.test(note) || !note.isWellFormed())
    throw new RangeError('malformed note');
  const cut = note.lastIndexOf('\n\n');
  if (cut < 0 || !note.endsWith('\n')) throw new RangeError('malformed note');
  const lines = note.slice(cut + 2, -1).split('\n');
  if (lines.length > signatureLimit) throw new RangeError('too many signatures');
  return { text: note.slice(0, cut + 1), signatures: lines.map(parseSignature) };
};

/** One signature line, with its newline. */
export const formatSignature = (key: Pick<VerifierKey, 'name' | 'keyId'>, signature: Uint8Array): string => {
  const bytes = new Uint8Array(4 + signature.length);
  new DataView(bytes.buffer).setUint32(0, key.keyId);
  bytes.set(signature, 4);
  return `\u2014 ${key.name} ${toBase64(bytes)}\n`;
};

/** Ed25519 (RFC 8032) by WebCrypto; where the platform lacks it, by @noble/curves. */
export const verifyEd25519 = async (
  publicKey: Uint8Array,
  signature: Uint8Array,
  message: Uint8Array,
): Promise<boolean> => {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  let key: CryptoKey;
  try {
    key = await crypto.subtle.importKey('raw', publicKey as Uint8Array<ArrayBuffer>, 'Ed25519', false, ['verify']);
  } catch {
    try {
      return ed25519.verify(signature, message, publicKey, { zip215: false });
    } catch {
      return false;
    }
  }
  return crypto.subtle.verify('Ed25519', key, signature as Uint8Array<ArrayBuffer>, message as Uint8Array<ArrayBuffer>);
};

/** The message a signature of this key covers, and the bare signature; undefined when it cannot be one. */
const signedMessage = (
  key: VerifierKey,
  text: string,
  signature: Uint8Array,
): { message: Uint8Array; signature: Uint8Array; at: number | undefined } | undefined => {
  if (key.type === ed25519Type) return { message: encoder.encode(text), signature, at: undefined };
  if (signature.length !== 72) return undefined;
  const at = Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0));
  if (!Number.isSafeInteger(at)) return undefined;
  return { message: encoder.encode(cosignatureText(text, at)), signature: signature.subarray(8), at };
};

/** What a witness signs (C2SP tlog-cosignature, Ed25519): two header lines, then the checkpoint's text. */
export const cosignatureText = (text: string, atSeconds: number): string =>
  `cosignature/v1\ntime ${atSeconds}\n${text}`;

export type VerifiedSignature = { readonly key: VerifierKey; readonly atSeconds: number | undefined };

/**
 * Signatures of the given keys. Lines of unknown keys are ignored; a line that claims a known key and
 * does not verify condemns the whole note (throws RangeError), as the specification advises.
 */
export const verifySignatures = async (note: Note, keys: readonly VerifierKey[]): Promise<VerifiedSignature[]> => {
  const verified: VerifiedSignature[] = [];
  for (const line of note.signatures) {
    const key = keys.find((candidate) => candidate.name === line.name && candidate.keyId === line.keyId);
    if (!key) continue;
    const signed = signedMessage(key, note.text, line.signature);
    if (!signed || !(await verifyEd25519(key.publicKey, signed.signature, signed.message))) {
      throw new RangeError(`the signature of ${key.name} is wrong`);
    }
    if (!verified.some((known) => known.key === key)) verified.push({ key, atSeconds: signed.at });
  }
  return verified;
};
