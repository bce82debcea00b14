import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { freshDatabase } from '../../../test/harness/database.ts';
import { importDepsOf } from '../../../test/harness/import.ts';
import { startTestServer, type TestServer } from '../../../test/harness/server.ts';
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

  const signIn = async (
    role: string,
    name?: string,
  ): Promise<{ cookie: string; get: (path: string) => Promise<unknown> }> => {
    const account = accounts.find((one) => one.role === role && (name === undefined || one.name.startsWith(name)))!;
    const { cookie } = await signInFromTerminal(
      server.url.replace('localhost', '127.0.0.1'),
      { name: account.email },
      async (what) => (what === 'password' ? account.password : codeAt(account.totpSecret, new Date())),
    );
    return {
      cookie,
      get: async (path) => {
        const response = await fetch(server.url + path, { headers: { cookie } });
        assert.equal(response.status, 200, path);
        return parseExact(await response.text());
      },
    };
  };
  const idOf = (name: string): string => server.portico.records.recordIds.patient('demo', `demo-patient-${name}`);

  it('is made in seconds and gives the same accounts at every start', (t) => {
    // About 4 s on two free cores; the limit leaves room for a busy machine.
    t.diagnostic(`${Math.round(tookMs)} ms`);
    assert.ok(tookMs < 60_000);
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

  it('lets the clinician open charts, the son only his mother’s results, and billing none', async () => {
    const elena = idOf('elena');
    const clinician = await signIn('clinician');
    await clinician.get(`/api/patients/${idOf('lucia')}/results`);
    const son = await signIn('trusted_person');
    await son.get(`/api/patients/${elena}/results`);
    const statusOf = async (cookie: string, path: string): Promise<number> =>
      (await fetch(server.url + path, { headers: { cookie } })).status;
    assert.equal(await statusOf(son.cookie, `/api/patients/${idOf('owen')}/results`), 404);
    const billing = await signIn('billing');
    assert.equal(await statusOf(billing.cookie, `/api/patients/${elena}/results`), 403);
    const owen = await signIn('patient', 'Owen');
    const few = (await owen.get(`/api/patients/${idOf('owen')}/results`)) as { completeness: { total: number } };
    assert.equal(few.completeness.total, 1);
  });

  it('has entries of true looks: the nurse, the clinician, the desk', async () => {
    const { rows } = await database
      .pool('superuser')
      .query('select count(*)::int as n from audit.event where patient_id = $1 and account_id is not null', [
        idOf('elena'),
      ]);
    assert.ok(rows[0].n >= 5);
  });
});
