import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A check of the whole source: types, lint, format. */
export type Check = { readonly name: string; readonly command: readonly string[] };

const root = resolve(import.meta.dirname, '..');
const timeoutMs = 120_000;

/** Every check, in the order of their cost. */
export const checks: readonly Check[] = [
  { name: 'format (oxfmt)', command: ['oxfmt', '--check'] },
  { name: 'lint (oxlint)', command: ['oxlint'] },
  { name: 'types: server', command: ['tsc', '-p', 'tsconfig.server.json'] },
  { name: 'types: web', command: ['tsc', '-p', 'tsconfig.web.json'] },
  { name: 'types: browser tests', command: ['tsc', '-p', 'test/e2e/tsconfig.json'] },
  { name: 'types: crypto', command: ['tsc', '-p', 'crypto/tsconfig.json'] },
];

/** Runs one check. Resolves to undefined when it passes, else to what it said. */
export async function findProblems(check: Check): Promise<string | undefined> {
  const [name, ...args] = check.command;
  const program = join(root, 'node_modules', '.bin', name!);
  if (!existsSync(program)) return `${name} is not installed`;
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      if (output.length < 20_000) output += text;
    });
  }
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return code === 0 ? undefined : output.trim() || `${name} ended with ${code}`;
}
