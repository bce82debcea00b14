import { parseVerifierKey, type LogTrust, type VerifiedCheckpoint } from '@portico/crypto';
import type { Memory } from './memory.ts';

/** Verifier keys as the server names them with a proof. */
type LogKeys = { readonly vkey: string; readonly witnesses: readonly string[] };

const witnessKeysOf = (log: LogKeys, memory: Memory | undefined): string[] => [
  ...new Set([...(memory?.witnesses ?? []), ...log.witnesses]),
];

/** Which log this browser trusts: the key it was given at its first visit (trust on first use), and the witnesses it ever saw. */
export const trustOf = (log: LogKeys, memory?: Memory): LogTrust => {
  const key = parseVerifierKey(log.vkey);
  return { origin: key.name, logKeys: [key], witnessKeys: witnessKeysOf(log, memory).map(parseVerifierKey) };
};

/** Which witnesses to remember from now on, and which of the remembered ones did not sign this time. */
export const compareWitnesses = (log: LogKeys, memory: Memory | undefined, { witnesses }: VerifiedCheckpoint) => {
  const signed = new Set(witnesses.map(({ name, keyId }) => `${name} ${keyId}`));
  const hasSigned = (vkey: string): boolean => {
    const { name, keyId } = parseVerifierKey(vkey);
    return signed.has(`${name} ${keyId}`);
  };
  const known = memory?.witnesses ?? [];
  return {
    // One that went missing stays remembered: the warning ends when it signs again.
    remembered: witnessKeysOf(log, memory).filter((vkey) => known.includes(vkey) || hasSigned(vkey)),
    lost: known.filter((vkey) => !hasSigned(vkey)).map((vkey) => parseVerifierKey(vkey).name),
  };
};
