import { AppError } from '#platform/errors.ts';
import { bind } from '#platform/db/statement.ts';
import type { Tx } from '#platform/db/pool.ts';
import type { InputOf } from '#platform/contract.ts';
import { newId, type Id } from '#platform/ids.ts';
import { systemSubject } from '#platform/kms/sealer.ts';
import type { OpenContext } from '#platform/operation.ts';
import { sha256 } from './codes.ts';
import * as contract from './contract.ts';
import { recordStep, type Core } from './core.ts';
import { findFactors, openFactor } from './factors.ts';
import {
  advanceFlow,
  beginFlow,
  endFlow,
  flowOver,
  setUpFlowS,
  signInFlowS,
  takeFlow,
  type Flow,
  type SignInState,
} from './flow.ts';
import { openFor, type Opened } from './open-for.ts';
import { deviceCookie } from './session-open.ts';
import { normalName } from './sign-in-name.ts';
import * as sql from './statements.ts';
import {
  bucketsOf,
  countBound,
  countTry,
  giveBack,
  refusedBy,
  tooMany,
  type Bucket,
  type Refused,
} from './throttle.ts';
import { stepOfCode } from './totp.ts';

/** Wrong codes that end a flow. */
const codeTries = 5;
const wrongPassword = (): AppError => new AppError('unauthenticated', 'That name and password do not go together.');
const wrongCode = (): AppError =>
  new AppError('invalid', 'That code is not right.', {
    fields: [{ path: 'body.code', message: 'Type the six digits that the app shows now. Each code works once.' }],
  });
const wrongProof = (): AppError =>
  new AppError('invalid', 'That recovery code is not right.', {
    fields: [{ path: 'body.recoveryProof', message: 'Type the recovery code as it was printed. It works once.' }],
  });

export const nameToken = (core: Pick<Core, 'sealer'>, name: string): Buffer =>
  core.sealer.directoryToken('identity.account.sign_in_token', [normalName(name)]);

/** The id that a name nobody has always gets: the same one every time, so that its answers look like an account's. */
const nobodyId = (core: Pick<Core, 'sealer'>, token: Buffer): string => {
  const hex = core.sealer.directoryToken('identity.account.nobody', [token.toString('hex')]).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** Whom a name belongs to, at the same cost whether or not anybody has it. */
export const whoIs = async (core: Core, name: string, ctx: OpenContext) => {
  const token = nameToken(core, name);
  const cookie = ctx.cookies[deviceCookie];
  const device = sha256(cookie ?? 'no cookie');
  const [[found]] = await core.pool.run([bind(sql.findForSignIn, [token, device])]);
  return {
    token,
    accountId: found?.account_id ?? null,
    opaqueId: found?.account_id ?? nobodyId(core, token),
    credential: found ?? core.decoy,
    device: found?.device_known ? device.toString('hex') : null,
  };
};

type Told = Omit<Parameters<typeof recordStep>[3], 'outcome'>;

/**
 * Whether a code of the authenticator lets a try past a name's full bucket. A name nobody has costs the
 * same look-up and never passes. The code is used up: the second step needs the next one.
 * @returns the buckets to give back with a right password, or undefined
 */
const codeFirst = async (
  core: Core,
  ctx: OpenContext,
  who: { token: Buffer; accountId: string | null },
  code: string,
  told: Told,
): Promise<Bucket[] | undefined> => {
  const buckets = bucketsOf(core, 'code-first', who.token.toString('hex'), ctx.ip, undefined);
  if (await countTry(core, buckets)) return undefined;
  return core.pool.transaction(async (tx) => {
    if (await useCode(core, tx, who.accountId ?? systemSubject, code)) return buckets;
    tx.atCommit(
      ...(await recordStep(core, contract.startSignIn, ctx, {
        ...told,
        step: 'code',
        outcome: 'wrong',
        detail: 'code first',
      })),
    );
    return undefined;
  });
};

/** First OPAQUE message. This is where a password guess is spent, so this is where tries are counted. */
export const startSignIn = async (core: Core, { body }: InputOf<typeof contract.startSignIn>, ctx: OpenContext) => {
  const who = await whoIs(core, body.name, ctx);
  const buckets = bucketsOf(core, 'password', who.token.toString('hex'), ctx.ip, who.device ?? undefined);
  const historyId = newId<Id>(core.clock.now().getTime());
  const told = { historyId, accountId: who.accountId, step: 'start' as const };
  const refused = await countTry(core, buckets);
  if (refused) {
    if (refused.isFirst)
      await core.pool.run(
        await recordStep(core, contract.startSignIn, ctx, { ...told, outcome: 'refused', detail: 'throttled' }),
      );
    const shown = refused.bucket === 'name' && body.code !== undefined;
    const passed = shown ? await codeFirst(core, ctx, who, body.code!, told) : undefined;
    if (!passed) throw tooMany(refused, true);
    buckets.push(...passed);
  }
  const record = await openFactor(core, 'credential', who.credential);
  const { state, response } = core.opaque.startLogin(
    who.opaqueId,
    who.accountId === null ? undefined : record,
    body.startLoginRequest,
  );
  const { name, bound } = await beginFlow(core, {
    kind: 'sign-in',
    stage: 'password',
    accountId: who.accountId,
    state: { opaque: state, spent: buckets.map(({ key }) => key.toString('hex')), device: who.device, historyId },
    ttlS: signInFlowS,
  });
  await core.pool.run([bound, ...(await recordStep(core, contract.startSignIn, ctx, { ...told, outcome: 'started' }))]);
  return { flow: name, loginResponse: response };
};

/** Last OPAQUE message. Takes the flow, so a message that is sent twice finds nothing. */
export const finishSignIn = async (core: Core, { body }: InputOf<typeof contract.finishSignIn>, ctx: OpenContext) => {
  const right = await core.pool.transaction(async (tx) => {
    const flow = await takeFlow<SignInState>(core, tx, body.flow, 'password');
    if (!flow) return false;
    const { state, accountId } = flow;
    const proved = core.opaque.finishLogin(state.opaque, body.finishLoginRequest) && accountId !== null;
    const told = { historyId: state.historyId, accountId, step: 'password' as const };
    tx.atCommit(...(await recordStep(core, contract.finishSignIn, ctx, { ...told, outcome: proved ? 'ok' : 'wrong' })));
    if (!proved) {
      tx.atCommit(endFlow(flow));
      return false;
    }
    const next = { kind: 'sign-in', stage: 'code', state: { ...state, opaque: '' }, ttlS: signInFlowS } as const;
    tx.atCommit(await advanceFlow(core, flow, next), giveBack(state.spent.map((key) => Buffer.from(key, 'hex'))));
    return true;
  });
  if (!right) throw wrongPassword();
  return { next: 'code' as const };
};

/** True when this code of this account was right and is used now for the first time. */
export const useCode = async (core: Core, tx: Tx, accountId: string, code: string): Promise<boolean> => {
  const factors = await findFactors(core, tx, accountId);
  if (!factors) return false;
  const step = stepOfCode(factors.totpSecret, code, core.codeClock.now());
  return step !== undefined && (await tx.get(sql.useTotpStep, [accountId, step])).first;
};

type Verdict<T> =
  | { kind: 'ok'; value: T }
  | { kind: 'wrong' }
  | { kind: 'over' }
  | { kind: 'too-many'; refused: Refused };

/**
 * Runs the second step of a sign-in under the flow's lock: counts the try, then lets `prove` look.
 * Whatever it says is committed together with the history and the log.
 */
const secondStep = async <T>(
  core: Core,
  ctx: OpenContext,
  flowName: string,
  step: { contract: typeof contract.verifyCode | typeof contract.recoverAuthenticator; step: 'code' | 'recovery' },
  prove: (tx: Tx, flow: Flow<SignInState> & { accountId: string }) => Promise<Verdict<T>>,
): Promise<T> => {
  const verdict = await core.pool.transaction(async (tx): Promise<Verdict<T>> => {
    const found = await takeFlow<SignInState>(core, tx, flowName, 'code');
    if (!found || found.accountId === null) return { kind: 'over' };
    const flow = { ...found, accountId: found.accountId };
    // A wrong code is a try of its own: a right one after it must not write over it.
    const told = { accountId: flow.accountId, step: step.step };
    const buckets = bucketsOf(core, 'code', flow.accountId, ctx.ip, flow.state.device ?? undefined);
    const [[counted], [tried]] = await tx.flight([countBound(buckets), bind(sql.noteCodeTry, [flow.id])]);
    const refused = refusedBy(buckets, counted);
    if (refused) {
      if (refused.isFirst)
        tx.atCommit(
          ...(await recordStep(core, step.contract, ctx, { ...told, outcome: 'refused', detail: 'throttled' })),
        );
      return { kind: 'too-many', refused };
    }
    const proved = await prove(tx, flow);
    if (proved.kind === 'ok') {
      tx.atCommit(giveBack(buckets.map(({ key }) => key)));
      return proved;
    }
    tx.atCommit(...(await recordStep(core, step.contract, ctx, { ...told, outcome: 'wrong' })));
    if ((tried?.tries ?? codeTries) < codeTries) return proved;
    tx.atCommit(endFlow(flow));
    return { kind: 'over' };
  });
  if (verdict.kind === 'ok') return verdict.value;
  if (verdict.kind === 'too-many') throw tooMany(verdict.refused);
  if (verdict.kind === 'over') throw flowOver();
  throw step.step === 'code' ? wrongCode() : wrongProof();
};

/** Second factor. Opens the session; nothing before this releases anything. */
export const verifyCode = async (core: Core, { body }: InputOf<typeof contract.verifyCode>, ctx: OpenContext) => {
  const opened = await secondStep<Opened>(
    core,
    ctx,
    body.flow,
    { contract: contract.verifyCode, step: 'code' },
    async (tx, flow) => {
      if (!(await useCode(core, tx, flow.accountId, body.code))) return { kind: 'wrong' };
      const value = await openFor(core, tx, contract.verifyCode, ctx, {
        accountId: flow.accountId,
        role: body.role,
        historyId: flow.state.historyId,
        step: 'code',
        knownDevice: flow.state.device !== null,
      });
      if (!value) return { kind: 'over' };
      tx.atCommit(endFlow(flow));
      return { kind: 'ok', value };
    },
  );
  return opened.hand(ctx);
};

/** After the right password, the recovery code stands for a lost authenticator; then all factors are made anew. */
export const recoverAuthenticator = async (
  core: Core,
  { body }: InputOf<typeof contract.recoverAuthenticator>,
  ctx: OpenContext,
) => {
  const step = { contract: contract.recoverAuthenticator, step: 'recovery' as const };
  await secondStep<true>(core, ctx, body.flow, step, async (tx, flow) => {
    const factors = await findFactors(core, tx, flow.accountId);
    if (!factors || !factors.recoveryHash.equals(sha256(Buffer.from(body.recoveryProof, 'base64url'))))
      return { kind: 'wrong' };
    const { historyId } = flow.state;
    tx.atCommit(
      await advanceFlow(core, flow, { kind: 'recover', stage: 'new-password', state: { historyId }, ttlS: setUpFlowS }),
      ...(await recordStep(core, contract.recoverAuthenticator, ctx, {
        historyId,
        accountId: flow.accountId,
        step: 'recovery',
        outcome: 'started',
      })),
    );
    return { kind: 'ok', value: true };
  });
  return { next: 'new-password' as const };
};
