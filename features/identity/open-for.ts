import { bind } from '#platform/db/statement.ts';
import type { Contract } from '#platform/contract.ts';
import type { Tx } from '#platform/db/pool.ts';
import type { OpenContext, WriteRecord } from '#platform/operation.ts';
import { newToken, sha256 } from './codes.ts';
import type { Role } from './contract.ts';
import { openProfile, recordStep, type Core, type Step } from './core.ts';
import { deviceCookie, endOldSession, inOrder, newSession } from './session-open.ts';
import * as sql from './statements.ts';

const deviceCookieS = 400 * 24 * 60 * 60;

/** A session that exists once its transaction has committed. */
export type Opened = {
  /** Gives the caller the cookies. Call it after the commit only. */
  hand(ctx: OpenContext): { role: Role; roles: Role[] };
};

/**
 * Opens a session for somebody who has proved both factors in this transaction: ends the session the
 * caller came with, makes a fresh token, remembers the browser, and leaves history and log entries.
 * @param who.role the wanted role; the first one held when absent
 * @returns undefined when the account is disabled or does not hold the role
 */
export const openFor = async (
  core: Core,
  tx: Tx,
  contract: Contract,
  ctx: OpenContext,
  who: {
    accountId: string;
    role: Role | undefined;
    historyId: string;
    step: Step;
    knownDevice: boolean;
    writes?: readonly WriteRecord[];
    /** The patient whose account was made or renewed: an entry of her own log. */
    patientId?: string | null;
  },
): Promise<Opened | undefined> => {
  const [[account], [held]] = await tx.flight([
    bind(sql.findAccount, [who.accountId]),
    bind(sql.rolesOf, [who.accountId]),
  ]);
  const roles = inOrder(held?.roles ?? []);
  const role = who.role ?? roles[0];
  if (!account || role === undefined || !roles.includes(role)) return undefined;
  const { name } = await openProfile(core, who.accountId, account);
  await endOldSession(tx, ctx.sessionToken);
  const session = await newSession(core, { id: who.accountId, name, role });
  const deviceToken = who.knownDevice ? undefined : newToken();
  tx.atCommit(
    session.bound,
    ...(deviceToken === undefined ? [] : [bind(sql.rememberDevice, [sha256(deviceToken), who.accountId])]),
    ...(await recordStep(core, contract, ctx, {
      historyId: who.historyId,
      accountId: who.accountId,
      patientId: who.patientId ?? null,
      role,
      name,
      sessionId: session.sessionId,
      step: who.step,
      outcome: 'ok',
      ...(who.writes ? { writes: who.writes } : {}),
    })),
  );
  return {
    hand: (to) => {
      to.setSessionCookie(session.token);
      if (deviceToken !== undefined) to.setCookie(deviceCookie, deviceToken, deviceCookieS);
      return { role, roles };
    },
  };
};
