// Runs the tests: one throw-away cluster, one Node process for all files.
//   npm test                 everything
//   npm test -- PATH...      the tests in these files and folders
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { startCluster, type Cluster } from '#platform/db/embedded/cluster.ts';
import {
  embeddedConnections,
  provision,
  setRolePasswords,
  superuserConnection,
  withClient,
} from '#platform/db/embedded/connections.ts';
import { newDatabaseSecrets } from '#platform/db/embedded/secrets.ts';
import { applyPolicies, migrate } from '#platform/db/migrate.ts';
import { testClusterVariable, type TestCluster } from '../test/harness/cluster.ts';
import { cloneDatabase } from '../test/harness/database.ts';
import type { TestCounts } from './test-counts.ts';

const root = resolve(import.meta.dirname, '..');
const skippedFolders = ['node_modules', 'var', 'dist', '.git'];
const testTimeoutMs = 300_000;

function findTestFiles(paths: readonly string[]): string[] {
  const patterns = paths.length === 0 ? ['**/*.test.ts'] : paths.map(toPattern);
  const found = new Set<string>();
  for (const pattern of patterns) {
    const files = globSync(pattern, { cwd: root, exclude: (name) => skippedFolders.includes(name) });
    if (files.length === 0) throw new Error(`No tests under ${pattern}`);
    for (const file of files) found.add(file);
  }
  return [...found].toSorted();
}

function toPattern(path: string): string {
  const fromRoot = relative(root, resolve(path));
  if (!existsSync(resolve(path))) throw new Error(`There is no ${path}`);
  return statSync(resolve(path)).isDirectory() ? join(fromRoot, '**/*.test.ts') : fromRoot;
}

async function prepareDatabases(cluster: Cluster, secrets: TestCluster['secrets']): Promise<TestCluster> {
  const sharedDatabase = 'portico_test';
  const templateDatabase = 'portico_template';
  const { socketFolder } = cluster;
  const admin = superuserConnection(socketFolder, secrets, 'postgres');
  const { owner } = embeddedConnections(socketFolder, secrets, templateDatabase);
  await provision(admin, owner);
  await migrate(owner, join(root, 'db/migrations'));
  const policies = join(root, 'db/policies.sql');
  if (existsSync(policies)) await applyPolicies(owner, readFileSync(policies, 'utf8'));
  await setRolePasswords(owner, secrets);
  await cloneDatabase(admin, templateDatabase, sharedDatabase);
  await withClient(admin, (client) => client.query(`alter database ${templateDatabase} allow_connections false`));
  return { socketFolder, secrets, sharedDatabase, templateDatabase };
}

/** Runs node:test over the files; the reporter leaves its counts in a file, since node's closing lines change. */
async function runTests(files: readonly string[], cluster: TestCluster, folder: string): Promise<number> {
  const countsFile = join(folder, 'counts.json');
  const child = spawn(
    process.execPath,
    [
      '--test',
      '--test-isolation=none',
      '--test-force-exit',
      `--test-timeout=${testTimeoutMs}`,
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      `--test-reporter=${join(root, 'tools/test-counts.ts')}`,
      `--test-reporter-destination=${countsFile}`,
      ...files,
    ],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'test',
        FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
        [testClusterVariable]: JSON.stringify(cluster),
      },
    },
  );
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  process.once('SIGINT', forward).once('SIGTERM', forward);
  const code = await new Promise<number>((done) => {
    child.once('exit', (exitCode) => done(exitCode ?? 1));
  });
  const counts = readCounts(countsFile);
  const failed = Math.max(counts.failed, code === 0 ? 0 : 1);
  process.stdout.write(`${counts.passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

function readCounts(file: string): TestCounts {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as TestCounts;
  } catch {
    return { passed: 0, failed: 0 };
  }
}

async function main(): Promise<number> {
  const files = findTestFiles(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'portico-test-'));
  // The database's own account must be able to pass through.
  chmodSync(folder, 0o711);
  const secrets = newDatabaseSecrets();
  let cluster: Cluster | undefined;
  try {
    cluster = await startCluster({
      dataFolder: join(folder, 'data'),
      superuserPassword: secrets.superuser,
      durability: 'fast',
      settings: { max_connections: '200' },
    });
    return await runTests(files, await prepareDatabases(cluster, secrets), folder);
  } finally {
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.stdout.write('0 passed, 1 failed\n');
  process.exitCode = 1;
}
