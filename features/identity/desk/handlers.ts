import { opens, writes, type Handler } from '#platform/operation.ts';
import type { Core } from '../core.ts';
import { invitePatients, reviewInvitations } from './batch.ts';
import * as contract from './contract.ts';
import { printLetters } from './print.ts';
import { cancelDeskSetUp, sendToDesk, startDeskSetUp, watchDeskSetUp } from './set-up-desk.ts';

/** Work of the front desk. What reads the directory runs as `app`; what only watches, on the identity pool. */
export const deskHandlers = (core: Core): Handler[] => [
  writes(contract.reviewInvitations, (tx, input) => reviewInvitations(core, tx, input)),
  writes(contract.invitePatients, (tx, input, ctx) => invitePatients(core, tx, input, ctx)),
  writes(contract.printLetters, (tx, input, ctx) => printLetters(core, tx, input, ctx)),
  writes(contract.startDeskSetUp, (tx, input, ctx) => startDeskSetUp(core, tx, input, ctx)),
  writes(contract.watchDeskSetUp, (tx, input, ctx) => watchDeskSetUp(core, tx, input, ctx), core.pool),
  writes(contract.cancelDeskSetUp, (tx, input, ctx) => cancelDeskSetUp(core, tx, input, ctx), core.pool),
  opens(contract.sendToDesk, (input) => sendToDesk(core, input)),
];
