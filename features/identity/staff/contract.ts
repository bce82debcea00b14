import * as z from 'zod/mini';
import { route, uuid } from '#platform/contract.ts';
import { staffRoles } from '../session/contract.ts';

/**
 * Who works here and in which roles. An administrator asks for a role; a second administrator or the privacy
 * officer, who neither asked nor would get it, approves. What takes rights away happens at once.
 */
const timestamp = z.iso.datetime();
const role = z.enum(staffRoles);
/** In the administrator's words; kept with the change, for reviewers. */
const reason = z.string().check(z.trim(), z.minLength(4), z.maxLength(200), z.regex(/^\P{Cc}+$/u));
const accountParams = z.strictObject({ accountId: uuid });
const privilege = { audience: 'staff', resource: 'identity.staffRoles', category: 'privilege' } as const;

/** Accounts in one answer, and accounts that one search goes through. */
export const STAFF_PAGE = 100;
export const STAFF_SEARCHED = 2_000;

const staffMember = z.strictObject({
  id: uuid,
  name: z.string(),
  signInName: z.string(),
  isActive: z.boolean(),
  isSelf: z.boolean(),
  createdAt: timestamp,
  lastSignInAt: z.nullable(timestamp),
  roles: z.array(z.strictObject({ role, until: z.nullable(timestamp) })),
});
export type StaffMember = z.output<typeof staffMember>;

export const listStaff = route({
  ...privilege,
  id: 'identity.listStaff',
  method: 'POST',
  path: '/api/staff/search',
  summary: 'Accounts of staff by name or sign-in name: state, last sign-in, roles. At most 100.',
  action: 'read',
  body: z.strictObject({ words: z.optional(z.string().check(z.maxLength(100))) }),
  response: z.strictObject({
    staff: z.array(staffMember),
    /** More match than are shown. */
    more: z.boolean(),
  }),
});

export const setStaffState = route({
  ...privilege,
  id: 'identity.setStaffState',
  method: 'POST',
  path: '/api/staff/:accountId/state',
  summary:
    'Switches an account of staff off (its sessions end at once) or on. 409 for the own account and the last administrator.',
  action: 'write',
  reason: 'required',
  params: accountParams,
  body: z.strictObject({ active: z.boolean(), reason }),
  response: z.strictObject({ changed: z.boolean() }),
});

export const endStaffSessions = route({
  ...privilege,
  id: 'identity.endStaffSessions',
  method: 'POST',
  path: '/api/staff/:accountId/sign-out',
  summary: 'Ends every session of an account of staff and forgets its browsers: a lost laptop.',
  action: 'write',
  reason: 'required',
  params: accountParams,
  body: z.strictObject({ reason }),
  response: z.strictObject({ ended: z.number() }),
});

export const askRole = route({
  ...privilege,
  id: 'identity.askRole',
  method: 'POST',
  path: '/api/staff/:accountId/roles',
  summary: 'Asks for a role for an account of staff, until a day or for good. A second person approves it.',
  action: 'write',
  reason: 'required',
  params: accountParams,
  body: z.strictObject({ role, until: z.optional(timestamp), reason }),
  /** `approved`: nobody else can approve here yet. */
  response: z.strictObject({ outcome: z.enum(['waiting', 'approved']) }),
});

export const withdrawRole = route({
  ...privilege,
  id: 'identity.withdrawRole',
  method: 'POST',
  path: '/api/staff/:accountId/roles/end',
  summary: 'Ends a role at once, and every session in it. 409 for the last administrator.',
  action: 'write',
  reason: 'required',
  params: accountParams,
  body: z.strictObject({ role, reason }),
  response: z.strictObject({ changed: z.boolean() }),
});

const roleRequest = z.strictObject({
  id: uuid,
  kind: z.enum(['account', 'letter']),
  role,
  until: z.nullable(timestamp),
  /** Whom the role is for. */
  name: z.string(),
  signInName: z.string(),
  reason: z.nullable(z.string()),
  askedBy: z.string(),
  askedAt: timestamp,
  endsAt: timestamp,
  outcome: z.nullable(z.enum(['approved', 'refused', 'taken-back', 'lapsed'])),
  decidedBy: z.nullable(z.string()),
  decidedAt: z.nullable(timestamp),
  /** What the caller may do with it. */
  mayApprove: z.boolean(),
  isOwn: z.boolean(),
});
export type RoleRequest = z.output<typeof roleRequest>;

export const listRoleRequests = route({
  ...privilege,
  id: 'identity.listRoleRequests',
  method: 'GET',
  path: '/api/role-requests',
  summary: 'Roles that wait for a second person (at most 200), and those decided in the last 30 days (at most 100)',
  action: 'read',
  response: z.strictObject({ requests: z.array(roleRequest) }),
});

export const decideRole = route({
  ...privilege,
  id: 'identity.decideRole',
  method: 'POST',
  path: '/api/role-requests/:requestId/decision',
  summary:
    'Approves or refuses; 403 for who asked or would get the role. Who asked may take it back (`approve: false`).',
  action: 'decide',
  params: z.strictObject({ requestId: uuid }),
  body: z.strictObject({ approve: z.boolean() }),
  response: z.strictObject({ outcome: z.enum(['approved', 'refused', 'taken-back']) }),
});

/** What the clerk knows before making a letter: what it will do to an account that exists. */
export const readPatientAccount = route({
  id: 'identity.readPatientAccount',
  method: 'GET',
  path: '/api/patients/:patientId/account',
  summary: 'Whether the patient has an account, and whether a letter for it would be held or refused',
  audience: 'staff',
  resource: 'identity.patientInvitation',
  action: 'read',
  category: 'account',
  patient: 'patientId',
  params: z.strictObject({ patientId: uuid }),
  /** `in-use`: a letter is held for a day. `staff`: it also holds a role of staff, so no letter renews it. */
  response: z.strictObject({ state: z.enum(['none', 'has-account', 'in-use', 'staff']) }),
});
