import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { welcomeQuery } from '../../lib/session.ts';
import { PublicFrame } from './PublicFrame.tsx';

/** The frame of pages before anybody is signed in: the clinic's name, the language, the phone. */
export const PublicShell = () => {
  useSuspenseQuery(welcomeQuery);
  return (
    <PublicFrame>
      <Outlet />
    </PublicFrame>
  );
};
