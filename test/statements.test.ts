import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { allStatements, type ColumnType, type Statement } from '#platform/db/statement.ts';
import '../server/app.ts'; // loads every feature, and with it every statement
import { testDatabase } from './harness/database.ts';

const oids: Record<string, readonly number[]> = {
  uuid: [2950],
  text: [25, 1043, 19, 18],
  int4: [23, 21],
  int8: [20, 23],
  float8: [701, 1700],
  bool: [16],
  bytea: [17],
  timestamptz: [1184],
  date: [1082],
  jsonb: [3802],
  'uuid[]': [2951],
  'text[]': [1009, 1003],
};

type Field = { name: string; dataTypeID: number };
type Wire = {
  parse(query: { name: string; text: string; types: number[] }): void;
  describe(what: { type: 'S'; name: string }): void;
  sync(): void;
};

/** Parses and describes a statement without running it: what columns would it give? */
const describeStatement = (client: pg.Client, statement: Statement): Promise<Field[]> =>
  new Promise((resolve, reject) => {
    let fields: Field[] = [];
    client.query({
      submit: (wire: Wire) => {
        wire.parse({ name: '', text: statement.text, types: [] });
        wire.describe({ type: 'S', name: '' });
        wire.sync();
      },
      handleRowDescription: (message: { fields: Field[] }) => {
        fields = message.fields;
      },
      handleReadyForQuery: () => resolve(fields),
      handleError: reject,
    } as never);
  });

describe('every statement fits the real database', () => {
  const client = new pg.Client(testDatabase().connection('superuser') as pg.ClientConfig);
  before(() => client.connect());
  after(() => client.end());

  test('columns and types are as declared', async (t) => {
    const statements = allStatements().filter(
      (one) => !one.name.startsWith('test.') && !one.name.startsWith('portico.rollback'),
    );
    assert.ok(statements.length > 20, 'statements are loaded');
    t.diagnostic(`${statements.length} statements`);
    const problems: string[] = [];
    for (const statement of statements) {
      const declared = Object.entries(statement.columns);
      let fields: Field[];
      try {
        fields = await describeStatement(client, statement);
      } catch (error) {
        problems.push(`${statement.name}: ${(error as Error).message}`);
        continue;
      }
      if (declared.length === 0) continue;
      const names = fields.map((field) => field.name).join(', ');
      if (names !== declared.map(([name]) => name).join(', ')) {
        problems.push(`${statement.name}: gives (${names})`);
        continue;
      }
      declared.forEach(([name, type]: [string, ColumnType], index) => {
        const accepted = oids[type.replace(/\?$/, '')]!;
        const actual = fields[index]!.dataTypeID;
        if (!accepted.includes(actual)) problems.push(`${statement.name}.${name}: declared ${type}, is type ${actual}`);
      });
    }
    assert.deepEqual(problems, []);
  });
});
