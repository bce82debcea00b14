import { AppError } from '#platform/errors.ts';
import { bind } from '#platform/db/statement.ts';
import type { IdentityDeps } from './core.ts';
import * as sql from './statements.ts';

/**
 * Limits that cannot lock a victim out. Every sign-in start is one password guess (OPAQUE lets the
 * client find out by itself), so starts are counted, and given back when the guess was right.
 *
 * - A browser that has signed in to this account before has a bucket of its own: whatever an attacker
 *   does elsewhere, its owner still gets in.
 * - All others share: per name and address, then per address, then per name. The first full bucket
 *   stops the count, so one attacker cannot use up the name's bucket alone.
 *
 * NIST SP 800-63B-4 section 3.2.2: at most 100 failed tries on an account. Who fills a name's bucket over
 * many networks shuts nobody out: a code of the authenticator, shown first, lets a password try through
 * (1 in 333,000 guesses of one passes, and buys one guess of the password).
 */
const quarterHourS = 15 * 60;
const dayS = 24 * 60 * 60;

const limits = {
  device: { limit: 10, windowS: quarterHourS },
  /** A stolen browser cookie must not allow endless guesses. */
  deviceADay: { limit: 50, windowS: dayS },
  nameAndAddress: { limit: 10, windowS: quarterHourS },
  address: { limit: 100, windowS: quarterHourS },
  name: { limit: 100, windowS: dayS },
} as const;

type BucketName = keyof typeof limits | 'invitation';
export type Bucket = { of: BucketName; key: Buffer; limit: number; windowS: number };

type Keys = Pick<IdentityDeps, 'sealer' | 'pool'>;

const keyOf = (keys: Keys, ...parts: string[]): Buffer => keys.sealer.directoryToken('identity.throttle.key', parts);

/** The network an address belongs to: a home or phone with IPv6 owns a whole /64. */
const networkOf = (ip: string | null): string => {
  if (ip === null) return 'none';
  if (!ip.includes(':') || ip.startsWith('::ffff:')) return ip.replace('::ffff:', '');
  const [head = '', tail] = ip.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail?.split(':').filter(Boolean) ?? [];
  const full =
    tail === undefined
      ? front
      : [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back];
  return full.slice(0, 4).join(':');
};

/**
 * Buckets of one try. `purpose` keeps passwords, codes and recoveries apart; `name` is the name's blind
 * token or the account id; `device` is the hash of a browser cookie that is known to belong to it. What
 * cannot be guessed by many (a recovery code of 160 bits; a code that only opens the way to the password)
 * has no bucket over all networks, which strangers could fill.
 */
export const bucketsOf = (
  keys: Keys,
  purpose: 'password' | 'code' | 'code-first' | 'recovery',
  name: string,
  ip: string | null,
  device: string | undefined,
): Bucket[] => {
  const bucket = (of: keyof typeof limits, key: string, ...parts: string[]): Bucket => ({
    of,
    key: keyOf(keys, purpose, key, ...parts),
    ...limits[of],
  });
  if (device !== undefined)
    return [bucket('device', 'device', name, device), bucket('deviceADay', 'device-a-day', name, device)];
  const network = networkOf(ip);
  return [
    bucket('nameAndAddress', 'name-and-address', name, network),
    bucket('address', 'address', network),
    ...(purpose === 'password' || purpose === 'code' ? [bucket('name', 'name', name)] : []),
  ];
};

/** Buckets of somebody who tries invitation codes; there is no name to protect yet. */
export const invitationBuckets = (keys: Keys, ip: string | null): Bucket[] => [
  { of: 'invitation', key: keyOf(keys, 'invitation', 'address', networkOf(ip)), limit: 30, windowS: quarterHourS },
];

/** The statement that counts one try in all of them. */
export const countBound = (buckets: readonly Bucket[]) =>
  bind(sql.consume, [
    buckets.map(({ key }) => key),
    buckets.map(({ limit }) => limit),
    buckets.map(({ windowS }) => windowS),
  ]);

/**
 * Why a try does not count: its full bucket, and for how many more seconds. `isFirst`: it just became
 * full. Only that refusal goes into the history and the log, which nobody may flood; the bucket counts the rest.
 */
export type Refused = { bucket: BucketName; isFirst: boolean; waitS: number };

export const refusedBy = (
  buckets: readonly Bucket[],
  counted: { full_key: number; is_first: boolean; wait_s: number } | undefined,
): Refused | undefined => {
  const full = counted === undefined ? buckets[0] : buckets[counted.full_key - 1];
  return full && { bucket: full.of, isFirst: counted?.is_first ?? false, waitS: counted?.wait_s ?? full.windowS };
};

/** Counts one try; what refuses it, when a bucket is full. Atomic: of any number at once exactly the limit pass. */
export const countTry = async (keys: Keys, buckets: readonly Bucket[]): Promise<Refused | undefined> =>
  refusedBy(buckets, (await keys.pool.run([countBound(buckets)]))[0][0]);

/** Gives a try back: what was right was no guess. */
export const giveBack = (keys: readonly Buffer[]) => bind(sql.refund, [keys]);

const inWords = (seconds: number): string =>
  seconds < 2 * 3600 ? `${Math.ceil(seconds / 60)} minutes` : `${Math.ceil(seconds / 3600)} hours`;

/** @param canShowCode the way out of a name's full bucket: the answer then names the field `body.code` */
export const tooMany = (refused: Refused, canShowCode = false): AppError =>
  new AppError(
    'too-many',
    `Too many tries. Wait ${inWords(refused.waitS)}, or use a browser you have signed in with before.`,
    {
      retryAfterSeconds: refused.waitS,
      ...(canShowCode && refused.bucket === 'name'
        ? { fields: [{ path: 'body.code', message: 'Or give the code of your authenticator app first.' }] }
        : {}),
    },
  );
