import * as z from 'zod/mini';
import type { InputOf } from '#platform/contract.ts';
import { printedText } from './printed-text.ts';
import type { reviewInvitations, RowState } from './contract.ts';

type Cells = InputOf<typeof reviewInvitations>['body']['rows'][number];

/** A row as understood; `problem` says why nobody is looked for. */
export type ListRow = {
  line: number;
  familyName: string;
  givenName: string;
  /** YYYY-MM-DD; empty when it could not be read. */
  birthDate: string;
  mrn: string;
  /** Null: the record decides. */
  language: 'en' | 'es' | null;
  email: string | null;
  problem: Extract<RowState, 'incomplete' | 'bad-date' | 'bad-email'> | null;
};

const emailShape = z.email().check(z.maxLength(254));

const isRealDate = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/**
 * 1968-03-14, or as people in the United States write it: 3/14/1968. Nothing else: 14.3.68 could be read in
 * two ways, and a wrong birth date finds a wrong person.
 */
export const readBirthDate = (text: string): string | undefined => {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const [year, month, day] = (iso ? [iso[1], iso[2], iso[3]] : us ? [us[3], us[1], us[2]] : []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (year < 1880 || !isRealDate(year, month, day)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

const spanish = /^(es|esp|spa|spanish|español|espanol|castellano)\b/i;
const english = /^(en|eng|english|inglés|ingles)\b/i;

/** Also of a language as a record names it: 'es-US', 'Spanish'. */
export const readLanguage = (text: string): 'en' | 'es' | null =>
  spanish.test(text) ? 'es' : english.test(text) ? 'en' : null;

export const readRow = (cells: Cells): ListRow => {
  const [familyName, givenName, dateText, mrn, email] = [
    printedText(cells.familyName),
    printedText(cells.givenName),
    printedText(cells.birthDate),
    printedText(cells.mrn),
    printedText(cells.email).toLowerCase(),
  ];
  const birthDate = readBirthDate(dateText);
  const isIncomplete = dateText === '' || (familyName === '' && (mrn === '' || givenName === ''));
  const isBadEmail = email !== '' && !z.safeParse(emailShape, email).success;
  return {
    line: cells.line,
    familyName,
    givenName,
    birthDate: birthDate ?? '',
    mrn,
    language: readLanguage(printedText(cells.language)),
    email: email === '' || isBadEmail ? null : email,
    problem: isIncomplete ? 'incomplete' : birthDate === undefined ? 'bad-date' : isBadEmail ? 'bad-email' : null,
  };
};
