import type { ReactNode } from 'react';

export type Column<T> = {
  key: string;
  title: ReactNode;
  cell: (item: T) => ReactNode;
  /** The name of the row; leads on a phone. */
  isName?: boolean;
  nowrap?: boolean;
};
type Props<T> = {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (item: T, index: number) => string;
  isQuiet?: (item: T) => boolean;
  /** The rows hold links of their own: j and k go to those. */
  isPlain?: boolean;
};

/** A dense list of the chart: a table on a desk, one block a row on a phone. Nothing is cut off in either. */
export const ChartTable = <T,>({ label, columns, rows, keyOf, isQuiet, isPlain = false }: Props<T>) => (
  <table
    aria-label={label}
    className="w-full border-collapse rounded-card border border-line bg-surface text-left max-md:block print:border-0"
  >
    <thead className="bg-sunken text-sm text-ink-2 max-md:sr-only">
      <tr>
        {columns.map(({ key, title }) => (
          <th key={key} scope="col" className="px-3 py-1.5 font-semibold">
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody className="max-md:block">
      {rows.map((row, index) => (
        <tr
          key={keyOf(row, index)}
          {...(isPlain ? {} : { 'data-row': true, tabIndex: -1 })}
          className={`break-inside-avoid border-t border-line align-top first:border-t-0 md:first:border-t max-md:block max-md:px-3 max-md:py-2 ${isQuiet?.(row) ? 'text-ink-2' : ''}`}
        >
          {columns.map(({ key, title, cell, isName, nowrap }) => {
            const content = cell(row);
            const isEmpty = content === null || content === '' || content === undefined;
            return (
              <td
                key={key}
                className={`px-3 py-1.5 max-md:block max-md:p-0 ${isName ? 'font-semibold' : ''} ${nowrap ? 'md:whitespace-nowrap' : ''} ${isEmpty ? 'max-md:hidden' : ''}`}
              >
                {isName ? null : <span className="mr-1.5 text-sm text-ink-2 md:hidden">{title}</span>}
                {isEmpty ? '–' : content}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  </table>
);
