import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { lengthPrefixed, type Kms } from '#platform/kms/kms.ts';

/**
 * The log keys: one random secret per patient, which marks her entries to her and to nobody else.
 * Wrapped by the KMS in the audit domain, apart from her data keys: rotating or shredding those
 * leaves a log that must be kept for six years readable.
 */
const logKeyContext = (patientId: string, version: number): Buffer =>
  lengthPrefixed('portico/v1/log-key', patientId, String(version));

export const wrapLogKey = (kms: Kms, patientId: string, version: number, key: Buffer): Promise<Buffer> =>
  kms.wrap('audit', key, logKeyContext(patientId, version));

export const unwrapLogKey = (kms: Kms, patientId: string, version: number, wrapped: Buffer): Promise<Buffer> =>
  kms.unwrap('audit', wrapped, logKeyContext(patientId, version));

export const wrapSigningSeed = (kms: Kms, vkey: string, seed: Buffer): Promise<Buffer> =>
  kms.wrap('audit', seed, lengthPrefixed('portico/v1/log-signing-key', vkey));

export const unwrapSigningSeed = (kms: Kms, vkey: string, wrapped: Buffer): Promise<Buffer> =>
  kms.unwrap('audit', wrapped, lengthPrefixed('portico/v1/log-signing-key', vkey));

/** Log keys by patient, unwrapped at most every five minutes. */
export const createLogKeys = (kms: Kms) => {
  const cache = new LRUCache<string, Buffer>({ max: 10_000, ttl: 5 * 60_000 });
  return {
    open: async (patientId: string, version: number, wrapped: Buffer): Promise<Buffer> => {
      const name = `${patientId}/${version}`;
      const known = cache.get(name);
      if (known) return known;
      const key = await unwrapLogKey(kms, patientId, version, wrapped);
      cache.set(name, key);
      return key;
    },
    make: async (patientId: string): Promise<{ key: Buffer; wrapped: Buffer }> => {
      const key = randomBytes(32);
      return { key, wrapped: await wrapLogKey(kms, patientId, 1, key) };
    },
  };
};

export type LogKeys = ReturnType<typeof createLogKeys>;
