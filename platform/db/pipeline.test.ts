import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { testDatabase } from '../../test/harness/database.ts';
import { isAppError } from '../errors.ts';
import { createPool } from './pool.ts';
import { bind, statement } from './statement.ts';

const setting = statement({
  name: 'test.set',
  text: `select set_config('app.cap', $1, true) as was`,
  params: ['text'],
  columns: { was: 'text' },
});
const readSetting = statement({
  name: 'test.read',
  text: `select coalesce(current_setting('app.cap', true), '') as now`,
  columns: { now: 'text' },
});
const divide = statement({
  name: 'test.divide',
  text: 'select 1 / $1::int as q',
  params: ['int4'],
  columns: { q: 'int4' },
});
const echo = statement({
  name: 'test.echo',
  text: `select $1::uuid as id, $2::bytea as bytes, $3::timestamptz as at, $4::text as nothing,
    array['a','b c','d"e','é']::text[] as words, $5::text as said, jsonb_build_object('de', $5::text) as data, ''::bytea as none, null::bytea as gone`,
  columns: {
    id: 'uuid',
    bytes: 'bytea',
    at: 'timestamptz',
    nothing: 'text?',
    words: 'text[]',
    said: 'text',
    data: 'jsonb',
    none: 'bytea',
    gone: 'bytea?',
  },
});
const backend = statement({ name: 'test.backend', text: 'select pg_backend_pid() as pid', columns: { pid: 'int4' } });
const insert = statement({
  name: 'test.insert',
  text: 'insert into public.pipeline_test (n) values ($1)',
  columns: {},
});
const count = statement({
  name: 'test.count',
  text: 'select count(*) as n from public.pipeline_test',
  columns: { n: 'int8' },
});

describe('several statements, one transaction', () => {
  const pool = createPool(testDatabase().connection('superuser') as never, { max: 1 });
  after(async () => {
    // Other tests look at every table there is.
    await pool.run([bind(statement({ name: 'test.drop', text: 'drop table if exists public.pipeline_test' }))]);
    await pool.end();
  });

  test('values of every kind arrive as they left', async () => {
    const id = '01a202dd-b88b-7c21-baac-a1f3cc618601';
    const at = new Date('2026-03-08T01:59:59.123Z');
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    const said = 'Nguyễn ✓ \u{1f9ea} ÿ';
    const [[row]] = await pool.run([bind(echo, [id, bytes, at, null, said])]);
    assert.deepEqual(row, {
      id,
      bytes,
      at,
      nothing: null,
      words: ['a', 'b c', 'd"e', 'é'],
      said,
      data: { de: said },
      none: Buffer.alloc(0),
      gone: null,
    });
  });

  test('a setting is local to its transaction', async () => {
    const [, [inside]] = await pool.run([bind(setting, ['secret']), bind(readSetting)]);
    assert.equal(inside?.now, 'secret');
    const [[outside]] = await pool.run([bind(readSetting)]);
    assert.equal(outside?.now, '');
  });

  test('an error in the middle rolls everything back, and the connection is reused', async () => {
    await pool.run([
      bind(
        statement({
          name: 'test.create',
          text: 'create table if not exists public.pipeline_test (n int)',
          columns: {},
        }),
      ),
    ]);
    const [[before]] = await pool.run([bind(backend)]);
    await assert.rejects(pool.run([bind(insert, [1]), bind(divide, [0]), bind(insert, [2])]), { code: '22012' });
    const [[rows], [now]] = await pool.run([bind(count), bind(backend)]);
    assert.equal(rows?.n, 0);
    assert.equal(now?.pid, before?.pid);
    const [[divided]] = await pool.run([bind(divide, [1])]);
    assert.equal(divided?.q, 1);
  });

  test('an interactive transaction commits at its end, and undoes everything when the work throws', async () => {
    await pool.transaction(async (tx) => {
      await tx.all(insert, [1]);
      tx.atCommit(bind(insert, [2]));
      assert.equal((await tx.get(count)).n, 1);
    });
    assert.equal((await pool.run([bind(count)]))[0][0]?.n, 2);
    await assert.rejects(
      pool.transaction(async (tx) => {
        await tx.all(insert, [3]);
        throw new Error('changed my mind');
      }),
      /changed my mind/,
    );
    assert.equal((await pool.run([bind(count)]))[0][0]?.n, 2);
  });

  test('an error inside an interactive transaction ends it', async () => {
    await assert.rejects(
      pool.transaction(async (tx) => {
        await tx.all(insert, [4]);
        await tx.all(divide, [0]).catch(() => undefined);
        await tx.all(insert, [5]);
      }),
      { code: '22012' },
    );
    assert.equal((await pool.run([bind(count)]))[0][0]?.n, 2);
  });

  test('a failure at the commit is a failure of the transaction', async () => {
    await assert.rejects(
      pool.transaction(async (tx) => {
        await tx.all(insert, [6]);
        tx.atCommit(bind(divide, [0]));
      }),
      { code: '22012' },
    );
    assert.equal((await pool.run([bind(count)]))[0][0]?.n, 2);
  });

  test('a lost connection is unavailable, and the next caller gets a new one', async () => {
    const kill = statement({
      name: 'test.kill',
      text: 'select pg_terminate_backend(pg_backend_pid()) as done',
      columns: { done: 'bool' },
    });
    await assert.rejects(pool.run([bind(kill)]), (error) => isAppError(error) && error.kind === 'unavailable');
    const [[row]] = await pool.run([bind(divide, [1])]);
    assert.equal(row?.q, 1);
  });

  test('a flight that nobody waits for does not poison the pool', async () => {
    await assert.rejects(
      pool.transaction(async (tx) => {
        void tx
          .all(statement({ name: 'test.sleep', text: 'select pg_sleep(0.2)', columns: {} }))
          .catch(() => undefined);
        throw new Error('left early');
      }),
      /left early/,
    );
    assert.equal((await pool.run([bind(divide, [1])]))[0][0]?.q, 1);
  });
});
