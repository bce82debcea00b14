import { AppError } from '#platform/errors.ts';
import { bind } from '#platform/db/statement.ts';
import type { InputOf } from '#platform/contract.ts';
import { newId, type InvitationId } from '#platform/ids.ts';
import { systemSubject } from '#platform/kms/sealer.ts';
import type { Context, OpenContext, WriteTx } from '#platform/operation.ts';
import { invitationHash, newInvitationCode, newPrintedName } from './codes.ts';
import type * as contract from './contract.ts';
import { invitationAt, openProfile, openSystem, sealSystem, type Core } from './core.ts';
import { nameToken } from './sign-in.ts';
import * as sql from './statements.ts';
import { countTry, giveBack, invitationBuckets, tooMany } from './throttle.ts';

/** Days until an invitation ends: a printed letter travels, a colleague reads mail. */
const validDays = { patient: 30, staff: 7 } as const;

/** What an invitation holds sealed. */
export type Invitation = { name: string; birthDate: string | null; suggestedName: string; proofing: string };

const unknownInvitation = (): AppError =>
  new AppError(
    'not-found',
    'This invitation is not known. It may have been used, or have ended. Ask the clinic for a new one.',
  );

export const openInvitation = async (
  core: Pick<Core, 'sealer'>,
  row: { id: string; sealed: Buffer },
): Promise<Invitation> => JSON.parse(await openSystem(core, invitationAt(row.id), row.sealed)) as Invitation;

/** What an invitation is for. Unknown, used, ended and dead ones look the same. */
export const previewInvitation = async (
  core: Core,
  { body }: InputOf<typeof contract.previewInvitation>,
  ctx: OpenContext,
) => {
  const buckets = invitationBuckets(core, ctx.ip);
  if (!(await countTry(core, buckets))) throw tooMany();
  const [[row]] = await core.pool.run([bind(sql.takeInvitation, [invitationHash(body.invitation)])]);
  if (!row) throw unknownInvitation();
  await core.pool.run([giveBack(buckets.map(({ key }) => key))]);
  const { birthDate, suggestedName } = await openInvitation(core, row);
  return {
    kind: row.kind as 'patient' | 'staff',
    needsBirthDate: birthDate !== null,
    suggestedName,
    renewal: row.account_id !== null,
  };
};

export { unknownInvitation };

type New = {
  kind: 'patient' | 'staff';
  role: string;
  patientId: string | null;
  accountId: string | null;
  holds: Invitation;
};

const insert = async (core: Core, tx: WriteTx, ctx: Context, made: New) => {
  const id = newId<InvitationId>();
  const code = newInvitationCode();
  const expiresAt = new Date(core.clock.now().getTime() + validDays[made.kind] * 24 * 60 * 60 * 1000);
  const sealed = await sealSystem(core, invitationAt(id), JSON.stringify(made.holds));
  // The person who invites is the one who checked: her name stands for the approval too.
  const by = ctx.actor.accountId;
  await tx.flight([
    bind(sql.insertInvitation, [
      id,
      invitationHash(code),
      made.kind,
      made.role,
      made.patientId,
      made.accountId,
      sealed,
      by,
      by,
      expiresAt,
    ]),
  ]);
  tx.audit({
    patientId: made.patientId,
    recordIds: [id],
    detail: `invitation for role ${made.role}${made.accountId ? ', renewal' : ''}`,
  });
  return {
    invitationId: id,
    invitation: code,
    suggestedName: made.holds.suggestedName,
    expiresAt: expiresAt.toISOString(),
    renewal: made.accountId !== null,
  };
};

const knownSignInName = async (core: Core, accountId: string): Promise<string | undefined> => {
  const [[row]] = await core.pool.run([bind(sql.findAccount, [accountId])]);
  return row && (await openProfile(core, accountId, row)).signInName;
};

/** The desk invites a patient. One who already has an account gets a renewal: the way back after losing everything. */
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
  const kept = accountId === null ? undefined : await knownSignInName(core, accountId);
  return insert(core, tx, ctx, {
    kind: 'patient',
    role: 'patient',
    patientId,
    accountId,
    holds: {
      name: person.name,
      birthDate: person.birthDate,
      suggestedName: kept ?? input.body.email ?? newPrintedName(),
      proofing: input.body.proofing,
    },
  });
};

/** An administrator invites staff. Somebody who has an account gets the role and new factors by the same letter. */
export const inviteStaff = async (
  core: Core,
  tx: WriteTx,
  { body }: InputOf<typeof contract.inviteStaff>,
  ctx: Context,
) => {
  const [[known]] = await core.pool.run([bind(sql.findAccountByName, [nameToken(core, body.email)])]);
  const accountId = known?.account_id ?? null;
  if (accountId !== null) {
    const [[held]] = await core.pool.run([bind(sql.rolesOf, [accountId])]);
    refuseMixedRoles(body.role, held?.roles ?? []);
  }
  return insert(core, tx, ctx, {
    kind: 'staff',
    role: body.role,
    patientId: null,
    accountId,
    holds: { name: body.name, birthDate: null, suggestedName: body.email, proofing: 'administrator' },
  });
};

const apartFromAdministrator: readonly string[] = ['clinician', 'nurse', 'records_officer'];

/** Requirement 1: who runs the machine reads no chart. The database holds the same rule. */
const refuseMixedRoles = (wanted: string, held: readonly string[]): void => {
  const mixed =
    (wanted === 'administrator' && held.some((role) => apartFromAdministrator.includes(role))) ||
    (held.includes('administrator') && apartFromAdministrator.includes(wanted));
  if (mixed) {
    throw new AppError('conflict', 'An administrator cannot also hold a chart or custody role.', {
      fields: [{ path: 'body.role', message: 'Choose another role, or end the one this person holds.' }],
    });
  }
};

/** For `portico serve --init`: the first administrator's invitation. Throws `conflict` when accounts exist. */
export const inviteFirstAdministrator = async (
  core: Core,
  person: { name: string; email: string },
): Promise<string> => {
  const id = newId<InvitationId>();
  const code = newInvitationCode();
  const holds: Invitation = {
    name: person.name,
    birthDate: null,
    suggestedName: person.email,
    proofing: 'installation',
  };
  const sealed = await sealSystem(core, invitationAt(id), JSON.stringify(holds));
  const event = await core.audit.prepare({
    requestId: id,
    operation: 'identity.inviteStaff',
    resource: 'identity.staffInvitation',
    action: 'invite',
    category: 'account',
    outcome: 'ok',
    patientId: null,
    actor: { accountId: null, role: 'operator', name: '' },
    onBehalfOf: null,
    purpose: null,
    at: core.clock.now(),
    internal: { ip: null, userAgent: null, sessionId: null, detail: 'first administrator' },
  });
  const made = await core.pool.transaction(async (tx) => {
    const row = await tx.get(sql.inviteFirstAdministrator, [id, invitationHash(code), sealed]);
    if (row.made) tx.atCommit(...core.audit.insert(event, [id]));
    return row.made;
  });
  if (!made) throw new AppError('conflict', 'There are accounts already: an administrator invites the next one.');
  return code;
};

/** Who stands for a grant that the installation itself made. */
export const grantor = (accountId: string | null): string => accountId ?? systemSubject;
