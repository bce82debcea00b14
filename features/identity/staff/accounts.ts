import type { InputOf } from '#platform/contract.ts';
import { bind } from '#platform/db/statement.ts';
import type { Tx } from '#platform/db/pool.ts';
import { AppError } from '#platform/errors.ts';
import type { Context, WriteTx } from '#platform/operation.ts';
import { openProfile, type Core } from '../core.ts';
import { inOrder } from '../session-open.ts';
import { STAFF_PAGE, STAFF_SEARCHED, type StaffMember } from './contract.ts';
import type * as contract from './contract.ts';
import * as sql from './statements.ts';

/** Compared without accents and capitals: "jose" finds "José". */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

type AccountNames = ReadonlyMap<string, { name: string; signInName: string }>;

/** Every account of staff, opened; newest first. Names are sealed one by one, so this is what a search costs. */
const openAccounts = async (core: Core, tx: Tx) => {
  const [rows, held] = await tx.flight([bind(sql.listStaff, [STAFF_SEARCHED]), bind(sql.staffRoles)]);
  await core.sealer.keys(
    rows.map((row) => row.account_id),
    'identity',
  );
  const roles = Map.groupBy(held, (row) => row.account_id);
  return Promise.all(
    rows.map(async (row) => ({
      row,
      profile: await openProfile(core, row.account_id, row),
      roles: roles.get(row.account_id) ?? [],
    })),
  );
};

/** Names of all accounts of staff, for lists that name who asked or decided. */
export const staffNames = async (core: Core, tx: Tx): Promise<AccountNames> =>
  new Map((await openAccounts(core, tx)).map(({ row, profile }) => [row.account_id, profile]));

export const listStaff = async (
  core: Core,
  tx: WriteTx,
  { body }: InputOf<typeof contract.listStaff>,
  ctx: Context,
) => {
  const words = plain(body.words ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const found = (await openAccounts(core, tx)).filter(({ profile }) => {
    const text = plain(`${profile.name} ${profile.signInName}`);
    return words.every((word) => text.includes(word));
  });
  const staff = found.slice(0, STAFF_PAGE).map(({ row, profile, roles }): StaffMember => ({
    id: row.account_id,
    name: profile.name,
    signInName: profile.signInName,
    isActive: row.disabled_at === null,
    isSelf: row.account_id === ctx.actor.accountId,
    createdAt: row.created_at.toISOString(),
    lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
    roles: inOrder(roles.map(({ role }) => role)).map((role) => ({
      role: role as StaffMember['roles'][number]['role'],
      until: roles.find((one) => one.role === role)?.until_at?.toISOString() ?? null,
    })),
  }));
  tx.audit({ patientId: null, recordIds: staff.map(({ id }) => id), detail: 'list of staff' });
  return { staff: staff.toSorted((a, b) => a.name.localeCompare(b.name)), more: found.length > STAFF_PAGE };
};

/** The account of staff, locked until the end of the transaction. Throws `not-found` for anybody else's. */
export const takeStaff = async (core: Core, tx: Tx, accountId: string) => {
  const row = await tx.find(sql.takeStaff, [accountId]);
  if (!row) throw new AppError('not-found');
  return { ...(await openProfile(core, accountId, row)), isActive: row.disabled_at === null };
};

const refusals: Readonly<Record<string, string>> = {
  'own-account': 'Another administrator switches your account off.',
  'last-administrator': 'This is the last administrator. Make another one first.',
};

/** What the database answered: whether something changed, or why it may not. */
export const hasChanged = (outcome: string): boolean => {
  const refusal = refusals[outcome];
  if (refusal) throw new AppError('conflict', refusal);
  return outcome === 'done';
};

export const setStaffState = async (
  core: Core,
  tx: WriteTx,
  { params, body }: InputOf<typeof contract.setStaffState>,
) => {
  const account = await takeStaff(core, tx, params.accountId);
  const changed = hasChanged((await tx.get(sql.setStaffState, [params.accountId, body.active])).outcome);
  const did = `account of ${account.name} switched ${body.active ? 'on' : 'off'}`;
  tx.audit({ patientId: null, recordIds: [params.accountId], detail: changed ? did : 'unchanged' });
  return { changed };
};

export const endStaffSessions = async (
  core: Core,
  tx: WriteTx,
  { params }: InputOf<typeof contract.endStaffSessions>,
) => {
  const account = await takeStaff(core, tx, params.accountId);
  const { ended } = await tx.get(sql.endStaffSessions, [params.accountId]);
  tx.audit({ patientId: null, recordIds: [params.accountId], detail: `sign-ins of ${account.name} ended` });
  return { ended };
};
