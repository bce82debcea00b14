export { createAudit, type AuditSealer } from './recorder.ts';
export { openLogFiles, type LogFiles } from './log/log-files.ts';
export { auditHandlers, type AuditHandlerDeps } from './routes.ts';
export { createSequencer, LogRefused, type Sequencer, type SequencerDeps, type Step } from './log/sequencer.ts';
export { deletedHash } from './verify/verify-records.ts';
export { verifyLog, type VerifyOptions, type VerifyReport } from './verify/verify.ts';
export type { RecordTable } from './policy.ts';
export { createWitnessClient, type WitnessClient } from './witness/witness-client.ts';
export { runWitness, type WitnessSettings } from './witness/witness-run.ts';
