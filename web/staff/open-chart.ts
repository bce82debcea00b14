import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

export type OpenChart = { id: string; name: string };

/**
 * One patient per tab. The chart that is open lives in the tab's memory only; opening another one closes it,
 * and what was loaded of it is forgotten, so that no answer of one person can stand under another's name.
 */
let current: OpenChart | undefined;
let closed: OpenChart | undefined;
const listeners = new Set<() => void>();
const changed = (): void => listeners.forEach((listener) => listener());
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** A key of a query that holds something of the patient: by id, or in an object that names it. */
const isOf = (patientId: string, key: readonly unknown[]): boolean => JSON.stringify(key).includes(patientId);

/** The chart of this patient is on screen. */
export const openChart = (queryClient: QueryClient, chart: OpenChart): void => {
  if (current?.id === chart.id) {
    if (current.name !== chart.name) {
      current = chart;
      changed();
    }
    return;
  }
  const before = current;
  if (before) queryClient.removeQueries({ predicate: ({ queryKey }) => isOf(before.id, queryKey) });
  closed = before;
  current = chart;
  changed();
};

/** Whose chart is open in this tab. */
export const useOpenChart = (): OpenChart | undefined => useSyncExternalStore(subscribe, () => current);

/** Whose chart was closed by opening this one; undefined once it was said. */
export const useClosedChart = (): OpenChart | undefined => useSyncExternalStore(subscribe, () => closed);
export const forgetClosedChart = (): void => {
  if (!closed) return;
  closed = undefined;
  changed();
};
