import { QueryClient } from '@tanstack/react-query';
import { CallError } from './client.ts';

const retries = 2;
const freshMs = 5 * 60_000;

/** Every read of a record is a line in the patient's access log, so nothing is fetched again by itself. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: freshMs,
        gcTime: freshMs,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // Without a network a page says so at once, instead of waiting for it.
        networkMode: 'always',
        retry: (count, error) =>
          count < retries &&
          navigator.onLine &&
          error instanceof CallError &&
          (error.kind === 'offline' || error.kind === 'unavailable'),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
