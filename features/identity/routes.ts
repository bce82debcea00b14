import { capabilityOf, me, setCapability } from '#platform/db/actor.ts';
import { bind } from '#platform/db/statement.ts';
import type { Contract, InputOf, ResultOf } from '#platform/contract.ts';
import { isAppError } from '#platform/errors.ts';
import { opens, reads, writes, type Handler, type OpenContext } from '#platform/operation.ts';
import * as contract from './contract.ts';
import { openHistory, recordIncident, type Core, type SignInOutcome, type Step } from './core.ts';
import { deskHandlers } from './desk/handlers.ts';
import { invitePatient, inviteStaff } from './invite.ts';
import { acceptRole, stopRenewal } from './invited-account.ts';
import { previewInvitation } from './invitation.ts';
import { extendSession, readSession, signOut, signOutEverywhere, switchRole } from './session.ts';
import { choosePassword, confirmAuthenticator, finishSetUp, keepPassword } from './set-up.ts';
import { startEnrolment } from './enrolment.ts';
import { recoverPassword } from './recovery.ts';
import { finishSignIn, recoverAuthenticator, startSignIn, verifyCode } from './sign-in.ts';
import { staffHandlers } from './staff/handlers.ts';
import * as sql from './statements.ts';

const welcome = async (core: Core, _input: unknown, ctx: OpenContext) => {
  const { sessionToken } = ctx;
  const [[row], , [session]] = await core.pool.run([
    bind(sql.findInstallation),
    setCapability(sessionToken === undefined ? '' : capabilityOf(sessionToken)),
    me(null),
  ]);
  return {
    clinic: { name: row?.clinic_name ?? '', phone: row?.clinic_phone ?? '' },
    demo: row?.demo ?? false,
    languages: [...contract.languages],
    timeZone: core.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    signedIn: session !== undefined,
  };
};

/**
 * A step before anybody is known. The runner records what goes wrong for known people; here a row
 * that fails its seal is recorded as an incident by the step itself.
 */
const step = <C extends Contract>(
  core: Core,
  of: C,
  run: (core: Core, input: InputOf<C>, ctx: OpenContext) => Promise<ResultOf<C>>,
): Handler =>
  opens(of, async (input, ctx) => {
    try {
      return await run(core, input, ctx);
    } catch (error) {
      if (isAppError(error) && error.kind === 'integrity') await recordIncident(core, of, ctx);
      throw error;
    }
  });

export const identityHandlers = (core: Core): Handler[] => [
  step(core, contract.welcome, welcome),
  step(core, contract.startSignIn, startSignIn),
  step(core, contract.finishSignIn, finishSignIn),
  step(core, contract.verifyCode, verifyCode),
  step(core, contract.previewInvitation, previewInvitation),
  step(core, contract.startEnrolment, startEnrolment),
  step(core, contract.choosePassword, choosePassword),
  step(core, contract.keepPassword, keepPassword),
  step(core, contract.confirmAuthenticator, confirmAuthenticator),
  step(core, contract.finishSetUp, finishSetUp),
  step(core, contract.recoverAuthenticator, recoverAuthenticator),
  step(core, contract.recoverPassword, recoverPassword),
  writes(contract.session, (tx, _input, ctx) => readSession(core, tx, ctx)),
  writes(contract.extendSession, (tx) => extendSession(core, tx)),
  writes(contract.switchRole, (tx, input, ctx) => switchRole(core, tx, input, ctx), core.pool),
  writes(contract.signOut, (tx, _input, ctx) => signOut(tx, ctx), core.pool),
  writes(contract.signOutEverywhere, (tx, _input, ctx) => signOutEverywhere(tx, ctx), core.pool),
  writes(contract.stopRenewal, (tx, _input, ctx) => stopRenewal(tx, ctx), core.pool),
  writes(contract.acceptRole, (tx, input, ctx) => acceptRole(tx, input, ctx), core.pool),
  reads(contract.listSignIns, {
    plan: (_input, ctx) => ({ exposes: bind(sql.listOwnSignIns, [ctx.actor.accountId]) }),
    respond: async ({ rows }) => ({
      signIns: await Promise.all(
        rows.map(async ({ id, at, step, outcome, sealed, times }) => ({
          id,
          at: at.toISOString(),
          step: step as Step,
          outcome: outcome as SignInOutcome,
          times,
          ...(await openHistory(core, id, sealed)),
        })),
      ),
    }),
  }),
  writes(contract.invitePatient, (tx, input, ctx) => invitePatient(core, tx, input, ctx)),
  writes(contract.inviteStaff, (tx, input, ctx) => inviteStaff(core, tx, input, ctx)),
  ...deskHandlers(core),
  ...staffHandlers(core),
];
