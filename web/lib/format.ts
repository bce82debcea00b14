import { useLingui } from '@lingui/react';

/** Spanish as read in the United States: a decimal point and a 12-hour clock, as on the lab's paper. */
const tagOf = (locale: string): string => (locale === 'es' ? 'es-US' : 'en-US');

/** The clinic's own zone: a report has one day, whatever the clock of the phone it is read on. */
let clinicZone: string | undefined;

/** Set once, from the server's welcome, before any page is shown. An unknown zone leaves the device's. */
export const setClinicZone = (zone: string): void => {
  try {
    clinicZone = new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    clinicZone = undefined;
  }
};

const cache = new Map<string, Intl.DateTimeFormat>();
const formatter = (locale: string, given: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const options = given.timeZone || !clinicZone ? given : { ...given, timeZone: clinicZone };
  const key = `${locale} ${JSON.stringify(options)}`;
  const found = cache.get(key) ?? new Intl.DateTimeFormat(tagOf(locale), options);
  cache.set(key, found);
  return found;
};

const dayMs = 86_400_000;

/** The day of a moment at the clinic, YYYY-MM-DD; a FHIR date is its own day. */
export const dayOf = (value: Date | string): string => {
  if (typeof value === 'string' && isDateOnly(value)) return value;
  const parts = formatter('en', { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(new Date(value));
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
};

/** The hour of a moment at the clinic, 0 to 23. */
export const hourOf = (value: Date): number =>
  Number(formatter('en', { hour: '2-digit', hourCycle: 'h23' }).format(value));

/** True where the reader's own clock shows the same: then an hour needs no zone beside it. */
const isReadersClock = (value: Date): boolean => {
  const given = { day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  return formatter('en', given).format(value) === new Intl.DateTimeFormat('en-US', given).format(value);
};

/** Whole calendar days from `date` to `now`, as the clinic counts them. */
export const daysAgo = (date: Date | string, now: Date): number =>
  Math.round((Date.parse(dayOf(now)) - Date.parse(dayOf(date))) / dayMs);

const isDateOnly = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

export type Formats = {
  locale: string;
  /** November 9, 2026 */
  date: (value: Date | string) => string;
  /** Nov 9, 2026 */
  shortDate: (value: Date | string) => string;
  /** Sunday, November 22 */
  weekday: (value: Date | string) => string;
  /** 2:40 PM; with EST beside it where the reader's clock is another */
  time: (value: Date | string) => string;
  /** November 9, 2026 at 2:40 PM EST: in the clinic's zone, which is named */
  dateTime: (value: Date | string) => string;
  month: (value: Date | string) => string;
  /** Tuesday */
  dayName: (value: Date | string) => string;
  /** November 9 */
  dayAndMonth: (value: Date | string) => string;
  /** Nov */
  monthName: (value: Date | string) => string;
  /** 9 */
  dayNumber: (value: Date | string) => string;
  /** 2026 */
  year: (value: Date | string) => string;
  /** Nov 2026, of a mark between months that was placed in UTC */
  utcMonth: (value: Date) => string;
  number: (value: number) => string;
};

export const formatsFor = (locale: string): Formats => {
  // A date without a time stays on its own day everywhere.
  const by = (options: Intl.DateTimeFormatOptions) => (value: Date | string) =>
    typeof value === 'string' && isDateOnly(value)
      ? formatter(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${value}T12:00:00Z`))
      : formatter(locale, options).format(new Date(value));
  // "2019" and "2019-05" are dates of FHIR too: no day is added to them.
  const whole =
    (options: Intl.DateTimeFormatOptions) =>
    (value: Date | string): string => {
      if (typeof value !== 'string' || !/^\d{4}(?:-\d{2})?$/.test(value)) return by(options)(value);
      const isYear = value.length === 4;
      const given = isYear ? { year: 'numeric' as const } : { year: 'numeric' as const, month: 'long' as const };
      return by(given)(isYear ? `${value}-06-15` : `${value}-15`);
    };
  return {
    locale,
    date: whole({ dateStyle: 'long' }),
    shortDate: whole({ dateStyle: 'medium' }),
    weekday: by({ weekday: 'long', month: 'long', day: 'numeric' }),
    time: (value) =>
      by({
        hour: 'numeric',
        minute: '2-digit',
        ...(isReadersClock(new Date(value)) ? {} : { timeZoneName: 'short' }),
      })(value),
    dateTime: by({
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    }),
    utcMonth: by({ month: 'short', year: 'numeric', timeZone: 'UTC' }),
    month: whole({ month: 'short', year: 'numeric' }),
    dayName: by({ weekday: 'long' }),
    dayAndMonth: by({ month: 'long', day: 'numeric' }),
    monthName: by({ month: 'short' }),
    dayNumber: by({ day: 'numeric' }),
    year: whole({ year: 'numeric' }),
    number: (value) => new Intl.NumberFormat(tagOf(locale), { maximumFractionDigits: 4 }).format(value),
  };
};

/** Dates, times and numbers in the language on screen; changes with it. */
export const useFormats = (): Formats => formatsFor(useLingui().i18n.locale);
