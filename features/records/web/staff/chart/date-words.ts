import type { Formats } from '../../../../../web/lib/format.ts';

/** A FHIR date with the precision it came in: a year stays a year. Other words stay as they were sent. */
export const dateWords = (date: string | null, formats: Formats): string => {
  if (date === null) return '';
  if (/^\d{4}$/.test(date)) return date;
  if (/^\d{4}-\d{2}$/.test(date)) return formats.month(`${date}-15T12:00:00`);
  return Number.isNaN(Date.parse(date)) ? date : formats.shortDate(date);
};
