import { AppError } from '#platform/errors.ts';
import { bind, type Bound } from '#platform/db/statement.ts';
import type { Contract, InputOf } from '#platform/contract.ts';
import type { Tx } from '#platform/db/pool.ts';
import { newId, type AccountId, type Id, type RelationshipId, type RoleGrantId } from '#platform/ids.ts';
import type { OpenContext } from '#platform/operation.ts';
import { invitationHash, sha256 } from './codes.ts';
import * as contract from './contract.ts';
import { credentialAt, openProfile, recordStep, sealProfile, sealSystem, totpAt, type Core } from './core.ts';
import { advanceFlow, beginFlow, endFlow, flowOver, setUpFlowS, takeFlow, type Flow, type SetUpState } from './flow.ts';
import { grantor, openInvitation, unknownInvitation } from './invitation.ts';
import { openFor } from './open-for.ts';
import { nameToken, useCode, whoIs } from './sign-in.ts';
import { normalName } from './sign-in-name.ts';
import * as sql from './statements.ts';
import { bucketsOf, countTry, giveBack, invitationBuckets, tooMany } from './throttle.ts';
import { newTotpSecret, otpauthUri, stepOfCode } from './totp.ts';

const codeTries = 5;

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
  if (!(await countTry(core, buckets))) throw tooMany();
  const historyId = newId<Id>(core.clock.now().getTime());
  const answer = await core.pool.transaction(async (tx): Promise<string | AppError> => {
    const row = await tx.find(sql.takeInvitation, [invitationHash(body.invitation)]);
    const told = { historyId, accountId: row?.account_id ?? null, step: 'enrolment' as const };
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
    const holds = await openInvitation(core, row);
    if (holds.birthDate !== null && holds.birthDate !== body.birthDate) {
      tx.atCommit(
        bind(sql.missInvitation, [row.id]),
        ...(await recordStep(core, contract.startEnrolment, ctx, { ...told, outcome: 'wrong', detail: 'birth date' })),
      );
      return new AppError('invalid', 'That birth date does not match.', {
        fields: [{ path: 'body.birthDate', message: `Check the date. ${row.tries_left - 1} tries are left.` }],
      });
    }
    const accountId = row.account_id ?? newId<AccountId>();
    const taken = row.account_id === null && (await tx.get(sql.isNameTaken, [nameToken(core, body.name), null])).taken;
    if (taken)
      return new AppError('conflict', 'That sign-in name is taken.', {
        fields: [{ path: 'body.name', message: 'Choose another name.' }],
      });
    const state = {
      historyId,
      invitationId: row.id,
      name: holds.name,
      signInName: normalName(body.name),
      language: body.language,
    };
    const { name, bound } = await beginFlow(core, {
      kind: 'enrol',
      stage: 'new-password',
      accountId,
      invitationId: row.id,
      state,
      ttlS: setUpFlowS,
    });
    tx.atCommit(
      bound,
      giveBack(buckets.map(({ key }) => key)),
      ...(await recordStep(core, contract.startEnrolment, ctx, { ...told, outcome: 'started' })),
    );
    return name;
  });
  if (answer instanceof AppError) throw answer;
  return { flow: answer };
};

/** Forgotten password: recovery code and authenticator code together, each of them wrong looks the same. */
export const recoverPassword = async (
  core: Core,
  { body }: InputOf<typeof contract.recoverPassword>,
  ctx: OpenContext,
) => {
  const who = await whoIs(core, body.name, ctx);
  const buckets = bucketsOf(core, 'recovery', who.token.toString('hex'), ctx.ip, who.device ?? undefined);
  const historyId = newId<Id>(core.clock.now().getTime());
  const told = { historyId, accountId: who.accountId, step: 'recovery' as const };
  const inTime = await countTry(core, buckets);
  const proof = sha256(Buffer.from(body.recoveryProof, 'base64url'));
  const name = await core.pool.transaction(async (tx): Promise<string | undefined> => {
    // A name nobody has costs the same look-up, and finds nothing.
    const proved = inTime && (await provesBoth(core, tx, who.accountId ?? core.decoy.id, proof, body.code));
    const outcome = proved ? 'started' : inTime ? 'wrong' : 'refused';
    tx.atCommit(...(await recordStep(core, contract.recoverPassword, ctx, { ...told, outcome })));
    if (!proved) return undefined;
    const flow = await beginFlow(core, {
      kind: 'recover',
      stage: 'new-password',
      accountId: who.accountId,
      state: { historyId },
      ttlS: setUpFlowS,
    });
    tx.atCommit(flow.bound, giveBack(buckets.map(({ key }) => key)));
    return flow.name;
  });
  if (!inTime) throw tooMany();
  if (name === undefined) throw new AppError('unauthenticated', 'Those do not go together.');
  return { flow: name };
};

const provesBoth = async (core: Core, tx: Tx, accountId: string, proof: Buffer, code: string): Promise<boolean> => {
  const factors = await tx.find(sql.findFactors, [accountId]);
  return factors !== undefined && factors.recovery_hash.equals(proof) && (await useCode(core, tx, accountId, code));
};

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
    const step = stepOfCode(flow.state.totpSecret ?? '', body.code, core.clock.now());
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

type Factors = { record: string; totpSecret: string; step: number; recoveryHash: Buffer };

/** Statements that make an account with its factors. */
export const accountBounds = async (
  core: Core,
  account: { id: string; name: string; signInName: string; language: 'en' | 'es' },
  factors: Factors,
): Promise<Bound<unknown>> =>
  bind(sql.addAccount, [
    account.id,
    nameToken(core, account.signInName),
    await sealProfile(core, account.id, {
      name: account.name,
      signInName: account.signInName,
      language: account.language,
    }),
    await sealSystem(core, credentialAt(account.id, 1), factors.record),
    await sealSystem(core, totpAt(account.id, 1), factors.totpSecret),
    factors.step,
    factors.recoveryHash,
  ]);

const replaceFactors = async (core: Core, tx: Tx, accountId: string, factors: Factors): Promise<void> => {
  const old = await tx.find(sql.findFactors, [accountId]);
  if (!old) throw flowOver();
  const version = old.credential_version + 1;
  const { replaced } = await tx.get(sql.replaceFactors, [
    accountId,
    version,
    await sealSystem(core, credentialAt(accountId, version), factors.record),
    await sealSystem(core, totpAt(accountId, version), factors.totpSecret),
    factors.step,
    factors.recoveryHash,
  ]);
  if (!replaced) throw flowOver();
  await tx.flight([bind(sql.revokeAccountSessions, [accountId])]);
};

/** Statements that say: this account is that patient's own. */
export const belongsTo = (accountId: string, patientId: string): Bound<unknown>[] => [
  bind(sql.relate, [newId<RelationshipId>(), 'self', accountId, patientId, null, [], []]),
  bind(sql.linkPatient, [patientId, accountId]),
];

/** Uses up the invitation and gives what it promised: the role, and for a patient her own record. */
const redeem = async (core: Core, tx: Tx, flow: SetUp, factors: Factors): Promise<void> => {
  const invitation =
    flow.state.invitationId === undefined
      ? undefined
      : await tx.find(sql.takeInvitationById, [flow.state.invitationId]);
  if (!invitation) throw unknownInvitation();
  const { name, signInName, language } = flow.state;
  if (invitation.account_id !== null) await replaceFactors(core, tx, flow.accountId, factors);
  else
    await tx.flight([
      await accountBounds(
        core,
        { id: flow.accountId, name: name!, signInName: signInName!, language: language! },
        factors,
      ),
    ]);
  const by = [grantor(invitation.invited_by), grantor(invitation.approved_by)];
  await tx.flight([
    bind(sql.useInvitation, [invitation.id, flow.accountId]),
    bind(sql.grantRole, [newId<RoleGrantId>(), flow.accountId, invitation.role, ...by]),
    ...(invitation.patient_id === null ? [] : belongsTo(flow.accountId, invitation.patient_id)),
  ]);
};

/** The recovery code is confirmed: everything happens at once, or nothing. */
export const finishSetUp = async (core: Core, { body }: InputOf<typeof contract.finishSetUp>, ctx: OpenContext) => {
  const opened = await core.pool.transaction(async (tx) => {
    const flow = await take(core, tx, body.flow, 'recovery');
    const { record, totpSecret, step, historyId } = flow.state;
    if (record === undefined || totpSecret === undefined || step === undefined) throw flowOver();
    const recoveryHash = sha256(Buffer.from(body.recoveryProof, 'base64url'));
    const factors = { record, totpSecret, step, recoveryHash };
    if (flow.kind === 'enrol') await redeem(core, tx, flow, factors);
    else await replaceFactors(core, tx, flow.accountId, factors);
    tx.atCommit(endFlow(flow));
    return openFor(core, tx, contract.finishSetUp as Contract, ctx, {
      accountId: flow.accountId,
      role: undefined,
      historyId,
      step: flow.kind === 'enrol' ? 'enrolment' : 'recovery',
      knownDevice: false,
    });
  });
  if (!opened) throw flowOver();
  return opened.hand(ctx);
};
