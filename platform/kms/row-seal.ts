import { createCipheriv, createDecipheriv, timingSafeEqual } from 'node:crypto';
import { AppError } from '#platform/errors.ts';
import { hkdfExpand } from './cobblestone.ts';
import { type KeyDomain, lengthPrefixed } from './kms.ts';
import { ShortHmac } from './hmac.ts';
import { takeNonce } from './nonce.ts';

/** Where a sealed value stands. `version` is the row's version: 1 when created, +1 at every write. */
export type RowContext = {
  /** `schema.table` */
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
  readonly version: number;
};

/** What a row's head says: the only version of the row that may be read. */
export type HeadContext = Omit<RowContext, 'column'> & { readonly deleted: boolean };

const formatByte = 1;
const nonceAt = 5;
const bodyAt = 17;
const tagBytes = 16;
/** Bytes that sealing adds: format 1, key version 4, nonce 12, tag 16. */
export const rowOverheadBytes = bodyAt + tagBytes;
/** Bytes of a head's MAC: key version 4, HMAC-SHA256 32. */
const headMacBytes = 36;

const refuse = (): AppError => new AppError('integrity', 'A stored record does not match its seal.');

// Contexts are ASCII, so a JavaScript string with one character a byte is the fastest way to build them.
const field = (text: string): string => String.fromCharCode(text.length >> 8, text.length & 0xff) + text;
const columnFields = new Map<string, string>();

const columnField = (table: string, column: string): string => {
  const name = `${table} ${column}`;
  const known = columnFields.get(name);
  if (known !== undefined) return known;
  if (!/^[a-z0-9_]+\.[a-z0-9_]+ [a-z0-9_]+$/.test(name)) throw new RangeError(`not a table and column: ${name}`);
  const made = field(table) + field(column);
  columnFields.set(name, made);
  return made;
};

const idField = (id: string): string => {
  if (id.length !== 36) throw new RangeError('a row id is a lower-case UUID');
  return `\0$${id}`; // u16 length 36 is 0x0024, and 0x24 is "$"
};

const versionField = (version: number): string => {
  if (!Number.isSafeInteger(version) || version < 1) throw new RangeError('a row version is a whole number from 1');
  return field(String(version));
};

/** One version of a subject's data key in one domain, with its subkeys. */
export class DataKey {
  readonly version: number;
  readonly #rowKey: Buffer;
  readonly #headKey: ShortHmac;
  /** The part of every context that does not change: subject, and which data key this is. */
  readonly #suffix: string;

  /** @param dek 32 random bytes */
  constructor(subjectId: string, domain: KeyDomain, version: number, dek: Buffer) {
    const purpose = (name: string) => lengthPrefixed(name, domain, subjectId, String(version));
    this.version = version;
    this.#rowKey = hkdfExpand(dek, purpose('portico/v1/row'), 32);
    this.#headKey = new ShortHmac(hkdfExpand(dek, purpose('portico/v1/head'), 32));
    this.#suffix = idField(subjectId) + field(`${domain}/${version}`);
  }

  /** `0x01 || be32(key version) || nonce || AES-256-GCM ciphertext || tag`. */
  seal(at: RowContext, plaintext: Buffer): Buffer {
    const out = Buffer.allocUnsafe(rowOverheadBytes + plaintext.length);
    out[0] = formatByte;
    out.writeUInt32BE(this.version, 1);
    takeNonce(out, nonceAt);
    const cipher = createCipheriv('aes-256-gcm', this.#rowKey, out.subarray(nonceAt, bodyAt));
    cipher.setAAD(this.#context(at));
    cipher.update(plaintext).copy(out, bodyAt);
    cipher.final();
    cipher.getAuthTag().copy(out, bodyAt + plaintext.length);
    return out;
  }

  open(at: RowContext, sealed: Buffer): Buffer {
    const tagAt = sealed.length - tagBytes;
    const decipher = createDecipheriv('aes-256-gcm', this.#rowKey, sealed.subarray(nonceAt, bodyAt));
    decipher.setAuthTag(sealed.subarray(tagAt));
    decipher.setAAD(this.#context(at));
    const plaintext = decipher.update(sealed.subarray(bodyAt, tagAt));
    try {
      decipher.final();
    } catch {
      throw refuse();
    }
    return plaintext;
  }

  /** `be32(key version) || HMAC-SHA256` over the row's place, version and state. */
  head(at: HeadContext): Buffer {
    const out = Buffer.allocUnsafe(headMacBytes);
    out.writeUInt32BE(this.version, 0);
    const place = columnField(at.table, 'row_head') + idField(at.rowId) + this.#suffix;
    this.#headKey.write(place + versionField(at.version) + (at.deleted ? '\x01' : '\0'), out, 4);
    return out;
  }

  checkHead(at: HeadContext, mac: Buffer): void {
    if (!timingSafeEqual(this.head(at), mac)) throw refuse();
  }

  #context(at: RowContext): Buffer {
    const text = columnField(at.table, at.column) + idField(at.rowId) + this.#suffix + versionField(at.version);
    return Buffer.from(`\x01${text}`, 'latin1');
  }
}

/** Which key version a sealed value names; throws 'integrity' when it is no sealed value. */
export const keyVersionOf = (sealed: Buffer): number => {
  if (sealed.length < rowOverheadBytes || sealed[0] !== formatByte) throw refuse();
  return sealed.readUInt32BE(1);
};

/** Which key version made a head's MAC; throws 'integrity' when it is no MAC. */
export const headKeyVersionOf = (mac: Buffer): number => {
  if (mac.length !== headMacBytes) throw refuse();
  return mac.readUInt32BE(0);
};
