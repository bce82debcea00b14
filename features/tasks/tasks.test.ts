import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newId, type PatientId, type RecordId } from '#platform/ids.ts';
import { statement, bind } from '#platform/db/statement.ts';
import { setCapability } from '#platform/db/actor.ts';
import { testDatabase } from '../../test/harness/database.ts';
import { importedPatient } from '../../test/harness/enrolled.ts';
import { endRole, makePatient, makePerson, type Person } from '../../test/harness/people.ts';
import { startTestServer, type TestServer } from '../../test/harness/server.ts';
import type { HumanRole } from '#features/access/index.ts';
import type { TaskItem } from './contract.ts';
import { createTaskMaker, type NewTask } from './index.ts';
import { kindNames, kindOf, mayWaitFor, outcomes, pools } from './kinds.ts';

const words = 'it makes my ankles swell';

describe('tasks', () => {
  let server: TestServer;
  let patientId: PatientId;
  const owner = () => testDatabase().pool('owner');
  const superuser = () => testDatabase().pool('superuser');
  const staff = (role: HumanRole): Promise<Person> => makePerson(owner(), { role });

  before(async () => {
    server = await startTestServer();
    patientId = await importedPatient(server, { given: 'Tess', family: 'Tasker', birthDate: '1950-02-03' });
  });
  after(() => server.stop());

  /** Makes a task in a transaction of the person, as another feature's operation would. */
  const makeAs = (
    person: Pick<Person, 'capability'> | 'worker',
    over: Partial<NewTask> = {},
  ): Promise<{ taskId: string; isNew: boolean }> => {
    const isWorker = person === 'worker';
    const pool = isWorker ? server.portico.pools.app_worker : server.portico.pools.app;
    const add = createTaskMaker(isWorker ? server.portico.sealers.app_worker : server.portico.sealers.app);
    return pool.transaction(async (tx) => {
      await tx.flight([setCapability(isWorker ? '' : person.capability)]);
      return add(tx, {
        patientId,
        kind: 'medicine-not-taken',
        cause: newId<RecordId>(),
        detail: { title: 'Amlodipine 5 mg', text: words },
        by: 'Tess Tasker',
        ...over,
      });
    });
  };

  const at = (taskId: string, deed = '', of: string = patientId): string =>
    `/api/patients/${of}/tasks/${taskId}${deed && `/${deed}`}`;
  const turn = async (person: Person, taskId: string, deed: string, body: unknown = {}) =>
    server.call('POST', at(taskId, deed), { cookie: person.cookie, body });
  const get = async (person: Person, taskId: string) => server.call('GET', at(taskId), { cookie: person.cookie });

  /** All open tasks that the person is shown, over all pages. */
  const listAll = async (person: Person, state = 'open'): Promise<TaskItem[]> => {
    const all: TaskItem[] = [];
    for (let cursor = ''; ;) {
      const { status, body } = await server.call('GET', `/api/tasks?state=${state}${cursor}`, {
        cookie: person.cookie,
      });
      assert.equal(status, 200, JSON.stringify(body));
      all.push(...body.tasks);
      if (body.next === null) return all;
      cursor = `&cursor=${encodeURIComponent(body.next)}`;
    }
  };

  const mayOpenChart = async (person: Person): Promise<number> =>
    (await server.call('GET', `/api/patients/${patientId}/results`, { cookie: person.cookie })).status;

  it('opens the chart to whoever takes one, until it is done or put back', async () => {
    const nurse = await staff('nurse');
    const { taskId } = await makeAs('worker');
    const second = await makeAs('worker');
    assert.equal(await mayOpenChart(nurse), 404);
    const claimed = await turn(nurse, taskId, 'claim');
    assert.equal(claimed.body.won, true);
    assert.equal(claimed.body.task.claimed.isMine, true);
    assert.equal(await mayOpenChart(nurse), 200);
    await turn(nurse, second.taskId, 'claim');
    await turn(nurse, taskId, 'release');
    assert.equal(await mayOpenChart(nurse), 200, 'another task of hers keeps it open');
    const done = await turn(nurse, second.taskId, 'complete', { outcome: 'done', note: 'Told the doctor' });
    assert.equal(done.body.task.done.outcome, 'done');
    assert.equal(await mayOpenChart(nurse), 404);
    const { body } = await get(nurse, second.taskId);
    assert.deepEqual(
      body.history.map((step: { did: string; note: string | null }) => [step.did, step.note]),
      [
        ['made', null],
        ['claimed', null],
        ['done', 'Told the doctor'],
      ],
    );
  });

  it('has one winner when two claim at once, and tells the other kindly who', async () => {
    const people = await Promise.all(['nurse', 'clinician', 'nurse'].map((role) => staff(role as HumanRole)));
    const { taskId } = await makeAs('worker');
    const answers = await Promise.all(people.map((person) => turn(person, taskId, 'claim')));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    );
    assert.equal(answers.filter(({ body }) => body.won).length, 1);
    for (const { body } of answers.filter((one) => !one.body.won)) {
      assert.equal(body.task.claimed.isMine, false);
    }
    const loser = people[answers.findIndex(({ body }) => !body.won)]!;
    const winner = people[answers.findIndex(({ body }) => body.won)]!;
    assert.equal(await mayOpenChart(loser), 404);
    assert.equal((await turn(loser, taskId, 'complete', { outcome: 'done' })).body.won, false);
    assert.equal((await turn(loser, taskId, 'release')).body.won, false);
    assert.equal((await turn(loser, taskId, 'reassign', { pool: 'nurse' })).body.won, false);
    assert.equal((await turn(loser, taskId, 'claim', { takeOver: true })).body.won, true);
    assert.equal(await mayOpenChart(winner), 404, 'what was taken over is closed to the one before');
    assert.equal(await mayOpenChart(loser), 200);
  });

  it('lets a claim open a chart for three days at most', async () => {
    const nurse = await staff('nurse');
    const { taskId } = await makeAs('worker');
    await turn(nurse, taskId, 'claim');
    const { rows } = await superuser().query(
      `select until_at between now() + interval '71 hours' and now() + interval '73 hours' as bounded
       from access.relationship where account_id = $1 and kind = 'open_task'`,
      [nurse.accountId],
    );
    assert.deepEqual(rows, [{ bounded: true }]);
  });

  it('comes back to be tried again when the patient was not reached, and never ends by it', async () => {
    const nurse = await staff('nurse');
    const { taskId } = await makeAs('worker', { kind: 'call-patient', dueInMinutes: 1 });
    for (const outcome of ['not-reached', 'left-message', 'not-reached']) {
      await turn(nurse, taskId, 'claim');
      const { body } = await turn(nurse, taskId, 'complete', { outcome });
      assert.equal(body.won, true);
      assert.equal(body.task.done, null);
      assert.equal(body.task.claimed, null);
      assert.ok(Date.parse(body.task.dueAt) > Date.now() + 50 * 60_000);
      assert.equal(await mayOpenChart(nurse), 404);
    }
    assert.equal((await turn(nurse, taskId, 'complete', { outcome: 'done' })).status, 400, 'not an end of a call');
    assert.ok((await turn(nurse, taskId, 'complete', { outcome: 'reached' })).body.task.done);
    assert.equal((await turn(nurse, taskId, 'complete', { outcome: 'reached' })).body.won, false);
    assert.equal((await turn(nurse, taskId, 'claim')).body.won, false);
  });

  it('shows front desk and billing no clinical word, whatever stands in a task', async () => {
    const desk = await staff('front_desk');
    const nurse = await staff('nurse');
    const { taskId } = await makeAs('worker', { kind: 'call-patient', pool: 'nurse', recordId: newId<RecordId>() });
    const medicine = await makeAs('worker');
    assert.equal((await get(desk, taskId)).status, 404, 'it waits for nurses');
    const moved = await turn(nurse, taskId, 'reassign', { pool: 'desk', note: `${words}, please book her` });
    assert.equal(moved.body.won, true, JSON.stringify(moved.body));
    const shown = await get(desk, taskId);
    assert.equal(shown.status, 200);
    assert.equal(shown.body.task.patient.name, 'Tess Tasker');
    assert.equal(shown.body.task.detail, null);
    assert.equal(shown.body.task.recordId, null);
    const listed = await listAll(desk);
    assert.ok(listed.some((task) => task.id === taskId));
    for (const said of [shown.body, listed]) {
      assert.ok(!JSON.stringify(said).includes(words) && !JSON.stringify(said).includes('Amlodipine'));
    }
    await turn(desk, taskId, 'claim');
    assert.equal(await mayOpenChart(desk), 403);
    const { rows } = await superuser().query(
      `select 1 from access.relationship where account_id = $1 and kind = 'open_task'`,
      [desk.accountId],
    );
    assert.deepEqual(rows, [], 'work of the desk opens no chart, in no role');
    assert.equal((await turn(nurse, medicine.taskId, 'reassign', { pool: 'desk' })).status, 400);
    assert.equal((await turn(nurse, medicine.taskId, 'reassign', { pool: 'clinician' })).body.task.pool, 'clinician');
  });

  it('is handed on only to those whom one may ask for work, in the database too', async () => {
    const billing = await staff('billing');
    const { taskId } = await makeAs('worker', { kind: 'call-patient', pool: 'billing' });
    const move = statement({
      name: 'test.moveTask',
      text: 'select tasks.move($1, $2, $3) as won',
      params: ['uuid', 'uuid', 'text'],
      columns: { won: 'bool' },
    });
    for (const pool of ['nurse', 'clinician']) {
      assert.equal((await turn(billing, taskId, 'reassign', { pool })).status, 403, pool);
      const behind = server.portico.pools.app.run([
        setCapability(billing.capability),
        bind(move, [patientId, taskId, pool]),
      ]);
      await assert.rejects(behind, { code: 'PT403' }, pool);
    }
    assert.equal((await get(billing, taskId)).body.history.length, 0, 'nothing of it is kept');
    const desk = await staff('front_desk');
    assert.equal((await turn(billing, taskId, 'reassign', { pool: 'desk' })).body.task.pool, 'desk');
    assert.equal((await turn(desk, taskId, 'reassign', { pool: 'nurse' })).body.task.pool, 'nurse');
    assert.equal((await turn(await staff('nurse'), taskId, 'reassign', { pool: 'billing' })).status, 403);
  });

  it('keeps sealed words from the desk in the database too', async () => {
    const desk = await staff('front_desk');
    const { taskId } = await makeAs('worker', { kind: 'call-patient', pool: 'desk' });
    const steps = statement({
      name: 'test.stepsOfTask',
      text: 'select count(*)::int4 as n from tasks.step where task_id = $1',
      params: ['uuid'],
      columns: { n: 'int4' },
    });
    const seenBy = async (person: Person): Promise<number> => {
      const [, [row]] = await server.portico.pools.app.run([setCapability(person.capability), bind(steps, [taskId])]);
      return row!.n;
    };
    assert.equal(await seenBy(desk), 0);
    assert.equal(await seenBy(await staff('nurse')), 1);
  });

  it('is made by a patient about herself, of one kind and once while it waits', async () => {
    const self = await makePatient(owner(), { patientId });
    const cause = newId<RecordId>();
    const first = await makeAs(self, { cause });
    assert.equal(first.isNew, true);
    assert.equal((await makeAs(self, { cause })).isNew, false, 'the same work waits already');
    const nurse = await staff('nurse');
    const shown = await get(nurse, first.taskId);
    assert.deepEqual(shown.body.task.detail, { title: 'Amlodipine 5 mg', text: words });
    await turn(nurse, first.taskId, 'complete', { outcome: 'done' });
    assert.equal((await makeAs(self, { cause })).isNew, true, 'after it was done she may say so again');
    const other = await makePatient(owner());
    await assert.rejects(makeAs(other), { code: 'PT404' }, 'not about somebody else');
    await assert.rejects(makeAs(self, { kind: 'comment-due' }), { code: 'PT404' }, 'not for clinicians');
    await assert.rejects(makeAs(self, { kind: 'call-patient' }), { code: 'PT404' }, 'nothing urgent');
    const view = [{ kind: 'trusted_person' as const, patientId, viewAreas: ['medicines'] as const }];
    const act = [{ kind: 'trusted_person' as const, patientId, actAreas: ['medicines'] as const }];
    await assert.rejects(makeAs(await makePerson(owner(), { role: 'trusted_person', relationships: view })), {
      code: 'PT404',
    });
    assert.ok((await makeAs(await makePerson(owner(), { role: 'trusted_person', relationships: act }))).isNew);
    for (const role of ['administrator', 'privacy_officer', 'billing'] as const) {
      await assert.rejects(makeAs(await staff(role)), { code: 'PT403' }, role);
    }
    const nobody = { capability: '' as Person['capability'] };
    await assert.rejects(makeAs(nobody), { code: 'PT401' });
  });

  it('is closed to roles without work lists, and to whoever lost the role', async () => {
    const { taskId } = await makeAs('worker');
    for (const role of ['administrator', 'privacy_officer', 'records_officer', 'patient'] as const) {
      const person = await staff(role);
      assert.equal((await server.call('GET', '/api/tasks', { cookie: person.cookie })).status, 403, role);
      assert.equal((await get(person, taskId)).status, 403, role);
      assert.equal((await turn(person, taskId, 'claim')).status, 403, role);
    }
    const nurse = await staff('nurse');
    await turn(nurse, taskId, 'claim');
    await endRole(owner(), nurse);
    assert.equal((await get(nurse, taskId)).status, 401);
    const billing = await staff('billing');
    assert.equal((await turn(billing, taskId, 'claim')).status, 404, 'of another pool: private');
    assert.equal((await get(await staff('nurse'), newId<RecordId>())).status, 404);
  });

  it('is listed by page with nothing left out, counted, and leaves an entry in the log of each person named', async () => {
    const nurse = await staff('nurse');
    const lone = await importedPatient(server, { given: 'Lone', family: 'Lister', birthDate: '1961-01-01' });
    const made = new Set<string>();
    for (let i = 0; i < 60; i++)
      made.add((await makeAs('worker', { patientId: lone, dueInMinutes: 3 * 24 * 60 })).taskId);
    const logged = async (): Promise<number> =>
      (
        await superuser().query('select 1 from audit.event where patient_id = $1 and account_id = $2', [
          lone,
          nurse.accountId,
        ])
      ).rowCount!;
    const listed = (await listAll(nurse)).map((task) => task.id);
    assert.equal(new Set(listed).size, listed.length);
    assert.ok([...made].every((id) => listed.includes(id)));
    assert.ok((await logged()) >= 2, 'two pages at least named her');
    const before = await logged();
    const { body } = await server.call('GET', '/api/tasks/count', { cookie: nurse.cookie });
    assert.ok(body.waiting >= 60);
    assert.equal(await logged(), before, 'a count names nobody');
    assert.deepEqual(Object.keys(body).toSorted(), ['mine', 'overdue', 'waiting']);
  });

  it('cannot be changed behind the functions, and stays done', async () => {
    const nurse = await staff('nurse');
    const { taskId } = await makeAs('worker');
    for (const change of [
      `update tasks.task set claimed_by = null where id = '${taskId}'`,
      `insert into tasks.step (patient_id, id, task_id, clinical, sealed) values ('${patientId}', gen_random_uuid(), '${taskId}', true, '')`,
      `delete from tasks.task where id = '${taskId}'`,
    ]) {
      await assert.rejects(testDatabase().pool('app').query(change), { code: '42501' });
    }
    await turn(nurse, taskId, 'complete', { outcome: 'not-needed' });
    await assert.rejects(superuser().query('update tasks.task set done_at = null where id = $1', [taskId]), {
      code: '23514',
    });
    await superuser().query(`update sealed.row_head set version = 2 where row_id = $1`, [taskId]);
    assert.equal((await get(nurse, taskId)).status, 503, 'a head that does not fit is refused');
  });

  it('ends every kind in some way, but a critical value only by its alert', () => {
    for (const kind of kindNames) {
      const ends = outcomes.filter((outcome) => kindOf(kind).outcomes[outcome] === 'ends');
      assert.equal(ends.length > 0, kind !== 'critical-value', kind);
      assert.ok(mayWaitFor(kind, kindOf(kind).pool), kind);
      assert.ok(pools.includes(kindOf(kind).pool));
    }
  });
});
