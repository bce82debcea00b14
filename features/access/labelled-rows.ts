import { inOrder } from './compile-policy.ts';
import { humanRoles } from './policy-types.ts';

/**
 * Parts of one table that are told apart by plain values (`area = 'results'`) share one rule: each row has a label,
 * and one look-up gives the labels that are open. A rule for each part would cost every statement the set-up
 * of all of them, asked for or not.
 */

/** A line of `access.opening`: by this way in, these parts of the rows are open. */
export type Opening = {
  readonly rowsOf: string;
  /** 'nurse care_team', or 'billing any'. */
  readonly way: string;
  /** Part of the record that must be open to the trusted person. */
  readonly area: string | null;
  readonly mode: 'view' | 'act';
  /** Null: the line opens nothing. */
  readonly label: string | null;
};

const equality = /^([a-z_]+) = '([a-zA-Z0-9_.-]*)'$/;

/** The columns and values of `a = 'x' and b = 'y'`; undefined for any other condition. */
export const equalitiesOf = (where: string | undefined): ReadonlyMap<string, string> | undefined => {
  const found = (where ?? '').split(' and ').map((part) => equality.exec(part.trim()));
  if (found.some((one) => one === null)) return undefined;
  const columns = new Map(found.map((one) => [one![1]!, one![2]!] as const));
  return columns.size === found.length ? columns : undefined;
};

const columnsOf = (equalities: ReadonlyMap<string, string>): string[] => [...equalities.keys()].toSorted(inOrder);

/** Rows with the same columns in their conditions can share a rule; undefined: they cannot. */
export const labelColumns = (where: string | undefined): string | undefined => {
  const equalities = equalitiesOf(where);
  return equalities && columnsOf(equalities).join();
};

/** 'results', or 'results/records.resource'. No value holds a slash, so no two rows of different values share one. */
export const labelOf = (where: string | undefined): string => {
  const equalities = equalitiesOf(where)!;
  return columnsOf(equalities)
    .map((column) => equalities.get(column)!)
    .join('/');
};

/** The label of a row as text, in SQL. */
export const labelText = (where: string | undefined): string => {
  const columns = columnsOf(equalitiesOf(where)!);
  return columns.length === 1 ? columns[0]! : `(${columns.join(" || '/' || ")})`;
};

/** The label of a row as bytes, in SQL. */
export const labelSql = (where: string | undefined): string =>
  `textsend(${columnsOf(equalitiesOf(where)!).join(" || '/' || ")})`;

const literal = (text: string | null): string => (text === null ? 'null' : `'${text.replaceAll("'", "''")}'`);

/**
 * The content of `access.opening`. Every role has a line for each set of rows with parts, so that a chart says what is
 * closed too; rights come from `access.policy_rule`.
 */
export const openingRows = (openings: readonly Opening[]): string => {
  const sets = [...new Set(openings.map((one) => one.rowsOf))].filter((name) => name !== 'tables');
  const closed = humanRoles.flatMap((role) =>
    sets.map((rowsOf): Opening => ({ rowsOf, way: `${role} any`, area: null, mode: 'view', label: null })),
  );
  const lines = [
    ...Map.groupBy([...openings, ...closed], (one) =>
      [one.rowsOf, one.way, one.area, one.mode].map((part) => literal(part)).join(', '),
    ).entries(),
  ]
    .toSorted(([a], [b]) => inOrder(a, b))
    .map(([key, some]) => {
      const labels = [...new Set(some.flatMap(({ label }) => label ?? []))].toSorted(inOrder);
      return `  (${key}, array[${labels.map(literal).join(', ')}]::bytea[])`;
    });
  const fill =
    lines.length === 0
      ? ''
      : `insert into access.opening (rows_of, way, area, mode, labels) values\n${lines.join(',\n')};\n`;
  return `delete from access.chart;\ndelete from access.opening;\n${fill}${rightRows}`;
};

const rightRows = `insert into access.opening (rows_of, way, area, mode, labels)
select 'rights', role || ' ' || relationship, area, mode, array_agg(textsend(right_name))
from access.policy_rule group by role, relationship, area, mode;
`;
