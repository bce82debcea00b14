import { inOrder } from './compile-policy.ts';

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
  readonly label: string;
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

/** The label of a row, in SQL. */
export const labelSql = (where: string | undefined): string =>
  `textsend(${columnsOf(equalitiesOf(where)!).join(" || '/' || ")})`;

const literal = (text: string | null): string => (text === null ? 'null' : `'${text}'`);

/** The content of `access.opening`. */
export const openingRows = (openings: readonly Opening[]): string => {
  const lines = [
    ...Map.groupBy(openings, (one) =>
      [one.rowsOf, one.way, one.area, one.mode].map((part) => literal(part)).join(', '),
    ).entries(),
  ]
    .toSorted(([a], [b]) => inOrder(a, b))
    .map(([key, some]) => {
      const labels = [...new Set(some.map((one) => one.label))].toSorted(inOrder);
      return `  (${key}, '{${labels.map((label) => `"${label}"`).join(',')}}')`;
    });
  const fill =
    lines.length === 0
      ? ''
      : `insert into access.opening (rows_of, way, area, mode, labels) values\n${lines.join(',\n')};\n`;
  return `delete from access.chart;\ndelete from access.opening;\n${fill}`;
};
