import { newId, type Id } from '#platform/ids.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import { writes, type WriteHandler } from '#platform/operation.ts';
import * as contract from './contract.ts';
import { sealBody } from './sealed-rows.ts';
import * as sql from './watch-store.ts';

/**
 * Hands the alert that is due longest to the deputy. The row itself says whether it was done, in the transaction
 * that does it: killed before the commit nothing happened, after it nothing happens again, by however many processes.
 */
export const escalate = ({ sealer }: { sealer: Sealer }): WriteHandler =>
  writes(contract.escalateAlert, async (tx) => {
    const alert = await tx.find(sql.escalateNext);
    if (!alert) return { done: 0 };
    const { id: alertId, patient_id: patientId } = alert;
    const id = newId<Id>();
    const key = await sealer.key(patientId, 'care');
    const step = sealBody(key, 'critical.step', id, { did: 'escalated', name: '' });
    await tx.all(sql.addStep, [patientId, alertId, id, step.sealed, step.mac]);
    tx.audit({ patientId, recordIds: [alertId], writes: [step.write] });
    return { done: 1 };
  });
