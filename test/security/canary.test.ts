import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { importFhirFiles } from '#features/ehr/fhir/import-files.ts';
import * as flows from '../../features/identity/client/flows.ts';
import { newId, type PatientId, type RecordId } from '#platform/ids.ts';
import { createLog } from '#platform/log.ts';
import { bring, clinician, minutesPass } from '../harness/critical-clinic.ts';
import { browser, codeOf, movingClock } from '../harness/enrolled.ts';
import { freshDatabase, type TestDatabase } from '../harness/database.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { makePerson } from '../harness/people.ts';
import { bundleOf, canaryOf, needlesOf, newMarker } from './canary-data.ts';
import { findIn, findInFolder, findInTables } from './canary-search.ts';

/**
 * A word that stands nowhere else in every field with health information, entered through the real
 * commands; then everything that is kept or said is searched for it.
 */
describe('canary words', () => {
  const canary = canaryOf(newMarker());
  const { word } = canary;
  const clock = movingClock();
  const logged: string[] = [];
  const refusals: string[] = [];
  const secrets: string[] = [];
  const password = `${word('password')} orbit cellar walnut`;
  let database: TestDatabase & { drop(): Promise<void> };
  let server: TestServer;
  let folder: string;
  let firstWal: string;

  const sql = async (text: string) => (await database.pool('superuser').query(text)).rows;
  const headers = { 'user-agent': word('agent') };

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'portico-canary-'));
    database = await freshDatabase();
    [{ file: firstWal }] = await sql('select pg_walfile_name(pg_current_wal_lsn()) as file');
    const log = createLog('debug', { write: (line: string) => void logged.push(line) });
    server = await startTestServer({ database, codeClock: clock, log, sequencer: true });
  });
  after(async () => {
    await server.stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const call = async (cookie: string, method: string, at: string, body?: unknown) => {
    const answer = await server.call(method, at, { cookie, headers, ...(body === undefined ? {} : { body }) });
    if (answer.status >= 400) refusals.push(JSON.stringify(answer.body));
    return answer;
  };

  /** An enrolled member of staff, signed in by the real flow. */
  const staff = async (role: 'administrator' | 'front_desk' | 'nurse'): Promise<string> => {
    const name = canary.email(role.replace('_', ''));
    const made = await server.portico.identity.makeAccount({
      name: word(role.replace('_', '')),
      signInName: name,
      password,
      roles: [role],
    });
    secrets.push(made.totpSecret, made.recoveryCode);
    const tab = browser(server, headers);
    clock.nextCode();
    await flows.signIn(tab, { name, password, code: () => codeOf(made, clock) });
    return tab.cookie();
  };

  it('go in through import, invitation, enrolment, sign-in, search and refused requests', async () => {
    const file = path.join(folder, 'bundle.json');
    writeFileSync(file, bundleOf(canary));
    const { portico } = server;
    const report = await importFhirFiles([file], {
      importer: portico.importer,
      intake: portico.records.intake,
      recordIds: portico.records.recordIds,
      pool: portico.pools.app_importer,
      sealer: portico.sealers.app_importer,
      source: { name: 'hospital', title: 'Hospital' },
    });
    assert.deepEqual(report.files[0]?.problem, undefined);
    assert.equal(report.resources, 10);

    const desk = await staff('front_desk');
    const search = { familyName: word('family'), birthDate: canary.birthDate, reason: word('reason') };
    const found = await call(desk, 'POST', '/api/directory/search', search);
    assert.equal(found.body.hits.length, 1);
    assert.ok(found.body.hits[0].name.includes(word('family')));
    await call(desk, 'POST', '/api/directory/search', { mrn: word('mrn'), reason: word('reason') });
    const patientId: string = found.body.hits[0].id;

    const invited = await call(desk, 'POST', `/api/patients/${patientId}/invitations`, {
      email: canary.email('invited'),
      proofing: 'photo-id',
    });
    assert.equal(invited.status, 200);
    secrets.push(invited.body.invitation);
    const tab = browser(server, headers);
    const name = canary.email('patient');
    const enrolment = {
      invitation: invited.body.invitation,
      birthDate: canary.birthDate,
      name,
      language: 'en' as const,
      password,
    };
    const enrolled = await flows.enrol(tab, enrolment, (totpSecret) => codeOf({ totpSecret }, clock));
    secrets.push(enrolled.totpSecret, enrolled.recoveryCode);
    const patient = tab.cookie();
    secrets.push(...[...tab.jar.values()].filter((value) => value.length > 20));

    const results = await call(patient, 'GET', `/api/patients/${patientId}/results`);
    assert.ok(JSON.stringify(results.body).includes(word('note')), 'what went in is there for the patient');
    for (const at of ['reports', 'access-log', '']) {
      const { status } = await call(patient, 'GET', `/api/patients/${patientId}${at && '/'}${at}`);
      assert.equal(status, 200, at);
    }
    assert.equal((await call(patient, 'GET', '/api/account/sign-ins')).status, 200);
    await sayThings(patient, patientId);
    await workOnThem(patient, patientId as PatientId);

    const admin = await staff('administrator');
    const staffInvitation = { name: word('newstaff'), email: canary.email('newstaff'), role: 'privacy_officer' };
    assert.equal((await call(admin, 'POST', '/api/invitations', staffInvitation)).status, 200);
    secrets.push(tab.cookie().split('=')[1]!);
  });

  /** What people add to a record, and what they look for in it. */
  const sayThings = async (patient: string, patientId: string): Promise<void> => {
    const at = `/api/patients/${patientId}`;
    const said = async (cookie: string, method: string, path: string, body?: unknown) => {
      const answer = await call(cookie, method, path, body);
      assert.equal(answer.status, 200, path.slice(0, 40));
      return answer.body;
    };
    const [medicine] = (await said(patient, 'GET', `${at}/medicines`)).resources;
    await said(patient, 'POST', `${at}/medicines/${medicine.id}/not-taken`, { note: word('nottaken') });
    const { hits } = await said(patient, 'POST', `${at}/search`, { words: word('document') });
    assert.equal(hits.length, 1);
    assert.ok(JSON.stringify(await said(patient, 'GET', `${at}/notes/${hits[0].recordId}`)).includes(word('document')));
    const clinician = await makePerson(database.pool('owner'), {
      role: 'clinician',
      relationships: [{ kind: 'care_team', patientId }],
    });
    const [result] = (await said(patient, 'GET', `${at}/results`)).resources;
    const comments = `${at}/records/${result.id}/comments`;
    const { id } = await said(clinician.cookie, 'POST', comments, { text: word('comment'), language: 'en' });
    await said(clinician.cookie, 'PUT', `${at}/comments/${id}`, { text: word('edited'), language: 'en' });
    assert.ok(JSON.stringify(await said(patient, 'GET', `${at}/home`)).includes(word('edited')));
    await said(clinician.cookie, 'GET', '/api/results-to-comment');
  };

  /** A critical result, its alert, the call, and a correction that is told. */
  const workOnThem = async (patient: string, patientId: PatientId): Promise<void> => {
    const at = `/api/patients/${patientId}`;
    const result = { sourceId: newId<RecordId>(), title: word('critical'), note: word('criticalnote') };
    const step = async (): Promise<void> => {
      await minutesPass(server, patientId, 2);
      await server.portico.watch.step();
    };
    const recordId = await bring(server, patientId, { ...result, value: 7.1 });
    await step();
    await call(patient, 'GET', `${at}/records/${recordId}`);
    await bring(server, patientId, { ...result, value: 7.3, status: 'corrected' });
    await step();
    const told = await call(patient, 'GET', `${at}/corrections`);
    assert.ok(JSON.stringify(told.body).includes(word('critical')));
    const { cookie } = await clinician(server);
    const [alert] = (await call(cookie, 'GET', '/api/alerts')).body.alerts;
    assert.ok(alert.result.title.includes(word('critical')));
    const { body } = await call(cookie, 'POST', `${at}/alerts/${alert.id}/acknowledge`, {
      call: { result: 'not-reached' },
      note: word('callnote'),
    });
    const task = `${at}/tasks/${body.callTaskId}`;
    assert.ok(JSON.stringify((await call(cookie, 'GET', task)).body).includes(word('callnote')));
    const tried = { outcome: 'not-reached', note: word('tasknote') };
    assert.equal((await call(cookie, 'POST', `${task}/complete`, tried)).body.won, true);
    const moved = { pool: 'desk', note: word('handnote') };
    assert.equal((await call(cookie, 'POST', `${task}/reassign`, moved)).body.won, true);
  };

  it('go in through what is refused, too', async () => {
    const tab = browser(server, headers);
    await assert.rejects(flows.startSignIn(tab, canary.email('nobody'), password));
    await assert.rejects(flows.startSignIn(tab, canary.email('patient'), word('wrongpassword')));
    const nurse = await staff('nurse');
    const id = '0190d7f0-9f5a-7abc-8def-0123456789ab';
    const calls: [string, string, unknown?][] = [
      ['GET', `/api/patients/${word('path')}/results`],
      ['GET', `/api/patients/${id}/results`],
      ['GET', `/api/patients/${id}/results?cursor=${word('cursor')}`],
      ['POST', '/api/directory/search', { familyName: word('x').repeat(20), reason: word('reason') }],
      [
        'POST',
        '/api/directory/search',
        { familyName: `${word('nul')}\u0000`, birthDate: canary.birthDate, reason: word('reason') },
      ],
      ['POST', '/api/invitations', { name: word('name'), email: word('noemail'), role: 'nurse' }],
      ['POST', '/api/directory/search', `{"familyName": "${word('broken')}`],
      ['GET', `/${word('nowhere')}`],
    ];
    for (const [method, at, body] of calls) {
      const { status } = await call(nurse, method, at, body);
      assert.ok(status < 500, `${method} ${at.slice(0, 30)}: ${status}`);
    }
    assert.ok(refusals.length >= 7);
    // An answer names an unknown field to the caller who sent it: a name is not a value. It is kept nowhere else.
    const cookie = nurse;
    const parameter = await server.call('GET', `/api/patients/${id}/results?${word('parameter')}=1`, { cookie });
    const field = await server.call('POST', '/api/directory/search', {
      cookie,
      body: { [word('field')]: word('value') },
    });
    assert.deepEqual([parameter.status, field.status], [400, 400]);
    assert.ok(!JSON.stringify(field.body).includes(word('value')));
  });

  it('stand in no answer that refuses, no log line and no metric', async () => {
    const needles = needlesOf(canary, secrets);
    assert.deepEqual(findIn(Buffer.from(refusals.join('\n')), needles), [], 'refusals');
    assert.ok(logged.length > 10);
    assert.deepEqual(findIn(Buffer.from(logged.join('')), needles), [], 'log');
    const metrics = await server.metrics.registry.metrics();
    assert.match(metrics, /portico_requests_total\{operation="records.listResults"/);
    assert.deepEqual(findIn(Buffer.from(metrics), needles), [], 'metrics');
  });

  it('stand in no row, database file, write-ahead log, server log, job or published log', async () => {
    const needles = needlesOf(canary, secrets);
    const search = async () => {
      await sql('checkpoint');
      const [{ dir, oid }] = await sql(
        `select current_setting('data_directory') as dir, (select oid::text from pg_database where datname = current_database()) as oid`,
      );
      // Other databases of the cluster belong to other tests; older WAL ended before this test began.
      const ours = (file: string): boolean =>
        !/^base\/\d+\//.test(file) || file.startsWith(`base/${oid}/`)
          ? !file.startsWith('pg_wal/0') || path.basename(file) >= firstWal
          : false;
      return findInFolder(dir, needles, ours);
    };
    const { hits, files } = await search();
    assert.deepEqual(hits, []);
    assert.ok(files > 100);
    const tables = await findInTables(database.pool('superuser'), needles);
    assert.deepEqual(tables.hits, []);
    assert.ok(tables.rows > 50);
    const published = findInFolder(server.dataFolder, needles);
    assert.deepEqual(published.hits, []);

    // The search itself: a careless copy in any table is found, in the table and in the files.
    await sql(
      `create table public.careless as select '${word('careless')}'::text as note, '\\x${Buffer.from(word('bytes')).toString('hex')}'::bytea as data`,
    );
    assert.ok((await search()).hits.some((hit) => hit.startsWith(`base/`)));
    const careless = (await findInTables(database.pool('superuser'), needles)).hits;
    assert.deepEqual(careless.toSorted(), ['careless.data: marker', 'careless.note: marker']);
  });
});
