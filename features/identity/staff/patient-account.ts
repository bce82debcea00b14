import type { InputOf } from '#platform/contract.ts';
import { AppError } from '#platform/errors.ts';
import { bind } from '#platform/db/statement.ts';
import type { WriteTx } from '#platform/operation.ts';
import type { Core } from '../core.ts';
import { isStaffRole } from '../roles.ts';
import { findPatientAccount, isInUse, rolesOf } from '../statements.ts';
import type * as contract from './contract.ts';

/** What a letter would do, told before it is made. The patient reads that the desk asked. */
export const readPatientAccount = async (
  core: Core,
  tx: WriteTx,
  { params }: InputOf<typeof contract.readPatientAccount>,
) => {
  const { patientId } = params;
  if (!(await core.patients.person(tx, patientId))) throw new AppError('not-found');
  const [[known]] = await core.pool.run([bind(findPatientAccount, [patientId])]);
  tx.audit({ patientId, detail: 'whether there is an account' });
  if (!known?.account_id) return { state: 'none' as const };
  const [[held], [use]] = await core.pool.run([bind(rolesOf, [known.account_id]), bind(isInUse, [known.account_id])]);
  if (held?.roles.some(isStaffRole)) return { state: 'staff' as const };
  return { state: use?.used ? ('in-use' as const) : ('has-account' as const) };
};
