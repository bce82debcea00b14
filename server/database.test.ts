import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { withClient, type Connection } from '#platform/db/embedded/connections.ts';
import { startPortalProcess } from '../test/harness/portal-process.ts';
import { findSystemVersion, startSystemPostgres } from '../test/harness/system-postgres.ts';

describe('a PostgreSQL of one’s own', () => {
  it('serves an installation through an owner that is no superuser', { timeout: 120_000 }, async (t) => {
    const version = findSystemVersion();
    if (version === undefined) {
      t.diagnostic('not run: this machine has no PostgreSQL 15 or newer of its own');
      t.skip('no system PostgreSQL');
      return;
    }
    t.diagnostic(`PostgreSQL ${version}`);
    const folder = mkdtempSync(join(tmpdir(), 'portico-own-'));
    const postgres = await startSystemPostgres(version);
    const superuser: Connection = {
      host: postgres.socketFolder,
      port: 5432,
      database: 'postgres',
      ...postgres.superuser,
    };
    try {
      // All that a hospital's database administrator has to do.
      await withClient(superuser, async (client) => {
        await client.query("create role portal_owner login createrole password 'p@ss/word'");
        await client.query('create database portal owner portal_owner');
      });
      const url = new URL('postgres://portal_owner@localhost/portal');
      url.password = 'p@ss/word';
      url.searchParams.set('host', postgres.socketFolder);
      const env = {
        DATABASE_URL: url.href,
        PORTICO_CLINIC_NAME: 'Northgate Family Practice',
        PORTICO_CLINIC_PHONE: '555-0177',
      };
      const dataFolder = join(folder, 'data');
      const portal = await startPortalProcess({ dataFolder, env, command: ['server/cli.ts', 'serve', '--init'] });
      try {
        await portal.outputMatches(/Invitation for the first administrator/);
        const answer = await fetch(new URL('/ready', portal.ready.metricsUrl));
        assert.equal(answer.status, 200, await answer.text());
      } finally {
        await portal.stop();
      }
      const again = await startPortalProcess({ dataFolder, env, command: ['server/cli.ts', 'serve'] });
      await again.stop();
      await withClient({ ...superuser, database: 'portal' }, async (client) => {
        const { rows } = await client.query<{ rolname: string }>(
          `select rolname from pg_roles where rolname like 'app%' and (rolsuper or rolbypassrls or rolcreaterole)`,
        );
        assert.deepEqual(rows, []);
      });
    } finally {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
