// Work lists and critical results for the matrix: a task in every pool, an alert and a correction of both patients.
import { createTaskMaker } from '#features/tasks/index.ts';
import { setCapability } from '#platform/db/actor.ts';
import { newId, type Id, type PatientId, type RecordId } from '#platform/ids.ts';
import type { HumanRole } from '#features/access/index.ts';
import { sealBody } from '../../features/critical/sealed-rows.ts';
import type { Reading } from '../../features/critical/contract.ts';
import { bring } from '../harness/critical-clinic.ts';
import type { TestDatabase } from '../harness/database.ts';
import { makePerson } from '../harness/people.ts';
import type { TestServer } from '../harness/server.ts';
import type { Example } from './matrix-examples.ts';
import type { PatientFixture, World } from './matrix-world.ts';

const pools = ['clinician', 'nurse', 'desk', 'billing'] as const;
export type WorkFixture = { tasks: Record<string, string>; alertId: string; recordId: string };

const poolOf: Partial<Record<HumanRole, string>> = {
  clinician: 'clinician',
  nurse: 'nurse',
  front_desk: 'desk',
  billing: 'billing',
};

/** What stands in these words must reach nobody who sees no chart. */
export const addWork = async (
  server: TestServer,
  database: TestDatabase,
  patientId: PatientId,
  secret: string,
): Promise<WorkFixture> => {
  const { portico } = server;
  const sourceId = newId<RecordId>();
  const recordId = await bring(server, patientId, { sourceId, value: 7.1 });
  await portico.watch.step();
  await bring(server, patientId, { sourceId, value: 7.3, status: 'corrected' });
  await portico.watch.step();
  const task = (pool: (typeof pools)[number]) => ({
    patientId,
    kind: 'call-patient' as const,
    cause: newId<Id>(),
    detail: { title: secret, text: secret },
    pool,
    by: '',
  });
  const byWorker = createTaskMaker(portico.sealers.app_worker);
  const tasks: Record<string, string> = {};
  for (const pool of pools) {
    const made = await portico.pools.app_worker.transaction((tx) => byWorker(tx, task(pool)));
    tasks[pool] = made.taskId;
  }
  const desk = await makePerson(database.pool('owner'), { role: 'front_desk' });
  const byDesk = createTaskMaker(portico.sealers.app);
  await portico.pools.app.transaction(async (tx) => {
    await tx.flight([setCapability(desk.capability)]);
    await byDesk(tx, { ...task('desk'), detail: { title: 'Book a visit', text: null } });
  });
  const { rows } = await database
    .pool('superuser')
    .query('select id from critical.alert where patient_id = $1 and replaced_by is null', [patientId]);
  return { tasks, alertId: rows[0].id, recordId };
};

const reading = (text: string): Reading => ({
  title: 'Potassium',
  text,
  unit: null,
  range: null,
  flag: null,
  state: 'unknown',
  status: 'final',
  withdrawn: false,
  takenAt: null,
  parts: [],
});

/** A notice of her own for an account, as the watch would have left it. */
export const addNotice = async (
  server: TestServer,
  database: TestDatabase,
  patientId: PatientId,
  accountId: string,
): Promise<void> => {
  const id = newId<Id>();
  const now = new Date().toISOString();
  const row = sealBody(await server.portico.sealers.app.key(patientId, 'care'), 'critical.notice', id, {
    kind: 'corrected',
    seenAt: now,
    changedAt: now,
    before: reading('3.1'),
    now: reading('4.1'),
  });
  const put = (sql: string, values: unknown[]) => database.pool('superuser').query(sql, values);
  await put(
    'insert into critical.notice (patient_id, id, account_id, record_id, record_version, sealed) values ($1, $2, $3, $2, 1, $4)',
    [patientId, id, accountId, row.sealed],
  );
  await put('insert into sealed.row_head (subject_id, row_id, table_name, version, mac) values ($1, $2, $3, 1, $4)', [
    patientId,
    id,
    'critical.notice',
    row.mac,
  ]);
};

const nobodys = newId<Id>();
const workOf = (world: World, patient: PatientFixture): WorkFixture =>
  world.work.get(patient.id) ?? { tasks: {}, alertId: nobodys, recordId: nobodys };

const onTask: Example['params'] = (world, patient, actor) => ({
  patientId: patient.id,
  taskId: workOf(world, patient).tasks[poolOf[actor.role] ?? ''] ?? nobodys,
});
const onAlert: Example['params'] = (world, patient) => ({
  patientId: patient.id,
  alertId: workOf(world, patient).alertId,
});
const ofPatient: Example['params'] = (_world, patient) => ({ patientId: patient.id });

/** Turns at a task never fail because somebody was faster: they say so. */
export const workExamples: Readonly<Record<string, Example>> = {
  'tasks.list': {},
  'tasks.count': {},
  'tasks.get': { params: onTask },
  'tasks.claim': { params: onTask, body: () => ({ takeOver: true }), endsSession: true },
  'tasks.release': { params: onTask, body: () => ({}), endsSession: true },
  'tasks.complete': { params: onTask, body: () => ({ outcome: 'not-reached' }), endsSession: true },
  'tasks.reassign': {
    params: onTask,
    body: (_world, _patient, actor) => ({ pool: poolOf[actor.role] ?? 'nurse', note: 'matrix' }),
    endsSession: true,
  },
  'critical.listAlerts': {},
  'critical.countAlerts': {},
  'critical.getAlert': { params: onAlert },
  'critical.acknowledge': { params: onAlert, body: () => ({ call: { result: 'reached' } }) },
  'critical.readSettings': {},
  'critical.changeSettings': {
    body: () => ({ deputyAccountId: null, answerMinutes: 30, recentHours: 72, usesLimits: true }),
  },
  // One that is open: a result held by the patient's choice is not there for her and those she trusts.
  'critical.listEarlier': {
    params: (_world, patient) => ({ patientId: patient.id, recordId: patient.observationId }),
  },
  'critical.listCorrections': { params: ofPatient },
  'critical.closeCorrection': {
    params: (_world, patient) => ({ patientId: patient.id, correctionId: nobodys }),
    body: () => ({}),
  },
  'critical.listMyCorrections': {},
  'critical.closeMyCorrection': { params: () => ({ correctionId: nobodys }), body: () => ({}) },
  'critical.lookAtResults': {},
  'critical.escalate': {},
  'critical.tellOfChanges': {},
};
