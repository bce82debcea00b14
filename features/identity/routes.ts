import { bind } from '#platform/db/statement.ts';
import { opens, reads, writes, type Handler } from '#platform/operation.ts';
import * as contract from './contract.ts';
import { openHistory, type Core, type SignInOutcome, type Step } from './core.ts';
import { invitePatient, inviteStaff, previewInvitation } from './invitation.ts';
import { extendSession, readSession, signOut, signOutEverywhere, switchRole } from './session.ts';
import {
  choosePassword,
  confirmAuthenticator,
  finishSetUp,
  keepPassword,
  recoverPassword,
  startEnrolment,
} from './set-up.ts';
import { finishSignIn, recoverAuthenticator, startSignIn, verifyCode } from './sign-in.ts';
import * as sql from './statements.ts';

const welcome = async (core: Core) => {
  const [[row]] = await core.pool.run([bind(sql.findInstallation)]);
  return {
    clinic: { name: row?.clinic_name ?? '', phone: row?.clinic_phone ?? '' },
    demo: row?.demo ?? false,
    languages: [...contract.languages],
  };
};

export const identityHandlers = (core: Core): Handler[] => [
  opens(contract.welcome, () => welcome(core)),
  opens(contract.startSignIn, (input, ctx) => startSignIn(core, input, ctx)),
  opens(contract.finishSignIn, (input, ctx) => finishSignIn(core, input, ctx)),
  opens(contract.verifyCode, (input, ctx) => verifyCode(core, input, ctx)),
  opens(contract.previewInvitation, (input, ctx) => previewInvitation(core, input, ctx)),
  opens(contract.startEnrolment, (input, ctx) => startEnrolment(core, input, ctx)),
  opens(contract.choosePassword, (input) => choosePassword(core, input)),
  opens(contract.keepPassword, (input) => keepPassword(core, input)),
  opens(contract.confirmAuthenticator, (input) => confirmAuthenticator(core, input)),
  opens(contract.finishSetUp, (input, ctx) => finishSetUp(core, input, ctx)),
  opens(contract.recoverAuthenticator, (input, ctx) => recoverAuthenticator(core, input, ctx)),
  opens(contract.recoverPassword, (input, ctx) => recoverPassword(core, input, ctx)),
  writes(contract.session, (tx, _input, ctx) => readSession(core, tx, ctx)),
  writes(contract.extendSession, (tx) => extendSession(core, tx)),
  writes(contract.switchRole, (tx, input, ctx) => switchRole(core, tx, input, ctx)),
  writes(contract.signOut, (_tx, _input, ctx) => signOut(core, ctx)),
  writes(contract.signOutEverywhere, (_tx, _input, ctx) => signOutEverywhere(core, ctx)),
  reads(contract.listSignIns, {
    plan: (_input, ctx) => ({ exposes: bind(sql.listOwnSignIns, [ctx.actor.accountId]) }),
    respond: async ({ rows }) => ({
      signIns: await Promise.all(
        rows.map(async ({ id, at, step, outcome, sealed }) => ({
          id,
          at: at.toISOString(),
          step: step as Step,
          outcome: outcome as SignInOutcome,
          ...(await openHistory(core, id, sealed)),
        })),
      ),
    }),
  }),
  writes(contract.invitePatient, (tx, input, ctx) => invitePatient(core, tx, input, ctx)),
  writes(contract.inviteStaff, (tx, input, ctx) => inviteStaff(core, tx, input, ctx)),
];
