/** When the demo begins, and by which clock the clinic lives. */
export type Start = { now: Date; timeZone: string };

const dayMs = 86_400_000;
const minuteMs = 60_000;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes that the clinic's clock is ahead of UTC at a moment. */
const offsetAt = (moment: Date, timeZone: string): number => {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  formats.set(timeZone, format);
  const name = format.formatToParts(moment).find((part) => part.type === 'timeZoneName')!.value;
  const [, sign, hours = '0', minutes = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name)!;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
};

const written = (moment: Date, timeZone: string): string => {
  const offset = offsetAt(moment, timeZone);
  const local = new Date(moment.getTime() + offset * minuteMs).toISOString().slice(0, 16);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${local}:00${offset < 0 ? '-' : '+'}${twoDigits(hours)}:${twoDigits(minutes)}`;
};

/** Midnight UTC of the clinic's own date, that many days before the start. */
const dayBefore = ({ now, timeZone }: Start, days: number): Date => {
  const local = new Date(now.getTime() + offsetAt(now, timeZone) * minuteMs - days * dayMs);
  return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()));
};

/** YYYY-MM-DD, that many days before the start. */
export const dateBefore = (start: Start, days: number): string => dayBefore(start, days).toISOString().slice(0, 10);

/** A weekday about that many days before the start (ahead, when negative), at the given minute of the clinic's day. */
export const momentBefore = (start: Start, days: number, minute: number): string => {
  const day = dayBefore(start, days);
  const weekday = day.getUTCDay();
  if (days > 7 && (weekday === 0 || weekday === 6)) day.setUTCDate(day.getUTCDate() - (weekday === 0 ? 2 : 1));
  if (days < 0 && (weekday === 0 || weekday === 6)) day.setUTCDate(day.getUTCDate() + (weekday === 0 ? 1 : 2));
  const asIfUtc = day.getTime() + minute * minuteMs;
  return written(new Date(asIfUtc - offsetAt(new Date(asIfUtc), start.timeZone) * minuteMs), start.timeZone);
};

/** Any day and hour, weekends and nights too: an emergency chooses neither. */
export const exactlyBefore = ({ now, timeZone }: Start, minutes: number): string =>
  written(new Date(now.getTime() - minutes * minuteMs), timeZone);

export const plusMinutes = ({ timeZone }: Start, moment: string, minutes: number): string =>
  written(new Date(Date.parse(moment) + minutes * minuteMs), timeZone);
