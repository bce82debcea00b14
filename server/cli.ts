#!/usr/bin/env node
// `portico ...`: one file per command in cli/; each does little more than call a feature.
import './compile-cache.ts';
import { ConfigError } from '#platform/config.ts';
import { FolderInUseError } from '#platform/db/embedded/cluster.ts';
import { isAppError } from '#platform/errors.ts';
import { KeyFileError } from '#platform/kms/local-key-file.ts';
import { CommandFailed, type Command } from './cli/command.ts';
import { NoInstallation } from './database.ts';

const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./cli/serve.ts')).serve,
  'sign-in': async () => (await import('./cli/sign-in.ts')).signIn,
  'invite-approver': async () => (await import('./cli/invite-approver.ts')).inviteApprover,
  import: async () => (await import('./cli/import.ts')).importFiles,
  audit: async () => (await import('./cli/audit.ts')).audit,
  policy: async () => (await import('./cli/policy.ts')).policy,
  keys: async () => (await import('./cli/keys.ts')).keys,
  openapi: async () => (await import('./cli/openapi.ts')).openapi,
  demo: async () => (await import('./cli/demo.ts')).demo,
};

const usage = `Usage: portico COMMAND

  serve [--init [--admin NAME --email ADDRESS]]
                             run the portal; --init makes a real installation first
  sign-in --as NAME [--role ROLE]
                             sign in (password and code on stdin, a line each), print the cookie
  invite-approver --name NAME --email ADDRESS
                             a privacy officer's letter where one person alone is left to approve roles;
                             that person approves it
  import fhir FILE...        import FHIR R4 bundles and resources
  audit verify [--records]   check the whole log; with --records, every row against it
  audit export FOLDER        write the log's public files
  audit witness              print the log's latest checkpoint and key
  audit witness serve FOLDER --name NAME --log KEY
                             watch a log from another host and cosign what extends it
  policy show [--json]       who may do what
  policy explain ROLE RESOURCE ACTION
  keys status                where key rotation stands
  keys rotate DOMAIN         new key for a domain; wraps its data keys again
  demo accounts              the demo clinic's accounts
  demo code NAME             a demo account's six-digit code of this moment
  demo reset                 empty a stopped demo clinic; the next start makes it anew
  openapi                    the API's description
`;

// `portico policy show | head` closes our output early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

async function main(): Promise<number> {
  const [name = 'help', ...args] = process.argv.slice(2);
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    const isHelp = ['help', '--help', '-h'].includes(name);
    (isHelp ? process.stdout : process.stderr).write(
      isHelp ? usage : `portico: there is no command ${name}\n\n${usage}`,
    );
    return isHelp ? 0 : 2;
  }
  try {
    return await (
      await load()
    )(args);
  } catch (error) {
    process.stderr.write(`portico ${name}: ${explain(error)}\n`);
    return error instanceof CommandFailed ? error.exitCode : 1;
  }
}

/** Words for a terminal; a stack only for what nobody foresaw. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (
    error instanceof CommandFailed ||
    error instanceof ConfigError ||
    error instanceof FolderInUseError ||
    error instanceof KeyFileError ||
    error instanceof NoInstallation ||
    isAppError(error)
  )
    return error.message;
  return (error as NodeJS.ErrnoException).syscall ? error.message : (error.stack ?? error.message);
}

// `serve` stays: it ends the process itself. Everything else ends here, once its output is written.
const exitCode = await main();
if (process.argv[2] !== 'serve' || exitCode !== 0) {
  process.exitCode = exitCode;
}
