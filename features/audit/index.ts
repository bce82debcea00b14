export { createAudit, type AuditSealer } from './recorder.ts';
export { openLogFiles, type LogFiles } from './log-files.ts';
export { auditHandlers, type AuditHandlerDeps } from './routes.ts';
export { createSequencer, LogRefused, type Sequencer, type SequencerDeps, type Step } from './sequencer.ts';
