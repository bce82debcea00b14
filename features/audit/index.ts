export { createAudit, type AuditSealer } from "./recorder.ts";
