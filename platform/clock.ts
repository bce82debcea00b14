/**
 * The time, given to constructors so that tests can hold it still. No
 * environment variable, header or route can set it. Whether a session or a
 * grant has ended is never decided here: the database's own time decides.
 */
export interface Clock {
  /** The current moment. */
  now(): Date;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock for tests: stands still until it is moved, and never goes back. */
export function fixedClock(start: Date): Clock & { advance(milliseconds: number): void } {
  let current = start.getTime();
  return {
    now: () => new Date(current),
    advance(milliseconds) {
      if (milliseconds < 0) throw new RangeError('Time does not go back');
      current += milliseconds;
    },
  };
}
