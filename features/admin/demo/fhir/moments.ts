const dayMs = 86_400_000;
/** The clinic's clock, all year: the demo has no summer time. */
const zone = '-05:00';
const zoneMs = 5 * 3_600_000;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** YYYY-MM-DD, that many days before `now`. */
export const dateBefore = (now: Date, days: number): string =>
  new Date(now.getTime() - days * dayMs).toISOString().slice(0, 10);

/** A weekday about that many days before `now` (ahead, when negative), at the given minute of the day. */
export const momentBefore = (now: Date, days: number, minute: number): string => {
  const day = new Date(now.getTime() - days * dayMs);
  const weekday = day.getUTCDay();
  if (days > 7 && (weekday === 0 || weekday === 6)) day.setUTCDate(day.getUTCDate() - (weekday === 0 ? 2 : 1));
  if (days < 0 && (weekday === 0 || weekday === 6)) day.setUTCDate(day.getUTCDate() + (weekday === 0 ? 1 : 2));
  return `${day.toISOString().slice(0, 10)}T${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}:00${zone}`;
};

/** Any day and hour, weekends and nights too: an emergency chooses neither. */
export const exactlyBefore = (now: Date, minutes: number): string => {
  const local = new Date(now.getTime() - minutes * 60_000 - zoneMs).toISOString();
  return `${local.slice(0, 16)}:00${zone}`;
};

export const plusMinutes = (moment: string, minutes: number): string =>
  exactlyBefore(new Date(Date.parse(moment)), -minutes);
