import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { freshDatabase } from '../../test/harness/database.ts';
import { createLog } from '../log.ts';
import { startJobs, type Jobs } from './jobs.ts';

describe('jobs', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let jobs: Jobs | undefined;
  let lines = '';
  const log = createLog('info', { write: (line: string) => void (lines += line) });

  before(async () => {
    database = await freshDatabase();
  });
  after(async () => {
    await jobs?.stop();
    await database.drop();
  });

  it('run as app_worker, and tell of a failure without what it quoted', async () => {
    const done = Promise.withResolvers<string>();
    const failed = Promise.withResolvers<void>();
    jobs = await startJobs({
      connection: database.connection('app_worker'),
      log,
      tasks: [
        { name: 'test.works', schedule: '0 3 * * *', run: async () => done.resolve('ran') },
        { name: 'test.fails', schedule: '0 4 * * *', run: () => Promise.reject(new Error('canary-8812')) },
      ],
      onFinished: (task, outcome) => {
        if (task === 'test.fails' && outcome === 'failed') failed.resolve();
      },
    });
    await jobs.runSoon('test.works');
    assert.equal(await done.promise, 'ran');
    await jobs.runSoon('test.fails');
    await failed.promise;
    assert.match(lines, /"task":"test.fails"/);
    assert.ok(!lines.includes('canary'));
    await jobs.stop();
    jobs = undefined;
    const { rows } = await database
      .pool('superuser')
      .query('select last_error, payload::text from graphile_worker._private_jobs where last_error is not null');
    assert.ok(!JSON.stringify(rows).includes('canary'), JSON.stringify(rows));
  });

  it('cannot be added or read by the role that serves people', async () => {
    for (const sql of [
      "select graphile_worker.add_job('test.works')",
      'select payload from graphile_worker._private_jobs',
    ]) {
      await assert.rejects(database.pool('app').query(sql), /permission denied/);
    }
  });
});
