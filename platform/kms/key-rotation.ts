import type { Pool } from '#platform/db/pool.ts';
import { bind, statement } from '#platform/db/statement.ts';
import { type KeyDomain, keyDomains, type Kms } from './kms.ts';
import { dataKeyContext } from './sealer.ts';

const batchSize = 500;

const listOutdated = statement({
  name: 'sealed.listOutdatedDataKeys',
  text: `select subject_id, version, wrapped from sealed.data_key
    where domain = $1 and kek_id <> $2 order by subject_id, version limit ${batchSize}`,
  params: ['text', 'text'],
  columns: { subject_id: 'uuid', version: 'int4', wrapped: 'bytea' },
});

// The old wrapped bytes stand in the condition: a key that somebody else re-wrapped meanwhile is left alone.
const replaceWrapped = statement({
  name: 'sealed.replaceWrapped',
  text: `update sealed.data_key k set wrapped = $5, kek_id = $6
    where k.subject_id = $1 and k.domain = $2 and k.version = $3 and k.wrapped = $4`,
  params: ['uuid', 'text', 'int4', 'bytea', 'bytea', 'text'],
});

const countByKek = statement({
  name: 'sealed.countDataKeysByKek',
  text: `select domain, kek_id, count(*)::int8 as keys from sealed.data_key group by domain, kek_id
    order by domain, kek_id limit 1000`,
  columns: { domain: 'text', kek_id: 'text', keys: 'int8' },
});

// A head's MAC begins with the version of the data key that made it: rows and heads are written together.
const countRowsByKeyAge = statement({
  name: 'sealed.countRowsByKeyAge',
  text: `with newest as (
      select subject_id, max(version) as version from sealed.data_key
      where domain = $1 and version > 1 and active_from <= now() group by subject_id)
    select count(*)::int8 as rows, count(*) filter (where ('x' || encode(substring(h.mac from 1 for 4), 'hex'))::bit(32)::int
        < n.version)::int8 as outdated
    from newest n join sealed.row_head h on h.subject_id = n.subject_id and h.table_name like $1 || '.%' and not h.deleted`,
  params: ['text'],
  columns: { rows: 'int8', outdated: 'int8' },
});

export type RotationProgress = { readonly domain: KeyDomain; readonly done: number; readonly total: number };

/**
 * KEK rotation: makes a new KEK and re-wraps every data key of the domain under it. Data keys and rows
 * stay as they are. Safe to stop and run again: `rewrapDataKeys` goes on where it was.
 * @param pool connections that act as `app_owner`, which alone may rewrite wrapped keys
 */
export const rotateKek = async (
  { kms, pool }: { kms: Kms; pool: Pick<Pool, 'run'> },
  domain: KeyDomain,
  onProgress: (progress: RotationProgress) => void = () => {},
): Promise<{ kekId: string; rewrapped: number }> => {
  const kekId = await kms.rotate(domain);
  return { kekId, rewrapped: await rewrapDataKeys({ kms, pool }, domain, onProgress) };
};

/** Re-wraps, under the domain's current KEK, what is still wrapped under an older one. Gives how many. */
export const rewrapDataKeys = async (
  { kms, pool }: { kms: Kms; pool: Pick<Pool, 'run'> },
  domain: KeyDomain,
  onProgress: (progress: RotationProgress) => void = () => {},
): Promise<number> => {
  const kekId = await kms.currentKekId(domain);
  const total = await countOutdated(pool, domain, kekId);
  let done = 0;
  for (;;) {
    const [outdated] = await pool.run([bind(listOutdated, [domain, kekId])]);
    if (outdated.length === 0) return done;
    const replacements = await Promise.all(
      outdated.map(async ({ subject_id: subjectId, version, wrapped }) => {
        const context = dataKeyContext(domain, subjectId, version);
        const rewrapped = await kms.wrap(domain, await kms.unwrap(domain, wrapped, context), context);
        return bind(replaceWrapped, [subjectId, domain, version, wrapped, rewrapped, kekId]);
      }),
    );
    await pool.run(replacements);
    done += outdated.length;
    onProgress({ domain, done, total: Math.max(total, done) });
  }
};

const countOutdated = async (pool: Pick<Pool, 'run'>, domain: KeyDomain, kekId: string): Promise<number> => {
  const [counts] = await pool.run([bind(countByKek)]);
  return counts
    .filter((count) => count.domain === domain && count.kek_id !== kekId)
    .reduce((sum, count) => sum + count.keys, 0);
};

export type DomainKeyStatus = {
  readonly domain: KeyDomain;
  readonly kekId: string;
  /** Wrapped data keys, and how many of them are not yet under the current KEK. */
  readonly dataKeys: number;
  readonly toRewrap: number;
  /** Rows of subjects whose data key was rotated, and how many of them are still under an older one. */
  readonly rowsOfRotatedSubjects: number;
  readonly rowsToReseal: number;
};

/** Where rotation stands, per domain (`portico keys status`). `pool` acts as `app_owner`. */
export const keyStatus = async ({ kms, pool }: { kms: Kms; pool: Pick<Pool, 'run'> }): Promise<DomainKeyStatus[]> => {
  const [counts] = await pool.run([bind(countByKek)]);
  const statuses: DomainKeyStatus[] = [];
  for (const domain of keyDomains) {
    const kekId = await kms.currentKekId(domain);
    const ofDomain = counts.filter((count) => count.domain === domain);
    const sum = (of: readonly { keys: number }[]) => of.reduce((total, count) => total + count.keys, 0);
    const [[rows]] = await pool.run([bind(countRowsByKeyAge, [domain])]);
    statuses.push({
      domain,
      kekId,
      dataKeys: sum(ofDomain),
      toRewrap: sum(ofDomain.filter((count) => count.kek_id !== kekId)),
      rowsOfRotatedSubjects: rows?.rows ?? 0,
      rowsToReseal: rows?.outdated ?? 0,
    });
  }
  return statuses;
};
