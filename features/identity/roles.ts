import { AppError } from '#platform/errors.ts';
import { staffRoles } from './contract.ts';

export const isStaffRole = (role: string): boolean => (staffRoles as readonly string[]).includes(role);

/** An account that works here and is nobody's own: it holds a role, and only roles of staff. */
export const isStaffAccount = (held: readonly string[]): boolean => held.length > 0 && held.every(isStaffRole);

const apartFromAdministrator: readonly string[] = ['clinician', 'nurse', 'records_officer'];

/** Requirement 1: who runs the machine reads no chart. The database holds the same rule. */
export const refuseMixedRoles = (wanted: string, held: readonly string[]): void => {
  const mixed =
    (wanted === 'administrator' && held.some((role) => apartFromAdministrator.includes(role))) ||
    (held.includes('administrator') && apartFromAdministrator.includes(wanted));
  if (mixed) {
    throw new AppError('conflict', 'An administrator cannot also hold a chart or custody role.', {
      fields: [{ path: 'body.role', message: 'Choose another role, or end the one this person holds.' }],
    });
  }
};
