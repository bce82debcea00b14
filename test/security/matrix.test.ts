import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createAuthorise, humanRoles, type HumanRole } from '#features/access/index.ts';
import type { Contract } from '#platform/contract.ts';
import { newId, type PatientId, type RecordId } from '#platform/ids.ts';
import { contracts, policies } from '../../server/routes.ts';
import { makePerson, revokeSession } from '../harness/people.ts';
import { examples, type Example } from './matrix-examples.ts';
import { answerOf } from './matrix-oracle.ts';
import {
  clinicalCanaries,
  inParallel,
  makeWorld,
  type MatrixActor,
  type PatientFixture,
  type World,
} from './matrix-world.ts';

const personal = contracts.filter((contract) => contract.audience !== 'public' && contract.audience !== 'service');
const exampleOf = (contract: Contract): Example => examples[contract.id] ?? {};

describe('access matrix: every operation, role and relationship', () => {
  let world: World;
  before(async () => {
    world = await makeWorld();
  });
  after(() => world?.drop());

  const request = (
    contract: Contract,
    actor: MatrixActor,
    cookie: string | undefined,
    over: {
      patient?: PatientFixture;
      params?: Record<string, string>;
      query?: Record<string, string>;
      extra?: Record<string, unknown>;
    } = {},
  ) => {
    const example = exampleOf(contract);
    const patient = over.patient ?? world.known;
    const params = { ...example.params?.(world, patient, actor), ...over.params };
    const at = contract.path.replaceAll(/:([a-zA-Z]+)(\{[^}]*\})?/g, (_whole, name: string) => params[name] ?? '');
    const query = new URLSearchParams({ ...example.query, ...over.query }).toString();
    const body = contract.method === 'GET' ? undefined : { ...example.body?.(world, patient, actor), ...over.extra };
    return world.server.call(contract.method, query === '' ? at : `${at}?${query}`, {
      ...(body === undefined ? {} : { body }),
      ...(cookie === undefined ? {} : { cookie }),
    });
  };

  /** The actor's cookie; for an operation that ends sessions, one of another account in the same role. */
  const cookieFor = async (contract: Contract, actor: MatrixActor): Promise<string> => {
    if (!exampleOf(contract).endsSession) return actor.person.cookie;
    return (await makePerson(world.database.pool('owner'), { role: actor.role })).cookie;
  };

  const passes = (contract: Contract, status: number): boolean =>
    (exampleOf(contract).passes ?? [200]).includes(status);
  const describeCase = (contract: Contract, actor: MatrixActor): string =>
    `${contract.id} as ${actor.role} with ${actor.tie}`;

  it('has an example for every operation, and none for operations that are gone', () => {
    const ids = contracts.map((contract) => contract.id);
    assert.deepEqual(
      ids.filter((id) => !examples[id]),
      [],
      'operations without an example',
    );
    assert.deepEqual(
      Object.keys(examples).filter((id) => !ids.includes(id)),
      [],
      'examples without an operation',
    );
    assert.equal(new Set(ids).size, ids.length, 'two operations of one name');
  });

  it('is the same policy in the program: its decision equals the written rows', () => {
    const authorise = createAuthorise(policies);
    for (const contract of contracts.filter((each) => each.audience !== 'public')) {
      for (const { role, ties, tie } of world.actors) {
        const areas = ties.flatMap(({ view = [], act = [] }) => [
          ...[...view, ...act].map((area) => `${area}:view`),
          ...act.map((area) => `${area}:act`),
        ]);
        const decision = authorise(contract, { role, relationships: ties.map(({ kind }) => kind), areas });
        const said = decision.allow ? 'passes' : decision.kind;
        assert.equal(said, answerOf(policies, contract, role, ties), `${contract.id} as ${role} with ${tie}`);
      }
    }
  });

  it('is the same policy on the wire: the running server gives the policy’s answer in every case', async () => {
    const cases = personal.flatMap((contract) =>
      world.actors
        // Without a patient in the path a tie changes nothing; accounts stand in two worlds of ties.
        .filter((actor) => contract.patient !== undefined || actor.hasAccount)
        .map((actor) => ({ contract, actor })),
    );
    const wrong: string[] = [];
    const leaks: string[] = [];
    await inParallel(cases, 8, async ({ contract, actor }) => {
      const { status, body } = await request(contract, actor, await cookieFor(contract, actor));
      const wanted = answerOf(policies, contract, actor.role, actor.ties);
      const said = passes(contract, status)
        ? 'passes'
        : status === 403
          ? 'forbidden'
          : status === 404
            ? 'not-found'
            : status;
      if (said !== wanted) wrong.push(`${describeCase(contract, actor)}: ${status} instead of ${wanted}`);
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      if (seesNoChart(actor.role) && clinicalCanaries.some((canary) => text.includes(canary))) {
        leaks.push(describeCase(contract, actor));
      }
      if (status !== 200 && clinicalCanaries.some((canary) => text.includes(canary)))
        leaks.push(describeCase(contract, actor));
    });
    assert.ok(cases.length > 500);
    assert.deepEqual(wrong, []);
    assert.deepEqual(leaks, [], 'clinical words reached somebody who sees no chart');
  });

  it('shows the clinical words to those who may see them (so the search above can find them)', async () => {
    const nurse = actorOf('nurse', 'care_team');
    const { body } = await request(contractOf('records.listResults'), nurse, nurse.person.cookie);
    assert.ok(JSON.stringify(body).includes(clinicalCanaries[0]) && JSON.stringify(body).includes(clinicalCanaries[1]));
  });

  it('hides who is a patient here: ids of others and ids of nobody get the same answer', async () => {
    const strangers: readonly PatientFixture[] = [
      world.foreign,
      {
        id: newId<PatientId>(),
        birthDate: '1950-01-01',
        observationId: newId<RecordId>(),
        medicineId: newId<RecordId>(),
        noteId: newId<RecordId>(),
        commentId: newId<RecordId>(),
        reportId: newId<RecordId>(),
      },
    ];
    const wrong: string[] = [];
    const cases = personal
      .filter((contract) => contract.patient !== undefined)
      .flatMap((contract) => humanRoles.map((role) => ({ contract, actor: actorOf(role, 'every tie') })));
    await inParallel(cases, 8, async ({ contract, actor }) => {
      const answers = [];
      for (const patient of strangers)
        answers.push((await request(contract, actor, await cookieFor(contract, actor), { patient })).status);
      const wanted = answerOf(policies, contract, actor.role, []);
      const expected = { forbidden: [403, 403], 'not-found': [404, 404], passes: [200, 404] }[wanted];
      if (answers.join() !== expected.join())
        wrong.push(`${describeCase(contract, actor)}: ${answers.join()} not ${expected.join()}`);
    });
    assert.deepEqual(wrong, []);

    // A record's id with another patient's, and a record's id that is nobody's.
    const own = actorOf('patient', 'self');
    const getResource = contractOf('records.getResource');
    for (const id of [world.foreign.observationId, newId<RecordId>()]) {
      const answer = await request(getResource, own, own.person.cookie, { params: { id } });
      assert.equal(answer.status, 404);
    }
  });

  it('refuses a field that it does not know, in the query and in the body of every operation', async () => {
    const wrong: string[] = [];
    for (const contract of [...personal, ...contracts.filter((each) => each.audience === 'public')]) {
      const actor = allowedActor(contract);
      const attempts = [
        { query: { unexpected: '1' } },
        ...(contract.method === 'GET' ? [] : [{ extra: { unexpected: true } }]),
      ];
      for (const attempt of attempts) {
        const { status, body } = await request(contract, actor, actor.person.cookie, attempt);
        if (status !== 400 || !JSON.stringify(body).includes('unexpected')) {
          wrong.push(`${contract.id} ${JSON.stringify(attempt)}: ${status}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('knows nobody without a session, with a made-up one, or with one that was revoked; the last is recorded', async () => {
    const owner = world.database.pool('owner');
    const superuser = world.database.pool('superuser');
    const countEvents = async (): Promise<number> =>
      (await superuser.query('select count(*)::int as n from audit.event')).rows[0].n;
    const wrong: string[] = [];
    let recorded = 0;
    for (const contract of personal) {
      const actor = allowedActor(contract);
      const gone = await makePerson(owner, { role: actor.role, accountId: actor.person.accountId });
      // Known to the server's memory first: the database must refuse it all the same.
      if (!exampleOf(contract).endsSession) await request(contract, actor, gone.cookie);
      await revokeSession(owner, gone);
      const eventsBefore = await countEvents();
      const { status } = await request(contract, actor, gone.cookie);
      recorded += (await countEvents()) - eventsBefore;
      if (status !== 401) wrong.push(`${contract.id} after revocation: ${status}`);
    }
    // After those: of made-up cookies only some of each minute are recorded, and an unknown old one is like them.
    for (const contract of personal) {
      const actor = allowedActor(contract);
      for (const cookie of [undefined, '__Host-portico=', '__Host-portico=AAAA', 'portico=x']) {
        const answer = await request(contract, actor, cookie);
        if (answer.status !== 401) wrong.push(`${contract.id} with ${cookie}: ${answer.status}`);
      }
    }
    assert.deepEqual(wrong, []);
    assert.equal(recorded, personal.length, 'every refused look of a revoked session is in the log');
  });

  it('answers the operations before sign-in to anybody, without failing and without a session', async () => {
    for (const contract of contracts.filter((each) => each.audience === 'public')) {
      const { status } = await request(contract, world.actors[0]!, undefined);
      assert.ok(passes(contract, status), `${contract.id}: ${status}`);
    }
  });

  it('has no address for the operations of programs', async () => {
    for (const contract of contracts.filter((each) => each.audience === 'service')) {
      for (const role of humanRoles) {
        const actor = actorOf(role, 'every tie');
        const params = { patientId: world.known.id };
        assert.equal((await request(contract, actor, actor.person.cookie, { params })).status, 404, contract.id);
      }
    }
  });

  const actorOf = (role: HumanRole, tie: string): MatrixActor =>
    world.actors.find((actor) => actor.role === role && actor.tie === tie)!;
  const contractOf = (id: string): Contract => contracts.find((contract) => contract.id === id)!;
  const allowedActor = (contract: Contract): MatrixActor =>
    world.actors.find(
      (actor) => actor.hasAccount && answerOf(policies, contract, actor.role, actor.ties) === 'passes',
    ) ?? world.actors[0]!;
  const seesNoChart = (role: HumanRole): boolean =>
    ['front_desk', 'billing', 'administrator', 'privacy_officer', 'records_officer'].includes(role);
});
