export {
  CobblestoneError,
  type CobblestoneSource,
  cobblestoneLength,
  hkdfExpand,
  openCobblestone,
  openCobblestoneRange,
  sealCobblestone,
} from './cobblestone.ts';
export { fromBase64, toBase64 } from './base64.ts';
export {
  formatCheckpoint,
  parseCheckpoint,
  verifyCheckpoint,
  type Checkpoint,
  type LogTrust,
  type VerifiedCheckpoint,
} from './checkpoint.ts';
export * from './log-entry.ts';
export * from './my-log.ts';
export * from './my-log-types.ts';
export {
  cosignatureText,
  cosignatureType,
  ed25519Type,
  formatSignature,
  formatVerifierKey,
  keyIdOf,
  parseNote,
  parseVerifierKey,
  verifyEd25519,
  verifySignatures,
  type Note,
  type NoteSignature,
  type VerifierKey,
} from './signed-note.ts';
export * from './tag-index.ts';
export * from './tlog.ts';
export { formatTlogProof, parseTlogProof, verifyTlogProof, type TlogProof } from './tlog-proof.ts';
export * from './tlog-tiles.ts';
