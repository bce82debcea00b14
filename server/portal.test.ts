import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startPortalProcess, type PortalProcess } from '../test/harness/portal-process.ts';
import { askSuperuser, findDatabasePid } from '../test/simulation/endpoint.ts';
import { findReadyFile } from './ready-file.ts';

const root = join(import.meta.dirname, '..');

type Ended = { code: number | null; output: string };

/** Runs a command of the portal to its end. */
function run(args: readonly string[], env: Record<string, string>, input = ''): Promise<Ended> {
  const child: ChildProcess = spawn(process.execPath, [...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: 60_000,
  });
  child.stdin!.end(input);
  let output = '';
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

describe('portal process', () => {
  let folder: string;
  let portal: PortalProcess;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'portico-portal-'));
    // The database's own account must be able to pass through.
    chmodSync(folder, 0o711);
    portal = await startPortalProcess({ dataFolder: join(folder, 'data') });
  });
  after(async () => {
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('writes ready.json for its owner only', () => {
    const file = join(portal.dataFolder, 'ready.json');
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const ready = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    assert.deepEqual(Object.keys(ready).toSorted(), ['accounts', 'metricsUrl', 'pid', 'url']);
    assert.match(String(ready.url), /^http:\/\/localhost:\d+$/);
    assert.equal(ready.pid, portal.pid());
    for (const account of portal.ready.accounts) {
      assert.deepEqual(Object.keys(account).toSorted(), ['email', 'name', 'password', 'role', 'totpSecret']);
    }
    const roles = new Set(portal.ready.accounts.map((account) => account.role));
    for (const role of ['patient', 'clinician', 'nurse', 'front_desk', 'billing', 'privacy_officer', 'administrator']) {
      assert.ok(roles.has(role), `a demo account for ${role}`);
    }
  });

  it('serves pages, the API and, apart, its metrics', async () => {
    const page = await fetch(portal.ready.url);
    assert.equal(page.status, 200);
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    const api = await fetch(`${portal.ready.url}/api/openapi.json`);
    assert.equal(((await api.json()) as { openapi: string }).openapi, '3.1.0');
    assert.match(await (await fetch(portal.ready.metricsUrl)).text(), /portico_requests_total/);
    assert.equal((await fetch(new URL('/ready', portal.ready.metricsUrl))).status, 200);
    assert.doesNotMatch(await (await fetch(`${portal.ready.url}/metrics`)).text(), /portico_/);
  });

  it('has its data folder for itself', async () => {
    const second = await run(['server/main.ts'], { PORTICO_DATA: portal.dataFolder, PORTICO_PORT: '0' });
    assert.equal(second.code, 1);
    assert.match(second.output, /in use by process \d+/);
    assert.match(second.output, new RegExp(portal.ready.url));
  });

  it('prints a cookie for a demo account by the real sign-in', async () => {
    const account = portal.ready.accounts.find(({ role }) => role === 'patient');
    assert.ok(account);
    const env = { PORTICO_DATA: portal.dataFolder };
    const code = await run(['server/cli.ts', 'demo', 'code', account.email], env);
    assert.match(code.output, /^\d{6}\n$/);
    const input = `${account.password}\n${code.output}`;
    const signedIn = await run(['server/cli.ts', 'sign-in', '--as', account.email], env, input);
    assert.equal(signedIn.code, 0, signedIn.output);
    assert.match(signedIn.output, /^__Host-portico=[\w-]{43}\n$/);
    const session = await fetch(`${portal.ready.url}/api/session`, { headers: { cookie: signedIn.output.trim() } });
    assert.equal(session.status, 200);
    const wrong = await run(['server/cli.ts', 'sign-in', '--as', account.email], env, `wrong ${input}`);
    assert.equal(wrong.code, 1);
  });

  it('keeps demo mode out of a folder that was not empty, and off other addresses', async () => {
    const other = join(folder, 'not-empty');
    const made = await run(['-e', `require('fs').mkdirSync(${JSON.stringify(other)})`], {});
    assert.equal(made.code, 0);
    writeFileSync(join(other, 'something'), '');
    const refused = await run(['server/main.ts'], { PORTICO_DATA: other, PORTICO_PORT: '0' });
    assert.equal(refused.code, 1);
    assert.match(refused.output, /only in an empty folder/);
  });

  it('imports files beside the running portal, whole or not at all', async () => {
    const env = { PORTICO_DATA: portal.dataFolder };
    const good = join(folder, 'organization.json');
    writeFileSync(good, JSON.stringify({ resourceType: 'Organization', id: 'one', name: 'A laboratory' }));
    const bad = join(folder, 'bad.json');
    writeFileSync(bad, JSON.stringify({ resourceType: 'Nonsense', id: 'two' }));
    const first = await run(['server/cli.ts', 'import', 'fhir', good], env);
    assert.equal(first.code, 0, first.output);
    assert.match(first.output, /Organization +1 +0 +0/);
    const second = await run(['server/cli.ts', 'import', 'fhir', good, bad], env);
    assert.equal(second.code, 1);
    assert.match(second.output, /Organization +0 +0 +1/);
    assert.match(second.output, /refused: .*bad\.json/);
  });

  it('wraps data keys again when a domain’s key is rotated', async () => {
    const env = { PORTICO_DATA: portal.dataFolder };
    const rotated = await run(['server/cli.ts', 'keys', 'rotate', 'records'], env);
    assert.equal(rotated.code, 0, rotated.output);
    const status = await run(['server/cli.ts', 'keys', 'status'], env);
    assert.match(status.output, /records +local:[\w-]+:records:2 +\d+ data keys\n/);
  });

  it('ends the database with it, and starts again with what it had', async () => {
    const accounts = portal.ready.accounts;
    assert.ok(findDatabasePid(portal.dataFolder));
    await portal.stop();
    assert.equal(findDatabasePid(portal.dataFolder), undefined);
    assert.equal(findReadyFile(portal.dataFolder), undefined);
    const began = performance.now();
    portal = await startPortalProcess({ dataFolder: portal.dataFolder });
    assert.ok(performance.now() - began < 15_000, 'a next start takes seconds');
    assert.deepEqual(portal.ready.accounts, accounts);
  });

  it('tells where the log was tampered with, and exports it', async () => {
    const env = { PORTICO_DATA: portal.dataFolder };
    const whole = await run(['server/cli.ts', 'audit', 'verify', '--records'], env);
    assert.equal(whole.code, 0, whole.output);
    const target = join(folder, 'exported');
    const exported = await run(['server/cli.ts', 'audit', 'export', target], env);
    assert.equal(exported.code, 0, exported.output);
    const shown = await run(['server/cli.ts', 'audit', 'witness'], env);
    assert.match(shown.output, /^localhost\/log\n\d+\n/);
    const [changed] = await askSuperuser<{ id: string }>(
      portal.dataFolder,
      `with off as (select set_config('session_replication_role', 'replica', false))
       update audit.event set exposed = exposed || uuid_send(id)
       where id = (select event_id from audit.leaf where idx = 3) and (select count(*) from off) = 1
       returning id::text as id`,
    );
    const broken = await run(['server/cli.ts', 'audit', 'verify'], env);
    assert.equal(broken.code, 1, broken.output);
    assert.match(broken.output, new RegExp(`entry 3\\b.*${changed!.id}`));
  });

  it('is reset once it is stopped, and made anew with the same accounts', async () => {
    const env = { PORTICO_DATA: portal.dataFolder };
    const busy = await run(['server/cli.ts', 'demo', 'reset'], env);
    assert.equal(busy.code, 1);
    assert.match(busy.output, /in use by process \d+.*Stop the portal first/);
    const accounts = portal.ready.accounts;
    await portal.stop();
    const reset = await run(['server/cli.ts', 'demo', 'reset'], env);
    assert.equal(reset.code, 0, reset.output);
    portal = await startPortalProcess({ dataFolder: portal.dataFolder });
    assert.deepEqual(portal.ready.accounts, accounts);
    const whole = await run(['server/cli.ts', 'audit', 'verify', '--records'], env);
    assert.equal(whole.code, 0, whole.output);
  });
});

describe('portico serve --init', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'portico-init-'));
    // The database's own account must be able to pass through.
    chmodSync(folder, 0o711);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('makes a real installation and prints one invitation, again while nobody has an account', async () => {
    const dataFolder = join(folder, 'data');
    const refused = await run(['server/cli.ts', 'serve'], { PORTICO_DATA: dataFolder, PORTICO_PORT: '0' });
    assert.equal(refused.code, 1);
    assert.match(refused.output, /serve --init/);
    assert.equal(existsSync(dataFolder), false, 'a mistyped folder is not filled');
    const unnamed = await run(['server/cli.ts', 'serve', '--init'], { PORTICO_DATA: dataFolder, PORTICO_PORT: '0' });
    assert.match(unnamed.output, /Set PORTICO_CLINIC_NAME and PORTICO_CLINIC_PHONE/);
    const env = { PORTICO_CLINIC_NAME: 'Northgate Family Practice', PORTICO_CLINIC_PHONE: '555-0177' };
    const first = await startPortalProcess({ dataFolder, env, command: ['server/cli.ts', 'serve', '--init'] });
    assert.deepEqual(first.ready.accounts, []);
    await first.outputMatches(/Invitation for the first administrator \(one use\): \S{10,}/);
    await first.stop();
    // Lost, or never printed because a later step failed: while nobody has an account, it is made again.
    const again = await startPortalProcess({ dataFolder, command: ['server/cli.ts', 'serve', '--init'] });
    await again.outputMatches(/Invitation for the first administrator \(one use\): \S{10,}/);
    await again.stop();
    const demo = await startPortalProcess({ dataFolder });
    assert.deepEqual(demo.ready.accounts, [], 'npm start does not turn a real installation into a demo');
    await demo.stop();
    // Not even with the note of an unfinished demo in its folder.
    writeFileSync(join(dataFolder, 'demo-begun'), '');
    const reset = await run(['server/cli.ts', 'demo', 'reset'], { PORTICO_DATA: dataFolder });
    assert.equal(reset.code, 1);
    assert.match(reset.output, /no demo clinic\. Nothing was changed/);
    rmSync(join(dataFolder, 'demo-begun'));
    const kept = await startPortalProcess({ dataFolder, command: ['server/cli.ts', 'serve'] });
    await kept.stop();
  });
});
