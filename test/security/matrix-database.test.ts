import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type pg from 'pg';
import { compilePolicies, generatePoliciesSql, serviceRoles } from '#features/access/index.ts';
import { newId, type PatientId } from '#platform/ids.ts';
import { policies } from '../../server/routes.ts';
import { freshDatabase, type TestDatabase } from '../harness/database.ts';
import { makePatient, makePerson } from '../harness/people.ts';

/** Roles that may own tables or definer functions: none of them can sign in. */
const keepers = ['app_owner', 'access_reader'];
const processRoles = Object.values(serviceRoles);

/**
 * Privileges of process roles on tables that no policy names, each with its reason.
 * `portico.installation`: one row, the clinic's name; `graphile_worker`: the worker's own job queue.
 */
const outsidePolicy = (table: string, role: string): boolean =>
  table === 'portico.installation' || (table.startsWith('graphile_worker.') && role === 'app_worker');

describe('the database itself', () => {
  let database: TestDatabase & { drop(): Promise<void> };
  let owner: pg.Pool;

  before(async () => {
    database = await freshDatabase();
    owner = database.pool('owner');
  });
  after(() => database.drop());

  const rows = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows;
  const ourSchemas = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname not like 'pg_temp%'`;

  it('has no process role that is a superuser, bypasses row security, owns or inherits anything', async () => {
    const roles = [...processRoles, ...keepers];
    const found = await rows(
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolcanlogin from pg_roles
       where rolname = any($1)`,
      [roles],
    );
    assert.equal(found.length, roles.length);
    for (const role of found) {
      assert.deepEqual(
        [role.rolsuper, role.rolbypassrls, role.rolcreaterole, role.rolcreatedb, role.rolreplication],
        [false, false, false, false, false],
        role.rolname,
      );
      assert.equal(role.rolcanlogin, !keepers.includes(role.rolname), role.rolname);
    }
    const memberships = await rows(
      `select m.member::regrole::text as member, m.roleid::regrole::text as role from pg_auth_members m
       where m.member::regrole::text = any($1)`,
      [roles],
    );
    assert.deepEqual(memberships, []);
    const owned = await rows(
      `select c.oid::regclass::text as name, c.relowner::regrole::text as owner from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       where c.relowner::regrole::text = any($1) and n.nspname <> 'graphile_worker' and ${ourSchemas}`,
      [processRoles],
    );
    assert.deepEqual(owned, []);
    const creators = await rows(
      `select n.nspname as schema, r.rolname as role from pg_namespace n cross join pg_roles r
       where r.rolname = any($1) and has_schema_privilege(r.oid, n.oid, 'create') and ${ourSchemas}
         and not (n.nspname = 'graphile_worker' and r.rolname = 'app_worker')`,
      [[...processRoles, 'access_reader']],
    );
    assert.deepEqual(creators, [], 'nobody but the owner makes anything at run time');
  });

  it('forces row security on every table that a process role can reach, and on every one of ours', async () => {
    const open = await rows(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and ${ourSchemas} and n.nspname <> 'portico_ledger'
         and not (c.relrowsecurity and c.relforcerowsecurity)
         and not (n.nspname = 'graphile_worker' and c.relrowsecurity)`,
    );
    assert.deepEqual(open, []);
    const ledger = await rows(
      `select r.rolname from pg_roles r where r.rolname = any($1) and has_schema_privilege(r.oid, 'portico_ledger', 'usage')`,
      [[...processRoles, ...keepers]],
    );
    assert.deepEqual(ledger, [], 'the ledger of migrations is the migration owner’s alone');
    const unreadable = await rows(
      `select c.oid::regclass::text as view from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('v', 'm') and ${ourSchemas} and n.nspname <> 'graphile_worker'
         and not coalesce(c.reloptions @> array['security_invoker=true'], false)`,
    );
    assert.deepEqual(unreadable, [], 'a view without security_invoker would read as its owner');
  });

  it('lets people and programs at rows only by policies made from the policy', async () => {
    const policiesToPeople = await rows(
      `select p.polrelid::regclass::text as table, p.polname as name from pg_policy p
       join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
       where p.polname not like 'rule: %' and n.nspname not in ('graphile_worker')
         and not (select array_agg(r::regrole::text) from unnest(p.polroles) r) <@ $1`,
      [keepers],
    );
    assert.deepEqual(
      policiesToPeople.filter((found) => found.table !== 'portico.installation'),
      [],
    );
    const [{ n }] = await rows(`select count(*)::int as n from pg_policy where polname like 'rule: %'`);
    assert.equal(n, generatePoliciesSql(policies).match(/^create policy "rule: /gm)?.length);
  });

  it('holds exactly the compiled rules', async () => {
    const client = await owner.connect();
    try {
      await client.query('begin; set local role access_reader');
      const found = await client.query(
        'select resource, action, role, relationship, area, mode from access.policy_rule order by 1, 2, 3, 4, 5',
      );
      await client.query('rollback');
      const key = (rule: object): string => JSON.stringify(rule);
      assert.deepEqual(
        new Set(found.rows.map(key)),
        new Set(compilePolicies(policies).rules.map((rule) => key({ ...rule }))),
      );
    } finally {
      client.release();
    }
  });

  it('grants the process roles what the policy names and nothing else', async () => {
    const wanted = new Set<string>();
    for (const [, privileges, table, role] of generatePoliciesSql(policies).matchAll(
      /^grant ([a-z_, ()]+) on ([a-z_.]+) to (app[a-z_]*);$/gm,
    )) {
      for (const [, privilege] of privileges!.matchAll(/(select|insert|update|delete)/g)) {
        wanted.add(`${role} ${privilege} ${table}`);
      }
    }
    const given = await rows(
      `select c.oid::regclass::text as table, a.grantee::regrole::text as role, lower(a.privilege_type) as privilege
       from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
       where ${ourSchemas} and c.relkind in ('r', 'p', 'v', 'm', 'S')
         and (a.grantee = 0 or a.grantee::regrole::text = any($1))
       union
       select c.oid::regclass::text, a.grantee::regrole::text, lower(a.privilege_type)
       from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace,
         aclexplode(t.attacl) a
       where ${ourSchemas} and (a.grantee = 0 or a.grantee::regrole::text = any($1))`,
      [processRoles],
    );
    const unexpected = given
      .filter(({ table, role }) => !outsidePolicy(table, role))
      .map(({ table, role, privilege }) => `${role} ${privilege} ${table}`)
      .filter((one) => !wanted.has(one));
    assert.deepEqual(unexpected, []);
    assert.deepEqual(
      given
        .filter(({ privilege }) => ['truncate', 'trigger', 'references'].includes(privilege))
        .filter(({ table, role }) => !outsidePolicy(table, role)),
      [],
    );
  });

  it('has no function of ours that anybody may execute, and no definer function with a loose path or a wrong owner', async () => {
    const functions = await rows(
      `select p.oid::regprocedure::text as name, n.nspname as schema, p.proowner::regrole::text as owner, p.prosecdef as definer,
         coalesce(p.proconfig, '{}') as config,
         exists (select 1 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0) as public,
         array(select r.rolname::text from pg_roles r where r.rolname = any($1) and has_function_privilege(r.oid, p.oid, 'execute')
           order by 1) as runners
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where ${ourSchemas} and n.nspname <> 'graphile_worker'`,
      [processRoles],
    );
    assert.ok(functions.length > 20);
    for (const f of functions) {
      assert.equal(f.public, false, `${f.name} may be executed by everybody`);
      const path = (f.config as string[]).find((setting) => setting.startsWith('search_path='));
      assert.match(path ?? '', /^search_path=pg_catalog, pg_temp$/, `${f.name} has no fixed search_path`);
      if (f.definer) assert.ok(keepers.includes(f.owner), `${f.name} runs with the rights of ${f.owner}`);
    }
    const runnersOf = (name: string): string[] =>
      functions.filter((f) => f.name.startsWith(`access.${name}(`)).flatMap((f) => f.runners as string[]);
    for (const name of [
      'open_session',
      'revoke_session',
      'revoke_account_sessions',
      'roles_of',
      'grant_role',
      'revoke_role',
      'end_session',
      'replace_session',
    ]) {
      assert.deepEqual(runnersOf(name), ['app_identity'], `access.${name}`);
    }
    for (const name of ['relate', 'end_relationship']) {
      assert.deepEqual(runnersOf(name), ['app_identity', 'app_importer', 'app_worker'], `access.${name}`);
    }
    for (const f of functions.filter((each) => each.schema === 'identity')) {
      assert.ok(
        (f.runners as string[]).every((role) => role === 'app_identity'),
        `${f.name} is identity’s alone`,
      );
    }
  });

  it('shows the sessions, roles and relationships to no process role', async () => {
    for (const role of processRoles) {
      for (const table of ['session', 'role_grant', 'relationship', 'policy_rule', 'live_session']) {
        await assert.rejects(database.pool(role).query(`select 1 from access.${table} limit 1`), { code: '42501' });
      }
      await assert.rejects(database.pool(role).query('set role app_owner'), { code: '42501' });
      await assert.rejects(database.pool(role).query('set role access_reader'), { code: '42501' });
      await assert.rejects(database.pool(role).query('set row_security = off; select 1 from audit.event limit 1'));
    }
  });
});

describe('an SQL injection', () => {
  let database: TestDatabase & { drop(): Promise<void> };
  let owner: pg.Pool;
  let app: pg.Pool;

  // A clinic of its own: two patients with one note each, under rules made by the real generator.
  const clinic = [
    {
      resource: 'drill.note',
      title: 'Notes',
      rules: [{ role: 'patient', actions: ['read', 'write'], relationship: 'self' }],
      tables: [
        { table: 'drill.note', patientColumn: 'patient_id', select: ['read'], insert: ['write'], update: ['write'] },
      ],
    },
  ] as const;
  const a = { patientId: newId<PatientId>() };
  const b = { patientId: newId<PatientId>() };
  let capabilityA = '';
  let capabilityB = '';

  before(async () => {
    database = await freshDatabase();
    owner = database.pool('owner');
    app = database.pool('app');
    await owner.query(`begin; create schema drill authorization app_owner; set local role app_owner;
      create table drill.note (id uuid default gen_random_uuid(), patient_id uuid not null, body text not null, primary key (patient_id, id));
      create table drill.forgotten (id int, body text);
      insert into drill.note (patient_id, body) values ('${a.patientId}', 'of A'), ('${b.patientId}', 'of B');
      insert into drill.forgotten values (1, 'no policy names me');
      create table drill.naive (patient_id uuid not null, body text not null);
      insert into drill.naive values ('${a.patientId}', 'of A'), ('${b.patientId}', 'of B');
      alter table drill.naive enable row level security; alter table drill.naive force row level security;
      create policy trusts_a_setting on drill.naive using (patient_id::text = current_setting('app.patient_id', true));
      grant usage on schema drill to app; grant select on drill.forgotten, drill.naive to app;
      commit`);
    await owner.query(generatePoliciesSql([...policies, ...clinic]));
    capabilityA = (await makePatient(owner, a)).capability;
    capabilityB = (await makePatient(owner, b)).capability;
  });
  after(() => database.drop());

  /** A query written the wrong way, on purpose: what a caller types becomes SQL. */
  const injectable = async (typed: string, capability = capabilityA): Promise<unknown[]> => {
    const client = await app.connect();
    try {
      await client.query('begin');
      await client.query("select set_config('app.cap', $1, true)", [capability]);
      const result = await client.query(`select body from drill.note where body like '${typed}'`);
      return (Array.isArray(result) ? result : [result])
        .flatMap((each) => each.rows ?? [])
        .map((row) => row.body ?? row);
    } finally {
      await client.query('rollback').catch(() => undefined);
      client.release();
    }
  };
  const foreign = (found: unknown[]): unknown[] => found.filter((body) => JSON.stringify(body).includes('of B'));

  it('reads what the caller may read anyway', async () => {
    assert.deepEqual(await injectable('%'), ['of A']);
    assert.deepEqual(await injectable("x' or 1=1 --"), ['of A']);
    assert.deepEqual(await injectable('%', capabilityB), ['of B']);
    assert.deepEqual(await injectable('%', ''), []);
  });

  it('would read everybody if a policy trusted a setting (so the drill can tell)', async () => {
    const attempt = `x' union all select set_config('app.patient_id', '${b.patientId}', true) union all select body from drill.naive where '1' = '1`;
    assert.deepEqual(foreign(await injectable(attempt)), ['of B']);
  });

  const settings = [
    ['app.patient_id', () => b.patientId],
    ['app.account_id', () => b.patientId],
    ['app.user_id', () => b.patientId],
    ['app.role', () => 'administrator'],
    ['row_security', () => 'off'],
    ['session_replication_role', () => 'replica'],
    ['role', () => 'app_owner'],
    ['session_authorization', () => 'postgres'],
    ['app.cap', () => '00'.repeat(32)],
    ['app.cap', () => ''],
    ['app.cap', () => b.patientId.replaceAll('-', '').repeat(2)],
  ] as const;

  for (const [setting, value] of settings) {
    it(`gains nothing by set_config('${setting}') in a UNION, a subquery or a statement of its own`, async () => {
      const set = `set_config('${setting}', '${value()}', true)`;
      const attempts = [
        `x' union all select ${set} union all select body from drill.note where '1' = '1`,
        `x' or ${set} is not null or body like '%`,
        `%' and (select ${set}) is not null and '1' = '1`,
        `x'; select ${set} as body; select body from drill.note --`,
        `x' union all select body from (select ${set} as s, n.body from drill.note n) z where '1' = '1`,
        `x' union all select b.body from (values (${set})) v(s) cross join lateral (select body from drill.note where v.s is not null) b where '1' = '1`,
      ];
      for (const attempt of attempts) {
        // A refused setting ends the transaction with an error: nothing was read either.
        const found = await injectable(attempt).catch(() => []);
        assert.deepEqual(foreign(found), [], attempt);
      }
    });
  }

  it('guesses no capability, and reads no session from which to take one', async () => {
    const guesses = Array.from({ length: 500 }, () => newId<PatientId>().replaceAll('-', '').repeat(2));
    const client = await app.connect();
    try {
      for (const guess of guesses) {
        await client.query("select set_config('app.cap', $1, false)", [guess]);
        const { rows } = await client.query('select count(*)::int as n from drill.note');
        assert.equal(rows[0].n, 0);
      }
      await client.query("select set_config('app.cap', '', false)");
    } finally {
      client.release();
    }
    await assert.rejects(injectable("x' union all select encode(cap_hash, 'hex') from access.session --"), {
      code: '42501',
    });
    await assert.rejects(
      injectable(
        `x'; select access.open_session(sha256('x'), gen_random_uuid(), '${b.patientId}', 'patient', 'aal2', null, null, '5 minutes', '1 hour') --`,
      ),
      { code: '42501' },
    );
    await assert.rejects(
      injectable(`x'; select access.relate(gen_random_uuid(), 'self', '${a.patientId}', '${b.patientId}') --`),
      {
        code: '42501',
      },
    );
  });

  it('writes no row of another patient and moves none to her', async () => {
    const asA = async (text: string, values: unknown[]): Promise<number | null> => {
      const client = await app.connect();
      try {
        await client.query('begin');
        await client.query("select set_config('app.cap', $1, true)", [capabilityA]);
        return (await client.query(text, values)).rowCount;
      } finally {
        await client.query('rollback').catch(() => undefined);
        client.release();
      }
    };
    const insert = 'insert into drill.note (patient_id, body) values ($1, $2)';
    assert.equal(await asA(insert, [a.patientId, 'mine']), 1);
    await assert.rejects(asA(insert, [b.patientId, 'hers']), { code: '42501' });
    assert.equal(await asA('update drill.note set body = $1', ['x']), 1);
    assert.equal(await asA('update drill.note set body = $1 where patient_id = $2', ['x', b.patientId]), 0);
    await assert.rejects(asA('update drill.note set patient_id = $1', [b.patientId]), { code: '42501' });
    await assert.rejects(asA('delete from drill.note', []), { code: '42501' });
  });

  it('finds nothing in a table that no policy names, even where somebody granted it', async () => {
    assert.deepEqual((await app.query('select body from drill.forgotten')).rows, []);
  });

  it('gains nothing from an ended session', async () => {
    const gone = await makePerson(owner, {
      role: 'patient',
      relationships: [{ kind: 'self', patientId: a.patientId }],
      lifetimeS: -1,
    });
    assert.deepEqual(await injectable('%', gone.capability), []);
  });
});
