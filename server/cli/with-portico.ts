import { readConfig, type Config } from '#platform/config.ts';
import { localKeyFile } from '#platform/kms/local-key-file.ts';
import { createLog, type Log } from '#platform/log.ts';
import { createMetrics } from '#platform/metrics.ts';
import { compose, type Portico } from '../app.ts';
import { openDatabase, type OpenDatabase } from '../database.ts';
import { findInstallation, timeZoneOf, type Installation } from '../installation.ts';
import { logOriginOf } from '../log-origin.ts';
import { CommandFailed } from './command.ts';

/** The installation, opened for a command: the running portal's database, or the embedded one started for this. */
export type Opened = {
  readonly config: Config;
  readonly log: Log;
  readonly database: OpenDatabase;
  readonly installation: Installation;
  readonly portico: Portico;
};

/** Log lines of commands go to standard error: their standard output is for what they print. */
const logDescriptor = 2;

/** Opens the installation, does the work, closes it again. Throws CommandFailed when there is none. */
export async function withPortico<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
  const config = readConfig({ PORTICO_LOG_LEVEL: 'warn', ...process.env });
  const log = createLog(config.logLevel, logDescriptor);
  const database = await openDatabase(config, log, { purpose: 'command', mayCreate: false });
  try {
    const installation = await findInstallation(database.connections.owner);
    if (!installation)
      throw new CommandFailed(
        `There is no installation in ${config.dataFolder}. Run \`npx portico serve --init\` or \`npm start\` first.`,
      );
    const portico = await compose({
      connection: (role) => database.connections.role(role),
      kms: localKeyFile(config.keyFile),
      dataFolder: config.dataFolder,
      origins: [],
      logOrigin: logOriginOf(config),
      timeZone: timeZoneOf(config, installation),
      secure: true,
      log,
      metrics: createMetrics(),
    });
    try {
      return await work({ config, log, database, installation, portico });
    } finally {
      await portico.stop();
    }
  } finally {
    await database.stop();
  }
}

/** Without a running portal nobody else brings this command's events into the log. */
export async function settleLog({ database, portico }: Opened): Promise<void> {
  if (!database.isOwned) return;
  while ((await portico.sequencer.step()).state === 'appended');
}
