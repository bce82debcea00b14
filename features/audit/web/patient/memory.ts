import type { RememberedLog } from '@portico/crypto';

/**
 * What this browser keeps between visits: the last checkpoint it verified. No health information: an
 * opaque id, sizes and hashes. Signing out leaves it, because the next visit must continue from it.
 */
export type Memory = {
  v: 1;
  vkey: string;
  checkedAt: string;
  log: RememberedLog;
  /** Verifier keys of all witnesses that have signed here before; absent in memories of before they were kept. */
  witnesses?: string[];
};

const keyOf = (patientId: string): string => `portico.log.${patientId}`;

const isMemory = (value: unknown): value is Memory => {
  const memory = value as Memory | null;
  return (
    typeof memory === 'object' &&
    memory?.v === 1 &&
    typeof memory.vkey === 'string' &&
    typeof memory.checkedAt === 'string' &&
    memory.log?.v === 1 &&
    (memory.witnesses === undefined || memory.witnesses.every((key) => typeof key === 'string')) &&
    Number.isSafeInteger(memory.log.size) &&
    Number.isSafeInteger(memory.log.count)
  );
};

export const recall = (patientId: string): Memory | undefined => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(patientId)) ?? 'null');
    return isMemory(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

export const remember = (patientId: string, memory: Memory): void => {
  localStorage.setItem(keyOf(patientId), JSON.stringify(memory));
};
