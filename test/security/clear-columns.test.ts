import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { clearColumns, clearSchemas } from '#platform/kms/clear-columns.ts';
import { testDatabase } from '../harness/database.ts';

type Column = { table: string; column: string; type: string };

const listColumns = async (): Promise<Column[]> => {
  const { rows } = await testDatabase()
    .pool('superuser')
    .query<Column>(
      `select n.nspname || '.' || c.relname as "table", a.attname as "column", a.atttypid::regtype::text as type
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind in ('r', 'p', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
         and n.nspname <> all($1)
       order by 1, a.attnum`,
      [clearSchemas.map(({ schema }) => schema)],
    );
  return rows;
};

const clearByNature = new Set(['uuid', 'uuid[]', 'timestamp with time zone', 'interval']);

const needsNoReason = ({ column, type }: Column): boolean =>
  clearByNature.has(type) ||
  column === 'resource_type' ||
  (type === 'bytea' && /^(?:.*_)?(?:sealed|wrapped)$/.test(column));

describe('columns in clear', () => {
  after(() => testDatabase().end());
  const listed = new Map(
    clearColumns.flatMap((entry) => entry.columns.map((column) => [`${entry.table}.${column}`, entry] as const)),
  );

  it('are each listed with a reason; everything else is sealed, an id, a time or a resource type', async () => {
    const unlisted = (await listColumns())
      .filter((column) => !needsNoReason(column) && !listed.has(`${column.table}.${column.column}`))
      .map(({ table, column, type }) => `${table}.${column} (${type})`);
    assert.deepEqual(unlisted, [], 'seal these columns, or say in platform/kms/clear-columns.ts why they are clear');
  });

  it('are listed only while they exist, once, and only where a reason is needed', async () => {
    const existing = new Map((await listColumns()).map((column) => [`${column.table}.${column.column}`, column]));
    const names = clearColumns.flatMap((entry) => entry.columns.map((column) => `${entry.table}.${column}`));
    assert.deepEqual(
      names.filter((name) => !existing.has(name)),
      [],
      'no such column',
    );
    assert.deepEqual(
      names.filter((name, i) => names.indexOf(name) !== i),
      [],
      'listed twice',
    );
    assert.deepEqual(
      names.filter((name) => needsNoReason(existing.get(name)!)),
      [],
      'needs no entry',
    );
  });

  it('hold what the list says: words are no bytes, tokens and hashes are', async () => {
    for (const { table, column, type } of await listColumns()) {
      const holds = listed.get(`${table}.${column}`)?.holds;
      if (holds === undefined) continue;
      const bytes = ['token', 'hash', 'sealed'].includes(holds);
      const expected = bytes
        ? /^bytea$/
        : holds === 'number'
          ? /^(?:bigint|integer|boolean)$/
          : /^(?:text|text\[\]|boolean|bytea|bytea\[\])$/;
      assert.match(type, expected, `${table}.${column} holds a ${holds}`);
    }
  });
});
