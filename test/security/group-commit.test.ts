import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { setCapability, setCapabilityStatement } from '#platform/db/actor.ts';
import { createPool } from '#platform/db/pool.ts';
import { bind, statement } from '#platform/db/statement.ts';
import type { PatientId } from '#platform/ids.ts';
import { freshDatabase, testDatabase } from '../harness/database.ts';
import {
  ageSession,
  endRelationships,
  makePatient,
  makePerson,
  revokeSession,
  type Person,
} from '../harness/people.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { observation } from '../harness/wrong-fhir.ts';

// Several people's reads in one transaction (docs/adr/0017-group-commit.md): each must find what it would find alone.

const sleep = statement({ name: 'test.groupSleep', text: 'select pg_sleep(0.08)' });

const leave = statement({
  name: 'test.groupLeave',
  text: `select set_config('app.patient', 'y', true) as said, pg_current_xact_id()::text as xact`,
  columns: { said: 'text', xact: 'text' },
});
const look = statement({
  name: 'test.groupLook',
  text: `select current_setting('app.cap') as cap, current_setting('app.patient') as patient,
    pg_current_xact_id()::text as xact`,
  columns: { cap: 'text', patient: 'text', xact: 'text' },
});

type Patient = Person & { patientId: PatientId; recordId: string };
type Event = { patient_id: string; account_id: string | null; exposed: Buffer; xmin: string };

describe('reads that share a commit', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let server: TestServer;
  let patients: Patient[];

  before(async () => {
    database = await freshDatabase();
    server = await startTestServer({ database });
  });
  after(async () => {
    await server.stop();
    await database.drop();
  });

  const owner = () => database.pool('owner');
  const newPatients = async (count: number): Promise<Patient[]> => {
    const made: Patient[] = [];
    for (let nth = 0; nth < count; nth++) {
      const person = await makePatient(owner());
      const body = {
        source: 'lab',
        resource: { resourceType: 'Observation', sourceId: randomUUID(), json: JSON.stringify(observation()) },
      };
      const { portico } = server;
      const call = { params: { patientId: person.patientId }, body };
      const { id } = (await portico.importer.write(portico.records.intake.writeResource, call, randomUUID())) as {
        id: string;
      };
      // Known to the process, as somebody is who was here a minute ago.
      const { status } = await server.call('GET', `/api/patients/${person.patientId}/reports`, {
        cookie: person.cookie,
      });
      assert.equal(status, 200);
      made.push({ ...person, recordId: id });
    }
    return made;
  };
  const read = (who: Person, of: Patient) =>
    server.call('GET', `/api/patients/${of.patientId}/records/${of.recordId}`, { cookie: who.cookie });

  /** Sends all while both connections of the groups are taken, so that they leave together. */
  const together = async <T>(send: (() => Promise<T>)[]): Promise<T[]> => {
    const { app } = server.portico.pools;
    const busy = [0, 1].map(async (nth) => {
      await pause(nth * 15);
      await app.run([setCapability(''), bind(sleep)], { weight: 32 });
    });
    await pause(25);
    const answers = await Promise.all(send.map((one) => one()));
    await Promise.all(busy);
    return answers;
  };

  const eventsOf = async (about: readonly Patient[], { empty = false } = {}): Promise<Event[]> => {
    const found = await database.pool('superuser').query<Event>(
      `select patient_id, account_id, exposed, xmin::text from audit.event where patient_id = any($1) and account_id is not null
         and (octet_length(exposed) > 0 or $2) order by at`,
      [about.map((patient) => patient.patientId), empty],
    );
    return found.rows;
  };
  const bytesOf = (id: string): string => id.replaceAll('-', '');

  it('gives each person her own record, with an event each in one transaction', async () => {
    patients = await newPatients(8);
    const answers = await together(patients.map((patient) => () => read(patient, patient)));
    for (const [nth, { status, body }] of answers.entries()) {
      assert.equal(status, 200);
      assert.equal(body.id, patients[nth]!.recordId);
    }
    const events = await eventsOf(patients);
    assert.equal(events.length, patients.length);
    for (const { patientId, accountId, recordId } of patients) {
      const own = events.find((event) => event.patient_id === patientId)!;
      assert.deepEqual([own.account_id, own.exposed.toString('hex')], [accountId, bytesOf(recordId)]);
    }
    assert.equal(new Set(events.map((event) => event.xmin)).size, 1, 'they did share a commit');
  });

  it('refuses the revoked, the expired, the stranger and the one without a tie in the middle of others', async () => {
    const people = await newPatients(9);
    const [revoked, idle, parted, , nosy] = people as [Patient, Patient, Patient, Patient, Patient];
    const nurse = await makePerson(owner(), { role: 'nurse' });
    await revokeSession(owner(), revoked);
    await ageSession(owner(), idle, { idleS: 86_400 });
    await endRelationships(owner(), parted, parted.patientId);
    const good = people.slice(3).filter((one) => one !== nosy);
    const answers = await together([
      ...people.slice(0, 3).map((one) => () => read(one, one)),
      () => read(nosy, people[8]!),
      () => read(nurse, people[7]!),
      ...good.map((one) => () => read(one, one)),
      // A list, too: its look-up of the caller must not be answered by a neighbour's capability.
      () => server.call('GET', `/api/patients/${revoked.patientId}/results`, { cookie: revoked.cookie }),
    ]);
    assert.deepEqual(
      answers.map((answer) => answer.status),
      [401, 401, 404, 404, 404, ...good.map(() => 200), 401],
    );
    for (const [nth, one] of good.entries()) assert.equal(answers[5 + nth]!.body.id, one.recordId);
    for (const { body } of answers.slice(0, 5)) {
      for (const { recordId } of people) assert.ok(!JSON.stringify(body).includes(recordId));
    }
    const events = await eventsOf(people, { empty: true });
    for (const one of good) {
      const shown = events.filter((event) => event.exposed.toString('hex') === bytesOf(one.recordId));
      assert.equal(shown.length, 1, 'tried again, recorded once');
    }
    const bad = [revoked, idle, parted];
    for (const one of bad) {
      const own = events.filter((event) => event.account_id === one.accountId);
      assert.ok(own.length > 1, 'the refusal is recorded, beside the look before it');
      assert.ok(own.every((event) => event.exposed.length === 0));
    }
    assert.equal(events.filter((event) => event.account_id === nurse.accountId).length, 1);
  });

  it('keeps who was refused apart for a while, so that guessing does not slow the others', async () => {
    const people = await newPatients(4);
    const guesser = people[0]!;
    assert.equal((await read(guesser, people[1]!)).status, 404);
    const answers = await together([
      ...people.slice(1).map((one) => () => read(one, one)),
      () => read(guesser, people[1]!),
    ]);
    assert.deepEqual(
      answers.map((answer) => answer.status),
      [200, 200, 200, 404],
    );
    const events = await eventsOf(people.slice(1));
    assert.equal(new Set(events.map((event) => event.xmin)).size, 1, 'nobody had to try again');
  });

  it('a thousand reads of many people in any order never show one what is another`s', async () => {
    const people = await newPatients(12);
    await Promise.all(
      Array.from({ length: 1_000 }, async (_, nth) => {
        await pause((nth * 13) % 300);
        const who = people[(nth * 7) % people.length]!;
        const of = nth % 11 === 0 ? people[(nth * 5) % people.length]! : who;
        const { status, body } = await read(who, of);
        assert.equal(status, who === of ? 200 : 404);
        if (who === of) assert.equal(body.id, who.recordId);
      }),
    );
  });
});

describe('what a group relies on', () => {
  const pool = () => testDatabase().pool('superuser');
  const ours = `n.nspname !~ '^(pg_|information_schema)'`;

  it('whatever setting our functions make is unmade before the next caller', async () => {
    const { rows } = await pool().query<{ prosrc: string }>(
      `select p.prosrc from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours}`,
    );
    for (const { prosrc } of rows) {
      assert.doesNotMatch(prosrc, /\bset\s+(local|session|role)\b/i);
      for (const [, name = ''] of prosrc.matchAll(/set_config\s*\(([^,]*),/gi)) {
        assert.ok(setCapabilityStatement.text.includes(`set_config(${name.trim()}, `), name);
      }
    }
  });

  it('what the former caller`s access check left is gone when the next one begins', async () => {
    const login = testDatabase().connection('app') as never;
    const lone = createPool(login, { max: 1, groupConnections: 1 });
    try {
      const busy = lone.run([setCapability(''), bind(sleep)], { weight: 1 });
      await pause(20);
      const before = lone.run([setCapability(''), bind(leave)], { weight: 1 });
      const [, [found]] = await lone.run([setCapability(''), bind(look)], { weight: 1 });
      const [, [left]] = await before;
      assert.equal(found!.xact, left!.xact);
      assert.deepEqual([found!.cap, found!.patient], ['', '']);
      await busy;
    } finally {
      await lone.end();
    }
  });

  it('nothing waits for the commit to run: it would run under the capability of the last caller', async () => {
    const { rows } = await pool().query(
      `select t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
       where t.tgdeferrable and ${ours}
       union all select k.conname from pg_constraint k join pg_namespace n on n.oid = k.connamespace where k.condeferrable and ${ours}`,
    );
    assert.deepEqual(rows, []);
  });
});
