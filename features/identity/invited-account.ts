import { AppError } from '#platform/errors.ts';
import { bind } from '#platform/db/statement.ts';
import type { InputOf } from '#platform/contract.ts';
import { newId, type RoleGrantId } from '#platform/ids.ts';
import type { Context, WriteTx } from '#platform/operation.ts';
import { invitationHash } from './codes.ts';
import type * as contract from './contract.ts';
import type { Role } from './contract.ts';
import { grantor, notApproved, unknownInvitation, waitsForApproval } from './invitation.ts';
import { isStaffAccount, refuseMixedRoles } from './roles.ts';
import { inOrder } from './session-open.ts';
import * as sql from './statements.ts';

/** The owner stops a letter that would replace the factors of her account. Runs on the identity pool. */
export const stopRenewal = async (tx: WriteTx, ctx: Context) => {
  const stopped = await tx.all(sql.stopRenewal, [ctx.actor.accountId]);
  for (const patientId of new Set(stopped.map((row) => row.patient_id)))
    tx.audit({ patientId, detail: 'renewal stopped by the owner' });
  return { stopped: stopped.length > 0 };
};

/**
 * The owner of a staff account takes the role that a letter offers to it. Runs on the identity pool. The
 * letter is for this account alone, and changes no factor.
 */
export const acceptRole = async (tx: WriteTx, { body }: InputOf<typeof contract.acceptRole>, ctx: Context) => {
  const { accountId } = ctx.actor;
  const offer = await tx.find(sql.takeInvitation, [invitationHash(body.invitation)]);
  if (!offer || offer.kind !== 'staff' || offer.account_id !== accountId) throw unknownInvitation();
  if (waitsForApproval(offer)) throw new AppError('conflict', notApproved);
  const [[held], [patients]] = await tx.flight([bind(sql.rolesOf, [accountId]), bind(sql.isPatientsOwn, [accountId])]);
  const roles = held?.roles ?? [];
  if (patients?.own || !isStaffAccount(roles)) {
    throw new AppError('conflict', 'This is somebody’s own account: it takes no role of staff.');
  }
  refuseMixedRoles(offer.role, roles);
  const by = [grantor(offer.invited_by), grantor(offer.approved_by)];
  await tx.flight([
    bind(sql.useInvitation, [offer.id, accountId]),
    bind(sql.grantRole, [newId<RoleGrantId>(), accountId, offer.role, ...by]),
  ]);
  tx.audit({ patientId: null, recordIds: [offer.id], detail: `role ${offer.role} accepted` });
  return { role: offer.role as Role, roles: inOrder([...roles, offer.role]) };
};
