import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { spawn } from 'node:child_process';
import { FolderInUseError, startCluster, type Cluster } from './cluster.ts';
import { superuserConnection, withClient } from './connections.ts';
import { findPostmasterFile, isAlive } from './postmaster.ts';
import { loadDatabaseSecrets, newDatabaseSecrets } from './secrets.ts';

const secrets = newDatabaseSecrets();

async function ask(cluster: Cluster, sql: string): Promise<Record<string, unknown>[]> {
  const connection = superuserConnection(cluster.socketFolder, secrets, 'postgres');
  return withClient(connection, async (client) => (await client.query(sql)).rows);
}

describe('embedded PostgreSQL', () => {
  let folder: string;
  const start = (options: Partial<Parameters<typeof startCluster>[0]> = {}) =>
    startCluster({ dataFolder: folder, superuserPassword: secrets.superuser, ...options });

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'portico-cluster-'));
    chmodSync(folder, 0o711);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is made with checksums, one locale everywhere, and no way in without a password', async () => {
    const cluster = await start();
    try {
      const [row] = await ask(
        cluster,
        `select current_setting('data_checksums') as checksums, current_setting('listen_addresses') as addresses,
                current_setting('fsync') as fsync, current_setting('log_parameter_max_length') as parameters,
                (select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'postgres') as locale`,
      );
      assert.deepEqual(row, { checksums: 'on', addresses: '', fsync: 'on', parameters: '0', locale: 'b C.UTF-8' });
      assert.equal(statSync(cluster.socketFolder).mode & 0o777, 0o700);
      const wrong = { ...superuserConnection(cluster.socketFolder, secrets, 'postgres'), password: 'wrong' };
      await assert.rejects(
        withClient(wrong, async () => {}),
        /password authentication failed/,
      );
    } finally {
      await cluster.stop();
    }
    assert.equal(existsSync(cluster.socketFolder), false);
  });

  it('belongs to one process at a time', async () => {
    const cluster = await start();
    try {
      await assert.rejects(startInOtherProcess(folder), /in use by process/);
    } finally {
      await cluster.stop();
    }
  });

  it('comes back after a kill -9 with everything that was committed', async () => {
    const seen: boolean[] = [];
    const cluster = await start({ onUnexpectedEnd: (event) => seen.push(event.restarted) });
    try {
      await ask(cluster, 'create table kept as select 42 as answer');
      const killed = cluster.pid();
      process.kill(killed, 'SIGKILL');
      const giveUpAt = Date.now() + 20_000;
      while (seen.length === 0 && Date.now() < giveUpAt) await pause(20);
      assert.deepEqual(seen, [true]);
      assert.notEqual(cluster.pid(), killed);
      assert.deepEqual(await ask(cluster, 'select answer from kept'), [{ answer: 42 }]);
    } finally {
      await cluster.stop();
    }
    assert.equal(isAlive(cluster.pid()), false);
  });

  it('comes back when it is killed again while it recovers', async () => {
    const ends: boolean[] = [];
    const cluster = await start({ onUnexpectedEnd: (event) => ends.push(event.restarted) });
    try {
      const pids = new Set<number>();
      const giveUpAtFirst = Date.now() + 20_000;
      while (pids.size < 6 && Date.now() < giveUpAtFirst) {
        // A new one names itself in the pid file long before it is ready.
        const pid = findPostmasterFile(join(folder, 'postgres'))?.pid;
        if (pid !== undefined && !pids.has(pid) && isAlive(pid)) {
          process.kill(pid, 'SIGKILL');
          pids.add(pid);
        }
        await pause(1);
      }
      assert.equal(pids.size, 6);
      const giveUpAt = Date.now() + 20_000;
      while (ends.at(-1) !== true && Date.now() < giveUpAt) await pause(20);
      await pause(200);
      assert.deepEqual(await ask(cluster, 'select answer from kept'), [{ answer: 42 }]);
    } finally {
      await cluster.stop();
    }
  });

  it('stops a server that a killed process left behind', async () => {
    const orphan = await startInOtherProcess(folder, 'SIGKILL');
    assert.equal(isAlive(orphan), true);
    const cluster = await start();
    try {
      assert.equal(isAlive(orphan), false);
      assert.deepEqual(await ask(cluster, 'select answer from kept'), [{ answer: 42 }]);
    } finally {
      await cluster.stop();
    }
  });

  it('logs no statement, no parameter and no conflicting key', async () => {
    const cluster = await start();
    try {
      await ask(cluster, 'create table secret (word text primary key)');
      await ask(cluster, "insert into secret values ('canary-7f3a')");
      await assert.rejects(ask(cluster, "insert into secret values ('canary-7f3a')"));
      await assert.rejects(ask(cluster, "select 'canary-7f3a'::int"));
    } finally {
      await cluster.stop();
    }
    const path = existsSync(join(folder, 'postgres.path'))
      ? readFileSync(join(folder, 'postgres.path'), 'utf8').trim()
      : join(folder, 'postgres');
    const log = readFileSync(join(path, 'server.log'), 'utf8');
    assert.match(log, /duplicate key/);
    assert.doesNotMatch(log, /Key \(word\)/);
    assert.doesNotMatch(log, /insert into/);
  });

  it('keeps its passwords in one file that only its owner reads', () => {
    const file = join(folder, 'secrets', 'database.json');
    const made = loadDatabaseSecrets(file);
    assert.deepEqual(loadDatabaseSecrets(file), made);
    assert.equal(statSync(file).mode & 0o777, 0o600);
  });
});

/** Starts the cluster in another process; resolves with the database's pid once that process was ended by `signal`. */
async function startInOtherProcess(folder: string, signal: NodeJS.Signals = 'SIGTERM'): Promise<number> {
  const script = `
    import { startCluster } from ${JSON.stringify(new URL('./cluster.ts', import.meta.url).href)};
    try {
      const cluster = await startCluster({ dataFolder: process.argv[1], superuserPassword: process.argv[2] });
      console.log(cluster.pid());
      setInterval(() => {}, 1000);
    } catch (error) {
      console.log(error.name + ': ' + error.message);
    }`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script, folder, secrets.superuser], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
  if (line.startsWith(FolderInUseError.name) || line.startsWith('Error')) throw new Error(line);
  return Number(line);
}
