import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type pg from 'pg';
import { createAuthorise, serviceRoles, type HumanRole } from '#features/access/index.ts';
import { newId, type PatientId } from '#platform/ids.ts';
import { systemSubject } from '#platform/kms/sealer.ts';
import { contracts, policies } from '../../server/routes.ts';
import { rowExamples } from './matrix-examples.ts';
import {
  answerOf,
  mayReach,
  mayReadOwnSet,
  mayReadSet,
  readableSets,
  rowSetsOf,
  usesOfPeople,
  type RowSet,
} from './matrix-oracle.ts';
import { inParallel, makeWorld, type MatrixActor, type World } from './matrix-world.ts';

const personal = contracts.filter((contract) => contract.audience !== 'public' && contract.audience !== 'service');

describe('access matrix in raw SQL: every set of rows, role and relationship', () => {
  let world: World;
  before(async () => {
    world = await makeWorld();
  });
  after(() => world?.drop());

  const actorOf = (role: HumanRole, tie: string): MatrixActor =>
    world.actors.find((actor) => actor.role === role && actor.tie === tie)!;

  const sets = readableSets(policies);

  type Seen = { known: number; foreign: number; rows: number; own: number };

  /** As the door does before anything else (access.enter): from here on, look-ups about the known patient go by it. */
  const openCharts = async (): Promise<void> => {
    const client = await world.database.pool('superuser').connect();
    try {
      for (const { person } of world.actors) {
        await client.query("select set_config('app.cap', $1, false)", [person.capability]);
        await client.query('select access.open_chart($1)', [world.known.id]);
      }
      const { rows } = await client.query('select count(*)::int as n from access.chart where patient_id = $1', [
        world.known.id,
      ]);
      assert.ok(rows[0].n >= world.actors.filter(({ hasAccount }) => hasAccount).length);
    } finally {
      client.release(true);
    }
  };

  /** What raw SQL of the role shows of every set of rows, by one statement. @param patient whose chart is open */
  const lookAround = async (
    login: pg.Pool,
    of: readonly RowSet[],
    capability: string,
    account: string,
    patient = '',
  ): Promise<Seen[]> => {
    const counted = of.map(({ table, where, patientColumn, accountColumn }, i) => {
      const patient = patientColumn ?? 'null::uuid';
      return `select ${i} as i, count(*) filter (where ${patient} = $1)::int as known, count(*) filter (where ${patient} = $2)::int as foreign,
        count(*) filter (where ${patient} is distinct from '${systemSubject}')::int as rows, count(*) filter (where ${accountColumn ?? 'null::uuid'} = $3)::int as own from ${table} where ${where ?? 'true'}`;
    });
    const client = await login.connect();
    try {
      await client.query('begin');
      await client.query("select set_config('app.cap', $1, true), set_config('app.patient', $2, true)", [
        capability,
        patient,
      ]);
      const { rows } = await client.query(`select * from (${counted.join(' union all ')}) c order by i`, [
        world.known.id,
        world.foreign.id,
        account,
      ]);
      await client.query('commit');
      return rows;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  };

  const nameOf = ({ table, where }: RowSet): string => (where ? `${table} where ${where}` : table);

  it('has rows of both patients in every set, so that seeing none means something', async () => {
    const everything = await lookAround(
      world.database.pool('superuser'),
      sets,
      '',
      actorOf('nurse', 'no tie').person.accountId,
    );
    sets.forEach((set, i) => {
      const seen = everything[i]!;
      // Entries that only the patient's own page makes.
      const isEmptyByNature = set.patientColumn === undefined ? seen.rows > 0 : true;
      assert.ok(isEmptyByNature, `${nameOf(set)} has no row`);
      if (set.patientColumn && !set.accountColumn && set.table !== 'identity.invitation') {
        assert.ok(seen.known > 0, `${nameOf(set)} has no row of the known patient`);
        assert.ok(seen.foreign > 0, `${nameOf(set)} has no row of the other patient`);
      }
      if (set.accountColumn) assert.ok(seen.own > 0, `${nameOf(set)} has no row of the account`);
    });
  });

  const showsWhatThePolicySays = async (patient = ''): Promise<void> => {
    const wrong: string[] = [];
    await inParallel(world.actors, 2, async (actor) => {
      const { person, role, ties, tie, hasAccount } = actor;
      const seen = await lookAround(world.database.pool('app'), sets, person.capability, person.accountId, patient);
      sets.forEach((set, i) => {
        const { known, foreign, rows, own } = seen[i]!;
        const say = (what: string): void => void wrong.push(`${nameOf(set)} as ${role} with ${tie}: ${what}`);
        if (set.accountColumn) {
          if (own > 0 !== (hasAccount && mayReadOwnSet(set, role))) say(`${own} own rows`);
          if (rows !== own) say(`${rows - own} rows of other accounts`);
        } else if (set.patientColumn) {
          if (known > 0 !== mayReadSet(set, role, ties)) say(`${known} rows of the known patient`);
          if (foreign > 0 !== mayReadSet(set, role, [])) say(`${foreign} rows of the other patient`);
          if (!mayReadSet(set, role, []) && rows !== known) say(`${rows - known} rows of others`);
        } else if (rows > 0 !== mayReadSet(set, role, [])) say(`${rows} rows`);
      });
    });
    assert.deepEqual(wrong, []);
  };

  it('shows raw SQL exactly what the policy says, for every role and tie', () => showsWhatThePolicySays());

  it('shows the same by a chart that is open', async () => {
    await openCharts();
    await showsWhatThePolicySays(world.known.id);
  });

  it('agrees with the server: where a look is answered, raw SQL has the rows, and where it is refused, none', async () => {
    const authorise = createAuthorise(policies);
    let compared = 0;
    const wrong: string[] = [];
    for (const contract of personal.filter((each) => each.patient !== undefined)) {
      const of = sets.filter(
        (set) =>
          set.patientColumn &&
          set.uses.some(
            ({ policy, select }) => policy.resource === contract.resource && select.includes(contract.action),
          ),
      );
      for (const { person, role, ties, tie } of world.actors) {
        if (of.length === 0) continue;
        const isAudience =
          answerOf(policies, { ...contract, audience: 'any' }, role, ties) === answerOf(policies, contract, role, ties);
        if (!isAudience) continue;
        const seen = await lookAround(world.database.pool('app'), of, person.capability, person.accountId);
        const areas = ties.flatMap(({ view = [], act = [] }) => [...view, ...act].map((area) => `${area}:view`));
        const isAllowed = authorise(contract, { role, relationships: ties.map(({ kind }) => kind), areas }).allow;
        // Heads are shared by several resources: a set that others open too says nothing about this one.
        const alone = of.map((set, i) => ({ set, seen: seen[i]! })).filter(({ set }) => usesOfPeople(set).length === 1);
        compared += alone.length;
        for (const { set, seen: here } of alone) {
          if (here.known > 0 !== isAllowed) wrong.push(`${contract.id} as ${role} with ${tie}: ${nameOf(set)}`);
        }
      }
    }
    assert.ok(compared > 500, 'the comparison compares nothing');
    assert.deepEqual(wrong, []);
  });

  it('shows nothing to a connection without a capability', async () => {
    const seen = await lookAround(world.database.pool('app'), sets, '', newId<PatientId>());
    assert.deepEqual(sets.filter((_set, i) => seen[i]!.rows > 0).map(nameOf), []);
  });

  it('takes rows from people only where the policy lets their role write them', async () => {
    const writable = rowSetsOf(policies).flatMap((set) =>
      (['insert', 'update', 'delete'] as const).flatMap((command) => {
        const uses = policies.flatMap((policy) =>
          policy.tables
            .filter((table) => table.table === set.table && table.where === set.where)
            .map((table) => ({ policy, actions: table[command] ?? [] })),
        );
        const forPeople = uses.filter(({ policy, actions }) =>
          policy.rules.some((rule) => 'role' in rule && rule.actions.some((action) => actions.includes(action))),
        );
        return forPeople.length === 0
          ? []
          : [{ key: `${set.table} ${set.where ?? ''} ${command}`.replaceAll('  ', ' '), uses: forPeople }];
      }),
    );
    const wrong: string[] = [];
    await openCharts();
    for (const { key, uses } of writable) {
      const example = rowExamples[key];
      assert.ok(example, `no example row for "${key}"`);
      for (const { person, role, ties, tie } of world.actors) {
        const client = await world.database.pool('app').connect();
        try {
          await client.query('begin');
          await client.query("select set_config('app.cap', $1, true)", [person.capability]);
          const { sql, values } = example(world.known.id);
          const take = () =>
            client.query(sql, values).then(
              ({ rowCount }) => rowCount === 1,
              (error: { code?: string }) => {
                if (error.code !== '42501') throw error;
                return false;
              },
            );
          await client.query('savepoint before');
          const isTaken = await take();
          await client.query('rollback to before');
          await client.query("select set_config('app.patient', $1, true)", [world.known.id]);
          if ((await take()) !== isTaken) wrong.push(`${key} as ${role} with ${tie}: otherwise by a chart`);
          const isWanted = uses.some(({ policy, actions }) =>
            actions.some((action) => mayReach(policy, action, role, ties)),
          );
          if (isTaken !== isWanted) wrong.push(`${key} as ${role} with ${tie}: ${isTaken ? 'taken' : 'refused'}`);
        } finally {
          await client.query('rollback');
          client.release();
        }
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('shows each program what its own rules name', async () => {
    const wrong: string[] = [];
    for (const [service, role] of Object.entries(serviceRoles)) {
      for (const set of rowSetsOf(policies)) {
        const isWanted = set.uses.some(({ policy, select }) =>
          policy.rules.some(
            (rule) =>
              'service' in rule && rule.service === service && rule.actions.some((action) => select.includes(action)),
          ),
        );
        const seen = await lookAround(world.database.pool(role), [set], '', newId<PatientId>()).then(
          ([found]) => found!.rows,
          (error: { code?: string }) => {
            if (error.code !== '42501') throw error;
            return 0;
          },
        );
        const [{ rows: all }] = (await lookAround(world.database.pool('superuser'), [set], '', newId<PatientId>())) as [
          Seen,
        ];
        if (all > 0 && seen > 0 !== isWanted) wrong.push(`${nameOf(set)} as ${service}: ${seen} of ${all}`);
      }
    }
    assert.deepEqual(wrong, []);
  });
});
