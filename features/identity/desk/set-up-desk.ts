import type { InputOf } from '#platform/contract.ts';
import { bind } from '#platform/db/statement.ts';
import { AppError } from '#platform/errors.ts';
import { newId, type InvitationId } from '#platform/ids.ts';
import type { Context, WriteTx } from '#platform/operation.ts';
import { invitationHash, newInvitationCode, newPrintedName, sha256 } from '../codes.ts';
import { invitationAt, openProfile, sealSystem, type Core } from '../core.ts';
import { flowOver } from '../flow.ts';
import type { Invitation } from '../invitation.ts';
import { isStaffRole } from '../roles.ts';
import { findAccount, findPatientAccount, isInUse, rolesOf } from '../statements.ts';
import type { DeskProof, DeskStage } from './contract.ts';
import type * as contract from './contract.ts';
import { refuseUnfit } from './one-person.ts';
import * as sql from './statements.ts';

const minuteMs = 60_000;
/** Until the patient must have begun, and until she must be done. */
const startMinutes = 10;
const wholeMinutes = 70;

/** A photo ID, or two other things: what anybody could have found in a lost purse is not enough alone. */
export const isEnoughProof = (proofs: readonly DeskProof[]): boolean =>
  proofs.includes('photo-id') || new Set(proofs).size >= 2;

/** What the patient already has here, if she has: the account is renewed, and keeps its name. */
const accountOf = async (core: Core, patientId: string): Promise<{ accountId: string; name: string } | undefined> => {
  const [[known]] = await core.pool.run([bind(findPatientAccount, [patientId])]);
  const accountId = known?.account_id;
  if (!accountId) return undefined;
  const [[held], [use], [row]] = await core.pool.run([
    bind(rolesOf, [accountId]),
    bind(isInUse, [accountId]),
    bind(findAccount, [accountId]),
  ]);
  if (held?.roles.some(isStaffRole))
    throw new AppError(
      'conflict',
      'This account also holds a staff role: it is recovered with its printed recovery code only.',
    );
  // Otherwise whoever talks the desk into it could take an account over while its owner uses it.
  if (use?.used)
    throw new AppError('conflict', 'This account was used in the last 30 days. Make a letter: it opens after a day.');
  if (!row) throw new AppError('not-found');
  return { accountId, name: (await openProfile(core, accountId, row)).signInName };
};

/** The clerk has seen who this is; from here on the patient's own device does the rest. */
export const startDeskSetUp = async (
  core: Core,
  tx: WriteTx,
  { params, body }: InputOf<typeof contract.startDeskSetUp>,
  ctx: Context,
) => {
  const { patientId } = params;
  if (!isEnoughProof(body.proofs))
    throw new AppError('invalid', 'See a photo ID, or two other proofs.', {
      fields: [{ path: 'body.proofs', message: 'See a photo ID, or two other proofs.' }],
    });
  const person = await core.patients.person(tx, patientId);
  if (!person) throw new AppError('not-found');
  const account = await accountOf(core, patientId);
  await refuseUnfit(core, tx, patientId, account ? {} : body);
  const id = newId<InvitationId>();
  const code = newInvitationCode();
  const proofing = `desk ${[...new Set(body.proofs)].toSorted().join(' ')}`;
  const holds: Invitation = {
    name: person.name,
    birthDate: person.birthDate,
    suggestedName: account?.name ?? body.email ?? newPrintedName(),
    proofing,
    language: body.language,
  };
  const sealed = await sealSystem(core, invitationAt(id), JSON.stringify(holds));
  const now = core.clock.now().getTime();
  const startBy = new Date(now + startMinutes * minuteMs);
  await tx.flight([
    bind(sql.insertInvitation, [
      id,
      invitationHash(code),
      patientId,
      account?.accountId ?? null,
      sealed,
      ctx.actor.accountId,
      new Date(now + wholeMinutes * minuteMs),
      startBy,
    ]),
  ]);
  tx.audit({ patientId, recordIds: [id], detail: `set-up at the desk, ${proofing}` });
  return {
    setUpId: id,
    invitation: code,
    suggestedName: holds.suggestedName,
    renewal: account !== undefined,
    startBy: startBy.toISOString(),
  };
};

/** For the clerk's page, every few seconds. It leaves an entry only when it hands over the sheet to print. */
export const watchDeskSetUp = async (
  core: Core,
  tx: WriteTx,
  { params }: InputOf<typeof contract.watchDeskSetUp>,
  ctx: Context,
) => {
  const { setUpId } = params;
  const whose = [setUpId, ctx.actor.accountId] as const;
  const row = await tx.find(sql.findDeskStage, [...whose]);
  // Unknown, or another clerk's: nothing that could still be watched.
  if (!row) return { stage: 'ended' as const, paper: null };
  const paper = row.paper === null ? null : (await tx.find(sql.takeDeskPaper, [...whose]))?.paper;
  if (paper)
    tx.audit({
      patientId: row.patient_id,
      recordIds: [setUpId],
      detail: 'recovery code handed to the desk to be printed',
    });
  return { stage: row.stage as DeskStage, paper: paper?.toString('base64url') ?? null };
};

export const cancelDeskSetUp = async (
  _core: Core,
  tx: WriteTx,
  { params }: InputOf<typeof contract.cancelDeskSetUp>,
  ctx: Context,
) => {
  const ended = await tx.find(sql.endDeskSetUp, [params.setUpId, ctx.actor.accountId]);
  if (ended)
    tx.audit({ patientId: ended.patient_id, recordIds: [params.setUpId], detail: 'set-up at the desk stopped' });
  return { ended: ended !== undefined };
};

/** The patient's page: its flow is who she is. */
export const sendToDesk = async (core: Core, { body }: InputOf<typeof contract.sendToDesk>) => {
  const sealed = Buffer.from(body.sealed, 'base64url');
  const [[row]] = await core.pool.run([bind(sql.putDeskPaper, [sha256(body.flow), sealed])]);
  if (!row?.put) throw flowOver();
  return {};
};
