import assert from 'node:assert/strict';
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
import { startTestServer, type TestServer } from '../../test/harness/server.ts';
import { enterCode, signIn, startSignIn } from './client/flows.ts';
import { directOpaque } from './client/opaque.ts';
import { signInFromTerminal } from './terminal.ts';

const refused = (wanted: string) => (error: unknown) => (error as { kind?: string }).kind === wanted;

describe('signing in', () => {
  const clock = movingClock();
  let server: TestServer;
  let ana: Enrolled;

  before(async () => {
    server = await startTestServer({ codeClock: clock });
    ana = await enrolled(server, ['patient']);
  });
  after(() => server.stop());

  const sessionOf = (cookie: string) => server.call('GET', '/api/session', { cookie });
  const post = (path: string, body: unknown, headers?: Record<string, string>) =>
    server.call('POST', path, { body, ...(headers ? { headers } : {}) });

  it('takes both factors and says who is there', async () => {
    const { cookie } = await signedIn(server, ana, clock);
    const { status, body, headers } = await sessionOf(cookie());
    assert.equal(status, 200);
    assert.deepEqual(
      [body.name, body.signInName, body.role, body.roles],
      ['Ana Ruiz', ana.signInName, 'patient', ['patient']],
    );
    assert.equal(headers.get('cache-control'), 'no-store');
    const idleMinutes = (Date.parse(body.deadlines.idleAt) - Date.now()) / 60_000;
    assert.ok(idleMinutes > 14 && idleMinutes <= 15, `${idleMinutes}`);
    const hours = (Date.parse(body.deadlines.endsAt) - Date.now()) / 3_600_000;
    assert.ok(hours > 11.9 && hours <= 12, `${hours}`);
  });

  it('gives a cookie that scripts, other hosts and plain HTTP cannot have', async () => {
    clock.nextCode();
    const { flow } = await startSignIn(browser(server), ana.signInName, password);
    const { status, headers } = await post('/api/sign-in/code', { flow, code: codeOf(ana, clock) });
    assert.equal(status, 200);
    const [session, device] = headers.getSetCookie();
    assert.match(session!, /^__Host-portico=[A-Za-z0-9_-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
    assert.match(
      device!,
      /^__Host-portico-device=[A-Za-z0-9_-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=34560000$/,
    );
  });

  it('takes the name in any spelling', async () => {
    clock.nextCode();
    const name = `  ${ana.signInName.toUpperCase()} `;
    await signIn(browser(server), { name, password, code: () => codeOf(ana, clock) });
  });

  it('releases nothing after the password alone', async () => {
    const deps = browser(server);
    const { flow } = await startSignIn(deps, ana.signInName, password);
    assert.equal(deps.jar.size, 0);
    assert.equal((await server.call('GET', '/api/session')).status, 401);
    assert.equal((await sessionOf(`__Host-portico=${flow}`)).status, 401);
  });

  it('does not take the code before the password', async () => {
    clock.nextCode();
    const { request } = await directOpaque.startLogin(password);
    const started = await post('/api/sign-in/start', { name: ana.signInName, startLoginRequest: request });
    const { status } = await post('/api/sign-in/code', { flow: started.body.flow, code: codeOf(ana, clock) });
    assert.equal(status, 401);
  });

  it('takes each code once, also in another flow', async () => {
    clock.nextCode();
    const code = codeOf(ana, clock);
    await signIn(browser(server), { name: ana.signInName, password, code });
    await assert.rejects(signIn(browser(server), { name: ana.signInName, password, code }), refused('invalid'));
  });

  it('takes one code once of 8 at the same moment', async () => {
    clock.nextCode();
    const code = codeOf(ana, clock);
    const started = await Promise.all(
      Array.from({ length: 8 }, () => startSignIn(browser(server), ana.signInName, password)),
    );
    const answers = await Promise.all(started.map(({ flow }) => post('/api/sign-in/code', { flow, code })));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  });

  it('allows a clock that is one step off, and no more', async () => {
    for (let i = 0; i < 6; i++) clock.nextCode();
    const old = { now: () => new Date(clock.now().getTime() - 61_000) };
    await assert.rejects(
      signIn(browser(server), { name: ana.signInName, password, code: codeOf(ana, old) }),
      refused('invalid'),
    );
    const late = { now: () => new Date(clock.now().getTime() - 30_000) };
    await signIn(browser(server), { name: ana.signInName, password, code: codeOf(ana, late) });
  });

  it('takes the last OPAQUE message once, and in its own flow only', async () => {
    const start = async () => {
      const { state, request } = await directOpaque.startLogin(password);
      const { body } = await post('/api/sign-in/start', { name: ana.signInName, startLoginRequest: request });
      const finished = await directOpaque.finishLogin(state, body.loginResponse, password);
      return { flow: body.flow as string, finishLoginRequest: finished!.request };
    };
    const [one, two] = [await start(), await start()];
    const swapped = await post('/api/sign-in/password', { flow: two.flow, finishLoginRequest: one.finishLoginRequest });
    assert.equal(swapped.status, 401);
    assert.equal((await post('/api/sign-in/password', one)).status, 200);
    assert.equal((await post('/api/sign-in/password', one)).status, 401);
    assert.equal((await post('/api/sign-in/password', two)).status, 401, 'a wrong message ends its flow');
  });

  it('ends a flow after five wrong codes, right ones included', async () => {
    clock.nextCode();
    const bea = await enrolled(server, ['patient']);
    const deps = browser(server);
    const { flow } = await startSignIn(deps, bea.signInName, password);
    const right = codeOf(bea, clock);
    const wrong = right === '000000' ? '111111' : '000000';
    for (let i = 0; i < 4; i++) await assert.rejects(enterCode(deps, flow, wrong), refused('invalid'));
    await assert.rejects(enterCode(deps, flow, wrong), refused('unauthenticated'));
    await assert.rejects(enterCode(deps, flow, right), refused('unauthenticated'));
  });

  it('lets a flow expire by database time', async () => {
    clock.nextCode();
    const { flow } = await startSignIn(browser(server), ana.signInName, password);
    const owner = server.database.pool('owner');
    const client = await owner.connect();
    try {
      await client.query('begin; set local role app_owner');
      await client.query(
        `update identity.flow set expires_at = now() - interval '1 second'
         where token_hash = sha256(convert_to($1, 'UTF8'))`,
        [flow],
      );
      await client.query('commit');
    } finally {
      client.release();
    }
    assert.equal((await post('/api/sign-in/code', { flow, code: codeOf(ana, clock) })).status, 401);
  });

  it('never makes a session of a token that the caller brought', async () => {
    const fixed = 'A'.repeat(43);
    const deps = browser(server);
    deps.jar.set('__Host-portico', fixed);
    await signedIn(server, ana, clock, deps);
    assert.notEqual(deps.jar.get('__Host-portico'), fixed);
    assert.equal((await sessionOf(`__Host-portico=${fixed}`)).status, 401);
  });

  it('ends the old session when its browser signs in again', async () => {
    const deps = await signedIn(server, ana, clock);
    const old = deps.cookie();
    await signedIn(server, ana, clock, deps);
    assert.equal((await sessionOf(old)).status, 401);
    assert.equal((await sessionOf(deps.cookie())).status, 200);
  });

  it('shows its owner every try, failures too', async () => {
    const cleo = await enrolled(server, ['patient']);
    await assert.rejects(
      startSignIn(browser(server), cleo.signInName, 'not the password at all'),
      refused('unauthenticated'),
    );
    const { request } = await directOpaque.startLogin('a guess that never finishes');
    await post(
      '/api/sign-in/start',
      { name: cleo.signInName, startLoginRequest: request },
      { 'user-agent': 'Mozilla/5.0 (iPhone) Safari/604' },
    );
    const { cookie } = await signedIn(server, cleo, clock);
    const { body } = await server.call('GET', '/api/account/sign-ins', { cookie: cookie() });
    const seen = body.signIns.map(({ step, outcome, device }: Record<string, string>) =>
      `${step} ${outcome} ${device}`.trim(),
    );
    assert.deepEqual(seen, ['code ok', 'start started Safari, iPhone', 'password wrong']);
    assert.equal(body.signIns[0].ip.replace('::ffff:', ''), '127.0.0.1');
  });

  it('shows a right password without a code, and a wrong code beside the right one that followed it', async () => {
    const dora = await enrolled(server, ['patient']);
    await startSignIn(browser(server), dora.signInName, password);
    clock.nextCode();
    const deps = browser(server);
    const { flow } = await startSignIn(deps, dora.signInName, password);
    const right = codeOf(dora, clock);
    await assert.rejects(enterCode(deps, flow, right === '000000' ? '000001' : '000000'), refused('invalid'));
    await enterCode(deps, flow, right);
    const { body } = await server.call('GET', '/api/account/sign-ins', { cookie: deps.cookie() });
    assert.deepEqual(body.signIns.map(({ step, outcome }: Record<string, string>) => `${step} ${outcome}`).toSorted(), [
      'code ok',
      'code wrong',
      'password ok',
    ]);
  });

  it('leaves an event in the log for every try, failures and unknown names too', async () => {
    const count = async () =>
      Number((await server.database.pool('superuser').query('select count(*) as n from audit.event')).rows[0].n);
    const before = await count();
    await assert.rejects(startSignIn(browser(server), 'nobody-here@example.org', password), refused('unauthenticated'));
    assert.ok((await count()) >= before + 2);
  });

  it('works from a terminal, in the role that is asked for', async () => {
    clock.nextCode();
    const nora = await enrolled(server, ['nurse', 'billing']);
    const ask = async (what: 'password' | 'code') => (what === 'password' ? password : codeOf(nora, clock));
    const url = server.url.replace('localhost', '127.0.0.1');
    const { cookie, role } = await signInFromTerminal(url, { name: nora.signInName, role: 'billing' }, ask);
    assert.equal(role, 'billing');
    assert.equal((await sessionOf(cookie)).body.role, 'billing');
    clock.nextCode();
    await assert.rejects(
      signInFromTerminal(url, { name: nora.signInName, role: 'administrator' }, ask),
      refused('unauthenticated'),
    );
  });

  it('refuses unknown fields, huge bodies, other content and other sites', async () => {
    const { request } = await directOpaque.startLogin(password);
    const body = { name: ana.signInName, startLoginRequest: request };
    assert.equal((await post('/api/sign-in/start', { ...body, admin: true })).status, 400);
    assert.equal((await post('/api/sign-in/start', { ...body, name: 'x'.repeat(300) })).status, 400);
    assert.equal((await post('/api/sign-in/start', { ...body, startLoginRequest: 'A'.repeat(128) })).status, 400);
    assert.equal((await post('/api/sign-in/start', { ...body, name: 'x'.repeat(100_000) })).status, 413);
    assert.equal((await post('/api/sign-in/start', '{"name":')).status, 400);
    assert.equal((await post('/api/sign-in/start', body, { 'content-type': 'text/plain' })).status, 415);
    assert.equal((await post('/api/sign-in/start', body, { 'sec-fetch-site': 'cross-site' })).status, 403);
    assert.equal((await post('/api/sign-in/start', body, { origin: 'https://evil.example' })).status, 403);
    assert.equal((await post('/api/sign-in/code', { flow: 'A'.repeat(43), code: '12345' })).status, 400);
    assert.equal((await post('/api/sign-in/code', { flow: 'A'.repeat(43), code: '123456' })).status, 401);
  });
});
