/**
 * Working days in the clinic's time zone. Pure. Monday to Friday; holidays are not known here, so a hold
 * can only end early by them, never late.
 */

/** Working days that a result is held at most when its patient chose "with a comment". */
export const HOLD_WORKING_DAYS = 3;

const dayMs = 86_400_000;

type Wall = { day: number; msOfDay: number };

const formats = new Map<string, Intl.DateTimeFormat>();
const formatOf = (timeZone: string | undefined): Intl.DateTimeFormat => {
  const known = formats.get(timeZone ?? '');
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone ?? '', made);
  return made;
};

/** Clocks change at a quarter of an hour, if at all: one look at the calendar for each that is asked about. */
const quarterMs = 15 * 60_000;
const offsetsAtMost = 1_000;
const offsets = new Map<string, number>();

/** Milliseconds that the wall clock of the zone reads, as if it were UTC. */
const wallMs = (at: number, timeZone: string | undefined): number => {
  const quarter = Math.floor(at / quarterMs);
  const name = `${quarter} ${timeZone ?? ''}`;
  let offset = offsets.get(name);
  if (offset === undefined) {
    offset = calendarMs(quarter * quarterMs, timeZone) - quarter * quarterMs;
    if (offsets.size >= offsetsAtMost) offsets.clear();
    offsets.set(name, offset);
  }
  return at + offset;
};

const calendarMs = (at: number, timeZone: string | undefined): number => {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year, month, day, hour, minute, second } = parts as Record<string, number>;
  return Date.UTC(year!, month! - 1, day!, hour!, minute!, second!);
};

const wallOf = (at: number, timeZone: string | undefined): Wall => {
  const wall = wallMs(at, timeZone);
  return { day: Math.floor(wall / dayMs), msOfDay: ((wall % dayMs) + dayMs) % dayMs };
};

/** The moment at which the zone's wall clock reads this; in the hour that a clock change skips, the one after it. */
const momentOfWall = ({ day, msOfDay }: Wall, timeZone: string | undefined): number => {
  const wanted = day * dayMs + msOfDay;
  let at = wanted;
  for (let i = 0; i < 3; i++) at += wanted - wallMs(at, timeZone);
  return at;
};

/** Day 0 of the epoch was a Thursday. */
const isWorkingDay = (day: number): boolean => ![6, 0].includes((((day + 4) % 7) + 7) % 7);

/**
 * When something that came at a moment opens at the latest: three working days later at the same hour.
 * What comes at a weekend counts as having come when Monday begins.
 */
export const opensAt = (arrived: Date, timeZone?: string): Date => {
  let { day, msOfDay } = wallOf(arrived.getTime(), timeZone);
  while (!isWorkingDay(day)) {
    day++;
    msOfDay = 0;
  }
  for (let left = HOLD_WORKING_DAYS; left > 0; left--) {
    day++;
    while (!isWorkingDay(day)) day++;
  }
  return new Date(momentOfWall({ day, msOfDay }, timeZone));
};
