import { resolve } from 'node:path';
import { ConfigError, type Config } from '#platform/config.ts';
import { FolderInUseError } from '#platform/db/embedded/cluster.ts';
import { isAppError } from '#platform/errors.ts';
import { KeyFileError } from '#platform/kms/local-key-file.ts';
import { createLog } from '#platform/log.ts';
import { findReadyFile, type DemoAccount } from './ready-file.ts';
import { startPortal, type Portal } from './portal.ts';
import { NoInstallation } from './database.ts';
import { StartRefused, type WhenNew } from './settle-installation.ts';

const forcedExitMs = 40_000;

/** Runs the portal in this process until SIGTERM or SIGINT. Ends the process itself when it cannot start. */
export async function runPortal(options: {
  readConfig: () => Config;
  whenNew: WhenNew;
  /** `person`: prints what to do next. `operator`: JSON log lines only. */
  audience: 'person' | 'operator';
  onReady?: (portal: Portal) => Promise<void>;
}): Promise<void> {
  const say = (text: string): void => {
    if (options.audience === 'person') process.stdout.write(`${text}\n`);
  };
  let portal: Portal | undefined;
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    // Not unref'd work may hang; a stop must end.
    setTimeout(() => process.exit(1), forcedExitMs).unref();
    await starting.catch(() => {});
    await portal?.stop();
    process.exit(process.exitCode ?? 0);
  };
  const start = async (): Promise<void> => {
    const config = options.readConfig();
    const log = createLog(config.logLevel);
    portal = await startPortal({ config, log, whenNew: options.whenNew, onStep: (step) => say(`${step} ...`) });
  };
  const starting = start();
  process.on('SIGTERM', () => void stop()).on('SIGINT', () => void stop());
  try {
    await starting;
    say(welcome(portal!, process.env['PORTICO_DATA']));
    await options.onReady?.(portal!);
  } catch (error) {
    if (isStopping) return;
    process.stderr.write(`${explainFailure(error, options.readConfig)}\n`);
    process.exitCode = 1;
    await stop();
  }
}

function explainFailure(error: unknown, readConfig: () => Config): string {
  if (
    error instanceof ConfigError ||
    error instanceof StartRefused ||
    error instanceof NoInstallation ||
    error instanceof KeyFileError
  ) {
    return `\nPortico did not start. ${error.message}`;
  }
  if (error instanceof FolderInUseError) {
    const running = findReadyFile(readConfig().dataFolder);
    return `\nPortico did not start. ${error.message}.${running ? ` It serves ${running.url} .` : ''}`;
  }
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    return '\nPortico did not start: another program listens on that port. Set PORTICO_PORT to another one.';
  }
  const { code, syscall } = error as NodeJS.ErrnoException;
  // The operating system's own words (a path, a host, a port): no stack needed to act on them.
  if (syscall !== undefined && code !== undefined) return `\nPortico did not start: ${(error as Error).message}`;
  if (isAppError(error)) return `\nPortico did not start: ${error.message}`;
  return `\nPortico did not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/** The command as it can be typed in another window: it must find the same data folder. */
function demoCommand(action: string, dataFolder: string | undefined): string {
  const command = `npx portico demo ${action}`;
  return dataFolder?.trim()
    ? `PORTICO_DATA='${resolve(dataFolder.trim()).replaceAll("'", "'\\''")}' ${command}`
    : command;
}

const firstOfEachRole = (accounts: readonly DemoAccount[]): DemoAccount[] =>
  [...new Map(accounts.toReversed().map((account) => [account.role, account])).values()].toReversed();

/** What a person at the terminal reads next. `dataFolder` as PORTICO_DATA names it, when it does. */
export function welcome({ ready, installation }: Pick<Portal, 'ready' | 'installation'>, dataFolder?: string): string {
  const lines = ['', `  ${installation.clinicName}: ${ready.url}`, `  Staff:  ${ready.url}/staff/`];
  if (installation.demo) {
    lines.push(
      '',
      '  This is a demo clinic with made-up people. Sign in with the e-mail address and the password;',
      '  for the 6-digit code add the key to an authenticator app, or run:',
      `      ${demoCommand('code EMAIL', dataFolder)}`,
      '',
    );
    const first = firstOfEachRole(ready.accounts);
    for (const account of first) {
      lines.push(`  ${account.name} (${account.role.replaceAll('_', ' ')})`);
      lines.push(`      e-mail ${account.email}   password ${account.password}   key ${account.totpSecret}`);
    }
    lines.push('', '  Everybody else of the demo clinic:', `      ${demoCommand('accounts', dataFolder)}`);
  }
  lines.push('', '  Ctrl-C stops the portal and its database.', '');
  return lines.join('\n');
}
