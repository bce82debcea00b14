// npm run bench [-- NAME...]   what an operation costs, beside a bare path (docs/performance.md)
import { join } from 'node:path';
import type { Bench } from './measure.ts';
import { tableOf, writeFigures, type Figure } from './report.ts';
import { scenarios } from './scenarios.ts';
import { startWorld } from './world.ts';

const rounds = 5;
const durationMs = 1_500;
const lastFile = join(import.meta.dirname, 'last.json');

const main = async (wanted: readonly string[]): Promise<number> => {
  const unknown = wanted.filter((name) => !Object.hasOwn(scenarios, name));
  if (unknown.length > 0) {
    process.stderr.write(`There is no bench ${unknown.join(', ')}. Known: ${Object.keys(scenarios).join(', ')}\n`);
    return 2;
  }
  const names = wanted.length > 0 ? wanted : Object.keys(scenarios);
  const world = await startWorld({ profileFolder: process.env.PORTICO_BENCH_PROFILE });
  try {
    const { generator, database } = world;
    const bench: Bench = { generator, postmasterPid: database.postmasterPid, rounds, durationMs };
    const figures: Figure[] = [];
    for (const name of names) {
      process.stderr.write(`${name}...\n`);
      figures.push(...(await scenarios[name]!(world, bench)));
    }
    process.stdout.write(`${tableOf(figures)}\n`);
    writeFigures(lastFile, figures);
    return 0;
  } finally {
    await world.stop();
  }
};

process.exitCode = await main(process.argv.slice(2));
