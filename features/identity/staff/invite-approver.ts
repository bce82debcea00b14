import { bind } from '#platform/db/statement.ts';
import { AppError } from '#platform/errors.ts';
import { newId, type InvitationId } from '#platform/ids.ts';
import { systemSubject } from '#platform/kms/sealer.ts';
import { invitationHash, newInvitationCode } from '../codes.ts';
import { invitationAt, sealSystem, type Core } from '../core.ts';
import type { Invitation } from '../invitation.ts';
import { nameToken } from '../sign-in.ts';
import { findAccountByName } from '../statements.ts';
import * as sql from './statements.ts';

/**
 * For `portico invite-approver`: the letter of a privacy officer, asked for by whoever runs the server. It opens when
 * an approver of the clinic has approved it, so this too takes two people. Gives the code; throws `conflict`.
 */
export const inviteApprover = async (core: Core, person: { name: string; email: string }): Promise<string> => {
  const [[known]] = await core.pool.run([bind(findAccountByName, [nameToken(core, person.email)])]);
  if (known?.account_id) throw new AppError('conflict', 'This address has an account. Use another work address.');
  const id = newId<InvitationId>();
  const code = newInvitationCode();
  const holds: Invitation = { name: person.name, birthDate: null, suggestedName: person.email, proofing: 'operator' };
  const sealed = await sealSystem(core, invitationAt(id), JSON.stringify(holds));
  const event = await core.audit.prepare({
    requestId: id,
    operation: 'identity.inviteStaff',
    resource: 'identity.staffInvitation',
    action: 'invite',
    category: 'privilege',
    outcome: 'ok',
    patientId: null,
    actor: { accountId: null, role: 'operator', name: '' },
    onBehalfOf: null,
    purpose: null,
    at: core.clock.now(),
    internal: {
      ip: null,
      userAgent: null,
      sessionId: null,
      detail: 'invitation for role privacy_officer, by operator',
    },
  });
  const made = await core.pool.transaction(async (tx) => {
    const row = await tx.get(sql.inviteApprover, [id, invitationHash(code), sealed, systemSubject]);
    if (row.made) tx.atCommit(...core.audit.insert(event, [id]));
    return row.made;
  });
  if (!made) throw new AppError('conflict', 'Nobody here could approve it yet. Use `portico serve --init` first.');
  return code;
};
