import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openLogFiles, verifyLog } from '#features/audit/index.ts';
import { newId, type PatientId, type RecordId } from '#platform/ids.ts';
import { localKeyFile } from '#platform/kms/local-key-file.ts';
import { recordTables } from '../../server/routes.ts';
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts';
import { adult, bring, clinician, minutesPass } from '../../test/harness/critical-clinic.ts';
import { endRole, makePerson, type Person } from '../../test/harness/people.ts';
import { startTestServer, type TestServer } from '../../test/harness/server.ts';
import { createRandom } from '../../test/simulation/random.ts';
import { callResults, type AlertItem } from './contract.ts';

/**
 * The property: whatever happens, in whatever order, a critical value that was raised has a next step for somebody:
 * it waits under a clock, or loudly for everybody; or it was answered and the patient was reached (or somebody
 * wrote why not); or a call waits.
 */
describe('every critical value has a next step for somebody', () => {
  let database: TestDatabase & { drop(): Promise<void> };
  let server: TestServer;
  let administrator: Person;
  let doctors: Person[];

  before(async () => {
    database = await freshDatabase();
    server = await startTestServer({ database });
    administrator = await makePerson(database.pool('owner'), { role: 'administrator' });
    doctors = await Promise.all([clinician(server), clinician(server)]);
  });
  after(async () => {
    await server.stop();
    await database.drop();
  });

  const call = async (person: Person, method: string, at: string, body?: unknown) => {
    const answer = await server.call(method, at, {
      cookie: person.cookie,
      ...(body === undefined ? {} : { body }),
    });
    assert.ok(answer.status < 500, `${method} ${at}: ${answer.status}`);
    return answer;
  };

  /** Every alert of the patient that nothing took the place of, judged by the rows themselves. */
  const stuck = async (patientId: string): Promise<unknown[]> => {
    const { rows } = await database.pool('superuser').query(
      `select a.id from critical.alert a where a.patient_id = $1 and a.replaced_by is null
         and not (a.acknowledged_at is null and (
           -- A clock runs, the deputy is asked, or it is loud for everybody.
           a.due_at > now() or a.escalated_at is not null)
           and exists (select from tasks.task t where t.id = a.task_id and t.done_at is null))
         and not (a.acknowledged_at is not null and (
           not exists (select from tasks.task t where t.id = a.task_id and t.done_at is null)
           and exists (select from critical.step s where s.alert_id = a.id and s.account_id = a.acknowledged_by)))`,
      [patientId],
    );
    return rows;
  };

  /** Answered alerts whose patient was not reached and for whom no call waits or has ended well. */
  const forgotten = async (patientId: string, unreached: ReadonlyMap<string, string>): Promise<string[]> => {
    const { rows } = await database
      .pool('superuser')
      .query('select id, done_at is null as open from tasks.task where patient_id = $1', [patientId]);
    const state = new Map(rows.map((row) => [row.id as string, row.open as boolean]));
    return [...unreached].flatMap(([taskId, end]) => {
      const isOpen = state.get(taskId);
      return isOpen === true || (isOpen === false && (end === 'reached' || end === 'not-needed')) ? [] : [taskId];
    });
  };

  const oneLife = async (seed: number): Promise<void> => {
    const random = createRandom(seed);
    const below = (n: number): number => Math.floor(random() * n);
    const pick = <T>(items: readonly T[]): T => items[below(items.length)]!;
    const patientId: PatientId = await adult(server, 'Life');
    const sources = [newId<RecordId>(), newId<RecordId>()];
    const calls = new Map<string, string>();
    let doctor = pick(doctors);
    const deeds: Record<string, () => Promise<unknown>> = {
      bring: () =>
        bring(server, patientId, {
          sourceId: pick(sources),
          value: pick([2.2, 4.1, 6.9, 7.4]),
          status: pick(['final', 'corrected', 'entered-in-error']),
        }),
      step: () => server.portico.watch.step(),
      wait: () => minutesPass(server, patientId, pick([3, 31, 90])),
      changeDeputy: () =>
        call(administrator, 'PUT', '/api/settings/critical', {
          deputyAccountId: pick([null, doctors[0]!.accountId, doctors[1]!.accountId]),
          answerMinutes: pick([5, 30]),
          recentHours: 72,
          usesLimits: true,
        }),
      answer: async () => {
        const { body } = await call(doctor, 'GET', '/api/alerts');
        const mine = (body.alerts as AlertItem[]).filter((alert) => alert.patientId === patientId);
        if (mine.length === 0) return;
        const alert = pick(mine);
        const result = pick(callResults);
        const at = `/api/patients/${patientId}/alerts/${alert.id}/acknowledge`;
        const said = await call(doctor, 'POST', at, { call: { result }, note: 'a note' });
        if (said.body.won && result !== 'reached') {
          assert.ok(said.body.callTaskId);
          calls.set(said.body.callTaskId, 'waits');
        }
      },
      callPatient: async () => {
        const waiting = [...calls].filter(([, end]) => !['reached', 'not-needed'].includes(end));
        if (waiting.length === 0) return;
        const [taskId] = pick(waiting);
        const outcome = pick(['reached', 'left-message', 'not-reached', 'not-needed']);
        const at = `/api/patients/${patientId}/tasks/${taskId}`;
        if (below(2) === 0) await call(doctor, 'POST', `${at}/claim`, { takeOver: true });
        const { body } = await call(doctor, 'POST', `${at}/complete`, { outcome });
        if (body.won) calls.set(taskId, outcome);
      },
      claimAndGo: async () => {
        const { body } = await call(doctor, 'GET', '/api/tasks');
        const task = (body.tasks as { id: string; patientId: string }[]).find((one) => one.patientId === patientId);
        if (task) await call(doctor, 'POST', `/api/patients/${patientId}/tasks/${task.id}/claim`, {});
        doctor = pick(doctors);
      },
    };
    await deeds['bring']!();
    for (let n = 0; n < 40; n++) await deeds[pick(Object.keys(deeds))]!();
    await server.portico.watch.step();
    assert.deepEqual(await stuck(patientId), [], `seed ${seed}`);
    assert.deepEqual(await forgotten(patientId, calls), [], `seed ${seed}`);
  };

  const seeds = Number(process.env['PORTICO_SEEDS'] ?? 8);
  it(`in ${seeds} random lives`, async () => {
    const start = Number(process.env['PORTICO_SEED'] ?? 1);
    for (let seed = start; seed < start + seeds; seed++) await oneLife(seed);
  });

  it('also when the only named clinician leaves before she answers', async () => {
    const leaving = await clinician(server);
    const patientId = await adult(server, 'Leaving');
    await makePerson(database.pool('owner'), {
      role: 'clinician',
      accountId: leaving.accountId,
      relationships: [{ kind: 'care_team', patientId }],
    });
    await bring(server, patientId);
    await server.portico.watch.step();
    await endRole(database.pool('owner'), leaving);
    await minutesPass(server, patientId, 31);
    await server.portico.watch.step();
    assert.deepEqual(await stuck(patientId), []);
    const { body } = await call(doctors[0]!, 'GET', '/api/alerts');
    const alert = (body.alerts as AlertItem[]).find((one) => one.patientId === patientId)!;
    assert.ok(alert.escalatedAt);
  });

  it('leaves every sealed row as the log says it was written', async () => {
    const { portico, dataFolder } = server;
    while ((await portico.sequencer.step()).state === 'appended');
    const report = await verifyLog({
      pool: portico.pools.app_sequencer,
      kms: localKeyFile(path.join(dataFolder, 'keys.json')),
      sealer: portico.sealers.app_sequencer,
      files: await openLogFiles(path.join(dataFolder, 'log')),
      records: recordTables,
    });
    assert.equal(report.ok, true, JSON.stringify(report));
    const { rows } = await database.pool('superuser').query('select count(*)::int as n from critical.alert');
    assert.ok(rows[0].n > 5);
  });
});
