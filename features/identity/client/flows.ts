import type { CallOf, Contract, ResultOf } from '#platform/contract.ts';
import * as contract from '../contract.ts';
import type { OpaqueClient } from './opaque.ts';
import { newRecoveryCode, recoveryProofOf } from './recovery-code.ts';

/** How a flow reaches the server: the browser's `call`, or the terminal's. Rejects on any refusal. */
export type Caller = <const C extends Contract>(contract: C, parts: CallOf<C>) => Promise<ResultOf<C>>;
export type FlowDeps = { call: Caller; opaque: OpaqueClient };

type Role = ResultOf<typeof contract.verifyCode>['role'];
export type SignedIn = ResultOf<typeof contract.verifyCode>;

/** A recovery code that was mistyped; nothing was sent. */
export class MistypedRecoveryCode extends Error {
  constructor() {
    super('mistyped recovery code');
    this.name = 'MistypedRecoveryCode';
  }
}

const proofOf = async (typed: string): Promise<string> => {
  const proof = await recoveryProofOf(typed);
  if (proof === undefined) throw new MistypedRecoveryCode();
  return proof;
};

/** Any well-formed last message: sent when the password was wrong, so that the server records the failure. */
const wrongFinish = 'A'.repeat(86);

/**
 * First factor. Rejects with the server's 401 when the name or password is wrong (the same for a name
 * that nobody has), 429 after too many tries; when that one names `body.code`, a code of the authenticator
 * (`codeFirst`, used up by this) lets the try through. The password never leaves this machine.
 */
export const startSignIn = async (
  { call, opaque }: FlowDeps,
  name: string,
  password: string,
  codeFirst?: string,
): Promise<{ flow: string; exportKey: string }> => {
  const secret = password.normalize('NFKC');
  const { state, request } = await opaque.startLogin(secret);
  const { flow, loginResponse } = await call(contract.startSignIn, {
    body: { name, startLoginRequest: request, ...(codeFirst ? { code: codeFirst.replaceAll(/\s/g, '') } : {}) },
  } as never);
  const finished = await opaque.finishLogin(state, loginResponse, secret);
  await call(contract.finishSignIn, { body: { flow, finishLoginRequest: finished?.request ?? wrongFinish } } as never);
  return { flow, exportKey: finished?.exportKey ?? '' };
};

/** Second factor: the session's cookie is on the answer. Rejects `invalid` for a wrong code (try again), 401 when the flow is over. */
export const enterCode = ({ call }: FlowDeps, flow: string, code: string, role?: Role): Promise<SignedIn> =>
  call(contract.verifyCode, { body: { flow, code: code.replaceAll(/\s/g, ''), ...(role ? { role } : {}) } } as never);

/** Both factors in one go, for scripts and tests. */
export const signIn = async (
  deps: FlowDeps,
  who: { name: string; password: string; code: string | (() => string | Promise<string>); role?: Role },
): Promise<SignedIn & { exportKey: string }> => {
  const { flow, exportKey } = await startSignIn(deps, who.name, who.password);
  const code = typeof who.code === 'string' ? who.code : await who.code();
  return { ...(await enterCode(deps, flow, code, who.role)), exportKey };
};

/** Starts an enrolment; `signInName` is what the account is called. The flow goes through `setPassword`, `confirmCode` and `finish`. */
export const startEnrolment = async (
  { call }: FlowDeps,
  who: { invitation: string; birthDate?: string; name: string; language: 'en' | 'es' },
): Promise<{ flow: string; signInName: string; person: string }> =>
  call(contract.startEnrolment, { body: who } as never);

/** Chooses the password (OPAQUE registration) and gives the authenticator's secret. Check its strength before. */
export const setPassword = async ({ call, opaque }: FlowDeps, flow: string, password: string) => {
  const secret = password.normalize('NFKC');
  const { state, request } = await opaque.startRegistration(secret);
  const { registrationResponse } = await call(contract.choosePassword, {
    body: { flow, registrationRequest: request },
  } as never);
  const { record, exportKey } = await opaque.finishRegistration(state, registrationResponse, secret);
  const kept = await call(contract.keepPassword, { body: { flow, registrationRecord: record } } as never);
  return { ...kept, exportKey };
};

/** Proves the authenticator, and makes the recovery code that is to be shown once. */
export const confirmCode = async (
  { call }: FlowDeps,
  flow: string,
  code: string,
): Promise<{ recoveryCode: string }> => {
  await call(contract.confirmAuthenticator, { body: { flow, code: code.replaceAll(/\s/g, '') } } as never);
  return { recoveryCode: await newRecoveryCode() };
};

/** The person has typed the recovery code back: the account exists from here on, and a session opens. */
export const finish = async ({ call }: FlowDeps, flow: string, recoveryCode: string): Promise<SignedIn> =>
  call(contract.finishSetUp, { body: { flow, recoveryProof: await proofOf(recoveryCode) } } as never);

/** Everything from invitation to session, for scripts and tests. `authenticator` turns the secret into a code. */
export const enrol = async (
  deps: FlowDeps,
  who: { invitation: string; birthDate?: string; name: string; language: 'en' | 'es'; password: string },
  authenticator: (totpSecret: string) => string | Promise<string>,
): Promise<SignedIn & { totpSecret: string; recoveryCode: string }> => {
  const { password, ...person } = who;
  const { flow } = await startEnrolment(deps, person);
  return setUp(deps, flow, password, authenticator);
};

const setUp = async (
  deps: FlowDeps,
  flow: string,
  password: string,
  authenticator: (totpSecret: string) => string | Promise<string>,
): Promise<SignedIn & { totpSecret: string; recoveryCode: string }> => {
  const { totpSecret } = await setPassword(deps, flow, password);
  const { recoveryCode } = await confirmCode(deps, flow, await authenticator(totpSecret));
  return { ...(await finish(deps, flow, recoveryCode)), totpSecret, recoveryCode };
};

/** Lost phone: password, then the recovery code. The flow it gives sets up all factors anew. */
export const recoverWithPassword = async (
  deps: FlowDeps,
  who: { name: string; password: string; recoveryCode: string },
): Promise<string> => {
  const recoveryProof = await proofOf(who.recoveryCode);
  const { flow } = await startSignIn(deps, who.name, who.password);
  await deps.call(contract.recoverAuthenticator, { body: { flow, recoveryProof } } as never);
  return flow;
};

/** Forgotten password: recovery code and authenticator code. The flow it gives sets up all factors anew. */
export const recoverWithCode = async (
  deps: FlowDeps,
  who: { name: string; code: string; recoveryCode: string },
): Promise<string> => {
  const body = { name: who.name, code: who.code.replaceAll(/\s/g, ''), recoveryProof: await proofOf(who.recoveryCode) };
  return (await deps.call(contract.recoverPassword, { body } as never)).flow;
};

/** A whole recovery, for scripts and tests: give `password` (lost phone) or `code` (forgotten password). */
export const recover = async (
  deps: FlowDeps,
  who: { name: string; recoveryCode: string; newPassword: string } & ({ password: string } | { code: string }),
  authenticator: (totpSecret: string) => string | Promise<string>,
): Promise<SignedIn & { totpSecret: string; recoveryCode: string }> => {
  const flow = 'password' in who ? await recoverWithPassword(deps, who) : await recoverWithCode(deps, who);
  return setUp(deps, flow, who.newPassword, authenticator);
};
