import type { Role } from '#features/identity/contract.ts';

/** What each role finds in the console. The server decides; this only keeps dead entries away. */
const finders: readonly Role[] = ['clinician', 'nurse', 'front_desk', 'billing', 'records_officer', 'privacy_officer'];
const inCare: readonly Role[] = ['clinician', 'nurse'];
const takesTasks: readonly Role[] = ['clinician', 'nurse', 'front_desk', 'billing'];
const knowsStaff: readonly Role[] = ['administrator', 'privacy_officer'];

export const mayFindPatients = (role: Role): boolean => finders.includes(role);
export const mayOpenCharts = (role: Role): boolean => inCare.includes(role);
export const mayOpenPatients = (role: Role): boolean => finders.includes(role) && role !== 'privacy_officer';
export const hasTasks = (role: Role): boolean => takesTasks.includes(role);
export const mayInvitePatients = (role: Role): boolean => role === 'front_desk';
export const mayInviteStaff = (role: Role): boolean => role === 'administrator';
export const mayKnowStaff = (role: Role): boolean => knowsStaff.includes(role);
export const mayReviewLog = (role: Role): boolean => role === 'privacy_officer';
export const mayChangeSettings = (role: Role): boolean => role === 'administrator';
