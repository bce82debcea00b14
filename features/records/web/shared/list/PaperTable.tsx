import type { ReactNode } from 'react';

type Column<T> = { key: string; title: ReactNode; cell: (item: T) => ReactNode; nowrap?: boolean };
type Props<T> = {
  title?: ReactNode;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (item: T, index: number) => string;
  /** On the screen as well, not on paper alone. */
  onScreen?: boolean;
};

/** A list as a table for paper: what is on screen as cards is read in columns there. */
export const PaperTable = <T,>({ title, columns, rows, keyOf, onScreen = false }: Props<T>) => (
  <div className={onScreen ? 'overflow-x-auto' : 'print-only'}>
    {title ? <h2 className="mt-4 mb-2 text-xl">{title}</h2> : null}
    <table className="w-full border-collapse text-left">
      <thead>
        <tr className="border-b border-control text-sm print:border-ink print:text-base">
          {columns.map(({ key, title: name }) => (
            <th key={key} scope="col" className="py-1.5 pr-3 align-bottom last:pr-0">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={keyOf(row, index)} className="break-inside-avoid border-b border-line align-top">
            {columns.map(({ key, cell, nowrap }) => (
              <td key={key} className={`py-1.5 pr-3 last:pr-0 ${nowrap ? 'whitespace-nowrap' : ''}`}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
