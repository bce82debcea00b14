import { AppError } from '#platform/errors.ts';
import { bind, type RowOf } from '#platform/db/statement.ts';
import type { InputOf } from '#platform/contract.ts';
import type { Tx } from '#platform/db/pool.ts';
import { newId, type AccountId, type Id } from '#platform/ids.ts';
import type { OpenContext } from '#platform/operation.ts';
import { invitationHash } from './codes.ts';
import { openProfile, recordStep, type Core } from './core.ts';
import { beginInvitation } from './desk/statements.ts';
import { beginFlow, setUpFlowS } from './flow.ts';
import { notApproved, openInvitation, unknownInvitation, waitsForApproval } from './invitation.ts';
import { nameToken } from './sign-in.ts';
import { normalName } from './sign-in-name.ts';
import { countTry, giveBack, invitationBuckets, tooMany } from './throttle.ts';
import * as contract from './contract.ts';
import * as sql from './statements.ts';

/** A letter that enrols nobody (now): an offer of a role, or a renewal whose owner may still stop it. */
const notOpen = (row: RowOf<typeof sql.takeInvitation>): AppError | undefined => {
  if (waitsForApproval(row)) return new AppError('conflict', notApproved);
  if (row.kind === 'staff' && row.account_id !== null)
    return new AppError(
      'conflict',
      'This letter adds a role to an account that exists. Sign in with it, then take the role.',
    );
  if (row.held_until !== null)
    return new AppError(
      'conflict',
      `This letter opens at ${row.held_until.toISOString()}. Until then the account's owner can stop it.`,
    );
  return undefined;
};

type Started = { flow: string; signInName: string; person: string };

/** A new account is called as its owner typed; one that is renewed keeps its name. */
const nameOf = async (core: Core, tx: Tx, accountId: string | null, typed: string): Promise<string> => {
  const account = accountId === null ? undefined : await tx.find(sql.findAccount, [accountId]);
  return accountId !== null && account ? (await openProfile(core, accountId, account)).signInName : normalName(typed);
};

/** What the answer to a wrong birth date says; the screens read the number in it. */
const triesLeft = (left: number): string => (left === 1 ? '1 try is left.' : `${left} tries are left.`);

/**
 * Redeems an invitation: the code, and for patients the birth date (a confirmation, not proofing; that
 * was done by whoever printed it). Five wrong dates end the invitation, whoever typed them.
 */
export const startEnrolment = async (
  core: Core,
  { body }: InputOf<typeof contract.startEnrolment>,
  ctx: OpenContext,
) => {
  const buckets = invitationBuckets(core, ctx.ip);
  const refused = await countTry(core, buckets);
  if (refused) throw tooMany(refused);
  const historyId = newId<Id>(core.clock.now().getTime());
  const answer = await core.pool.transaction(async (tx): Promise<Started | AppError> => {
    const row = await tx.find(sql.takeInvitation, [invitationHash(body.invitation)]);
    const told = {
      historyId,
      accountId: row?.account_id ?? null,
      patientId: row?.patient_id ?? null,
      step: row?.account_id ? ('renewal' as const) : ('enrolment' as const),
    };
    if (!row) {
      tx.atCommit(
        ...(await recordStep(core, contract.startEnrolment, ctx, {
          ...told,
          outcome: 'wrong',
          detail: 'unknown invitation',
        })),
      );
      return unknownInvitation();
    }
    const closed = notOpen(row);
    if (closed) return closed;
    const holds = await openInvitation(core, row);
    if (holds.birthDate !== null && holds.birthDate !== body.birthDate) {
      tx.atCommit(
        bind(sql.missInvitation, [row.id]),
        ...(await recordStep(core, contract.startEnrolment, ctx, { ...told, outcome: 'wrong', detail: 'birth date' })),
      );
      const left = triesLeft(row.tries_left - 1);
      return new AppError('invalid', `That birth date does not match. ${left}`, {
        fields: [{ path: 'body.birthDate', message: `Check the date. ${left}` }],
      });
    }
    const accountId = row.account_id ?? newId<AccountId>();
    const taken = row.account_id === null && (await tx.get(sql.isNameTaken, [nameToken(core, body.name), null])).taken;
    if (taken)
      return new AppError('conflict', 'That sign-in name is taken.', {
        fields: [{ path: 'body.name', message: 'Choose another name.' }],
      });
    const signInName = await nameOf(core, tx, row.account_id, body.name);
    const state = {
      historyId,
      invitationId: row.id,
      name: holds.name,
      signInName,
      language: body.language,
    };
    const { name: flow, bound } = await beginFlow(core, {
      kind: 'enrol',
      stage: 'new-password',
      accountId,
      invitationId: row.id,
      state,
      ttlS: setUpFlowS,
    });
    tx.atCommit(
      bound,
      bind(beginInvitation, [row.id]),
      giveBack(buckets.map(({ key }) => key)),
      ...(await recordStep(core, contract.startEnrolment, ctx, { ...told, outcome: 'started' })),
    );
    return { flow, signInName, person: holds.name };
  });
  if (answer instanceof AppError) throw answer;
  return answer;
};
