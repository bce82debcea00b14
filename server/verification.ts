import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLogFiles, verifyLog, type VerifyReport } from '#features/audit/index.ts';
import type { Config } from '#platform/config.ts';
import type { Connections } from '#platform/db/embedded/connections.ts';
import { createPool } from '#platform/db/pool.ts';
import { localKeyFile } from '#platform/kms/local-key-file.ts';
import type { Portico } from './app.ts';
import { recordTables } from './routes.ts';

/** Where the published log lies. */
export function logFolder(config: Config): string {
  return join(config.dataFolder, 'log');
}

/** Events that were looked into: one id a line in `known-events` of the data folder, so that the nightly check knows too. */
const knownEvents = (config: Config): string[] => {
  const file = join(config.dataFolder, 'known-events');
  return existsSync(file)
    ? (readFileSync(file, 'utf8').match(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gm) ?? [])
    : [];
};

/** Recomputes the whole log and, when asked, compares every record with it. For the command and the nightly job. */
export async function verifyInstallation(
  { config, connections, portico }: { config: Config; connections: Connections; portico: Portico },
  wanted: { records: boolean; earlier?: readonly string[]; known?: readonly string[] },
): Promise<VerifyReport> {
  // Not the sequencer's own pool: its one connection may hold the log's lock.
  const pool = createPool(connections.role('app_sequencer'), { max: 2 });
  try {
    return await verifyLog({
      pool,
      kms: localKeyFile(config.keyFile),
      sealer: portico.sealers.app_sequencer,
      files: await openLogFiles(logFolder(config)),
      earlier: wanted.earlier ?? [],
      known: [...knownEvents(config), ...(wanted.known ?? [])],
      ...(wanted.records ? { records: recordTables } : {}),
    });
  } finally {
    await pool.end();
  }
}
