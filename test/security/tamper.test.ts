import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { newId } from '#platform/ids.ts';
import { freshDatabase, type TestDatabase } from '../harness/database.ts';
import { makePatient } from '../harness/people.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';

/**
 * A malicious database administrator: a superuser, who can switch off every trigger and policy. Each
 * alteration of a record must make its read fail, release nothing, and leave an incident in the log.
 */
describe('a superuser who alters records', () => {
  let database: TestDatabase & { drop(): Promise<void> };
  let server: TestServer;
  let patient: Awaited<ReturnType<typeof makePatient>>;
  let other: typeof patient;
  const secretWords = 'Serum potassium, repeated';

  before(async () => {
    database = await freshDatabase();
    server = await startTestServer({ database });
  });
  after(async () => {
    await server.stop();
    await database.drop();
  });
  beforeEach(async () => {
    patient = await makePatient(database.pool('superuser'));
    other = await makePatient(database.pool('superuser'));
  });

  /** Stores one result through the importer's own operation; the record's id. */
  const store = async (sourceId: string, value: string, patientId: string = patient.patientId): Promise<string> => {
    const json = `{"resourceType":"Observation","status":"final","subject":{"reference":"Patient/${patientId}"},
      "category":[{"coding":[{"code":"laboratory"}]}],"effectiveDateTime":"2026-03-04T08:00:00Z",
      "code":{"text":"${secretWords}","coding":[{"system":"http://loinc.org","code":"2823-3"}]},
      "valueQuantity":{"value":${value},"unit":"mmol/L"}}`;
    const body = { source: 'lab', resource: { resourceType: 'Observation', sourceId, json } };
    const input = { params: { patientId }, body };
    const { importer, records } = server.portico;
    const stored = await importer.write(records.intake.writeResource, input, newId());
    return (stored as { id: string }).id;
  };
  const read = (id: string, of = patient) =>
    server.call('GET', `/api/patients/${of.patientId}/records/${id}`, { cookie: of.cookie });
  const list = () => server.call('GET', `/api/patients/${patient.patientId}/results`, { cookie: patient.cookie });

  /** As a superuser, with triggers and foreign keys off. */
  const tamper = async (text: string, values: unknown[] = []): Promise<void> => {
    const client = await database.pool('superuser').connect();
    try {
      await client.query("begin; set local session_replication_role = 'replica'");
      const { rowCount } = await client.query(text, values);
      assert.ok(rowCount, 'the alteration must hit a row');
      await client.query('commit');
    } finally {
      client.release();
    }
  };

  /** How many incidents the patient's own access log holds. */
  const incidents = async (of = patient): Promise<number> => {
    const { status, body } = await server.call('GET', `/api/patients/${of.patientId}/access-log`, {
      cookie: of.cookie,
    });
    assert.equal(status, 200);
    const events = (body.events as { disclosed: string }[]).map((event) =>
      Buffer.from(event.disclosed, 'base64').toString(),
    );
    return events.filter((event) => event.includes('integrity')).length;
  };

  const refused = async (answer: Awaited<ReturnType<typeof read>>): Promise<void> => {
    assert.equal(answer.status, 503);
    assert.equal(answer.body.type, 'urn:portico:problem:integrity');
    assert.ok(!JSON.stringify(answer.body).includes('potassium'));
  };

  it('cannot flip a byte, in any part of a sealed value', async () => {
    const id = await store('a', '5.90');
    const before = await read(id);
    assert.equal(before.status, 200);
    assert.ok(JSON.stringify(before.body).includes(secretWords));
    // Format byte, key version, nonce, first and last byte of the text, tag.
    const offsets = ['0', '4', '9', '17', 'octet_length(sealed) - 17', 'octet_length(sealed) - 1'];
    for (const [i, at] of offsets.entries()) {
      const flip = `update records.resource set sealed = set_byte(sealed, ${at}, get_byte(sealed, ${at}) # 1) where id = $1`;
      await tamper(flip, [id]);
      await refused(await read(id));
      assert.equal(await incidents(), i + 1, `byte ${at}`);
      await tamper(flip, [id]);
    }
    assert.equal((await read(id)).status, 200);
  });

  it('cannot swap two results of one patient', async () => {
    const [one, two] = [await store('a', '5.90'), await store('b', '4.10')];
    await tamper(
      `update records.resource r set sealed = o.sealed from records.resource o
       where r.id = any($1) and o.id = any($1) and o.id <> r.id`,
      [[one, two]],
    );
    await refused(await read(one));
    await refused(await read(two));
    await refused(await list());
    assert.equal(await incidents(), 3);
  });

  it('cannot give a patient another patient’s result', async () => {
    const mine = await store('a', '5.90');
    const theirs = await store('b', '4.10', other.patientId);
    await tamper(
      'update records.resource r set sealed = o.sealed from records.resource o where r.id = $1 and o.id = $2',
      [mine, theirs],
    );
    await refused(await read(mine));
    // Nor by moving the whole row, with its head.
    await tamper('update records.resource set patient_id = $2 where id = $1', [theirs, patient.patientId]);
    await tamper('update sealed.row_head set subject_id = $2 where row_id = $1', [theirs, patient.patientId]);
    await refused(await read(theirs));
    assert.equal(await incidents(), 2);
  });

  it('cannot put back a whole older row', async () => {
    const id = await store('a', '5.90');
    const { rows } = await database.pool('superuser').query('select * from records.resource where id = $1', [id]);
    assert.equal(await store('a', '4.10'), id);
    assert.equal((await read(id)).body.valueQuantity.value, 4.1);
    const names = Object.keys(rows[0]);
    await tamper(
      `update records.resource set ${names.map((name, i) => `${name} = $${i + 2}`).join(', ')} where id = $1`,
      [id, ...Object.values(rows[0])],
    );
    await refused(await read(id));
    await refused(await list());
    assert.equal(await incidents(), 2);
  });

  it('cannot turn back, forge, mark or remove a head', async () => {
    const id = await store('a', '5.90');
    await store('a', '4.10');
    const heads: [string, string][] = [
      [
        'update sealed.row_head set version = 1 where row_id = $1',
        'update sealed.row_head set version = 2 where row_id = $1',
      ],
      [
        'update sealed.row_head set version = 3 where row_id = $1',
        'update sealed.row_head set version = 2 where row_id = $1',
      ],
      [
        'update sealed.row_head set deleted = true where row_id = $1',
        'update sealed.row_head set deleted = false where row_id = $1',
      ],
      [
        'update sealed.row_head set mac = set_byte(mac, 20, get_byte(mac, 20) # 1) where row_id = $1',
        'update sealed.row_head set mac = set_byte(mac, 20, get_byte(mac, 20) # 1) where row_id = $1',
      ],
    ];
    for (const [change, back] of heads) {
      await tamper(change, [id]);
      await refused(await read(id));
      await tamper(back, [id]);
      assert.equal((await read(id)).status, 200);
    }
    await tamper('delete from sealed.row_head where row_id = $1', [id]);
    await refused(await read(id));
    assert.equal(await incidents(), heads.length + 1);
  });

  it('cannot hand a patient’s key to another, nor alter one', async () => {
    const mine = await store('a', '5.90');
    await store('b', '4.10', other.patientId);
    const steal = `update sealed.data_key t set wrapped = o.wrapped from sealed.data_key o
      where t.subject_id = $1 and o.subject_id = $2 and t.domain = 'records' and o.domain = 'records' and t.version = o.version`;
    await tamper(steal, [patient.patientId, other.patientId]);
    server.portico.sealers.app.evict(patient.patientId);
    await refused(await read(mine));
  });

  it('cannot hide one altered result in a long list', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.push(await store(`row-${i}`, `4.${i}0`));
    assert.equal((await list()).body.resources.length, 5);
    await tamper('update records.resource set sealed = set_byte(sealed, 30, get_byte(sealed, 30) # 1) where id = $1', [
      ids[3],
    ]);
    await refused(await list());
    assert.equal((await read(ids[2]!)).status, 200);
  });
});
