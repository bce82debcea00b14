import type { InputOf } from '#platform/contract.ts';
import { sqlState } from '#platform/db/pool.ts';
import { bind } from '#platform/db/statement.ts';
import { AppError } from '#platform/errors.ts';
import { newId, type Id, type RoleGrantId } from '#platform/ids.ts';
import { systemSubject } from '#platform/kms/sealer.ts';
import type { Context, WriteTx } from '#platform/operation.ts';
import { openSystem, sealSystem, type Core } from '../core.ts';
import { openInvitation } from '../invitation.ts';
import { isStaffAccount, refuseMixedRoles } from '../roles.ts';
import { rolesOf } from '../statements.ts';
import { hasChanged, staffNames, takeStaff } from './accounts.ts';
import { refuseUnapprovable } from './approval.ts';
import type { RoleRequest } from './contract.ts';
import type * as contract from './contract.ts';
import * as sql from './statements.ts';

const reasonAt = (id: string) => ({ table: 'identity.role_request', column: 'sealed', rowId: id, version: 1 });

/** An administrator asks; the role begins when somebody else approves. */
export const askRole = async (core: Core, tx: WriteTx, { params, body }: InputOf<typeof contract.askRole>) => {
  const account = await takeStaff(core, tx, params.accountId);
  if (!account.isActive) throw new AppError('conflict', 'This account is switched off. Switch it on first.');
  if (body.until !== undefined && Date.parse(body.until) <= core.clock.now().getTime())
    throw new AppError('invalid', undefined, { fields: [{ path: 'body.until', message: 'must lie in the future' }] });
  const { roles } = await tx.get(rolesOf, [params.accountId]);
  if (roles.length > 0 && !isStaffAccount(roles))
    throw new AppError('conflict', 'This is somebody’s own account: it takes no role of staff.');
  refuseMixedRoles(body.role, roles);
  const id = newId<Id>();
  const until = body.until === undefined ? null : new Date(body.until);
  const sealed = await sealSystem(core, reasonAt(id), JSON.stringify({ reason: body.reason }));
  const values = [id, newId<RoleGrantId>(), params.accountId, body.role, until, sealed];
  const { outcome } = await tx.get(sql.askRole, values);
  refuseUnapprovable(outcome);
  const ends = until ? ` until ${until.toISOString()}` : '';
  tx.audit({
    patientId: null,
    recordIds: [params.accountId],
    detail: `role ${body.role} for ${account.name}${ends}: ${outcome === 'approved' ? 'given by the first administrator alone' : 'asked for'}`,
  });
  return { outcome: outcome as 'waiting' | 'approved' };
};

export const withdrawRole = async (
  core: Core,
  tx: WriteTx,
  { params, body }: InputOf<typeof contract.withdrawRole>,
) => {
  const account = await takeStaff(core, tx, params.accountId);
  const changed = hasChanged((await tx.get(sql.withdrawRole, [params.accountId, body.role])).outcome);
  const did = `role ${body.role} of ${account.name} ended`;
  tx.audit({ patientId: null, recordIds: [params.accountId], detail: changed ? did : 'unchanged' });
  return { changed };
};

export const listRoleRequests = async (core: Core, tx: WriteTx, ctx: Context) => {
  const [rows] = await tx.flight([bind(sql.listRoleRequests)]);
  const names = await staffNames(core, tx);
  const me = ctx.actor.accountId;
  const requests = await Promise.all(
    rows.map(async (row): Promise<RoleRequest> => {
      const letter =
        row.invitation_id !== null && row.invitation_sealed !== null
          ? await openInvitation(core, { id: row.invitation_id, sealed: row.invitation_sealed })
          : undefined;
      const known = row.account_id === null ? undefined : names.get(row.account_id);
      const said = row.sealed ? (JSON.parse(await openSystem(core, reasonAt(row.id), row.sealed)) as Said) : undefined;
      return {
        id: row.id,
        kind: row.invitation_id === null ? 'account' : 'letter',
        role: row.role as RoleRequest['role'],
        until: row.until_at?.toISOString() ?? null,
        name: letter?.name ?? known?.name ?? '',
        signInName: letter?.suggestedName ?? known?.signInName ?? '',
        reason: said?.reason ?? null,
        askedBy:
          row.requested_by === systemSubject ? 'portico invite-approver' : (names.get(row.requested_by)?.name ?? ''),
        askedAt: row.requested_at.toISOString(),
        endsAt: row.expires_at.toISOString(),
        outcome: row.outcome as RoleRequest['outcome'],
        decidedBy: row.decided_by === null ? null : (names.get(row.decided_by)?.name ?? ''),
        decidedAt: row.decided_at?.toISOString() ?? null,
        mayApprove: row.outcome === null && row.requested_by !== me && row.account_id !== me,
        isOwn: row.requested_by === me,
      };
    }),
  );
  tx.audit({ patientId: null, recordIds: requests.map(({ id }) => id), detail: 'list of roles asked for' });
  return { requests };
};

type Said = { reason: string };

/** Yes or no. The database refuses a yes of whoever asked or would get the role, and takes the approver from the session. */
export const decideRole = async (core: Core, tx: WriteTx, { params, body }: InputOf<typeof contract.decideRole>) => {
  const decided = await tx
    .get(sql.decideRole, [params.requestId, newId<RoleGrantId>(), body.approve])
    .catch(asConflict);
  const names = await staffNames(core, tx);
  const whom = decided.account_id === null ? 'a letter' : (names.get(decided.account_id)?.name ?? 'an account');
  tx.audit({
    patientId: null,
    recordIds: [params.requestId, ...(decided.account_id === null ? [] : [decided.account_id])],
    detail: `role ${decided.role} for ${whom}: ${decided.outcome}`,
  });
  return { outcome: decided.outcome as 'approved' | 'refused' | 'taken-back' };
};

/** The rule that keeps administrators and charts apart, met only now: another role was given meanwhile. */
const asConflict = (error: unknown): never => {
  if (sqlState(error) === '23514')
    throw new AppError('conflict', 'An administrator cannot also hold a chart or custody role.', { cause: error });
  throw error;
};
