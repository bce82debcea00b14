import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Bound } from '#platform/db/statement.ts';
import { createPool, type Pool } from '#platform/db/pool.ts';
import { newId } from '#platform/ids.ts';
import { freshDatabase, type TestLogin } from '../../test/harness/database.ts';
import { keyStatus, rewrapDataKeys, rotateKek } from './key-rotation.ts';
import type { Kms } from './kms.ts';
import { createLocalKeyFile, localKeyFile } from './local-key-file.ts';
import { createSealer, systemSubject } from './sealer.ts';

const at = { table: 'records.resource', column: 'sealed', rowId: newId(), version: 1 };
const value = Buffer.from('a value');
const minutes = 60_000;

describe('sealer', () => {
  let folder: string;
  let keyFile: string;
  let kms: Kms;
  // A database of its own: the system subject's keys are wrapped under this test's own key file.
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  const pools: Pool[] = [];
  const poolOf = (login: TestLogin): Pool => {
    const pool = createPool(database.connection(login), { max: 2 });
    pools.push(pool);
    return pool;
  };
  const sql = async (login: TestLogin, text: string, values: unknown[] = []) =>
    (await database.pool(login).query(text, values)).rows;
  const ageKeys = (subjectId: string) =>
    sql('superuser', `update sealed.data_key set active_from = now() - interval '1 second' where subject_id = $1`, [
      subjectId,
    ]);

  before(async () => {
    database = await freshDatabase();
    folder = mkdtempSync(path.join(tmpdir(), 'portico-sealer-'));
    keyFile = path.join(folder, 'keys.json');
    createLocalKeyFile(keyFile);
    kms = localKeyFile(keyFile);
  });
  after(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes a key on first use; another process opens what it sealed', async () => {
    const subjectId = newId();
    const here = createSealer({ kms, pool: poolOf('app_importer') });
    const there = createSealer({ kms: localKeyFile(keyFile), pool: poolOf('app_importer') });
    const sealed = (await here.key(subjectId, 'records')).seal(at, value);
    assert.deepEqual((await there.key(subjectId, 'records')).open(at, sealed), value);
    const rows = await sql(
      'superuser',
      'select version, kek_id from sealed.data_key where subject_id = $1 order by 1',
      [subjectId],
    );
    assert.deepEqual(
      rows,
      [0, 1].map((version) => ({ version, kek_id: `${kms.id}:records:1` })),
    );
  });

  it('gives every process the same key when twenty make it at once', async () => {
    const subjectId = newId();
    const racers = Array.from({ length: 10 }, (_, i) =>
      createSealer({ kms: localKeyFile(keyFile), pool: poolOf(i % 2 ? 'app_worker' : 'app_importer') }),
    );
    const keys = await Promise.all(racers.flatMap((sealer) => [1, 2].map(() => sealer.key(subjectId, 'records'))));
    const sealed = keys[0]!.seal(at, value);
    for (const key of keys) {
      assert.deepEqual(key.open(at, sealed), value);
      assert.deepEqual(key.token('a.b.c', 'x'), keys[0]!.token('a.b.c', 'x'));
    }
  });

  it('loads many subjects together and makes the missing ones', async () => {
    const sealer = createSealer({ kms, pool: poolOf('app_importer') });
    const subjects = Array.from({ length: 120 }, () => newId());
    const some = await sealer.keys(subjects.slice(0, 5), 'records');
    const all = await sealer.keys([...subjects, subjects[0]!], 'records');
    assert.equal(all.size, 120);
    assert.equal(all.get(subjects[0]!), some.get(subjects[0]!));
    assert.equal(sealer.peek(subjects[119]!, 'records'), all.get(subjects[119]!));
    assert.equal(sealer.peek(newId(), 'records'), undefined);
  });

  it('keeps a key for 5 minutes, and forgets it when told to', async () => {
    let now = 1;
    let trips = 0;
    const inner = poolOf('app_importer');
    const counting = { run: ((bounds: Bound[]) => (trips++, inner.run(bounds))) as Pool['run'] };
    const sealer = createSealer({ kms, pool: counting, now: () => now });
    const subjectId = newId();
    const first = await sealer.key(subjectId, 'records');
    const tripsOfFirst = trips;
    now += 5 * minutes - 1;
    assert.equal(await sealer.key(subjectId, 'records'), first);
    assert.equal(trips, tripsOfFirst);
    now += 2;
    assert.equal(sealer.peek(subjectId, 'records'), undefined);
    assert.notEqual(await sealer.key(subjectId, 'records'), first);
    assert.equal(trips, tripsOfFirst + 1);
    sealer.evict(subjectId);
    assert.equal(sealer.peek(subjectId, 'records'), undefined);
    assert.equal(sealer.cachedKeys, 0);
  });

  it('rotates a data key: later rows under the new version, older rows and tokens stay', async () => {
    const subjectId = newId();
    const sealer = createSealer({ kms, pool: poolOf('app_importer') });
    const before = await sealer.key(subjectId, 'records');
    const old = before.seal(at, value);
    assert.equal(await sealer.rotateDataKey(subjectId, 'records'), 2);
    // For 10 minutes every process learns of the new version before any seals with it.
    const waiting = await sealer.key(subjectId, 'records');
    assert.equal(waiting.seal(at, value).readUInt32BE(1), 1);
    await ageKeys(subjectId);
    sealer.evict(subjectId);
    const after = await sealer.key(subjectId, 'records');
    const fresh = after.seal(at, value);
    assert.equal(fresh.readUInt32BE(1), 2);
    assert.deepEqual(after.open(at, old), value);
    assert.deepEqual(waiting.open(at, fresh), value);
    assert.ok(after.isStale(old));
    assert.deepEqual(after.token('a.b.c', 'x'), before.token('a.b.c', 'x'));
    assert.equal(await sealer.rotateDataKey(subjectId, 'records'), 3);
  });

  it('refuses a wrapped key that was moved to another subject', async () => {
    const [victim, thief] = [newId(), newId()];
    const sealer = createSealer({ kms, pool: poolOf('app_importer') });
    await sealer.keys([victim, thief], 'records');
    await sql(
      'superuser',
      `update sealed.data_key t set wrapped = v.wrapped from sealed.data_key v
       where t.subject_id = $1 and v.subject_id = $2 and t.version = v.version and t.domain = v.domain`,
      [thief, victim],
    );
    sealer.evict(thief);
    await assert.rejects(sealer.key(thief, 'records'), { name: 'AppError', kind: 'integrity' });
  });

  it('makes compound directory tokens under a key of each column', async () => {
    const sealer = createSealer({ kms, pool: poolOf('app_importer') });
    const column = 'records.patient_token.token';
    assert.throws(() => sealer.directoryToken(column, ['rivera', '1960-02-03']), /prepare/);
    await sealer.prepare(['records']);
    const token = sealer.directoryToken(column, ['rivera', '1960-02-03']);
    assert.equal(token.length, 16);
    const elsewhere = createSealer({ kms: localKeyFile(keyFile), pool: poolOf('app_importer') });
    await elsewhere.prepare(['records']);
    assert.deepEqual(elsewhere.directoryToken(column, ['rivera', '1960-02-03']), token);
    const others: [string, string[]][] = [
      [column, ['rivera1', '960-02-03']],
      [column, ['rivera', '1960-02-04']],
      [column, ['rivera1960-02-03']],
      ['records.patient_token.other', ['rivera', '1960-02-03']],
    ];
    for (const [name, parts] of others) assert.notDeepEqual(sealer.directoryToken(name, parts), token);
    assert.deepEqual(sealer.directoryToken(column, ['rivera', '1960-02-03'], 24), token.subarray(0, 3));
    for (const bits of [0, 7, 264]) assert.throws(() => sealer.directoryToken(column, ['x'], bits), RangeError);
    assert.notEqual(sealer.peek(systemSubject, 'records'), undefined);
  });

  it('works only in the domains of its process', async () => {
    const sequencer = createSealer({ kms, pool: poolOf('app_sequencer') });
    await sequencer.key(newId(), 'audit');
    await assert.rejects(sequencer.key(newId(), 'records'), /no keys of the domain records/);
    await assert.rejects(sequencer.key('not an id', 'audit'), RangeError);
  });

  it('shows no process role the table of keys, and no head of anybody by default', async () => {
    const subjectId = newId();
    await createSealer({ kms, pool: poolOf('app_importer') }).key(subjectId, 'records');
    for (const login of ['app', 'app_identity', 'app_importer', 'app_worker', 'app_sequencer'] as const) {
      for (const table of ['data_key', 'role_domain']) {
        await assert.rejects(sql(login, `select * from sealed.${table}`), { code: '42501' }, `${login} ${table}`);
      }
      await assert.rejects(sql(login, `delete from sealed.row_head`), { code: '42501' }, login);
    }
  });
});

describe('KEK rotation', () => {
  it('re-wraps every key of the domain, rows untouched, and reports where it stands', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'portico-rotate-'));
    const keyFile = path.join(folder, 'keys.json');
    createLocalKeyFile(keyFile);
    const kms = localKeyFile(keyFile);
    const database = await freshDatabase();
    const app = createPool(database.connection('app_importer'), { max: 2 });
    const owner = createPool({ ...database.connection('owner'), options: '-c role=app_owner' }, { max: 1 });
    try {
      const sealer = createSealer({ kms, pool: app });
      const subjects = Array.from({ length: 600 }, () => newId());
      const keys = await sealer.keys(subjects, 'records');
      await sealer.key(subjects[0]!, 'audit');
      const sealed = keys.get(subjects[7]!)!.seal(at, value);
      const seen: number[] = [];
      const { kekId, rewrapped } = await rotateKek({ kms, pool: owner }, 'records', ({ done }) => seen.push(done));
      assert.equal(rewrapped, 1200);
      assert.deepEqual(seen, [500, 1000, 1200]);
      assert.equal(await rewrapDataKeys({ kms, pool: owner }, 'records'), 0);
      const status = await keyStatus({ kms, pool: owner });
      const records = status.find((entry) => entry.domain === 'records');
      assert.deepEqual(records, {
        domain: 'records',
        kekId,
        dataKeys: 1200,
        toRewrap: 0,
        rowsOfRotatedSubjects: 0,
        rowsToReseal: 0,
      });
      assert.equal(status.find((entry) => entry.domain === 'audit')?.kekId, `${kms.id}:audit:1`);
      const later = createSealer({ kms: localKeyFile(keyFile), pool: app });
      assert.deepEqual((await later.key(subjects[7]!, 'records')).open(at, sealed), value);
    } finally {
      await Promise.all([app.end(), owner.end()]);
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('counts the rows that a rotated data key has yet to re-encrypt', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'portico-progress-'));
    createLocalKeyFile(path.join(folder, 'keys.json'));
    const kms = localKeyFile(path.join(folder, 'keys.json'));
    const database = await freshDatabase();
    const app = createPool(database.connection('app_importer'), { max: 2 });
    const owner = createPool({ ...database.connection('owner'), options: '-c role=app_owner' }, { max: 1 });
    const asSuperuser = (text: string, values: unknown[]) => database.pool('superuser').query(text, values);
    try {
      const subjectId = newId();
      const sealer = createSealer({ kms, pool: app });
      const writeHead = async (rowId: string, version: number) => {
        const head = { table: 'records.resource', rowId, version, deleted: false };
        const mac = (await sealer.key(subjectId, 'records')).head(head);
        await asSuperuser(
          `insert into sealed.row_head (subject_id, row_id, table_name, version, mac) values ($1, $2, $3, $4, $5)
           on conflict (subject_id, row_id) do update set version = excluded.version, mac = excluded.mac`,
          [subjectId, rowId, head.table, version, mac],
        );
      };
      const rows = [newId(), newId(), newId()];
      for (const rowId of rows) await writeHead(rowId, 1);
      await sealer.rotateDataKey(subjectId, 'records');
      await asSuperuser('update sealed.data_key set active_from = now() where subject_id = $1', [subjectId]);
      sealer.evict(subjectId);
      await writeHead(rows[1]!, 2);
      const records = (await keyStatus({ kms, pool: owner })).find((entry) => entry.domain === 'records');
      assert.deepEqual([records?.rowsOfRotatedSubjects, records?.rowsToReseal], [3, 2]);
      await assert.rejects(
        asSuperuser('update sealed.row_head set version = 1 where row_id = $1', [rows[1]]),
        /only rises/,
      );
      await assert.rejects(asSuperuser('delete from sealed.row_head where row_id = $1', [rows[1]]), /never removed/);
    } finally {
      await Promise.all([app.end(), owner.end()]);
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
