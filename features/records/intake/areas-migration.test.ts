import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { cpSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { embeddedConnections, superuserConnection, withClient } from '#platform/db/embedded/connections.ts';
import { migrate } from '#platform/db/migrate.ts';
import { getTestCluster } from '../../../test/harness/cluster.ts';
import { freshDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { newPatient, storeResource } from '../../../test/harness/chart.ts';
import { makePatient } from '../../../test/harness/people.ts';
import { startTestServer, type TestServer } from '../../../test/harness/server.ts';

const migrations = path.resolve(import.meta.dirname, '../../../db/migrations');

describe('records stored before the parts of a record had names of their own', () => {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const { socketFolder, secrets } = getTestCluster();
  const admin = superuserConnection(socketFolder, secrets, 'postgres');
  const owner = embeddedConnections(socketFolder, secrets, name).owner;
  const superuser = superuserConnection(socketFolder, secrets, name);
  let folder: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'portico-migrations-'));
    await withClient(admin, (client) =>
      client.query(`create database ${name} template template0 owner ${pg.escapeIdentifier(String(owner.user))}`),
    );
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await withClient(admin, (client) => client.query(`drop database if exists ${name} with (force)`));
  });

  const bring = (upTo: string): Promise<string[]> => {
    for (const file of globSync('*.sql', { cwd: migrations }).filter((one) => one < upTo)) {
      cpSync(path.join(migrations, file), path.join(folder, file));
    }
    return migrate(owner, folder);
  };

  it('are moved with their heads, open to nobody new, and held by nothing', async () => {
    await bring('0009');
    const patient = '00000000-0000-8000-8000-000000000001';
    const rows = [
      ['Condition', 'clinical', 'conditions'],
      ['MedicationRequest', 'clinical', 'medicines'],
      ['Encounter', 'clinical', 'visits'],
      ['Appointment', 'clinical', 'appointments'],
      ['DocumentReference', 'clinical', 'documents'],
      ['Media', 'results', 'documents'],
      ['Observation', 'clinical', 'other'],
      ['Observation', 'results', 'results'],
      ['DiagnosticReport', 'results', 'results'],
      ['Flag', 'clinical', 'other'],
      ['Patient', 'demographics', 'demographics'],
      ['Claim', 'billing', 'billing'],
    ] as const;
    await withClient(superuser, async (client) => {
      await client.query(`insert into records.source (id, name, title) values ($1, 'old', 'Old')`, [patient]);
      for (const [i, [type, area]] of rows.entries()) {
        const id = `00000000-0000-8000-8000-0000000001${String(i).padStart(2, '0')}`;
        await client.query(
          `insert into records.resource (patient_id, id, resource_type, area, at, list_token, content_token, source_id, stored_at, sealed)
           values ($1, $2, $3, $4, now(), $5, $5, $1, now() - interval '1 year', $5)`,
          [patient, id, type, area, randomBytes(16)],
        );
        await client.query(
          `insert into sealed.row_head (subject_id, row_id, table_name, area, version, mac) values ($1, $2, 'records.resource', $3, 7, $4)`,
          [patient, id, area, randomBytes(36)],
        );
      }
    });
    await bring('9999');
    const { rows: moved } = await withClient(superuser, (client) =>
      client.query(`select r.resource_type, r.area, h.area as head, h.version, r.held_as, r.opens_at, r.arrived_at = r.stored_at as as_stored
        from records.resource r join sealed.row_head h on h.row_id = r.id order by r.id`),
    );
    assert.deepEqual(
      moved.map((row) => [
        row.resource_type,
        row.area,
        row.head,
        Number(row.version),
        row.held_as,
        row.opens_at,
        row.as_stored,
      ]),
      rows.map(([type, , area]) => [type, area, area, 7, null, null, true]),
    );
    const { rows: guards } = await withClient(superuser, (client) =>
      client.query(`select c.relname, c.relforcerowsecurity as forced, (select tgenabled from pg_trigger where tgrelid = c.oid and tgname = 'keep_head') as guard
        from pg_class c where c.oid in ('records.resource'::regclass, 'sealed.row_head'::regclass) order by c.relname`),
    );
    assert.deepEqual(guards, [
      { relname: 'resource', forced: true, guard: null },
      { relname: 'row_head', forced: true, guard: 'O' },
    ]);
  });
});

describe('a record whose part is named otherwise now', () => {
  let database: TestDatabase & { drop(): Promise<void> };
  let server: TestServer;
  before(async () => {
    database = await freshDatabase();
    server = await startTestServer({ database });
  });
  after(async () => {
    await server.stop();
    await database.drop();
  });

  it('is moved when its source brings the same bytes again, once', async () => {
    const patientId = await newPatient(server);
    const pulse = {
      resourceType: 'Observation',
      id: 'pulse',
      status: 'final',
      category: [{ coding: [{ code: 'vital-signs' }] }],
      code: { text: 'Pulse' },
    };
    const { id } = await storeResource(server, patientId, pulse);
    const superuser = database.pool('superuser');
    await superuser.query(`update records.resource set area = 'other' where id = $1`, [id]);
    await superuser.query('alter table sealed.row_head disable trigger keep_head');
    await superuser.query(`update sealed.row_head set area = 'other' where row_id = $1`, [id]);
    await superuser.query('alter table sealed.row_head enable trigger keep_head');
    const { cookie } = await makePatient(database.pool('owner'), { patientId });
    const shown = async (list: string): Promise<number> =>
      (await server.call('GET', `/api/patients/${patientId}/${list}`, { cookie })).body.resources.length;
    assert.deepEqual([await shown('observations'), await shown('vitals')], [1, 0]);
    assert.equal((await storeResource(server, patientId, pulse)).outcome, 'updated');
    assert.deepEqual([await shown('observations'), await shown('vitals')], [0, 1]);
    assert.equal((await storeResource(server, patientId, pulse)).outcome, 'unchanged');
  });
});
