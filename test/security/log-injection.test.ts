// What somebody without an account, a guesser, or an SQL injection into the serving process can put into the log.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { newId } from '#platform/ids.ts';
import { systemSubject } from '#platform/kms/sealer.ts';
import { draftFor, newPatient, startTestLog, type TestLog } from '../harness/audit-log.ts';
import { setRolePasswords } from '#platform/db/embedded/connections.ts';
import { getTestCluster } from '../harness/cluster.ts';
import { freshDatabase, testDatabase } from '../harness/database.ts';
import { makePatient } from '../harness/people.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';

describe('refused requests in the log', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let server: TestServer;
  let patient: Awaited<ReturnType<typeof makePatient>>;

  before(async () => {
    database = await freshDatabase();
    server = await startTestServer({ database });
    patient = await makePatient(database.pool('owner'));
    assert.equal((await server.call('GET', `/api/patients/${patient.patientId}/results`, patient)).status, 200);
  });
  after(async () => {
    await server.stop();
    await database.drop();
  });

  const count = async (sql: string, values: unknown[] = []): Promise<number> => {
    const { rows } = await database.pool('superuser').query<{ n: number }>(`select count(*)::int as n ${sql}`, values);
    return rows[0]!.n;
  };
  const eventsOf = (id: string) => count('from audit.event where patient_id = $1', [id]);

  it('keeps made-up cookies out of a patient’s own log, and bounds them for each address', async () => {
    const before = await eventsOf(patient.patientId);
    const systemBefore = await eventsOf(systemSubject);
    for (let i = 0; i < 30; i++) {
      const cookie = `__Host-portico=${randomBytes(32).toString('base64url')}`;
      assert.equal((await server.call('GET', `/api/patients/${patient.patientId}/results`, { cookie })).status, 401);
    }
    assert.equal(await eventsOf(patient.patientId), before);
    const recorded = (await eventsOf(systemSubject)) - systemBefore;
    // Two minutes at most are touched.
    assert.ok(recorded >= 10 && recorded <= 20, String(recorded));
  });

  it('makes no keys and no log for patients who do not exist', async () => {
    const keys = await count('from sealed.data_key');
    const events = await count('from audit.event where patient_id <> $1', [systemSubject]);
    const systemBefore = await eventsOf(systemSubject);
    for (let i = 0; i < 50; i++) {
      const at = ['results', 'access-log', ''][i % 3]!;
      const answer = await server.call('GET', `/api/patients/${newPatient()}/${at}`.replace(/\/$/, ''), patient);
      assert.equal(answer.status, 404);
    }
    assert.equal(await count('from sealed.data_key'), keys);
    assert.equal(await count('from audit.event where patient_id <> $1', [systemSubject]), events);
    const recorded = (await eventsOf(systemSubject)) - systemBefore;
    assert.ok(recorded >= 20 && recorded <= 40, String(recorded));
  });

  it('lets the serving process make no first key of a subject nobody knows', async () => {
    const make = (subject: string) =>
      database
        .pool('app')
        .query(`select sealed.create_data_keys($1, 'records', $2, $2, 'x')`, [subject, randomBytes(40)]);
    await assert.rejects(make(newPatient()), { code: 'PT404' });
    await make(patient.patientId);
  });

  it('keeps demo mode from being decided again', async () => {
    for (const sql of ['truncate portico.installation', 'delete from portico.installation']) {
      const client = await database.pool('superuser').connect();
      try {
        await client.query(`insert into portico.installation (demo, clinic_name, clinic_phone)
          values (false, 'Clinic', '555 0100') on conflict do nothing`);
        await assert.rejects(client.query(sql), /cannot change/, sql);
      } finally {
        client.release();
      }
    }
  });
});

describe('an SQL injection as the serving process', () => {
  let log: TestLog;
  before(async () => {
    log = await startTestLog();
    await log.sequencer.step();
  });
  after(() => log.stop());

  const app = (sql: string, values: unknown[]) => log.database.pool('app').query(sql, values);
  const leaves = async (): Promise<number> => {
    const found = await log.database
      .pool('superuser')
      .query<{ n: number }>('select count(*)::int as n from audit.leaf');
    return found.rows[0]!.n;
  };

  it('writes no event into the past or the future', async () => {
    for (const shift of ['-1 hour', '1 hour']) {
      await assert.rejects(
        app(`insert into audit.event values ($1, $2, null, now() + $4::interval, '\\x00', '', $3, sha256('x'))`, [
          newPatient(),
          newId(),
          randomBytes(32),
          shift,
        ]),
        /row-level security/,
      );
    }
  });

  it('brings into the log only events, each once, with its own commitment', async () => {
    const patient = newPatient();
    const [eventId] = await log.record(patient);
    await log.sequencer.step();
    const before = await leaves();
    await app(`insert into audit.pending values ($1, $2, sha256('x')), ($3, $2, sha256('x'))`, [
      newId(),
      patient,
      eventId,
    ]);
    const event = await log.audit.prepare(draftFor(patient));
    const [bound] = log.audit.insert(event, []);
    await log.app.run([bound!]);
    await log.sequencer.step();
    assert.equal(await leaves(), before + 1);
    assert.ok(log.troubles.some((trouble) => trouble.includes('dropped')));
    await log.sequencer.step();
    assert.equal(await leaves(), before + 1);
  });
});

describe('what PostgreSQL lets everybody do', () => {
  it('is taken from the serving process: large objects, ending connections', async () => {
    const database = testDatabase();
    for (const sql of [
      `select lo_from_bytea(0, '\\x00')`,
      'select lo_create(0)',
      'select pg_terminate_backend(1)',
      'select pg_cancel_backend(1)',
    ]) {
      await assert.rejects(database.pool('app').query(sql), { code: '42501' }, sql);
    }
  });

  it('undoes, at every start, settings that a role gave itself', async () => {
    const database = testDatabase();
    const settings = async (): Promise<string[]> => {
      const { rows } = await database
        .pool('superuser')
        .query<{ c: string[] }>(`select setconfig as c from pg_db_role_setting where setrole = 'app_worker'::regrole`);
      return rows.flatMap((row) => row.c);
    };
    const before = await settings();
    assert.ok(before.includes('enable_seqscan=off'), 'kept plans go by index, also after a start');
    await database.pool('app_worker').query(`alter role app_worker set statement_timeout = '31s'`);
    await database.pool('app_worker').query(`alter role app_worker set search_path = 'x'`);
    assert.ok((await settings()).includes('statement_timeout=31s'));
    await setRolePasswords(database.connection('owner'), getTestCluster().secrets);
    assert.deepEqual((await settings()).toSorted(), before.toSorted());
  });
});
