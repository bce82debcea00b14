import type { ReviewEntry } from './contract.ts';

/** What an export holds, column by column, in this order. */
const columns: readonly [string, (entry: ReviewEntry) => string | number | boolean | null][] = [
  ['id', (e) => e.id],
  ['time', (e) => e.at],
  ['actor', (e) => e.actor.name],
  ['role', (e) => e.actor.role],
  ['account', (e) => e.actor.accountId],
  ['tried_account', (e) => e.onAccount],
  ['operation', (e) => e.operation],
  ['action', (e) => e.action],
  ['category', (e) => e.category],
  ['outcome', (e) => (e.unreadable ? 'unreadable' : e.outcome)],
  ['reason', (e) => e.purpose],
  ['on_behalf_of', (e) => e.onBehalfOf],
  ['patient', (e) => e.patient?.id ?? null],
  ['patient_name', (e) => e.patient?.name ?? null],
  ['record_number', (e) => e.patient?.mrn ?? null],
  ['own_record', (e) => e.own],
  ['records', (e) => e.records],
  ['detail', (e) => e.detail],
  ['address', (e) => e.ip],
  ['device', (e) => e.device],
  ['request', (e) => e.request],
];

/**
 * One cell of RFC 4180. Names and reasons are what people typed: a spreadsheet takes a cell that begins with
 * one of these signs for a formula, so an apostrophe stands before it (OWASP, "CSV Injection"). Signs that a
 * spreadsheet folds into them (full width) and invisible ones before them count too.
 */
export const csvCell = (value: string | number | boolean | null): string => {
  const text = value === null ? '' : String(value);
  const runs = /^[\s\p{C}\p{Z}]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]/u.test(text) || /^[\t\r\n]/.test(text);
  return `"${(runs ? `'${text}` : text).replaceAll('"', '""')}"`;
};

const bom = '\uFEFF';

/** The entries as a file: CSV with a header row, or one JSON object a line. UTF-8. */
export const exportText = (entries: readonly ReviewEntry[], format: 'csv' | 'jsonl'): string => {
  if (format === 'jsonl')
    return entries
      .map((entry) => `${JSON.stringify(Object.fromEntries(columns.map(([name, of]) => [name, of(entry)])))}\n`)
      .join('');
  const lines = entries.map((entry) => columns.map(([, of]) => csvCell(of(entry))).join(','));
  return `${bom}${[columns.map(([name]) => csvCell(name)).join(','), ...lines].join('\r\n')}\r\n`;
};
