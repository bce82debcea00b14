import { randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { newId } from '#platform/ids.ts';
import { openCobblestone, sealCobblestone } from './cobblestone.ts';
import { SubjectKey } from './subject-key.ts';

export type SealingFigure = { readonly name: string; readonly microseconds: number };

/** Median of five rounds, microseconds of CPU time a call (wall time would measure the neighbours). */
const measure = (name: string, rounds: number, work: () => unknown): SealingFigure => {
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) work();
  for (let round = 0; round < 5; round++) {
    const start = process.cpuUsage();
    for (let i = 0; i < rounds; i++) work();
    const spent = process.cpuUsage(start);
    times.push((spent.user + spent.system) / rounds);
  }
  return { name, microseconds: times.toSorted((a, b) => a - b)[2]! };
};

/**
 * What sealing costs on this machine, on one core, for rows of `rowBytes` (886: the mean of imported
 * laboratory results). For the benchmark and for docs/encryption-at-rest.md.
 */
export const measureSealing = (rowBytes = 886, rounds = 5_000): SealingFigure[] => {
  const keys = [0, 1].map((version) => ({ version, key: randomBytes(32), active: true }));
  const subjectId = newId();
  const key = new SubjectKey(subjectId, 'records', keys);
  const at = { table: 'records.resource', column: 'sealed', rowId: newId(), version: 1 };
  const head = { table: at.table, rowId: at.rowId, version: 1, deleted: false };
  const plaintext = randomBytes(rowBytes);
  const sealed = key.seal(at, plaintext);
  const mac = key.head(head);
  const wrapKey = randomBytes(32);
  const context = Buffer.from('portico/v1/measure');
  const cobblestone = sealCobblestone(wrapKey, plaintext, context);
  return [
    measure('row open', rounds, () => key.open(at, sealed)),
    measure('row seal', rounds, () => key.seal(at, plaintext)),
    measure('head check', rounds, () => key.checkHead(head, mac)),
    measure('code token', rounds, () => key.token('records.resource.code_token', '2823-3')),
    measure('subject key from data keys', rounds, () => new SubjectKey(subjectId, 'records', keys)),
    measure('Cobblestone open', rounds, () => openCobblestone(wrapKey, cobblestone, context)),
    measure('Cobblestone seal', rounds, () => sealCobblestone(wrapKey, plaintext, context)),
  ];
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { name, microseconds } of measureSealing()) {
    process.stdout.write(`${name.padEnd(28)} ${microseconds.toFixed(1).padStart(7)} us\n`);
  }
}
