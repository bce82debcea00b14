import { randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { type KeyDomain, keyDomains } from './kms.ts';

const kekSchema = z.strictObject({
  version: z.int().check(z.gte(1), z.lte(0xffffffff)),
  key: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  createdAt: z.iso.datetime(),
});

/** The file as JSON: per domain the KEK versions, oldest first; the last is the current one. */
export const keyFileSchema = z.strictObject({
  format: z.literal('portico-keys/1'),
  id: z.uuid(),
  domains: z.strictObject(
    Object.fromEntries(
      keyDomains.map((domain) => [domain, z.array(kekSchema).check(z.minLength(1), z.maxLength(1000))]),
    ) as Record<KeyDomain, z.ZodMiniArray<typeof kekSchema>>,
  ),
});

export type KeyFile = z.output<typeof keyFileSchema>;
export type Kek = z.output<typeof kekSchema>;

/** A new KEK: 32 random bytes. */
export const newKek = (version: number, now: Date): Kek => ({
  version,
  key: randomBytes(32).toString('base64url'),
  createdAt: now.toISOString(),
});

/** A new key set: a random id and version 1 of each domain's KEK. */
export const newKeyFile = (now: Date): KeyFile => ({
  format: 'portico-keys/1',
  id: randomUUID(),
  domains: Object.fromEntries(keyDomains.map((domain) => [domain, [newKek(1, now)]])) as KeyFile['domains'],
});
