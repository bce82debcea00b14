import { writes, type Handler } from '#platform/operation.ts';
import type { Core } from '../core.ts';
import * as contract from './contract.ts';
import { endStaffSessions, listStaff, setStaffState } from './accounts.ts';
import { readPatientAccount } from './patient-account.ts';
import { askRole, decideRole, listRoleRequests, withdrawRole } from './role-requests.ts';

/** Those of staff on the identity pool: names are sealed there, and what ends a session and its event are one transaction. */
export const staffHandlers = (core: Core): Handler[] => [
  writes(contract.readPatientAccount, (tx, input) => readPatientAccount(core, tx, input)),
  writes(contract.listStaff, (tx, input, ctx) => listStaff(core, tx, input, ctx), core.pool),
  writes(contract.setStaffState, (tx, input) => setStaffState(core, tx, input), core.pool),
  writes(contract.endStaffSessions, (tx, input) => endStaffSessions(core, tx, input), core.pool),
  writes(contract.askRole, (tx, input) => askRole(core, tx, input), core.pool),
  writes(contract.withdrawRole, (tx, input) => withdrawRole(core, tx, input), core.pool),
  writes(contract.listRoleRequests, (tx, _input, ctx) => listRoleRequests(core, tx, ctx), core.pool),
  writes(contract.decideRole, (tx, input) => decideRole(core, tx, input), core.pool),
];
