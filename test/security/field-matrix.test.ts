// A word of its own in every field of a chart: none may reach a role that sees no chart, by any operation.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { HumanRole } from '#features/access/index.ts';
import { createRecords } from '#features/records/index.ts';
import { contracts } from '../../server/routes.ts';
import { newId, type RecordId, type RequestId } from '#platform/ids.ts';
import type { Contract } from '#platform/contract.ts';
import { freshDatabase, type TestDatabase } from '../harness/database.ts';
import { makePerson, type Person } from '../harness/people.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { examples } from './matrix-examples.ts';
import { addWork } from './matrix-work.ts';
import type { MatrixActor, PatientFixture, World } from './matrix-world.ts';

const word = (field: string): string => `zq${field}qz`;
const coded = (field: string, system = 'http://loinc.org', code = '2823-3') => ({
  coding: [{ system, code, display: word(field) }],
  text: word(field),
});
const category = (code: string) => [
  { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code }] },
];
const subject = { reference: 'Patient/p1' };
const active = (kind: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${kind}-clinical`, code: 'active' }],
});
const at = '2026-11-01T08:00:00Z';

/** One resource of each clinical kind; every text in it is a word of its own. */
const chart: { resourceType: string; id: string; [field: string]: unknown }[] = [
  {
    resourceType: 'Observation',
    id: 'lab',
    status: 'final',
    category: category('laboratory'),
    code: coded('labname'),
    subject,
    effectiveDateTime: at,
    valueString: word('labvalue'),
    note: [{ text: word('labnote') }],
  },
  {
    resourceType: 'Observation',
    id: 'vital',
    status: 'final',
    category: category('vital-signs'),
    code: coded('vitalname', 'http://loinc.org', '8867-4'),
    subject,
    effectiveDateTime: at,
    valueString: word('vitalvalue'),
  },
  {
    resourceType: 'DiagnosticReport',
    id: 'report',
    status: 'final',
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'LAB' }] }],
    code: coded('reportname'),
    subject,
    effectiveDateTime: at,
    conclusion: word('conclusion'),
  },
  {
    resourceType: 'Condition',
    id: 'condition',
    clinicalStatus: active('condition'),
    code: coded('condition', 'http://snomed.info/sct', '44054006'),
    subject,
    note: [{ text: word('conditionnote') }],
  },
  {
    resourceType: 'AllergyIntolerance',
    id: 'allergy',
    clinicalStatus: active('allergyintolerance'),
    code: coded('allergy', 'http://snomed.info/sct', '91936005'),
    patient: subject,
    reaction: [{ manifestation: [coded('reaction', 'http://snomed.info/sct', '126485001')] }],
  },
  {
    resourceType: 'MedicationRequest',
    id: 'medicine',
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: coded('medicine', 'http://www.nlm.nih.gov/research/umls/rxnorm', '860975'),
    subject,
    authoredOn: at,
    dosageInstruction: [{ text: word('dosage') }],
  },
  {
    resourceType: 'Immunization',
    id: 'shot',
    status: 'completed',
    vaccineCode: coded('vaccine', 'http://hl7.org/fhir/sid/cvx', '140'),
    patient: subject,
    occurrenceDateTime: at,
  },
  {
    resourceType: 'Procedure',
    id: 'procedure',
    status: 'completed',
    code: coded('procedure', 'http://snomed.info/sct', '80146002'),
    subject,
    performedDateTime: at,
  },
  {
    resourceType: 'Encounter',
    id: 'visit',
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
    type: [coded('visittype', 'http://snomed.info/sct', '185349003')],
    reasonCode: [coded('visitreason', 'http://snomed.info/sct', '386661006')],
    subject,
    period: { start: at, end: at },
  },
  {
    resourceType: 'DocumentReference',
    id: 'note',
    status: 'current',
    type: coded('notetype', 'http://loinc.org', '11506-3'),
    subject,
    date: at,
    description: word('notedescription'),
    content: [
      {
        attachment: {
          contentType: 'text/plain',
          data: Buffer.from(word('notetext')).toString('base64'),
          title: word('notetitle'),
        },
      },
    ],
  },
];

/** Every word of the chart above, but the body of the note, which lists leave out. */
const words = [...new Set([...(JSON.stringify(chart).match(/zq[a-z]+qz/g) ?? []), word('task')])];

const noChart: readonly HumanRole[] = ['front_desk', 'billing', 'administrator', 'privacy_officer', 'records_officer'];

describe('field matrix: no clinical field reaches a role that sees no chart', () => {
  let database: TestDatabase & { drop(): Promise<void> };
  let server: TestServer;
  let world: World;
  const ids = new Map<string, string>();
  let patient: PatientFixture;

  before(async () => {
    database = await freshDatabase();
    server = await startTestServer({ database });
    const { sealers, importer } = server.portico;
    const records = await createRecords({ sealer: sealers.app, importerSealer: sealers.app_importer });
    const patientId = records.recordIds.patient('matrix', 'p1');
    const birthDate = '1961-03-01';
    const person = {
      resourceType: 'Patient',
      id: 'p1',
      name: [{ use: 'official', family: 'Matrixone', given: ['Mara'] }],
      birthDate,
    };
    for (const resource of [person, ...chart]) {
      const { resourceType, id } = resource;
      const body = { source: 'matrix', resource: { resourceType, sourceId: id, json: JSON.stringify(resource) } };
      const stored = await importer.write(
        records.intake.writeResource,
        { params: { patientId }, body },
        newId<RequestId>(),
      );
      ids.set(id, (stored as { id: string }).id);
    }
    await server.portico.sequencer.step();
    const idOf = (name: string): string => ids.get(name)!;
    patient = {
      id: patientId,
      birthDate,
      observationId: idOf('lab'),
      reportId: idOf('report'),
      medicineId: idOf('medicine'),
      noteId: idOf('note'),
      commentId: newId<RecordId>(),
    };
    const work = new Map([[patient.id as string, await addWork(server, database, patient.id, word('task'))]]);
    world = {
      server,
      database,
      known: patient,
      foreign: patient,
      clinician: '',
      work,
      actors: [],
      tile: '0/000',
      drop: async () => {},
    };
  });
  after(async () => {
    await server.stop();
    await database.drop();
  });

  /** Somebody with every tie to the patient that staff can have: nothing but the role keeps the chart away. */
  const member = (role: HumanRole): Promise<Person> =>
    makePerson(database.pool('owner'), {
      role,
      relationships: (['care_team', 'pool_member', 'todays_schedule', 'open_task'] as const).map((kind) => ({
        kind,
        patientId: patient.id,
      })),
    });

  const everything = contracts.filter(({ audience }) => audience !== 'public' && audience !== 'service');

  /** The answers of every operation, as text. An operation that ends sessions comes from a session of its own. */
  const answersOf = async (role: HumanRole): Promise<Map<string, string>> => {
    const person = await member(role);
    const answers = new Map<string, string>();
    for (const contract of everything) {
      const example = examples[contract.id] ?? {};
      const caller = example.endsSession ? await member(role) : person;
      const actor: MatrixActor = { person: caller, role, tie: '', ties: [], hasAccount: false };
      answers.set(contract.id, await answerTo(contract, actor));
    }
    return answers;
  };

  const answerTo = async (contract: Contract, actor: MatrixActor): Promise<string> => {
    const example = examples[contract.id] ?? {};
    const params = example.params?.(world, patient, actor) ?? {};
    const path = contract.path.replaceAll(/:([a-zA-Z]+)(\{[^}]*\})?/g, (_whole, name: string) => params[name] ?? '');
    const query = new URLSearchParams(example.query).toString();
    const body = contract.method === 'GET' ? undefined : { ...example.body?.(world, patient, actor) };
    const answer = await server.call(contract.method, query === '' ? path : `${path}?${query}`, {
      ...(body === undefined ? {} : { body }),
      cookie: actor.person.cookie,
    });
    return typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  };

  for (const role of noChart) {
    it(`shows none to ${role.replaceAll('_', ' ')}, whatever the tie`, async () => {
      const answers = await answersOf(role);
      assert.ok(answers.size > 40);
      const leaks = [...answers].flatMap(([operation, text]) =>
        words.filter((one) => text.includes(one)).map((one) => `${operation}: ${one}`),
      );
      assert.deepEqual(leaks, []);
    });
  }

  it('shows each of them to a nurse of the care team, so that the searches above can find one', async () => {
    const text = [...(await answersOf('nurse')).values()].join('\n');
    assert.deepEqual(
      words.filter((one) => !text.includes(one)),
      [],
    );
  });
});
