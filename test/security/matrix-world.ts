// A clinic for the matrix: one patient whom the actors have ties to, one whom nobody has, and an actor for
// every role and every tie.
import { randomBytes } from 'node:crypto';
import { globSync } from 'node:fs';
import path from 'node:path';
import { areas, humanRoles, type HumanRole } from '#features/access/index.ts';
import { acceptResource, createRecords, parseResource } from '#features/records/index.ts';
import { newId, type Id, type PatientId, type RecordId, type RequestId } from '#platform/ids.ts';
import type { Log } from '#platform/log.ts';
import { systemSubject } from '#platform/kms/sealer.ts';
import { freshDatabase, type TestDatabase } from '../harness/database.ts';
import { endRelationships, makePerson, type Bond, type Person } from '../harness/people.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import type { Tie } from './matrix-oracle.ts';
import { addNotice, addWork, type WorkFixture } from './matrix-work.ts';

/** Words that stand in clinical records only: they may reach nobody who sees no chart. */
export const clinicalCanaries = ['xylocanary', '7341.25', 'quartzcanary'] as const;

export type PatientFixture = {
  id: PatientId;
  birthDate: string;
  observationId: string;
  medicineId: string;
  noteId: string;
  commentId: string;
  reportId: string;
};

const hour = 3_600_000;
const everyArea = [...areas];
const allKinds = ['self', 'care_team', 'pool_member', 'todays_schedule', 'open_task'] as const;

/** What an actor may have with the patient; `live` is what counts now. */
const variants: readonly { name: string; live: readonly Tie[]; future?: true; ended?: true }[] = [
  { name: 'no tie', live: [] },
  ...allKinds.map((kind) => ({ name: kind, live: [{ kind }] })),
  { name: 'trusted, nothing open', live: [{ kind: 'trusted_person' }] },
  {
    name: 'trusted, one other area',
    live: [{ kind: 'trusted_person', view: ['appointments'], act: ['appointments'] }],
  },
  { name: 'trusted, may see results', live: [{ kind: 'trusted_person', view: ['results'] }] },
  { name: 'trusted, may act in all', live: [{ kind: 'trusted_person', act: everyArea }] },
  {
    name: 'every tie',
    live: [...allKinds.map((kind) => ({ kind })), { kind: 'trusted_person', view: everyArea, act: everyArea }],
  },
  { name: 'every tie, ended', live: [], ended: true },
  { name: 'every tie, not yet begun', live: [], future: true },
];

export type MatrixActor = { person: Person; role: HumanRole; tie: string; ties: readonly Tie[]; hasAccount: boolean };

export type World = {
  server: TestServer;
  database: TestDatabase;
  /** Whom the ties are with. */
  known: PatientFixture;
  /** A patient of the same clinic to whom nobody in the matrix has a tie. */
  foreign: PatientFixture;
  actors: readonly MatrixActor[];
  /** A reference to a clinician who is nobody's. */
  clinician: string;
  /** Tasks and alerts, by patient. */
  work: ReadonlyMap<string, WorkFixture>;
  /** A published file of the log. */
  tile: string;
  drop(): Promise<void>;
};

const fhirOf = (nth: number, birthDate: string): { resourceType: string; [key: string]: unknown }[] => {
  const subject = { reference: `Patient/p${nth}` };
  const code = {
    coding: [{ system: 'http://loinc.org', code: '2823-3', display: 'Potassium' }],
    text: clinicalCanaries[0],
  };
  return [
    {
      resourceType: 'Patient',
      id: `p${nth}`,
      identifier: [
        {
          type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] },
          system: 'http://clinic.example/mrn',
          value: `M-${nth}`,
        },
      ],
      name: [{ use: 'official', family: `Matrix${nth === 1 ? 'one' : 'two'}`, given: ['Mara'] }],
      gender: 'female',
      birthDate,
    },
    {
      resourceType: 'Observation',
      id: `o${nth}`,
      status: 'final',
      category: [
        { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] },
      ],
      code,
      subject,
      effectiveDateTime: '2026-11-01T08:00:00Z',
      valueQuantity: { value: 7341.25, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' },
    },
    {
      resourceType: 'Condition',
      id: `c${nth}`,
      code: { coding: [{ system: 'http://snomed.info/sct', code: '44054006' }], text: clinicalCanaries[2] },
      subject,
    },
    {
      resourceType: 'Coverage',
      id: `v${nth}`,
      status: 'active',
      beneficiary: subject,
      payor: [{ display: 'Plan' }],
    },
    ...furtherParts(nth, subject, code),
  ];
};

/** One record in every other part. */
const furtherParts = (nth: number, subject: object, code: object) => [
  {
    resourceType: 'Observation',
    id: `t${nth}`,
    status: 'final',
    category: [{ coding: [{ code: 'vital-signs' }] }],
    code,
    subject,
  },
  {
    resourceType: 'Observation',
    id: `s${nth}`,
    status: 'final',
    category: [{ coding: [{ code: 'survey' }] }],
    code,
    subject,
  },
  {
    resourceType: 'MedicationRequest',
    id: `m${nth}`,
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: { text: clinicalCanaries[2] },
    subject,
  },
  {
    resourceType: 'DiagnosticReport',
    id: `r${nth}`,
    status: 'final',
    category: [{ coding: [{ code: 'LAB' }] }],
    code,
    subject,
    presentedForm: [{ contentType: 'text/plain', data: Buffer.from(clinicalCanaries[2]).toString('base64') }],
  },
  { resourceType: 'Encounter', id: `e${nth}`, status: 'finished', class: { code: 'AMB' }, subject },
  { resourceType: 'Appointment', id: `a${nth}`, status: 'booked', start: '2031-01-02T10:00:00Z' },
  {
    resourceType: 'DocumentReference',
    id: `d${nth}`,
    status: 'current',
    subject,
    content: [{ attachment: { contentType: 'text/plain', data: Buffer.from(clinicalCanaries[2]).toString('base64') } }],
  },
];

const importPatient = async (server: TestServer, nth: number): Promise<PatientFixture> => {
  const { sealers, importer } = server.portico;
  const records = await createRecords({ sealer: sealers.app, importerSealer: sealers.app_importer });
  const source = 'matrix';
  const id = records.recordIds.patient(source, `p${nth}`);
  const birthDate = `1961-03-0${nth}`;
  const stored = new Map<string, string>();
  for (const resource of fhirOf(nth, birthDate)) {
    const { resourceType, id: sourceId } = resource as unknown as { resourceType: string; id: string };
    const body = { source, resource: { resourceType, sourceId, json: JSON.stringify(resource) } };
    const written = (await importer.write(
      records.intake.writeResource,
      { params: { patientId: id }, body },
      newId<RequestId>(),
    )) as { id: string };
    stored.set(sourceId, written.id);
  }
  const idOf = (sourceId: string): string => stored.get(`${sourceId}${nth}`)!;
  const commentId = newId<RecordId>();
  return {
    id,
    birthDate,
    observationId: idOf('o'),
    medicineId: idOf('m'),
    noteId: idOf('d'),
    reportId: idOf('r'),
    commentId,
  };
};

/** A clinician, whom no patient owns. */
const importClinician = async ({ portico }: TestServer): Promise<string> => {
  const recordId = portico.records.recordIds.shared('matrix', 'Practitioner', 'pr1');
  const clinician = parseResource(
    JSON.stringify({ resourceType: 'Practitioner', id: 'pr1', name: [{ text: 'Dr. Matrix' }] }),
  );
  const body = {
    source: 'matrix',
    sourceTitle: 'matrix',
    resources: [acceptResource(clinician, { recordId, patientId: null })],
  };
  await portico.importer.write(portico.records.intake.writeBundle, { body }, newId<RequestId>());
  return `Practitioner/${recordId}`;
};

/** What people add to a record: one row of each kind, as its operation would have left it. */
const addPeoplesRows = async (server: TestServer, database: TestDatabase, patient: PatientFixture): Promise<void> => {
  const key = await server.portico.sealers.app.key(patient.id, 'records');
  const put = (sql: string, values: unknown[]) => database.pool('superuser').query(sql, values);
  const sealedRow = async (table: string, id: string, content: object): Promise<Buffer> => {
    await put('insert into sealed.row_head (subject_id, row_id, table_name, version, mac) values ($1, $2, $3, 1, $4)', [
      patient.id,
      id,
      table,
      key.head({ table, rowId: id, version: 1, deleted: false }),
    ]);
    return key.seal({ table, column: 'sealed', rowId: id, version: 1 }, Buffer.from(JSON.stringify(content)));
  };
  const author = { name: 'Dr. Matrix', role: 'clinician' };
  const comment = await sealedRow('records.comment', patient.commentId, {
    text: clinicalCanaries[2],
    language: 'en',
    author,
    earlier: [],
  });
  await put(
    'insert into records.comment (patient_id, id, resource_id, author_id, sealed) values ($1, $2, $3, $2, $4)',
    [patient.id, patient.commentId, newId<RecordId>(), comment],
  );
  const statementId = newId<RecordId>();
  await put(
    `insert into records.statement (patient_id, id, resource_id, kind, account_id, sealed)
     values ($1, $2, $3, 'not-taken', $2, $4)`,
    [
      patient.id,
      statementId,
      newId<RecordId>(),
      await sealedRow('records.statement', statementId, { note: null, by: { name: 'Mara Matrix', role: 'patient' } }),
    ],
  );
  await put(`insert into records.timing (patient_id, category, choice) values ($1, 'laboratory', 'with-comment')`, [
    patient.id,
  ]);
  for (const id of [patient.observationId, patient.reportId]) {
    await put(`insert into records.release (patient_id, resource_id, reason) values ($1, $2, 'asked')`, [
      patient.id,
      id,
    ]);
  }
  await put(`insert into records.seen (patient_id, account_id, session_id, seen_at) values ($1, $2, $2, now())`, [
    patient.id,
    newId<RecordId>(),
  ]);
};

/** The account and one line of its history, as an enrolment would have left them. */
const makeAccountRows = async (server: TestServer, database: TestDatabase, person: Person): Promise<void> => {
  const sealer = server.portico.sealers.app_identity;
  const signInId = newId<Id>();
  const profile = { name: 'Mara Matrix', signInName: `${person.accountId}@example.org`, language: 'en' };
  const own = await sealer.key(person.accountId, 'identity');
  const system = await sealer.key(systemSubject, 'identity');
  const at = (table: string, column: string, rowId: string) => ({ table, column, rowId, version: 1 });
  await database
    .pool('superuser')
    .query('insert into identity.account (id, sign_in_token, profile) values ($1, $2, $3)', [
      person.accountId,
      randomBytes(16),
      own.seal(at('identity.account', 'profile', person.accountId), Buffer.from(JSON.stringify(profile))),
    ]);
  await database
    .pool('superuser')
    .query("insert into identity.sign_in (id, account_id, step, outcome, sealed) values ($1, $2, 'code', 'ok', $3)", [
      signInId,
      person.accountId,
      system.seal(at('identity.sign_in', 'sealed', signInId), Buffer.from(JSON.stringify({ ip: '', device: '' }))),
    ]);
};

const makeActor = async (
  server: TestServer,
  database: TestDatabase,
  role: HumanRole,
  variant: (typeof variants)[number],
  patientId: string,
): Promise<MatrixActor> => {
  const ties = variant.ended || variant.future ? variants.find(({ name }) => name === 'every tie')!.live : variant.live;
  const bonds = ties.map(({ kind, view = [], act = [] }): Bond => ({
    kind,
    patientId,
    viewAreas: view,
    actAreas: act,
    ...(variant.future ? { from: new Date(Date.now() + hour) } : {}),
  }));
  const owner = database.pool('owner');
  const person = await makePerson(owner, { role, relationships: bonds });
  if (variant.ended) await endRelationships(owner, person, patientId);
  const hasAccount = ['no tie', 'every tie'].includes(variant.name);
  if (hasAccount) {
    await makeAccountRows(server, database, person);
    await addNotice(server, database, patientId as PatientId, person.accountId);
  }
  return { person, role, tie: variant.name, ties: variant.live, hasAccount };
};

/** Starts the portal over a database of its own and fills it. */
export const makeWorld = async (options: { log?: Log } = {}): Promise<World> => {
  const database = await freshDatabase();
  const server = await startTestServer({ database, ...options });
  try {
    const known = await importPatient(server, 1);
    const foreign = await importPatient(server, 2);
    const clinician = await importClinician(server);
    const work = new Map<string, WorkFixture>();
    for (const patient of [known, foreign]) {
      await addPeoplesRows(server, database, patient);
      work.set(patient.id, await addWork(server, database, patient.id, clinicalCanaries[0]));
    }
    await addNotice(server, database, foreign.id, newId());
    const actors: MatrixActor[] = [];
    for (const role of humanRoles) {
      for (const variant of variants) actors.push(await makeActor(server, database, role, variant, known.id));
    }
    await server.portico.sequencer.step();
    const drop = async (): Promise<void> => {
      await server.stop();
      await database.drop();
    };
    const tiles = path.join(server.dataFolder, 'log', 'tile');
    const [tile] = globSync('0/**', { cwd: tiles, withFileTypes: true }).filter((entry) => entry.isFile());
    if (!tile) throw new Error('the log was not published');
    return {
      server,
      database,
      known,
      foreign,
      actors,
      clinician,
      work,
      tile: path.relative(tiles, path.join(tile.parentPath, tile.name)),
      drop,
    };
  } catch (error) {
    await server.stop();
    await database.drop();
    throw error;
  }
};

/** Work in the given order, at most `width` at once. */
export const inParallel = async <T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> => {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const item of queue) await work(item);
    }),
  );
};
