import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type pg from 'pg';
import { newId } from '#platform/ids.ts';
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts';
import { makePatient, makePerson, type Person } from '../../test/harness/people.ts';

/** What the door keeps for a minute (access.chart) must never show more than the look-up it saves. */
describe('a chart that was opened', () => {
  let database: TestDatabase & { drop(): Promise<void> };
  let superuser: pg.Pool;
  let mine: Awaited<ReturnType<typeof makePatient>>;
  let theirs: typeof mine;
  let nurse: Person;

  before(async () => {
    database = await freshDatabase();
    superuser = database.pool('superuser');
    mine = await makePatient(superuser);
    theirs = await makePatient(superuser);
    const source = newId();
    await superuser.query(`insert into records.source (id, name, title) values ($1, 'lab', 'Lab')`, [source]);
    for (const { patientId } of [mine, theirs]) {
      for (const area of ['results', 'billing']) {
        const id = newId();
        await superuser.query(
          `insert into records.resource (patient_id, id, resource_type, area, at, content_token, source_id, sealed)
           values ($1, $2, 'Observation', $3, now(), $4, $5, $6)`,
          [patientId, id, area, randomBytes(16), source, randomBytes(60)],
        );
        await superuser.query(
          `insert into sealed.row_head (subject_id, row_id, table_name, area, version, mac) values ($1, $2, 'records.resource', $3, 1, $4)`,
          [patientId, id, area, randomBytes(36)],
        );
      }
    }
    nurse = await makePerson(superuser, {
      role: 'nurse',
      relationships: [mine, theirs].map(({ patientId }) => ({ kind: 'care_team', patientId })),
    });
  });
  after(() => database.drop());

  type Row = Record<string, unknown>;
  type Look = { run(text: string, values?: unknown[]): Promise<Row[]>; seen(): Promise<string[]> };

  /** One request's transaction as the serving process: `work` after the door was passed. */
  const inside = async (person: Person, patientId: string | null, work: (look: Look) => Promise<void>) => {
    const client = await database.pool('app').connect();
    const run = async (text: string, values: unknown[] = []) => (await client.query<Row>(text, values)).rows;
    try {
      await client.query('begin');
      await run("select set_config('app.cap', $1, true)", [person.capability]);
      await run('select role from access.enter($1, $2, $3, $4, $5)', [
        person.accountId,
        person.role,
        patientId,
        ...(patientId === null ? ['identity.account', 'read'] : ['records.results', 'read']),
      ]);
      const seen = async () =>
        (
          await run(`select r.patient_id::text || ' ' || r.area as row from records.resource r
            join sealed.row_head h on h.subject_id = r.patient_id and h.row_id = r.id order by 1`)
        ).map(({ row }) => row as string);
      await work({ run, seen });
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  };

  const charts = async (person: Person): Promise<number> =>
    (await superuser.query('select count(*)::int as n from access.chart where account_id = $1', [person.accountId]))
      .rows[0].n;
  const results = (patientId: string) => `${patientId} results`;
  const open = (person: Person, patientId: string) => inside(person, patientId, async () => {});

  it('is kept, and shows what the look-up shows, of this patient only', async () => {
    for (let round = 0; round < 2; round++) {
      await inside(mine, mine.patientId, async ({ seen }) =>
        assert.deepEqual(await seen(), [`${mine.patientId} billing`, results(mine.patientId)]),
      );
      await inside(nurse, mine.patientId, async ({ seen }) =>
        assert.deepEqual(await seen(), [results(mine.patientId)]),
      );
    }
    assert.equal(await charts(mine), 1);
    assert.equal(await charts(nurse), 1);
    await inside(nurse, null, async ({ seen }) =>
      assert.deepEqual(await seen(), [results(mine.patientId), results(theirs.patientId)].toSorted()),
    );
  });

  it('is used: what it holds is what is shown, until it ends by itself', async () => {
    await open(nurse, mine.patientId);
    await superuser.query(
      `update access.chart_keys k set keys = '{}' from access.chart c where c.cap_hash = k.cap_hash and c.account_id = $1`,
      [nurse.accountId],
    );
    await inside(nurse, mine.patientId, async ({ seen }) => assert.deepEqual(await seen(), []));
    const { rows } = await superuser.query(
      `select extract(epoch from max(live_until) - now()) as s from access.chart where account_id = $1`,
      [nurse.accountId],
    );
    assert.ok(rows[0].s > 0 && rows[0].s <= 300);
    const past = `live_until = now() - interval '1 second'`;
    await superuser.query(`update access.chart set ${past} where account_id = $1`, [nurse.accountId]);
    await superuser.query(`update access.chart_keys set ${past}`);
    await inside(nurse, mine.patientId, async ({ seen }) => assert.deepEqual(await seen(), [results(mine.patientId)]));
  });

  it('ends with a tie, with the session and with the role, inside the transaction that reads', async () => {
    const ends: [string, (p: Person) => unknown[]][] = [
      [
        `update access.relationship set until_at = now() - interval '10 seconds' where account_id = $1 and patient_id = $2`,
        (p) => [p.accountId, mine.patientId],
      ],
      [
        `delete from access.relationship where account_id = $1 and patient_id = $2`,
        (p) => [p.accountId, mine.patientId],
      ],
      [`update access.session set revoked_at = now() where id = $1`, (p) => [p.sessionId]],
      [`update access.session set expires_at = now() - interval '10 seconds' where id = $1`, (p) => [p.sessionId]],
      [`update access.session set last_seen_at = now() - interval '2 hours' where id = $1`, (p) => [p.sessionId]],
      [`delete from access.session where id = $1`, (p) => [p.sessionId]],
      [`update access.role_grant set revoked_at = now() where account_id = $1`, (p) => [p.accountId]],
    ];
    for (const [text, values] of ends) {
      const person = await makePerson(superuser, {
        role: 'nurse',
        relationships: [{ kind: 'care_team', patientId: mine.patientId }],
      });
      await open(person, mine.patientId);
      await inside(person, mine.patientId, async ({ seen }) => {
        assert.deepEqual(await seen(), [results(mine.patientId)], text);
        assert.ok((await superuser.query(text, values(person))).rowCount, text);
        assert.deepEqual(await seen(), [], text);
      });
      assert.equal(await charts(person), 0, text);
      await assert.rejects(open(person, mine.patientId), /no live session|no relationship/, text);
    }
  });

  it('never outlives a tie that ends by the clock, nor hides one that begins', async () => {
    const soon = new Date(Date.now() + 1_500);
    const person = await makePerson(superuser, {
      role: 'nurse',
      relationships: [{ kind: 'care_team', patientId: mine.patientId, until: soon }],
    });
    await open(person, mine.patientId);
    await new Promise((resolve) => setTimeout(resolve, soon.getTime() - Date.now() + 50));
    await assert.rejects(open(person, mine.patientId), /no relationship/);

    const desk = await makePerson(superuser, { role: 'clinician' });
    await assert.rejects(open(desk, mine.patientId), /no relationship/);
    await superuser.query(
      `insert into access.relationship (id, kind, account_id, patient_id, from_at) values ($1, 'open_task', $2, $3, now())`,
      [newId(), desk.accountId, mine.patientId],
    );
    await inside(desk, mine.patientId, async ({ seen }) => assert.deepEqual(await seen(), [results(mine.patientId)]));
  });

  it('gives an injection nothing: neither settings nor another patient’s name, even while hers is open', async () => {
    await open(theirs, theirs.patientId);
    const foreign = (rows: string[]) => rows.filter((row) => row.startsWith(theirs.patientId));
    for (const [setting, value] of [
      ['app.patient', theirs.patientId],
      ['app.patient', ''],
      ['app.cap', ''],
      ['app.cap', '00'.repeat(32)],
    ] as const) {
      await inside(mine, mine.patientId, async ({ run, seen }) => {
        await run('select set_config($1, $2, true)', [setting, value]);
        assert.deepEqual(foreign(await seen()), [], setting);
      });
    }
    for (const attempt of [
      'select rights from access.chart',
      'select keys from access.chart_keys',
      `select access.open_chart('${theirs.patientId}')`,
      'select way from access.opening',
    ]) {
      await assert.rejects(
        inside(mine, mine.patientId, async ({ run }) => void (await run(attempt))),
        { code: '42501' },
        attempt,
      );
    }
    await assert.rejects(
      inside(mine, mine.patientId, async ({ run }) => {
        await run('select role from access.enter($1, $2, $3, $4, $5)', [
          mine.accountId,
          'patient',
          theirs.patientId,
          'records.results',
          'read',
        ]);
      }),
      { code: 'PT404' },
    );
  });

  it('lives on when its session is touched, and says when the next touch is due', async () => {
    const person = await makePerson(superuser, {
      role: 'nurse',
      relationships: [{ kind: 'care_team', patientId: mine.patientId }],
    });
    const enter = async (look: Look) =>
      (
        await look.run('select touch_due, idle_deadline from access.enter($1, $2, $3, $4, $5)', [
          person.accountId,
          'nurse',
          mine.patientId,
          'records.results',
          'read',
        ])
      )[0] as unknown as { touch_due: boolean; idle_deadline: Date };
    const age = (seconds: number) =>
      superuser.query(`update access.session set last_seen_at = now() - $2 * interval '1 second' where id = $1`, [
        person.sessionId,
        seconds,
      ]);
    await age(90);
    let before: Date;
    await inside(person, mine.patientId, async (look) => {
      const first = await enter(look);
      assert.equal(first.touch_due, true);
      before = first.idle_deadline;
    });
    const made = await superuser.query('select xmin::text, ctid::text from access.chart_keys where keys <> $1', ['{}']);
    await inside(person, mine.patientId, async ({ run }) => void (await run('select access.touch_session()')));
    await inside(person, mine.patientId, async (look) => {
      const next = await enter(look);
      assert.equal(next.touch_due, false);
      assert.ok(next.idle_deadline > before);
      assert.deepEqual(await look.seen(), [results(mine.patientId)]);
    });
    const kept = await superuser.query('select xmin::text, ctid::text from access.chart_keys where keys <> $1', ['{}']);
    assert.deepEqual(kept.rows, made.rows);
    await age(3_700);
    assert.equal(await charts(person), 0);
    await assert.rejects(open(person, mine.patientId), /no live session/);
  });

  it('is not made while its session or tie is being changed, and nobody waits', async () => {
    for (const change of [
      (p: Person) => ({ text: 'update access.session set revoked_at = now() where id = $1', values: [p.sessionId] }),
      (p: Person) => ({
        text: `update access.relationship set until_at = now() - interval '1 second' where account_id = $1`,
        values: [p.accountId],
      }),
      (p: Person) => ({ text: 'delete from access.relationship where account_id = $1', values: [p.accountId] }),
    ]) {
      const person = await makePerson(superuser, {
        role: 'nurse',
        relationships: [{ kind: 'care_team', patientId: mine.patientId }],
      });
      const { text, values } = change(person);
      const other = await superuser.connect();
      try {
        // The change is under way: what is read is still open, and leaves nothing behind.
        await other.query('begin');
        await other.query(text, values as string[]);
        await inside(person, mine.patientId, async ({ run, seen }) => {
          await run(`set local statement_timeout = '2s'`);
          assert.deepEqual(await seen(), [results(mine.patientId)]);
        });
        assert.equal(await charts(person), 0, text);
        await other.query('commit');
        await assert.rejects(open(person, mine.patientId), /no live session|no relationship/, text);
      } finally {
        other.release();
      }
    }
  });

  const waiting = async (text: string): Promise<void> => {
    for (let tries = 0; tries < 500; tries++) {
      const { rowCount } = await superuser.query(
        `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query = $1`,
        [text],
      );
      if (rowCount === 1) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    assert.fail(`nobody waits: ${text}`);
  };

  it('is removed by a change that waited for it to be made', async () => {
    for (const change of [
      (p: Person) => ['update access.session set revoked_at = now() where id = $1', p.sessionId],
      (p: Person) => ['update access.relationship set until_at = now() where account_id = $1', p.accountId],
      (p: Person) => ['delete from access.relationship where account_id = $1', p.accountId],
    ]) {
      const person = await makePerson(superuser, {
        role: 'nurse',
        relationships: [{ kind: 'care_team', patientId: mine.patientId }],
      });
      const [text, value] = change(person) as [string, string];
      let changed: Promise<unknown> | undefined;
      await inside(person, mine.patientId, async ({ seen }) => {
        changed = superuser.query(text, [value]);
        await waiting(text);
        assert.deepEqual(await seen(), [results(mine.patientId)]);
      });
      await changed;
      assert.equal(await charts(person), 0, text);
      await assert.rejects(open(person, mine.patientId), /no live session|no relationship/, text);
    }
  });

  it('is the next caller’s own on a shared connection, or none', async () => {
    await inside(mine, mine.patientId, async ({ run, seen }) => {
      await run("select set_config('app.cap', $1, true)", [theirs.capability]);
      await run('select role from access.enter($1, $2, $3, $4, $5)', [
        theirs.accountId,
        'patient',
        null,
        'identity.account',
        'read',
      ]);
      assert.deepEqual(await seen(), [`${theirs.patientId} billing`, results(theirs.patientId)]);
    });
  });
});
