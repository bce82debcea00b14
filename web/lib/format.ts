import { useLingui } from '@lingui/react';

/** Spanish as read in the United States: a decimal point and a 12-hour clock, as on the lab's paper. */
const tagOf = (locale: string): string => (locale === 'es' ? 'es-US' : 'en-US');

const cache = new Map<string, Intl.DateTimeFormat>();
const formatter = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${locale} ${JSON.stringify(options)}`;
  const found = cache.get(key) ?? new Intl.DateTimeFormat(tagOf(locale), options);
  cache.set(key, found);
  return found;
};

const dayMs = 86_400_000;
const startOfDay = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/** Whole calendar days from `date` to `now`, in the reader's own time zone. */
export const daysAgo = (date: Date, now: Date): number => Math.round((startOfDay(now) - startOfDay(date)) / dayMs);

const isDateOnly = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** A FHIR date or dateTime as a Date; a date without a time stays on its own day everywhere. */
export const dateOf = (value: string): Date => (isDateOnly(value) ? new Date(`${value}T12:00:00`) : new Date(value));

export type Formats = {
  locale: string;
  /** November 9, 2026 */
  date: (value: Date | string) => string;
  /** Nov 9, 2026 */
  shortDate: (value: Date | string) => string;
  /** Sunday, November 22 */
  weekday: (value: Date | string) => string;
  /** 2:40 PM */
  time: (value: Date | string) => string;
  /** November 9, 2026 at 2:40 PM */
  dateTime: (value: Date | string) => string;
  month: (value: Date | string) => string;
  number: (value: number) => string;
};

const asDate = (value: Date | string): Date => (typeof value === 'string' ? dateOf(value) : value);

export const formatsFor = (locale: string): Formats => {
  const by = (options: Intl.DateTimeFormatOptions) => (value: Date | string) =>
    formatter(locale, options).format(asDate(value));
  return {
    locale,
    date: by({ dateStyle: 'long' }),
    shortDate: by({ dateStyle: 'medium' }),
    weekday: by({ weekday: 'long', month: 'long', day: 'numeric' }),
    time: by({ timeStyle: 'short' }),
    dateTime: by({ dateStyle: 'long', timeStyle: 'short' }),
    month: by({ month: 'short', year: 'numeric' }),
    number: (value) => new Intl.NumberFormat(tagOf(locale), { maximumFractionDigits: 4 }).format(value),
  };
};

/** Dates, times and numbers in the language on screen; changes with it. */
export const useFormats = (): Formats => formatsFor(useLingui().i18n.locale);
