// Identifiers. Every row is named by a UUIDv7 made in the application, so that
// ids sort by creation and no database sequence is needed. A brand per kind
// makes the compiler refuse a patient's id where an account's is meant.
// Isomorphic: contracts import this file, so the browser bundle does too.

declare const idKind: unique symbol;
type Branded<Kind extends string> = string & { readonly [idKind]: Kind };

export type PatientId = Branded<'patient'>;
export type AccountId = Branded<'account'>;
export type SessionId = Branded<'session'>;
export type RecordId = Branded<'record'>;
export type EventId = Branded<'event'>;
export type RequestId = Branded<'request'>;
export type SourceId = Branded<'source'>;
export type RoleGrantId = Branded<'role-grant'>;
export type RelationshipId = Branded<'relationship'>;
export type InvitationId = Branded<'invitation'>;

/** Any of the branded ids. */
export type Id =
  | PatientId
  | AccountId
  | SessionId
  | RecordId
  | EventId
  | RequestId
  | SourceId
  | RoleGrantId
  | RelationshipId
  | InvitationId;

/** A canonical UUID: lower case only. */
export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

// One call for many ids: asking the system for ten bytes at a time costs more
// than making the id.
const randomPool = new Uint8Array(4080);
let poolOffset = randomPool.length;

function takeRandom(length: number): Uint8Array {
  if (poolOffset + length > randomPool.length) {
    crypto.getRandomValues(randomPool);
    poolOffset = 0;
  }
  const bytes = randomPool.subarray(poolOffset, poolOffset + length);
  poolOffset += length;
  return bytes;
}

/**
 * A new UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then 74 random bits.
 * `at` is given by tests and by imports that keep a known creation time.
 */
export function newId<T extends Id>(at: number = Date.now()): T {
  const bytes = new Uint8Array(16);
  bytes.set(takeRandom(10), 6);
  for (let index = 5, rest = at; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  let text = '';
  for (let index = 0; index < 16; index += 1) {
    if (index === 4 || index === 6 || index === 8 || index === 10) text += '-';
    text += hexPairs[bytes[index]!]!;
  }
  return text as T;
}

/** True for a lower-case canonical UUID of any version. */
export function isId(value: unknown): value is Id {
  return typeof value === 'string' && uuidPattern.test(value);
}

/** The value as a branded id. Throws TypeError when it is no canonical UUID. */
export function toId<T extends Id>(value: string): T {
  if (!uuidPattern.test(value)) throw new TypeError('Not an id: a lower-case UUID is needed');
  return value as T;
}
