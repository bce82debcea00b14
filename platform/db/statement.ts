import { formsOf } from './wire.ts';

/**
 * Named plain SQL. Each statement declares its parameter and column types once; the row type is
 * derived from them, and a test prepares every registered statement on the real database and
 * compares. Columns arrive as text, bytes as they are (no describe round trip), and are parsed here.
 */

type Scalar = {
  uuid: string;
  text: string;
  int4: number;
  int8: number;
  float8: number;
  bool: boolean;
  bytea: Buffer;
  timestamptz: Date;
  date: string;
  jsonb: unknown;
  'uuid[]': string[];
  'text[]': string[];
};

export type ColumnType = keyof Scalar | `${keyof Scalar}?`;
export type Columns = Readonly<Record<string, ColumnType>>;
type ValueOf<T extends ColumnType> = T extends `${infer S extends keyof Scalar}?`
  ? Scalar[S] | null
  : T extends keyof Scalar
    ? Scalar[T]
    : never;
export type RowOfColumns<C extends Columns> = { [K in keyof C]: ValueOf<C[K]> };

/** One row as PostgreSQL sent it, one character for each byte. */
export type Fields = readonly (string | null)[];

export type Statement<Row = unknown> = {
  readonly name: string;
  readonly text: string;
  readonly params: readonly string[];
  readonly columns: Columns;
  /** Which columns come as bytes (wire.ts). */
  readonly forms: Buffer | undefined;
  readonly parse: (fields: Fields) => Row;
};

export type RowOf<S> = S extends Statement<infer Row> ? Row : never;

/** A statement with its values, ready to be sent. */
export type Bound<Row = unknown> = { readonly statement: Statement<Row>; readonly values: readonly unknown[] };

const registry = new Map<string, Statement>();

/** Every statement declared by the modules loaded so far; the database test walks it. */
export const allStatements = (): readonly Statement[] => [...registry.values()];

/**
 * Declares a statement. `name` is the prepared statement's name on the wire and must be unique
 * (PostgreSQL cuts names at 63 bytes, so longer ones are refused).
 */
export const statement = <const C extends Columns>(declared: {
  name: string;
  text: string;
  params?: readonly string[];
  columns?: C;
}): Statement<RowOfColumns<C>> => {
  if (Buffer.byteLength(declared.name) > 63) throw new Error(`statement name too long: ${declared.name}`);
  const known = registry.get(declared.name);
  if (known && known.text !== declared.text) throw new Error(`two statements are named ${declared.name}`);
  const columns = declared.columns ?? ({} as C);
  const made: Statement<RowOfColumns<C>> = {
    name: declared.name,
    text: declared.text,
    params: declared.params ?? [],
    columns,
    forms: formsOf(Object.values(columns)),
    parse: rowParser(columns),
  };
  registry.set(declared.name, made as Statement);
  return made;
};

/** Binds values to a statement. `Date` becomes ISO 8601, `Buffer` bytea, arrays PostgreSQL arrays. */
export const bind = <Row>(of: Statement<Row>, values: readonly unknown[] = []): Bound<Row> => ({
  statement: of,
  values,
});

const parseTimestamp = (text: string): Date => {
  // PostgreSQL prints "2026-11-22 10:51:41.123456+00" (we fix the session's time zone to UTC and DateStyle to ISO).
  const date = new Date(
    text.endsWith('+00') ? `${text.slice(0, 10)}T${text.slice(11, -3)}Z` : `${text.slice(0, 10)}T${text.slice(11)}`,
  );
  if (Number.isNaN(date.getTime())) throw new Error('unreadable timestamptz');
  return date;
};

const parseInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error('integer beyond 2^53');
  return value;
};

const beyondAscii = /[\x80-\xff]/;

/** What stands in the bytes of a text. */
const parseText = (bytes: string): string =>
  beyondAscii.test(bytes) ? Buffer.from(bytes, 'latin1').toString() : bytes;

/** One-dimensional arrays of plain words (uuid, identifiers); quoted elements are unescaped. */
const parseArray = (text: string): string[] => {
  const inner = text.slice(1, -1);
  if (inner === '') return [];
  if (!inner.includes('"')) return inner.split(',');
  const out: string[] = [];
  for (const match of inner.matchAll(/"((?:[^"\\]|\\.)*)"|([^,]+)/g)) {
    out.push(match[1] === undefined ? (match[2] ?? '') : match[1].replace(/\\(.)/g, '$1'));
  }
  return out;
};

const scalarParsers: Record<keyof Scalar, (text: string) => unknown> = {
  uuid: (text) => text,
  text: parseText,
  int4: parseInteger,
  int8: parseInteger,
  float8: Number,
  bool: (text) => text === 't',
  bytea: (bytes) => Buffer.from(bytes, 'latin1'),
  timestamptz: parseTimestamp,
  date: (text) => text,
  jsonb: (text) => JSON.parse(parseText(text)),
  'uuid[]': parseArray,
  'text[]': (text) => parseArray(parseText(text)),
};

const rowParser = <C extends Columns>(columns: C): ((fields: Fields) => RowOfColumns<C>) => {
  const plan = Object.entries(columns).map(([key, type]) => {
    const nullable = type.endsWith('?');
    return { key, nullable, parse: scalarParsers[(nullable ? type.slice(0, -1) : type) as keyof Scalar] };
  });
  return (fields) => {
    const row: Record<string, unknown> = {};
    for (let i = 0; i < plan.length; i++) {
      const { key, nullable, parse } = plan[i]!;
      const field = fields[i];
      if (field === null || field === undefined) {
        if (!nullable) throw new Error(`column ${key} is null but declared not null`);
        row[key] = null;
      } else row[key] = parse(field);
    }
    return row as RowOfColumns<C>;
  };
};
