import { AppError } from '#platform/errors.ts';
import { bind } from '#platform/db/statement.ts';
import type { InputOf } from '#platform/contract.ts';
import { newId, type InvitationId } from '#platform/ids.ts';
import type { Context, WriteTx } from '#platform/operation.ts';
import { invitationHash, newInvitationCode, newPrintedName } from './codes.ts';
import type * as contract from './contract.ts';
import { invitationAt, openProfile, sealSystem, type Core } from './core.ts';
import { refuseUnfit } from './desk/one-person.ts';
import type { Invitation } from './invitation.ts';
import { printedText } from './desk/printed-text.ts';
import { isStaffAccount, isStaffRole, refuseMixedRoles } from './roles.ts';
import { nameToken } from './sign-in.ts';
import { refuseUnapprovable } from './staff/approval.ts';
import { approvalOf } from './staff/statements.ts';
import * as sql from './statements.ts';

/** Days until an invitation ends: a printed letter travels, a colleague reads mail. */
export const validDays = { patient: 30, staff: 7 } as const;
const hourMs = 60 * 60 * 1000;

type New = {
  kind: 'patient' | 'staff';
  role: string;
  patientId: string | null;
  accountId: string | null;
  /** The account is in use, so its owner has a day to say no. The database decides this again, and keeps it. */
  isHeld: boolean;
  /** Somebody else can approve, so somebody else must. The database decides this again too. */
  waitsForApproval: boolean;
  holds: Invitation;
};

const insert = async (core: Core, tx: WriteTx, ctx: Context, made: New) => {
  const id = newId<InvitationId>();
  const code = newInvitationCode();
  const { kind, role, patientId, accountId } = made;
  const now = core.clock.now().getTime();
  const expiresAt = new Date(now + validDays[kind] * 24 * hourMs);
  const sealed = await sealSystem(core, invitationAt(id), JSON.stringify(made.holds));
  // The clerk who invites a patient is the one who checked. Who approves a colleague the database says.
  const by = ctx.actor.accountId;
  const approver = made.waitsForApproval ? null : by;
  await tx.flight([
    bind(sql.insertInvitation, [
      id,
      invitationHash(code),
      kind,
      role,
      patientId,
      accountId,
      sealed,
      by,
      approver,
      expiresAt,
    ]),
  ]);
  const isKnown = accountId !== null;
  tx.audit({
    patientId,
    recordIds: [id],
    detail: `invitation for role ${role}${isKnown ? (kind === 'patient' ? ', renewal' : ', to an account') : ''}`,
  });
  return {
    invitationId: id,
    invitation: code,
    suggestedName: made.holds.suggestedName,
    expiresAt: expiresAt.toISOString(),
    renewal: isKnown && kind === 'patient',
    addsRole: isKnown && kind === 'staff',
    opensAt: made.isHeld ? new Date(now + 24 * hourMs).toISOString() : null,
    waitsForApproval: made.waitsForApproval,
  };
};

const knownSignInName = async (core: Core, accountId: string): Promise<string | undefined> => {
  const [[row]] = await core.pool.run([bind(sql.findAccount, [accountId])]);
  return row && (await openProfile(core, accountId, row)).signInName;
};

/**
 * The desk invites a patient. One who already has an account gets a renewal: the way back after losing
 * everything. Only an account of the patient side alone is renewed here: a colleague's factors are not the desk's.
 */
export const invitePatient = async (
  core: Core,
  tx: WriteTx,
  input: InputOf<typeof contract.invitePatient>,
  ctx: Context,
) => {
  const { patientId } = input.params;
  const person = await core.patients.person(tx, patientId);
  if (!person) throw new AppError('not-found');
  const [[known]] = await core.pool.run([bind(sql.findPatientAccount, [patientId])]);
  const accountId = known?.account_id ?? null;
  const [[held], [use]] =
    accountId === null
      ? [[], []]
      : await core.pool.run([bind(sql.rolesOf, [accountId]), bind(sql.isInUse, [accountId])]);
  if (held?.roles.some(isStaffRole))
    throw new AppError(
      'conflict',
      'This account also holds a staff role: it is recovered with its printed recovery code only.',
    );
  await refuseUnfit(core, tx, patientId, accountId === null ? input.body : {});
  const kept = accountId === null ? undefined : await knownSignInName(core, accountId);
  return insert(core, tx, ctx, {
    kind: 'patient',
    role: 'patient',
    patientId,
    accountId,
    isHeld: use?.used ?? false,
    waitsForApproval: false,
    holds: {
      name: person.name,
      birthDate: person.birthDate,
      suggestedName: kept ?? input.body.email ?? newPrintedName(),
      proofing: input.body.proofing,
    },
  });
};

/**
 * An administrator invites staff. For somebody who has a staff account the letter offers the role, which
 * she takes while signed in to it (acceptRole); nobody's factors are ever replaced by it.
 */
export const inviteStaff = async (
  core: Core,
  tx: WriteTx,
  { body }: InputOf<typeof contract.inviteStaff>,
  ctx: Context,
) => {
  const [[known]] = await core.pool.run([bind(sql.findAccountByName, [nameToken(core, body.email)])]);
  const accountId = known?.account_id ?? null;
  if (accountId !== null) {
    const [[held], [patients]] = await core.pool.run([
      bind(sql.rolesOf, [accountId]),
      bind(sql.isPatientsOwn, [accountId]),
    ]);
    if (patients?.own || !isStaffAccount(held?.roles ?? [])) {
      throw new AppError('conflict', 'This name belongs to somebody’s own account. Invite with a work address.', {
        fields: [{ path: 'body.email', message: 'Use the work address.' }],
      });
    }
    refuseMixedRoles(body.role, held?.roles ?? []);
  }
  const [[approval]] = await core.pool.run([bind(approvalOf, [ctx.actor.accountId, accountId, body.role])]);
  refuseUnapprovable(approval!.way);
  return insert(core, tx, ctx, {
    kind: 'staff',
    role: body.role,
    patientId: null,
    accountId,
    isHeld: false,
    waitsForApproval: approval!.way !== 'alone',
    holds: { name: printedText(body.name), birthDate: null, suggestedName: body.email, proofing: 'administrator' },
  });
};
