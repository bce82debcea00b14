/** A command: gets what follows its name, gives the exit code. */
export type Command = (args: readonly string[]) => Promise<number>;

/** Ends a command with words for the terminal. Exit code 2: wrong usage. */
export class CommandFailed extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode = 1) {
    super(message);
    this.name = 'CommandFailed';
    this.exitCode = exitCode;
  }
}

/** Lines of standard input, one per call; for passwords and codes, which are never arguments. */
export async function* readLines(): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of process.stdin.setEncoding('utf8') as AsyncIterable<string>) {
    rest += chunk;
    if (rest.length > 10_000) throw new CommandFailed('That is more input than a password and a code');
    let end = rest.indexOf('\n');
    while (end >= 0) {
      yield rest.slice(0, end).replace(/\r$/, '');
      rest = rest.slice(end + 1);
      end = rest.indexOf('\n');
    }
  }
  if (rest !== '') yield rest;
}
