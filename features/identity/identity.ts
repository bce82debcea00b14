import { bind } from '#platform/db/statement.ts';
import { isAppError } from '#platform/errors.ts';
import { systemSubject, type Sealer } from '#platform/kms/sealer.ts';
import type { Pool } from '#platform/db/pool.ts';
import type { Handler, Me } from '#platform/operation.ts';
import type { OpaqueClient } from './client/opaque.ts';
import { openProfile, type Core, type IdentityDeps } from './core.ts';
import { decoyFactor } from './factors.ts';
import { identityHandlers } from './routes.ts';
import { inviteFirstAdministrator } from './invitation.ts';
import { makeAccount, type MadeAccount, type NewAccount } from './make-account.ts';
import { createOpaqueServer, createOpaqueSetup } from './opaque.ts';
import { openActorName } from './session-open.ts';
import { withPrintedText } from './desk/printed-text.ts';
import { inviteApprover } from './staff/invite-approver.ts';
import * as sql from './statements.ts';

export type Identity = {
  /** For server/routes.ts. */
  handlers: readonly Handler[];
  /** The runner's port: the display name that was sealed into a session. */
  actorName: (me: Me) => Promise<string>;
  /** Display names of accounts, for whoever reviews the log; accounts that are gone are left out. */
  accountNames: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Enrols an account without a browser: demo clinic and tests. */
  makeAccount: (account: NewAccount, client?: OpaqueClient) => Promise<MadeAccount>;
  /** For `portico serve --init`: gives the invitation code. Throws `conflict` when accounts exist. */
  inviteAdministrator: (person: { name: string; email: string }) => Promise<string>;
  /** For `portico invite-approver`: gives the code of a letter that the clinic approves. */
  inviteApprover: (person: { name: string; email: string }) => Promise<string>;
};

const setupAt = { table: 'identity.server_secret', column: 'wrapped', rowId: systemSubject, version: 1 };

/**
 * The OPAQUE server setup: made once per installation, sealed in the identity domain, so that a dump of
 * the database without the KMS allows no guessing. Losing the KMS loses every password.
 */
const loadSetup = async (pool: Pool, sealer: Sealer): Promise<string> => {
  const key = await sealer.key(systemSubject, 'identity');
  const [[found]] = await pool.run([bind(sql.findSecret, ['opaque-setup'])]);
  if (found?.wrapped) return key.open(setupAt, found.wrapped).toString();
  const made = key.seal(setupAt, Buffer.from(await createOpaqueSetup()));
  // Another process may have been first: both use what is stored.
  const [[kept]] = await pool.run([bind(sql.keepSecret, ['opaque-setup', made])]);
  return key.open(setupAt, kept!.wrapped).toString();
};

const namesOf = async (core: Core, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const names = new Map<string, string>();
  for (const id of accountIds) {
    const [[row]] = await core.pool.run([bind(sql.findAccount, [id])]);
    if (!row) continue;
    try {
      names.set(id, (await openProfile(core, id, row)).name);
    } catch (error) {
      // A profile that was damaged must not hide the entries about it.
      if (!isAppError(error) || error.kind !== 'integrity') throw error;
    }
  }
  return names;
};

/** Starts identity: loads (or makes) the server's secret. `deps.pool` must be of role `app_identity`. */
export const createIdentity = async (deps: IdentityDeps): Promise<Identity> => {
  await deps.sealer.prepare(['identity']);
  const opaque = await createOpaqueServer(await loadSetup(deps.pool, deps.sealer));
  const patients = withPrintedText(deps.patients);
  const core: Core = { ...deps, patients, opaque, decoy: await decoyFactor(deps) };
  return {
    handlers: identityHandlers(core),
    actorName: (me) => openActorName(core, me),
    accountNames: (accountIds) => namesOf(core, accountIds),
    makeAccount: (account, client) => makeAccount(core, account, client),
    inviteAdministrator: (person) => inviteFirstAdministrator(core, person),
    inviteApprover: (person) => inviteApprover(core, person),
  };
};
