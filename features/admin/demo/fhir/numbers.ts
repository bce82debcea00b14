/** Numbers from 0 to 1 that are the same in every installation (mulberry32): the demo's values must not surprise. */
export const demoNumbers = (start: number): (() => number) => {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** A measured thing over the years: one number, or points [days before the start, value], oldest first, with straight lines between. */
export type Course = number | readonly (readonly [daysAgo: number, value: number])[];

export const valueOn = (course: Course, daysAgo: number): number => {
  if (typeof course === 'number') return course;
  const next = course.findIndex(([at]) => at <= daysAgo);
  if (next === -1) return course.at(-1)![1];
  const [to, toValue] = course[next]!;
  if (next === 0) return toValue;
  const [from, fromValue] = course[next - 1]!;
  return fromValue + ((toValue - fromValue) * (from - daysAgo)) / (from - to);
};

/** Bodies drift: each deviation keeps part of the one before (AR(1)), and none is beyond 2.2 spreads. */
export type Drift = (name: string, spread: number) => number;

const kept = 0.45;
const furthest = 2.2;

export const driftOf = (random: () => number): Drift => {
  const last = new Map<string, number>();
  return (name, spread) => {
    // Three uniform numbers together are close enough to a bell.
    const fresh = (random() + random() + random() - 1.5) * 2;
    const state = kept * (last.get(name) ?? 0) + Math.sqrt(1 - kept ** 2) * fresh;
    const bounded = Math.max(-furthest, Math.min(furthest, state));
    last.set(name, bounded);
    return bounded * spread;
  };
};
