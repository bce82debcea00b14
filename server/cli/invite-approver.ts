import { parseArgs } from 'node:util';
import { CommandFailed, type Command } from './command.ts';
import { settleLog, withPortico } from './with-portico.ts';

const usage = 'Usage: portico invite-approver --name NAME --email ADDRESS';

/** `portico invite-approver`: a privacy officer's letter, for a clinic where one person alone is left to approve roles. */
export const inviteApprover: Command = (args) => {
  const { name, email } = parse(args);
  if (!name?.trim() || !email || !/^\S+@\S+$/.test(email)) throw new CommandFailed(usage, 2);
  return withPortico(async (opened) => {
    const code = await opened.portico.identity.inviteApprover({ name: name.trim(), email: email.trim() });
    await settleLog(opened);
    process.stdout.write(
      `Invitation for a privacy officer (one use, seven days): ${code}\n` +
        'It opens when an administrator or privacy officer of the clinic has approved it (staff console, "Approvals").\n',
    );
    return 0;
  });
};

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { name: { type: 'string' }, email: { type: 'string' } } }).values;
  } catch {
    throw new CommandFailed(usage, 2);
  }
}
