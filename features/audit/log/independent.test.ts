import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { newPatient, startTestLog, type TestLog } from '../../../test/harness/audit-log.ts';

const run = promisify(execFile);
/** Debian: golang-go and golang-golang-x-mod-dev. */
const goPath = '/usr/share/gocode';
const goBinary = ['/usr/bin/go', '/usr/local/go/bin/go'].find(existsSync);
const available = goBinary !== undefined && existsSync(path.join(goPath, 'src/golang.org/x/mod/sumdb/tlog'));

describe("an independent verifier (Go's sumdb/tlog and sumdb/note)", () => {
  let log: TestLog | undefined;
  let work: string;
  before(async () => {
    if (!available) return;
    work = await mkdtemp(path.join(tmpdir(), 'portico-go-'));
    log = await startTestLog();
  });
  after(async () => {
    await log?.stop();
    if (work) await rm(work, { recursive: true, force: true });
  });

  const canRun = (t: TestContext): boolean => {
    if (available) return true;
    assert.notEqual(
      process.env['CI'],
      'true',
      'in CI the Go verifier must be there: golang-go, golang-golang-x-mod-dev',
    );
    t.diagnostic('not run: needs Go and golang.org/x/mod (Debian: golang-go golang-golang-x-mod-dev)');
    return false;
  };

  it('agrees on the whole log, and not on a changed one', { timeout: 240_000 }, async (t) => {
    if (!canRun(t) || !log) return;
    const patient = newPatient();
    await log.sequencer.step();
    for (let i = 0; i < 3; i++) {
      await log.record(patient, 95);
      await log.sequencer.step();
    }
    const { size } = await log.sequencer.step();
    const [vkey] = (await log.files.readVkeys())!;
    const source = path.join(import.meta.dirname, 'independent/verify.go');
    const program = path.join(work, 'verify');
    const env = {
      PATH: '/usr/bin:/bin',
      HOME: work,
      GOPATH: goPath,
      GO111MODULE: 'off',
      GOCACHE: path.join(tmpdir(), 'portico-go-cache'),
      GOFLAGS: '',
      CGO_ENABLED: '0',
    };
    await run(goBinary!, ['build', '-o', program, source], { env, timeout: 200_000 });
    const { stdout } = await run(program, [log.files.folder, vkey!], { timeout: 30_000 });
    const root = (await readFile(path.join(log.files.folder, 'checkpoint'), 'utf8')).split('\n')[2];
    assert.equal(stdout, `${size} entries ${root}\n`);

    const file = path.join(log.files.folder, 'tile/entries/000');
    const bytes = await readFile(file);
    bytes[1_000]! ^= 1;
    await writeFile(file, bytes);
    await assert.rejects(run(program, [log.files.folder, vkey!], { timeout: 30_000 }), /do not give the signed root/);
  });
});
