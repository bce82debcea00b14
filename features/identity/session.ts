import { AppError } from '#platform/errors.ts';
import { bind } from '#platform/db/statement.ts';
import { me, touchSession } from '#platform/db/actor.ts';
import type { InputOf } from '#platform/contract.ts';
import type { Context, Me, WriteTx } from '#platform/operation.ts';
import type { Role, switchRole as switchRoleContract } from './contract.ts';
import { openProfile, type Core } from './core.ts';
import { inOrder, newSession } from './session-open.ts';
import * as sql from './statements.ts';

const deadlinesOf = (core: Core, row: Pick<Me, 'idle_deadline' | 'absolute_deadline'>) => ({
  now: core.clock.now().toISOString(),
  idleAt: row.idle_deadline.toISOString(),
  endsAt: row.absolute_deadline.toISOString(),
});

/** Names of other people's records are a look at them: an entry of each one's log, at the session's first look. */
const recordFirstLook = async (tx: WriteTx, patientIds: readonly string[]): Promise<void> => {
  if (patientIds.length === 0 || !(await tx.get(sql.firstLook)).first) return;
  for (const patientId of patientIds) tx.audit({ patientId, category: 'demographics', detail: 'name, at sign-in' });
};

/** Who is signed in, read under her own row policies. */
export const readSession = async (core: Core, tx: WriteTx, ctx: Context) => {
  const { accountId } = ctx.actor;
  const [[installation], [account], patients, [replaced]] = await tx.flight([
    bind(sql.findInstallation),
    bind(sql.findOwnAccount, [accountId]),
    bind(sql.myPatients),
    bind(sql.findFactorsReplaced, [accountId]),
  ]);
  const [[held], [renewal]] = await core.pool.run([bind(sql.rolesOf, [accountId]), bind(sql.findRenewal, [accountId])]);
  if (!account) throw new AppError('unauthenticated');
  const profile = await openProfile(core, accountId, account);
  const shown = patients.filter(
    ({ kind }) =>
      (kind === 'self' && ctx.me.role === 'patient') || (kind === 'trusted_person' && ctx.me.role === 'trusted_person'),
  );
  await recordFirstLook(
    tx,
    shown.filter(({ kind }) => kind !== 'self').map(({ patient_id }) => patient_id),
  );
  const names =
    shown.length === 0
      ? new Map<string, string>()
      : await core.patients.names(
          tx,
          shown.map(({ patient_id }) => patient_id),
        );
  return {
    accountId,
    name: profile.name,
    signInName: profile.signInName,
    language: profile.language,
    role: ctx.me.role as Role,
    roles: inOrder(held?.roles ?? []),
    patients: shown.map((row) => ({
      id: row.patient_id,
      // A name that cannot be read (the record is not imported yet) leaves the account's own.
      name: names.get(row.patient_id) ?? (row.kind === 'self' ? profile.name : ''),
      relationship: row.kind as 'self' | 'trusted_person',
      viewAreas: row.view_areas,
      actAreas: row.act_areas,
    })),
    deadlines: deadlinesOf(core, ctx.me),
    factorsReplacedAt: replaced?.at?.toISOString() ?? null,
    renewalAsked: renewal ? { askedAt: renewal.asked_at.toISOString(), opensAt: renewal.opens_at.toISOString() } : null,
    demo: installation?.demo ?? false,
    clinic: { name: installation?.clinic_name ?? '', phone: installation?.clinic_phone ?? '' },
  };
};

/** The person is still here. The database moves the idle deadline at most once a minute. */
export const extendSession = async (core: Core, tx: WriteTx) => {
  const [, [row]] = await tx.flight([touchSession(), me(null)]);
  if (!row) throw new AppError('unauthenticated');
  return deadlinesOf(core, row);
};

/**
 * Goes on in another role: a new session with a new token, the old one ends. The absolute limit stays.
 * This and the sign-outs run on the identity pool, so that what they change and its event are one transaction.
 */
export const switchRole = async (
  core: Core,
  tx: WriteTx,
  { body }: InputOf<typeof switchRoleContract>,
  ctx: Context,
) => {
  const { accountId, sessionId } = ctx.actor;
  const roles = inOrder((await tx.get(sql.rolesOf, [accountId])).roles);
  if (!roles.includes(body.role)) throw new AppError('forbidden', 'This account does not hold that role.');
  const session = await newSession(core, { id: accountId, name: ctx.actor.name, role: body.role });
  await tx.flight([session.inPlaceOf(sessionId)]);
  tx.audit({ patientId: null, detail: `role ${ctx.me.role} to ${body.role}` });
  ctx.setSessionCookie(session.token);
  return { role: body.role, roles };
};

/** Ends this session at once; the browser's HTTP cache is cleared, its stored checkpoint and drafts stay. */
export const signOut = async (tx: WriteTx, ctx: Context) => {
  await tx.flight([bind(sql.endSession, [ctx.actor.sessionId, ctx.actor.accountId])]);
  ctx.clearSessionCookie();
  return {};
};

/** Ends every session of the account and forgets its browsers. */
export const signOutEverywhere = async (tx: WriteTx, ctx: Context) => {
  await tx.flight([
    bind(sql.revokeAccountSessions, [ctx.actor.accountId]),
    bind(sql.forgetDevices, [ctx.actor.accountId]),
  ]);
  ctx.clearSessionCookie();
  return {};
};
