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
];

/** Nobody invites in another person's name. */
const byHerself = 'invited_by = (select access.account_id()) and approved_by = invited_by';

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
    about: 'The front desk checks who the person is, prints the invitation, and this is kept with it.',
    rules: [
      {
        role: 'front_desk',
        actions: ['invite'],
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
    about: 'Only an administrator invites staff, with one role each time. An administrator holds no chart role.',
    rules: [{ role: 'administrator', actions: ['invite'], relationship: 'any' }],
    tables: [
      {
        table: 'identity.invitation',
        where: `kind = 'staff' and ${byHerself}`,
        columns: invitationColumns,
        insert: ['invite'],
      },
    ],
  },
];
