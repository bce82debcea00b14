import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import {
  browser,
  codeOf,
  enrolled,
  movingClock,
  password,
  signedIn,
  type Enrolled,
} from '../../test/harness/enrolled.ts';
import { freshDatabase } from '../../test/harness/database.ts';
import { startTestServer, type TestServer } from '../../test/harness/server.ts';
import { signIn, startSignIn } from './client/flows.ts';
import { directOpaque } from './client/opaque.ts';
import type { Clock } from '#platform/clock.ts';
import { bucketsOf, countTry, giveBack } from './throttle.ts';

/** A database of its own: all tests come from one address, whose bucket these fill. */
const startAlone = async (clock: Clock): Promise<TestServer> => {
  const database = await freshDatabase();
  const server = await startTestServer({ codeClock: clock, database });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await database.drop();
    },
  };
};

const median = (all: number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!;

describe('throttling', () => {
  const clock = movingClock();
  let server: TestServer;
  let request: string;

  before(async () => {
    server = await startAlone(clock);
    ({ request } = await directOpaque.startLogin('a guess'));
  });
  after(() => server.stop());

  const start = (name: string, headers: Record<string, string> = {}) =>
    server.call('POST', '/api/sign-in/start', { body: { name, startLoginRequest: request }, headers });

  it('lets exactly ten of twenty guesses at once through', async () => {
    const victim = await enrolled(server, ['patient']);
    const answers = await Promise.all(Array.from({ length: 20 }, () => start(victim.signInName)));
    const statuses = answers.map(({ status }) => status);
    assert.equal(statuses.filter((status) => status === 200).length, 10, statuses.join(' '));
    assert.equal(statuses.filter((status) => status === 429).length, 10);
    assert.ok(Number(answers.find(({ status }) => status === 429)!.headers.get('retry-after')) > 0);
  });

  it('does the same for a name that nobody has', async () => {
    const name = `${randomBytes(6).toString('hex')}@example.org`;
    const answers = await Promise.all(Array.from({ length: 20 }, () => start(name)));
    assert.equal(answers.filter(({ status }) => status === 200).length, 10);
  });

  it('does not lock the owner out of a browser that she has used before', async () => {
    const victim = await enrolled(server, ['patient']);
    const phone = await signedIn(server, victim, clock);
    await Promise.all(Array.from({ length: 20 }, () => start(victim.signInName)));
    await assert.rejects(signedIn(server, victim, clock), (error: { kind?: string }) => error.kind === 'too-many');
    phone.jar.delete('__Host-portico');
    await signedIn(server, victim, clock, phone);
  });

  it('gives right guesses back: twelve sign-ins in a row', async () => {
    const person = await enrolled(server, ['patient']);
    for (let i = 0; i < 12; i++) await signedIn(server, person, clock);
  });

  it('counts wrong codes over all flows of a network', async () => {
    const person = await enrolled(server, ['patient']);
    const right = codeOf(person, clock);
    const code = right === '000000' ? '111111' : '000000';
    const seen: (string | undefined)[] = [];
    for (let i = 0; i < 3; i++) {
      const deps = browser(server);
      const { flow } = await startSignIn(deps, person.signInName, password);
      for (let n = 0; n < 4; n++) {
        const { status } = await server.call('POST', '/api/sign-in/code', { body: { flow, code } });
        seen.push(String(status));
      }
    }
    assert.deepEqual(seen, [...Array<string>(10).fill('400'), '429', '429']);
  });

  it('a name’s full bucket says how long, and a code of the authenticator goes past it', async () => {
    const victim = await enrolled(server, ['patient']);
    const { rows } = await server.database
      .pool('superuser')
      .query('select sign_in_token from identity.account where id = $1', [victim.id]);
    const keys = { sealer: server.portico.sealers.app_identity, pool: server.portico.pools.app_identity };
    const name = (rows[0].sign_in_token as Buffer).toString('hex');
    for (let n = 0; n < 10; n++) {
      const buckets = bucketsOf(keys, 'password', name, `198.51.100.${n}`, undefined);
      for (let i = 0; i < 10; i++) await countTry(keys, buckets);
    }
    const shut = await start(victim.signInName);
    assert.deepEqual([shut.status, shut.body.fields[0].path], [429, 'body.code']);
    const waitS = Number(shut.headers.get('retry-after'));
    assert.ok(waitS > 23 * 3600 && waitS <= 24 * 3600, `${waitS} s`);
    clock.nextCode();
    const right = codeOf(victim, clock);
    const wrong = right === '000000' ? '111111' : '000000';
    const deps = browser(server);
    const tooMany = (error: { kind?: string }) => error.kind === 'too-many';
    await assert.rejects(startSignIn(deps, victim.signInName, password, wrong), tooMany);
    await assert.rejects(startSignIn(deps, victim.signInName, password), tooMany);
    const { flow } = await startSignIn(deps, victim.signInName, password, right);
    await assert.rejects(startSignIn(deps, victim.signInName, password, right), tooMany, 'each code works once');
    clock.nextCode();
    const { status } = await server.call('POST', '/api/sign-in/code', {
      body: { flow, code: codeOf(victim, clock) },
    });
    assert.equal(status, 200);
  });

  it('leaves one refusal in the log, however many tries', async () => {
    const victim = await enrolled(server, ['patient']);
    const superuser = server.database.pool('superuser');
    const count = async (sql: string) => Number((await superuser.query(sql)).rows[0].n);
    const events = () => count('select count(*) as n from audit.event');
    const before = await events();
    await Promise.all(Array.from({ length: 40 }, () => start(victim.signInName)));
    assert.equal((await events()) - before, 11, 'ten guesses and the first refusal');
  });

  it('shows failures of a day once, beside what succeeded', async () => {
    const victim = await enrolled(server, ['patient']);
    const phone = await signedIn(server, victim, clock);
    await Promise.all(Array.from({ length: 15 }, () => start(victim.signInName)));
    const { signIns } = (await server.call('GET', '/api/account/sign-ins', { cookie: phone.cookie() })).body;
    assert.deepEqual(
      signIns.map(({ step, outcome, times }: Record<string, string>) => `${step} ${outcome} ${times}`).toSorted(),
      ['code ok 1', 'start refused 1', 'start started 10'],
    );
  });

  it('holds each network, and each name over all networks, by limits of their own', async () => {
    const keys = { sealer: server.portico.sealers.app_identity, pool: server.portico.pools.app_identity };
    const name = randomBytes(16).toString('hex');
    const net = (n: number) => `2001:db8:${randomBytes(1).toString('hex')}${n}::1`;
    let passed = 0;
    for (let n = 0; n < 12; n++) {
      const buckets = bucketsOf(keys, 'password', name, net(n), undefined);
      for (let i = 0; i < 10; i++) if (!(await countTry(keys, buckets))) passed += 1;
    }
    assert.equal(passed, 100, 'NIST: at most 100 tries on an account');
    assert.equal(
      await countTry(keys, bucketsOf(keys, 'password', name, net(0), 'ab'.repeat(32))),
      undefined,
      'her own browser still may',
    );
    const one = bucketsOf(keys, 'password', 'x', '2001:db8:aa:1::1', undefined);
    const same = bucketsOf(keys, 'password', 'x', '2001:db8:aa:1:ffff::2', undefined);
    assert.deepEqual(one[0]!.key, same[0]!.key, 'a /64 is one network');
    await keys.pool.run([giveBack(one.map(({ key }) => key))]);
  });
});

describe('a name nobody has', () => {
  const clock = movingClock();
  let server: TestServer;
  let people: Enrolled[];
  let request: string;

  before(async () => {
    server = await startAlone(clock);
    people = await Promise.all(Array.from({ length: 5 }, () => enrolled(server, ['patient'])));
    ({ request } = await directOpaque.startLogin('a guess'));
  });
  after(() => server.stop());

  const start = (name: string) =>
    server.call('POST', '/api/sign-in/start', { body: { name, startLoginRequest: request } });
  const shapeOf = ({ status, body, headers }: Awaited<ReturnType<typeof start>>) => ({
    status,
    fields: Object.entries(body).map(([key, value]) => [key, (value as string).length]),
    headers: [...headers.keys()].toSorted(),
  });

  it('gets answers of the same shape at every step', async () => {
    const name = 'somebody-else@example.org';
    assert.deepEqual(shapeOf(await start(people[0]!.signInName)), shapeOf(await start(name)));
    const wrong = await Promise.all(
      [people[0]!.signInName, name].map((one) =>
        signIn(browser(server), { name: one, password: 'not the right password', code: '000000' }).catch(
          (error: Error) => error,
        ),
      ),
    );
    assert.deepEqual(
      wrong.map((error) => [(error as { kind?: string }).kind, (error as Error).message]),
      wrong.map(() => ['unauthenticated', 'That name and password do not go together.']),
    );
  });

  it('always gets the same key of the same name, as an account would', async () => {
    const [one, two] = [await start('always-the-same@example.org'), await start('always-the-same@example.org')];
    // The first 32 bytes of the answer are the evaluated element: fixed by the name and the request.
    assert.equal(one.body.loginResponse.slice(0, 42), two.body.loginResponse.slice(0, 42));
    assert.notEqual(one.body.loginResponse, two.body.loginResponse);
  });

  it('takes about as long as a known one', async () => {
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let i = 0; i < 40; i++) {
      for (const which of ['known', 'unknown'] as const) {
        const name = which === 'known' ? people[i % people.length]!.signInName : `nobody-${i % 5}@example.org`;
        const begun = performance.now();
        assert.equal((await start(name)).status, 200);
        times[which].push(performance.now() - begun);
      }
    }
    const ratio = median(times.known) / median(times.unknown);
    assert.ok(
      ratio > 0.6 && ratio < 1.6,
      `known ${median(times.known).toFixed(1)} ms, unknown ${median(times.unknown).toFixed(1)} ms`,
    );
  });
});
