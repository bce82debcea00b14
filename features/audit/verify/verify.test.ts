import assert from 'node:assert/strict';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createPool, type Pool } from '#platform/db/pool.ts';
import { createSealer, type Sealer } from '#platform/kms/sealer.ts';
import { newPatient, startTestLog, type TestLog } from '../../../test/harness/audit-log.ts';
import { verifyLog } from './verify.ts';

describe('audit verify', () => {
  let log: TestLog;
  let pool: Pool;
  let sealer: Sealer;
  const patients = [newPatient(), newPatient()];

  before(async () => {
    log = await startTestLog();
    pool = createPool(log.database.connection('app_sequencer'), { max: 2 });
    sealer = createSealer({ kms: log.kms, pool });
    await log.sequencer.step();
    for (let i = 0; i < 3; i++) {
      for (const patient of [...patients, null]) await log.record(patient, 35);
      await log.sequencer.step();
    }
    await log.sequencer.step();
    await log.record(patients[0]!, 2);
    await log.sequencer.step();
  });
  after(async () => {
    await pool.end();
    await log.stop();
  });

  const verify = (earlier: string[] = []) => verifyLog({ pool, kms: log.kms, sealer, files: log.files, earlier });

  /** What a malicious administrator does: triggers and row security off. */
  const asAttacker = async (sql: string): Promise<void> => {
    const client = await log.database.pool('superuser').connect();
    try {
      await client.query(`begin; set local session_replication_role = replica; ${sql}; commit`);
    } finally {
      await client.query('rollback');
      client.release();
    }
  };

  const caught = async (attack: string, expected: { kind: string; entry?: number }): Promise<void> => {
    await asAttacker(`create table public.kept as select * from audit.event;
      create table public.kept_leaf as select * from audit.leaf; create table public.kept_state as select * from audit.log_state`);
    try {
      await asAttacker(attack);
      const report = await verify();
      assert.equal(report.ok, false, attack);
      if (!report.ok) {
        assert.equal(report.kind, expected.kind, attack);
        if (expected.entry !== undefined) assert.equal(report.place.entry, expected.entry, attack);
      }
    } finally {
      await asAttacker(`truncate audit.event, audit.leaf, audit.log_state; insert into audit.event select * from public.kept;
        insert into audit.leaf select * from public.kept_leaf; insert into audit.log_state select * from public.kept_state;
        drop table public.kept, public.kept_leaf, public.kept_state`);
    }
  };

  it('passes on an honest log', async () => {
    const report = await verify([(await log.files.readCheckpoint())!]);
    assert.ok(report.ok, JSON.stringify(report));
    assert.equal(report.size, 318);
    assert.equal(report.events, 317);
    assert.equal(report.patients, 2);
  });

  const eventOf = (idx: number): string => `(select event_id from audit.leaf where idx = ${idx})`;

  for (const [name, attack, expected] of [
    [
      'a changed body',
      `update audit.event set sealed = set_byte(sealed, 70, 1 + get_byte(sealed, 70) % 200) where id = ${eventOf(7)}`,
      { kind: 'unreadable-event', entry: 7 },
    ],
    [
      'other exposed records',
      `update audit.event set exposed = decode(repeat('00', 16), 'hex') where id = ${eventOf(9)}`,
      { kind: 'changed-event', entry: 9 },
    ],
    [
      'another time',
      `update audit.event set at = at - interval '1 day' where id = ${eventOf(11)}`,
      { kind: 'changed-event', entry: 11 },
    ],
    ['a deleted event', `delete from audit.event where id = ${eventOf(100)}`, { kind: 'missing-event', entry: 100 }],
    [
      'an event moved to another patient',
      `update audit.event set patient_id = '${newPatient()}' where id = ${eventOf(5)}`,
      { kind: 'missing-event', entry: 5 },
    ],
    [
      'an inserted event',
      `insert into audit.event select patient_id, gen_random_uuid(), account_id, at, sealed, exposed, exposed_salt, cmt from audit.event limit 1`,
      { kind: 'inserted-event' },
    ],
    ['a deleted entry', 'delete from audit.leaf where idx = 42', { kind: 'missing-entry', entry: 42 }],
    [
      'a changed entry',
      `update audit.leaf set entry = set_byte(entry, 10, 1 + get_byte(entry, 10) % 200) where idx = 3`,
      { kind: 'changed-entry', entry: 3 },
    ],
    [
      'two entries swapped',
      'update audit.leaf set idx = 1000 where idx = 20; update audit.leaf set idx = 20 where idx = 21; update audit.leaf set idx = 21 where idx = 1000',
      { kind: 'changed-entry', entry: 20 },
    ],
    [
      'an entry added',
      `insert into audit.leaf (idx, entry) select 318, entry from audit.leaf where idx = 0`,
      { kind: 'extra-entry', entry: 318 },
    ],
    ['the log truncated', 'truncate audit.leaf', { kind: 'missing-entry', entry: 0 }],
    ['everything truncated', 'truncate audit.event, audit.leaf, audit.log_state', { kind: 'truncated' }],
    [
      'a coordinated rollback in the database',
      `delete from audit.event where id in (select event_id from audit.leaf where idx >= 300); delete from audit.leaf where idx >= 300; update audit.log_state set size = 300, signed_size = 300, note = ''`,
      { kind: 'truncated' },
    ],
  ] as const) {
    it(`names ${name}`, () => caught(attack, expected));
  }

  it('names every event that cannot be read or stands beside the log, and verifies the rest', async () => {
    await asAttacker(`create table public.kept as select * from audit.event;
      create table public.kept_leaf as select * from audit.leaf;
      update audit.event set sealed = '\\x00' where id in (${eventOf(7)}, ${eventOf(12)});
      insert into audit.event select patient_id, '01a00000-0000-7000-8000-00000000abcd', account_id, at, sealed, exposed, exposed_salt, cmt
        from audit.event limit 1`);
    try {
      const report = await verify();
      assert.ok(!report.ok && report.restFits, JSON.stringify(report));
      assert.deepEqual([report.place.entry, report.others[0]?.place.entry], [7, 12]);
      const named = [report, ...report.others].map(({ place }) => place.event!);
      assert.equal(named.length, 3);
      const again = await verifyLog({ pool, kms: log.kms, sealer, files: log.files, known: named });
      assert.ok(again.ok, JSON.stringify(again));
      await asAttacker('delete from audit.leaf where idx = 300');
      const worse = await verifyLog({ pool, kms: log.kms, sealer, files: log.files, known: named });
      assert.ok(!worse.ok && worse.kind === 'missing-entry' && !worse.restFits, JSON.stringify(worse));
    } finally {
      await asAttacker(`truncate audit.event, audit.leaf; insert into audit.event select * from public.kept;
        insert into audit.leaf select * from public.kept_leaf; drop table public.kept, public.kept_leaf`);
    }
  });

  it('names a published file that was changed', async () => {
    const name = path.join(log.folder, 'log/tile/entries/000');
    const bytes = await readFile(name);
    bytes[2 + 5]! ^= 1;
    await writeFile(name, bytes);
    const report = await verify();
    assert.ok(!report.ok && report.kind === 'changed-entry' && report.place.entry === 0, JSON.stringify(report));
    bytes[2 + 5]! ^= 1;
    await writeFile(name, bytes);
    const tree = path.join(log.folder, 'log/index/8/000.tree');
    const kept = await readFile(tree);
    await rm(tree);
    const indexReport = await verify();
    assert.ok(!indexReport.ok && indexReport.kind === 'wrong-file', JSON.stringify(indexReport));
    await writeFile(tree, kept);
  });

  it('refuses to sign when the database is behind what was published, and says so', async () => {
    const published = path.join(log.folder, 'log');
    await cp(published, `${published}.kept`, { recursive: true });
    await asAttacker(`create table public.kept_leaf as select * from audit.leaf where idx >= 310;
      create table public.kept_state as select * from audit.log_state;
      delete from audit.leaf where idx >= 310;
      update audit.log_state set signed_size = 0, note = '', size = 310`);
    const restored = await log.restart();
    await log.record(patients[0]!, 3);
    await assert.rejects(restored.step(), /root|restored|signed/);
    assert.equal((await readFile(path.join(published, 'checkpoint'), 'utf8')).split('\n')[1], '318');
    await asAttacker(`truncate audit.log_state; insert into audit.log_state select * from public.kept_state;
      insert into audit.leaf select * from public.kept_leaf; drop table public.kept_leaf, public.kept_state`);
    assert.equal((await restored.step()).size, 321);
  });

  it('refuses a database without a log where one was published', async () => {
    const other = await startTestLog();
    try {
      const stranger = await other.restart({ files: log.files });
      await assert.rejects(stranger.step(), /published log exists/);
    } finally {
      await other.stop();
    }
  });
});
