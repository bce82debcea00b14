import { join } from 'node:path';
import pg from 'pg';
import { getClusterFolder } from '#platform/db/embedded/cluster-folder.ts';
import { embeddedConnections, superuserConnection } from '#platform/db/embedded/connections.ts';
import { findRunningPostmaster } from '#platform/db/embedded/postmaster.ts';
import { loadDatabaseSecrets } from '#platform/db/embedded/secrets.ts';
import { findSocketFolder } from '#platform/db/embedded/socket-note.ts';
import { findDatabaseUser } from '#platform/db/embedded/system-user.ts';
import { localKeyFile } from '#platform/kms/local-key-file.ts';
import { createLog } from '#platform/log.ts';
import { createMetrics } from '#platform/metrics.ts';
import { compose, type Portico } from '../../server/app.ts';

// A second process beside the portal, as an import command or an EHR gateway is:
// the same operations on the same database, over its socket.

/** Composes the portal's operations over the database that runs on the data folder; undefined while it is away. */
export async function findGateway(dataFolder: string): Promise<{ portico: Portico; socketFolder: string } | undefined> {
  const socketFolder = findSocketFolder(dataFolder);
  if (!socketFolder) return undefined;
  const secrets = loadDatabaseSecrets(join(dataFolder, 'secrets/database.json'));
  const connections = embeddedConnections(socketFolder, secrets, 'portico');
  try {
    const portico = await compose({
      connection: (role) => connections.role(role),
      kms: localKeyFile(join(dataFolder, 'secrets/keys.json')),
      dataFolder,
      origins: [],
      logOrigin: 'localhost/log',
      secure: true,
      log: createLog('silent'),
      metrics: createMetrics(),
    });
    return { portico, socketFolder };
  } catch {
    return undefined;
  }
}

/** The process id of the database on this data folder; undefined while there is none. */
export function findDatabasePid(dataFolder: string): number | undefined {
  return findRunningPostmaster(getClusterFolder(dataFolder, findDatabaseUser()));
}

/** Rows as the superuser sees them: no policy hides any. */
export async function askSuperuser<Row extends pg.QueryResultRow>(
  dataFolder: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const secrets = loadDatabaseSecrets(join(dataFolder, 'secrets/database.json'));
  const client = new pg.Client(superuserConnection(findSocketFolder(dataFolder)!, secrets, 'portico'));
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
