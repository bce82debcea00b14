import { bind, type Bound, type RowOf } from '#platform/db/statement.ts';
import type { Tx } from '#platform/db/pool.ts';
import { AppError } from '#platform/errors.ts';
import { newId, type Id } from '#platform/ids.ts';
import { systemSubject } from '#platform/kms/sealer.ts';
import type { WriteRecord } from '#platform/operation.ts';
import { sha256 } from './codes.ts';
import type { IdentityDeps } from './core.ts';
import * as sql from './statements.ts';

/** What a person proves herself with. They are made and replaced together. */
const names = ['credential', 'totp', 'recovery'] as const;
type FactorName = (typeof names)[number];

export type Factors = {
  /** OPAQUE registration record. */
  record: string;
  /** Base32. */
  totpSecret: string;
  /** The step of the code that confirmed the app; used up. */
  step: number;
  /** SHA-256 of the recovery proof. */
  recoveryHash: Buffer;
};

type FactorRow = Omit<RowOf<typeof sql.listFactors>, 'name'>;
type Sealing = Pick<IdentityDeps, 'sealer'>;

const tableOf = (name: FactorName): string => `identity.${name}`;
const systemKey = (core: Sealing) => core.sealer.key(systemSubject, 'identity');

/**
 * Opens one factor. Throws AppError 'integrity' unless the row is the newest that the program wrote:
 * an old password put back by a superuser is no password.
 */
export const openFactor = async (core: Sealing, name: FactorName, row: FactorRow): Promise<string> => {
  const { id: rowId, sealed, head_version: version, head_deleted: deleted, head_mac: mac } = row;
  if (version === null || deleted === null || mac === null)
    throw new AppError('integrity', 'A factor has lost its head.');
  const key = await systemKey(core);
  key.checkHead({ table: tableOf(name), rowId, version, deleted }, mac);
  return key.open({ table: tableOf(name), column: 'sealed', rowId, version }, sealed).toString();
};

/** A row of nobody with the same cost to open: what unknown names get. */
export const decoyFactor = async (core: Sealing): Promise<FactorRow> => {
  const key = await systemKey(core);
  const at = { table: tableOf('credential'), rowId: systemSubject, version: 1 };
  return {
    id: systemSubject,
    // As long as a real record, so that opening it takes as long.
    sealed: key.seal({ ...at, column: 'sealed' }, Buffer.alloc(256, 'A')),
    head_version: 1,
    head_deleted: false,
    head_mac: key.head({ ...at, deleted: false }),
  };
};

/** Authenticator secret and recovery hash of an account; undefined when there is no such account. */
export const findFactors = async (
  core: Sealing,
  tx: Tx,
  accountId: string,
): Promise<{ totpSecret: string; recoveryHash: Buffer } | undefined> => {
  const rows = await tx.all(sql.listFactors, [accountId]);
  const open = async (name: FactorName): Promise<string | undefined> => {
    const row = rows.find((one) => one.name === name);
    return row && openFactor(core, name, row);
  };
  const [totpSecret, recovery] = [await open('totp'), await open('recovery')];
  return totpSecret === undefined || recovery === undefined
    ? undefined
    : { totpSecret, recoveryHash: Buffer.from(recovery, 'hex') };
};

type Sealed = { bound: Bound<{ put: boolean }>; writes: WriteRecord[] };

const sealFactors = async (
  core: Sealing,
  accountId: string,
  factors: Factors,
  place: { ids: Record<FactorName, string>; version: number },
): Promise<Sealed> => {
  const key = await systemKey(core);
  const { ids, version } = place;
  const plain = {
    credential: factors.record,
    totp: factors.totpSecret,
    recovery: factors.recoveryHash.toString('hex'),
  };
  const sealed = names.map((name) =>
    key.seal({ table: tableOf(name), column: 'sealed', rowId: ids[name], version }, Buffer.from(plain[name])),
  );
  const macs = names.map((name) => key.head({ table: tableOf(name), rowId: ids[name], version, deleted: false }));
  return {
    bound: bind(sql.putFactors, [accountId, version, names.map((name) => ids[name]), sealed, macs, factors.step]),
    writes: names.map((name, index) => ({
      table: tableOf(name),
      id: ids[name],
      version,
      hash: sha256(sealed[index]!).toString('hex'),
    })),
  };
};

/** The first factors of a new account. `writes` go into the event of the same transaction. */
export const firstFactors = (core: Sealing, accountId: string, factors: Factors): Promise<Sealed> =>
  sealFactors(core, accountId, factors, {
    ids: { credential: newId<Id>(), totp: newId<Id>(), recovery: newId<Id>() },
    version: 1,
  });

/** Replaces all factors of an account; undefined when it is gone or somebody else was faster. */
export const replaceFactors = async (
  core: Sealing,
  tx: Tx,
  accountId: string,
  factors: Factors,
): Promise<WriteRecord[] | undefined> => {
  const rows = await tx.all(sql.listFactors, [accountId]);
  const idOf = (name: FactorName): string | undefined => rows.find((row) => row.name === name)?.id;
  const [credential, totp, recovery] = names.map(idOf);
  const version = rows.find((row) => row.name === 'credential')?.head_version;
  if (!credential || !totp || !recovery || !version) return undefined;
  const { bound, writes } = await sealFactors(core, accountId, factors, {
    ids: { credential, totp, recovery },
    version: version + 1,
  });
  const [[answer]] = await tx.flight([bound]);
  return answer?.put ? writes : undefined;
};
