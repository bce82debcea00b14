import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { freshDatabase, testDatabase } from './database.ts';

describe('test databases', () => {
  after(() => testDatabase().end());

  it('let every process role sign in, none of them a superuser', async () => {
    for (const login of ['app', 'app_identity', 'app_sequencer', 'app_importer', 'app_worker', 'owner'] as const) {
      const { rows } = await testDatabase()
        .pool(login)
        .query('select rolsuper, rolbypassrls from pg_roles where rolname = current_user');
      assert.deepEqual(rows, [{ rolsuper: false, rolbypassrls: false }], login);
    }
  });

  it('keep plans for what people ask, and plan anew for the sequencer, whose tables grow from nothing', async () => {
    const modeOf = async (login: 'app' | 'app_sequencer') =>
      (await testDatabase().pool(login).query('show plan_cache_mode')).rows[0].plan_cache_mode;
    assert.equal(await modeOf('app'), 'force_generic_plan');
    assert.equal(await modeOf('app_sequencer'), 'force_custom_plan');
  });

  it('are cloned with their migrations and can be dropped', async () => {
    const database = await freshDatabase();
    try {
      const { rows } = await database.pool('owner').query('select count(*)::int as n from portico_ledger.migration');
      assert.ok(rows[0].n > 0);
      await database.pool('app').query('select demo from portico.installation');
    } finally {
      await database.drop();
    }
    const { rows } = await testDatabase()
      .pool('superuser')
      .query('select 1 from pg_database where datname = $1', [database.name]);
    assert.equal(rows.length, 0);
  });
});
