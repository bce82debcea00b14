import type { Policy } from '#features/access/policy-types.ts';
import { roles } from './contract.ts';

const everyone = roles.map((role) => ({ role, actions: ['read', 'write'], relationship: 'own' as const }));

/** What the inviter writes; tries, use and account are the definer functions' alone. */
const invitationColumns = [
  'id',
  'code_hash',
  'kind',
  'role',
  'patient_id',
  'account_id',
  'sealed',
  'invited_by',
  'approved_by',
  'expires_at',
  'desk_until',
];

/** Nobody invites in another person's name. */
const byHerself = 'invited_by = (select access.account_id()) and approved_by = invited_by';
/** Nor approves for one: the database itself sets the approver of a letter for staff (trigger keep_invitation). */
const byHerselfForStaff =
  'invited_by = (select access.account_id()) and (approved_by is null or approved_by = invited_by)';

/** Who may touch accounts. Sign-in itself happens before anybody is known, so it has no rules here. */
export const policies: readonly Policy[] = [
  {
    resource: 'identity.signIn',
    title: 'Signing in, enrolling and recovering',
    about:
      'These steps run before anybody is known. They may only call the functions of the identity schema, on a database role of their own.',
    rules: [],
    tables: [],
  },
  {
    resource: 'identity.account',
    title: 'The own account',
    about: 'Name, session and sign-in history: everybody sees their own and nobody else sees it.',
    rules: everyone,
    tables: [
      {
        table: 'identity.account',
        accountColumn: 'id',
        columns: ['id', 'profile', 'version', 'created_at'],
        select: ['read'],
      },
      { table: 'identity.sign_in', accountColumn: 'account_id', select: ['read'] },
    ],
  },
  {
    resource: 'identity.patientInvitation',
    title: 'Inviting patients',
    about:
      'The front desk checks who the person is, prints the invitation, alone or for a list of people, or sets the ' +
      'account up with the patient at the desk. How the person was known is kept with it.',
    rules: [
      {
        role: 'front_desk',
        actions: ['invite', 'read'],
        relationship: 'any',
        why: 'The desk invites whoever stands before it.',
      },
    ],
    tables: [
      {
        table: 'identity.invitation',
        patientColumn: 'patient_id',
        where: `kind = 'patient' and ${byHerself}`,
        columns: invitationColumns,
        insert: ['invite'],
      },
    ],
  },
  {
    resource: 'identity.staffInvitation',
    title: 'Inviting staff',
    about:
      'Only an administrator invites staff, with one role each time. The letter opens when a second administrator or ' +
      'the privacy officer has approved it. An administrator holds no chart role.',
    rules: [{ role: 'administrator', actions: ['invite'], relationship: 'any' }],
    tables: [
      {
        table: 'identity.invitation',
        where: `kind = 'staff' and ${byHerselfForStaff}`,
        columns: invitationColumns,
        insert: ['invite'],
      },
    ],
  },
  {
    resource: 'identity.staffRoles',
    title: 'Staff and their roles',
    about:
      'Who works here and in which roles. A role begins when two people have said yes: an administrator asks, and a ' +
      'second administrator or the privacy officer approves. Ending a role, or an account, needs one and is immediate.',
    rules: [
      { role: 'administrator', actions: ['read', 'write', 'decide'], relationship: 'any' },
      {
        role: 'privacy_officer',
        actions: ['read', 'decide'],
        relationship: 'any',
        why: 'Approves roles, and reviews who holds them.',
      },
    ],
    // Reached through the functions of db/migrations/0013_identity_roles.sql only, which ask for the same rights.
    tables: [],
  },
];
