import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type pg from 'pg';
import { newId, type AccountId, type PatientId, type RoleGrantId, type SessionId } from '#platform/ids.ts';
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts';
import {
  ageSession,
  endRelationships,
  endRole,
  makePatient,
  makePerson,
  relatePerson,
  revokeSession,
  type Person,
} from '../../test/harness/people.ts';

const rules = `delete from access.policy_rule;
insert into access.policy_rule (resource, action, role, relationship, area, mode) values
  ('t.clinical', 'read', 'patient', 'self', null, 'view'),
  ('t.clinical', 'read', 'nurse', 'care_team', null, 'view'),
  ('t.clinical', 'read', 'nurse', 'open_task', null, 'view'),
  ('t.clinical', 'read', 'trusted_person', 'trusted_person', 'results', 'view'),
  ('t.clinical', 'write', 'trusted_person', 'trusted_person', 'results', 'act'),
  ('t.other', 'read', 'nurse', 'pool_member', null, 'view'),
  ('t.desk', 'read', 'front_desk', 'any', null, 'view'),
  ('t.own', 'read', 'nurse', 'own', null, 'view');`;

/** What the database says about a capability, in one transaction as `app`. */
const ask = async (app: pg.Pool, capability: string, text: string, values: unknown[] = []) => {
  const client = await app.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('app.cap', $1, true)", [capability]);
    const { rows } = await client.query(text, values);
    await client.query('commit');
    return rows;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
};

describe('who is asking, by the database', () => {
  let database: TestDatabase & { drop(): Promise<void> };
  let owner: pg.Pool;
  let app: pg.Pool;

  const me = (person: { capability: string }, patientId: string | null = null) =>
    ask(app, person.capability, 'select * from access.me($1)', [patientId]);
  const patients = async (
    person: { capability: string },
    action = 'read',
    resource = 't.clinical',
  ): Promise<string[]> =>
    (await ask(app, person.capability, 'select access.patient_ids($1, $2) as ids', [resource, action]))[0].ids;
  const isGone = async (person: Person, patientId: string): Promise<void> => {
    assert.deepEqual(await me(person, patientId), []);
    assert.deepEqual(await patients(person), []);
    const [row] = await ask(
      app,
      person.capability,
      `select access.account_id() as account, access.any_patient('t.desk', 'read') as any, access.own_account('t.own', 'read') as own,
        access.related('t', '{"patient self","nurse care_team"}', '{results}', '{results}') as ids, (select count(*)::int from access.my_patients()) as mine`,
    );
    assert.deepEqual(row, { account: null, any: false, own: null, ids: [], mine: 0 });
  };

  before(async () => {
    database = await freshDatabase();
    owner = database.pool('owner');
    app = database.pool('app');
    await owner.query(`begin; set local role app_owner; ${rules} commit`);
  });
  after(() => database.drop());

  it('knows a live session, its role and its relationships with one patient', async () => {
    const patientId = newId<PatientId>();
    const nurse = await makePerson(owner, {
      role: 'nurse',
      relationships: [
        { kind: 'care_team', patientId },
        { kind: 'open_task', patientId },
        { kind: 'care_team', patientId: newId<PatientId>() },
      ],
    });
    const [row] = await me(nurse, patientId);
    assert.equal(row.account_id, nurse.accountId);
    assert.equal(row.session_id, nurse.sessionId);
    assert.equal(row.role, 'nurse');
    assert.deepEqual(row.relationships.toSorted(), ['care_team', 'open_task']);
    assert.deepEqual(row.areas, []);
    assert.equal(row.touch_due, false);
    assert.equal((await me(nurse, newId<PatientId>()))[0].relationships.length, 0);
    assert.equal((await me(nurse))[0].relationships.length, 0);
    assert.equal(new Set(await patients(nurse)).size, 2);
    assert.deepEqual(await patients(nurse, 'write'), []);
    assert.deepEqual(await patients(nurse, 'read', 't.other'), []);
    const [rights] = await ask(
      app,
      nurse.capability,
      `select access.related('t', '{"nurse care_team"}', '{}', '{}') as ids, access.related('t', '{"clinician care_team"}', '{}', '{}') as other_role, access.own_account('t.own', 'read') as own,
        access.own_account('t.clinical', 'read') as not_own, access.any_patient('t.desk', 'read') as any`,
    );
    assert.equal(rights.ids.length, 2);
    assert.deepEqual(rights.other_role, []);
    assert.deepEqual([rights.own, rights.not_own, rights.any], [nurse.accountId, null, false]);
  });

  it('knows nobody without, with an unknown, or with an empty capability', async () => {
    const patient = await makePatient(owner);
    for (const capability of ['', randomBytes(32).toString('hex'), 'ff', patient.accountId.replaceAll('-', '')]) {
      assert.deepEqual(await me({ capability }, patient.patientId), []);
      assert.deepEqual(await patients({ capability }), []);
    }
    assert.deepEqual((await app.query('select * from access.me(null)')).rows, []);
    // The hash that is stored is no capability: a stolen session table opens nothing.
    const stored = createHash('sha256').update(Buffer.from(patient.capability, 'hex')).digest('hex');
    assert.deepEqual(await me({ capability: stored }), []);
  });

  it('ends a session when idle, at its absolute end, when revoked, and when its role ends', async () => {
    const ends: ((person: Person) => Promise<void>)[] = [
      (person) => ageSession(owner, person, { idleS: 600 }),
      (person) => ageSession(owner, person, { openS: 8 * 3600 }),
      (person) => revokeSession(owner, person),
      (person) => endRole(owner, person, 'revoked'),
      (person) => endRole(owner, person, 'ran out'),
    ];
    for (const end of ends) {
      const patient = await makePatient(owner);
      assert.deepEqual(await patients(patient), [patient.patientId]);
      await end(patient);
      await isGone(patient, patient.patientId);
    }
  });

  it('touches at most once a minute, and never brings a session back', async () => {
    const patient = await makePatient(owner);
    await ageSession(owner, patient, { idleS: 59 });
    assert.equal((await me(patient))[0].touch_due, false);
    await ageSession(owner, patient, { idleS: 120 });
    const [before_] = await me(patient);
    assert.equal(before_.touch_due, true);
    await ask(app, patient.capability, 'select access.touch_session()');
    const [after_] = await me(patient);
    assert.equal(after_.touch_due, false);
    assert.ok(after_.idle_deadline > before_.idle_deadline);
    assert.deepEqual(after_.absolute_deadline, before_.absolute_deadline);
    await ageSession(owner, patient, { idleS: 601 });
    await ask(app, patient.capability, 'select access.touch_session()');
    await isGone(patient, patient.patientId);
  });

  it('counts a relationship from its beginning to its end only', async () => {
    const patientId = newId<PatientId>();
    const nurse = await makePerson(owner, { role: 'nurse' });
    assert.deepEqual(await patients(nurse), []);
    await relatePerson(owner, nurse, { kind: 'care_team', patientId, from: new Date(Date.now() + 3_600_000) });
    assert.deepEqual(await patients(nurse), [], 'not yet');
    assert.deepEqual((await me(nurse, patientId))[0].relationships, []);
    await relatePerson(owner, nurse, { kind: 'open_task', patientId, until: new Date(Date.now() + 3_600_000) });
    assert.deepEqual(await patients(nurse), [patientId]);
    await endRelationships(owner, nurse, patientId);
    assert.deepEqual(await patients(nurse), [], 'over');
    assert.deepEqual((await me(nurse, patientId))[0].relationships, []);
  });

  it('lets a role use only its own kinds of relationship', async () => {
    const patientId = newId<PatientId>();
    const kinds = ['self', 'care_team', 'pool_member', 'todays_schedule'] as const;
    const nurse = await makePerson(owner, {
      role: 'nurse',
      relationships: [
        { kind: 'self', patientId },
        { kind: 'trusted_person', patientId, viewAreas: ['results'] },
      ],
    });
    assert.deepEqual(await patients(nurse), []);
    const billing = await makePerson(owner, {
      role: 'billing',
      relationships: kinds.map((kind) => ({ kind, patientId })),
    });
    assert.deepEqual(await patients(billing), []);
  });

  it('opens to a trusted person the parts that were opened: to see, or to act', async () => {
    const person = (viewAreas: 'results'[] | 'billing'[], actAreas: 'results'[]) => {
      const patientId = newId<PatientId>();
      return makePerson(owner, {
        role: 'trusted_person',
        relationships: [{ kind: 'trusted_person', patientId, viewAreas, actAreas }],
      }).then((made) => ({ ...made, patientId }));
    };
    const looking = await person(['results'], []);
    assert.deepEqual((await me(looking, looking.patientId))[0].areas, ['results:view']);
    assert.deepEqual(await patients(looking, 'read'), [looking.patientId]);
    assert.deepEqual(await patients(looking, 'write'), []);
    const acting = await person([], ['results']);
    assert.deepEqual((await me(acting, acting.patientId))[0].areas, ['results:act', 'results:view']);
    assert.deepEqual(await patients(acting, 'read'), [acting.patientId]);
    assert.deepEqual(await patients(acting, 'write'), [acting.patientId]);
    const elsewhere = await person(['billing'], []);
    assert.deepEqual((await me(elsewhere, elsewhere.patientId))[0].areas, ['billing:view']);
    assert.deepEqual(await patients(elsewhere, 'read'), []);
  });

  it('narrows a session that acts for one patient to that patient', async () => {
    const first = newId<PatientId>();
    const second = newId<PatientId>();
    const bonds = [first, second].map(
      (patientId) => ({ kind: 'trusted_person', patientId, viewAreas: ['results'] }) as const,
    );
    const parent = await makePerson(owner, { role: 'trusted_person', relationships: bonds });
    assert.equal((await patients(parent)).length, 2);
    const narrowed = await makePerson(owner, { role: 'trusted_person', accountId: parent.accountId, actingFor: first });
    assert.deepEqual(await patients(narrowed), [first]);
    assert.deepEqual((await me(narrowed, second))[0].relationships, []);
    assert.deepEqual((await me(narrowed, first))[0].relationships, ['trusted_person']);
  });
});

describe('opening and ending sessions', () => {
  let database: TestDatabase & { drop(): Promise<void> };
  let identity: pg.Pool;
  let owner: pg.Pool;

  before(async () => {
    database = await freshDatabase();
    identity = database.pool('app_identity');
    owner = database.pool('owner');
  });
  after(() => database.drop());

  const open = (account: string, role: string, over: { idle?: string; life?: string } = {}) => {
    const cap = randomBytes(32);
    const capHash = createHash('sha256').update(cap).digest();
    return identity
      .query('select access.open_session($1, $2, $3, $4, $5, null, null, $6::interval, $7::interval)', [
        capHash,
        newId<SessionId>(),
        account,
        role,
        'aal2',
        over.idle ?? '10 minutes',
        over.life ?? '8 hours',
      ])
      .then(() => cap.toString('hex'));
  };
  const grant = (account: string, role: string) =>
    identity.query('select access.grant_role($1, $2, $3, $4, $4)', [
      newId<RoleGrantId>(),
      account,
      role,
      newId<AccountId>(),
    ]);
  const isLive = async (capability: string): Promise<boolean> =>
    (await ask(database.pool('app'), capability, 'select 1 from access.me(null)')).length === 1;

  it('needs the role, and stays within the limits of NIST SP 800-63B-4 at AAL2', async () => {
    const account = newId<AccountId>();
    await assert.rejects(open(account, 'nurse'), { code: '42501' });
    await grant(account, 'nurse');
    assert.equal(await isLive(await open(account, 'nurse')), true);
    await assert.rejects(open(account, 'clinician'), { code: '42501' });
    await assert.rejects(open(account, 'nurse', { idle: '61 minutes' }), { code: '23514' });
    await assert.rejects(open(account, 'nurse', { life: '25 hours' }), { code: '23514' });
  });

  it('ends one session, all of an account, or all of a role at once', async () => {
    const account = newId<AccountId>();
    await grant(account, 'nurse');
    await grant(account, 'front_desk');
    await grant(account, 'front_desk');
    assert.deepEqual((await identity.query('select access.roles_of($1) as roles', [account])).rows[0].roles, [
      'front_desk',
      'nurse',
    ]);
    const [one, two, desk] = [
      await open(account, 'nurse'),
      await open(account, 'nurse'),
      await open(account, 'front_desk'),
    ];
    const [{ session_id: id }] = await ask(database.pool('app'), one, 'select session_id from access.me(null)');
    const foreign = await identity.query('select access.revoke_session($1, $2) as done', [id, newId<AccountId>()]);
    assert.equal(foreign.rows[0].done, false, 'of another account');
    assert.equal(
      (await identity.query('select access.revoke_session($1, $2) as done', [id, account])).rows[0].done,
      true,
    );
    assert.deepEqual([await isLive(one), await isLive(two), await isLive(desk)], [false, true, true]);
    await identity.query('select access.revoke_role($1, $2)', [account, 'nurse']);
    assert.deepEqual([await isLive(two), await isLive(desk)], [false, true]);
    const ended = await identity.query('select access.revoke_account_sessions($1) as n', [account]);
    assert.equal(ended.rows[0].n, 1);
    assert.equal(await isLive(desk), false);
  });

  it('never lets an administrator hold a chart or custody role too, in either order', async () => {
    for (const role of ['clinician', 'nurse', 'records_officer']) {
      const first = newId<AccountId>();
      await grant(first, 'administrator');
      await assert.rejects(grant(first, role), /administrator/);
      const second = newId<AccountId>();
      await grant(second, role);
      await assert.rejects(grant(second, 'administrator'), /administrator/);
      await identity.query('select access.revoke_role($1, $2)', [second, role]);
      await grant(second, 'administrator');
    }
  });

  it('writes no grant without an approver', async () => {
    await assert.rejects(
      identity.query('select access.grant_role($1, $2, $3, $4, null)', [
        newId<RoleGrantId>(),
        newId<AccountId>(),
        'nurse',
        newId<AccountId>(),
      ]),
      { code: '23502' },
    );
  });

  it('never turns a session into another one, not even as its keeper', async () => {
    const person = await makePerson(owner, { role: 'nurse' });
    for (const change of [
      `account_id = '${newId<AccountId>()}'`,
      "role = 'clinician'",
      `acting_for = '${newId<PatientId>()}'`,
    ]) {
      await assert.rejects(
        owner.query(
          `begin; set local role access_reader; update access.session set ${change} where id = '${person.sessionId}'`,
        ),
        /cannot become another/,
      );
      await owner.query('rollback');
    }
    await revokeSession(owner, person);
    await assert.rejects(
      owner.query(
        `begin; set local role access_reader; update access.session set revoked_at = null where id = '${person.sessionId}'`,
      ),
      /cannot become another/,
    );
    await owner.query('rollback');
  });

  it('lets each process write only the kinds of relationship that its features own', async () => {
    const relate = (pool: pg.Pool, kind: string, account: string, patient: string) =>
      pool.query('select access.relate($1, $2, $3, $4) as id', [newId<AccountId>(), kind, account, patient]);
    const account = newId<AccountId>();
    const patient = newId<PatientId>();
    const importer = database.pool('app_importer');
    const first = await relate(identity, 'self', account, patient);
    const again = await relate(identity, 'self', account, patient);
    assert.equal(first.rows[0].id, again.rows[0].id, 'the same relationship, not a second one');
    await assert.rejects(relate(identity, 'care_team', account, patient), { code: '42501' });
    await assert.rejects(relate(importer, 'self', account, patient), { code: '42501' });
    await relate(importer, 'care_team', account, patient);
    await assert.rejects(relate(database.pool('app'), 'care_team', account, patient), { code: '42501' });
    const end = (pool: pg.Pool, kind: string) =>
      pool.query('select access.end_relationship($1, $2, $3) as n', [kind, account, patient]);
    await assert.rejects(end(importer, 'self'), { code: '42501' });
    assert.equal((await end(importer, 'care_team')).rows[0].n, 1);
    assert.equal((await end(importer, 'care_team')).rows[0].n, 0);
  });
});
