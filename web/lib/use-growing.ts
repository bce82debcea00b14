import { startTransition, useEffect, useState } from 'react';

const firstCount = 40;
const stepCount = 80;
const pauseMs = 16;

/**
 * How many of `total` rows to draw: a screenful at once, the rest between frames until all are there,
 * so that a long list never holds up a tap, and find-in-page and print see every row.
 */
export const useGrowing = (total: number): number => {
  const [count, setCount] = useState(firstCount);
  useEffect(() => {
    if (count >= total) return;
    const timer = setTimeout(() => startTransition(() => setCount((drawn) => drawn + stepCount)), pauseMs);
    return () => clearTimeout(timer);
  }, [count, total]);
  return Math.min(count, total);
};

/** The class of a list with this many rows: only a long one pays for laying out late. */
export const longListClass = (total: number): string => (total > firstCount ? 'long-list' : '');
