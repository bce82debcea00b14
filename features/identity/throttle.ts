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
 * NIST SP 800-63B-4 section 3.2.2: at most 100 failed tries on an account.
 */
const quarterHourS = 15 * 60;
const dayS = 24 * 60 * 60;

export type Bucket = { key: Buffer; limit: number; windowS: number };

const limits = {
  device: { limit: 10, windowS: quarterHourS },
  /** A stolen browser cookie must not allow endless guesses. */
  deviceADay: { limit: 50, windowS: dayS },
  nameAndAddress: { limit: 10, windowS: quarterHourS },
  address: { limit: 100, windowS: quarterHourS },
  name: { limit: 100, windowS: dayS },
} as const;

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
 * token or the account id; `device` is the hash of a browser cookie that is known to belong to it.
 */
export const bucketsOf = (
  keys: Keys,
  purpose: 'password' | 'code' | 'recovery',
  name: string,
  ip: string | null,
  device: string | undefined,
): Bucket[] => {
  if (device !== undefined) {
    return [
      { key: keyOf(keys, purpose, 'device', name, device), ...limits.device },
      { key: keyOf(keys, purpose, 'device-a-day', name, device), ...limits.deviceADay },
    ];
  }
  const network = networkOf(ip);
  return [
    { key: keyOf(keys, purpose, 'name-and-address', name, network), ...limits.nameAndAddress },
    { key: keyOf(keys, purpose, 'address', network), ...limits.address },
    { key: keyOf(keys, purpose, 'name', name), ...limits.name },
  ];
};

/** Buckets of somebody who tries invitation codes; there is no name to protect yet. */
export const invitationBuckets = (keys: Keys, ip: string | null): Bucket[] => [
  { key: keyOf(keys, 'invitation', 'address', networkOf(ip)), limit: 30, windowS: quarterHourS },
];

/** Counts one try; false when a bucket is full. Atomic: of any number at once exactly the limit pass. */
export const countTry = async (keys: Keys, buckets: readonly Bucket[]): Promise<boolean> => {
  const [[answer]] = await keys.pool.run([
    bind(sql.consume, [
      buckets.map(({ key }) => key),
      buckets.map(({ limit }) => limit),
      buckets.map(({ windowS }) => windowS),
    ]),
  ]);
  return answer?.full_key === 0;
};

/** Gives a try back: what was right was no guess. */
export const giveBack = (keys: readonly Buffer[]) => bind(sql.refund, [keys]);

export const tooMany = (): AppError =>
  new AppError('too-many', 'Too many tries. Wait 15 minutes, or use a browser you have signed in with before.', {
    retryAfterSeconds: quarterHourS,
  });
