import { bind, type Bound } from '#platform/db/statement.ts';
import { capabilityOf, me, setCapability } from '#platform/db/actor.ts';
import type { Tx } from '#platform/db/pool.ts';
import { newId, type SessionId } from '#platform/ids.ts';
import type { Me } from '#platform/operation.ts';
import { newToken, sha256 } from './codes.ts';
import type { Role } from './contract.ts';
import { roles as roleOrder } from './contract.ts';
import type { IdentityDeps } from './core.ts';
import * as sql from './statements.ts';

/** Shorter than NIST SP 800-63B-4 allows at AAL2 (1 hour idle, 24 hours in all). Minutes. */
export const sessionLimits = (role: string): { idleMinutes: number; lifetimeMinutes: number } =>
  role === 'patient' || role === 'trusted_person'
    ? { idleMinutes: 15, lifetimeMinutes: 12 * 60 }
    : { idleMinutes: 10, lifetimeMinutes: 8 * 60 };

/** Holds a token that marks a browser which has signed in before; it signs nobody in. */
export const deviceCookie = '__Host-portico-device';

const actorAt = (sessionId: string) => ({
  table: 'access.session',
  column: 'actor_sealed',
  rowId: sessionId,
  version: 1,
});

/** The display name that was sealed into the session when it was opened; for the audit log. */
export const openActorName = async (core: Pick<IdentityDeps, 'sealer'>, row: Me): Promise<string> =>
  row.actor_sealed === null
    ? ''
    : (await core.sealer.key(row.account_id, 'identity')).open(actorAt(row.session_id), row.actor_sealed).toString();

/** Roles in the order in which one is chosen for somebody who names none. */
export const inOrder = (held: readonly string[]): Role[] => roleOrder.filter((role) => held.includes(role));

export type NewSession = {
  token: string;
  sessionId: string;
  /** Opens it for somebody who has proved both factors. */
  bound: Bound<unknown>;
  /** Puts it in the place of a live session of the same account, whose absolute limit it keeps; PT401 when that one ended first. */
  inPlaceOf(oldSessionId: string): Bound<unknown>;
};

/** A session with a fresh token: nothing the caller sent becomes part of it. */
export const newSession = async (
  core: Pick<IdentityDeps, 'sealer'>,
  account: { id: string; name: string; role: Role },
): Promise<NewSession> => {
  const token = newToken();
  const sessionId = newId<SessionId>();
  const actor = (await core.sealer.key(account.id, 'identity')).seal(actorAt(sessionId), Buffer.from(account.name));
  const capHash = sha256(Buffer.from(capabilityOf(token), 'hex'));
  const { idleMinutes, lifetimeMinutes } = sessionLimits(account.role);
  const [idle, lifetime] = [`${idleMinutes} minutes`, `${lifetimeMinutes} minutes`];
  return {
    token,
    sessionId,
    bound: bind(sql.openSession, [capHash, sessionId, account.id, account.role, 'aal2', null, actor, idle, lifetime]),
    inPlaceOf: (oldSessionId) =>
      bind(sql.replaceSession, [oldSessionId, account.id, capHash, sessionId, account.role, actor, idle]),
  };
};

/** Ends the session that the caller came with, if it is a live one: a sign-in replaces it. */
export const endOldSession = async (tx: Tx, oldToken: string | undefined): Promise<void> => {
  if (oldToken === undefined) return;
  const [, [old]] = await tx.flight([setCapability(capabilityOf(oldToken)), me(null)]);
  await tx.flight([...(old ? [bind(sql.revokeSession, [old.session_id, old.account_id])] : []), setCapability('')]);
};
