import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { newId } from '#platform/ids.ts';
import { freshDatabase, type TestDatabase } from '../../../test/harness/database.ts';

/** What the database refuses of a stored resource and its head, whoever writes it: checked by one constraint each. */
describe('the checks of stored rows', () => {
  let database: TestDatabase & { drop(): Promise<void> };
  const source = newId();
  before(async () => {
    database = await freshDatabase();
    await database
      .pool('superuser')
      .query(`insert into records.source (id, name, title) values ($1, 'lab', 'Lab')`, [source]);
  });
  after(() => database.drop());

  const fine = {
    resource_type: 'Observation',
    area: 'results',
    code_token: randomBytes(16) as Buffer | null,
    content_token: randomBytes(16),
    held_as: null as string | null,
    opens_at: null as Date | null,
  };
  const put = (change: Partial<typeof fine>) => {
    const row = { ...fine, ...change };
    return database.pool('superuser').query(
      `insert into records.resource (patient_id, id, resource_type, area, at, code_token, content_token, source_id, sealed,
         held_as, opens_at)
       values (gen_random_uuid(), gen_random_uuid(), $1, $2, now(), $3, $4, $5, '\\x00', $6, $7)`,
      [row.resource_type, row.area, row.code_token, row.content_token, source, row.held_as, row.opens_at],
    );
  };
  const head = (version: number, mac: Buffer) =>
    database.pool('superuser').query(
      `insert into sealed.row_head (subject_id, row_id, table_name, version, mac)
         values (gen_random_uuid(), gen_random_uuid(), 'records.patient', $1, $2)`,
      [version, mac],
    );
  const opens = new Date();

  it('takes what fits', async () => {
    await put({});
    await put({ code_token: null });
    for (const held of ['laboratory', 'reports', 'notes', 'unclear']) await put({ held_as: held, opens_at: opens });
    await head(1, randomBytes(36));
  });

  it('refuses each thing that does not', async () => {
    const wrong: Partial<typeof fine>[] = [
      { resource_type: 'observation' },
      { resource_type: 'Observation1' },
      { area: 'clinical' },
      { area: '' },
      { code_token: randomBytes(15) },
      { content_token: randomBytes(17) },
      { held_as: 'billing', opens_at: opens },
      { held_as: 'notes' },
      { opens_at: opens },
    ];
    for (const change of wrong) {
      await assert.rejects(put(change), { code: '23514', constraint: 'resource_fits' }, JSON.stringify(change));
    }
    for (const [version, bytes] of [
      [0, 36],
      [-1, 36],
      [1, 35],
      [1, 37],
    ] as const) {
      await assert.rejects(head(version, randomBytes(bytes)), { code: '23514', constraint: 'row_head_fits' });
    }
  });

  it('takes heads from the importer for tables and areas that the policy names, and for no other', async () => {
    const put = (table: string, area: string) =>
      database.pool('app_importer').query(
        `insert into sealed.row_head (subject_id, row_id, table_name, area, version, mac)
         values (gen_random_uuid(), gen_random_uuid(), $1, $2, 1, $3)`,
        [table, area, randomBytes(36)],
      );
    await put('records.resource', 'results');
    await put('records.patient', '');
    for (const [table, area] of [
      ['records.resource', ''],
      ['records.resource', 'Results'],
      ['tasks.task', ''],
      ['records.patient', 'results'],
      ['', 'results/records.resource'],
      ['resource', 'results/records'],
    ] as const) {
      await assert.rejects(put(table, area), { code: '42501' }, `${table} ${area}`);
    }
  });
});
