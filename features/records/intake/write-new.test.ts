import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { bind } from '#platform/db/statement.ts';
import { freshDatabase } from '../../../test/harness/database.ts';
import { makePatient } from '../../../test/harness/people.ts';
import { startTestServer, type TestServer } from '../../../test/harness/server.ts';
import { observation } from '../../../test/harness/wrong-fhir.ts';
import { lockSubject } from './write-statements.ts';

describe('resources that are new', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let server: TestServer;

  before(async () => {
    database = await freshDatabase();
    server = await startTestServer({ database });
  });
  after(async () => {
    await server.stop();
    await database.drop();
  });

  const write = async (patientId: string, sourceId: string, text = 'Potassium', source = 'lab') => {
    const resource = observation({ code: { text } });
    const body = { source, resource: { resourceType: 'Observation', sourceId, json: JSON.stringify(resource) } };
    const { importer, records } = server.portico;
    return (await importer.write(records.intake.writeResource, { params: { patientId }, body }, randomUUID())) as {
      id: string;
      outcome: string;
    };
  };
  type Row = { id: string; version: string; xmin: string; events: number; pending: number };
  const rowsOf = async (patients: readonly string[]): Promise<Row[]> => {
    const found = await database.pool('superuser').query<Row>(
      `select r.id, h.version, r.xmin::text,
         (select count(*)::int from audit.event e where e.patient_id = r.patient_id and e.exposed = uuid_send(r.id)) as events,
         (select count(*)::int from audit.pending p where p.patient_id = r.patient_id) as pending
       from records.resource r join sealed.row_head h on h.subject_id = r.patient_id and h.row_id = r.id
       where r.patient_id = any($1)`,
      [patients],
    );
    return found.rows;
  };
  const newPatients = async (count: number): Promise<string[]> => {
    const made: string[] = [];
    for (let nth = 0; nth < count; nth++) made.push((await makePatient(database.pool('owner'))).patientId);
    return made;
  };

  it('share a commit with others, each with its head and its event', async () => {
    const patients = await newPatients(12);
    // Keys are made first: what follows is then the database alone.
    for (const patientId of patients) await write(patientId, 'first');
    const answers = await Promise.all(patients.map((patientId) => write(patientId, 'second')));
    assert.ok(answers.every(({ outcome }) => outcome === 'created'));
    const ids = new Set(answers.map(({ id }) => id));
    const rows = (await rowsOf(patients)).filter(({ id }) => ids.has(id));
    assert.equal(rows.length, patients.length);
    assert.ok(rows.every(({ version, events }) => version === '1' && events === 1));
    assert.ok(new Set(rows.map(({ xmin }) => xmin)).size < patients.length, 'some shared a commit');
  });

  it('sent again change nothing; changed ones are a new version', async () => {
    const [patientId] = await newPatients(1);
    assert.equal((await write(patientId!, 'one')).outcome, 'created');
    assert.equal((await write(patientId!, 'one')).outcome, 'unchanged');
    assert.equal((await write(patientId!, 'one', 'Kalium')).outcome, 'updated');
    await pause(1_050);
    // Guessed again, and wrong again.
    assert.equal((await write(patientId!, 'one', 'Kalium')).outcome, 'unchanged');
    const [row] = await rowsOf([patientId!]);
    assert.deepEqual([row!.version, row!.events], ['2', 2]);
  });

  it('sent by many at the same time are stored once', async () => {
    const patients = await newPatients(4);
    await pause(1_050);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, nth) => write(patients[nth % 4]!, `same ${nth % 8}`)),
    );
    const created = answers.filter(({ outcome }) => outcome === 'created');
    assert.equal(created.length, 8);
    assert.equal(answers.length - created.length, answers.filter(({ outcome }) => outcome === 'unchanged').length);
    const rows = await rowsOf(patients);
    assert.equal(rows.length, 8);
    assert.ok(rows.every(({ version, events }) => version === '1' && events === 1));
  });

  it('wait for an import of the same person, and hold up nobody else', async () => {
    const [imported, other] = await newPatients(2);
    for (const patientId of [imported!, other!]) await write(patientId, 'known');
    await pause(1_050);
    let finish!: () => void;
    const running = new Promise<void>((resolve) => (finish = resolve));
    const importing = server.portico.pools.app_importer.transaction(async (tx) => {
      await tx.flight([bind(lockSubject, [imported!])]);
      await running;
    });
    await pause(20);
    let isDone = false;
    const waiting = write(imported!, 'new').then((answer) => {
      isDone = true;
      return answer;
    });
    assert.equal((await write(other!, 'new')).outcome, 'created');
    assert.equal(isDone, false);
    finish();
    await importing;
    assert.equal((await waiting).outcome, 'created');
    assert.equal((await rowsOf([imported!])).length, 2);
  });
});
