import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { consistencyRanges, parseVerifierKey, rangeHash, verifyCheckpoint, verifyConsistency } from '@portico/crypto';
import { createPool, type Pool } from '#platform/db/pool.ts';
import { createSealer } from '#platform/kms/sealer.ts';
import { newPatient, startTestLog, testLogOrigin, type TestLog } from '../../../test/harness/audit-log.ts';
import type { LogFiles } from './log-files.ts';
import { createSequencer } from './sequencer.ts';
import { verifyLog } from '../verify/verify.ts';

/** Everything the sequencer does to the outside, counted; the `failing`-th fails, before or after it took effect. */
const breakable = (pool: Pool, files: LogFiles) => {
  const state = { done: 0, failing: Infinity, after: false };
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    state.done += 1;
    if (state.done !== state.failing) return work();
    if (state.after) await work();
    throw new Error('the power went out');
  };
  return {
    state,
    pool: {
      ...pool,
      run: ((bounds) => guard(() => pool.run(bounds))) as Pool['run'],
      transaction: ((work) => guard(() => pool.transaction(work))) as Pool['transaction'],
    },
    files: { ...files, write: (written: Parameters<LogFiles['write']>[0]) => guard(() => files.write(written)) },
  };
};

describe('a crash of the sequencer', () => {
  let log: TestLog;
  let reading: Pool;
  before(async () => {
    log = await startTestLog();
    await log.sequencer.step();
    await log.sequencer.stop();
    await log.sequencerPool.end();
    reading = createPool(log.database.connection('app_sequencer'), { max: 2 });
  });
  after(async () => {
    await reading.end();
    await log.stop();
  });

  it('at any moment neither forks the log nor loses or doubles an event', { timeout: 120_000 }, async (t) => {
    const patient = newPatient();
    const [vkey] = (await log.files.readVkeys())!;
    const trust = { origin: testLogOrigin, logKeys: [parseVerifierKey(vkey!)], witnessKeys: [] };
    let last = await verifyCheckpoint((await log.files.readCheckpoint())!, trust);
    let events = 0;
    let crashes = 0;
    for (let failing = 1; failing <= 24; failing++) {
      for (const late of [false, true]) {
        const pool = createPool(log.database.connection('app_sequencer'), { max: 1 });
        const broken = breakable(pool, log.files);
        const options = { kms: log.kms, origin: testLogOrigin, onTrouble: () => {} };
        const sequencer = createSequencer({ ...options, pool: broken.pool, files: broken.files });
        // Enough for an index block now and then: crashes while it is built count too.
        events += (await log.record(patient, 8)).length;
        Object.assign(broken.state, { failing, after: late });
        let crashed = false;
        for (let round = 0; round < 2; round++) {
          await sequencer.step().catch((error: Error) => {
            crashed = true;
            assert.match(error.message, /power went out/);
          });
        }
        if (crashed) crashes += 1;
        // The process is gone; another one takes over.
        await pool.end();
        const next = createPool(log.database.connection('app_sequencer'), { max: 1 });
        const recovered = createSequencer({ ...options, pool: next, files: log.files });
        while ((await recovered.step()).state !== 'idle');
        await next.end();
        const now = await verifyCheckpoint((await log.files.readCheckpoint())!, trust);
        const proof = await Promise.all(
          consistencyRanges(last.size, now.size).map((range) => rangeHash(range, now.size, log.files.readTile)),
        );
        assert.ok(verifyConsistency(last.size, now.size, last.root, now.root, proof), `fork after crash ${failing}`);
        last = now;
      }
    }
    t.diagnostic(`${crashes} crashes, ${events} events, ${last.size} entries`);
    assert.ok(crashes >= 20);
    const report = await verifyLog({
      pool: reading,
      kms: log.kms,
      sealer: createSealer({ kms: log.kms, pool: reading }),
      files: log.files,
    });
    assert.ok(report.ok, JSON.stringify(report));
    assert.equal(report.events, events);
  });
});
