import { hash, randomFillSync } from 'node:crypto';
import type { AuditDraft } from '#platform/operation.ts';
import type { Disclosed } from './disclosed.ts';

/**
 * The bytes of one event. They are made once, hashed as they are and stored as they are; nothing
 * ever serialises an event a second time to check it. See crypto/SPEC.md, "Event".
 *
 * `disclosed` is what the patient is shown; `internal` is what only an investigation reads.
 */
export type EventBody = {
  disclosed: Buffer;
  disclosedSalt: Buffer;
  internal: Buffer;
  internalSalt: Buffer;
};

/** What stays inside, as JSON in `internal`. */
export type Internal = {
  v: 1;
  patient: string;
  account: string | null;
  resource: string;
  ip: string | null;
  userAgent: string | null;
  session: string | null;
  detail?: string;
  /** Whom a refused request was about, when it stands in the system's log only. */
  about?: string;
  writes?: readonly { table: string; id: string; version: number; hash: string }[];
};

export const saltBytes = 32;
const userAgentLimit = 400;

// One system call for many salts.
const saltPool = Buffer.alloc(saltBytes * 96);
let saltOffset = saltPool.length;
export const newSalt = (): Buffer => {
  if (saltOffset === saltPool.length) {
    randomFillSync(saltPool);
    saltOffset = 0;
  }
  const salt = Buffer.from(saltPool.subarray(saltOffset, saltOffset + saltBytes));
  saltPool.fill(0, saltOffset, saltOffset + saltBytes);
  saltOffset += saltBytes;
  return salt;
};

export const composeBody = (id: string, patientId: string, draft: AuditDraft): EventBody => {
  const disclosed: Disclosed = {
    v: 1,
    id,
    at: draft.at.toISOString(),
    request: draft.requestId,
    actor: { name: draft.actor.name, role: draft.actor.role },
    operation: draft.operation,
    action: draft.action,
    category: draft.category,
    outcome: draft.outcome,
    purpose: draft.purpose,
    onBehalfOf: draft.onBehalfOf,
    ...(draft.actor.selfOf?.includes(patientId) ? { own: true } : {}),
    ...(draft.nonce === undefined ? {} : { nonce: draft.nonce }),
  };
  const { ip, userAgent, sessionId, detail, about, writes } = draft.internal;
  const internal: Internal = {
    v: 1,
    patient: patientId,
    account: draft.actor.accountId,
    resource: draft.resource,
    ip,
    userAgent: userAgent === null ? null : userAgent.slice(0, userAgentLimit),
    session: sessionId,
    ...(detail === undefined ? {} : { detail }),
    ...(about === undefined ? {} : { about }),
    ...(writes === undefined ? {} : { writes }),
  };
  return {
    disclosed: Buffer.from(JSON.stringify(disclosed)),
    disclosedSalt: newSalt(),
    internal: Buffer.from(JSON.stringify(internal)),
    internalSalt: newSalt(),
  };
};

/** salt || salt || be32(length of disclosed) || disclosed || internal: the plaintext of `audit.event.sealed`. */
export const packBody = (body: EventBody): Buffer => {
  const length = Buffer.allocUnsafe(4);
  length.writeUInt32BE(body.disclosed.length);
  return Buffer.concat([body.disclosedSalt, body.internalSalt, length, body.disclosed, body.internal]);
};

/** Undoes `packBody`; throws RangeError on a plaintext that cannot be one. */
export const unpackBody = (packed: Buffer): EventBody => {
  const head = 2 * saltBytes + 4;
  if (packed.length < head) throw new RangeError('event body too short');
  const end = head + packed.readUInt32BE(2 * saltBytes);
  if (end > packed.length) throw new RangeError('event body cut off');
  return {
    disclosedSalt: packed.subarray(0, saltBytes),
    internalSalt: packed.subarray(saltBytes, 2 * saltBytes),
    disclosed: packed.subarray(head, end),
    internal: packed.subarray(end),
  };
};

const sha256 = (...parts: Buffer[]): Buffer => hash('sha256', Buffer.concat(parts), 'buffer');

/** The two inner hashes of the commitment that do not depend on what was shown. */
export const bodyHashes = (body: EventBody): { disclosedHash: Buffer; internalHash: Buffer } => ({
  disclosedHash: sha256(body.disclosedSalt, body.disclosed),
  internalHash: sha256(body.internalSalt, body.internal),
});

const label = Buffer.from('pa1');

/** cmt = SHA256("pa1" || SHA256(s1||disclosed) || SHA256(s2||internal) || SHA256(s3||exposed)). */
export const commitment = (
  hashes: { disclosedHash: Buffer; internalHash: Buffer },
  exposedSalt: Buffer,
  exposed: Buffer,
): Buffer => sha256(label, hashes.disclosedHash, hashes.internalHash, sha256(exposedSalt, exposed));

/** Record ids as the log holds them: 16 bytes each, in the order shown. */
export const packIds = (ids: readonly string[]): Buffer => Buffer.from(ids.join('').replaceAll('-', ''), 'hex');

/** Undoes `packIds`. */
export const unpackIds = (bytes: Buffer): string[] => {
  const ids: string[] = [];
  for (let at = 0; at + 16 <= bytes.length; at += 16) {
    const hex = bytes.toString('hex', at, at + 16);
    ids.push(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`);
  }
  return ids;
};
