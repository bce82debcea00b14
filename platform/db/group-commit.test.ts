import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { testDatabase } from '../../test/harness/database.ts';
import { isAppError } from '../errors.ts';
import { setCapability, type Capability } from './actor.ts';
import { createPool } from './pool.ts';
import { bind, statement } from './statement.ts';

const who = statement({
  name: 'test.group-who',
  text: `select current_setting('app.cap') as cap, pg_current_xact_id()::text as xact, pg_backend_pid() as pid, $1 as echo`,
  params: ['text'],
  columns: { cap: 'text', xact: 'text', pid: 'int4', echo: 'text' },
});
const insert = statement({
  name: 'test.group-insert',
  text: 'insert into public.group_test (n) values ($1)',
  params: ['int4'],
});
const rows = statement({
  name: 'test.group-rows',
  text: 'select n from public.group_test order by n',
  columns: { n: 'int4' },
});
const divide = statement({ name: 'test.group-divide', text: 'select 1 / $1::int as q', columns: { q: 'int4' } });
const sleep = statement({ name: 'test.group-sleep', text: 'select pg_sleep($1)' });
const lock = statement({ name: 'test.group-lock', text: 'select pg_advisory_xact_lock(4711)' });
const nothing = statement({ name: 'test.group-nothing', text: 'select null::text as word', columns: { word: 'text' } });
const kill = statement({ name: 'test.group-kill', text: 'select pg_terminate_backend(pg_backend_pid())' });
const setting = statement({
  name: 'test.group-setting',
  text: `select current_setting('app.cap', true) as cap`,
  columns: { cap: 'text?' },
});

const cap = (name: string): Capability => name as Capability;
const one = { weight: 1 };

describe('several callers, one commit', () => {
  const login = testDatabase().connection('superuser') as never;
  const pool = createPool(login, { max: 4, groupConnections: 1 });
  const ask = (name: string, weight = 1) => pool.run([setCapability(cap(name)), bind(who, [name])], { weight });
  /** Takes the one connection of the groups, so that what follows waits and leaves together. */
  const occupy = () => {
    const busy = pool.run([setCapability(cap('busy')), bind(sleep, [0.03])], one);
    return pause(10).then(() => ({ busy }));
  };

  before(() =>
    pool.run([
      bind(
        statement({
          name: 'test.group-create',
          text: 'create table public.group_test (n int unique deferrable initially deferred)',
        }),
      ),
    ]),
  );
  beforeEach(() => pool.run([bind(statement({ name: 'test.group-empty', text: 'truncate public.group_test' }))]));
  after(async () => {
    await pool.run([bind(statement({ name: 'test.group-drop', text: 'drop table public.group_test' }))]);
    await pool.end();
  });

  test('those who wait together share a transaction, each with its own capability and its own rows', async () => {
    await occupy();
    const names = Array.from({ length: 9 }, (_, at) => `caller ${at}`);
    const answers = await Promise.all(names.map((name) => ask(name)));
    assert.deepEqual(
      answers.map(([, [row]]) => [row!.cap, row!.echo]),
      names.map((name) => [name, name]),
    );
    assert.equal(new Set(answers.map(([, [row]]) => row!.xact)).size, 1);
    const [, [later]] = await ask('later');
    assert.notEqual(later!.xact, answers[0]![1][0]!.xact);
  });

  test('a connection that served a group keeps nobody`s capability', async () => {
    const lone = createPool(login, { max: 1, groupConnections: 1 });
    try {
      await Promise.all(['a', 'b'].map((name) => lone.run([setCapability(cap(name)), bind(who, [name])], one)));
      const [[found]] = await lone.run([bind(setting)]);
      assert.ok(!found!.cap);
      const [[first], [second]] = await lone.run([setCapability(''), bind(setting)], one);
      assert.deepEqual([first!.set_config, second!.cap], ['', '']);
    } finally {
      await lone.end();
    }
  });

  test('a batch that does not begin with its capability joins nobody', async () => {
    assert.throws(() => pool.run([bind(who, ['x'])], one), /begins with its capability/);
    assert.throws(() => pool.run([], one), /begins with its capability/);
  });

  test('a failing member fails alone, and what the others wrote is kept once', async () => {
    await occupy();
    const settled = await Promise.allSettled(
      Array.from({ length: 8 }, (_, at) =>
        pool.run([setCapability(cap(`${at}`)), bind(insert, [at]), bind(divide, [at % 4]), bind(who, [`${at}`])], one),
      ),
    );
    for (const [at, end] of settled.entries()) {
      if (at % 4 === 0) assert.equal(end.status === 'rejected' && (end.reason as { code: string }).code, '22012');
      else assert.equal(end.status === 'fulfilled' && end.value[3][0]!.cap, `${at}`);
    }
    assert.deepEqual(
      (await pool.run([bind(rows)]))[0].map((row) => row.n),
      [1, 2, 3, 5, 6, 7],
    );
  });

  test('nothing is released when the commit itself fails: each is tried again, and the culprit fails', async () => {
    await pool.run([bind(insert, [5])]);
    await occupy();
    const settled = await Promise.allSettled(
      [4, 5, 6].map((n) => pool.run([setCapability(cap(`${n}`)), bind(insert, [n])], one)),
    );
    assert.deepEqual(
      settled.map((end) => end.status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.deepEqual(
      (await pool.run([bind(rows)]))[0].map((row) => row.n),
      [4, 5, 6],
    );
  });

  test('a lost connection is unavailable for all, and nobody`s write is tried again', async () => {
    await occupy();
    const settled = await Promise.allSettled([
      pool.run([setCapability(cap('a')), bind(insert, [1])], one),
      pool.run([setCapability(cap('b')), bind(kill)], one),
      pool.run([setCapability(cap('c')), bind(insert, [2])], one),
    ]);
    for (const end of settled) {
      assert.ok(end.status === 'rejected' && isAppError(end.reason) && end.reason.kind === 'unavailable');
    }
    assert.deepEqual((await pool.run([bind(rows)]))[0], []);
    assert.equal((await ask('after'))[1][0]!.cap, 'after');
  });

  test('rows that a member cannot read, and values that cannot be sent, are its own trouble', async () => {
    await occupy();
    const [good, unread, unsent, last] = await Promise.allSettled([
      ask('good'),
      pool.run([setCapability(cap('unread')), bind(nothing)], one),
      pool.run([setCapability(cap('unsent')), bind(who, [new Date(Number.NaN)])], one),
      ask('last'),
    ]);
    assert.equal(good.status === 'fulfilled' && good.value[1][0]!.cap, 'good');
    assert.match(String(unread.status === 'rejected' && unread.reason), /word is null/);
    assert.match(String(unsent.status === 'rejected' && unsent.reason), /Invalid time value/);
    assert.equal(last.status === 'fulfilled' && last.value[1][0]!.cap, 'last');
  });

  test('weight bounds a group', async () => {
    await occupy();
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((name) => ask(name, 16)));
    const xacts = answers.map(([, [row]]) => row!.xact);
    assert.equal(xacts[0], xacts[1]);
    assert.equal(xacts[2], xacts[3]);
    assert.notEqual(xacts[1], xacts[2]);
  });

  test('who waits for a lock holds nobody: the group ends, the others are answered, the waiter waits alone', async () => {
    let release!: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    const holder = pool.transaction(async (tx) => {
      await tx.all(lock);
      await held;
    });
    await occupy();
    const waiter = pool.run([setCapability(cap('waiter')), bind(lock), bind(insert, [1])], one);
    const others = await Promise.all([ask('a'), ask('b')]);
    assert.deepEqual(
      others.map(([, [row]]) => row!.cap),
      ['a', 'b'],
    );
    release();
    await Promise.all([holder, waiter]);
    assert.equal((await pool.run([bind(rows)]))[0].length, 1);
  });

  test('who arrives while a group is slow goes alone', async () => {
    const slow = pool.run([setCapability(cap('slow')), bind(sleep, [0.8])], one);
    await pause(10);
    const started = performance.now();
    await Promise.all([ask('a'), ask('b')]);
    assert.ok(performance.now() - started < 600, 'it did not wait for the slow one');
    await slow;
  });

  test('whatever fails and in whatever order, each gets its own answer', async () => {
    const wide = createPool(login, { max: 4, groupConnections: 2 });
    try {
      await Promise.all(
        Array.from({ length: 400 }, async (_, at) => {
          await pause((at * 7) % 40);
          const asked = wide.run([setCapability(cap(`c${at}`)), bind(divide, [at % 17]), bind(who, [`e${at}`])], {
            weight: 1 + (at % 9),
          });
          if (at % 17 === 0) return assert.rejects(asked, { code: '22012' });
          const [, , [row]] = await asked;
          assert.deepEqual([row!.cap, row!.echo], [`c${at}`, `e${at}`]);
        }),
      );
    } finally {
      await wide.end();
    }
  });
});
