import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openLogFiles, verifyLog, type VerifyReport } from '#features/audit/index.ts';
import { createPool } from '#platform/db/pool.ts';
import { newId } from '#platform/ids.ts';
import { createLocalKeyFile, localKeyFile } from '#platform/kms/local-key-file.ts';
import { recordTables } from '../../server/routes.ts';
import { freshDatabase, type TestDatabase } from '../harness/database.ts';
import { makePatient } from '../harness/people.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';

/**
 * The one alteration that a read cannot notice: an old row put back together with its old head. The log
 * knows the newer version; `portico audit verify --records` compares.
 */
describe('a coordinated rollback by a superuser', () => {
  let database: TestDatabase & { drop(): Promise<void> };
  let server: TestServer;
  let folder: string;
  let keyFile: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'portico-rollback-'));
    keyFile = path.join(folder, 'keys.json');
    createLocalKeyFile(keyFile);
    database = await freshDatabase();
    server = await startTestServer({ database, keyFile, dataFolder: folder, sequencer: true });
  });
  after(async () => {
    await server.stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const store = async (patientId: string, sourceId: string, value: string): Promise<string> => {
    const json = `{"resourceType":"Observation","status":"final","code":{"text":"Potassium"},
      "category":[{"coding":[{"code":"laboratory"}]}],"valueQuantity":{"value":${value}}}`;
    const body = { source: 'lab', resource: { resourceType: 'Observation', sourceId, json } };
    const { importer, records } = server.portico;
    const stored = await importer.write(records.intake.writeResource, { params: { patientId }, body }, newId());
    return (stored as { id: string }).id;
  };

  /** Waits until the log has taken in every event, then verifies it with every sealed row. */
  const verify = async (): Promise<VerifyReport> => {
    const superuser = database.pool('superuser');
    for (let tries = 0; tries < 100; tries++) {
      const { rows } = await superuser.query('select count(*)::int as waiting from audit.pending');
      if (rows[0].waiting === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const pool = createPool(database.connection('app_sequencer'), { max: 2 });
    try {
      const files = await openLogFiles(path.join(folder, 'log'));
      const sealer = server.portico.sealers.app_sequencer;
      return await verifyLog({ pool, kms: localKeyFile(keyFile), sealer, files, records: recordTables });
    } finally {
      await pool.end();
    }
  };

  it('is not noticed by the read, and found by comparing the records with the log', async () => {
    const superuser = database.pool('superuser');
    const patient = await makePatient(superuser);
    const id = await store(patient.patientId, 'a', '5.9');
    await store(patient.patientId, 'b', '4.0');
    const old = await superuser.query('select sealed, content_token from records.resource where id = $1', [id]);
    const oldHead = await superuser.query('select version, mac from sealed.row_head where row_id = $1', [id]);
    await store(patient.patientId, 'a', '4.1');
    const whole = await verify();
    assert.deepEqual(whole.ok ? whole.records : whole, 2);

    const client = await superuser.connect();
    await client.query("begin; set local session_replication_role = 'replica'");
    await client.query('update records.resource set sealed = $2, content_token = $3 where id = $1', [
      id,
      old.rows[0].sealed,
      old.rows[0].content_token,
    ]);
    await client.query('update sealed.row_head set version = $2, mac = $3 where row_id = $1', [
      id,
      oldHead.rows[0].version,
      oldHead.rows[0].mac,
    ]);
    await client.query('commit');
    client.release();

    const read = await server.call('GET', `/api/patients/${patient.patientId}/records/${id}`, {
      cookie: patient.cookie,
    });
    assert.equal(read.body.valueQuantity?.value, 5.9, 'docs/encryption-at-rest.md says so');
    const report = await verify();
    assert.equal(report.ok, false);
    assert.equal(!report.ok && report.kind, 'old-record');
    assert.deepEqual(!report.ok && [report.place.table, report.place.record], ['records.resource', id]);
  });
});
