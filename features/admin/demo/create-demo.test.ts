import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { freshDatabase } from '../../../test/harness/database.ts';
import { minutesPass } from '../../../test/harness/critical-clinic.ts';
import { importDepsOf } from '../../../test/harness/import.ts';
import { startTestServer, type TestServer } from '../../../test/harness/server.ts';
import type { CriticalSettings } from '../../critical/contract.ts';
import { codeAt, signInFromTerminal } from '../../identity/index.ts';
import { parseExact } from '../../records/exact-json.ts';
import type { FhirDiagnosticReport, FhirObservation } from '../../records/fhir-shapes.ts';
import { groupPanels } from '../../records/panel.ts';
import { interpretObservation } from '../../records/observation.ts';
import { groupTrends } from '../../records/trend.ts';
import { findPlainLab } from '../../records/plain/labs.ts';
import { demoAccounts, type DemoAccount } from './accounts.ts';
import { createDemo } from './create-demo.ts';

const seed = randomBytes(32);

describe('the demo clinic', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let server: TestServer;
  let accounts: DemoAccount[];
  let tookMs = 0;

  before(async () => {
    database = await freshDatabase();
    server = await startTestServer({ database });
    const started = performance.now();
    const { portico } = server;
    accounts = await createDemo({
      ...importDepsOf(server),
      identity: portico.identity,
      seed,
      now: new Date(),
      fetch: portico.fetch,
    });
    tookMs = performance.now() - started;
  });
  after(async () => {
    await server.stop();
    await database.drop();
  });

  type SignedIn = { cookie: string; get: (path: string) => Promise<unknown> };
  /** A code works once: whoever has signed in stays so. */
  const sessions = new Map<string, SignedIn>();
  const signIn = async (role: string, name = ''): Promise<SignedIn> => {
    const account = accounts.find((one) => one.role === role && one.name.startsWith(name))!;
    const before = sessions.get(account.email);
    if (before) return before;
    const { cookie } = await signInFromTerminal(
      server.url.replace('localhost', '127.0.0.1'),
      { name: account.email },
      async (what) => (what === 'password' ? account.password : codeAt(account.totpSecret, new Date())),
    );
    const get = async (path: string): Promise<unknown> => {
      const response = await fetch(server.url + path, { headers: { cookie } });
      assert.equal(response.status, 200, path);
      return parseExact(await response.text());
    };
    sessions.set(account.email, { cookie, get });
    return { cookie, get };
  };
  const idOf = (name: string) => server.portico.records.recordIds.patient('demo', `demo-patient-${name}`);

  it('is made in seconds and gives the same accounts at every start', (t) => {
    // About 8 s on two free cores; the limit leaves room for a busy machine.
    t.diagnostic(`${Math.round(tookMs)} ms`);
    assert.ok(tookMs < 120_000);
    assert.deepEqual(demoAccounts(seed), accounts);
    assert.equal(new Set(accounts.map((one) => one.role)).size, 9);
    for (const account of accounts) assert.ok(account.password.length >= 15);
  });

  it('lets Elena see her results, with a critical potassium on top and trends behind it', async () => {
    const person = await signIn('patient', 'Elena');
    const results = (await person.get(`/api/patients/${idOf('elena')}/results`)) as {
      resources: FhirObservation[];
      completeness: { total: number };
    };
    const reports = (await person.get(`/api/patients/${idOf('elena')}/reports`)) as {
      resources: FhirDiagnosticReport[];
    };
    assert.ok(results.completeness.total > 150);
    const read = results.resources.map((one) => interpretObservation(one));
    const potassium = read.find((one) => one.loinc === '2823-3')!;
    assert.deepEqual(
      [potassium.state, potassium.criticalBy, potassium.value.kind === 'quantity' && potassium.value.text],
      ['critical', 'lab', '2.7'],
    );
    for (const one of read) assert.ok(findPlainLab(one.loinc), `plain words for ${one.loinc} ${one.title}`);
    const panels = groupPanels(reports.resources, results.resources);
    assert.equal(panels[0]!.worst, 'critical');
    assert.ok(panels.every((panel) => panel.missing === 0 || panel.takenAt! < panels[0]!.takenAt!));
    assert.ok(panels.some((panel) => panel.conclusion?.includes('At your goal')));
    const a1c = groupTrends(read).find((trend) => trend.loinc === '4548-4')!;
    assert.ok(a1c.points.length > 8);
    assert.equal(a1c.points.at(-1)!.text, '6.7');
    const seen = (await person.get(`/api/patients/${idOf('elena')}`)) as {
      name: string;
      birthDate: string;
      mrn: string;
    };
    assert.deepEqual([seen.name, seen.birthDate, seen.mrn], ['Elena Ruth Marsh', '1968-03-14', 'JH-104417']);
  });

  const statusOf = async (cookie: string, path: string): Promise<number> =>
    (await fetch(server.url + path, { headers: { cookie } })).status;
  const list = (key: string, name: string): string => `/api/patients/${idOf(key)}/${name}`;

  it('gives everybody what is theirs: teams their patients, trusted persons their scopes, billing no result', async () => {
    const expected: readonly (readonly [role: string, name: string, key: string, list: string, status: number])[] = [
      ['clinician', 'Dr. Naomi Feld', 'lucia', 'results', 200],
      ['clinician', 'Dr. Naomi Feld', 'theo', 'results', 404],
      ['clinician', 'Dr. Mei-Lin Tsai', 'theo', 'immunizations', 200],
      ['nurse', 'Tomás', 'elena', 'medicines', 200],
      ['nurse', 'Tomás', 'carol', 'results', 404],
      ['billing', 'Walter', 'elena', 'results', 403],
      ['trusted_person', 'Daniel', 'elena', 'results', 200],
      ['trusted_person', 'Daniel', 'elena', 'medicines', 404],
      ['trusted_person', 'Daniel', 'owen', 'results', 404],
      ['trusted_person', 'Hannah', 'zoe', 'medicines', 200],
      ['trusted_person', 'Hannah', 'zoe', 'conditions', 404],
      ['trusted_person', 'Hannah', 'zoe', 'notes', 404],
      ['trusted_person', 'Fatou', 'theo', 'immunizations', 200],
      ['trusted_person', 'Fatou', 'theo', 'coverage', 200],
      ['trusted_person', 'Colin', 'theo', 'immunizations', 200],
      ['trusted_person', 'Colin', 'theo', 'coverage', 404],
      ['trusted_person', 'Joan', 'ruth', 'notes', 200],
      ['patient', 'Zoe', 'zoe', 'conditions', 200],
      ['patient', 'Owen', 'owen', 'results', 200],
    ];
    for (const [role, name, key, what, status] of expected) {
      const { cookie } = await signIn(role, name);
      assert.equal(await statusOf(cookie, list(key, what)), status, `${name} ${key} ${what}`);
    }
    const names = accounts.map((one) => one.name);
    assert.ok(!names.some((name) => /Inés|Dolores|Theo|Tom /.test(name)), 'no account where the story has none');
  });

  it('shows the desk two records that may be one man’s, and a person to invite', async () => {
    const { cookie } = await signIn('front_desk', 'Grace');
    const find = async (familyName: string, birthDate: string): Promise<unknown> => {
      const body = JSON.stringify({ familyName, birthDate, reason: 'Is here at the desk' });
      const headers = { cookie, 'content-type': 'application/json' };
      const response = await fetch(`${server.url}/api/directory/search`, { method: 'POST', headers, body });
      const { hits } = (await response.json()) as { hits: { mrn: string }[] };
      return hits.map((one) => one.mrn).toSorted();
    };
    assert.deepEqual(await find('Becker', '1972-11-03'), ['JH-105208', 'JH-117760']);
    assert.deepEqual(await find('Moreau', '1996-02-17'), ['JH-119001']);
  });

  it('begins with work to do: two critical values, a corrected result, a medicine that is not taken', async () => {
    await minutesPass(server, idOf('harold'), 2);
    await server.portico.watch.step();
    const achebe = await signIn('clinician', 'Dr. Ifeoma Achebe');
    const { alerts } = (await achebe.get('/api/alerts')) as { alerts: { patient: { mrn: string } }[] };
    assert.deepEqual(alerts.map((one) => one.patient.mrn).toSorted(), ['JH-101809', 'JH-104417']);
    const administrator = await signIn('administrator', 'Sam');
    const settings = (await administrator.get('/api/settings/critical')) as CriticalSettings;
    const deputy = settings.clinicians.find(({ accountId }) => accountId === settings.deputyAccountId);
    assert.deepEqual([settings.hasDeputy, deputy?.name], [true, 'Dr. Anders Lindgren']);
    const harold = await signIn('patient', 'Harold');
    const { corrections } = (await harold.get(list('harold', 'corrections'))) as {
      corrections: { before: { text: string }; now: { title: string; text: string } }[];
    };
    const creatinine = corrections.find((one) => one.now.title === 'Creatinine')!;
    assert.deepEqual([creatinine.before.text, creatinine.now.text], ['1.28', '2.71']);
    const nurse = await signIn('nurse', 'Tomás');
    const { tasks } = (await nurse.get('/api/tasks')) as { tasks: { kind: string; patient: { mrn: string } }[] };
    assert.ok(tasks.some((one) => one.kind === 'medicine-not-taken' && one.patient.mrn === 'JH-100384'));
    const lucia = await signIn('patient', 'Lucía');
    const { comments } = (await lucia.get(list('lucia', 'comments'))) as { comments: { language: string }[] };
    assert.deepEqual(
      comments.map((one) => one.language),
      ['es'],
    );
  });

  it('has entries of true looks: the nurse, the clinician, the desk', async () => {
    for (const key of ['elena', 'lucia', 'theo', 'harold']) {
      const { rows } = await database
        .pool('superuser')
        .query('select count(distinct account_id)::int as n from audit.event where patient_id = $1', [idOf(key)]);
      assert.ok(rows[0].n >= 2, key);
    }
  });
});
