import * as z from 'zod/mini';
import { route, uuid } from '#platform/contract.ts';

/**
 * What every page asks first: who the clinic is, and who is signed in. Apart from the steps of signing in and
 * setting up, so that a browser loads those only where somebody takes them.
 */
const timestamp = z.iso.datetime();

export const languages = ['en', 'es'] as const;
export const language = z.enum(languages);

export const roles = [
  'patient',
  'trusted_person',
  'clinician',
  'nurse',
  'front_desk',
  'billing',
  'records_officer',
  'privacy_officer',
  'administrator',
] as const;
export type Role = (typeof roles)[number];
export const staffRoles = [
  'clinician',
  'nurse',
  'front_desk',
  'billing',
  'records_officer',
  'privacy_officer',
  'administrator',
] as const;
export const role = z.enum(roles);

export const common = { resource: 'identity.signIn', audience: 'public', category: 'sign-in' } as const;
export const own = { resource: 'identity.account', audience: 'any', category: 'account' } as const;

const clinic = z.object({ name: z.string(), phone: z.string() });
/** A session was opened: its cookie is on this answer. */
export const opened = z.object({ role, roles: z.array(role) });
export const done = z.object({});

/** What the sign-in page needs before anybody is known. */
export const welcome = route({
  ...common,
  id: 'identity.welcome',
  method: 'GET',
  path: '/api/welcome',
  summary:
    "Name, phone and time zone of the clinic, whether this is a demo, and whether the caller's cookie opens a session.",
  action: 'look',
  response: z.object({
    clinic,
    demo: z.boolean(),
    languages: z.array(language),
    /** IANA name. */
    timeZone: z.string(),
    /** So that a visit without a session need not ask for one and be refused. */
    signedIn: z.boolean(),
  }),
  background: true,
});

const patientSeen = z.object({
  id: uuid,
  name: z.string(),
  relationship: z.enum(['self', 'trusted_person']),
  viewAreas: z.array(z.string()),
  actAreas: z.array(z.string()),
});

const deadlines = z.object({ now: timestamp, idleAt: timestamp, endsAt: timestamp });

export const session = route({
  ...own,
  id: 'identity.session',
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in, in which role, for which patients, and until when. Never extends the session.',
  action: 'read',
  background: true,
  response: z.object({
    accountId: uuid,
    name: z.string(),
    signInName: z.string(),
    language,
    role,
    roles: z.array(role),
    patients: z.array(patientSeen),
    deadlines,
    /** Factors were replaced within the last seven days: the screens say so until then. */
    factorsReplacedAt: z.nullable(timestamp),
    /** The desk printed a letter that will replace this account's factors; `stopRenewal` ends it. */
    renewalAsked: z.nullable(z.object({ askedAt: timestamp, opensAt: timestamp })),
    demo: z.boolean(),
    clinic,
  }),
});

export const extendSession = route({
  ...own,
  id: 'identity.extendSession',
  method: 'POST',
  path: '/api/session/extend',
  summary: 'The person is still here: starts the idle time again. The absolute limit stays.',
  action: 'write',
  body: z.strictObject({}),
  response: deadlines,
});

export const switchRole = route({
  ...own,
  id: 'identity.switchRole',
  method: 'POST',
  path: '/api/session/role',
  summary:
    'Goes on in another role that the account holds. The session and its cookie are replaced; the absolute limit starts again at sign-in only.',
  action: 'write',
  body: z.strictObject({ role }),
  response: opened,
});

export const signOut = route({
  ...own,
  id: 'identity.signOut',
  method: 'POST',
  path: '/api/session/sign-out',
  summary: 'Ends this session.',
  action: 'write',
  category: 'sign-in',
  body: z.strictObject({}),
  response: done,
});

export const signOutEverywhere = route({
  ...own,
  id: 'identity.signOutEverywhere',
  method: 'POST',
  path: '/api/session/sign-out-everywhere',
  summary: 'Ends every session of this account, and forgets its browsers.',
  action: 'write',
  category: 'sign-in',
  body: z.strictObject({}),
  response: done,
});
