import { codeAt } from '#features/identity/index.ts';
import { readConfig } from '#platform/config.ts';
import { FolderInUseError } from '#platform/db/embedded/cluster.ts';
import { createLog } from '#platform/log.ts';
import { ResetRefused, resetDemo } from '../demo.ts';
import { findReadyFile, type DemoAccount } from '../ready-file.ts';
import { CommandFailed, type Command } from './command.ts';

/** `portico demo accounts | code NAME | reset`: for people who try the demo. */
export const demo: Command = async ([action, email, ...rest]) => {
  if (action === 'reset' && email === undefined) return reset();
  const { dataFolder } = readConfig(process.env);
  const accounts = findReadyFile(dataFolder)?.accounts ?? [];
  if (accounts.length === 0) {
    throw new CommandFailed(
      `No demo clinic is running in ${dataFolder}: start one with \`npm start\`, or name its folder in PORTICO_DATA.`,
    );
  }
  if (action === 'accounts' && email === undefined) {
    for (const account of accounts) process.stdout.write(`${describe(account)}\n`);
    return 0;
  }
  if (action !== 'code' || email === undefined || rest.length > 0) {
    throw new CommandFailed(
      'Usage: portico demo accounts\n       portico demo code NAME\n       portico demo reset',
      2,
    );
  }
  const account = accounts.find((known) => known.email === email.toLowerCase());
  if (!account) throw new CommandFailed(`The demo clinic has no account ${email}; see \`npx portico demo accounts\`.`);
  process.stdout.write(`${codeAt(account.totpSecret, new Date())}\n`);
  return 0;
};

async function reset(): Promise<number> {
  const config = readConfig({ PORTICO_LOG_LEVEL: 'warn', ...process.env });
  try {
    await resetDemo(config, createLog(config.logLevel, 2));
  } catch (error) {
    if (error instanceof FolderInUseError) throw new CommandFailed(`${error.message}. Stop the portal first.`);
    if (error instanceof ResetRefused) throw new CommandFailed(error.message);
    throw error;
  }
  process.stdout.write('The demo clinic is empty. `npm start` makes it anew, with the same passwords and keys.\n');
  return 0;
}

function describe({ role, name, email, password, totpSecret }: DemoAccount): string {
  return `${role.padEnd(16)} ${name.padEnd(22)} ${email.padEnd(41)} ${password}   key ${totpSecret}`;
}
