import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { newId } from '#platform/ids.ts';
import { freshDatabase, type TestDatabase } from '../harness/database.ts';
import { makePatient, makePerson, type Person } from '../harness/people.ts';

/** The same drill as in matrix-database.test.ts, against the real tables: records, their heads, and wrapped keys. */
describe('an SQL injection at sealed records', () => {
  let database: TestDatabase & { drop(): Promise<void> };
  let mine: Awaited<ReturnType<typeof makePatient>>;
  let theirs: typeof mine;
  const people: Record<string, Person> = {};

  before(async () => {
    database = await freshDatabase();
    const superuser = database.pool('superuser');
    mine = await makePatient(superuser);
    theirs = await makePatient(superuser);
    people.patient = mine;
    for (const role of ['administrator', 'front_desk', 'billing', 'privacy_officer', 'nurse'] as const) {
      people[role] = await makePerson(superuser, { role });
    }
    const source = newId();
    await superuser.query(`insert into records.source (id, name, title) values ($1, 'lab', 'Lab')`, [source]);
    for (const { patientId } of [mine, theirs]) {
      const id = newId();
      await superuser.query(
        `insert into records.resource (patient_id, id, resource_type, area, at, content_token, source_id, sealed)
         values ($1, $2, 'Observation', 'results', now(), $3, $4, $5)`,
        [patientId, id, randomBytes(16), source, randomBytes(60)],
      );
      await superuser.query(
        `insert into sealed.row_head (subject_id, row_id, table_name, area, version, mac) values ($1, $2, 'records.resource', 'results', 1, $3)`,
        [patientId, id, randomBytes(36)],
      );
      await superuser.query(
        `insert into sealed.data_key (subject_id, domain, version, wrapped, kek_id) values ($1, 'records', 1, $2, 'drill')`,
        [patientId, randomBytes(100)],
      );
    }
  });
  after(() => database.drop());

  /** What a caller types becomes SQL, on the connection of the serving process. */
  const injectable = async (capability: string, typed: string): Promise<string> => {
    const client = await database.pool('app').connect();
    try {
      await client.query('begin');
      await client.query("select set_config('app.cap', $1, true)", [capability]);
      const result = await client.query(`select id::text as found from records.resource where id::text = '${typed}'`);
      return JSON.stringify((Array.isArray(result) ? result : [result]).flatMap((each) => each.rows ?? []));
    } finally {
      await client.query('rollback').catch(() => undefined);
      client.release();
    }
  };

  const heads = `x' union all select subject_id::text || version from sealed.row_head --`;
  const rows = `x' union all select patient_id::text from records.resource --`;

  it('shows a patient her own rows and heads, and of nobody else any', async () => {
    for (const attempt of [heads, rows, `x'; select * from sealed.row_head --`, `x' or true --`]) {
      const found = await injectable(mine.capability, attempt);
      assert.ok(!found.includes(theirs.patientId), attempt);
    }
    assert.ok((await injectable(mine.capability, heads)).includes(mine.patientId), 'the drill can tell');
  });

  it('shows staff without a tie no row, and nobody a head beyond the rows of her role', async () => {
    for (const [role, person] of Object.entries(people)) {
      if (role === 'patient') continue;
      const found = `${await injectable(person.capability, rows)}`;
      assert.ok(!found.includes(mine.patientId) && !found.includes(theirs.patientId), role);
      // Front desk and billing read anybody's demographics, but no head of a result.
      assert.equal(await injectable(person.capability, heads), '[]', role);
    }
    assert.equal(await injectable('', heads), '[]');
    assert.equal(await injectable('00'.repeat(32), heads), '[]');
  });

  it('gains no head by settings or somebody else’s ids', async () => {
    const settings = ['app.patient_id', 'app.subject_id', 'row_security', 'role', 'session_replication_role'];
    for (const setting of settings) {
      const attempt = `x' union all select set_config('${setting}', '${theirs.patientId}', true)
        union all select subject_id::text from sealed.row_head --`;
      const found = await injectable(mine.capability, attempt).catch(() => '');
      assert.ok(!found.replace(/\{"found":"[^"]*"\}/, '').includes(theirs.patientId), setting);
    }
  });

  it('lists no keys; exact ids give only what the key store alone can open', async () => {
    const refused = { code: '42501' };
    await assert.rejects(
      injectable(mine.capability, `x' union all select subject_id::text from sealed.data_key --`),
      refused,
    );
    await assert.rejects(injectable(mine.capability, `x' union all select domain from sealed.role_domain --`), refused);
    const all = `x' union all select subject_id::text from sealed.find_data_keys(array(select patient_id from records.resource), 'records') --`;
    const found = await injectable(mine.capability, all);
    assert.ok(found.includes(mine.patientId) && !found.includes(theirs.patientId));
    const wrapped = `x' union all select wrapped::text from sealed.find_data_keys(array['${theirs.patientId}']::uuid[], 'records') --`;
    assert.match(await injectable(mine.capability, wrapped), /^\[\{"found":"\\\\x[0-9a-f]{200}"\}\]$/);
    const many = `x'; select sealed.find_data_keys(array_fill(gen_random_uuid(), array[101]), 'records') --`;
    await assert.rejects(injectable(mine.capability, many), /at most 100/);
  });

  it('changes no head and no key', async () => {
    const refused = { code: '42501' };
    for (const attempt of [
      `x'; delete from sealed.row_head --`,
      `x'; insert into sealed.row_head select gen_random_uuid(), gen_random_uuid(), 'records.resource', 'results', 1, false, sealed from records.resource --`,
      `x'; update sealed.data_key set wrapped = wrapped --`,
      `x'; alter table sealed.row_head disable row level security --`,
    ]) {
      await assert.rejects(injectable(mine.capability, attempt), refused, attempt);
    }
    // Clinicians may write heads of their own comments: a patient changes none, also not of her own rows.
    const raised = `x'; with raised as (update sealed.row_head set version = 9 returning 1) select count(*)::text as found from raised --`;
    assert.equal(await injectable(mine.capability, raised), '[{"found":"0"}]');
    // A key that is there stays: creating again changes nothing.
    const again = `x'; select sealed.create_data_keys('${theirs.patientId}', 'records', '\\x${'00'.repeat(40)}', '\\x${'00'.repeat(40)}', 'mine') --`;
    await injectable(mine.capability, again);
    const { rows: keys } = await database
      .pool('superuser')
      .query('select kek_id from sealed.data_key where subject_id = $1 and version = 1', [theirs.patientId]);
    assert.deepEqual(keys, [{ kek_id: 'drill' }]);
  });
});
