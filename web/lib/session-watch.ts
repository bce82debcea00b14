import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { extendSession, session as sessionContract } from '#features/identity/session/contract.ts';
import { call, onSessionEnded } from './client.ts';
import { leave, onTabMessage, sessionQuery, tellTabs, type Session } from './session.ts';

/** The warning comes this long before the session ends. */
export const warningMs = 2 * 60_000;

/** Server deadlines on this device's own clock, which may be wrong. */
const endOf = ({ now, idleAt, endsAt }: Session['deadlines']): { endMs: number; isAbsolute: boolean } => {
  const end = Math.min(Date.parse(idleAt), Date.parse(endsAt));
  return { endMs: Date.now() + end - Date.parse(now), isAbsolute: Date.parse(endsAt) <= Date.parse(idleAt) };
};

export type SessionWatch = {
  /** Set while the warning shows: when the session ends, on this device's clock. */
  warnUntilMs: number | undefined;
  /** The absolute limit is near: staying is not possible, only finishing. */
  isAbsolute: boolean;
  extend: () => Promise<void>;
  end: () => void;
};

/**
 * Watches the deadline in every tab. Near the known end it asks the server (which does not extend),
 * because work in another tab may have moved it; only then does it warn.
 */
export const useSessionWatch = (session: Session, timedOutPath: string): SessionWatch => {
  const queryClient = useQueryClient();
  const [deadlines, setDeadlines] = useState(() => endOf(session.deadlines));
  const [isWarning, setIsWarning] = useState(false);
  const end = useCallback(() => leave(queryClient, timedOutPath), [queryClient, timedOutPath]);

  const look = useCallback(async () => {
    const fresh = await call(sessionContract).catch(() => undefined);
    if (!fresh) {
      setIsWarning(true);
      return;
    }
    queryClient.setQueryData(sessionQuery.queryKey, fresh);
    const next = endOf(fresh.deadlines);
    setDeadlines(next);
    setIsWarning(next.endMs - Date.now() <= warningMs + 1_000);
  }, [queryClient]);

  useEffect(() => {
    const untilWarning = Math.max(0, deadlines.endMs - warningMs - Date.now());
    if (isWarning) {
      const timer = setTimeout(() => void look().finally(end), Math.max(0, deadlines.endMs - Date.now()) + 500);
      return () => clearTimeout(timer);
    }
    const timer = setTimeout(() => void look(), untilWarning);
    return () => clearTimeout(timer);
  }, [deadlines, isWarning, look, end]);

  useEffect(() => onSessionEnded(end), [end]);
  useEffect(() => onTabMessage((message) => (message === 'ended' ? end() : void look())), [end, look]);

  const extend = useCallback(async () => {
    const fresh = await call(extendSession, { body: {} });
    setDeadlines(endOf(fresh));
    setIsWarning(false);
    tellTabs('extended');
  }, []);

  return { warnUntilMs: isWarning ? deadlines.endMs : undefined, isAbsolute: deadlines.isAbsolute, extend, end };
};
