import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { freshDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { laboratory, newPatient, storeResource } from '../../../test/harness/chart.ts';
import { makePatient, makePerson, type Person } from '../../../test/harness/people.ts';
import { startTestServer, type TestServer } from '../../../test/harness/server.ts';
import { HOME_LIMITS, type Home } from './contract.ts';

type Shown = { id: string; resourceType: string };

describe('the first page of a record', () => {
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

  const owner = () => database.pool('owner');
  const superuser = () => database.pool('superuser');
  const home = async (person: Person, patientId: string): Promise<Home<Shown>> => {
    const { status, body } = await server.call('GET', `/api/patients/${patientId}/home`, { cookie: person.cookie });
    assert.equal(status, 200);
    return body;
  };
  const visit = (patientId: string, start: string) =>
    storeResource(server, patientId, {
      resourceType: 'Encounter',
      status: 'finished',
      class: { code: 'AMB' },
      period: { start },
    });
  const appointment = (patientId: string, start: string) =>
    storeResource(server, patientId, {
      resourceType: 'Appointment',
      status: 'booked',
      start,
      participant: [{ status: 'accepted' }],
    });
  const ids = (shown: readonly Shown[]): string[] => shown.map(({ id }) => id);

  it('shows what comes soonest, the last visits, what is new, and how much there is', async () => {
    const patientId = await newPatient(server);
    const patient = await makePatient(owner(), { patientId });
    const [later, sooner] = [
      await appointment(patientId, '2199-02-01T09:00:00Z'),
      await appointment(patientId, '2199-01-01T09:00:00Z'),
    ];
    await appointment(patientId, '2020-01-01T09:00:00Z');
    const planned = await visit(patientId, '2199-03-01');
    const visits = [];
    for (let i = 1; i <= 7; i++) visits.push((await visit(patientId, `2020-0${i}-01`)).id);
    const older = await storeResource(server, patientId, laboratory('Sodium', 140, '2026-10-01'));
    const newer = await storeResource(server, patientId, laboratory('Sodium', 141, '2026-11-01'));
    const page = await home(patient, patientId);
    assert.deepEqual(ids(page.next), [sooner.id, later.id, planned.id]);
    assert.deepEqual(ids(page.visits), visits.toReversed().slice(0, HOME_LIMITS.visits));
    assert.deepEqual(ids(page.newResults), [newer.id, older.id]);
    assert.equal(page.newResultsTotal, 2);
    assert.deepEqual(page.counts, { profile: 1, visits: 8, appointments: 3, results: 2 });
    assert.equal(page.completeness.sources.length, 1);
  });

  it('names new what came since the last sign-in, through the whole of this one', async () => {
    const patientId = await newPatient(server);
    const patient = await makePatient(owner(), { patientId });
    const seen = await storeResource(server, patientId, laboratory('Sodium', 140, '2026-10-01'));
    assert.deepEqual(ids((await home(patient, patientId)).newResults), [seen.id]);
    // Looking again changes nothing in this session.
    assert.deepEqual(ids((await home(patient, patientId)).newResults), [seen.id]);
    const next = await makePatient(owner(), { patientId, accountId: patient.accountId });
    assert.deepEqual((await home(next, patientId)).newResults, []);
    const fresh = await storeResource(server, patientId, laboratory('Sodium', 142, '2026-10-02'));
    assert.deepEqual(ids((await home(next, patientId)).newResults), [fresh.id]);
    // What a trusted person has seen is her own affair.
    const trusted = await makePerson(owner(), {
      role: 'trusted_person',
      relationships: [{ kind: 'trusted_person', patientId, viewAreas: ['results'] }],
    });
    assert.equal((await home(trusted, patientId)).newResults.length, 2);
    // At the first sign-in the last 30 days are new, not a whole life.
    await superuser().query(`update records.resource set arrived_at = now() - interval '31 days' where id = $1`, [
      seen.id,
    ]);
    const first = await makePatient(owner(), { patientId });
    assert.deepEqual(ids((await home(first, patientId)).newResults), [fresh.id]);
  });

  it('brings new comments with the results that they are about', async () => {
    const patientId = await newPatient(server);
    const patient = await makePatient(owner(), { patientId });
    const clinician = await makePerson(owner(), {
      role: 'clinician',
      relationships: [{ kind: 'care_team', patientId }],
    });
    const { id } = await storeResource(server, patientId, laboratory('Sodium', 140, '2026-10-01'));
    await superuser().query(`update records.resource set arrived_at = now() - interval '90 days' where id = $1`, [id]);
    await server.call('POST', `/api/patients/${patientId}/records/${id}/comments`, {
      cookie: clinician.cookie,
      body: { text: 'All is well.', language: 'en' },
    });
    const page = await home(patient, patientId);
    assert.deepEqual([page.newResults, ids(page.commented)], [[], [id]]);
    assert.deepEqual(
      page.comments.map(({ text, recordId, author }) => [text, recordId, author.role]),
      [['All is well.', id, 'clinician']],
    );
  });

  it('shows each caller only the parts that are open to her', async () => {
    const patientId = await newPatient(server);
    await storeResource(server, patientId, laboratory('Sodium', 140, '2026-10-01'));
    await visit(patientId, '2020-01-01');
    await storeResource(server, patientId, { resourceType: 'RelatedPerson', patient: { display: 'her' } });
    const trusted = await makePerson(owner(), {
      role: 'trusted_person',
      relationships: [{ kind: 'trusted_person', patientId, viewAreas: ['visits'] }],
    });
    const page = await home(trusted, patientId);
    assert.deepEqual([page.newResults.length, page.newResultsTotal, page.visits.length], [0, 0, 1]);
    assert.deepEqual([page.counts, page.completeness.total], [{ visits: 1 }, 1]);
  });

  it('opens a bounded number of rows of a record of 20,000, and finds them by an index', async () => {
    const patientId = await newPatient(server);
    const patient = await makePatient(owner(), { patientId });
    const kinds = [
      laboratory('Sodium', 140, '2026-10-01'),
      { resourceType: 'Encounter', status: 'finished', class: { code: 'AMB' }, period: { start: '2020-01-01' } },
      { resourceType: 'DiagnosticReport', status: 'final', code: { text: 'Panel' } },
    ];
    for (const resource of kinds) await storeResource(server, patientId, resource);
    // Copies of a row are refused when they are opened (their bytes belong to another id): none of them may be.
    const limit = Object.values(HOME_LIMITS).reduce((sum, n) => sum + n, 0);
    for (let i = 0; i < 100; i++) {
      await storeResource(server, patientId, laboratory('Sodium', i, '2026-11-01'));
      if (i < 15) await storeResource(server, patientId, { ...kinds[2]!, effectiveDateTime: '2026-11-01' } as never);
      if (i < 8) await visit(patientId, `2025-01-0${i + 1}`);
    }
    await superuser().query(
      `insert into records.resource (patient_id, id, resource_type, area, at, content_token, source_id, sealed, held_as, opens_at, arrived_at)
       select r.patient_id, gen_random_uuid(), r.resource_type, r.area, r.at - make_interval(hours => n) - interval '1 year',
         r.content_token, r.source_id, r.sealed, r.held_as, r.opens_at, r.arrived_at - make_interval(mins => n)
       from records.resource r cross join generate_series(1, 160) n where r.patient_id = $1`,
      [patientId],
    );
    const { rows: counted } = await superuser().query(
      'select count(*)::int as n from records.resource where patient_id = $1',
      [patientId],
    );
    assert.ok(counted[0].n > 20_000);
    await superuser().query('analyze records.resource');
    const page = await home(patient, patientId);
    const opened = [page.next, page.visits, page.newReports, page.newResults, page.newNotes, page.commented].flat();
    assert.ok(opened.length > 50 && opened.length <= limit, `${opened.length}`);
    assert.deepEqual([page.newResults.length, page.newReports.length, page.visits.length], [60, 12, 5]);
    assert.ok(page.newResultsTotal <= 400);
    const { rows } = await superuser().query(
      'select octet_length(exposed) / 16 as n from audit.event where account_id = $1 order by at desc, id desc limit 1',
      [patient.accountId],
    );
    assert.equal(Number(rows[0].n), opened.length);
  });
});
