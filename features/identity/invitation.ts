import { AppError } from '#platform/errors.ts';
import { bind } from '#platform/db/statement.ts';
import type { InputOf } from '#platform/contract.ts';
import { newId, type InvitationId } from '#platform/ids.ts';
import { systemSubject } from '#platform/kms/sealer.ts';
import type { OpenContext } from '#platform/operation.ts';
import { invitationHash, newInvitationCode } from './codes.ts';
import type * as contract from './contract.ts';
import { invitationAt, openSystem, sealSystem, type Core } from './core.ts';
import * as sql from './statements.ts';
import { countTry, giveBack, invitationBuckets, tooMany } from './throttle.ts';

/** What an invitation holds sealed. */
export type Invitation = {
  name: string;
  birthDate: string | null;
  suggestedName: string;
  proofing: string;
  /** Of the letter; older ones do not say. */
  language?: 'en' | 'es';
};

export const unknownInvitation = (): AppError =>
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
  const refused = await countTry(core, buckets);
  if (refused) throw tooMany(refused);
  const [[row]] = await core.pool.run([bind(sql.takeInvitation, [invitationHash(body.invitation)])]);
  if (!row) throw unknownInvitation();
  await core.pool.run([giveBack(buckets.map(({ key }) => key))]);
  const { birthDate, suggestedName } = await openInvitation(core, row);
  return {
    kind: row.kind as 'patient' | 'staff',
    needsBirthDate: birthDate !== null,
    suggestedName,
    renewal: row.kind === 'patient' && row.account_id !== null,
    addsRole: row.kind === 'staff' && row.account_id !== null,
    opensAt: row.held_until?.toISOString() ?? null,
    waitsForApproval: waitsForApproval(row),
  };
};

/** What the screens say of such a letter. */
export const notApproved = 'This letter waits for a second person to approve it.';

/** A letter for staff that no second person has approved. The first administrator's has nobody to wait for. */
export const waitsForApproval = (row: {
  kind: string;
  invited_by: string | null;
  approved_by: string | null;
}): boolean => row.kind === 'staff' && row.invited_by !== null && row.approved_by === null;

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
