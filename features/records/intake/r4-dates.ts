/**
 * FHIR R4 dates, by their published patterns (https://hl7.org/fhir/R4/datatypes.html) and the
 * calendar: 2026-02-30 is refused.
 */
const year = '([0-9]{4})';
const datePattern = new RegExp(`^${year}(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?$`);
const timeOfDay = '(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\\.[0-9]{1,9})?';
const zone = '(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))';
const momentPattern = new RegExp(`^${year}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T${timeOfDay}${zone}$`);

const onCalendar = (match: RegExpExecArray | null): boolean => {
  if (!match || match[1] === '0000') return false;
  if (match[3] === undefined) return true;
  const day = Number(match[3]);
  return day <= new Date(Date.UTC(2000 + (Number(match[1]) % 400), Number(match[2]), 0)).getUTCDate();
};

/** YYYY, YYYY-MM or YYYY-MM-DD. */
export const isDate = (text: string): boolean => onCalendar(datePattern.exec(text));
/** A date, or a full moment with a zone. */
export const isDateTime = (text: string): boolean => isDate(text) || onCalendar(momentPattern.exec(text));
/** A full moment with a zone. */
export const isInstant = (text: string): boolean => onCalendar(momentPattern.exec(text));

type DateKind = 'date' | 'dateTime' | 'instant';

const byName: Readonly<Record<string, DateKind>> = {
  birthDate: 'date',
  valueDate: 'date',
  deceasedDate: 'date',
  bornDate: 'date',
  expirationDate: 'dateTime',
  lastUpdated: 'instant',
  issued: 'dateTime',
  recorded: 'dateTime',
  valueInstant: 'instant',
  effectiveInstant: 'instant',
  date: 'dateTime',
  start: 'dateTime',
  end: 'dateTime',
  created: 'dateTime',
  started: 'dateTime',
  sent: 'dateTime',
  received: 'dateTime',
  authored: 'dateTime',
  authoredOn: 'dateTime',
  recordedDate: 'dateTime',
  assertedDate: 'dateTime',
  dateAsserted: 'dateTime',
  dateWritten: 'dateTime',
  statusDate: 'date',
  startDate: 'date',
  lastOccurrence: 'dateTime',
  whenPrepared: 'dateTime',
  whenHandedOver: 'dateTime',
  lastModified: 'dateTime',
  timestamp: 'instant',
};

/** What kind of date an element of this name must be, if any. `date` and its kin also come as numbers elsewhere: only strings are judged. */
export const dateKindOf = (element: string): DateKind | undefined =>
  Object.hasOwn(byName, element) ? byName[element] : /[a-z]DateTime$/.test(element) ? 'dateTime' : undefined;

export const isDateOfKind = (kind: DateKind, text: string): boolean =>
  kind === 'date' ? isDate(text) : kind === 'instant' ? isInstant(text) : isDateTime(text);

/** The first moment that a FHIR date or dateTime names, for sorting; undefined when it cannot be read. */
export const momentOf = (text: string | undefined): Date | undefined => {
  if (text === undefined || !isDateTime(text)) return undefined;
  // A leap second is the last moment of its minute for our clock.
  const moment = new Date(text.replace(/:60(?=[.Z+-])/, ':59'));
  const year = moment.getUTCFullYear();
  return Number.isNaN(moment.getTime()) || year < 1 || year > 9999 ? undefined : moment;
};
