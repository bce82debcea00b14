import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runWitness } from '#features/audit/index.ts';
import { readConfig } from '#platform/config.ts';
import { logFolder, verifyInstallation } from '../verification.ts';
import { CommandFailed, type Command } from './command.ts';
import { withPortico } from './with-portico.ts';

const usage = `Usage: portico audit verify [--records] [--checkpoint FILE]... [--known EVENT]...
       portico audit export FOLDER
       portico audit witness
       portico audit witness serve FOLDER --name NAME --log KEY... [--port PORT]`;

/** `portico audit verify | export | witness`. */
export const audit: Command = async ([action, ...args]) => {
  if (action === 'verify') return verify(args);
  if (action === 'export' && args.length === 1) return exportLog(args[0]!);
  if (action === 'witness' && args.length === 0) return showCheckpoint();
  if (action === 'witness' && args[0] === 'serve') return serveWitness(args.slice(1));
  throw new CommandFailed(usage, 2);
};

function parseVerify(args: readonly string[]): { records: boolean; checkpoints: string[]; known: string[] } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        records: { type: 'boolean' },
        checkpoint: { type: 'string', multiple: true },
        known: { type: 'string', multiple: true },
      },
    });
    const known = values.known ?? [];
    if (!known.every((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)))
      throw new RangeError('--known takes the id of an event, as a verification names it');
    return {
      known,
      records: values.records ?? false,
      // Checkpoints that left this machine: by mail, on paper, from a witness.
      checkpoints: (values.checkpoint ?? []).map((file) => readFileSync(file, 'utf8')),
    };
  } catch (cause) {
    throw new CommandFailed((cause as Error).message, 2);
  }
}

/** Exit code 0 when everything fits, 1 with the first thing that does not. */
async function verify(args: readonly string[]): Promise<number> {
  const { records, checkpoints, known } = parseVerify(args);
  return withPortico(async (opened) => {
    const { config, database, portico } = opened;
    const deps = { config, connections: database.connections, portico };
    const report = await verifyInstallation(deps, { records, earlier: checkpoints, known });
    if (report.ok) {
      const rows = report.records === undefined ? '' : `, ${report.records} records as it says`;
      const witnesses = report.witnesses.length > 0 ? report.witnesses.join(', ') : 'not independently witnessed';
      process.stdout.write(
        `The log is whole: ${report.size} entries, ${report.events} events, ${report.patients} patients${rows}.\n` +
          `Root ${report.root}; ${witnesses}.\n`,
      );
      return 0;
    }
    for (const { sentence, place } of [report, ...report.others]) {
      const parts = Object.entries(place).flatMap(([name, value]) =>
        value === undefined || value === null ? [] : [`${name} ${value}`],
      );
      process.stdout.write(`${sentence} ${parts.length > 0 ? `(${parts.join(', ')})` : ''}\n`);
    }
    if (report.restFits)
      process.stdout.write('Everything else fits. Once looked into, name such an event: --known EVENT\n');
    return 1;
  });
}

function getPublished(): string {
  const folder = logFolder(readConfig(process.env));
  if (!existsSync(join(folder, 'checkpoint'))) throw new CommandFailed(`No log was published in ${folder} yet.`);
  return folder;
}

/** The public files as they are served (C2SP tlog-tiles): for a witness, an auditor, or storage that cannot be rewritten. */
async function exportLog(target: string): Promise<number> {
  const folder = getPublished();
  // The checkpoint of before the copy: every file that it needs was there by then.
  const checkpoint = readFileSync(join(folder, 'checkpoint'));
  cpSync(folder, target, { recursive: true });
  writeFileSync(join(target, 'checkpoint'), checkpoint);
  process.stdout.write(`${checkpoint.toString('utf8').split('\n')[1] ?? '0'} entries written to ${target}\n`);
  return 0;
}

/** What a witness, a letter or a printout needs: the signed checkpoint and the keys that check it. */
async function showCheckpoint(): Promise<number> {
  const folder = getPublished();
  process.stdout.write(`${readFileSync(join(folder, 'checkpoint'), 'utf8')}\n`);
  if (existsSync(join(folder, 'vkeys'))) process.stdout.write(readFileSync(join(folder, 'vkeys'), 'utf8'));
  return 0;
}

const defaultWitnessPort = 8088;

/**
 * Runs a witness: on another host, by other people, it makes a log that was cut off, rolled back or
 * forked visible to everybody. Needs no installation here. Ends with SIGINT or SIGTERM.
 */
async function serveWitness(args: readonly string[]): Promise<number> {
  const options = {
    name: { type: 'string' },
    log: { type: 'string', multiple: true },
    port: { type: 'string' },
  } as const;
  const read = () => parseArgs({ args: [...args], options, allowPositionals: true });
  let parsed: ReturnType<typeof read>;
  try {
    parsed = read();
  } catch (cause) {
    throw new CommandFailed((cause as Error).message, 2);
  }
  const [folder, ...rest] = parsed.positionals;
  const { name, log = [], port = String(defaultWitnessPort) } = parsed.values;
  if (!folder || rest.length > 0 || !name || log.length === 0 || !/^\d{1,5}$/.test(port))
    throw new CommandFailed(usage, 2);
  const witness = await runWitness({ folder, name, logs: log, port: Number(port) });
  process.stdout.write(`${witness.url} ${witness.vkey}\n`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await witness.close();
  return 0;
}
