import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { codeAt, signInFromTerminal } from '#features/identity/index.ts';
import { startPortalProcess, type PortalProcess } from '../harness/portal-process.ts';
import { askSuperuser, findDatabasePid } from './endpoint.ts';
import { keepReading, keepWriting, type Promised } from './load.ts';
import { createRandom } from './random.ts';

const kills = 20;
const readers = 6;

describe('kill -9', () => {
  let folder: string;
  let dataFolder: string;
  let portal: PortalProcess;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'portico-kill-'));
    chmodSync(folder, 0o711);
    dataFolder = join(folder, 'data');
    portal = await startPortalProcess({ dataFolder });
  });
  after(async () => {
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    `${kills} times at random moments loses no acknowledged write and hides no access`,
    { timeout: 180_000 },
    async (t) => {
      const seed = Number(process.env.PORTICO_SEED ?? Date.now() % 1_000_000);
      t.diagnostic(`seed ${seed}`);
      const who = { dataFolder, ...(await signInAsPatient(portal)) };
      const promised: Promised = { written: [], read: [] };
      const stop = new AbortController();
      const load = Promise.all([
        keepWriting(who, promised, stop.signal),
        // As many as share commits with each other.
        ...Array.from({ length: readers }, () => keepReading(who, promised, stop.signal)),
      ]);
      const counts = await killAtRandom(seed);
      stop.abort();
      await load;
      t.diagnostic(
        `${counts.server} kills of the server, ${counts.database} of the database; ${promised.written.length} writes and ${promised.read.length} reads acknowledged`,
      );
      assert.ok(promised.written.length > kills && promised.read.length > kills, 'there was load');
      await databaseAnswers();
      await assertKept(promised);
      await assertLogWhole();
    },
  );

  async function killAtRandom(seed: number): Promise<{ server: number; database: number }> {
    const random = createRandom(seed);
    const counts = { server: 0, database: 0 };
    while (counts.server + counts.database < kills) {
      await pause(50 + random() * 450);
      // Either, and sometimes both at once.
      const draw = random();
      if (draw < 0.55) {
        // It may be starting again at this moment: then it is hit in its recovery.
        const pid = findDatabasePid(dataFolder);
        if (pid !== undefined) {
          process.kill(pid, 'SIGKILL');
          counts.database += 1;
        }
      }
      if (draw > 0.45) {
        await portal.kill();
        counts.server += 1;
        portal = await startPortalProcess({ dataFolder });
      } else {
        await databaseIsBack();
      }
    }
    return counts;
  }

  async function databaseIsBack(): Promise<void> {
    const giveUpAt = Date.now() + 40_000;
    while (Date.now() < giveUpAt) {
      const answer = await fetch(new URL('/ready', portal.ready.metricsUrl)).catch(() => undefined);
      if (answer?.status === 200) return;
      await pause(50);
    }
    throw new Error('The portal did not get its database back');
  }

  /** The last kill may have been a moment ago: /ready can still say what was true before it. */
  async function databaseAnswers(): Promise<void> {
    const giveUpAt = Date.now() + 40_000;
    for (;;) {
      try {
        await askSuperuser(dataFolder, 'select 1 as one', []);
        return;
      } catch (error) {
        if (Date.now() > giveUpAt) throw error;
        await pause(100);
      }
    }
  }

  async function assertKept({ written, read }: Promised): Promise<void> {
    const found = await askSuperuser<{ id: string }>(
      dataFolder,
      'select id::text as id from records.resource where id = any($1::uuid[])',
      [written],
    );
    const kept = new Set(found.map((row) => row.id));
    assert.deepEqual(
      written.filter((id) => !kept.has(id)),
      [],
      'acknowledged writes that are gone',
    );
    // A write leaves one event that names the record, each read one more.
    const events = await askSuperuser<{ id: string; n: number }>(
      dataFolder,
      `select w.id::text as id, count(e.id)::int as n from unnest($1::uuid[]) as w(id)
       left join audit.event e on e.exposed = uuid_send(w.id) group by w.id`,
      [written],
    );
    const eventsOf = new Map(events.map((row) => [row.id, row.n]));
    const reads = new Map<string, number>();
    for (const id of read) reads.set(id, (reads.get(id) ?? 0) + 1);
    const hidden = written.filter((id) => (eventsOf.get(id) ?? 0) < 1 + (reads.get(id) ?? 0));
    assert.deepEqual(hidden, [], 'records seen or written without an event for each time');
  }

  async function assertLogWhole(): Promise<void> {
    const giveUpAt = Date.now() + 20_000;
    const countWaiting = async (): Promise<number> =>
      (await askSuperuser<{ n: number }>(dataFolder, 'select count(*)::int as n from audit.pending'))[0]!.n;
    while ((await countWaiting()) > 0 && Date.now() < giveUpAt) await pause(100);
    const [left] = await askSuperuser<{ n: number }>(
      dataFolder,
      'select count(*)::int as n from audit.event e left join audit.leaf l on l.event_id = e.id where l.idx is null',
    );
    assert.equal(left!.n, 0, 'events that the log does not hold');
    const verify = spawnSync(process.execPath, ['server/cli.ts', 'audit', 'verify', '--records'], {
      cwd: join(import.meta.dirname, '../..'),
      encoding: 'utf8',
      env: { ...process.env, PORTICO_DATA: dataFolder },
      timeout: 60_000,
    });
    assert.equal(verify.status, 0, `${verify.stdout}${verify.stderr}`);
  }
});

async function signInAsPatient({ ready }: PortalProcess): Promise<{ cookie: string; patientId: string }> {
  const account = ready.accounts.find(({ role }) => role === 'patient');
  assert.ok(account);
  const { cookie } = await signInFromTerminal(ready.url, { name: account.email }, async (what) =>
    what === 'password' ? account.password : codeAt(account.totpSecret, new Date()),
  );
  const session = await fetch(`${ready.url}/api/session`, { headers: { cookie } });
  const { patients } = (await session.json()) as { patients: { id: string }[] };
  return { cookie, patientId: patients[0]!.id };
}
