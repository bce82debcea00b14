import { AppError } from '#platform/errors.ts';
import { bind, type Bound } from '#platform/db/statement.ts';
import type { Contract, InputOf } from '#platform/contract.ts';
import type { Tx } from '#platform/db/pool.ts';
import { newId, type RelationshipId, type RoleGrantId } from '#platform/ids.ts';
import type { OpenContext, WriteRecord } from '#platform/operation.ts';
import { sha256 } from './codes.ts';
import { openProfile, sealProfile, type Core } from './core.ts';
import { firstFactors, replaceFactors, type Factors } from './factors.ts';
import { advanceFlow, endFlow, flowOver, setUpFlowS, takeFlow, type Flow, type SetUpState } from './flow.ts';
import { grantor, unknownInvitation } from './invitation.ts';
import { openFor } from './open-for.ts';
import { isStaffRole } from './roles.ts';
import { nameToken } from './sign-in.ts';
import { newTotpSecret, otpauthUri, stepOfCode } from './totp.ts';
import * as contract from './contract.ts';
import * as sql from './statements.ts';

const codeTries = 5;

type SetUp = Flow<SetUpState> & { accountId: string };

/** The set-up flow at this stage, or the error that it is over. */
const take = async (
  core: Core,
  tx: Tx,
  name: string,
  stage: 'new-password' | 'authenticator' | 'recovery',
): Promise<SetUp> => {
  const flow = await takeFlow<SetUpState>(core, tx, name, stage);
  if (!flow || flow.accountId === null) throw flowOver();
  return { ...flow, accountId: flow.accountId };
};

/** First OPAQUE registration message. Keeps nothing, so a lost answer can be asked for again. */
export const choosePassword = (core: Core, { body }: InputOf<typeof contract.choosePassword>) =>
  core.pool.transaction(async (tx) => {
    const { accountId } = await take(core, tx, body.flow, 'new-password');
    return { registrationResponse: core.opaque.register(accountId, body.registrationRequest) };
  });

/** Keeps the new OPAQUE record in the flow and makes the authenticator's secret. */
export const keepPassword = (core: Core, { body }: InputOf<typeof contract.keepPassword>) =>
  core.pool.transaction(async (tx) => {
    const flow = await take(core, tx, body.flow, 'new-password');
    if (!core.opaque.accepts(flow.accountId, body.registrationRecord))
      throw new AppError('invalid', 'That message is not one of this protocol.');
    const totpSecret = newTotpSecret();
    const state = { ...flow.state, record: body.registrationRecord, totpSecret };
    const next = { kind: flow.kind, stage: 'authenticator', state, ttlS: setUpFlowS } as const;
    const [[installation], signInName] = [
      await tx.all(sql.findInstallation),
      flow.state.signInName ?? (await signInNameOf(core, tx, flow.accountId)),
    ];
    tx.atCommit(await advanceFlow(core, flow, next));
    return { totpSecret, otpauthUri: otpauthUri(totpSecret, installation?.clinic_name ?? 'Portico', signInName) };
  });

const signInNameOf = async (core: Core, tx: Tx, accountId: string): Promise<string> =>
  (await openProfile(core, accountId, await tx.get(sql.findAccount, [accountId]))).signInName;

/** The first code from the new app. Its step counts as used. */
export const confirmAuthenticator = async (core: Core, { body }: InputOf<typeof contract.confirmAuthenticator>) => {
  const verdict = await core.pool.transaction(async (tx): Promise<'ok' | 'wrong' | 'over'> => {
    const flow = await take(core, tx, body.flow, 'authenticator');
    const { tries } = await tx.get(sql.noteCodeTry, [flow.id]);
    const step = stepOfCode(flow.state.totpSecret ?? '', body.code, core.codeClock.now());
    if (step !== undefined) {
      tx.atCommit(
        await advanceFlow(core, flow, {
          kind: flow.kind,
          stage: 'recovery',
          state: { ...flow.state, step },
          ttlS: setUpFlowS,
        }),
      );
      return 'ok';
    }
    if (tries < codeTries) return 'wrong';
    tx.atCommit(endFlow(flow));
    return 'over';
  });
  if (verdict === 'over') throw flowOver();
  if (verdict === 'wrong') {
    throw new AppError('invalid', 'That code is not right.', {
      fields: [{ path: 'body.code', message: 'Type the six digits that the app shows now.' }],
    });
  }
  return { next: 'recovery' as const };
};

/** Statement that makes an account; its factors come with `firstFactors`. */
export const accountBound = async (
  core: Core,
  { id, ...profile }: { id: string; name: string; signInName: string; language: 'en' | 'es' },
): Promise<Bound<unknown>> =>
  bind(sql.addAccount, [id, nameToken(core, profile.signInName), await sealProfile(core, id, profile)]);

/** New factors for an account that exists; its sessions, browsers and other flows end. */
const renew = async (core: Core, tx: Tx, accountId: string, factors: Factors): Promise<WriteRecord[]> => {
  const writes = await replaceFactors(core, tx, accountId, factors);
  if (!writes) throw flowOver();
  await tx.flight([bind(sql.revokeAccountSessions, [accountId])]);
  return writes;
};

const open = async (core: Core, tx: Tx, flow: SetUp, factors: Factors): Promise<WriteRecord[]> => {
  const { name = '', signInName = '', language = 'en' } = flow.state;
  const { bound, writes } = await firstFactors(core, flow.accountId, factors);
  await tx.flight([await accountBound(core, { id: flow.accountId, name, signInName, language }), bound]);
  return writes;
};

/** Statements that say: this account is that patient's own. */
export const belongsTo = (accountId: string, patientId: string): Bound<unknown>[] => [
  bind(sql.relate, [newId<RelationshipId>(), 'self', accountId, patientId, null, [], []]),
  bind(sql.linkPatient, [patientId, accountId]),
];

type Redeemed = { writes: WriteRecord[]; patientId: string | null; step: 'enrolment' | 'renewal' };

/** Uses up the invitation and gives what it promised: the role, and for a patient her own record. */
const redeem = async (core: Core, tx: Tx, flow: SetUp, factors: Factors): Promise<Redeemed> => {
  const invitation =
    flow.state.invitationId === undefined
      ? undefined
      : await tx.find(sql.takeInvitationById, [flow.state.invitationId]);
  // The account was chosen when the flow began: under the lock it must still be the one.
  const isRenewal = invitation !== undefined && invitation.account_id !== null;
  if (!invitation || (isRenewal && invitation.account_id !== flow.accountId)) throw unknownInvitation();
  await tx.flight([bind(sql.useInvitation, [invitation.id, flow.accountId])]);
  if (isRenewal && (await tx.get(sql.rolesOf, [flow.accountId])).roles.some(isStaffRole)) throw unknownInvitation();
  const writes = await (isRenewal ? renew(core, tx, flow.accountId, factors) : open(core, tx, flow, factors));
  const by = [grantor(invitation.invited_by), grantor(invitation.approved_by)];
  await tx.flight([
    bind(sql.grantRole, [newId<RoleGrantId>(), flow.accountId, invitation.role, ...by]),
    ...(invitation.patient_id === null ? [] : belongsTo(flow.accountId, invitation.patient_id)),
  ]);
  return { writes, patientId: invitation.patient_id, step: isRenewal ? 'renewal' : 'enrolment' };
};

/** The recovery code is confirmed: everything happens at once, or nothing. */
export const finishSetUp = async (core: Core, { body }: InputOf<typeof contract.finishSetUp>, ctx: OpenContext) => {
  const opened = await core.pool.transaction(async (tx) => {
    const flow = await take(core, tx, body.flow, 'recovery');
    const { record, totpSecret, step, historyId } = flow.state;
    if (record === undefined || totpSecret === undefined || step === undefined) throw flowOver();
    const recoveryHash = sha256(Buffer.from(body.recoveryProof, 'base64url'));
    const factors = { record, totpSecret, step, recoveryHash };
    const made =
      flow.kind === 'enrol'
        ? await redeem(core, tx, flow, factors)
        : { writes: await renew(core, tx, flow.accountId, factors), patientId: null, step: 'recovery' as const };
    tx.atCommit(endFlow(flow));
    return openFor(core, tx, contract.finishSetUp as Contract, ctx, {
      accountId: flow.accountId,
      role: undefined,
      historyId,
      knownDevice: false,
      ...made,
    });
  });
  if (!opened) throw flowOver();
  return opened.hand(ctx);
};
