import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { parseVerifierKey, rangeHash, sameBytes, verifyCheckpoint } from '@portico/crypto';
import { systemSubject } from '#platform/kms/sealer.ts';
import { bind, statement } from '#platform/db/statement.ts';
import { createAudit } from '../recorder.ts';
import { draftFor, newPatient, startTestLog, testLogOrigin, type TestLog } from '../../../test/harness/audit-log.ts';

const trustOf = async (log: TestLog) => {
  const [vkey] = (await log.files.readVkeys())!;
  return { origin: testLogOrigin, logKeys: [parseVerifierKey(vkey!)], witnessKeys: [] };
};

describe('the sequencer', () => {
  let log: TestLog;
  before(async () => {
    log = await startTestLog();
  });
  after(() => log.stop());

  it('begins an empty log with a signed checkpoint', async () => {
    assert.deepEqual(await log.sequencer.step(), { state: 'idle', size: 0 });
    const checkpoint = await verifyCheckpoint((await log.files.readCheckpoint())!, await trustOf(log));
    assert.equal(checkpoint.size, 0);
  });

  it('orders, signs and publishes what is pending', async () => {
    const patient = newPatient();
    await log.record(patient, 3);
    await log.record(null, 2);
    assert.deepEqual(await log.sequencer.step(), { state: 'appended', size: 5 });
    const checkpoint = await verifyCheckpoint((await log.files.readCheckpoint())!, await trustOf(log));
    assert.equal(checkpoint.size, 5);
    const root = await rangeHash({ from: 0, to: 5 }, 5, log.files.readTile);
    assert.ok(sameBytes(root, checkpoint.root));
    assert.deepEqual(await log.sequencer.step(), { state: 'idle', size: 5 });
  });

  it('records exactly the rows that a wrapped select returns, in their order', async () => {
    const patient = newPatient();
    const ids = ['11111111-1111-7111-8111-111111111111', '22222222-2222-7222-8222-222222222222'];
    const select = statement({
      name: 'test.shownRows',
      text: `select id, patient_id, word from (values ($2::uuid, $1::uuid, 'b'), ($3::uuid, $1::uuid, 'a')) as t (id, patient_id, word)`,
      params: ['uuid', 'uuid', 'uuid'],
      columns: { id: 'uuid', patient_id: 'uuid', word: 'text' },
    });
    const event = await log.audit.prepare(draftFor(patient));
    const [rows] = await log.app.run([log.audit.exposing(bind(select, [patient, ids[1], ids[0]]), event)]);
    assert.deepEqual(
      rows.map((row) => row.word),
      ['b', 'a'],
    );
    const found = await log.database
      .pool('superuser')
      .query<{ exposed: string; cmt: boolean }>(
        `select encode(e.exposed, 'hex') as exposed, p.cmt = e.cmt as cmt from audit.event e join audit.pending p on p.event_id = e.id where e.id = $1`,
        [event.id],
      );
    assert.deepEqual(found.rows, [{ exposed: (ids[1]! + ids[0]!).replaceAll('-', ''), cmt: true }]);
    await log.sequencer.step();
  });

  it('fails the whole batch when a row of another patient comes back', async () => {
    const select = statement({
      name: 'test.foreignRow',
      text: 'select $1::uuid as id, $2::uuid as patient_id',
      params: ['uuid', 'uuid'],
      columns: { id: 'uuid', patient_id: 'uuid' },
    });
    const event = await log.audit.prepare(draftFor(newPatient()));
    await assert.rejects(log.app.run([log.audit.exposing(bind(select, [newPatient(), newPatient()]), event)]));
  });

  it('enters an incident of a record in the log of the patient and of the system, and counts it', async () => {
    let incidents = 0;
    const audit = createAudit({ sealer: log.sealer, onIncident: () => (incidents += 1) });
    const patient = newPatient();
    const event = await audit.prepare(draftFor(patient, { category: 'integrity', outcome: 'failed' }));
    const bounds = audit.insert(event, []);
    await log.app.run(bounds);
    assert.deepEqual([bounds.length, incidents], [2, 1]);
    await log.sequencer.step();
    const found = await log.database
      .pool('superuser')
      .query<{ n: number }>(
        `select count(*)::int as n from audit.leaf where patient_id in ($1, $2) and event_id in (select id from audit.event where at = $3)`,
        [patient, systemSubject, event.draft.at],
      );
    assert.equal(found.rows[0]!.n, 2);
  });

  it('lets only one sequencer run', async () => {
    const { createPool } = await import('#platform/db/pool.ts');
    const { createSequencer } = await import('./sequencer.ts');
    const pool = createPool(log.database.connection('app_sequencer'), { max: 1 });
    const second = createSequencer({
      pool,
      kms: log.kms,
      files: log.files,
      origin: testLogOrigin,
      onTrouble: () => {},
    });
    assert.equal((await second.step()).state, 'standby');
    await pool.end();
  });

  it('goes on after a restart, over many tiles and index blocks', async () => {
    const patients = [newPatient(), newPatient(), null];
    for (let i = 0; i < 6; i++) {
      for (const patient of patients) await log.record(patient, 20);
      await log.sequencer.step();
      if (i % 2 === 1) await log.restart();
    }
    const { size } = await log.sequencer.step();
    const [[found]] = await log.sequencerPool.run([bind(countIndexes)]);
    assert.ok(found!.n >= 1);
    const checkpoint = await verifyCheckpoint((await log.files.readCheckpoint())!, await trustOf(log));
    assert.equal(checkpoint.size, size);
    assert.ok(sameBytes(await rangeHash({ from: 0, to: size }, size, log.files.readTile), checkpoint.root));
    assert.deepEqual(log.troubles, []);
  });
});

const countIndexes = statement({
  name: 'test.countIndexes',
  text: 'select count(*)::int8 as n from audit.tag_index',
  columns: { n: 'int8' },
});
