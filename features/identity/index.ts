export { createIdentity, type Identity } from './identity.ts';
export { openProfile } from './core.ts';
export type { IdentityDeps, PatientPort } from './core.ts';
export type { MadeAccount, NewAccount } from './make-account.ts';
export { openOpaqueThreads, type OpaqueThreads } from './opaque-threads.ts';
export { codeAt, newTotpSecret } from './totp.ts';
export { signInFromTerminal, type TerminalSignIn } from './terminal.ts';
