import type { Role } from '#features/identity/contract.ts';

/** What each role finds in the console. The server decides; this only keeps dead entries away. */
const finders: readonly Role[] = ['clinician', 'nurse', 'front_desk', 'billing', 'records_officer', 'privacy_officer'];

export const mayFindPatients = (role: Role): boolean => finders.includes(role);
export const mayInvitePatients = (role: Role): boolean => role === 'front_desk';
export const mayInviteStaff = (role: Role): boolean => role === 'administrator';
