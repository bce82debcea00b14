import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { createPool, type Pool } from '#platform/db/pool.ts';
import { newId } from '#platform/ids.ts';
import { createSealer, type Sealer } from '#platform/kms/sealer.ts';
import { draftFor, newPatient, startTestLog, type TestLog } from '../../../test/harness/audit-log.ts';
import { deletedHash } from './verify-records.ts';
import { verifyLog } from './verify.ts';

const table = 'records.resource';

describe('audit verify --records', () => {
  let log: TestLog;
  let pool: Pool;
  let sealer: Sealer;
  const patient = newPatient();
  const source = newId();

  const sql = (text: string, values: unknown[] = []) => log.database.pool('superuser').query(text, values);
  const asAttacker = (text: string) =>
    sql(`set session_replication_role = replica; ${text}; reset session_replication_role`);

  /** A write as a feature makes it: row, head and event in step. */
  const write = async (id: string, version: number, sealed: Buffer): Promise<void> => {
    await sql(
      `insert into records.resource (patient_id, id, resource_type, area, at, content_token, source_id, sealed)
       values ($1, $2, 'Observation', 'results', now(), $3, $4, $5)
       on conflict (patient_id, id) do update set sealed = excluded.sealed`,
      [patient, id, randomBytes(16), source, sealed],
    );
    await sql(
      `insert into sealed.row_head (subject_id, row_id, table_name, version, mac) values ($1, $2, $3, $4, $5)
       on conflict (subject_id, row_id) do update set version = excluded.version`,
      [patient, id, table, version, randomBytes(36)],
    );
    await logWrite(id, version, createHash('sha256').update(sealed).digest('hex'));
  };
  const logWrite = async (id: string, version: number, hash: string): Promise<void> => {
    const draft = draftFor(patient);
    draft.internal.writes = [{ table, id, version, hash }];
    await log.app.run(log.audit.insert(await log.audit.prepare(draft), [id]));
    await log.sequencer.step();
  };
  const verify = () =>
    verifyLog({
      pool,
      kms: log.kms,
      sealer,
      files: log.files,
      records: [
        { table, subjectColumn: 'patient_id' },
        { table: 'records.shared_resource', subjectColumn: null },
      ],
    });

  before(async () => {
    log = await startTestLog();
    pool = createPool(log.database.connection('app_sequencer'), { max: 2 });
    sealer = createSealer({ kms: log.kms, pool });
    await sql(`insert into records.source (id, name, title) values ($1, 'lab', 'Lab')`, [source]);
  });
  after(async () => {
    await pool.end();
    await log.stop();
  });

  it('finds changed, missing, inserted and rolled back rows', async () => {
    const [a, b, c] = [newId(), newId(), newId()];
    const first = randomBytes(80);
    await write(a, 1, first);
    await write(a, 2, randomBytes(80));
    await write(b, 1, randomBytes(80));
    await write(c, 1, randomBytes(80));
    const honest = await verify();
    assert.ok(honest.ok && honest.records === 3, JSON.stringify(honest));

    const caught = async (attack: string, kind: string, record: string, repair: string): Promise<void> => {
      await asAttacker(attack);
      const report = await verify();
      assert.ok(!report.ok && report.kind === kind && report.place.record === record, JSON.stringify(report));
      await asAttacker(repair);
      assert.ok((await verify()).ok);
    };
    await sql(
      'create table public.kept as select * from records.resource; create table public.kept_head as select * from sealed.row_head',
    );
    const repair = `truncate records.resource, sealed.row_head; insert into records.resource select * from public.kept;
      insert into sealed.row_head select * from public.kept_head`;
    const other = newId();
    await caught(
      `update records.resource set sealed = sealed || '\\x00' where id = '${b}'`,
      'changed-record',
      b,
      repair,
    );
    await caught(`delete from records.resource where id = '${c}'`, 'missing-record', c, repair);
    await caught(`delete from sealed.row_head where row_id = '${c}'`, 'wrong-head', c, repair);
    await caught(
      `insert into records.resource select patient_id, '${other}', resource_type, area, at, code_token, content_token, source_id, stored_at, sealed from records.resource limit 1`,
      'extra-record',
      other,
      repair,
    );
    // Row and head together, as they were before: nothing but the log remembers.
    await caught(
      `update records.resource set sealed = '\\x${first.toString('hex')}' where id = '${a}'; update sealed.row_head set version = 1 where row_id = '${a}'`,
      'old-record',
      a,
      repair,
    );
    const stranger = newPatient();
    await caught(
      `insert into records.resource select '${stranger}', '${other}', resource_type, area, at, code_token, content_token, source_id, stored_at, sealed from records.resource limit 1`,
      'extra-record',
      other,
      repair,
    );

    await asAttacker(
      `delete from records.resource where id = '${b}'; update sealed.row_head set version = 2, deleted = true where row_id = '${b}'`,
    );
    await logWrite(b, 2, deletedHash);
    const deleted = await verify();
    assert.ok(deleted.ok && deleted.records === 2, JSON.stringify(deleted));
  });
});
