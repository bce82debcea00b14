import Papa from 'papaparse';
import { LIST_ROWS } from '../../../desk/contract.ts';

/**
 * A clerk's list, read in her browser: other columns than these never leave it. Excel's exports differ by country,
 * so separators, character sets and names of columns are recognized, not asked for.
 */
export const listColumns = ['familyName', 'givenName', 'birthDate', 'mrn', 'language', 'email'] as const;
export type ListColumn = (typeof listColumns)[number];
export type ListCells = { line: number } & Record<ListColumn, string>;

export const LIST_BYTES = 1024 * 1024;

export type ListRead =
  | { rows: ListCells[]; problem?: undefined; ignored: string[] }
  | { problem: 'empty' | 'too-large' | 'not-text'; missing?: undefined }
  | { problem: 'too-many'; count: number }
  | { problem: 'columns'; missing: ListColumn[] };

/** Without accents, spaces and signs: "Fecha de nacimiento" is "fechadenacimiento". */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

const names: Record<ListColumn, readonly string[]> = {
  familyName: ['familyname', 'lastname', 'surname', 'family', 'last', 'apellido', 'apellidos', 'patientlastname'],
  givenName: ['givenname', 'firstname', 'given', 'first', 'nombre', 'nombres', 'patientfirstname'],
  birthDate: [
    'birthdate',
    'dateofbirth',
    'dob',
    'birthday',
    'born',
    'fechadenacimiento',
    'fechanacimiento',
    'nacimiento',
  ],
  mrn: [
    'mrn',
    'recordnumber',
    'medicalrecordnumber',
    'chartnumber',
    'expediente',
    'numerodeexpediente',
    'numexpediente',
  ],
  language: ['language', 'lang', 'preferredlanguage', 'idioma', 'lengua'],
  email: ['email', 'mail', 'emailaddress', 'correo', 'correoelectronico'],
};

/** UTF-8 if it is, as most programs write today; else what Excel on Windows writes. */
export const textOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** The column of each heading we know; the first of two with one meaning. */
const placesOf = (headings: readonly string[]): Partial<Record<ListColumn, number>> => {
  const places: Partial<Record<ListColumn, number>> = {};
  for (const [index, heading] of headings.entries()) {
    const column = listColumns.find((one) => names[one].includes(plain(heading)));
    if (column) places[column] ??= index;
  }
  return places;
};

// What a cell may hold at most is the server's rule; longer ones are cut, so that one bad cell refuses its row alone.
const longest: Record<ListColumn, number> = {
  familyName: 200,
  givenName: 200,
  birthDate: 40,
  mrn: 100,
  language: 40,
  email: 254,
};

/** @param text the whole list with a row of headings; lines are numbered as a spreadsheet numbers them */
export const readList = (text: string): ListRead => {
  if (new Blob([text]).size > LIST_BYTES) return { problem: 'too-large' };
  const clean = text.replace(/^\uFEFF/, '');
  if (clean.trim() === '') return { problem: 'empty' };
  if (clean.includes('\0')) return { problem: 'not-text' };
  const { data } = Papa.parse<string[]>(clean, { delimitersToGuess: [',', ';', '\t', '|'] });
  const [headings = [], ...body] = data;
  const places = placesOf(headings);
  const needed: ListColumn[] = ['familyName', 'givenName', 'birthDate'];
  const missing = needed.filter((column) => places[column] === undefined);
  if (missing.length > 0) return { problem: 'columns', missing };
  const rows = body.flatMap((cells, index): ListCells[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const cellOf = (column: ListColumn): string =>
      (places[column] === undefined ? '' : (cells[places[column]] ?? '')).trim().slice(0, longest[column]);
    const read = Object.fromEntries(listColumns.map((column) => [column, cellOf(column)])) as Record<
      ListColumn,
      string
    >;
    return [{ line: index + 2, ...read }];
  });
  if (rows.length === 0) return { problem: 'empty' };
  if (rows.length > LIST_ROWS) return { problem: 'too-many', count: rows.length };
  const used = new Set(Object.values(places));
  return { rows, ignored: headings.filter((heading, index) => !used.has(index) && heading.trim() !== '').slice(0, 20) };
};
