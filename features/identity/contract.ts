import * as z from 'zod/mini';
import { route, uuid } from '#platform/contract.ts';
import { common, language, opened, own, role, staffRoles } from './session/contract.ts';

export {
  extendSession,
  languages,
  roles,
  session,
  signOut,
  signOutEverywhere,
  staffRoles,
  switchRole,
  welcome,
  type Role,
} from './session/contract.ts';

/**
 * Signing in, enrolling, recovering, and the session. The password itself never appears in any of
 * these shapes: it is proved by OPAQUE (RFC 9807), whose messages are base64url strings.
 */
const base64url = (shortest: number, longest: number) =>
  z.string().check(z.minLength(shortest), z.maxLength(longest), z.regex(/^[A-Za-z0-9_-]+$/));

/** Names one flow (a sign-in, enrolment or recovery in progress): 32 random bytes. */
const flow = base64url(43, 43);
const registrationRequest = base64url(40, 60);
const registrationRecord = base64url(200, 400);
const startLoginRequest = base64url(100, 200);
const finishLoginRequest = base64url(60, 120);
const opaqueResponse = base64url(60, 700);
/** 32 bytes that the client derives from the recovery code; the code itself stays with the person. */
const recoveryProof = base64url(43, 43);
/** Six digits of the authenticator app. */
const code = z.string().check(z.regex(/^[0-9]{6}$/));
const signInName = z.string().check(z.minLength(3), z.maxLength(254), z.regex(/^\P{Cc}+$/u));
const invitationCode = z.string().check(z.minLength(16), z.maxLength(40), z.regex(/^[0-9A-Za-z -]+$/));
const birthDate = z.iso.date();
const timestamp = z.iso.datetime();

export const startSignIn = route({
  ...common,
  id: 'identity.startSignIn',
  method: 'POST',
  path: '/api/sign-in/start',
  summary:
    'First OPAQUE message. An unknown name gets an answer of the same shape. 429 when there were too many tries; when it names `body.code`, a code of the authenticator lets this try through.',
  action: 'sign-in',
  body: z.strictObject({ name: signInName, startLoginRequest, code: z.optional(code) }),
  response: z.object({ flow, loginResponse: opaqueResponse }),
});

export const finishSignIn = route({
  ...common,
  id: 'identity.finishSignIn',
  method: 'POST',
  path: '/api/sign-in/password',
  summary: 'Last OPAQUE message. 401 when the password is wrong, the flow is over or the message was used before.',
  action: 'sign-in',
  body: z.strictObject({ flow, finishLoginRequest }),
  response: z.object({ next: z.literal('code') }),
});

export const verifyCode = route({
  ...common,
  id: 'identity.verifyCode',
  method: 'POST',
  path: '/api/sign-in/code',
  summary: 'Second factor; opens the session, in `role` or the first role the account holds. Each code works once.',
  action: 'sign-in',
  body: z.strictObject({ flow, code, role: z.optional(role) }),
  response: opened,
});

export const previewInvitation = route({
  ...common,
  id: 'identity.previewInvitation',
  method: 'POST',
  path: '/api/invitation/preview',
  summary: 'What an invitation is for: 404 when it is unknown, used, expired or dead.',
  action: 'enrol',
  body: z.strictObject({ invitation: invitationCode }),
  response: z.object({
    kind: z.enum(['patient', 'staff']),
    needsBirthDate: z.boolean(),
    suggestedName: z.nullable(z.string()),
    /** Replaces the factors of an account that exists (patients). */
    renewal: z.boolean(),
    /** Adds a role to an account that exists: its owner signs in and takes it there (staff). */
    addsRole: z.boolean(),
    /** The letter is held until then, so that the account's owner can stop it. */
    opensAt: z.nullable(timestamp),
    /** Staff: nobody has approved it yet. */
    waitsForApproval: z.boolean(),
  }),
});

export const startEnrolment = route({
  ...common,
  id: 'identity.startEnrolment',
  method: 'POST',
  path: '/api/enrolment/start',
  summary:
    'Redeems an invitation (birth date for patients; five wrong ones end it) and chooses the sign-in name (409 when taken; a renewal keeps the old one).',
  action: 'enrol',
  body: z.strictObject({ invitation: invitationCode, birthDate: z.optional(birthDate), name: signInName, language }),
  /** `signInName`: as the server keeps it. `person`: whom the letter is for, so that no password is made of that name. */
  response: z.object({ flow, signInName: z.string(), person: z.string() }),
});

export const choosePassword = route({
  ...common,
  id: 'identity.choosePassword',
  method: 'POST',
  path: '/api/set-up/password',
  summary: 'First OPAQUE registration message, in an enrolment or a recovery.',
  action: 'enrol',
  body: z.strictObject({ flow, registrationRequest }),
  response: z.object({ registrationResponse: opaqueResponse }),
});

export const keepPassword = route({
  ...common,
  id: 'identity.keepPassword',
  method: 'POST',
  path: '/api/set-up/password/keep',
  summary: 'Last OPAQUE registration message; gives the secret for the authenticator app.',
  action: 'enrol',
  body: z.strictObject({ flow, registrationRecord }),
  response: z.object({ totpSecret: z.string(), otpauthUri: z.string() }),
});

export const confirmAuthenticator = route({
  ...common,
  id: 'identity.confirmAuthenticator',
  method: 'POST',
  path: '/api/set-up/authenticator',
  summary: 'Proves that the authenticator app was set up. Five wrong codes end the flow.',
  action: 'enrol',
  body: z.strictObject({ flow, code }),
  response: z.object({ next: z.literal('recovery') }),
});

export const finishSetUp = route({
  ...common,
  id: 'identity.finishSetUp',
  method: 'POST',
  path: '/api/set-up/finish',
  summary:
    'The person has confirmed the recovery code: the account is made (or its factors replaced) at once, and a session opens.',
  action: 'enrol',
  body: z.strictObject({ flow, recoveryProof }),
  response: opened,
});

export const recoverAuthenticator = route({
  ...common,
  id: 'identity.recoverAuthenticator',
  method: 'POST',
  path: '/api/recovery/authenticator',
  summary:
    'Lost phone: after the right password, the recovery code stands for the authenticator. Then new factors are set up.',
  action: 'recover',
  body: z.strictObject({ flow, recoveryProof }),
  response: z.object({ next: z.literal('new-password') }),
});

export const recoverPassword = route({
  ...common,
  id: 'identity.recoverPassword',
  method: 'POST',
  path: '/api/recovery/password',
  summary: 'Forgotten password: recovery code and authenticator code together. Then new factors are set up.',
  action: 'recover',
  body: z.strictObject({ name: signInName, recoveryProof, code }),
  response: z.object({ flow }),
});

export const stopRenewal = route({
  ...own,
  id: 'identity.stopRenewal',
  method: 'POST',
  path: '/api/account/renewal/stop',
  summary: 'The owner says no: every letter that would replace the factors of this account ends.',
  action: 'write',
  body: z.strictObject({}),
  response: z.object({ stopped: z.boolean() }),
});

export const acceptRole = route({
  ...own,
  id: 'identity.acceptRole',
  method: 'POST',
  path: '/api/account/roles',
  summary:
    'Takes the role that a letter offers to this very account; no factor changes. 404 when the letter is not for it.',
  action: 'write',
  body: z.strictObject({ invitation: invitationCode }),
  response: z.object({ role, roles: z.array(role) }),
});

export const listSignIns = route({
  ...own,
  id: 'identity.listSignIns',
  method: 'GET',
  path: '/api/account/sign-ins',
  summary:
    'Sign-ins and failed tries of the own account, at most 100, newest first; failures of a day and kind together.',
  action: 'read',
  response: z.object({
    signIns: z.array(
      z.object({
        id: uuid,
        at: timestamp,
        step: z.enum(['start', 'password', 'code', 'recovery', 'enrolment', 'renewal', 'role']),
        outcome: z.enum(['started', 'ok', 'wrong', 'refused']),
        /** How many of this kind on that day; `at`, `device` and `ip` are of the last one. */
        times: z.number(),
        device: z.string(),
        ip: z.string(),
      }),
    ),
  }),
});

/** How the person at the desk was proofed. */
export const proofings = ['photo-id', 'known-to-staff', 'mailed-to-address'] as const;

const invited = z.object({
  invitationId: uuid,
  /** Shown once, to be printed; only its hash is kept. */
  invitation: z.string(),
  suggestedName: z.string(),
  expiresAt: timestamp,
  renewal: z.boolean(),
  /** Staff: a role for an account that exists; its owner takes it while she is signed in. */
  addsRole: z.boolean(),
  /** The letter is held until then: the account is in use, and its owner is told. */
  opensAt: z.nullable(timestamp),
  /** Staff: a second administrator or the privacy officer must approve it first. */
  waitsForApproval: z.boolean(),
});

export const invitePatient = route({
  id: 'identity.invitePatient',
  method: 'POST',
  path: '/api/patients/:patientId/invitations',
  summary:
    'An invitation for this patient, to be printed. For a patient who has lost every factor it renews the account. 409 for a child, somebody who has died, or an e-mail address of somebody else.',
  audience: 'staff',
  resource: 'identity.patientInvitation',
  action: 'invite',
  patient: 'patientId',
  category: 'account',
  params: z.strictObject({ patientId: uuid }),
  body: z.strictObject({
    email: z.optional(z.email().check(z.maxLength(254))),
    /** A teen's address, which the clerk has asked for: it is the teen's own. */
    confirmed: z.optional(z.boolean()),
    proofing: z.enum(proofings),
  }),
  response: invited,
});

export const inviteStaff = route({
  id: 'identity.inviteStaff',
  method: 'POST',
  path: '/api/invitations',
  summary:
    'An invitation for a member of staff, with the role it gives; for one who has an account, an offer of the role. 409 for a name of somebody’s own account.',
  audience: 'staff',
  resource: 'identity.staffInvitation',
  action: 'invite',
  category: 'account',
  body: z.strictObject({
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120), z.regex(/^[^\p{Cc}\p{Cf}]+$/u)),
    email: z.email().check(z.maxLength(254)),
    role: z.enum(staffRoles),
  }),
  response: invited,
});
