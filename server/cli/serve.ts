import { parseArgs } from 'node:util';
import { readConfig } from '#platform/config.ts';
import { isAppError } from '#platform/errors.ts';
import { CommandFailed, type Command } from './command.ts';
import { runPortal } from '../run-portal.ts';
import type { Portal } from '../portal.ts';

/** `portico serve [--init]`: the portal until SIGTERM; --init makes a real installation and prints one invitation. */
export const serve: Command = async (args) => {
  const { values } = parseServe(args);
  await runPortal({
    readConfig: () => readConfig(process.env),
    whenNew: values.init ? 'real' : 'nothing',
    audience: 'operator',
    onReady: async (portal) => {
      if (values.init) await printInvitation(portal, { name: values.admin, email: values.email });
    },
  });
  return process.exitCode === undefined ? 0 : Number(process.exitCode);
};

function parseServe(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        init: { type: 'boolean', default: false },
        admin: { type: 'string', default: 'Administrator' },
        email: { type: 'string', default: 'administrator@localhost' },
      },
    });
  } catch (cause) {
    throw new CommandFailed((cause as Error).message, 2);
  }
}

/** For an installation without accounts, however often it was started: nobody could sign in otherwise. */
async function printInvitation({ portico, ready }: Portal, person: { name: string; email: string }): Promise<void> {
  const code = await portico.identity.inviteAdministrator(person).catch((error: unknown) => {
    if (isAppError(error) && error.kind === 'conflict') return undefined;
    throw error;
  });
  if (code === undefined) {
    process.stderr.write('This installation has accounts already; --init changed nothing.\n');
    return;
  }
  process.stdout.write(
    `\nInvitation for the first administrator (one use): ${code}\nRedeem it at ${ready.url}/staff/enrol\n\n`,
  );
}
