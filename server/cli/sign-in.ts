import { parseArgs } from 'node:util';
import { signInFromTerminal } from '#features/identity/index.ts';
import { humanRoles, type HumanRole } from '#features/access/index.ts';
import { readConfig } from '#platform/config.ts';
import { findReadyFile } from '../ready-file.ts';
import { CommandFailed, readLines, type Command } from './command.ts';

/**
 * `portico sign-in --as NAME [--role ROLE]`: the real client flow against the
 * running portal; password and six-digit code are read from stdin, a line each.
 * Prints a Cookie header's value.
 */
export const signIn: Command = async (args) => {
  const { as, role } = parse(args);
  const ready = findReadyFile(readConfig(process.env).dataFolder);
  if (!ready) throw new CommandFailed('The portal is not running: start it with `npm start` or `npx portico serve`.');
  if (role !== undefined && ready.accounts.length === 0) throw new CommandFailed('--role is for demo clinics only.', 2);
  const lines = readLines();
  const ask = async (what: 'password' | 'code'): Promise<string> => {
    if (process.stdin.isTTY) process.stderr.write(`${what === 'password' ? 'Password' : 'Six-digit code'}: `);
    const line = await lines.next();
    if (line.done) throw new CommandFailed(`The ${what} is expected on standard input.`, 2);
    return line.value;
  };
  const { cookie } = await signInFromTerminal(ready.url, { name: as, ...(role ? { role } : {}) }, ask);
  process.stdout.write(`${cookie}\n`);
  return 0;
};

function parse(args: readonly string[]): { as: string; role: HumanRole | undefined } {
  try {
    const { values } = parseArgs({ args: [...args], options: { as: { type: 'string' }, role: { type: 'string' } } });
    if (values.as === undefined) throw new Error('--as NAME is needed');
    const role = humanRoles.find((known) => known === values.role);
    if (values.role !== undefined && !role)
      throw new Error(`there is no role ${values.role}; it is one of ${humanRoles.join(', ')}`);
    return { as: values.as, role };
  } catch (cause) {
    throw new CommandFailed((cause as Error).message, 2);
  }
}
