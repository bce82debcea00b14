import { join } from 'node:path';
import { runPolicyCommand } from '#features/access/index.ts';
import { policies } from '../routes.ts';
import { CommandFailed, type Command } from './command.ts';

/** `portico policy show [--json] | explain ROLE RESOURCE ACTION | write`: needs no database, the policy is data. */
export const policy: Command = async (args) => {
  try {
    process.stdout.write(await runPolicyCommand(args, policies, join(import.meta.dirname, '../..')));
    return 0;
  } catch (cause) {
    throw new CommandFailed((cause as Error).message, 2);
  }
};
