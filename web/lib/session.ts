import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { ResultOf } from '#platform/contract.ts';
import { session, signOut as signOutContract, welcome } from '#features/identity/session/contract.ts';
import { call, CallError } from './client.ts';
import { setClinicZone } from './format.ts';
import { hasChosenLocale, showLocale } from './i18n.ts';

export type Session = ResultOf<typeof session>;

/** The clinic's name, phone and time zone, known before anybody signs in. */
export const welcomeQuery = queryOptions({
  queryKey: ['welcome'],
  queryFn: async () => {
    const answer = await call(welcome);
    setClinicZone(answer.timeZone);
    return answer;
  },
  staleTime: Infinity,
  gcTime: Infinity,
});

/** Who is signed in. Asking never extends the session. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ client }) => {
    // Asked first, so that a visit without a session is no error in the browser's console.
    const { signedIn } = await client.fetchQuery({ ...welcomeQuery, staleTime: 0 });
    if (!signedIn) throw new CallError('unauthenticated');
    const answer = await call(session);
    if (!hasChosenLocale()) await showLocale(answer.language);
    return answer;
  },
  staleTime: Infinity,
  gcTime: Infinity,
  retry: false,
});

const SessionContext = createContext<Session | undefined>(undefined);
export const SessionProvider = SessionContext.Provider;

/** The session of a signed-in page. Throws outside of one. */
export const useSession = (): Session => {
  const current = use(SessionContext);
  if (!current) throw new Error('useSession outside of a signed-in page');
  return current;
};

export const isPatientSide = ({ role }: Session): boolean => role === 'patient' || role === 'trusted_person';

/** True on the side of patients and trusted persons: words speak to the person whose record it is. */
export const useIsPatientSide = (): boolean => isPatientSide(useSession());

type TabMessage = 'ended' | 'extended';
const channel = new BroadcastChannel('portico.session');

/** Tells the other tabs of this browser. */
export const tellTabs = (message: TabMessage): void => channel.postMessage(message);

export const onTabMessage = (listener: (message: TabMessage) => void): (() => void) => {
  const heard = (event: MessageEvent) => {
    if (event.data === 'ended' || event.data === 'extended') listener(event.data);
  };
  channel.addEventListener('message', heard);
  return () => channel.removeEventListener('message', heard);
};

/** Where a page goes when its session is over; a full load, so that nothing of it stays in memory. */
export const leave = (queryClient: QueryClient, path: string): void => {
  queryClient.clear();
  location.replace(path);
};

/**
 * Ends the session on the server and in every tab. When the server cannot be reached it throws:
 * nobody is told "signed out" while the session is still open.
 */
export const signOut = async (queryClient: QueryClient, path: string): Promise<void> => {
  await call(signOutContract, { body: {} });
  tellTabs('ended');
  leave(queryClient, path);
};
